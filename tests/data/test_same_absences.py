"""A police force and two councils with the same children: what matches, and what only one of them knows."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from answers.periods import period_named
from queries.engine import count
from queries.question import read_questions
from tests.data.sent import exact, load_all, write

POLICE = [
    "p1 ann 2024-02-03T21:00 2024-02-04T03:00 C1",  # the first council has it too, at ten
    "p2 ann 2024-02-09T23:30 2024-02-10T06:00 C1",  # the first council has it after midnight
    "p3 bob 2024-03-01T20:00 - C1",  # nobody else
    "p4 cat 2024-04-05T10:00 2024-04-05T12:00 C2",  # the second council has it with the day alone
    "p5 cat 2024-04-05T20:00 2024-04-06T01:00 C2",  # the same day again: the council's one matches the nearer
    "p6 dot 2024-05-01T02:00 2024-05-01T05:00 C2",
    "p7 flo 2024-06-01T18:00 2024-06-01T23:00 C2",  # nobody else knows her
]
FIRST_COUNCIL = [
    "c1 ann 2024-02-03T22:00 2024-02-04T03:10 C1",
    "c2 ann 2024-02-10T00:15 2024-02-10T06:00 C1",
    "c3 eve 2024-02-03T21:00 2024-02-04T03:00 C1",  # another child at the same time
    "c4 bob 2024-03-02T02:30 2024-03-02T09:00 C1",  # six hours and a half after p3, on another day
]
SECOND_COUNCIL = [
    "d1 cat 2024-04-05 2024-04-05 C2",
    "d2 eve 2024-02-03T21:30 2024-02-04T03:00 C1",  # both councils know of her, and no police
    "d3 dot 2024-05-03T02:00 2024-05-03T05:00 C2",  # two days later: another absence
]


@pytest.fixture(scope="module")
def con(tmp_path_factory: pytest.TempPathFactory) -> duckdb.DuckDBPyConnection:
    """The exact warehouse of the three extracts."""
    folder = tmp_path_factory.mktemp("three")
    version = load_all(
        folder / "data",
        write(folder, "police", "police", POLICE),
        write(folder, "seaton", "childrens_services", FIRST_COUNCIL),
        write(folder, "holm", "childrens_services", SECOND_COUNCIL),
    )
    return duckdb.connect(str(exact(folder / "data", version)), read_only=True)


def test_children_known_to_both_to_police_and_to_councils_are_those_counted_by_hand(
    con: duckdb.DuckDBPyConnection,
) -> None:
    question = read_questions()["missing_by_sender"]
    cells = count(con, question, "missing_from", ["all"], [period_named("2024-Q1..2024-Q4")], ("sent_by",))
    found = {row["sent_by"]: (row["children"], row["episodes"]) for row in cells.to_dict("records")}
    assert found == {
        "both": (4, 8),  # ann, cat twice each; bob and dot twice each, never for the same absence
        "police_only": (1, 1),  # flo
        "council_only": (1, 1),  # eve, once, though both councils sent her
    }


def test_absences_of_both_of_police_and_of_councils_are_those_counted_by_hand(
    con: duckdb.DuckDBPyConnection,
) -> None:
    found = con.execute("select sent_by, count(*) from missing_episodes group by all order by all").fetchall()
    assert found == [
        ("both", 3),  # ann twice, cat once
        ("council_only", 3),  # bob, dot, eve
        ("police_only", 4),  # bob, cat, dot, flo
    ]


def test_each_absence_is_kept_once_as_the_police_sent_it(con: duckdb.DuckDBPyConnection) -> None:
    starts = con.execute(
        "select started_local::varchar from missing_episodes where sent_by = 'both' order by all"
    ).fetchall()
    assert starts == [("2024-02-03 21:00:00",), ("2024-02-09 23:30:00",), ("2024-04-05 10:00:00",)]


def test_no_record_as_sent_is_lost(con: duckdb.DuckDBPyConnection) -> None:
    assert con.execute("select count(*) from sent.missing_episodes").fetchall() == [(14,)]
    assert con.execute("select count(*) from missing_episodes").fetchall() == [(10,)]


@pytest.mark.parametrize("agency", ["the force", "police"])
def test_records_that_two_agencies_send_under_one_code_are_matched_too(tmp_path: Path, agency: str) -> None:
    police = write(tmp_path, "police", "police", POLICE[:3])
    copied = write(tmp_path, "copied", "voluntary", POLICE[:3])
    for folder in (police, copied):
        sent = (folder / "missing_episodes.csv").read_text()
        (folder / "missing_episodes.csv").write_text(sent.replace(f",{folder.name},", f",{agency},"))
    version = load_all(tmp_path / "data", police, copied)
    with duckdb.connect(str(exact(tmp_path / "data", version)), read_only=True) as con:
        assert con.execute("select sent_by, count(*) from missing_episodes group by all").fetchall() == [
            ("police_only", 3)
        ]


@pytest.mark.parametrize(
    ("start", "end", "hours", "hour"),
    [
        ("2024-03-30T22:00", "2024-03-31T06:00", 7.0, 22),  # the clocks went forward
        ("2024-10-26T22:00", "2024-10-27T06:00", 9.0, 22),  # and back
        ("2024-03-31T00:30", "2024-03-31T02:30", 1.0, 0),
        ("2024-10-27T00:30", "2024-10-27T02:30", 3.0, 0),
        ("2024-06-30T23:30:00Z", "2024-07-01T01:00:00Z", 1.5, 0),  # half past midnight by the clock
    ],
)
def test_a_night_across_a_change_of_the_clocks_has_its_true_length(
    tmp_path: Path, start: str, end: str, hours: float, hour: int
) -> None:
    version = load_all(tmp_path / "data", write(tmp_path, "police", "police", [f"p1 ann {start} {end} C1"]))
    with duckdb.connect(str(exact(tmp_path / "data", version)), read_only=True) as con:
        assert con.execute("select hours, hour from missing_episodes").fetchall() == [(hours, hour)]
