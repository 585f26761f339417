"""Attack 3 on journeys: every pair of districts, with the totals of both ends, the boundaries and the larger areas."""

from __future__ import annotations

from collections import defaultdict

import pytest

from answers.periods import Period
from answers.places.towns import towns_of
from answers.question import ask
from answers.source import Source
from tests.disclosure.solver import Bounds, Cell, hits_and_blind, pinned, said_by, solve

QUESTIONS = {"journeys_found": "found", "journeys_exploited": "exploited", "journeys_moved": "exploited"}
BY = ("", "destination", "crossing")
Sums = list[tuple[Cell, list[Cell]]]


def held(source: Source) -> list[str]:
    return [*(area.code for area in source.areas if area.level != "ward"), "unknown"]


def years(source: Source) -> list[Period]:
    return [period for period in source.periods if period.kind in ("financial_year", "rolling_year")]


def collect(source: Source, question: str, periods: list[Period]) -> dict[Cell, float | None]:
    """Every printed number of children, by home and by the place: role, breakdown, area, period, code."""
    found: dict[Cell, float | None] = {}
    for role in ("home", QUESTIONS[question]):
        for by in BY:
            table = ask(source, question, role, held(source), periods, (by,) if by else ())
            codes = table.labels(by) if by else [""] * len(table)
            names = zip(table.labels("area"), table.labels("period"), codes, strict=True)
            found |= dict(zip([(role, by, *name) for name in names], table.values("children"), strict=True))
    return found


def is_part(source: Source, printed: dict[Cell, float | None], cell: Cell) -> bool:
    """Whether a cell is a part of a withheld one, by its area or by its code."""
    role, by, area, period, code = cell
    above = [(role, by, one, period, code) for one in source.above(area)]
    wholes = [(role, "", one, period, "") for one in (area, *source.above(area))] if by else []
    return any(printed.get(one, 0) is None for one in (*above, *wholes))


def sums_of(source: Source, printed: dict[Cell, float | None]) -> Sums:
    """The tree: a child has one home, so that the areas below add up, with those whose home is known no closer."""
    parts: dict[str, list[str]] = defaultdict(list)
    for code in held(source)[1:]:
        parts[source.above(code)[0]].append(code)
    return [
        (cell, [(role, by, part, period, code) for part in (*parts[area], f"{area} alone")])
        for cell in printed
        for role, by, area, period, code in [cell]
        if role == "home" and parts[area]
    ]


def arrivals_of(exact: Source, printed: dict[Cell, float | None], role: str) -> Sums:
    """Whoever came to a district over a boundary came from one beyond it, or from a home that is known no closer."""
    crossing = {(one, other): code for one, other, code in exact.rows("from crossings", {})}
    towns = [town.code for town in towns_of(exact)]
    found: Sums = []
    for cell in printed:
        at, by, area, period, code = cell
        if at == role and by == "crossing" and area in towns and code != "not_recorded":
            beyond = [start for start in towns if crossing[start, area] == code]
            from_there = [("home", "destination", start, period, area) for start in beyond]
            found.append((cell, [*from_there, ("", "", area, period, code)]))
    return found


def unions_of(exact: Source, printed: dict[Cell, float | None], role: str) -> Sums:
    """All of an area are those of its destinations, or of its boundaries; a boundary's are those of what lies beyond it."""
    crossing = {(one, other): code for one, other, code in exact.rows("from crossings", {})}
    towns = [town.code for town in towns_of(exact)]
    codes = {by: sorted({cell[4] for cell in printed if cell[1] == by}) for by in BY}
    found: Sums = []
    for cell in printed:
        at, by, area, period, code = cell
        if not by:
            found += [(cell, [(at, one, area, period, part) for part in codes[one]]) for one in BY[1:]]
        elif at == "home" and by == "crossing" and area in towns and code != "not_recorded":
            beyond = [end for end in codes["destination"] if crossing.get((area, end)) == code]
            found += [(cell, [(at, "destination", area, period, end) for end in beyond])] if beyond else []
        elif at == "home" and by == "destination" and area == "all" and code in towns:
            found.append((cell, [(role, "", code, period, "")]))
    return found


def residuals(sums: Sums, true: dict[Cell, int]) -> Bounds:
    """The attacker even knows how many are in none of the parts that are told."""
    return {
        parts[-1]: (rest, rest)
        for whole, parts in sums
        for rest in [true[whole] - sum(true[part] for part in parts[:-1])]
    }


@pytest.mark.parametrize("question", QUESTIONS)
def test_journeys_and_their_totals_recover_no_small_cell(
    protected: Source, exact: Source, question: str
) -> None:
    periods, role = years(protected), QUESTIONS[question]
    printed = collect(protected, question, periods)
    true = {cell: int(count or 0) for cell, count in collect(exact, question, periods).items()}
    tree, arrivals = sums_of(protected, printed), arrivals_of(exact, printed, role)
    others = {parts[-1]: (0, max(true.values())) for _, parts in arrivals}
    known = {
        cell: (0, 9) if is_part(protected, printed, cell) else said_by(shown)
        for cell, shown in printed.items()
    }
    known |= residuals(tree, true) | others
    learned = solve(known, [*tree, *arrivals], unions_of(exact, printed, role))
    assert all(learned[cell][0] <= count <= learned[cell][1] for cell, count in true.items())
    assert pinned(learned, true) == []
    hits, blind = hits_and_blind(learned, true)
    assert hits <= blind + 0.05
