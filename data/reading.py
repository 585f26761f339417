"""Read each table of an extract into `staged.<table>`: every column a string, rows numbered."""

from __future__ import annotations

import codecs
import csv
from hashlib import file_digest
from pathlib import Path

import duckdb
import pyarrow as pa

from data.breach import Breach
from data.columns import check_header
from data.declarations import Table
from data.extract import Manifest
from data.problem import Problem
from data.sources import Source
from data.workbook import sheet_rows

LONGEST_LINE = 1_000_000
SheetRow = tuple[int, list[str | None]]


def read_source(con: duckdb.DuckDBPyConnection, source: Source, manifest: Manifest) -> list[Breach]:
    """Read one table into `staged.<table>`; what keeps it from being read, if anything does."""
    said = manifest.files.get(source.path.name)
    if said and said.sha256 and _sha256(source.path) != said.sha256:
        return [
            Breach(
                "sha256",
                "The file is not the one that was sent",
                "Send it again; it was changed or damaged.",
                source.name,
            )
        ]
    if source.sheet is not None:
        breaches = _read_sheet(con, source)
    elif source.path.suffix.lower() == ".parquet":
        breaches = _read_parquet(con, source)
    else:
        breaches = _read_csv(con, source)
    if not breaches and said and said.rows is not None:
        breaches = _check_rows(con, source, said.rows)
    return breaches


def _check_rows(con: duckdb.DuckDBPyConnection, source: Source, said: int) -> list[Breach]:
    held = con.execute(f"select count(*) from staged.{source.table.name}").fetchall()[0][0]
    if held == said:
        return []
    what = "The file does not hold as many rows as the manifest says"
    return [
        Breach("rows", what, "Send the file again, or mend [files].", source.name, count=abs(held - said))
    ]


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _stage(
    con: duckdb.DuckDBPyConnection, table: Table, relation: str, strings: dict[str, str], row: str
) -> None:
    """Make `staged.<table>`: trimmed strings, empty as null, every declared column present.

    The numbers of rows are read from `row` of what was sent, or are the places in which it was put (`rowid`).
    """
    columns = ", ".join(
        f"nullif(trim({strings[column.name]}), '') as {column.sql}"
        if column.name in strings
        else f"cast(null as varchar) as {column.sql}"
        for column in table.columns
    )
    sent, number = ("", "rowid + 2") if row == "rowid" else (f"{row} as sent_row, ", "sent_row")
    con.execute(
        f"""
        create or replace table staged.{table.name}_sent as select {sent}{columns} from {relation};
        create or replace view staged.{table.name} as
            select cast({number} as integer) as row, {", ".join(column.sql for column in table.columns)}
            from staged.{table.name}_sent
        """
    )


def _read_csv(con: duckdb.DuckDBPyConnection, source: Source) -> list[Breach]:
    problem = _not_text(source.path)
    if problem:
        return [Breach("unreadable", problem[0], problem[1], source.name)]
    header = _header(source.path)
    breaches = check_header(source.name, source.table, header)
    if breaches:
        return breaches
    names = [name.strip().lower() for name in header]
    columns = "{" + ", ".join(f"'{name}': 'VARCHAR'" for name in names) + "}"
    relation = (
        f"read_csv({literal(source.path)}, header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', columns = {columns}, "  # noqa: E501
        "nullstr = '', strict_mode = true, store_rejects = true, rejects_table = 'ragged', rejects_scan = 'ragged_scans', "
        f"max_line_size = {LONGEST_LINE})"
    )
    con.execute("drop table if exists ragged; drop table if exists ragged_scans")
    try:
        _stage(con, source.table, relation, {name: _quoted(name) for name in names}, "rowid")
        return _ragged(con, source)
    except duckdb.Error:
        return [Breach("unreadable", "The file is not a well-formed CSV", _AS_CSV, source.name)]


_AS_CSV = "Save it as CSV (UTF-8, commas, one line for each row, quotes round values that hold commas)."


def _quoted(name: str) -> str:
    return f'"{name}"'


def _ragged(con: duckdb.DuckDBPyConnection, source: Source) -> list[Breach]:
    count, rows = con.execute("select count(distinct line), min(distinct line, 5) from ragged").fetchall()[0]
    if not count:
        return []
    what = "Rows do not have as many values as the header has columns"
    return [Breach("ragged_rows", what, _AS_CSV, source.name, count=count, rows=tuple(rows))]


