"""The board: each area's arrangements at a date, what is expected of them, and what changed since the last."""

from __future__ import annotations

from html import escape

import streamlit as st

from answers.board import arrangements
from answers.finding import Finding
from answers.question import NeedsTable
from answers.view import View
from pages.frame.states import show_state
from pages.frame.table import html_table
from pages.frame.viewing import current_view

HEADINGS = ("Area", "As at", *(name for name, _ in arrangements.EXPECTED.values()))
EXPECTED = ("Expected of a board", "Guidance", "Yes", "No", "Not known", "Of areas")
SAID = "What boards say of themselves: published facts, not counts of children, and no proof of what they do."


def show_board(view: View) -> None:
    """By area, by expectation, and what changed."""
    title, by_area = arrangements.title(view), arrangements.rows_by_area(view)
    st.html(f'<h2>{escape(title)}</h2><p class="subtitle">{SAID} {escape(arrangements.told_of(view))}</p>')
    if not by_area:
        st.html('<p class="note">Choose a council or a larger area: boards answer for these.</p>')
        return
    st.html(html_table(HEADINGS, by_area, len(HEADINGS), title))
    st.html(f'<p class="sentence">{escape(arrangements.gaps_words(view))}</p>')
    left, right = st.columns([7, 5], gap="large")
    with left:
        st.html(f'<h2>Against what is expected</h2><p class="subtitle">{escape(arrangements.GUIDANCE)}</p>')
        rows = arrangements.rows_by_expectation(view)
        st.html(html_table(EXPECTED, rows, 2, "Against what is expected"))
    with right:
        changed = arrangements.changes(view) or ["No arrangement changed since each area’s last answer."]
        said = "".join(f"<p>{escape(one)}</p>" for one in changed)
        st.html(f"<section class='ruled gaps'><h2>Changes since the last answer</h2>{said}</section>")


try:
    show_board(current_view())
except NeedsTable as missing:
    st.html(f"<h2>{escape(missing.what)}</h2>")
    show_state(Finding(key="board", title=missing.what, state="needs_table", note=missing.table))
