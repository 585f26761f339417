"""Check what rows refer to: values in one table that must exist in another, and areas that must form a tree."""

from __future__ import annotations

from collections.abc import Iterable

import duckdb

from data.breach import Breach
from data.check import SHOWN_ROWS, breach_of, counted
from data.declarations import TABLES, Column
from data.sources import Source


def check_references(
    con: duckdb.DuckDBPyConnection, sources: Iterable[Source], agency: str, known_areas: set[str]
) -> list[Breach]:
    """Values that refer to a row which is not there, and areas that do not form a tree.

    A table that was not sent, or sent without rows, is not referred to; areas always are.
    """
    held = {source.table.name: source for source in sources}
    filled = {name for name in held if con.execute(f"select 1 from received.{name} limit 1").fetchall()}
    con.execute(
        "create or replace temp table others as select unnest(?::varchar[]) as area_code",
        [sorted(known_areas)],
    )
    breaches = []
    for source in held.values():
        for column in source.table.columns:
            if column.refers == "areas" or (column.refers in filled):
                breaches += _check_reference(con, source, column, agency)
    if "areas" in held:
        breaches += _check_reserved(con, held["areas"])
        breaches += _check_tree(con, held["areas"])
    con.execute("drop table others")
    return breaches


def _check_reference(
    con: duckdb.DuckDBPyConnection, source: Source, column: Column, agency: str
) -> list[Breach]:
    table = column.refers or ""
    known = f"select {TABLES[table].key[0]} from received.{table}"
    unknown = "" if column.name == "parent_code" else " union all select 'unknown'"
    known += {
        "areas": f" union all select area_code from others{unknown}",
        "agencies": " union all select $agency",
    }.get(table, "")
    query = (
        f"select row from received.{source.table.name} as held "
        f"anti join (select known from ({known}) as listed(known) where known is not null) on held.{column.sql} = known "
        f"where held.{column.sql} is not null"
    )
    count, rows = con.execute(
        f"select count(*), min(row, {SHOWN_ROWS}) from ({query})",
        {"agency": agency} if table == "agencies" else None,
    ).fetchall()[0]
    what = f"Values are not in {table}"
    todo = f"Add the missing rows to {table}, or mend the values."
    return breach_of(source, "reference", what, todo, column.name, (count, tuple(rows or ())))


def _check_reserved(con: duckdb.DuckDBPyConnection, areas: Source) -> list[Breach]:
    """Areas named as we name all of them together, or none that is known: they would be counted twice."""
    found = counted(con, "select row from received.areas where lower(area_code) in ('all', 'unknown')")
    what = "Areas have the code all or unknown, which have a meaning of their own"
    return breach_of(areas, "reserved", what, "Use their official codes.", "area_code", found)


def _check_tree(con: duckdb.DuckDBPyConnection, areas: Source) -> list[Breach]:
    """Areas that lie, directly or not, in themselves."""
    lies_in = dict(
        con.execute(
            "select area_code, parent_code from received.areas where parent_code is not null"
        ).fetchall()
    )
    circular = lying_in_themselves(lies_in)
    found = counted(
        con, "select row from received.areas where area_code in (select unnest(?::varchar[]))", [circular]
    )
    return breach_of(
        areas,
        "tree",
        "Areas lie in themselves",
        "Let every area have one parent above it.",
        "parent_code",
        found,
    )


def lying_in_themselves(lies_in: dict[str, str]) -> list[str]:
    """The areas that lie, directly or not, in themselves; `lies_in` gives the area above each."""
    return [area for area in lies_in if _comes_back(area, lies_in)]


def _comes_back(area: str, lies_in: dict[str, str]) -> bool:
    above = lies_in.get(area)
    for _ in range(len(lies_in)):
        if above is None or above == area:
            return above == area
        above = lies_in.get(above)
    return False
