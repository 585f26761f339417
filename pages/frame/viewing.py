"""What a page is allowed to ask: the view that the dashboard set up for this run, and the look it is drawn in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from answers.view import View
from charts.tokens import Look, look

VIEW = "view"
TOLD = "told"


@contextmanager
def viewing(view: View) -> Iterator[None]:
    """While the dashboard runs a page, and not a moment longer, the page may ask."""
    st.session_state[VIEW], st.session_state[TOLD] = view, set()
    try:
        yield
    finally:
        st.session_state.pop(VIEW, None)


def is_told(table: str) -> bool:
    """Whether this run of the page has said already that a table was not sent; once is enough."""
    told: set[str] = st.session_state[TOLD]
    was_told = table in told
    told.add(table)
    return was_told


def current_view() -> View:
    """The view of this run. A page that runs without the dashboard can show nothing: it points to the front."""
    if VIEW not in st.session_state:
        st.html('<p>This page is part of the dashboard. <a href="/" target="_self">Open Sightline</a>.</p>')
        st.stop()
    view: View = st.session_state[VIEW]
    return view


def current_look() -> Look:
    """Light or dark as the reader's browser is, desk or room view."""
    theme = "dark" if st.context.theme.type == "dark" else "light"
    return look("dark" if theme == "dark" else "light", bool(st.session_state.get("room")))