def _not_text(path: Path) -> tuple[str, str] | None:
    if path.stat().st_size == 0:
        return "The file is empty", "Write at least the header row, or remove the file."
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        try:
            while block := file.read(1 << 22):
                if b"\0" in block:
                    return "The file is not text", "Save it as CSV in UTF-8."
                decoder.decode(block)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "The file is not UTF-8", "Save it again as CSV UTF-8."
    return None


def _header(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        try:
            return next(csv.reader([file.readline(LONGEST_LINE)]), [])
        except csv.Error:
            return []


def _read_parquet(con: duckdb.DuckDBPyConnection, source: Source) -> list[Breach]:
    damaged = Breach(
        "unreadable", "The Parquet file is damaged or is not one", "Write it again and send it.", source.name
    )
    try:
        described = con.execute(
            "describe select * from read_parquet($path)", {"path": str(source.path)}
        ).fetchall()
        types = {str(row[0]): str(row[1]) for row in described}
        breaches = check_header(source.name, source.table, list(types))
        if breaches:
            return breaches
        strings = {
            name.strip().lower(): _parquet_string(source.table, name, kind) for name, kind in types.items()
        }
        relation = f"read_parquet({literal(source.path)}, file_row_number = true)"
        _stage(con, source.table, relation, strings, "file_row_number + 2")
    except duckdb.Error:
        return [damaged]
    return []


def literal(path: Path) -> str:
    """A path as SQL writes it, where a name cannot be bound."""
    return "'" + str(path).replace("'", "''") + "'"


def _parquet_string(table: Table, name: str, kind: str) -> str:
    quoted, declared = _quoted(name), table.column(name.strip().lower()).kind
    if kind.endswith("[]"):
        return f"array_to_string({quoted}, ';')"
    if declared == "month" and (kind.startswith("TIMESTAMP") or kind == "DATE"):
        return (
            f"case when day({quoted}) = 1 then strftime({quoted}, '%Y-%m') else cast({quoted} as varchar) end"
        )
    if declared == "date" and kind.startswith("TIMESTAMP"):
        return f"case when {quoted} = date_trunc('day', {quoted}) then cast(cast({quoted} as date) as varchar) else cast({quoted} as varchar) end"  # noqa: E501
    return f"cast({quoted} as varchar)"


def _read_sheet(con: duckdb.DuckDBPyConnection, source: Source) -> list[Breach]:
    try:
        rows = list(sheet_rows(source.path, source.sheet or source.table.name))
    except Problem as problem:
        return [Breach("unreadable", problem.what, problem.todo, source.name)]
    if not rows:
        todo = "Write at least the header row, or remove it."
        return [Breach("unreadable", "The sheet is empty", todo, source.name)]
    width = max(at + 1 for at, cell in enumerate(rows[0][1]) if cell)
    header = [cell or "" for cell in rows[0][1][:width]]
    breaches = [*check_header(source.name, source.table, header), *_check_width(source, rows, width)]
    if not breaches:
        _stage_sheet(con, source.table, [name.strip().lower() for name in header], rows[1:])
    return breaches


def _check_width(source: Source, rows: list[SheetRow], width: int) -> list[Breach]:
    beyond = tuple(number for number, cells in rows if any(cells[width:]))
    what = "Rows hold values beyond the last column of the header"
    breach = Breach("ragged_rows", what, "Remove them.", source.name, count=len(beyond), rows=beyond[:5])
    return [breach] if beyond else []


def _stage_sheet(
    con: duckdb.DuckDBPyConnection, table: Table, names: list[str], rows: list[SheetRow]
) -> None:
    columns = {"sheet_row": pa.array([number for number, _ in rows], pa.int32())}
    for at, name in enumerate(names):
        cells = [_sheet_string(table, name, row, at) for _, row in rows]
        columns[name] = pa.array(cells, pa.string())
    con.register("sheet_as_sent", pa.table(columns))
    _stage(con, table, "sheet_as_sent", {name: _quoted(name) for name in names}, "sheet_row")
    con.unregister("sheet_as_sent")


def _sheet_string(table: Table, name: str, cells: list[str | None], at: int) -> str | None:
    """A cell as its column reads it: workbooks turn a month into the first of that month."""
    value = cells[at] if at < len(cells) else None
    if value and table.column(name).kind == "month" and len(value) == 10 and value.endswith("-01"):
        return value[:7]
    return value
