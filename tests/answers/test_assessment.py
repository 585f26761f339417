"""The 2011 assessment, cell by cell, from records: loaded and asked like any partnership's data."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from answers.__main__ import main
from answers.assessment import ask_printed, ask_totals, printed_tables, whole_period
from answers.question import ask
from answers.source import Source, open_source
from data.demo.ceop2011 import REFERENCE, make_ceop2011
from data.load import load

FIGURES = REFERENCE["figures"]
NAMES = [f"CEOP{number}" for number in range(1, 14)]


def no_cube(exact: Path, cube: Path, progress: object) -> None:
    """The tables are asked in exact mode: a cube of 53 periods would only take time."""
    with duckdb.connect(str(exact), read_only=True) as con:
        about = con.sql("select * from about").to_arrow_table()
    with duckdb.connect(str(cube)) as con:
        con.register("rows", about)
        con.execute("create table about as select * from rows")


@pytest.fixture(scope="module")
def extract(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("assessment") / "ceop"
    make_ceop2011(folder)
    return folder


@pytest.fixture(scope="module")
def root(extract: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("loaded")
    load([extract], root, no_cube)
    return root


@pytest.fixture(scope="module")
def source(root: Path) -> Iterator[Source]:
    opened = open_source("exact", root)
    yield opened
    opened.close()


def cells(source: Source) -> dict[str, Any]:
    """Every printed cell of the thirteen tables, by table, row and column."""
    period = whole_period(source)
    found: dict[str, Any] = {}
    for name, printed in printed_tables().items():
        for row in ask_printed(source, printed, "home", "all", period).rows():
            found |= {f"{name} {row['category']} {column}": row[column] for column in printed.numbers}
    return found


def counted(source: Source, question: str, dimension: str) -> dict[str, Any]:
    """Whole counts of one question by one dimension."""
    table = ask(source, question, "home", ["all"], [whole_period(source)], (dimension,))
    return dict(zip(table.labels(dimension), table.values(table.numbers[0]), strict=True))


def published() -> dict[str, Any]:
    columns = ("group_1", "group_2", "count")
    return {
        f"CEOP{table['table']} {cell['category']} {column}": cell[column]
        for table in REFERENCE["tables"]
        for cell in table["cells"]
        for column in columns
        if column in cell
    }


def test_every_cell_of_the_thirteen_tables_comes_out(source: Source) -> None:
    assert cells(source) == published()


@pytest.mark.parametrize("name", NAMES)
def test_every_printed_total_comes_out(source: Source, name: str) -> None:
    expected = next(table["totals"] for table in REFERENCE["tables"] if f"CEOP{table['table']}" == name)
    totals = ask_totals(source, printed_tables()[name], "home", "all", whole_period(source))
    assert totals == {column: expected[column] for column in totals}


def test_places_come_out_with_several_for_a_victim(source: Source) -> None:
    places, expected = (
        counted(source, "victims_by_place", "place_group"),
        FIGURES["locations_of_exploitation"],
    )
    printed = {
        "Flat or house": "flat_or_house", "Public place": "public_place", "Vehicle": "vehicle", "Park": "park",
        "Hotel or bed and breakfast": "hotel", "Business": "business", "Pub or nightclub": "pub_or_club",
        "Premises believed to be a brothel": "brothel", "Hostel": "hostel", "Bail hostel": "bail_hostel",
        "Various locations, no further details": "various", "Named town or towns only": "town_only",
    }  # fmt: skip
    assert {name: places[printed[name]] for name in expected["cells"]} == expected["cells"]
    assert counted(source, "victims", "place_known")["no"] == expected["unknown"]
    assert counted(source, "victims_by_place", "place")["taxi"] == expected["vehicle_of_which_taxi"]
    assert counted(source, "victims", "moved_between_towns")["yes"] == expected["moved_to_another_uk_city"]


def test_nominals_come_out_by_what_is_known_of_them(source: Source) -> None:
    known, expected = counted(source, "nominals", "identification"), FIGURES["nominals"]
    assert known["1"] == expected["group_1_full_name_or_initials"]
    assert known["2"] == expected["group_2_given_name_or_alias"]
    assert known["3"] == expected["group_3_no_name"]
    assert counted(source, "case_children", "several_unidentified")["yes"] == expected[
        "group_4_cases_with_unspecified_multiple_offenders"
    ]  # fmt: skip
    assert counted(source, "nominals", "membership")["alone"] == FIGURES["offended_alone"]
    for dimension, figure in (
        ("known_for_sexual_offences", "previously_known_for_sexual_offences"),
        ("registered_sex_offender", "registered_sex_offenders"),
        ("subject_to_order", "subject_to_sopo"),
    ):
        assert counted(source, "nominals_identified", dimension)["yes"] == FIGURES[figure]


def test_victims_come_out_by_how_they_lived(source: Source) -> None:
    expected = FIGURES["victims"]
    began, living = counted(source, "victims", "missing_began"), counted(source, "victims", "living")
    assert began["after"] == expected["began_going_missing_after_exploitation"]
    assert began["unknown"] == expected["missing_order_unknown"]
    assert living["family_home"] == expected["living_in_family_home"]
    assert living["extended_family_or_friends"] == expected["living_with_extended_family_or_friends"]
    assert (
        counted(source, "victims", "moved_into_care")["yes"] == expected["moved_into_care_after_intervention"]
    )


def test_one_group_has_41_victims_and_one_child_nine_groups(source: Source) -> None:
    expected = FIGURES["victims"]
    assert source.rows("select max(children) from groups", {}) == [(expected["max_victims_of_one_group"],)]
    assert source.rows("select max(groups) from children_groups", {}) == [
        (expected["max_groups_for_one_victim"],)
    ]


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("nominals", "gender", "female"),
        ("victims", "ever_missing", "not_applicable"),
        ("children", "gender", "male"),
    ],
)
def test_one_record_changed_is_noticed(
    extract: Path, tmp_path: Path, table: str, column: str, value: str
) -> None:
    """So a wrong record would be: the tables are counted, not stored."""
    changed = tmp_path / "ceop"
    shutil.copytree(extract, changed)
    with (changed / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    next(row for row in rows if row[column] not in (value, ""))[column] = value
    with (changed / f"{table}.csv").open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    load([changed], tmp_path / "var", no_cube)
    opened = open_source("exact", tmp_path / "var")
    assert cells(opened) != published()
    opened.close()


def test_the_command_line_prints_a_table_by_its_own_labels(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SIGHTLINE_DATA", str(root))
    assert main(["ask", "CEOP1", "--mode", "exact", "--format", "json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["rows"][0] == {"category": "Male", "group_1": 805, "group_2": 254}
