"""The only table that may be drawn, printed or written to a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import InitVar, dataclass
from types import MappingProxyType
from typing import Any, Literal, NoReturn, get_args

Mode = Literal["protected", "exact"]

BELOW_THRESHOLD = "<10"
CONFIDENTIAL = "c"
NOT_APPLICABLE = "z"
NOT_AVAILABLE = ":"

_MAKER = object()


@dataclass(frozen=True)
class ProtectedTable:
    """Numbers that the rules have already passed; made only by the functions of this package.

    One row for each cell asked for. `codes` has for each dimension the code of every row; `shown` for each number
    its values, None where one is withheld and never 0; `marks` for each number the symbols printed in place of None.
    """

    codes: Mapping[str, Sequence[str]]
    shown: Mapping[str, Sequence[float | None]]
    marks: Mapping[str, Sequence[str]]
    mode: Mode
    maker: InitVar[object] = None  # not kept, so that a copy with other numbers cannot be made either

    def __post_init__(self, maker: object) -> None:
        if maker is not _MAKER:
            raise TypeError("A ProtectedTable is made by the functions of disclosure only.")
        if self.mode not in get_args(Mode):
            raise ValueError("The mode is not known.")
        if set(self.shown) != set(self.marks):
            raise ValueError("Each number has its symbols.")
        for name in ("codes", "shown", "marks"):
            columns = {one: tuple(column) for one, column in getattr(self, name).items()}
            object.__setattr__(self, name, MappingProxyType(columns))
        if (
            len(
                {
                    len(column)
                    for columns in (self.codes, self.shown, self.marks)
                    for column in columns.values()
                }
            )
            > 1
        ):
            raise ValueError("Every column has as many rows.")

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError(
            "A ProtectedTable is not copied or pickled: what comes back could hold other numbers."
        )

    def __len__(self) -> int:
        return len(next(iter(self.shown.values()), ()))

    @property
    def dimensions(self) -> tuple[str, ...]:
        """The names of what each row is about."""
        return tuple(self.codes)

    @property
    def numbers(self) -> tuple[str, ...]:
        """The names of what each row counts."""
        return tuple(self.shown)

    def values(self, number: str) -> list[float | None]:
        """The shown values of one number in row order; None where it is withheld."""
        return list(self.shown[number])

    def printed(self, number: str) -> list[str]:
        """The one string that every screen and file prints for each row of one number."""
        return [
            print_number(value) if value is not None else mark
            for value, mark in zip(self.shown[number], self.marks[number], strict=True)
        ]

    def labels(self, dimension: str) -> list[str]:
        """The codes of one dimension in row order."""
        return list(self.codes[dimension])

    def rows(self) -> list[dict[str, str | int | float]]:
        """One mapping for each row: dimensions, then numbers; a withheld number is its symbol."""
        columns: dict[str, Sequence[Any]] = dict(self.codes)
        columns |= {
            name: [
                mark if value is None else (int(value) if value == int(value) else round(value, 6))
                for value, mark in zip(self.shown[name], self.marks[name], strict=True)
            ]
            for name in self.numbers
        }
        return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]

    def only(self, **labels: str) -> ProtectedTable:
        """The rows whose dimensions have these codes."""
        wanted = tuple(labels.values())
        return self.where([codes == wanted for codes in self.keys(tuple(labels))])

    def without(self, dimension: str, codes: Sequence[str]) -> ProtectedTable:
        """The rows whose dimension has none of these codes."""
        return self.where([code not in codes for code in self.codes[dimension]])

    def in_order(self, places: Sequence[int]) -> ProtectedTable:
        """The same rows, in the order of these places."""
        if sorted(places) != list(range(len(self))):
            raise ValueError("An order names each row once.")
        return self._rows_at(places)

    def where(self, keep: Sequence[bool]) -> ProtectedTable:
        """The rows for which `keep` is true."""
        return self._rows_at([place for place, kept in zip(range(len(self)), keep, strict=True) if kept])

    def keys(self, dimensions: Sequence[str]) -> list[tuple[str, ...]]:
        """The codes of some dimensions together, in row order."""
        return list(zip(*(self.codes[name] for name in dimensions), strict=True)) or [()] * len(self)

    def _rows_at(self, places: Sequence[int]) -> ProtectedTable:
        codes, shown, marks = (
            {name: [column[place] for place in places] for name, column in columns.items()}
            for columns in (self.codes, self.shown, self.marks)
        )
        return ProtectedTable(codes, shown, marks, self.mode, _MAKER)  # type: ignore[arg-type]


def print_number(value: float) -> str:
    """1240 -> '1,240'; 59.7 -> '59.7'."""
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,.1f}"
