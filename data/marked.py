"""Places that an agency marks to be left out of wards and of what repeats near by: many are found there for a reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import duckdb
import h3

from data.problem import Problem

ENTRY = "marked_cells"
REASONS = ("police_station", "hospital", "home", "other")
FINEST_CELL = 9


@dataclass(frozen=True)
class MarkedCell:
    """An H3 cell, and why so many are recorded in it."""

    cell: str
    reason: str


def read_marked(listed: Any) -> tuple[MarkedCell, ...]:
    """The marks of a manifest; Problem if they are not understood."""
    if not isinstance(listed, list) or not all(isinstance(entry, dict) for entry in listed):
        raise _problem("The entry is not understood", "Write each place under [[marked_cells]].")
    return tuple(_marked(entry) for entry in listed)


def _marked(entry: dict[str, Any]) -> MarkedCell:
    cell, reason = str(entry.get("cell", "")), entry.get("reason")
    if set(entry) != {"cell", "reason"} or reason not in REASONS:
        raise _problem("A marked place is not understood", f"Give cell, and reason ({', '.join(REASONS)}).")
    if not h3.is_valid_cell(cell) or h3.get_resolution(cell) > FINEST_CELL:
        raise _problem(
            "A marked place is not an H3 cell", f"Use cells of resolution {FINEST_CELL} or coarser."
        )
    return MarkedCell(cell, str(reason))


def lay_left_out(con: duckdb.DuckDBPyConnection) -> None:
    """Make `left_out_cells`: each cell that was sent of an event and is, or lies in, one that an agency has marked."""
    marks = {cell for (cell,) in con.execute("select distinct cell from marked_cells").fetchall()}
    sizes = {h3.get_resolution(cell) for cell in marks}
    con.execute("create table left_out_cells (cell varchar)")
    left_out = [cell for cell in (_cells_sent(con) if marks else ()) if _is_in(cell, marks, sizes)]
    if left_out:
        con.execute("insert into left_out_cells select unnest($cells)", {"cells": left_out})


def _cells_sent(con: duckdb.DuckDBPyConnection) -> list[str]:
    columns = (
        ("missing_episodes", "missing_from_cell"),
        ("missing_episodes", "found_cell"),
        ("locations", "cell"),
    )
    each = " union ".join(f"select {name} as cell from sent.{table}" for table, name in columns)
    return [cell for (cell,) in con.execute(f"from ({each}) where cell is not null order by cell").fetchall()]


def _is_in(cell: str, marks: set[str], sizes: set[int]) -> bool:
    own = h3.get_resolution(cell)
    return any(h3.cell_to_parent(cell, size) in marks for size in sizes if size <= own)


def _problem(what: str, todo: str) -> Problem:
    return Problem(what=what, todo=todo, file="extract.toml", column=ENTRY)
