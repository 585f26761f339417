"""A table as it is printed: strings that protected tables gave, in rows and columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from answers.words import NOT_KNOWING, label
from disclosure import BELOW_THRESHOLD, CONFIDENTIAL, NOT_AVAILABLE, ProtectedTable

NUMBERS = {
    "children": "Children",
    "episodes": "Episodes",
    "nominals": "Possible offenders",
    "offenders": "Offenders or groups",
    "disruptions": "Acts of disruption",
    "top_tenth": "Share of the most-reported tenth, %",
    "group_1": "Group 1: full name or initials",
    "group_2": "Group 2: given name or alias",
}
SYMBOLS = {
    BELOW_THRESHOLD: "fewer than 10, or part of a number that is",
    CONFIDENTIAL: "confidential",
    NOT_AVAILABLE: "not available",
}
MANY = 25  # a longer list of codes leaves out those that nobody is counted under


@dataclass(frozen=True)
class Grid:
    """Headings and rows of printed strings; the first `words` columns are text, the last row a total if it `is_totalled`.

    `notes` stand under it.
    """

    headings: list[str]
    rows: list[list[str]]
    words: int = 1
    notes: list[str] = field(default_factory=list)
    is_totalled: bool = False

    @property
    def symbols(self) -> str:
        """'‘<10’ fewer than 10, ...; ‘c’ confidential': of the symbols that the rows hold."""
        held = {cell for row in self.rows for cell in row}
        return "; ".join(f"‘{symbol}’ {words}" for symbol, words in SYMBOLS.items() if symbol in held)


def number_words(number: str) -> str:
    """The heading of a number: 'nominals' gives 'Possible offenders'."""
    return NUMBERS.get(number) or label("number", number)


def printed_by(table: ProtectedTable, number: str, keys: Sequence[str]) -> dict[tuple[str, ...], str]:
    """What is printed in each cell of one number, by the codes of some dimensions."""
    codes = zip(*(table.labels(key) for key in keys), strict=True) if keys else [()] * len(table)
    return dict(zip(codes, table.printed(number), strict=True))


def kept(codes: Sequence[str], cells: Sequence[Sequence[str]]) -> list[str]:
    """Of a long list of codes, those that anybody is counted under, and those of not knowing; a short list as it is."""
    if len(codes) <= MANY:
        return list(codes)
    return [
        code
        for code, row in zip(codes, cells, strict=True)
        if code in NOT_KNOWING or any(cell != "0" for cell in row)
    ]
