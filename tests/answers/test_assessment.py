"""The 2011 assessment, cell by cell, from records: loaded and asked like any partnership's data."""

from __future__ import annotations

import csv
import json
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from answers.__main__ import main
from answers.assessment import answers_by_kind, ask_printed, ask_totals, printed_tables, whole_period
from answers.question import ask
from answers.source import Source, open_source
from data.demo.ceop2011 import REFERENCE, make_ceop2011
from data.demo.ceop2011.victims import PLACES
from data.load import load

FIGURES = REFERENCE["figures"]


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


def totals(source: Source) -> dict[str, Any]:
    """The printed total of every table; of ethnicity, the broad groups too."""
    period, broad = whole_period(source), counted(source, "victims", "ethnic_group")
    found = {
        name: ask_totals(source, printed, "home", "all", period) for name, printed in printed_tables().items()
    }
    found["CEOP10"] |= {name.capitalize(): broad[name] for name in ("white", "black", "asian")}
    return found


def percentages(source: Source) -> dict[str, dict[str, int]]:
    """Table 4's share of each broad group: in group 1, and in both."""
    by = ("identification", "ethnic_group")
    table = ask(source, "nominals_identified", "home", ["all"], [whole_period(source)], by)
    names = {"white": "White", "black": "Black", "chinese": "Chinese", "asian": "Asian"}
    counts: dict[str, dict[str, float]] = {"group_1": {}, "both": {}}
    for row in table.rows():
        broad = names.get(str(row["ethnic_group"]), "Unknown")
        for column in ("group_1", "both") if row["identification"] == "1" else ("both",):
            counts[column][broad] = counts[column].get(broad, 0) + float(row["nominals"])
    return {
        column: {broad: round(100 * count / sum(one.values())) for broad, count in one.items()}
        for column, one in counts.items()
    }


def figures(source: Source) -> dict[str, Any]:
    """Every other count of the assessment, in the form of the reference file."""
    place, ways = (
        counted(source, "victims_by_place", "place"),
        counted(source, "victims_by_place", "place_group"),
    )
    known, living = counted(source, "nominals", "identification"), counted(source, "victims", "living")
    began = counted(source, "victims", "missing_began")
    most = source.rows(
        "select (select max(children) from groups), (select max(groups) from children_groups)", {}
    )[0]

    def yes(question: str, dimension: str) -> Any:
        return counted(source, question, dimension)["yes"]

    return {
        "locations_of_exploitation": {
            "unit": FIGURES["locations_of_exploitation"]["unit"],
            "unknown": counted(source, "victims", "place_known")["no"],
            "cells": {printed: ways[code] for printed, code in PLACES.items()},
            "vehicle_of_which_taxi": place["taxi"],
            "moved_to_another_uk_city": yes("victims", "moved_between_towns"),
        },
        "cases": sum(counted(source, "cases", "source_type").values()),
        "nominals": {
            "total": sum(known.values()),
            "group_1_full_name_or_initials": known["1"],
            "group_2_given_name_or_alias": known["2"],
            "group_3_no_name": known["3"],
            "group_4_cases_with_unspecified_multiple_offenders": yes("cases", "several_unidentified"),
        },
        "offended_alone": counted(source, "nominals", "membership")["alone"],
        "previously_known_for_sexual_offences": yes("nominals_identified", "known_for_sexual_offences"),
        "registered_sex_offenders": yes("nominals_identified", "registered_sex_offender"),
        "subject_to_sopo": yes("nominals_identified", "subject_to_order"),
        "victims": {
            "total": sum(counted(source, "victims", "gender").values()),
            "began_going_missing_after_exploitation": began["after"],
            "missing_order_unknown": began["unknown"],
            "living_in_family_home": living["family_home"],
            "living_with_extended_family_or_friends": living["extended_family_or_friends"],
            "moved_into_care_after_intervention": yes("victims", "moved_into_care"),
            "max_victims_of_one_group": most[0],
            "max_groups_for_one_victim": most[1],
        },
        "returns": answers_by_kind(source),
        "period": {
            "start": str(whole_period(source).since),
            "end": str(whole_period(source).last_day),
        },
    }


def everything(source: Source) -> tuple[dict[str, Any], ...]:
    """All that the assessment published and that records can answer for."""
    return cells(source), totals(source), figures(source), percentages(source)


