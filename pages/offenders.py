"""Possible offenders: how well they are known, groups 1 and 2 side by side, and what was done."""

from __future__ import annotations

import streamlit as st

from answers.disruption import acts, outcomes
from answers.offenders import ethnicity, identified, links, sides
from pages.frame.drawings import draw_bars, draw_sides
from pages.frame.figure import plain_figures
from pages.frame.finding import show, show_bars
from pages.frame.sections import choose_section
from pages.frame.states import show_wider
from pages.frame.viewing import current_view


def overview() -> None:
    """Ages and gender of those identified, and whether they are in a group."""
    view = current_view()
    if figures := identified.figures(view):
        st.html(plain_figures(figures))
    show_wider(view)
    left, right = st.columns(2, gap="large")
    with left:
        show(sides.age, draw_sides())
    with right:
        show(sides.gender, draw_sides())
        show(identified.membership, draw_bars())


def background() -> None:
    """Ethnicity and nationality as recorded, each with the caution above it."""
    show_wider(current_view())
    left, right = st.columns(2, gap="large")
    with left:
        show(ethnicity.ethnic_group, draw_sides(is_grey=True))
    with right:
        show(ethnicity.nationality, draw_sides(is_grey=True))


def history() -> None:
    """Positions, what was known before, and how far links are concentrated."""
    show_wider(current_view())
    left, right = st.columns(2, gap="large")
    with left:
        show(sides.position, draw_sides())
        show(sides.registered, draw_sides())
    with right:
        show(sides.known_before, draw_sides())
        show(sides.ordered, draw_sides())
        show(links.links, draw_bars())


def done() -> None:
    """Disruption and outcomes in brief."""
    show_bars([acts.issued], [outcomes.outcomes])


PARTS = {
    "overview": ("Overview", overview),
    "history": ("What was known", history),
    "background": ("Background as recorded", background),
    "done": ("What was done", done),
}
current_view()
PARTS[choose_section({name: words for name, (words, _) in PARTS.items()})][1]()
