"""The data contract, read from `tables.toml`: what each table and column is, and what it may hold."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SCHEMA_VERSION = "1"
YES_NO = ("yes", "no", "unknown", "not_applicable")
NOT_KNOWING = ("unknown", "not_applicable")
AGENCY_TYPES = (
    "police", "childrens_services", "lscb", "health", "education", "voluntary", "youth_justice", "other",
)  # fmt: skip
PLACES = (
    "flat_or_house", "public_place", "vehicle", "taxi", "park", "hotel", "business", "takeaway", "pub_or_club",
    "hostel", "school", "online", "various", "town_only", "unknown", "other",
)  # fmt: skip
# Where children were exploited; the 2011 assessment tells these two apart as well.
EXPLOITATION_PLACES = (*PLACES[:-2], "brothel", "bail_hostel", *PLACES[-2:])
LISTS = {"places": PLACES, "exploitation_places": EXPLOITATION_PLACES}
TYPES = {
    "date": "DATE", "time": "TIMESTAMP", "month": "DATE", "integer": "INTEGER", "number": "DOUBLE", "list": "VARCHAR[]",
}  # fmt: skip
EXAMPLES = {
    "ref": "9f2c41d07ab35e86", "date": "2024-03-31", "time": "2024-03-31T21:05", "month": "2009-05",
    "yes_no": "yes", "cell": "881954d4a7fffff",
}  # fmt: skip


@dataclass(frozen=True)
class Column:
    """One column of a table; `values` is empty unless the list is closed."""

    name: str
    kind: str
    meaning: str
    required: bool
    values: tuple[str, ...]
    example: str
    refers: str | None
    most: int | None
    ceop: int | None
    ssd: str | None

    @property
    def sql(self) -> str:
        """The name as SQL writes it: `on` is one of its own words."""
        return f'"{self.name}"' if self.name == "on" else self.name

    @property
    def day(self) -> str:
        """The name of the column that holds the local date of a time: `started_at` gives `started_on`."""
        return self.name.removesuffix("_at") + "_on"


@dataclass(frozen=True)
class Table:
    """One table: what a row is, its columns in the order of the template, its key and its order of dates."""

    name: str
    row: str
    sent_by: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    order: tuple[tuple[str, str], ...]

    def column(self, name: str) -> Column:
        """The declaration of one column; KeyError if there is none."""
        return {column.name: column for column in self.columns}[name.strip('"')]

    def is_ref(self, name: str) -> bool:
        """Whether a received column holds pseudonyms."""
        return any(column.name == name and column.kind == "ref" for column in self.columns)

    def received_columns(self) -> list[tuple[str, str]]:
        """Name (as SQL writes it) and DuckDB type of each column of `received.<table>`, `row` first."""
        columns = [("row", "INTEGER")]
        for column in self.columns:
            columns.append((column.sql, TYPES.get(column.kind, "VARCHAR")))
            if column.kind == "time":
                columns.append((column.day, "DATE"))
        return columns


def _values(declared: dict[str, Any]) -> tuple[str, ...]:
    if declared["kind"] == "yes_no":
        return YES_NO
    if declared["kind"] != "choice":
        return ()
    listed = LISTS[declared["values"]] if isinstance(declared["values"], str) else tuple(declared["values"])
    return listed if declared.get("strict") else tuple(dict.fromkeys((*listed, *NOT_KNOWING)))


def _column(name: str, declared: dict[str, Any]) -> Column:
    values = _values(declared)
    example = declared.get("example") or EXAMPLES.get(declared["kind"]) or values[0]
    return Column(
        name=name,
        kind=declared["kind"],
        meaning=declared["meaning"],
        required=not declared.get("optional", False),
        values=values,
        example=example,
        refers=declared.get("refers"),
        most=declared.get("most"),
        ceop=declared.get("ceop"),
        ssd=declared.get("ssd"),
    )


def _table(name: str, declared: dict[str, Any]) -> Table:
    return Table(
        name=name,
        row=declared["row"],
        sent_by=declared["sent_by"],
        columns=tuple(_column(column, about) for column, about in declared["columns"].items()),
        key=tuple(declared.get("key", ())),
        order=tuple((first, last) for first, last in declared.get("order", ())),
    )


def _read() -> dict[str, Table]:
    declared = tomllib.loads(Path(__file__).with_name("tables.toml").read_text(encoding="utf-8"))
    return {name: _table(name, about) for name, about in declared.items()}


TABLES: dict[str, Table] = _read()
