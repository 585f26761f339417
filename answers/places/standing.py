"""Which areas of the smallest level stand out in a layer, now and over the last three years of quarters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from answers.hotspots import (
    FEWEST_AREAS,
    Course,
    Ends,
    course_of,
    gi_star,
    least_excess,
    least_gi_star,
    stands_out,
    trend,
)
from answers.periods import Period
from answers.places.layers import Layer, cells_of, layer_of
from answers.places.levels import MOST_AREAS, smallest_within
from answers.scope import Scope
from answers.source import Area, Source
from answers.view import Part, View, quarters_until
from data.problem import Problem
from disclosure import BELOW_THRESHOLD, Mode, ProtectedTable, read_rules

QUARTERS, FEWEST_CHILDREN = 12, 10
ROUNDING: dict[Mode, float] = {"protected": 4.0, "exact": 0.0}  # the mean variance that rounding adds


@dataclass(frozen=True)
class Standing:
    """What is told of one area: whether it stands out, whether it does with those beside it, and since when."""

    area: Area
    is_out: bool
    is_around: bool
    course: Course
    trend: str


@dataclass(frozen=True)
class Compared:
    """The areas that were compared with each other, in the period of the view and in each of the quarters."""

    standings: list[Standing]
    quarters: list[Period]
    has_withheld: bool
    of_rates: bool

    def of(self, codes: Sequence[str]) -> list[Standing]:
        """Those of some areas only."""
        return [one for one in self.standings if one.area.code in codes]


def compared(view: View) -> Compared:
    """Every area of the smallest level of the county that the chosen area lies in, whichever area is chosen."""
    scope = replace(view.scope, area=county_of(view).code, compare="both")
    found: Compared = view.source.once(_compared, scope, view.part, view.whom)
    return found


def _compared(source: Source, scope: Scope, part: Part | None, whom: Part | None) -> Compared:
    view = View(source, scope, part, whom)
    areas = smallest_within(view.source, county_of(view))
    if not FEWEST_AREAS <= len(areas) <= MOST_AREAS:
        raise Problem(
            what="Which areas stand out is not told here",
            todo=f"Chance can be judged among {FEWEST_AREAS} to {MOST_AREAS} areas of the smallest level only.",
        )
    layer, people = layer_of(view), _people(view, areas)
    beside = _beside(view, areas)
    now = ends_of(view, layer, areas, [view.scope.period])[0]
    quarters = quarters_until(view, QUARTERS)
    each = ends_of(view, layer, areas, quarters) if quarters else []
    sizes = np.ones(len(areas)) if people is None else people
    rounding = ROUNDING[view.source.mode]
    flags = [_out(ends, sizes, rounding) for ends in each]
    scores = [
        [gi_star(end, beside) for end in (of.low, of.high)] for of in (ends.over(sizes) for ends in each)
    ]
    own = _out(now, sizes, rounding)
    around = stands_out(least_gi_star(now.over(sizes), beside)) & (beside.sum(axis=1) > 1)
    standings = [
        Standing(
            area,
            bool(own[place]),
            bool(around[place]),
            course_of([bool(one[place]) for one in flags]),
            trend([low[place] for low, _ in scores], [high[place] for _, high in scores]),
        )
        for place, area in enumerate(areas)
    ]
    return Compared(
        standings, quarters, any((ends.low < ends.high).any() for ends in (now, *each)), people is not None
    )


def _out(ends: Ends, sizes: np.ndarray, rounding: float) -> np.ndarray:
    """Which areas stand out by themselves; none does with fewer than ten children."""
    found: np.ndarray = stands_out(least_excess(ends, sizes, rounding)) & (ends.low >= FEWEST_CHILDREN)
    return found


def county_of(view: View) -> Area:
    """The area below all others that the chosen one lies in; all areas together where it is not known or chosen."""
    chain = [view.scope.area, *view.source.above(view.scope.area)]
    return view.source.area(chain[-2] if len(chain) > 1 and chain[-1] == "all" else "all")


def _people(view: View, areas: list[Area]) -> np.ndarray | None:
    """Children who live in each area, where rates are asked for, or children are counted where they live."""
    people = [area.population_0_17 for area in areas]
    if (view.scope.show != "rate" and view.scope.role != "home") or not all(people):
        return None
    return np.array(people, dtype=float)


def _beside(view: View, areas: list[Area]) -> np.ndarray:
    places = {area.code: place for place, area in enumerate(areas)}
    square = np.eye(len(areas), dtype=bool)
    for one, other in view.source.neighbours:
        if one in places and other in places:
            square[places[one], places[other]] = True
    return square


def ends_of(view: View, layer: Layer, areas: list[Area], periods: Sequence[Period]) -> list[Ends]:
    """The ends of each area's shown number of children, by period: what is withheld is from 0 to below the threshold."""
    table = cells_of(view, layer, [area.code for area in areas], periods)
    low, high = (_numbers(table, end) for end in (0.0, read_rules().people.threshold - 1.0))
    shape = (len(areas), len(periods))
    return [Ends(*pair) for pair in zip(low.reshape(shape).T, high.reshape(shape).T, strict=True)]


def _numbers(table: ProtectedTable, withheld: float) -> np.ndarray:
    values = table.values("children")
    pairs = zip(values, table.printed("children"), strict=True)
    if any(value is None and printed != BELOW_THRESHOLD for value, printed in pairs):
        raise Problem(what="Which areas stand out is not told of this", todo="Choose another layer.")
    return np.array([withheld if value is None else value for value in values])
