"""Places that an agency marks to be left out of what repeats near by: many children are found there for a reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

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


def _problem(what: str, todo: str) -> Problem:
    return Problem(what=what, todo=todo, file="extract.toml", column=ENTRY)
