"""Check each table by itself: types, lists, keys, the order of dates, cells, personal data."""

from __future__ import annotations

from typing import Any

import duckdb
import h3

from data.breach import Breach
from data.declarations import Column, Table
from data.marked import FINEST_CELL
from data.scan import found_in
from data.sources import Source
from data.typed import never_was

SHOWN_ROWS = 5
Found = tuple[int, tuple[int, ...]]

RULE_OF_KIND = {
    "ref": ("pseudonym", "Values are not pseudonyms", "Use at least 16 hexadecimal or base32 characters, not digits alone."),
    "code": ("code", "Values are too long or are sentences", "Use short codes of at most 60 characters and six words."),
    "text": ("name", "Values are too long to be names", "Use names of at most 120 characters on one line."),
    "date": ("date", "Values are not dates", "Write dates as 2024-03-31."),
    "time": ("time", "Values are not times", "Write times as 2024-03-31T21:05, with an offset, or a date alone."),
    "month": ("month", "Values are not months", "Write the year and month as 2009-05, never the day."),
    "integer": ("integer", "Values are not whole numbers in range", "Write digits alone."),
    "number": ("number", "Values are not numbers", "Write digits and a point alone."),
    "cell": ("cell", "Values are not H3 cells", "Use H3 cells of resolution 9 or coarser, 15 hexadecimal characters."),
    "list": ("list", "Values are not lists of codes", "Put a semicolon between short codes."),
}  # fmt: skip


def counted(con: duckdb.DuckDBPyConnection, query: str, values: list[object] | None = None) -> Found:
    """How many rows a query finds (by its column `row`), and the first of them."""
    count, rows = con.execute(
        f"select count(*), min(row, {SHOWN_ROWS}) from ({query})", values or []
    ).fetchall()[0]
    return count, tuple(rows or ())


def check_table(con: duckdb.DuckDBPyConnection, source: Source) -> list[Breach]:
    """Breaches of one table by itself: empty, mistyped or unlisted values, keys, order of dates, personal data."""
    return [
        *_check_values(con, source),
        *_check_key(con, source),
        *_check_order(con, source),
        *_check_cells(con, source),
        *_scan(con, source),
    ]


def _check_values(con: duckdb.DuckDBPyConnection, source: Source) -> list[Breach]:
    """One pass over the table for every column at once."""
    tests = [test for column in source.table.columns for test in _tests(source, column)]
    measures = ", ".join(
        f"count(*) filter (where {test}), min(staged.row, {SHOWN_ROWS}) filter (where {test})"
        for test, _ in tests
    )
    name = source.table.name
    row = con.execute(
        f"select {measures} from staged.{name} as staged join received.{name} as received using (row)"
    ).fetchall()[0]
    return [
        Breach(**{**about, "count": row[2 * at], "rows": tuple(row[2 * at + 1])})
        for at, (_, about) in enumerate(tests)
        if row[2 * at]
    ]


def _tests(source: Source, column: Column) -> list[tuple[str, dict[str, Any]]]:
    sent, held = f"staged.{column.sql}", f"received.{column.day if column.kind == 'time' else column.sql}"
    place = {"file": source.name, "column": column.name}
    rule, what, todo = _mistyped(source.table, column)
    tests = [(f"{sent} is not null and {held} is null", {"rule": rule, "what": what, "todo": todo, **place})]
    if column.required and not _has_own_rule(source.table, column):
        todo = "Fill them in" + (
            "; write unknown where it is not known." if "unknown" in column.values else "."
        )
        tests.append(
            (f"{sent} is null", {"rule": "empty", "what": "Required values are empty", "todo": todo, **place})
        )
    if column.kind == "time":
        todo = "They were read as an hour later on the clock; correct them if that is wrong."
        what = "Times in the hour that the clocks left out"
        gap = never_was(column).replace(f"({column.sql},", f"({sent},")
        tests.append((gap, {"rule": "clock", "what": what, "todo": todo, "severity": "warn", **place}))
    return tests


