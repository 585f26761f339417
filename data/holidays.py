"""School holidays of the area, as an agency sends them: absences are told apart by term and holiday."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from data.problem import Problem

ENTRY = "school_holidays"
LONGEST = 62  # days: a summer holiday has fewer


@dataclass(frozen=True)
class Holiday:
    """The first and the last day of one school holiday, both in it."""

    first: date
    last: date


def read_holidays(listed: Any) -> tuple[Holiday, ...]:
    """The holidays of a manifest; Problem if they are not understood."""
    if not isinstance(listed, list) or not all(isinstance(entry, dict) for entry in listed):
        raise _problem("The entry is not understood", "Write each holiday under [[school_holidays]].")
    return tuple(_holiday(entry) for entry in listed)


def _holiday(entry: dict[str, Any]) -> Holiday:
    if set(entry) != {"first", "last"}:
        raise _problem("A holiday is not understood", "Give first and last, its first and last day.")
    first, last = _day(entry["first"]), _day(entry["last"])
    if not 0 <= (last - first).days < LONGEST:
        raise _problem(
            "A holiday ends before it starts, or is longer than a summer",
            f"Give each holiday by itself, of at most {LONGEST} days.",
        )
    return Holiday(first, last)


def _day(value: Any) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise _problem("A day of a holiday is not a date", "Write the date as 2024-03-31.") from None


def _problem(what: str, todo: str) -> Problem:
    return Problem(what=what, todo=todo, file="extract.toml", column=ENTRY)
