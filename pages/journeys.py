"""Journeys: from the district of home or placement to where children were found, exploited or moved to."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from answers.children.profile import moved_between_towns
from answers.missing import care
from answers.places.crossings import crossings
from answers.places.journeys import JOURNEYS, journeys
from answers.places.layers import HAPPENED
from answers.view import View
from pages.frame.drawings import draw_bars, draw_series
from pages.frame.finding import show
from pages.frame.journeys import show_journeys
from pages.frame.sections import choose_one
from pages.frame.viewing import current_view

WAYS = {"leaving": "From here to elsewhere", "arriving": "To here from elsewhere"}


def view_of(kind: str, way: str) -> View:
    """The view of one kind of journey, counted by where it led if those who came here are asked for."""
    view = current_view()
    if way == "arriving":
        view = replace(view, scope=replace(view.scope, role=JOURNEYS[kind].role))
    return view if kind == "found" else replace(view, part=(HAPPENED, kind))


current_view()
with st.container(horizontal=True):
    kind = choose_one("journey", "Which journeys", {name: one.words for name, one in JOURNEYS.items()})
    way = choose_one("way", "Which way", WAYS)
view = view_of(kind, way)
show_journeys(journeys, view, journey=kind, way=way)
left, right = st.columns(2, gap="large")
with left:
    show(crossings, draw_bars(), view)
with right:
    if kind == "found":
        show(care.placed_and_hosted, draw_series)
    else:
        show(moved_between_towns, draw_bars(), replace(view, part=None))
