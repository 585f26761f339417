"""How the command line prints an answer: as one JSON object, as CSV, or as columns to read."""

from __future__ import annotations

import csv
import json
import sys
from typing import Any

from disclosure import ProtectedTable


def _rows(table: ProtectedTable) -> list[dict[str, Any]]:
    return [
        {name: value for name, value in row.items() if name not in ("area", "period")} for row in table.rows()
    ]


def _print_json(said: dict[str, Any], tables: list[ProtectedTable]) -> None:
    print(json.dumps({**said, "rows": [row for table in tables for row in _rows(table)]}, indent=1))


def _print_csv(said: dict[str, Any], tables: list[ProtectedTable]) -> None:
    rows = [row for table in tables for row in _rows(table)]
    columns = list(dict.fromkeys(name for row in rows for name in row))
    writer = csv.DictWriter(sys.stdout, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)


def _print_table(said: dict[str, Any], tables: list[ProtectedTable]) -> None:
    for table in tables:
        shown = [name for name in table.dimensions if name not in ("area", "period")]
        columns = [[name, *table.labels(name)] for name in shown]
        columns += [[name, *table.printed(name)] for name in table.numbers]
        widths = [max(map(len, column)) for column in columns]
        print()
        for line in zip(*columns, strict=True):
            print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


PRINTERS = {"json": _print_json, "csv": _print_csv, "table": _print_table}
