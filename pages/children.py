"""Children identified as exploited or at risk of it: how many, who, where, how they were found, and what is not known."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from answers.children import ages, chosen, combined, identified, indicators, places, population, profile, risk
from pages.frame.beside import show_beside
from pages.frame.choosing import choose_part
from pages.frame.drawings import FULL, WIDE, draw_areas, draw_bars, draw_periods, draw_shares, draw_sides
from pages.frame.finding import show, show_bars
from pages.frame.graphs import draw_combined
from pages.frame.sections import choose_section
from pages.frame.states import show_by_home, show_wider
from pages.frame.viewing import current_view


def overview() -> None:
    """How many, of what age and gender, what is known of the harm, and who found them."""
    show_wider(current_view())
    left, right = st.columns(2, gap="large")
    with left:
        show(identified.quarters, draw_periods)
        show(profile.harm, draw_bars())
    with right:
        show(ages.ages, draw_sides(is_mirrored=True))
        show(risk.together, draw_bars())


def who() -> None:
    """All of the children, or those of one kind: what is known of them."""
    view = replace(current_view(), part=choose_part(chosen.parts_of(current_view()), "part"))
    told = chosen.told_of(view)
    show_bars(told[::2], told[1::2], view)


def found() -> None:
    """Who identified them, in which areas, and set against those who live there."""
    show_by_home(current_view())
    left, right = st.columns(2, gap="large")
    with left:
        show(profile.identified_by, draw_bars())
        show(population.gender, draw_shares(number="rate"))
        show(population.ethnic_group, draw_shares(number="rate"))
    with right:
        show(identified.areas, draw_areas)
        show(population.age, draw_shares(number="rate"))


def life() -> None:
    """Home, school, missing, and what came of it."""
    show_bars(
        [profile.living, profile.ever_missing, profile.moved_into_care],
        [profile.school, profile.missing_began, profile.offending_history],
    )


def where() -> None:
    """Where they were met and exploited, and whether they were moved."""
    show_wider(current_view())
    left, right = st.columns([7.2, 4.8], gap="large")
    with left:
        show(places.met_and_exploited, draw_sides(width=WIDE))
    with right:
        show(places.happened, draw_bars(470))
        show(profile.moved_between_towns, draw_bars(470))


def signs() -> None:
    """The level of risk assessed, indicators, of girls and of boys, and those noted together."""
    show_wider(current_view())
    show_bars([risk.level, indicators.domain, indicators.together], [risk.review, indicators.indicator])
    show(indicators.by_gender, draw_sides(width=FULL))
    if current_view().source.mode == "exact":
        show(combined.combined, draw_combined)


PARTS = {
    "overview": ("Overview", overview),
    "who": ("Who they are", who),
    "found": ("How they were found", found),
    "life": ("Home and school", life),
    "where": ("Places", where),
    "signs": ("Signs and risk", signs),
    "beside": ("Side by side", show_beside),
}
current_view()
PARTS[choose_section({name: words for name, (words, _) in PARTS.items()})][1]()
