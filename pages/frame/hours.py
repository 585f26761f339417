"""The hours at each kind of place: of the chosen area, or of the one for which two breakdowns are held."""

from __future__ import annotations

from answers.places.hours import hours
from answers.view import View
from pages.frame.drawings import draw_place_hours
from pages.frame.finding import show
from pages.frame.states import show_wider


def show_hours(view: View) -> None:
    """Kinds of place by parts of the day, with a note where the numbers are of a larger area than was chosen."""
    show_wider(view)
    show(hours, draw_place_hours, view)
