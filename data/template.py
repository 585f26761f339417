"""The blank template: a CSV for each table, a workbook with drop-downs, `extract.toml` and the dictionary."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import xlsxwriter

from data.declarations import AGENCY_TYPES, TABLES, Table
from data.dictionary import dictionary_markdown, dictionary_rows
from data.extract import REQUIRED
from data.problem import Problem

WORKBOOK = "extract_template.xlsx"
LAST_ROW = 20_000
LONGEST_LIST = 255
LONGEST_TITLE, LONGEST_HELP = 32, 255

MANIFEST = f"""\
# What this extract is. Fill in every entry, and keep this file beside the tables.

agency = ""             # a short code for your agency, as in the table agencies
agency_type = ""        # {", ".join(AGENCY_TYPES)}
as_at = ""              # the day on which the data were taken, as 2024-07-01
period_start = ""       # the first day that the extract covers
period_end = ""         # the last day that it covers
schema_version = "1"
marking = "OFFICIAL-SENSITIVE"
pseudonym_key_id = ""   # the name (never the value) of the key that made the pseudonyms; all agencies share one

# A day on which you began to record something differently; repeat for each.
# [[recording_changes]]
# on = 2023-04-01
# kind = "missing"      # what changed: missing or away
# note = "Absences under six hours are now recorded as away"

# A place where many children are recorded for a reason, to be left out of wards and hotspots; repeat for each.
# [[marked_cells]]
# cell = "..."            # the H3 cell
# reason = "police_station"  # police_station, hospital, home or other

# A school holiday of your area, so that terms and holidays are told apart; repeat for each. One council's are enough.
# [[school_holidays]]
# first = 2024-07-23
# last = 2024-09-01

# So that a damaged file is noticed: its SHA-256, its rows without the header, or both.
# [files]
# "missing_episodes.csv" = {{ sha256 = "...", rows = 1240 }}
"""

GUIDANCE = (
    "Fill in the sheet 'extract' first, then 'areas' and at least one other sheet. Leave the rest as they are.",
    "Dates: 2024-03-31. Times: 2024-03-31T21:05 in local time. If only the day is known, write the day alone.",
    "Empty means not recorded; 'unknown' means asked and not known; 'not_applicable' means it does not arise.",
    "References (columns ending in _ref) are pseudonyms made with the partnership's key: 16 or more characters.",
    "Never send names of people, dates of birth, addresses, postcodes, official numbers, telephone numbers, "
    "e-mail addresses, coordinates or free text.",
)


def write_template(directory: Path) -> list[Path]:
    """Write the blank template into a directory, made if need be; the files written. Files there are kept.

    Raises Problem rather than write over a file that may have been filled in.
    """
    directory.mkdir(parents=True, exist_ok=True)
    names = [*(f"{name}.csv" for name in TABLES), WORKBOOK, "extract.toml", "data_dictionary.md"]
    taken = [name for name in names if (directory / name).exists()]
    if taken:
        raise Problem("The file is there already", "Choose an empty folder for the template.", taken[0])
    for table in TABLES.values():
        with (directory / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerow([column.name for column in table.columns])
    _write_workbook(directory / WORKBOOK)
    (directory / "extract.toml").write_text(MANIFEST, encoding="utf-8")
    (directory / "data_dictionary.md").write_text(dictionary_markdown(), encoding="utf-8")
    return [directory / name for name in names]


def _write_workbook(path: Path) -> None:
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        forms = {
            "head": book.add_format({"bold": True, "bottom": 1, "num_format": "@"}),
            "optional": book.add_format({"italic": True, "bottom": 1, "num_format": "@"}),
            "text": book.add_format({"num_format": "@"}),
            "wrap": book.add_format({"text_wrap": True, "valign": "top"}),
        }
        _write_guidance(book, forms)
        _write_manifest_sheet(book, forms)
        for table in TABLES.values():
            _write_sheet(book, table, forms)


def _write_guidance(book: Any, forms: dict[str, Any]) -> None:
    sheet = book.add_worksheet("guidance")
    sheet.set_column(0, 1, 26)
    sheet.set_column(2, 7, 32, forms["wrap"])
    for at, line in enumerate(GUIDANCE):
        sheet.write_string(at, 0, line)
    rows = dictionary_rows()
    top = len(GUIDANCE) + 1
    for across, name in enumerate(rows[0]):
        sheet.write_string(top, across, name, forms["head"])
        for down, row in enumerate(rows, start=top + 1):
            sheet.write_string(down, across, row[name])


def _write_manifest_sheet(book: Any, forms: dict[str, Any]) -> None:
    sheet = book.add_worksheet("extract")
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 40, forms["text"])
    given = {"schema_version": "1", "marking": "OFFICIAL-SENSITIVE"}
    for at, name in enumerate(REQUIRED):
        sheet.write_string(at, 0, name, forms["head"])
        sheet.write_string(at, 1, given.get(name, ""), forms["text"])
    sheet.data_validation(1, 1, 1, 1, {"validate": "list", "source": list(AGENCY_TYPES)})


def _write_sheet(book: Any, table: Table, forms: dict[str, Any]) -> None:
    sheet = book.add_worksheet(table.name)
    sheet.freeze_panes(1, 0)
    for at, column in enumerate(table.columns):
        sheet.set_column(at, at, max(14, len(column.name) + 2), forms["text"])
        sheet.write_string(0, at, column.name, forms["head" if column.required else "optional"])
        help_text = f"{column.meaning}. For example: {column.example}"[:LONGEST_HELP]
        rule: dict[str, Any] = {"input_title": column.name[:LONGEST_TITLE], "input_message": help_text}
        if column.values and len(",".join(column.values)) <= LONGEST_LIST:
            rule |= {"validate": "list", "source": list(column.values)}
        else:
            rule |= {"validate": "any"}
        sheet.data_validation(1, at, LAST_ROW, at, rule)
