"""The areas that journeys are told between: districts, and councils that have none; and how far apart they lie."""

from __future__ import annotations

import math

import shapely

from answers.source import Area, Outline, Source
from answers.view import View
from answers.words import NBSP

TOWNS = ("district", "local_authority")
KM_TO_A_DEGREE = 111.2


def towns_of(source: Source) -> list[Area]:
    """Every town of the data, in order of their names."""
    large = [area for area in source.areas if area.level in TOWNS]
    whole = {area.parent for area in large if area.level == "district"}
    return sorted((area for area in large if area.code not in whole), key=lambda area: area.name)


def towns_within(view: View) -> list[Area]:
    """The towns of the chosen area; of a ward, the town that it lies in."""
    source, chosen = view.source, view.scope.area
    chain = [chosen, *source.above(chosen)]
    found = [town for town in towns_of(source) if chosen in (town.code, *source.above(town.code))]
    return found or [source.area(next((code for code in chain if source.area(code).level in TOWNS), chosen))]


def apart(source: Source, start: str, place: str) -> str:
    """'12 km', between the middles of two outlines; ':' where one has none."""
    if start not in source.outlines or place not in source.outlines:
        return ":"
    (east, north), (other_east, other_north) = (middle_of(source.outlines[code]) for code in (start, place))
    narrow = math.cos(math.radians((north + other_north) / 2))
    km = KM_TO_A_DEGREE * math.hypot((east - other_east) * narrow, north - other_north)
    return f"{km:.0f}{NBSP}km"


def middle_of(outline: Outline) -> tuple[float, float]:
    """The middle of an outline, in degrees east and north."""
    shape = shapely.MultiPolygon([(rings[0], rings[1:]) for rings in outline])
    return float(shape.centroid.x), float(shape.centroid.y)
