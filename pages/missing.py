"""Children missing: how many, how often, how long, from where, and what the records cannot say."""

from __future__ import annotations

import streamlit as st

from answers.missing import areas, breakdowns, care, repeat, seasons, times, trend
from pages.frame import drawings
from pages.frame.drawings import draw_bars
from pages.frame.finding import show, show_bars, show_pair
from pages.frame.sections import choose_section
from pages.frame.viewing import current_view
from pages.frame.which import show_which


def overview() -> None:
    """Trend; hours beside places; repeat beside areas."""
    show(trend.trend, drawings.draw_trend)
    left, right = st.columns([7.3, 4.7], gap="large")
    with left:
        show(times.hours, drawings.draw_hours)
    with right:
        show(breakdowns.places, draw_bars(470))
    left, right = st.columns([5.2, 6.8], gap="large")
    with left:
        show(repeat.concentration, drawings.draw_concentration)
    with right:
        show(areas.areas, drawings.draw_areas)


def by_area() -> None:
    """Each area against all, and against what chance alone would explain."""
    show_pair((areas.areas, drawings.draw_areas), (areas.funnel_plot, drawings.draw_funnel))


def from_care() -> None:
    """Children in care: how many go missing, where they are placed, and whose they are."""
    left, right = st.columns(2, gap="large")
    with left:
        show(care.looked_after, drawings.draw_periods)
        show(breakdowns.establishments, draw_bars())
    with right:
        show(care.placed_and_hosted, drawings.draw_series)
        show(breakdowns.places, draw_bars())


def by_time() -> None:
    """Hours and weekdays, months of the year, school terms and holidays."""
    show(times.hours, drawings.draw_hours)
    show_pair((seasons.months, drawings.draw_months), (seasons.schools, draw_bars()))


def length() -> None:
    """How long, who is still missing, and how the risk was graded."""
    left, right = st.columns(2, gap="large")
    with left:
        show(breakdowns.durations, draw_bars())
        show(breakdowns.first_risk, draw_bars())
    with right:
        show(care.still_missing, drawings.draw_periods)
        show(breakdowns.highest_risk, draw_bars())


def harm_and_return() -> None:
    """What harm was recorded, where children were found, and by whom."""
    show_bars([breakdowns.harm], [breakdowns.found_places, breakdowns.found_by])


def recording() -> None:
    """What changes of recording did to the numbers, and which agencies sent them."""
    show_pair((trend.away, drawings.draw_series), (breakdowns.senders, draw_bars()), (6.8, 5.2))


PARTS = {
    "overview": ("Overview", overview),
    "areas": ("Areas", by_area),
    "who": ("Which children", show_which),
    "care": ("Home and care", from_care),
    "time": ("Time", by_time),
    "length": ("Length and risk", length),
    "return": ("Harm and return", harm_and_return),
    "recording": ("Recording", recording),
}
current_view()
PARTS[choose_section({name: words for name, (words, _) in PARTS.items()})][1]()
