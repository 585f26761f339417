"""The only table that may be drawn, printed or written to a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import InitVar, dataclass
from typing import Any, Literal, NoReturn, get_args

import pandas as pd

Mode = Literal["protected", "exact"]

BELOW_THRESHOLD = "<10"
CONFIDENTIAL = "c"
NOT_APPLICABLE = "z"
NOT_AVAILABLE = ":"

_MAKER = object()


@dataclass(frozen=True)
class ProtectedTable:
    """Numbers that the rules have already passed; made only by the functions of this package.

    `frame` has one row for each cell asked for: the dimensions (text), then the numbers (nullable: a
    withheld number is null, never 0). `marks` has the same index and number columns, and holds the
    symbol printed in place of each null.
    """

    frame: pd.DataFrame
    marks: pd.DataFrame
    dimensions: tuple[str, ...]
    numbers: tuple[str, ...]
    mode: Mode
    maker: InitVar[object] = None  # not kept, so that a copy with another frame cannot be made either

    def __post_init__(self, maker: object) -> None:
        if maker is not _MAKER:
            raise TypeError("A ProtectedTable is made by the functions of disclosure only.")
        if self.mode not in get_args(Mode):
            raise ValueError("The mode is not known.")

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError(
            "A ProtectedTable is not copied or pickled: what comes back could hold another frame."
        )

    def __len__(self) -> int:
        return len(self.frame)

    def values(self, number: str) -> list[float | None]:
        """The shown values of one number in row order; None where it is withheld."""
        return [None if pd.isna(value) else float(value) for value in self.frame[number]]

    def printed(self, number: str) -> list[str]:
        """The one string that every screen and file prints for each row of one number."""
        return [
            print_number(value) if value is not None else mark
            for value, mark in zip(self.values(number), self.marks[number], strict=True)
        ]

    def labels(self, dimension: str) -> list[str]:
        """The codes of one dimension in row order."""
        return [str(value) for value in self.frame[dimension]]

    def rows(self) -> list[dict[str, str | int | float]]:
        """One mapping for each row: dimensions, then numbers; a withheld number is its symbol."""
        columns: dict[str, list[Any]] = {name: self.labels(name) for name in self.dimensions}
        columns |= {
            name: [
                mark if value is None else (int(value) if value == int(value) else round(value, 6))
                for value, mark in zip(self.values(name), self.marks[name], strict=True)
            ]
            for name in self.numbers
        }
        return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]

    def only(self, **labels: str) -> ProtectedTable:
        """The rows whose dimensions have these codes."""
        keep = pd.Series(True, index=self.frame.index)
        for dimension, label in labels.items():
            keep &= self.frame[dimension] == label
        return self._kept(keep)

    def without(self, dimension: str, codes: Sequence[str]) -> ProtectedTable:
        """The rows whose dimension has none of these codes."""
        return self._kept(~self.frame[dimension].isin(codes))

    def in_order(self, places: Sequence[int]) -> ProtectedTable:
        """The same rows, in the order of these places."""
        if sorted(places) != list(range(len(self))):
            raise ValueError("An order names each row once.")
        frame, marks = self.frame.iloc[list(places)], self.marks.iloc[list(places)]
        return ProtectedTable(frame, marks, self.dimensions, self.numbers, self.mode, _MAKER)

    def where(self, keep: Sequence[bool]) -> ProtectedTable:
        """The rows for which `keep` is true."""
        return self._kept(pd.Series(list(keep), index=self.frame.index))

    def _kept(self, keep: pd.Series) -> ProtectedTable:
        frame, marks = self.frame[keep], self.marks[keep]
        return ProtectedTable(frame, marks, self.dimensions, self.numbers, self.mode, _MAKER)


def print_number(value: float) -> str:
    """1240 -> '1,240'; 59.7 -> '59.7'."""
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,.1f}"
