"""What an extract says of itself: `extract.toml`, or the sheet `extract` of a workbook."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from data import holidays, marked
from data.declarations import AGENCY_TYPES, SCHEMA_VERSION
from data.problem import Problem
from data.scan import found_in
from data.workbook import sheet_pairs

REQUIRED = (
    "agency", "agency_type", "as_at", "period_start", "period_end", "schema_version", "marking", "pseudonym_key_id",
)  # fmt: skip
OPTIONAL = ("recording_changes", marked.ENTRY, holidays.ENTRY, "files")
LONGEST_NOTE = 120
LONGEST_ENTRY = 80


@dataclass(frozen=True)
class RecordingChange:
    """A day on which the agency began to record something differently."""

    on: date
    kind: str
    note: str


@dataclass(frozen=True)
class FileSum:
    """What the sender says a file holds: its SHA-256 and its rows without the header; None if not said."""

    sha256: str | None
    rows: int | None


@dataclass(frozen=True)
class Manifest:
    """Who sent the extract, for which days (both included), how it is marked, and under which key."""

    agency: str
    agency_type: str
    as_at: date
    period_start: date
    period_end: date
    schema_version: str
    marking: str
    pseudonym_key_id: str
    recording_changes: tuple[RecordingChange, ...] = ()
    marked_cells: tuple[marked.MarkedCell, ...] = ()
    school_holidays: tuple[holidays.Holiday, ...] = ()
    files: dict[str, FileSum] = field(default_factory=dict)


def read_manifest(path: Path) -> Manifest:
    """The manifest of an extract (a folder, or a workbook); Problem if it is missing or not understood."""
    if not path.exists():
        raise Problem(
            what="There is no such extract", todo="Give the folder or the workbook.", file=path.name
        )
    return _manifest(_entries(path))


def _entries(path: Path) -> dict[str, Any]:
    beside = path / "extract.toml" if path.is_dir() else path.with_name("extract.toml")
    if path.is_dir() or (beside.is_file() and path.suffix.lower() != ".xlsx"):
        return _toml(beside)
    if path.suffix.lower() != ".xlsx":
        raise Problem(
            what="An extract is a folder or an .xlsx workbook",
            todo="Give the folder that holds extract.toml and the tables.",
            file=path.name,
        )
    in_workbook = sheet_pairs(path, "extract")
    if in_workbook is not None:
        return in_workbook
    return _toml(beside)


def _toml(path: Path) -> dict[str, Any]:
    if not path.is_file():
        raise _problem("extract.toml is missing", "Copy it from the template and fill it in.")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise _problem("The file is not UTF-8", "Save it again as UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line \d+", str(error))
        where = f" at {line[0]}" if line else ""
        raise _problem(f"The file is not valid TOML{where}", 'Write each entry as name = "value".') from None


def _manifest(entries: dict[str, Any]) -> Manifest:
    for name in REQUIRED:
        if entries.get(name) in (None, ""):
            raise _problem("An entry is missing or empty", f"Add {name} to extract.toml.", name)
    if set(entries) - {*REQUIRED, *OPTIONAL}:
        names = ", ".join((*REQUIRED, *OPTIONAL))
        raise _problem("There is an entry that is not known", f"Keep only these: {names}.")
    words = {name: _word(entries, name) for name in ("agency", "marking", "pseudonym_key_id")}
    manifest = Manifest(
        agency=words["agency"],
        agency_type=_agency_type(entries),
        as_at=_day(entries["as_at"], "as_at"),
        period_start=_day(entries["period_start"], "period_start"),
        period_end=_day(entries["period_end"], "period_end"),
        schema_version=_version(entries),
        marking=words["marking"],
        pseudonym_key_id=words["pseudonym_key_id"],
        recording_changes=_changes(entries.get("recording_changes", [])),
        marked_cells=marked.read_marked(entries.get(marked.ENTRY, [])),
        school_holidays=holidays.read_holidays(entries.get(holidays.ENTRY, [])),
        files=_files(entries.get("files", {})),
    )
    _check_days(manifest)
    return manifest


def _check_days(manifest: Manifest) -> None:
    if manifest.period_end < manifest.period_start:
        raise _problem("The period ends before it starts", "Mend period_start and period_end.", "period_end")
    if manifest.as_at < manifest.period_start:
        raise _problem("The extract was taken before its period starts", "Mend as_at or the period.", "as_at")
    if manifest.as_at > date.today():
        raise _problem(
            "The extract is dated in the future", "Give the day on which the data were taken.", "as_at"
        )


def _word(entries: dict[str, Any], name: str) -> str:
    value = str(entries[name]).strip()
    if len(value) > LONGEST_ENTRY or found_in(value):
        raise _problem(
            "The entry looks like personal data or is too long", "Write a short name or code.", name
        )
    return value


def _agency_type(entries: dict[str, Any]) -> str:
    value = str(entries["agency_type"]).strip().lower().replace(" ", "_")
    if value not in AGENCY_TYPES:
        raise _problem(
            "The type of agency is not known", f"Use one of {', '.join(AGENCY_TYPES)}.", "agency_type"
        )
    return value


def _version(entries: dict[str, Any]) -> str:
    value = str(entries["schema_version"]).strip()
    if value.split(".")[0] != SCHEMA_VERSION:
        raise _problem(
            "The version of the template is not known", f"Use version {SCHEMA_VERSION}.", "schema_version"
        )
    return value


def _day(value: Any, name: str) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value).strip()[:10])
    except ValueError:
        raise _problem("The entry is not a date", "Write the date as 2024-03-31.", name) from None


def _changes(listed: Any) -> tuple[RecordingChange, ...]:
    if not isinstance(listed, list) or not all(isinstance(entry, dict) for entry in listed):
        raise _problem(
            "The entry is not understood",
            "Write each change under [[recording_changes]].",
            "recording_changes",
        )
    return tuple(_change(entry) for entry in listed)


def _change(entry: dict[str, Any]) -> RecordingChange:
    if set(entry) - {"on", "kind", "note"} or entry.get("kind") not in ("missing", "away"):
        raise _problem(
            "A change is not understood", "Give on, kind (missing or away) and note.", "recording_changes"
        )
    note = str(entry.get("note", "")).strip()
    if len(note) > LONGEST_NOTE or found_in(note):
        raise _problem(
            "A note looks like personal data or is too long",
            f"Use at most {LONGEST_NOTE} characters.",
            "recording_changes",
        )
    return RecordingChange(_day(entry.get("on"), "recording_changes"), str(entry["kind"]), note)


def _files(listed: Any) -> dict[str, FileSum]:
    if not isinstance(listed, dict) or not all(isinstance(entry, dict) for entry in listed.values()):
        raise _problem(
            "The sums of the files are not understood",
            'Write "table.csv" = {sha256 = "...", rows = 1}.',
            "files",
        )
    return {name: _sum(entry) for name, entry in listed.items()}


def _sum(entry: dict[str, Any]) -> FileSum:
    rows, digest = entry.get("rows"), entry.get("sha256")
    if not isinstance(rows, int | None) or (
        digest is not None and not re.fullmatch("[0-9a-fA-F]{64}", str(digest))
    ):
        raise _problem(
            "The sum of a file is not understood",
            "Give sha256 as 64 hexadecimal digits, rows as a number.",
            "files",
        )
    return FileSum(str(digest).lower() if digest else None, rows)


def _problem(what: str, todo: str, column: str | None = None) -> Problem:
    return Problem(what=what, todo=todo, file="extract.toml", column=column, rule="manifest")
