"""The data dictionary: the declaration as rows and as Markdown."""

from __future__ import annotations

from data.declarations import TABLES, Column, Table

KINDS = {
    "ref": "pseudonym: 16 to 128 hexadecimal or base32 characters, not digits alone",
    "code": "short code, up to 60 characters",
    "text": "name, up to 120 characters",
    "date": "date, 2024-03-31",
    "time": "local time 2024-03-31T21:05, with an offset, or a date alone",
    "month": "year and month, 2009-05",
    "integer": "whole number",
    "number": "number",
    "yes_no": "yes, no, unknown, not_applicable",
    "list": "short codes with a semicolon between them",
    "choice": "one of the values listed",
    "cell": "H3 cell of resolution 9 or coarser",
}


def dictionary_rows() -> list[dict[str, str]]:
    """One mapping for each column of each table: table, column, required, form, values, meaning, example, source."""
    return [_row(table, column) for table in TABLES.values() for column in table.columns]


def _row(table: Table, column: Column) -> dict[str, str]:
    return {
        "table": table.name,
        "column": column.name,
        "required": "required" if column.required else "optional",
        "form": KINDS[column.kind],
        "values": ", ".join(column.values),
        "meaning": column.meaning,
        "example": column.example,
        "source": source_of(column),
    }


def source_of(column: Column) -> str:
    """The table of the 2011 assessment, and the item of the Standard Safeguarding Dataset, that a column answers to."""
    parts = [f"CEOP table {column.ceop}" if column.ceop else "", f"SSD {column.ssd}" if column.ssd else ""]
    return "; ".join(part for part in parts if part)


def dictionary_markdown() -> str:
    """The whole dictionary as one Markdown document, a section for each table."""
    head = [
        "# Data dictionary",
        "",
        "Only `areas` and one other table are needed. Leave a cell empty where nothing was recorded; write `unknown` "
        "where it was asked and is not known, and `not_applicable` where the question does not arise.",
        "",
        "Never send names of people, dates of birth, addresses, postcodes, NHS, PNC, CRO or National Insurance numbers, "
        "telephone numbers, e-mail addresses, coordinates or free text. They are refused wherever they appear.",
    ]
    return "\n".join([*head, *(line for table in TABLES.values() for line in _section(table))]) + "\n"


def _section(table: Table) -> list[str]:
    lines = ["", f"## {table.name}", "", f"One row is {table.row}. Usually sent by {table.sent_by}.", ""]
    lines += ["| column | | form | meaning | example | source |", "| --- | --- | --- | --- | --- | --- |"]
    for column in table.columns:
        row = _row(table, column)
        form = row["values"] if column.kind == "choice" else row["form"]
        cells = [
            f"`{column.name}`",
            row["required"],
            form,
            row["meaning"],
            f"`{column.example}`",
            row["source"],
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return lines
