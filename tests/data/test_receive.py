from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import duckdb
import pytest

from data.problem import Problem
from data.receive import receive

MANIFEST = """\
agency = "northshire_police"
agency_type = "police"
as_at = 2025-01-01
period_start = 2024-01-01
period_end = 2024-12-31
schema_version = "1"
marking = "OFFICIAL"
pseudonym_key_id = "k1"
"""
AREAS = "area_code,area_name,level\nX1,Northshire,police_force\n"
COLUMNS = "episode_ref,child_ref,agency_code,kind,started_at,ended_at,missing_from,missing_from_area\n"


def sent(folder: Path, *spans: tuple[str, str]) -> Path:
    rows = [
        f"{at:015x}a,{at:015x}b,northshire_police,missing,{start},{end},home,X1"
        for at, (start, end) in enumerate(spans)
    ]
    (folder / "extract.toml").write_text(MANIFEST)
    (folder / "areas.csv").write_text(AREAS)
    (folder / "missing_episodes.csv").write_text(COLUMNS + "\n".join(rows) + "\n")
    return folder


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2024-06-01T22:00", "2024-06-02T06:00", 8.0),
        ("2024-03-30T22:00", "2024-03-31T06:00", 7.0),  # the clocks went forward
        ("2024-10-26T22:00", "2024-10-27T06:00", 9.0),  # and back
        ("2024-10-27T01:30", "2024-10-27T01:10", 2 / 3),  # the second ten past one
        ("2024-10-27T01:10", "2024-10-27T01:30", 1 / 3),
        ("2024-06-01T22:00:00Z", "2024-06-02 01:00+01:00", 2.0),
    ],
)
def test_an_absence_has_its_true_length(tmp_path: Path, start: str, end: str, hours: float) -> None:
    with duckdb.connect() as con:
        found = receive(con, sent(tmp_path, (start, end)))
        seconds = con.execute(
            "select epoch(ended_at - started_at) from received.missing_episodes"
        ).fetchall()[0][0]
    assert found.breaches == []
    assert seconds == pytest.approx(hours * 3600)


def test_a_date_alone_never_becomes_midnight(tmp_path: Path) -> None:
    with duckdb.connect() as con:
        receive(con, sent(tmp_path, ("2024-06-01", "2024-06-02T00:30")))
        row = con.execute(
            "select started_at, started_on, ended_at, ended_on from received.missing_episodes"
        ).fetchall()[0]
    assert row == (None, date(2024, 6, 1), datetime(2024, 6, 1, 23, 30), date(2024, 6, 2))


def test_parquet_and_csv_give_the_same_rows(tmp_path: Path) -> None:
    folder = sent(tmp_path, ("2024-06-01", "2024-06-02T00:30"))
    query = "select * from received.missing_episodes"
    with duckdb.connect() as con:
        receive(con, folder)
        from_csv = con.execute(query).fetchall()
        con.execute(
            f"copy (select * from read_csv('{folder}/missing_episodes.csv', all_varchar = true)) "
            f"to '{folder}/missing_episodes.parquet'"
        )
        (folder / "missing_episodes.csv").unlink()
        found = receive(con, folder)
        assert found.breaches == []
        assert con.execute(query).fetchall() == from_csv


@pytest.mark.parametrize(
    "text",
    [
        None,
        "agency = ",
        MANIFEST.replace("agency_type", "type_of_agency"),
        MANIFEST.replace("2025-01-01", '"soon"'),
        MANIFEST.replace("2024-12-31", "2023-12-31"),
    ],
)
def test_an_extract_that_does_not_say_what_it_is_cannot_be_read(tmp_path: Path, text: str | None) -> None:
    sent(tmp_path)
    (tmp_path / "extract.toml").unlink() if text is None else (tmp_path / "extract.toml").write_text(text)
    with duckdb.connect() as con, pytest.raises(Problem, match=r"extract\.toml"):
        receive(con, tmp_path)


def test_areas_that_another_agency_sent_need_not_be_sent_again(tmp_path: Path) -> None:
    sent(tmp_path, ("2024-06-01", ""))
    (tmp_path / "areas.csv").unlink()
    with duckdb.connect() as con:
        assert receive(con, tmp_path, known_areas={"X1"}).breaches == []
        assert receive(con, tmp_path).refused


def test_a_workbook_that_is_not_one_is_a_problem_and_not_a_crash(tmp_path: Path) -> None:
    (tmp_path / "extract.xlsx").write_bytes(b"not a workbook")
    with duckdb.connect() as con, pytest.raises(Problem, match="cannot be opened"):
        receive(con, tmp_path / "extract.xlsx")
