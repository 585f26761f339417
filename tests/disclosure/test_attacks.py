"""Attack 3: totals minus parts, over areas, breakdowns and years at once, on all that is printed of the demo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from answers.periods import Period
from answers.question import ask
from answers.source import Source, open_source
from queries.question import read_questions
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
                for whole, parts in tree_of(source).items():
                    cells = [(question, by, part, period.name, code) for part in parts]
                    sums.append(((question, by, whole, period.name, code), list(cells)))
        for question, by in PARTITIONS:
            sums += parted(source, period, question, by)
    return sums


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
    withheld_wholes = {cell[2:4] for cell, shown in printed.items() if cell[0] == "missing" and shown is None}
    known: Bounds = {
        cell: (0, 9) if cell[1] and cell[2:4] in withheld_wholes else said_by(shown)
        for cell, shown in printed.items()
    }
    learned = solve(known, sums_of(protected, periods), unions_of(protected, periods))
    assert all(learned[cell][0] <= count <= learned[cell][1] for cell, count in true.items())
    assert sum(count in SMALL for count in true.values()) > 1_000
    assert pinned(learned, true) == []
    hits, blind = hits_and_blind(learned, true)
    assert hits <= blind + 0.05


def test_a_part_of_a_withheld_whole_is_withheld_whether_or_not_it_holds_anybody(
    sources: tuple[Source, Source],
) -> None:
    """Which parts are empty would give the whole a least number; added up, they pin small cells by the hundred."""
    protected = sources[0]
    periods = [one for one in protected.periods if one.kind == "quarter"][-4:]
    wholes = collect(protected, periods, *WHOLE)
    for question, by in (*PARTITIONS, *OVERLAPS):
        for cell, shown in collect(protected, periods, question, by).items():
            if wholes[(*WHOLE, *cell[2:4], "")] is None:
                assert shown is None
        held = protected.rows(
            f"""select count(*) from cells.{question} as part join cells.missing as whole using (role, area, period)
            where part.breakdown <> '' and whole.breakdown = '' and whole.children is null""",
            {},
        )
        assert held == [(0,)], "the cube itself does not say which parts are empty"
