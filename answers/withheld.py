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


def withheld_parts(
    source: Source,
    question: Question,
    role: str,
    areas: Sequence[str],
    periods: Sequence[Period],
    by: tuple[str, ...],
) -> Parts:
    """For each set of dimensions of `by`: the areas, periods and codes that are withheld, or lie in what is."""
    below: dict[str, list[str]] = {}
    for code in areas:
        for whole in (code, *source.above(code)):
            below.setdefault(whole, []).append(code)
    parts: Parts = {}
    for names in {(), *((name,) for name in by), by}:
        wholes = _withheld(source, _asked(question, names), role, list(below), periods, names)
        parts[names] = {(code, *rest) for whole, *rest in wholes for code in below[whole]}
    return parts


def _withheld(
    source: Source,
    question: Question,
    role: str,
    areas: list[str],
    periods: Sequence[Period],
    names: tuple[str, ...],
) -> list[tuple[Any, ...]]:
    return source.rows(
        f"""
        select {", ".join(["area", "period", *names])} from cells.{question.name}
        where role = $role and breakdown = $breakdown and {question.people} is null
            and list_contains($areas, area) and list_contains($periods, period)
        """,
        {
            "role": role,
            "breakdown": " ".join(names),
            "areas": areas,
            "periods": [period.name for period in periods],
        },
    )
