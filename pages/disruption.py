"""Disruption and outcomes: what was issued, what is live, whom it names, and what came of cases."""

from __future__ import annotations

import streamlit as st

from answers.disruption import acts, live, outcomes, people
from pages.frame import drawings
from pages.frame.drawings import draw_bars, draw_grid, draw_sides
from pages.frame.figure import plain_figures
from pages.frame.finding import show, show_bars
from pages.frame.sections import choose_section
from pages.frame.states import show_wider
from pages.frame.viewing import current_view


def overview() -> None:
    """How many acts, against whom and for whom, by kind; what became of them, and quarter by quarter."""
    if figures := people.figures(current_view()):
        st.html(plain_figures(figures))
    left, right = st.columns(2, gap="large")
    with left:
        show(acts.issued, draw_bars())
        show(acts.trend, drawings.draw_periods)
    with right:
        show(acts.became, draw_bars())
        show(people.people, draw_sides())


def is_live() -> None:
    """What is live on the last day, and when it expires."""
    show_bars([live.ending], [live.live_kinds])
    show_wider(current_view())
    show(acts.kinds, draw_grid)


def came_of_cases() -> None:
    """Outcomes of cases by when they were recorded, and why cases stop."""
    show(outcomes.by_year, draw_grid)
    show(outcomes.by_quarter, draw_grid)
    show_bars([outcomes.outcomes], [outcomes.stopped])


PARTS = {
    "overview": ("Overview", overview),
    "live": ("Live and expiring", is_live),
    "outcomes": ("Outcomes of cases", came_of_cases),
}
current_view()
PARTS[choose_section({name: words for name, (words, _) in PARTS.items()})][1]()