@pytest.fixture(scope="module")
def came_out(source: Source) -> tuple[dict[str, Any], ...]:
    return everything(source)


def test_every_cell_of_the_thirteen_tables_comes_out(came_out: tuple[dict[str, Any], ...]) -> None:
    assert came_out[0] == published()


def test_every_printed_total_comes_out(came_out: tuple[dict[str, Any], ...]) -> None:
    assert came_out[1] == {f"CEOP{table['table']}": table["totals"] for table in REFERENCE["tables"]}


def test_every_other_count_comes_out(came_out: tuple[dict[str, Any], ...]) -> None:
    assert came_out[2] == FIGURES


def test_unknown_is_sent_as_unknown_and_as_empty_and_never_in_other_words(source: Source) -> None:
    for question, dimension in (
        ("victims", "nationality"),
        ("victims", "ethnicity"),
        ("nominals_identified", "ethnicity"),
    ):
        found = counted(source, question, dimension)
        assert found["not_listed"] == 0
        assert found["unknown"] > 0
        assert found["not_recorded"] > 0


def test_every_printed_percentage_comes_out(
    came_out: tuple[dict[str, Any], ...],
) -> None:
    """As printed; `<1` is nothing when rounded."""
    printed = REFERENCE["tables"][3]["percent_of_total"]
    expected = {
        column: {broad: 0 if share == "<1" else share for broad, share in one.items()}
        for column, one in printed.items()
    }
    assert came_out[3] == expected


Change = Callable[[dict[str, list[dict[str, str]]]], None]


def changed(table: str, column: str, value: str, **of: str) -> Any:
    """One record of a table given another value: the first that has none like it, and is as `of` says."""

    def change(tables: dict[str, list[dict[str, str]]]) -> None:
        rows = tables[table]
        next(row for row in rows if row[column] not in (value, "") and of.items() <= row.items())[column] = (
            value
        )

    return pytest.param(change, id=f"{table} {column} {value}")


def left_out(table: str, column: str) -> Any:
    """One record left out: the only one of its `column`."""

    def change(tables: dict[str, list[dict[str, str]]]) -> None:
        held = Counter(row[column] for row in tables[table])
        tables[table].remove(next(row for row in tables[table] if row[column] and held[row[column]] == 1))

    return pytest.param(change, id=f"{table} without one")


@pytest.mark.parametrize(
    "change",
    [
        changed("nominals", "gender", "female"),
        changed("nominals", "age_band", "70+"),
        changed("nominals", "nationality", "Yemeni"),
        changed("nominals", "ethnicity", "CHNE", identification="1"),
        changed("nominals", "identification", "3"),
        changed("nominals", "known_for_sexual_offences", "no"),
        changed("children", "gender", "male"),
        changed("children", "nationality", "Israeli"),
        changed("children", "ethnicity", "AIND"),
        changed("victims", "age_when_identified", "10"),
        changed("victims", "ever_missing", "not_applicable"),
        changed("victims", "living_circumstances", "other"),
        changed("victims", "moved_into_care", "no"),
        changed("cases", "multiple_unidentified_offenders", "yes"),
        changed("locations", "place", "hostel"),
        changed("returns", "answer", "none"),
        left_out("offending", "case_ref"),
        left_out("groups", "nominal_ref"),
        left_out("victims", "case_ref"),
    ],
)
def test_one_record_changed_is_noticed(
    extract: Path, came_out: tuple[dict[str, Any], ...], tmp_path: Path, change: Change
) -> None:
    """So a wrong record would be: the numbers are counted, not stored."""
    folder = tmp_path / "ceop"
    shutil.copytree(extract, folder)
    tables = {
        path.stem: list(csv.DictReader(path.read_text("utf-8").splitlines())) for path in folder.glob("*.csv")
    }
    change(tables)
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as lines:
            writer = csv.DictWriter(lines, rows[0])
            writer.writeheader()
            writer.writerows(rows)
    load([folder], tmp_path / "var", no_cube)
    opened = open_source("exact", tmp_path / "var")
    assert everything(opened) != came_out
    opened.close()


def test_the_command_line_prints_a_table_by_its_own_labels(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SIGHTLINE_DATA", str(root))
    assert main(["ask", "CEOP1", "--mode", "exact", "--format", "json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["rows"][0] == {"category": "Male", "group_1": 805, "group_2": 254}
