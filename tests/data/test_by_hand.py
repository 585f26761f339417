"""An extract that nobody here prepared, with areas and missing episodes alone, in a style of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest
import xlsxwriter

from answers.cube import build_cube
from answers.measures import MEASURES, ask_measure
from answers.periods import period_named
from answers.question import NeedsTable, ask
from answers.source import Source, open_source
from data import versions
from data.load import load
from disclosure import Mode, ProtectedTable

NEEDED = {
    **dict.fromkeys(("M5", "M12", "M17"), "care_episodes"),
    **{f"R{number}": "return_interviews" for number in range(1, 8)},
}
MANIFEST = """\
agency = "harbour_council"
agency_type = "Childrens Services"
as_at = 2024-07-15
period_start = 2023-04-01
period_end = 2024-06-30
schema_version = "1.0"
marking = "OFFICIAL-SENSITIVE"
pseudonym_key_id = "harbour 2024"
"""
EPISODE = "E" + "A" * 15
AREAS = [["E0700001", "Harbour Côte & Vale", "Local Authority"]]
HEADER = "Child_Ref STARTED_AT kind episode_ref Missing_From missing_from_area agency_code ended_at".split()
ANN, BOB, CAT = (
    "MFRGGZDFMZTWQ2LK",
    "9F2C41D07AB35E86",
    "c0ffee00c0ffee0a",
)  # base32, and hexadecimal in both cases
ROWS: list[list[Any]] = [
    # a date alone, and its end a day later: not timed
    [ANN, date(2024, 1, 9), "Missing", EPISODE + "2", "Childrens Home", "E0700001", "Team 4", date(2024, 1, 10)],
    [ANN, datetime(2024, 2, 3, 21, 5), "MISSING", EPISODE + "3", "home", "E0700001", "Team 4", datetime(2024, 2, 4, 3)],
    [ANN, date(2024, 5, 1), "missing", EPISODE + "4", "Semi-Independent", "E0700001", "Team 4", None],
    [BOB, date(2024, 2, 1), "missing", EPISODE + "5", "unknown", "E0700001", "Team 4", date(2024, 2, 1)],
    [BOB, date(2024, 3, 1), "Away", EPISODE + "6", "Foster", "unknown", "Team 4", None],
    [CAT, datetime(2024, 3, 30, 23, 30), "missing", EPISODE + "7", "Other", "E0700001", "Team 4", datetime(2024, 3, 31, 4, 30)],
]  # fmt: skip


def as_csv(folder: Path) -> Path:
    """With a byte order mark, Windows' line ends and every value in quotes."""

    def lines(rows: list[list[Any]]) -> str:
        return "".join(",".join(f'"{"" if cell is None else cell}"' for cell in row) + "\r\n" for row in rows)

    folder.mkdir()
    (folder / "extract.toml").write_text(MANIFEST)
    for name, rows in (
        ("Areas", [["area_code", "area_name", "level"], *AREAS]),
        ("MISSING_EPISODES", [HEADER, *ROWS]),
    ):
        (folder / f"{name}.CSV").write_text("\ufeff" + lines(rows), encoding="utf-8", newline="")
    return folder


def as_workbook(folder: Path) -> Path:
    """Real dates in the cells; the manifest on a sheet of its own, its days as real dates too."""
    folder.mkdir()
    path = folder / "from our system.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        time = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        said = [line.split(" = ") for line in MANIFEST.strip().splitlines()]
        about = [
            [name, date.fromisoformat(word) if word[0] != '"' else word.strip('"')] for name, word in said
        ]
        sheets: dict[str, list[Any]] = {
            "extract": about,
            "areas": [["area_code", "area_name", "level"], *AREAS],
            "missing_episodes": [HEADER, *ROWS],
        }
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for down, row in enumerate(rows):
                for across, cell in enumerate(row):
                    sheet.write(
                        down,
                        across,
                        cell,
                        time if isinstance(cell, datetime) else day if isinstance(cell, date) else None,
                    )
    return path


def as_parquet(folder: Path) -> Path:
    """Typed columns: timestamps for the times, which makes midnights of the dates alone."""
    folder.mkdir()
    (folder / "extract.toml").write_text(MANIFEST)
    with duckdb.connect() as con:
        for name, header, rows in (
            ("areas", ["area_code", "area_name", "level"], AREAS),
            ("missing_episodes", HEADER, ROWS),
        ):
            types = ["timestamp" if column.lower().endswith("_at") else "varchar" for column in header]
            con.execute(f"create table {name} ({', '.join(map(' '.join, zip(header, types, strict=True)))})")
            con.executemany(f"insert into {name} values ({', '.join('?' * len(header))})", rows)
            con.execute(f"copy {name} to '{folder}/{name}.parquet'")
    return folder


@pytest.fixture(scope="module", params=[as_csv, as_workbook, as_parquet])
def root(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with that extract loaded, in each of the three forms."""
    write: Callable[[Path], Path] = request.param
    folder = tmp_path_factory.mktemp("by_hand")
    load([write(folder / "extract")], folder / "data", build_cube)
    return folder / "data"


def counts(table: ProtectedTable) -> tuple[list[float | None], list[float | None]]:
    return table.values("children"), table.values("episodes")


def test_it_loads_without_a_warning(root: Path) -> None:
    assert [manifest["warnings"] for manifest in versions.listed(root)] == [[]]


def test_its_figures_are_those_counted_by_hand(root: Path) -> None:
    source = open_source("exact", root)
    quarters = [period_named("2024-Q1"), period_named("2024-Q2")]
    assert counts(ask(source, "missing", "missing_from", ["E0700001"], quarters)) == ([3, 1], [4, 1])
    assert counts(ask(source, "away", "missing_from", ["all"], quarters)) == ([1, 0], [1, 0])
    again = ask(source, "missing_by_number", "missing_from", ["all"], quarters[:1], ("repeated",))
    assert counts(again.only(repeated="more_than_once")) == ([1], [2])
    sent_by = ask(source, "missing_by_sender", "missing_from", ["all"], quarters[:1], ("sent_by",))
    assert counts(sent_by.only(sent_by="council_only")) == ([3], [4])
    source.close()


def test_the_night_that_the_clocks_went_forward_has_its_true_length(root: Path) -> None:
    source = open_source("exact", root)
    assert source.frame("select hours from missing_episodes where started_on = '2024-03-30'")[
        "hours"
    ].tolist() == [4.0]
    source.close()


@pytest.mark.parametrize("mode", ["exact", "protected"])
def test_every_measure_answers_or_names_the_table_that_it_needs(root: Path, mode: Mode) -> None:
    source = open_source(mode, root)
    for name, measure in MEASURES.items():
        for role in ("home", "missing_from"):
            if name in NEEDED:
                with pytest.raises(NeedsTable, match=NEEDED[name]):
                    answered(source, name, role)
            else:
                assert all(len(table) for table in answered(source, measure.id, role))
    source.close()


def answered(source: Source, name: str, role: str) -> list[ProtectedTable]:
    return ask_measure(source, MEASURES[name], role, "all", period_named("2023-24"))
