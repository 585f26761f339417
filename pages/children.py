"""Children identified as exploited or at risk of it: how many, who, where, how they were found, and what is not known."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from answers.children import ages, chosen, identified, indicators, places, profile, risk
from pages.frame import drawings
from pages.frame.choosing import choose_part
from pages.frame.drawings import draw_bars, draw_sides
from pages.frame.finding import show
from pages.frame.sections import choose_section
from pages.frame.states import show_wider
from pages.frame.viewing import current_view

WHO = (
    profile.harm,
    profile.model,
    profile.gender,
    profile.age,
    profile.learning_disability,
    profile.ethnic_group,
)


def overview() -> None:
    """How many, of what age and gender, what is known of the harm, and who found them."""
    show_wider(current_view())
    left, right = st.columns(2, gap="large")
    with left:
        show(identified.quarters, drawings.draw_periods)
        show(profile.harm, draw_bars())
    with right:
        show(ages.ages, draw_sides(is_mirrored=True))
        show(risk.together, draw_bars())


def who() -> None:
    """All of the children, or those of one kind: what is known of them."""
    view = current_view()
    part = choose_part(chosen.parts_of(view))
    view = replace(view, part=part)
    columns = st.columns(2, gap="large")
    for place, build in enumerate(one for one in WHO if chosen.can_tell(view, one)):
        with columns[place % 2]:
            show(build, draw_bars(), view)


def found() -> None:
    """Who identified them, and in which areas."""
    left, right = st.columns(2, gap="large")
    with left:
        show(profile.identified_by, draw_bars())
    with right:
        show(identified.areas, drawings.draw_areas)


def life() -> None:
    """Home, school, missing, and what came of it."""
    left, right = st.columns(2, gap="large")
    with left:
        show(profile.living, draw_bars())
        show(profile.ever_missing, draw_bars())
        show(profile.moved_into_care, draw_bars())
    with right:
        show(profile.school, draw_bars())
        show(profile.missing_began, draw_bars())
        show(profile.offending_history, draw_bars())


def where() -> None:
    """Where they were met and exploited, and whether they were moved."""
    show_wider(current_view())
    left, right = st.columns([7.2, 4.8], gap="large")
    with left:
        show(places.met_and_exploited, draw_sides(width=drawings.WIDE))
    with right:
        show(places.happened, draw_bars(470))
        show(profile.moved_between_towns, draw_bars(470))


def signs() -> None:
    """Indicators, those noted together, and the level of risk assessed."""
    left, right = st.columns(2, gap="large")
    with left:
        show(risk.level, draw_bars())
        show(indicators.domain, draw_bars())
        show(indicators.together, draw_bars())
    with right:
        show(risk.review, draw_bars())
        show(indicators.indicator, draw_bars())


PARTS = {
    "overview": ("Overview", overview),
    "who": ("Who they are", who),
    "found": ("How they were found", found),
    "life": ("Home and school", life),
    "where": ("Places", where),
    "signs": ("Signs and risk", signs),
}
current_view()
PARTS[choose_section({name: words for name, (words, _) in PARTS.items()})][1]()
