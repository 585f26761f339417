"""The line that says what is on screen: area, role, period, data date, version, mode and marking."""

from __future__ import annotations

from html import escape

import streamlit as st

from answers.places.marked import left_out
from answers.scope import COUNTED_BY, Scope
from answers.source import Source
from pages.frame.address import notes
from pages.frame.filters import area_words

MODES = {
    "protected": "Protected: under 10 shown as &lt;10",
    "exact": "<strong>Exact: CONTAINS SMALL NUMBERS</strong>",
}


def show_status(source: Source, scope: Scope, reasons: dict[str, str] | None = None) -> None:
    """One line under the filters, on every page; `reasons` say why the page shows another period than was chosen."""
    why = {"area": left_out(source, scope.role)} | notes() | (reasons or {})
    area = escape(area_words(source, scope.area).strip())
    parts = [
        f"<strong>{area}</strong>, by {COUNTED_BY[scope.role]}{_why(why, 'area')}",
        f"<strong>{scope.period.label_long}</strong>{_why(why, 'period')}",
        f"Data to {source.data_date.day} {source.data_date:%b %Y}, version {escape(source.version)}",
        MODES[source.mode],
    ]
    spans = "".join(f"<span>{part}</span>" for part in parts)
    st.html(f'<div class="status" role="status">{spans}<b class="marking">{escape(source.marking)}</b></div>')


def _why(why: dict[str, str], name: str) -> str:
    return f": {escape(why[name])}" if why.get(name) else ""
