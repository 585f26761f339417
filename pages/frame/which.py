"""A section that tells which children went missing."""

from __future__ import annotations

from answers.missing import who
from pages.frame.drawings import FULL, draw_bars, draw_shares, draw_sides
from pages.frame.finding import show, show_pair
from pages.frame.states import show_by_home, show_wider
from pages.frame.viewing import current_view


def show_which() -> None:
    """Gender, age and ethnic group as recorded, each set against those who live there."""
    show_by_home(current_view())
    rates = draw_shares(number="rate")
    show_pair((who.gender, draw_bars()), (who.gender_rate, rates))
    show_pair((who.age, draw_bars()), (who.age_rate, rates))
    show_wider(current_view())
    show(who.ages, draw_sides(is_mirrored=True, width=FULL))
    show_pair((who.ethnic_group, draw_bars()), (who.ethnic_group_rate, rates))
