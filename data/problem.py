"""The one error that a reader or a data steward sees."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Problem(Exception):
    """What is wrong, where, how often and what to do about it; never a value from the data.

    `count` is the number of rows concerned and `rows` the first few row numbers (the header is row 1).
    """

    what: str
    todo: str
    file: str | None = None
    column: str | None = None
    rule: str | None = None
    count: int | None = None
    rows: tuple[int, ...] = ()

    def __str__(self) -> str:
        place = ", ".join(part for part in (self.file, self.column) if part)
        counted = f" ({self.count:,} rows)" if self.count else ""
        return f"{place + ': ' if place else ''}{self.what}{counted}. {self.todo}"
