"""The house's style sheet with the colours of the look in force."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st

from charts.tokens import Look

SHEET = Path(__file__).with_name("style.css")
ROOM_PIXELS, DESK_PIXELS = 22, 16


def apply_style(look: Look) -> None:
    """Put after the filter bar, so that the room view takes hold in the same run."""
    st.html(f"<style>{style_of(look)}</style>")


@cache
def _sheet() -> str:
    return SHEET.read_text(encoding="utf-8")


def style_of(look: Look) -> str:
    """The style sheet after its colours; every colour is a token of charts/tokens.json."""
    colours = "".join(
        f"--{name.replace('_', '-')}:{value};"
        for name, value in look.tokens.items()
        if isinstance(value, str)
    )
    return f":root{{{colours}--root:{ROOM_PIXELS if look.room else DESK_PIXELS}px;}}{_sheet()}"
