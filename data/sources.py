"""Find the tables that an extract holds: a file of a folder or a sheet of a workbook for each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from data.breach import Breach
from data.declarations import TABLES, Table
from data.extract import Manifest
from data.workbook import sheet_names

TABLE_FILES = (".csv", ".parquet")
OTHER_FILES = ("extract.toml", "areas.geojson")
OTHER_SHEETS = ("extract", "guidance", "lists", "start_here")


@dataclass(frozen=True)
class Source:
    """One table as sent: `name` is what messages call it, `sheet` the sheet when it lies in a workbook."""

    table: Table
    path: Path
    name: str
    sheet: str | None = None


def find_sources(path: Path, manifest: Manifest) -> tuple[list[Source], list[Breach]]:
    """The tables that an extract holds, and a breach for each file that has no place in it."""
    if path.is_file():
        return _find_sheets(path)
    sources: dict[str, Source] = {}
    breaches = []
    for file in sorted(path.iterdir()):
        name = file.stem.lower()
        if file.name.startswith(".") or file.name in OTHER_FILES or file.suffix.lower() == ".md":
            continue
        if file.suffix.lower() == ".xlsx" and file.is_file():
            breaches.append(_not_read(file))
        elif name not in TABLES or file.suffix.lower() not in TABLE_FILES or not file.is_file():
            breaches.append(_unknown_file(file))
        elif name in sources:
            breaches.append(
                Breach("one_file", "The table is sent twice", "Keep one file for each table.", file.name)
            )
        else:
            sources[name] = Source(TABLES[name], file, file.name)
    breaches += [_not_there(name) for name in manifest.files if not (path / Path(name).name).is_file()]
    return list(sources.values()), breaches


def _find_sheets(path: Path) -> tuple[list[Source], list[Breach]]:
    sources, breaches = [], []
    for sheet in sheet_names(path):
        name = sheet.strip().lower()
        if name in TABLES:
            sources.append(Source(TABLES[name], path, f"{path.name}, sheet {name}", sheet))
        elif name not in OTHER_SHEETS:
            todo = f"Remove the sheet, or name it after one of the tables: {', '.join(TABLES)}."
            breaches.append(
                Breach("unknown_table", "A sheet is not a table of the template", todo, path.name)
            )
    return sources, breaches


def _unknown_file(file: Path) -> Breach:
    if file.is_dir():
        return Breach(
            "unknown_table",
            "A folder lies in the extract",
            "Keep only the tables and extract.toml.",
            file.name,
        )
    todo = f"Remove it, or name it after its table (.csv or .parquet): {', '.join(TABLES)}."
    return Breach("unknown_table", "The file is not a table of the template", todo, file.name)


def _not_read(file: Path) -> Breach:
    what = "A workbook in the folder of an extract is not read"
    return Breach(
        "not_read", what, "Give the workbook itself as the extract, or remove it.", file.name, severity="warn"
    )


def _not_there(name: str) -> Breach:
    return Breach(
        "manifest", "The manifest names a file that is not there", "Send the file, or mend [files].", name
    )
