"""Open .xlsx workbooks that are safe to open, and read their sheets as strings."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

import openpyxl
from defusedxml.common import DefusedXmlException
from openpyxl.utils.exceptions import InvalidFileException

from data.problem import Problem

LARGEST = 400 * 1024 * 1024
LARGEST_RATIO = 120
SMALL = 5 * 1024 * 1024
UNREADABLE = (
    OSError, ValueError, KeyError, TypeError, IndexError, AttributeError, EOFError,
    zipfile.BadZipFile, InvalidFileException, DefusedXmlException, ParseError,
)  # fmt: skip


def check_workbook(path: Path) -> None:
    """Problem if a workbook is not one, is too large unpacked, or carries macros or links; nothing is unpacked."""
    try:
        with zipfile.ZipFile(path) as packed:
            members = packed.infolist()
    except (OSError, zipfile.BadZipFile):
        raise _problem(path, "The workbook cannot be opened", "Save it again as .xlsx.") from None
    unpacked = sum(member.file_size for member in members)
    stored = max(1, sum(member.compress_size for member in members))
    if unpacked > LARGEST or (unpacked > SMALL and unpacked / stored > LARGEST_RATIO):
        raise _problem(path, "The workbook is too large once unpacked", "Send the tables as CSV or Parquet.")
    names = [member.filename.lower() for member in members]
    if any("vbaproject" in name or "/activex/" in name or "/embeddings/" in name for name in names):
        raise _problem(
            path, "The workbook holds macros or embedded objects", "Save it as .xlsx without them."
        )
    if any("externallinks/" in name or name.endswith("connections.xml") for name in names):
        raise _problem(
            path, "The workbook links to other files", "Break the links, keep the values, and save it again."
        )


@contextmanager
def opened(path: Path) -> Iterator[Any]:
    """A workbook, checked first, then opened read-only with the values of its formulas."""
    check_workbook(path)
    if not openpyxl.DEFUSEDXML:
        raise _problem(path, "Workbooks cannot be read safely on this machine", "Install defusedxml.")
    book = None
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
        yield book
    except UNREADABLE:
        raise _problem(path, "The workbook is damaged", "Save it again as .xlsx.") from None
    finally:
        if book is not None:
            book.close()


def sheet_names(path: Path) -> list[str]:
    """The names of the sheets, in order."""
    with opened(path) as book:
        return list(book.sheetnames)


def sheet_pairs(path: Path, sheet: str) -> dict[str, str] | None:
    """The first two columns of a sheet as names and values; None if there is no such sheet."""
    with opened(path) as book:
        if sheet not in book.sheetnames:
            return None
        rows = [[as_string(cell) for cell in row[:2]] for row in book[sheet].iter_rows()]
    pairs = {row[0].strip(): row[1] for row in rows if len(row) > 1 and row[0] and row[1] is not None}
    return {name: value for name, value in pairs.items() if name.lower() not in ("entry", "name", "key")}


def sheet_rows(path: Path, sheet: str) -> Iterator[tuple[int, list[str | None]]]:
    """Row number and cells of each row of a sheet that is not blank."""
    with opened(path) as book:
        for number, row in enumerate(book[sheet].iter_rows(), start=1):
            cells = [as_string(cell) for cell in row]
            if any(cells):
                yield number, cells


def as_string(cell: Any) -> str | None:
    """A cell as the CSV would write it: dates as ISO, whole numbers without a point, yes and no as words."""
    value = cell.value
    if value is None:
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        has_time = "h" in (cell.number_format or "").lower() or value.time() != time(0)
        return value.isoformat(" ", "seconds") if has_time else value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value).strip() or None


def _problem(path: Path, what: str, todo: str) -> Problem:
    return Problem(what=what, todo=todo, file=path.name, rule="unreadable")
