"""Return interviews: offered, held, in time; what was said in them; and who is still waiting."""

from __future__ import annotations

import streamlit as st

from answers.interviews import pathway, said, timely, waiting
from pages.frame import drawings
from pages.frame.drawings import draw_bars, draw_shares
from pages.frame.finding import show
from pages.frame.sections import choose_section
from pages.frame.viewing import current_view


def overview() -> None:
    """The way from the return to the interview; the share in time by quarter and by area."""
    left, right = st.columns([7, 5], gap="large")
    with left:
        show(pathway.pathway, draw_bars(drawings.WIDE))
    with right:
        show(timely.trend, drawings.draw_periods)
    left, right = st.columns(2, gap="large")
    with left:
        show(timely.areas, draw_shares())
        show(timely.repeats, draw_shares())
    with right:
        show(timely.places, draw_shares())


def offered_and_declined() -> None:
    """Whether an interview was offered, why it was declined, and when it was held."""
    left, right = st.columns(2, gap="large")
    with left:
        show(pathway.offered, draw_bars())
        show(said.declined, draw_bars())
    with right:
        show(pathway.timing, draw_bars())


def what_was_said() -> None:
    """Themes, exploitation disclosed, who asked, and whether police were told."""
    left, right = st.columns(2, gap="large")
    with left:
        show(said.themes, draw_bars())
        show(said.disclosed, draw_bars())
    with right:
        show(said.independent, draw_bars())
        show(said.shared, draw_bars())


def still_waiting() -> None:
    """Interviews that are overdue: how many, for how long, and what is recorded of them."""
    left, right = st.columns(2, gap="large")
    with left:
        show(waiting.overdue, drawings.draw_periods)
    with right:
        show(waiting.waited, draw_bars())
        show(waiting.standing, draw_bars())


PARTS = {
    "overview": ("Overview", overview),
    "offered": ("Offered and declined", offered_and_declined),
    "said": ("What was said", what_was_said),
    "waiting": ("Waiting", still_waiting),
}
current_view()
PARTS[choose_section({name: words for name, (words, _) in PARTS.items()})][1]()
