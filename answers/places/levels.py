"""How large the areas of a map are: the first level below the chosen area, or the smallest that is held."""

from __future__ import annotations

from answers.missing.areas import above_of, areas_shown
from answers.source import Area, Source
from answers.view import View

MOST_AREAS = 400  # more outlines than a screen can show, or a slow connection carry


def smallest_within(source: Source, whole: Area) -> list[Area]:
    """The areas within another one that hold no other themselves, of the lowest level, in order of their names."""
    within = [area for area in source.areas if whole.code in source.above(area.code)]
    deepest = max((area.depth for area in within), default=0)
    return sorted((area for area in within if area.depth == deepest), key=lambda area: area.name)


def offered(view: View) -> dict[str, str]:
    """The levels that a map of the chosen area can have: the name of its function, and its words."""
    larger, smallest = areas_shown(view, for_rates=False), smallest_within(view.source, above_of(view))
    if not smallest or {area.code for area in larger} == {area.code for area in smallest}:
        return {}
    if len(smallest) > MOST_AREAS:
        return {}
    return {"smallest": plural_of(smallest[0]), "below": plural_of(larger[0])}


def plural_of(area: Area) -> str:
    """'Wards': the areas of one level together."""
    words = {"local_authority": "Councils", "police_force": "Police force areas", "country": "Countries"}
    return words.get(area.level, f"{area.level.capitalize()}s")