def _mistyped(table: Table, column: Column) -> tuple[str, str, str]:
    if column.kind in RULE_OF_KIND:
        return RULE_OF_KIND[column.kind]
    rule = "1006" if (table.name, column.name) == ("missing_episodes", "kind") else "closed_list"
    return rule, "Values are not in the list", f"Use one of: {', '.join(column.values)}."


def _has_own_rule(table: Table, column: Column) -> bool:
    return table.name == "missing_episodes" and column.name in ("started_at", "kind")


def _check_key(con: duckdb.DuckDBPyConnection, source: Source) -> list[Breach]:
    key = ", ".join(source.table.key)
    if not key:
        return []
    present = " and ".join(f"{column} is not null" for column in source.table.key)
    count, rows = counted(
        con,
        f"select row from received.{source.table.name} where {present} "
        f"qualify row_number() over (partition by {key} order by row) > 1",
    )
    what = f"Rows repeat the {key} of an earlier row"
    return breach_of(source, "duplicate", what, "Send each once.", source.table.key[0], (count, rows))


def _check_order(con: duckdb.DuckDBPyConnection, source: Source) -> list[Breach]:
    breaches = []
    for first, last in source.table.order:
        found = counted(con, f"select row from received.{source.table.name} where {last} < {first}")
        breaches += breach_of(
            source, "order", f"Ends come before their starts ({first})", "Mend the dates.", last, found
        )
    return breaches


def _check_cells(con: duckdb.DuckDBPyConnection, source: Source) -> list[Breach]:
    breaches = []
    for column in (column for column in source.table.columns if column.kind == "cell"):
        values = _distinct(con, source, f"select distinct {column.sql} from received.{source.table.name}")
        wrong = [value for value in values if not h3.is_valid_cell(value)]
        fine = [
            value for value in values if h3.is_valid_cell(value) and h3.get_resolution(value) > FINEST_CELL
        ]
        rule, what, todo = RULE_OF_KIND["cell"]
        breaches += breach_of(
            source, rule, what, todo, column.name, _rows_with(con, source, column, wrong, "received")
        )
        what = "Cells are finer than resolution 9"
        found = _rows_with(con, source, column, fine, "received")
        breaches += breach_of(
            source, "cell_too_fine", what, "Send their parent of resolution 9 or coarser.", column.name, found
        )
    return breaches


def _distinct(con: duckdb.DuckDBPyConnection, source: Source, query: str) -> list[str]:
    return [value for (value,) in con.execute(query).fetchall() if value is not None]


def _rows_with(
    con: duckdb.DuckDBPyConnection, source: Source, column: Column, values: list[str], schema: str
) -> Found:
    if not values:
        return 0, ()
    query = f"select row from {schema}.{source.table.name} where {column.sql} in (select unnest(?))"
    return counted(con, query, [values])


def _scan(con: duckdb.DuckDBPyConnection, source: Source) -> list[Breach]:
    """Personal data in the columns whose values are not a closed list nor of an exact form."""
    breaches = []
    for column in (column for column in source.table.columns if column.kind in ("code", "text", "list")):
        query = (
            f"select distinct {column.sql} from staged.{source.table.name} "
            rf"where regexp_matches({column.sql}, '[\p{{N}}@＠]')"
        )
        found: dict[str, list[str]] = {}
        for value in _distinct(con, source, query):
            kind = found_in(value, identifier=_is_identifier(column))
            if kind:
                found.setdefault(kind, []).append(value)
        for kind, values in found.items():
            what = f"Values hold what looks like {kind}"
            rows = _rows_with(con, source, column, values, "staged")
            breaches += breach_of(
                source, "personal_data", what, "Remove it before anything is sent.", column.name, rows
            )
    return breaches


def _is_identifier(column: Column) -> bool:
    return column.refers in ("areas", "agencies") or column.name in ("area_code", "agency_code")


def breach_of(
    source: Source, rule: str, what: str, todo: str, column: str | None, found: Found
) -> list[Breach]:
    count, rows = found
    return [Breach(rule, what, todo, source.name, column, count, rows)] if count else []
