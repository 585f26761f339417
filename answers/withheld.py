"""A part of what is withheld is withheld too: in the areas below, and by each code, whether or not it holds anybody.

Which parts hold anyone gives a least number for their whole: nine wards with somebody, in a county of fewer than
ten, hold one child each.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from answers.periods import Period
from answers.source import Source
from queries.question import Question, read_questions

Parts = dict[tuple[str, ...], set[tuple[Any, ...]]]


def rows_to_hold(question: Question) -> str:
    """SQL for those of the shown `rows` of a question that the cube holds; needs `area_tree`."""
    return " union all by name ".join(_rows_by(question, by) for by in question.counted)


def _rows_by(question: Question, by: tuple[str, ...]) -> str:
    without = [
        f"anti join ({_parts_of_withheld(question, names, by)}) as withheld_{number}"
        f" using ({', '.join(['role', 'area', 'period', *names])})"
        for number, names in enumerate(question.held)
        if set(names) <= set(by)
    ]
    return f"select * from (from rows where breakdown = '{' '.join(by)}') as cells_by {' '.join(without)}"


def _parts_of_withheld(question: Question, names: tuple[str, ...], by: tuple[str, ...]) -> str:
    """The cells of fewer dimensions, or of larger areas, that are withheld: by each area in them."""
    asked = _asked(question, names)
    columns = ["role", "area_tree.area", "period", *names]
    table = "rows" if asked == question else f"cells.{asked.name}"
    return f"""
        select distinct {", ".join(columns)}
        from (from {table} where breakdown = '{" ".join(names)}' and {asked.people} is null) as wholes
        join area_tree on area_tree.ancestor = wholes.area
        {"where area_tree.area <> area_tree.ancestor" if names == by else ""}"""


def _asked(question: Question, names: tuple[str, ...]) -> Question:
    return read_questions()[question.whole] if question.whole and not names else question


def wholes_of(by: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The breakdowns whose cells hold those of `by`: none, each alone, and itself."""
    return list(dict.fromkeys([(), *((name,) for name in by), by]))


def withheld_parts(
    source: Source,
    question: Question,
    role: str,
    areas: Sequence[str],
    periods: Sequence[Period],
    by: tuple[str, ...],
    own: Sequence[Sequence[Any]],
) -> Parts:
    """For each set of dimensions of `by`: the areas, periods and codes that are withheld, or lie in what is.

    `own` are the withheld cells of the areas themselves: breakdown, area, period, then the codes of `by`.
    """
    wholes = {" ".join(names): names for names in wholes_of(by)}
    parts: Parts = {names: set() for names in wholes.values()}
    below: dict[str, list[str]] = {}
    for code in areas:
        for whole in source.above(code):
            below.setdefault(whole, []).append(code)
    for name in sorted({_asked(question, names).name for names in wholes.values()}):
        held = tuple(words for words, names in wholes.items() if _asked(question, names).name == name)
        here, found = {code: [code] for code in areas}, own
        if name != question.name:
            found = source.once(_withheld, name, role, tuple(areas), tuple(periods), held, by)
        above = source.once(_withheld, name, role, tuple(sorted(below)), tuple(periods), held, by)
        for rows, inside in ((found, here), (above, below)):
            for words, whole, period, *codes in rows:
                if words in held:
                    names = wholes[words]
                    kept = [code for dimension, code in zip(by, codes, strict=False) if dimension in names]
                    parts[names] |= {(code, period, *kept) for code in inside[whole]}
    return parts


def _withheld(
    source: Source,
    name: str,
    role: str,
    areas: tuple[str, ...],
    periods: tuple[Period, ...],
    breakdowns: tuple[str, ...],
    by: tuple[str, ...],
) -> list[tuple[Any, ...]]:
    """The withheld cells of one question: by what, area, period, and the codes of `by` (null where it is not by that)."""
    if not areas:
        return []
    question = read_questions()[name]
    codes = [dimension for dimension in by if any(dimension in words.split() for words in breakdowns)]
    return source.rows(
        f"""
        select {", ".join(["breakdown", "area", "period", *codes])} from cells.{name}
        where role = $role and list_contains($breakdowns, breakdown) and {question.people} is null
            and list_contains($areas, area) and list_contains($periods, period)
        """,
        {
            "role": role,
            "breakdowns": list(breakdowns),
            "areas": list(areas),
            "periods": [period.name for period in periods],
        },
    )
