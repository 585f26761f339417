from __future__ import annotations

from pathlib import Path

import duckdb
import openpyxl
import pytest

from data.declarations import TABLES
from data.dictionary import dictionary_markdown, dictionary_rows
from data.problem import Problem
from data.receive import receive
from data.template import WORKBOOK, write_template

FILLED = {
    "agency": "northshire_police", "agency_type": "police", "as_at": "2024-07-01", "period_start": "2024-01-01",
    "period_end": "2024-06-30", "schema_version": "1", "marking": "OFFICIAL", "pseudonym_key_id": "k1",
}  # fmt: skip
AREA = ["X1", "Northshire", "police_force"]
ABSENCE = {
    "episode_ref": "aaaaaaaaaaaaaaa1", "child_ref": "caaaaaaaaaaaaaa1", "agency_code": "northshire_police", "kind": "missing",
    "started_at": "2024-02-03T21:05", "missing_from": "home", "missing_from_area": "X1",
}  # fmt: skip


def test_the_dictionary_explains_every_column_of_every_table() -> None:
    rows = dictionary_rows()
    assert len(rows) == sum(len(table.columns) for table in TABLES.values())
    assert all(row["meaning"] and row["example"] for row in rows)
    assert all(f"## {name}\n" in dictionary_markdown() for name in TABLES)


def test_the_template_as_folder_is_received_once_filled_in(tmp_path: Path) -> None:
    write_template(tmp_path)
    (tmp_path / "extract.toml").write_text("\n".join(f'{name} = "{value}"' for name, value in FILLED.items()))
    with (tmp_path / "areas.csv").open("a") as file:
        file.write(",".join([*AREA, "", "", ""]) + "\n")
    columns = [column.name for column in TABLES["missing_episodes"].columns]
    with (tmp_path / "missing_episodes.csv").open("a") as file:
        file.write(",".join(ABSENCE.get(name, "") for name in columns) + "\n")
    with duckdb.connect() as con:
        received = receive(con, tmp_path)
    assert [str(breach) for breach in received.breaches if breach.severity == "refuse"] == []
    assert received.rows["missing_episodes"] == 1


def test_the_template_as_workbook_is_received_once_filled_in(tmp_path: Path) -> None:
    write_template(tmp_path / "blank")
    book = openpyxl.load_workbook(tmp_path / "blank" / WORKBOOK)
    for row in book["extract"].iter_rows():
        row[1].value = FILLED[row[0].value]
    for at, value in enumerate(AREA, start=1):
        book["areas"].cell(2, at, value)
    for cell in book["missing_episodes"][1]:
        book["missing_episodes"].cell(2, cell.column, ABSENCE.get(cell.value))
    book.save(tmp_path / "filled.xlsx")
    with duckdb.connect() as con:
        received = receive(con, tmp_path / "filled.xlsx")
    assert received.breaches == []
    assert received.rows["missing_episodes"] == 1


def test_the_template_offers_the_values_of_closed_lists(tmp_path: Path) -> None:
    write_template(tmp_path)
    sheet = openpyxl.load_workbook(tmp_path / WORKBOOK)["missing_episodes"]
    offered = [rule.formula1 for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    assert '"missing,away"' in offered


def test_a_filled_in_template_is_never_written_over(tmp_path: Path) -> None:
    write_template(tmp_path)
    with pytest.raises(Problem):
        write_template(tmp_path)
