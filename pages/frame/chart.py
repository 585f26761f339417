"""A chart on the page: drawn by Plotly in a box that stays, so that a filter change only moves what is different."""

from __future__ import annotations

import math
from pathlib import Path

import streamlit as st

from charts.frame import CONFIG, Drawing

SCRIPT = Path(__file__).with_name("chart.js").read_text(encoding="utf-8")
BOX = '<div class="chart" role="figure" data-testid="chart"></div>'
_chart = st.components.v2.component("chart", html=BOX, js=SCRIPT, isolate_styles=False)


def show_chart(drawing: Drawing, key: str) -> None:
    """Draw it as wide as its column; `key` is the box's own name on the page."""
    _chart(
        key=key,
        data={"figure": drawing.figure, "config": CONFIG, "alt": drawing.alt},
        height=math.ceil(drawing.sheet.layout["height"]),
    )
