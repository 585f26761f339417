"""The tables of the 2011 national assessment, asked of any partnership's data and printed with its labels."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from pathlib import Path

from answers.periods import Period, period_between
from answers.question import ask
from answers.source import Source
from answers.words import label
from data.codes import CODES
from data.problem import Problem
from disclosure import ProtectedTable, gathered, side_by_side, with_label

UNKNOWN = ("unknown", "not_recorded", "not_applicable", "not_listed")
SIDES = {"1": "group_1", "2": "group_2"}


@dataclass(frozen=True)
class Printed:
    """One table as the assessment prints it; `rows` has the codes of each printed label."""

    number: int
    title: str
    question: str
    dimension: str
    rows: dict[str, list[str]]
    sides: bool = False
    left_out: list[str] = field(default_factory=list)

    @property
    def numbers(self) -> tuple[str, ...]:
        """The columns of numbers: groups 1 and 2, or `count`."""
        return tuple(SIDES.values()) if self.sides else ("count",)


@cache
def printed_tables() -> dict[str, Printed]:
    """CEOP1 to CEOP13."""
    declared = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return {f"CEOP{number}": Printed(int(number), **about) for number, about in declared.items()}


def printed_named(name: str) -> Printed | None:
    """The table of a name such as CEOP4, None for a name of another form; Problem when there is no such table."""
    if not re.fullmatch(r"CEOP\d+", name.upper()):
        return None
    if name.upper() not in printed_tables():
        raise Problem(what="The assessment has no such table", todo="Use CEOP1 to CEOP13.")
    return printed_tables()[name.upper()]


def ask_printed(
    source: Source, printed: Printed, role: str, area: str, period: Period, together: bool = True
) -> ProtectedTable:
    """One row for each printed label (`category`), and `broad` beside an ethnicity: groups 1 and 2, or `count`.

    `together` puts every kind of not knowing into one row, as the assessment does: a sum, where they are shown apart.
    """
    by = ("identification", printed.dimension) if printed.sides else (printed.dimension,)
    table = ask(source, printed.question, role, [area], [period], by)
    table = table.without(printed.dimension, printed.left_out)
    if printed.sides:
        table = side_by_side(table, "identification", SIDES, "nominals")
    else:
        table = side_by_side(table, "", {"": "count"}, table.numbers[0])
    counted = {code for code in table.labels(printed.dimension) if _holds(table, printed, code)}
    rows = _rows(printed, tuple(dict.fromkeys(table.labels(printed.dimension))), counted, together)
    found = gathered(table, printed.dimension, rows, "category")
    if printed.dimension != "ethnicity":
        return found
    return with_label(found, "broad", [_broad(rows[row][0]) for row in found.labels("category")], "category")


def ask_totals(
    source: Source, printed: Printed, role: str, area: str, period: Period
) -> dict[str, int | None]:
    """The total under each column; where rows are left out, the sum of those that are printed."""
    if printed.left_out:
        counts = ask_printed(source, printed, role, area, period).values("count")
        return {"count": None if None in counts else sum(int(count) for count in counts if count is not None)}
    by = ("identification",) if printed.sides else ()
    table = ask(source, printed.question, role, [area], [period], by)
    totals = [None if count is None else int(count) for count in table.values(table.numbers[0])]
    return dict(zip(printed.numbers, totals, strict=True))


def whole_period(source: Source) -> Period:
    """Every day that the extracts cover, in exact mode; in protected mode the newest financial year."""
    if source.mode == "exact":
        since = min(extract["period_start"] for extract in source.extracts)
        until = max(extract["period_end"] for extract in source.extracts)
        return period_between(since, until + timedelta(days=1))
    years = [period for period in source.periods if period.kind == "financial_year"]
    if not years:
        raise Problem(what="The data holds no complete financial year", todo="Give --period.")
    return years[-1]


def answers_by_kind(source: Source) -> dict[str, int]:
    """How many answered, by kind; a council and the board of one area that both did are one joint answer."""
    answered = [one for one in source.answered if one["answer"] != "none"]
    councils, boards = (
        {one["area"] for one in answered if one["agency_type"] == kind}
        for kind in ("childrens_services", "lscb")
    )
    return {
        "police_forces": sum(one["agency_type"] == "police" for one in answered),
        "childrens_services_and_lscbs": len(councils | boards),
        "childrens_services_only": len(councils - boards),
        "lscb_only": len(boards - councils),
        "joint": len(councils & boards),
        "specialist_providers": sum(one["agency_type"] == "voluntary" for one in answered),
    }


def _holds(table: ProtectedTable, printed: Printed, code: str) -> bool:
    only = table.only(**{printed.dimension: code})
    return any(value != 0 for number in table.numbers for value in only.values(number))


def _rows(
    printed: Printed, codes: tuple[str, ...], counted: set[str], together: bool
) -> dict[str, list[str]]:
    """The codes of each row: those printed, those counted but not foreseen, and what is not known."""
    foreseen = {code for named in printed.rows.values() for code in named}
    other = [code for code in codes if code in counted - foreseen - set(UNKNOWN)]
    unknown = [code for code in UNKNOWN if code in codes]
    rows = printed.rows | {label(printed.dimension, code): [code] for code in other}
    if not together:
        return rows | {
            label(printed.dimension, code): [code] for code in unknown if code in counted | {"unknown"}
        }
    return rows | ({"Unknown": unknown} if unknown else {})


def _broad(code: str) -> str:
    """'White' for 'white_british'; a group that is broad already is itself."""
    for group, codes in CODES["ethnic_group"].items():
        if code in codes:
            return label("ethnic_group", group)
    return "Unknown"
