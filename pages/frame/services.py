"""Services as they are published, and the arithmetic of more places."""

from __future__ import annotations

from html import escape

import streamlit as st

from answers.finding import Finding
from answers.question import NeedsTable
from answers.services import gap, what_if
from answers.services.provision import HEADINGS, changed_rows, open_rows, open_words
from answers.tables.choices import Offer
from answers.view import View
from data.problem import Problem
from pages.frame.choices import choose, wide
from pages.frame.states import show_state
from pages.frame.table import html_table

SAID = "Published facts about services, as the board sent them; they are not counts of children."


def show_open(view: View) -> None:
    """Every service open to the area, what opened and closed in the period, or which table to send."""
    try:
        title, rows, changed = open_words(view), open_rows(view), changed_rows(view)
    except NeedsTable as missing:
        st.html(f"<h2>{escape(missing.what)}</h2>")
        show_state(Finding(key="open", title=missing.what, state="needs_table", note=missing.table))
        return
    st.html(f'<h2>{escape(title)}</h2><p class="subtitle">{SAID}</p>')
    if rows:
        st.html(html_table(HEADINGS, rows, len(HEADINGS), title))
    period = view.scope.period.label_long
    st.html(
        f'<p class="sentence">{escape(" ".join(changed) or f"No service opened or closed in {period}.")}</p>'
    )


def show_what_if(view: View, line: str) -> None:
    """Places added in one area, and the places there would then be for children in need."""
    st.html("<h2>What if there were more places?</h2>")
    try:
        names = {area.code: area.name for area in gap.compared(view)}
        area = choose("in", "Area", Offer(names), 300)
        added = st.number_input("Places added", 0, what_if.MOST, 20, 5, width=wide(300))
        _show(what_if.coverage(view, area, line, int(added)))
    except Problem as problem:
        st.html(f'<p class="note">{escape(problem.what)}. {escape(problem.todo)}</p>')


def show_service_added(view: View, line: str) -> None:
    """A service of the kind added in one area, or for several together: who would have one then."""
    st.html("<h2>What if a service were added?</h2>")
    try:
        area = choose("for", "For", Offer(what_if.servable(view)), 300)
        places = st.number_input("Its places", 0, what_if.MOST, 20, 5, width=wide(300))
        _show(what_if.service_added(view, area, line, int(places)))
    except Problem as problem:
        st.html(f'<p class="note">{escape(problem.what)}. {escape(problem.todo)}</p>')


def _show(told: what_if.Coverage) -> None:
    """The arithmetic, read out, and what it is not."""
    table = html_table(told.headings, told.rows, 1, "Places for children in need")
    st.html(f'{table}<p class="sentence">{escape(told.sentence)}</p>')
    st.html(f'<p class="caution">{escape(what_if.NO_PREDICTION)}</p>')
