"""A table of a reader's choice: asked cell by cell, its totals too, and never added up."""

from __future__ import annotations

from collections.abc import Sequence

from answers.cautions import caution_of
from answers.finding import Finding
from answers.question import ask, question_named
from answers.tables.choices import NUMBERS, Axis, Choice, axis_of, span_of
from answers.tables.grid import MANY, Grid, kept, number_words, printed_by
from answers.view import View, finding_of
from answers.words import capital, in_sentence, listed
from disclosure import ProtectedTable

SHARE = "share_of_"
TOTALS = "Totals are counted by themselves, not added up."
EMPTY_LEFT_OUT = "Of long lists, what nobody is counted under is left out."


def built(view: View, choice: Choice) -> Finding:
    """The finding of a table; `extra` has its `grid`, and the `caution` that stands above it."""
    rows = axis_of(view, choice.question, choice.rows)
    columns = None if choice.columns == NUMBERS else axis_of(view, choice.question, choice.columns)
    axes = [axis for axis in (rows, columns) if axis]
    body = _cells(view, choice.question, axes)
    grid = _crossed(view, choice, rows, columns, body) if columns else _listed(view, choice, rows, body)
    asked = question_named(choice.question)
    return finding_of(
        view,
        "table",
        choice.question,
        body,
        title=asked.question,
        subtitle=f"{_what(choice, rows, columns, body)}. {view.place}, {span_of(view, axes).label_long}.",
        extra={"grid": grid, "caution": caution_of(choice.question, [axis.key for axis in axes])},
    )


def _what(choice: Choice, rows: Axis, columns: Axis | None, body: ProtectedTable) -> str:
    """'Children by gender as recorded and age': what is counted, by what."""
    counted = [choice.number] if columns else [one for one in body.numbers if one != "top_tenth"]
    by = [in_sentence(axis.heading) for axis in (rows, columns) if axis]
    return f"{capital(listed([in_sentence(number_words(one)) for one in counted]))} by {listed(by)}"


def _cells(view: View, question: str, axes: Sequence[Axis]) -> ProtectedTable:
    """Every cell of some axes; the scope's own area, period and total for what none of them is."""
    keys = {axis.key: axis for axis in axes}
    areas = list(keys["area"].labels) if "area" in keys else [view.scope.area]
    periods = keys["period"].periods if "period" in keys else [view.scope.period]
    by = tuple(key for key in keys if key not in ("area", "period"))
    return ask(view.source, question, view.scope.role, areas, periods, by)


def _listed(view: View, choice: Choice, rows: Axis, body: ProtectedTable) -> Grid:
    """The numbers of the question beside each other; by a dimension, with the share that each row is of the total."""
    totals = _cells(view, choice.question, []) if rows.total else None
    numbers = body.numbers
    if totals and rows.key in question_named(choice.question).dimensions:
        for one in numbers:
            whole = totals.values(one)[0]
            body, totals = (view.with_shares(table, one, whole, f"{SHARE}{one}") for table in (body, totals))
        numbers = body.numbers
    columns = [printed_by(body, one, [rows.key]) for one in numbers]
    lines = {code: [column[(code,)] for column in columns] for code in rows.labels}
    shown = [[rows.labels[code], *lines[code]] for code in kept(list(lines), list(lines.values()))]
    if totals:
        shown.append([rows.total, *(totals.printed(one)[0] for one in numbers)])
    return Grid(
        [rows.heading, *map(_heading, numbers)], shown, notes=_notes(rows), is_totalled=totals is not None
    )


def _heading(number: str) -> str:
    plain = number.removeprefix(SHARE)
    return number_words(plain) if plain == number else f"Share of {in_sentence(number_words(plain))}, %"


def _crossed(view: View, choice: Choice, rows: Axis, columns: Axis, body: ProtectedTable) -> Grid:
    """One number, with its totals to the right and below where there are any."""
    printed: dict[tuple[str, ...], dict[tuple[str, ...], str]] = {}
    printed[rows.key, columns.key] = printed_by(body, choice.number, [rows.key, columns.key])

    def cell(row: str | None, column: str | None) -> str:
        """What is printed for two codes, or for the total of one axis or of both."""
        axes = [axis for axis, code in ((rows, row), (columns, column)) if code is not None]
        keys = tuple(axis.key for axis in axes)
        if keys not in printed:
            printed[keys] = printed_by(_cells(view, choice.question, axes), choice.number, keys)
        return printed[keys][tuple(code for code in (row, column) if code is not None)]

    down, across = list(rows.labels), list(columns.labels)
    ends: list[list[str | None]] = [
        [*kept(down, [[cell(row, column) for column in across] for row in down])],
        [*kept(across, [[cell(row, column) for row in down] for column in across])],
    ]
    for axis, codes in zip((rows, columns), ends, strict=True):
        codes += [None] if axis.total else []
    headings = [rows.heading, *(_name(columns, code) for code in ends[1])]
    lines = [[_name(rows, row), *(cell(row, column) for column in ends[1])] for row in ends[0]]
    return Grid(headings, lines, notes=_notes(rows, columns), is_totalled=bool(rows.total))


def _name(axis: Axis, code: str | None) -> str:
    return axis.total if code is None else axis.labels[code]


def _notes(*axes: Axis) -> list[str]:
    """What a reader must know of the totals and of what is not there."""
    notes = [TOTALS] if any(axis.total for axis in axes) else []
    return notes + ([EMPTY_LEFT_OUT] if any(len(axis.labels) > MANY for axis in axes) else [])
