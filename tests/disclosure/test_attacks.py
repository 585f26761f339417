"""Attack 3: totals minus parts, over areas, breakdowns and years at once, on all that is printed of the demo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from answers.periods import Period
from answers.question import ask
from answers.source import Source, open_source
from queries.question import read_questions
from tests.disclosure.routes import Route, asked, first_routes
from tests.disclosure.solver import (
    SMALL,
    Bounds,
    Cell,
    hits_and_blind,
    pinned,
    said_by,
    solve,
)

# Every child is in one part of these, so that their parts add up; of the others parts may share children.
PARTITIONS = (
    ("missing_by_number", "number"),
    ("missing_by_number", "repeated"),
    ("missing_by_sender", "sent_by"),
)
OVERLAPS = (("missing_by_place", "place"),)
WHOLE = ("missing", "")


@pytest.fixture(scope="module")
def sources(demo_root: Path) -> Iterator[tuple[Source, Source]]:
    protected, exact = open_source("protected", demo_root), open_source("exact", demo_root)
    yield protected, exact
    protected.close()
    exact.close()


def codes_of(question: str, by: str) -> tuple[str, ...]:
    return read_questions()[question].dimensions[by].values if by else ("",)


def collect(source: Source, periods: list[Period], question: str, by: str) -> dict[Cell, float | None]:
    """Every printed number of children, by home area: a child has one home."""
    areas = [*(area.code for area in source.areas), "unknown"]
    table = ask(source, question, "home", areas, periods, (by,) if by else ())
    codes = table.labels(by) if by else [""] * len(table)
    names = zip(table.labels("area"), table.labels("period"), codes, strict=True)
    cells = [(question, by, *name) for name in names]
    return dict(zip(cells, table.values("children"), strict=True))


def tree_of(source: Source) -> dict[str, list[str]]:
    parts = {area.code: [part.code for part in source.parts(area.code)] for area in source.areas}
    parts["all"].append("unknown")
    return {whole: members for whole, members in parts.items() if members}


def sums_of(source: Source, periods: list[Period]) -> list[tuple[Cell, list[Cell]]]:
    """What adds up: the areas of the tree, and the parts of a breakdown in which each child has one part."""
    sums: list[tuple[Cell, list[Cell]]] = []
    for period in periods:
        for question, by in (WHOLE, *PARTITIONS):
            for code in codes_of(question, by):
                sums += tree_sums(source, [period], question, by, code)
        for question, by in PARTITIONS:
            sums += parted(source, period, question, by)
    return sums


def tree_sums(
    source: Source, periods: list[Period], question: str, by: str = "", code: str = ""
) -> list[tuple[Cell, list[Cell]]]:
    """Each area and its parts, and those of its children whose home is known no closer than it."""
    return [
        (
            (question, by, whole, period.name, code),
            [(question, by, part, period.name, code) for part in (*parts, f"{whole} alone")],
        )
        for period in periods
        for whole, parts in tree_of(source).items()
    ]


def said(source: Source, printed: dict[Cell, float | None], true: dict[Cell, int]) -> Bounds:
    """What each printed number says by itself: a part of what is withheld may also be empty.

    The attacker even knows how many children of each area are in none of its parts.
    """
    known = {
        cell: (0, 9) if is_part(source, printed, cell) else said_by(shown) for cell, shown in printed.items()
    }
    tree = tree_of(source)
    for question, by, area, period, code in printed:
        if area in tree:
            parts = sum(true[question, by, part, period, code] for part in tree[area])
            alone = true[question, by, area, period, code] - parts
            known[question, by, f"{area} alone", period, code] = (alone, alone)
    return known


def is_part(source: Source, printed: dict[Cell, float | None], cell: Cell) -> bool:
    """Whether a cell is a part of a withheld one, by its area or by its code."""
    question, by, area, period, code = cell
    above = [(question, by, one, period, code) for one in source.above(area)]
    wholes = [(*WHOLE, one, period, "") for one in (area, *source.above(area))] if by else []
    return any(printed.get(one, 0) is None for one in (*above, *wholes))


def parted(source: Source, period: Period, question: str, by: str) -> list[tuple[Cell, list[Cell]]]:
    areas = [*(area.code for area in source.areas), "unknown"]
    return [
        (
            (*WHOLE, area, period.name, ""),
            [(question, by, area, period.name, code) for code in codes_of(question, by)],
        )
        for area in areas
    ]


def unions_of(source: Source, periods: list[Period]) -> list[tuple[Cell, list[Cell]]]:
    """A year and its quarters; a whole and parts that share children."""
    unions = [
        one for period in periods for question, by in OVERLAPS for one in parted(source, period, question, by)
    ]
    for year in [period for period in periods if period.kind != "quarter"]:
        within = [
            one.name for one in periods if one.kind == "quarter" and year.since <= one.since < year.until
        ]
        for area in source.areas:
            cells = [(*WHOLE, area.code, quarter, "") for quarter in within]
            unions.append(((*WHOLE, area.code, year.name, ""), list(cells)))
    return unions


def test_totals_minus_parts_recover_no_small_cell(sources: tuple[Source, Source]) -> None:
    protected, exact = sources
    periods = [one for one in protected.periods if one.kind != "month"]
    printed: dict[Cell, float | None] = {}
    true: dict[Cell, int] = {}
    for question, by in (WHOLE, *PARTITIONS, *OVERLAPS):
        printed |= collect(protected, periods, question, by)
        counted = collect(exact, periods, question, by)
        true |= {cell: int(count or 0) for cell, count in counted.items()}
    known = said(protected, printed, true)
    learned = solve(known, sums_of(protected, periods), unions_of(protected, periods))
    assert all(learned[cell][0] <= count <= learned[cell][1] for cell, count in true.items())
    assert sum(count in SMALL for count in true.values()) > 1_000
    assert pinned(learned, true) == []
    hits, blind = hits_and_blind(learned, true)
    assert hits <= blind + 0.05


@pytest.mark.parametrize("question", ["away", "missing_at_end", "missing_from_care", "missing_repeat"])
def test_totals_of_rare_events_minus_parts_recover_no_small_cell(
    sources: tuple[Source, Source], question: str
) -> None:
    """Where most areas hold nobody, those that hold somebody would count the whole."""
    protected = sources[0]
    periods = [one for one in protected.periods if one.kind != "month"]
    printed, counted = (collect(source, periods, question, "") for source in sources)
    true = {cell: int(count or 0) for cell, count in counted.items()}
    learned = solve(said(protected, printed, true), tree_sums(protected, periods, question))
    assert pinned(learned, true) == []
    hits, blind = hits_and_blind(learned, true)
    assert hits <= blind + 0.05


@pytest.mark.parametrize("name", read_questions())
def test_a_part_of_what_is_withheld_is_withheld_whether_or_not_it_holds_anybody(
    sources: tuple[Source, Source], name: str
) -> None:
    """Which parts are empty gives their whole a least number: it pinned small cells by the hundred."""
    protected, held = sources[0], 0
    for route in first_routes(read_questions()[name]):
        wholes = people_of(protected, replace(route, by=()))
        printed = people_of(protected, route)
        for (area, period, *codes), count in printed.items():
            above = protected.above(area)
            held += count is None
            assert count is None or None not in [printed[one, period, *codes] for one in above]
            assert count is None or not codes or None not in [wholes[one, period] for one in (area, *above)]
    assert held


def people_of(source: Source, route: Route) -> dict[tuple[str, ...], float | None]:
    """The printed number of people of each cell of quarters and years."""
    table = next(asked(source, route))
    names = zip(*(table.labels(dimension) for dimension in table.dimensions), strict=True)
    return dict(zip(names, table.values(table.numbers[0]), strict=True))


@pytest.mark.parametrize("name", read_questions())
def test_the_cube_does_not_say_which_parts_of_what_is_withheld_are_empty(
    sources: tuple[Source, Source], name: str
) -> None:
    question, protected = read_questions()[name], sources[0]
    pairs = [(area.code, whole) for area in protected.areas for whole in protected.above(area.code)]
    tree = ", ".join(f"('{part}', '{whole}')" for part, whole in pairs)
    for by in question.counted:
        held = protected.rows(
            f"""
            select count(*) from cells.{name} as part
            join (values {tree}) as tree (area, whole) using (area)
            join cells.{name} as above using ({", ".join(["role", "breakdown", "period", *by])})
            where above.area = tree.whole and breakdown = $by and above.{question.people} is null
            """,
            {"by": " ".join(by)},
        )
        assert held == [(0,)]
