"""Services and need: what is open, whom it does not reach, how long children wait, and where nobody looks."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from answers.services import found, gap, lengths, reached, waits
from answers.tables.choices import Offer
from answers.words import label
from pages.frame import drawings
from pages.frame.choices import choose, explain
from pages.frame.drawings import draw_bars, draw_shares
from pages.frame.finding import show, show_bars
from pages.frame.sections import choose_section
from pages.frame.services import show_open, show_service_added, show_what_if
from pages.frame.states import show_wider
from pages.frame.viewing import current_view


def need() -> None:
    """The gap table, one kind of service in order of what is not met, and the arithmetic of more places, or a service more."""
    view = current_view()
    show(gap.grid, drawings.draw_gaps)
    kinds = Offer({code: label("need", code) for code in gap.LINES})
    line = choose("service", "Kind of service", kinds, 300)
    explain(("service",), ())
    left, right = st.columns([7.2, 4.8], gap="large")
    with left:
        show(gap.ranked, draw_bars(drawings.WIDE), replace(view, part=("need", line)))
        show_service_added(view, line)
    with right:
        show_what_if(view, line)


def is_open() -> None:
    """Every service open to the area."""
    show_open(current_view())


def waiting() -> None:
    """What followed a referral, how long it took, and who waits."""
    show(lengths.lengths, drawings.draw_started)
    show_bars([waits.followed, waits.referred], [waits.starts, waits.waiting, waits.waiting_for])


def who() -> None:
    """Children in need by whether a service reaches them."""
    show_wider(current_view())
    left, right = st.columns(2, gap="large")
    for column, builds in (
        (left, (reached.gender, reached.age)),
        (right, (reached.disability, reached.ethnic_group)),
    ):
        with column:
            for build in builds:
                show(build, draw_shares())


def looked_for() -> None:
    """Identified where a specialist service is and is not, and before and after one opened."""
    left, right = st.columns(2, gap="large")
    with left:
        show(found.before_and_after, drawings.draw_periods)
    with right:
        show(found.areas, drawings.draw_areas)


PARTS = {
    "need": ("Need not met", need),
    "open": ("What is open", is_open),
    "waits": ("Waits", waiting),
    "reached": ("Who is not reached", who),
    "found": ("Where children are found", looked_for),
}
current_view()
PARTS[choose_section({name: words for name, (words, _) in PARTS.items()})][1]()
