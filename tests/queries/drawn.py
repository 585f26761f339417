"""Warehouses from tables that a social worker could check by hand.

A drawn table has a heading line and one line for each record, columns parted by '|'. Columns that are not
drawn take the plain value below. A time may be a date alone; times are local.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import duckdb

from answers.periods import period_named
from data.declarations import TABLES
from data.warehouse import build_warehouse, prepare
from queries.engine import count
from queries.question import read_questions

Draw = Callable[..., duckdb.DuckDBPyConnection]

PLAIN: dict[str, dict[str, Any]] = {
    "areas": {"area_name": "Someplace", "level": "district"},
    "missing_episodes": {
        "agency_code": "police",
        "kind": "missing",
        "missing_from": "home",
        "missing_from_area": "east",
    },
    "care_episodes": {"responsible_area": "east", "placement_type": "foster"},
    "children": {"gender": "female"},
    "cases": {"agency_code": "police", "source_type": "investigation", "recorded_on": "2024-02-01"},
    "victims": {"case_ref": "c1", "identified_on": "2024-02-01", "harm_status": "suspected"},
    "locations": {"case_ref": "c1", "role": "exploitation", "place": "park"},
    "nominals": {"identification": "1", "gender": "male"},
    "offending": {"case_ref": "c1"},
    "disruptions": {"kind": "abduction_notice"},
    "assessments": {"tool": "tool", "local_level": "amber"},
    "referrals": {"source": "2B"},
    "services": {"sector": "voluntary"},
    "indicators": {"domain": "behaviour", "agency_code": "police"},
}
COUNTY = """
area_code | area_name | level        | parent_code | population_0_17
county    | County    | police_force |             | 30000
east      | East      | district     | county      | 20000
west      | West      | district     | county      | 10000
"""
AGENCIES = """
agency_code | agency_name | agency_type
police      | Police      | police
council     | Council     | childrens_services
charity     | Charity     | voluntary
"""


def read_drawing(drawing: str) -> list[dict[str, str]]:
    """The records of a drawn table; an empty cell is left out, and '#' starts a comment."""
    lines = [line.split("#")[0].strip() for line in drawing.strip().splitlines()]
    cells = [[cell.strip() for cell in line.split("|")] for line in lines if line]
    return [{name: cell for name, cell in zip(cells[0], line, strict=False) if cell} for line in cells[1:]]


def table(drawing: str) -> list[dict[str, str]]:
    """The rows of a drawn answer, in the order that `answer` gives them."""
    return _in_order(read_drawing(drawing))


def answer(
    con: duckdb.DuckDBPyConnection,
    name: str,
    period: str,
    by: str = "",
    areas: str = "all",
    role: str = "home",
) -> list[dict[str, str]]:
    """One row for each cell that holds anyone: `area`, the dimensions of `by`, then what the question counts.

    Several dimensions, and several areas, are parted by spaces.
    """
    question, dimensions = read_questions()[name], tuple(by.split())
    cells = count(con, question, role, areas.split(), [period_named(period)], dimensions)
    columns = ["area", *dimensions, *(number for number in question.counts if number in cells)]
    return _in_order([dict(zip(columns, map(_printed, row), strict=True)) for row in cells[columns].values])


def _printed(value: object) -> str:
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def _in_order(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    return sorted(rows, key=lambda row: list(row.values()))


def draw_warehouse(
    root: Path,
    since: str = "2024-01-01",
    until: str = "2024-12-31",
    areas: str = COUNTY,
    agencies: str = AGENCIES,
    interviews_until: str = "",
    school_holidays: Sequence[tuple[str, str]] = (),
    marked_cells: Sequence[tuple[str, str]] = (),
    **drawings: str,
) -> duckdb.DuckDBPyConnection:
    """An exact warehouse of the drawn tables, as one police extract that covers `since` to `until`.

    With `interviews_until`, return interviews are of another agency, who sent them until that day.
    """
    con = duckdb.connect()
    prepare(con, root, root)
    for name, drawing in {"areas": areas, "agencies": agencies, **drawings}.items():
        for number, record in enumerate(read_drawing(drawing), start=2):
            _insert(con, name, {**_numbered(name, number), **PLAIN.get(name, {}), **record, "row": number})
    interviews = [name for name in drawings if "interview" in name] if interviews_until else []
    _note_extract(con, "police", since, until, [name for name in drawings if name not in interviews])
    if interviews:
        _note_extract(con, "charity", since, interviews_until, interviews)
    for first, last in school_holidays:
        con.execute("insert into school_holidays values ('police', ?, ?)", [first, last])
    for cell, reason in marked_cells:
        con.execute("insert into marked_cells values ('police', ?, ?)", [cell, reason])
    build_warehouse(con, "drawn", lambda step: None)
    return con


def _note_extract(
    con: duckdb.DuckDBPyConnection, agency: str, since: str, until: str, tables: list[str]
) -> None:
    con.execute(
        "insert into extracts values ($agency, $agency, $agency, $until, $since, $until, 'OFFICIAL', 'k', $tables, $sends)",
        {
            "agency": agency,
            "since": since,
            "until": until,
            "tables": " ".join(["areas", *tables]),
            "sends": "missing_episodes" in tables,
        },
    )


def _numbered(name: str, number: int) -> dict[str, str]:
    return {column: f"{name} {number}" for column in TABLES[name].key if column.endswith("_ref")}


def _insert(con: duckdb.DuckDBPyConnection, name: str, record: dict[str, Any]) -> None:
    times = {column.name: column.day for column in TABLES[name].columns if column.kind == "time"}
    lists = {column.name for column in TABLES[name].columns if column.kind == "list"}
    places, values = {}, {}
    for column, value in record.items():
        places[column], values[column] = f"${column}", value
        if column in lists:
            values[column] = value.split(";")
        if column == "birth_month":
            values[column] = f"{value}-01"
        if column in times:
            places[times[column]] = f"cast(${column}[:10] as date)"
            places[column] = (
                f"case when length(${column}) > 10"
                f" then timezone('UTC', timezone('Europe/London', try_cast(${column} as timestamp))) end"
            )
    sender = record.get("agency_code", "police")
    columns, picked = ", ".join(f'"{name}"' for name in places), ", ".join(places.values())
    con.execute(
        f"insert into sent.{name} ({columns}, sender) values ({picked}, $sender)",
        {**values, "sender": sender},
    )
