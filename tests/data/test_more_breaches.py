"""Files as spreadsheets, old systems and hurried hands leave them: refused with what to mend, never with a value."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
import xlsxwriter

from data.admit import check
from tests.data.sent import AREAS, COLUMNS, absences, manifest, ref, write

ROWS = ["p1 ann 2024-02-03T21:00 2024-02-04T03:00 C1", "p2 bob 2024-03-01 - C2"]
TEXT = absences("police", ROWS)
NHS = "9434765919"
NEVER_SHOWN = (
    NHS,
    "Bobby",
    "AB99",
    "absconded",
    ref("ann"),
    ref("bob"),
    ref("p1"),
    "1000000000",
    "31/02",
    "Pier",
)


def extract(folder: Path) -> Path:
    return write(folder, "police", "police", ROWS)


def episodes(old: str, new: str) -> Callable[[Path], None]:
    return lambda folder: rewrite(folder, "missing_episodes.csv", TEXT.replace(old, new).encode())


def areas(old: str, new: str) -> Callable[[Path], None]:
    return lambda folder: rewrite(folder, "areas.csv", AREAS.replace(old, new).encode())


def raw(name: str, content: bytes) -> Callable[[Path], None]:
    return lambda folder: rewrite(folder, name, content)


def said(**entries: str) -> Callable[[Path], None]:
    return raw("extract.toml", manifest("police", "police", **entries).encode())


def rewrite(folder: Path, name: str, content: bytes) -> None:
    (folder / name).write_bytes(content)


def parquet(select: str) -> Callable[[Path], None]:
    """missing_episodes as Parquet, its columns turned by `select`."""

    def write_parquet(folder: Path) -> None:
        with duckdb.connect() as con:
            read = f"read_csv('{folder}/missing_episodes.csv', all_varchar = true)"
            con.execute(f"copy (select {select} from {read}) to '{folder}/missing_episodes.parquet'")
        (folder / "missing_episodes.csv").unlink()

    return write_parquet


def link(folder: Path) -> None:
    (folder / "children.csv").symlink_to("/dev/zero")


def damaged(folder: Path) -> None:
    parquet("*")(folder)
    content = bytearray((folder / "missing_episodes.parquet").read_bytes())
    content[20:60] = b"\xff" * 40
    (folder / "missing_episodes.parquet").write_bytes(content)


BROKEN: list[tuple[str, str, str | None, Callable[[Path], None]]] = [
    # rule, file, column, how
    ("unreadable", "missing_episodes.csv", None, raw("missing_episodes.csv", TEXT.encode("utf-16"))),
    ("unreadable", "missing_episodes.csv", None, raw("missing_episodes.csv", TEXT.replace("home", "caf\xe9").encode("cp1252"))),
    ("unreadable", "missing_episodes.csv", None, raw("missing_episodes.csv", TEXT.replace("home", "ho\0me").encode())),
    ("unreadable", "missing_episodes.csv", None, raw("missing_episodes.csv", b"")),
    ("missing_column", "missing_episodes.csv", "episode_ref", raw("missing_episodes.csv", b"\n\n")),
    ("separator", "missing_episodes.csv", None, raw("missing_episodes.csv", TEXT.replace(",", "\t").encode())),
    ("missing_column", "missing_episodes.csv", "child_ref", episodes("child_ref,", "episode_ref,")),
    ("duplicate_column", "missing_episodes.csv", "episode_ref", episodes("child_ref,", "episode_ref,")),
    ("unknown_column", "missing_episodes.csv", None, episodes(COLUMNS, COLUMNS + ",")),
    ("ragged_rows", "missing_episodes.csv", None, episodes("home,C2", "home,C2,,,x")),
    ("ragged_rows", "missing_episodes.csv", None, episodes("home,C2", '"home,C2')),
    ("closed_list", "missing_episodes.csv", "missing_from", episodes("home,C2", '"the\nPier",C2')),
    ("closed_list", "missing_episodes.csv", "missing_from", episodes("home,C2", '"ho""me",C2')),
    ("time", "missing_episodes.csv", "started_at", episodes("2024-03-01", "31/02/2024")),
    ("time", "missing_episodes.csv", "started_at", episodes("2024-03-01", "2024-02-31")),
    ("time", "missing_episodes.csv", "started_at", episodes("2024-03-01", "45352")),
    ("time", "missing_episodes.csv", "ended_at", episodes("2024-02-04T03:00", "2024-02-04T25:00")),
    ("time", "missing_episodes.csv", "started_at", episodes("2024-03-01", "0024-03-01")),
    ("570", "missing_episodes.csv", "started_at", episodes("2024-03-01", "9999-12-31")),
    ("as_at", "missing_episodes.csv", "started_at", said(as_at="2024-02-10", period_end="2024-12-31")),
    ("duplicate", "missing_episodes.csv", "episode_ref", episodes(ref("p2"), ref("p1"))),
    ("duplicate", "missing_episodes.csv", "episode_ref", episodes(ref("p2"), ref("p1").upper())),
    ("pseudonym", "missing_episodes.csv", "child_ref", episodes(ref("bob"), NHS)),
    ("pseudonym", "missing_episodes.csv", "child_ref", episodes(ref("bob"), "943 476 5919")),
    ("pseudonym", "missing_episodes.csv", "child_ref", episodes(ref("bob"), "BobbyTables2010")),
    ("personal_data", "missing_episodes.csv", "missing_from_area", episodes("home,C2", "home,AB99 1ZZ")),
    ("personal_data", "areas.csv", "area_code", areas("C2", "AB99 1ZZ")),
    ("personal_data", "areas.csv", "area_name", areas("Holm Moor", "Holm Moor 07700 900123")),
    ("integer", "areas.csv", "population_0_17", areas("10000", "1000000000")),
    ("integer", "areas.csv", "population_0_17", areas("10000", "-4")),
    ("tree", "areas.csv", "parent_code", areas("authority,F1,20000", "authority,C1,20000")),
    ("tree", "areas.csv", "parent_code", areas("police_force,", "police_force,C2")),
    ("reference", "areas.csv", "parent_code", areas("authority,F1,20000", "authority,F9,20000")),
    ("reference", "areas.csv", "parent_code", areas("authority,F1,20000", "authority,unknown,20000")),
    ("reserved", "areas.csv", "area_code", areas("C2,", "all,")),
    ("reserved", "areas.csv", "area_code", areas("C2,", "Unknown,")),
    ("missing_table", "extract", None, lambda folder: (folder / "missing_episodes.csv").unlink()),
    ("missing_table", "areas", None, lambda folder: (folder / "areas.csv").unlink()),
    ("never_sent", "children.csv", "name", raw("children.csv", b"child_ref,gender,Name\n")),
    ("never_sent", "children.csv", None, raw("children.csv", b"child_ref,gender,child surname\n")),
    ("unknown_table", "notes.txt", None, raw("notes.txt", b"Bobby")),
    ("unknown_table", "children.xls", None, raw("children.xls", b"Bobby")),
    ("one_file", "missing_episodes.parquet", None, raw("missing_episodes.parquet", b"Bobby")),
    ("unknown_table", "children.csv", None, link),
    ("unreadable", "missing_episodes.parquet", None, damaged),
    ("pseudonym", "missing_episodes.parquet", "child_ref", parquet("* replace ({'ref': child_ref} as child_ref)")),
    ("pseudonym", "missing_episodes.parquet", "child_ref", parquet("* replace ([[child_ref]] as child_ref)")),
    ("pseudonym", "missing_episodes.parquet", "child_ref", parquet("* replace (map([1], [child_ref]) as child_ref)")),
    ("pseudonym", "missing_episodes.parquet", "child_ref", parquet("* replace (1 as child_ref)")),
    ("unknown_column", "missing_episodes.parquet", None, parquet("*, 'Bobby' as \"na'me\"")),
    ("manifest", "extract.toml", "as_at", said(as_at="2999-01-01")),
    ("manifest", "extract.toml", "as_at", said(as_at="31/02/2024")),
    ("manifest", "extract.toml", "agency_type", said(agency_type="Bobby")),
    ("manifest", "extract.toml", "schema_version", said(schema_version="7")),
    ("manifest", "extract.toml", "pseudonym_key_id", said(pseudonym_key_id="")),
    ("manifest", "extract.toml", "marking", said(marking=NHS)),
    ("manifest", "extract.toml", None, said(author="Bobby")),
    ("outlines", "areas.geojson", None, raw("areas.geojson", b"{}")),
    ("outlines", "areas.geojson", None, raw("areas.geojson", b"\xff\xfe")),
    ("outlines", "areas.geojson", None, raw("areas.geojson", b"[" * 100_000)),
    ("outlines", "areas.geojson", "area_code",
     raw("areas.geojson", b'{"features": [{"properties": {"area_code": "Bobby"}}]}')),
    ("outlines", "areas.geojson", "geometry",
     raw("areas.geojson", b'{"features": [{"properties": {"area_code": "C1"}, "geometry": {"type": "Point"}}]}')),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "file", "column", "how"), BROKEN)
def test_a_broken_extract_is_refused_with_what_to_mend_and_no_value(
    tmp_path: Path, rule: str, file: str, column: str | None, how: Callable[[Path], None]
) -> None:
    folder = extract(tmp_path)
    how(folder)
    refused = [breach for breach in check([folder], tmp_path) if breach["severity"] == "refuse"]
    assert (rule, file, column) in {(breach["rule"], breach["file"], breach["column"]) for breach in refused}
    assert all(breach["todo"].endswith(".") and breach["what"] for breach in refused)
    assert not [value for value in NEVER_SHOWN if value in str(refused)]


def test_a_header_alone_and_a_table_with_nothing_optional_are_fine(tmp_path: Path) -> None:
    folder = extract(tmp_path)
    rewrite(folder, "children.csv", b"child_ref,gender\n")
    assert check([folder], tmp_path) == []


def test_quoted_values_that_run_over_lines_do_not_shift_the_row_numbers(tmp_path: Path) -> None:
    folder = extract(tmp_path)
    broken = TEXT.replace("home,C1", '"ho\nme",C1').replace("home,C2", "cellar,C2")
    rewrite(folder, "missing_episodes.csv", broken.encode())
    (breach,) = check([folder], tmp_path)
    assert (breach["count"], breach["rows"]) == (2, [2, 3])


def workbook(path: Path, *, episodes: str = TEXT, packed: dict[str, str] | None = None) -> Path:
    """A workbook of one extract, then files added to its archive by name."""
    with xlsxwriter.Workbook(str(path)) as book:
        about = [line.split(" = ") for line in manifest("police", "police").splitlines()]
        sheets = {
            "extract": [[name, value.strip('"')] for name, value in about],
            "areas": [line.split(",") for line in AREAS.splitlines()],
            "missing_episodes": [line.split(",") for line in episodes.splitlines()],
        }
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for down, row in enumerate(rows):
                sheet.write_row(down, 0, row)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (packed or {}).items():
            archive.writestr(name, content)
    return path


def test_a_workbook_is_an_extract(tmp_path: Path) -> None:
    assert check([workbook(tmp_path / "sent.xlsx")], tmp_path) == []


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("xl/vbaProject.bin", "x", "macros"),
        ("xl/embeddings/oleObject1.bin", "x", "embedded"),
        ("xl/externalLinks/externalLink1.xml", "x", "links"),
        ("xl/connections.xml", "x", "links"),
        ("xl/media/bomb.bin", "0" * (8 << 20), "too large"),
    ],
)
def test_a_workbook_that_is_not_safe_to_open_is_refused_unopened(
    tmp_path: Path, name: str, content: str, said: str
) -> None:
    (breach,) = check([workbook(tmp_path / "sent.xlsx", packed={name: content})], tmp_path)
    assert breach["severity"] == "refuse"
    assert said in breach["what"]


def test_a_broken_sheet_is_refused_by_its_name_and_row(tmp_path: Path) -> None:
    broken = TEXT.replace("home,C2", "the Pier,C2")
    (breach,) = check([workbook(tmp_path / "sent.xlsx", episodes=broken)], tmp_path)
    assert (breach["rule"], breach["file"]) == ("closed_list", "sent.xlsx, sheet missing_episodes")
    assert (breach["column"], breach["rows"]) == ("missing_from", [3])


def test_a_workbook_whose_sheets_are_empty_says_that_it_does_not_say_what_it_is(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "sent.xlsx")) as book:
        book.add_worksheet("extract")
        book.add_worksheet("missing_episodes")
    assert [breach["rule"] for breach in check([tmp_path / "sent.xlsx"], tmp_path)] == ["manifest"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"PK\x05\x06" + b"\0" * 18, b"Bobby"])
def test_a_workbook_that_is_none_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "sent.xlsx").write_bytes(content)
    (breach,) = check([tmp_path / "sent.xlsx"], tmp_path)
    assert (breach["rule"], breach["file"]) == ("unreadable", "sent.xlsx")
