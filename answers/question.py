"""Ask a question, and get back only what may be seen."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import Any

from answers.periods import Period
from answers.source import Source
from answers.withheld import Parts, wholes_of, withheld_parts
from data.problem import Problem
from disclosure import BELOW_THRESHOLD, CONFIDENTIAL, Mode, ProtectedTable, read_rules, table_of
from queries.engine import count
from queries.lattice import LEVELS, YEARS
from queries.question import Question, read_questions


class NeedsTable(Problem):
    """The question reads a table that no agency has sent; `table` names it."""

    def __init__(self, table: str) -> None:
        super().__init__(
            what=f"This needs the table '{table}', which no agency has sent",
            todo="Send it with the next extract; the blank template shows its columns.",
        )
        self.table = table


class OffLattice(Problem):
    """A combination of area, period and breakdown that is not held in protected mode."""


def question_named(name: str) -> Question:
    """The question of a name; Problem when there is none."""
    questions = read_questions()
    if name not in questions:
        raise Problem(what=f"There is no question '{name[:40]}'", todo="See: python -m answers list.")
    return questions[name]


def ask(
    source: Source,
    name: str,
    role: str,
    areas: Sequence[str],
    periods: Sequence[Period],
    by: tuple[str, ...] = (),
) -> ProtectedTable:
    """Shown counts of one question: one row for each area, period and code of the breakdown, none left out.

    Dimensions: `area`, `period`, then those of `by`; numbers: those that the question counts. Raises
    NeedsTable, OffLattice, or Problem for an area, role or breakdown that does not exist.
    """
    question = question_named(name)
    if len(set(by)) == len(by) and set(by) <= set(question.dimensions):
        by = tuple(dimension for dimension in question.dimensions if dimension in by)
    if question.whole and not by:
        return ask(source, question.whole, role, areas, periods)
    _refuse_unknown(source, question, role, areas, by)
    if not areas or not periods:
        raise OffLattice(
            what="The data holds no such period or area", todo="Choose another, or load a longer extract."
        )
    for needed in question.tables:
        if needed not in source.tables:
            raise NeedsTable(needed)
    if source.mode == "protected":
        _refuse_off_lattice(source, question, areas, periods, by)
    table: ProtectedTable = source.once(_answer, name, role, tuple(areas), tuple(periods), by)
    return table


def _answer(
    source: Source,
    name: str,
    role: str,
    areas: tuple[str, ...],
    periods: tuple[Period, ...],
    by: tuple[str, ...],
) -> ProtectedTable:
    question = question_named(name)
    codes = [codes_of(source, question, name) for name in by]
    if source.mode == "exact":
        cells = _count(source, question, role, areas, periods, by)
        return _complete(cells, question, areas, periods, by, codes, source.mode)
    found = _look_up(source, question, role, areas, periods, by)
    cells = [row[1:] for row in found if row[0] == " ".join(by)]
    people = len(("area", "period", *by)) + _numbers(question, by).index(question.people)
    small = withheld_parts(
        source, question, role, areas, periods, by, [row for row in found if row[1 + people] is None]
    )
    return _complete(cells, question, areas, periods, by, codes, source.mode, small)


def codes_of(source: Source, question: Question, dimension: str) -> tuple[str, ...]:
    """Every code that a dimension of a question can take in this data."""
    return question.dimensions[dimension].values or tuple(words_of_data(source, question, dimension))


def words_of_data(source: Source, question: Question, dimension: str) -> dict[str, str]:
    """The words of codes that are known when data is loaded: agencies that were asked, levels of tools, towns; else none."""
    of = question.dimensions[dimension].of
    if not of:
        return {}
    return {"agencies": source.agency_names, "tools": source.tool_names, "towns": source.town_names}[of]


def _refuse_unknown(
    source: Source, question: Question, role: str, areas: Sequence[str], by: tuple[str, ...]
) -> None:
    if role not in question.areas:
        raise Problem(
            what="This question cannot be counted by that role of the area",
            todo=f"Use one of: {', '.join(question.areas)}.",
        )
    if by not in question.breakdowns:
        raise Problem(
            what="This question has no such breakdown",
            todo=_breakdowns_of(question),
        )
    known = {area.code for area in source.areas} | {"unknown"}
    if not set(areas) <= known:
        raise Problem(what="There is no such area in the data", todo="Choose an area of the list.")


def _breakdowns_of(question: Question) -> str:
    if not question.dimensions:
        return "Ask it without a breakdown."
    most = "at most two" if question.pair and len(question.dimensions) > 1 else "one"
    return f"Use none, or {most} of: {', '.join(question.dimensions)}."


def _refuse_off_lattice(
    source: Source, question: Question, areas: Sequence[str], periods: Sequence[Period], by: tuple[str, ...]
) -> None:
    if by not in question.held:
        raise OffLattice(
            what="In protected mode this breakdown is not held",
            todo="Use one of: " + "; ".join(" and ".join(names) or "none" for names in question.held) + ".",
        )
    for period in periods:
        if period not in source.held or (question.periods == "years" and period.kind not in YEARS):
            raise OffLattice(
                what="In protected mode this is held for "
                + ("financial years and four quarters" if question.periods == "years" else "complete periods")
                + " only",
                todo="Choose a complete quarter, financial year or four quarters of the list.",
            )
        for code in areas:
            _refuse_area(source, question, code, period, by)


def _refuse_area(source: Source, question: Question, code: str, period: Period, by: tuple[str, ...]) -> None:
    level = "all" if code == "unknown" else source.area(code).level
    if LEVELS.index(level) > LEVELS.index(question.smallest_level):
        raise OffLattice(
            what="In protected mode this is not held for so small an area",
            todo=f"Choose a {question.smallest_level.replace('_', ' ')} or a larger area.",
        )
    if period.kind == "month" and not (question.periods == "months" and has_months(source, code)):
        raise OffLattice(
            what="In protected mode months are held for the largest areas only, and for what is drawn by month",
            todo="Choose a quarter or a year.",
        )
    if len(by) > 1 and not takes_pairs(source, code):
        raise OffLattice(
            what="In protected mode two breakdowns at once are held for all areas together only",
            todo="Choose one breakdown, or all areas.",
        )


def has_months(source: Source, code: str) -> bool:
    """Whether calendar months may be asked for an area in this mode."""
    levels = ["all", *read_rules().lattice.levels_with_months]
    return source.mode == "exact" or code == "unknown" or source.area(code).level in levels


def takes_pairs(source: Source, code: str) -> bool:
    """Whether two breakdowns at once may be asked for an area in this mode."""
    return source.mode == "exact" or code in ("all", "unknown") or source.area(code).parent is None


def _numbers(question: Question, by: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in question.counts if name != "top_tenth" or not by)


def _look_up(
    source: Source,
    question: Question,
    role: str,
    areas: Sequence[str],
    periods: Sequence[Period],
    by: tuple[str, ...],
) -> list[tuple[Any, ...]]:
    """Shown cells of a breakdown and of its wholes, from the cube.

    Breakdown, area, period, the codes (null where it is not by that), then the numbers.
    """
    return source.rows(
        f"""
        select {", ".join(["breakdown", "area", "period", *by, *_numbers(question, by)])}
        from cells.{question.name}
        where role = $role and list_contains($breakdowns, breakdown) and area between $first and $last
            and list_contains($areas, area) and list_contains($periods, period)
        """,
        {
            "role": role,
            "breakdowns": [" ".join(names) for names in wholes_of(by)],
            "areas": list(areas),
            "first": min(areas),
            "last": max(areas),
            "periods": [period.name for period in periods],
        },
    )


def _count(
    source: Source,
    question: Question,
    role: str,
    areas: Sequence[str],
    periods: Sequence[Period],
    by: tuple[str, ...],
) -> list[tuple[Any, ...]]:
    """True cells counted on the warehouse, in the same order of columns."""
    with source.con.cursor() as cursor:
        cells = count(cursor, question, role, areas, periods, by)
    columns = ["area", "period", *by, *_numbers(question, by)]
    return list(cells[columns].itertuples(index=False, name=None))


def _complete(
    cells: list[tuple[Any, ...]],
    question: Question,
    areas: Sequence[str],
    periods: Sequence[Period],
    by: tuple[str, ...],
    codes_by: Sequence[tuple[str, ...]],
    mode: Mode,
    small: Parts | None = None,
) -> ProtectedTable:
    """The cells with a row of zeros for each one that holds nobody: 0 and withheld are not the same.

    The parts in `small` are withheld, whether or not they hold anybody.
    """
    dimensions, numbers = ("area", "period", *by), _numbers(question, by)
    codes = [areas, [period.name for period in periods], *codes_by]
    wide = len(dimensions)
    held = {tuple(map(str, cell[:wide])): cell[wide:] for cell in cells}
    keys = list(product(*codes))
    rows = [held.get(key, (0,) * len(numbers)) for key in keys]
    for names, withheld in (small or {}).items():
        places = [dimensions.index(name) for name in ("area", "period", *names)]
        rows = [
            (None,) * len(numbers) if tuple(key[place] for place in places) in withheld else row
            for key, row in zip(keys, rows, strict=True)
        ]
    columns: dict[str, Any] = {name: [key[place] for key in keys] for place, name in enumerate(dimensions)}
    columns |= {name: [row[place] for row in rows] for place, name in enumerate(numbers)}
    mark = CONFIDENTIAL if question.behind else BELOW_THRESHOLD
    return table_of(columns, dimensions, numbers, mode, mark)
