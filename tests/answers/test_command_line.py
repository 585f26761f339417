"""`python -m answers`: the same numbers as on screen, for people who script."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from answers.__main__ import main
from answers.measures import MEASURES
from answers.question import ask
from answers.source import Source
from queries.question import read_questions

COUNTS, SYMBOLS = {"children", "episodes"}, {"<10", "c"}
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(demo_root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """`run("ask", "M3")`: the exit code, and what was printed on each stream."""
    monkeypatch.setenv("SIGHTLINE_DATA", str(demo_root))

    def started(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return started


def answered(run: Run, *arguments: str) -> dict[str, Any]:
    code, out, err = run("ask", *arguments, "--format", "json")
    assert (code, err) == (0, "")
    said: dict[str, Any] = json.loads(out)
    return said


def test_a_list_has_every_measure_and_question_with_its_definition(run: Run) -> None:
    _, out, _ = run("list")
    for name, question in read_questions().items():
        assert name in out
        assert question.definition in out
    listed = json.loads(run("list", "--json")[1])
    assert [one["measure"] for one in listed["measures"]] == list(MEASURES)


@pytest.mark.parametrize("mode", ["protected", "exact"])
@pytest.mark.parametrize("name", [*MEASURES, *read_questions()])
def test_every_measure_and_question_is_one_object(run: Run, name: str, mode: str) -> None:
    said = answered(run, name, "--period", "2025-26", "--mode", mode)
    assert list(said) == ["question", "measure", "area", "period", "mode", "version", "rows"]
    assert (said["period"], said["mode"]) == ("2025-26", mode)
    for row in said["rows"]:
        assert not {"area", "period", "child_key", "largest"} & set(row)
        assert all(
            isinstance(row[count], int | float) or row[count] in SYMBOLS for count in COUNTS & set(row)
        )


def test_the_numbers_are_those_of_the_screen(run: Run, protected: Source) -> None:
    quarter = [period for period in protected.periods if period.kind == "quarter"][-1]
    table = ask(protected, "missing", "home", ["all"], [quarter])
    said = answered(run, "M1", "--area", "all", "--role", "home", "--period", quarter.name)
    assert said["rows"] == [{name: row[name] for name in ("children", "episodes")} for row in table.rows()]


def test_a_table_and_csv_hold_the_rows_of_the_object(run: Run) -> None:
    rows = answered(run, "missing_by_place", "--by", "place")["rows"]
    _, printed, _ = run("ask", "missing_by_place", "--by", "place", "--format", "csv")
    assert list(csv.DictReader(io.StringIO(printed))) == [
        {name: str(value) for name, value in row.items()} for row in rows
    ]
    _, table, _ = run("ask", "missing_by_place", "--by", "place")
    assert "<10" in table
    assert all(row["place"] in table for row in rows)


def test_free_days_are_counted_in_exact_mode(run: Run) -> None:
    days = ("--since", "2025-01-15", "--until", "2025-03-03")
    assert answered(run, "M1", *days, "--mode", "exact")["period"] == "2025-01-15..2025-03-03"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("M99",), "no measure or question"),
        (("missing; drop table areas",), "no measure or question"),
        (("M1", "--area", "X99"), "no such area"),
        (("M1", "--role", "school"), "role"),
        (("M1", "--period", "2024"), "not the name of a period"),
        (("M1", "--period", "1999-Q1"), "complete periods only"),
        (("M1", "--area", "X05000001", "--period", "2025-01"), "largest areas"),
        (("M1", "--since", "2025-01-15", "--until", "2025-03-03"), "exact mode only"),
        (("M1", "--mode", "exact", "--since", "2025-01-15"), "period is not clear"),
        (
            ("M1", "--mode", "exact", "--since", "2025-03-15", "--until", "2025-03-03"),
            "ends before it starts",
        ),
        (("M1", "--mode", "exact", "--until", "2025-01-15"), "period is not clear"),
        (("CEOP1", "--mode", "exact", "--until", "2025-01-15"), "period is not clear"),
        (("M1", "--mode", "exact", "--period", "2099-Q1"), "no day of that period"),
        (("M1", "--since", "yesterday"), "must be a date"),
        (("M1", "--mode", "open"), "invalid choice"),
        (("M1", "--format", "xml"), "invalid choice"),
        (("M1", "--nonsense"), "Unrecognized"),
        (("M1", "two\nlines"), "Unrecognized"),
        ((), "NAME"),
        (("M1", "--area", ""), "no such area"),
        (("M1", "--role", ""), "role"),
        (("M1", "--period", ""), "not the name of a period"),
        (("M1", "--by", ""), "without a breakdown"),
        (("CEOP1", "--by", "gender"), "own breakdown"),
        (("CEOP99",), "no such table"),
        (("M11", "--by", "child"), "no such breakdown"),
        (("M13", "--by", "initial_risk,highest_risk", "--area", "X07000001"), "two breakdowns"),
    ],
)
def test_what_cannot_be_answered_is_one_clear_line(run: Run, arguments: tuple[str, ...], said: str) -> None:
    code, out, err = run("ask", *arguments)
    assert (code, out) == (1, "")
    assert said in err
    assert err.count("\n") == 1
    assert "Traceback" not in err


def test_a_version_that_is_gone_is_one_clear_line(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "CURRENT").write_text("2026-01-01-gone")
    monkeypatch.setenv("SIGHTLINE_DATA", str(tmp_path))
    code, _, err = run("ask", "M1")
    assert (code, err.count("\n")) == (1, 1)
    assert "rollback" in err


def test_without_data_it_says_how_to_load_some(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGHTLINE_DATA", str(tmp_path))
    code, _, err = run("ask", "M1")
    assert code == 1
    assert "python -m data load" in err
