"""The file that the protected server opens: every number has passed the rules, and nothing else is in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import duckdb
import pytest

from answers.cube import build_cube
from queries.question import read_questions
from tests.browser.payload import TOKEN, known_secrets

CELLS = sorted(read_questions())
AGAIN = (
    "missing", "missing_by_place", "missing_by_number", "missing_by_hour", "missing_at_end", "in_care", "nominals",
    "case_children", "cases",
)  # fmt: skip
SECRET = re.compile(r"_ref$|_key$|^key_|largest|cell|^lat|^lon|started|ended|birth")
DAYS = {
    "main.periods": {"since", "until"},
    "main.extracts": {"as_at", "period_start", "period_end"},
    "main.answered": {"period_start", "period_end", "received_on"},
    "main.answers_given": {"period_start", "period_end"},
    "main.recording_changes": {"on_date"},
    "main.services": {"opened_on", "closed_on"},
    "main.arrangements": {"as_at"},
    "main.school_days": {"day"},
}
KEYS = re.compile(r"\A(?:[0-9a-f]{16,}|[a-z2-7]{16,}|89[0-9a-f]{13})\Z", re.IGNORECASE)


def version(root: Path) -> Path:
    return root / "versions" / (root / "CURRENT").read_text(encoding="utf-8").strip()


@pytest.fixture(scope="module")
def cube(demo_root: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(version(demo_root) / "cube.duckdb"), read_only=True) as con:
        yield con


@pytest.mark.parametrize("name", CELLS)
def test_every_number_is_0_withheld_or_a_multiple_of_5_from_10(
    cube: duckdb.DuckDBPyConnection, name: str
) -> None:
    """I1, on every question, role, breakdown, area and period."""
    for number in set(read_questions()[name].counts) - {"top_tenth"}:
        wrong = f'"{number}" <> 0 and ("{number}" < 10 or "{number}" % 5 <> 0)'
        assert cube.execute(f"select count(*) from cells.{name} where {wrong}").fetchall() == [(0,)]


def test_a_share_of_the_top_tenth_is_to_the_nearest_5_and_only_of_many(
    cube: duckdb.DuckDBPyConnection,
) -> None:
    wrong = "top_tenth % 5 <> 0 or (top_tenth is not null and coalesce(children, 0) <= 100)"
    assert cube.execute(f"select count(*) from cells.missing_by_number where {wrong}").fetchall() == [(0,)]


def test_each_cell_has_one_number(cube: duckdb.DuckDBPyConnection) -> None:
    """I2: however it is reached, a question, role, area, period and code stand in one row."""
    for name in CELLS:
        keys = ", ".join(["role", "breakdown", "area", "period", *read_questions()[name].held_dimensions])
        repeated = f"select count(*) from (select 1 from cells.{name} group by {keys} having count(*) > 1)"
        assert cube.execute(repeated).fetchall() == [(0,)], name


def test_the_same_days_by_two_names_give_the_same_number(cube: duckdb.DuckDBPyConnection) -> None:
    """I2: a financial year is also four quarters in a row."""
    for name in CELLS:
        numbers = ", ".join(f'"{number}"' for number in read_questions()[name].counts)
        keys = ", ".join(["role", "breakdown", "area", *read_questions()[name].held_dimensions])
        different = f"""
            select count(*) from (
                select {keys}, since, until
                from cells.{name} join (select period, since, until from periods) using (period)
                group by all having count(distinct ({numbers})) > 1
            )"""
        assert cube.execute(different).fetchall() == [(0,)], name


def columns(cube: duckdb.DuckDBPyConnection) -> list[tuple[str, str, str]]:
    """The table, name and type of every column of the file."""
    return cube.execute(
        "select table_schema || '.' || table_name, column_name, data_type from information_schema.columns"
    ).fetchall()


def test_no_column_is_named_or_shaped_like_a_secret(cube: duckdb.DuckDBPyConnection) -> None:
    """I3: no pseudonym, record key, evidence, place on the map or time; days are of extracts and periods only."""
    for table, name, kind in columns(cube):
        assert not SECRET.search(name), f"{table}.{name}"
        assert kind in {"VARCHAR", "BIGINT", "INTEGER", "BOOLEAN", "DATE"}, f"{table}.{name}"
        assert kind != "DATE" or name in DAYS[table], f"{table}.{name}"


def test_no_text_looks_like_a_pseudonym_or_a_cell_of_the_map(cube: duckdb.DuckDBPyConnection) -> None:
    """I3, on every text of every table."""
    for table, name, kind in columns(cube):
        if kind == "VARCHAR":
            values = cube.execute(f'select distinct "{name}" from {table}').fetchall()
            assert not [value for (value,) in values if value and KEYS.match(value)], f"{table}.{name}"


def test_no_value_is_a_pseudonym_or_a_key_of_the_warehouse(
    cube: duckdb.DuckDBPyConnection, demo_root: Path, demo_extracts: list[Path]
) -> None:
    """I3: pseudonyms as sent and as hashed again, and record keys, in any column."""
    secrets = known_secrets(demo_extracts, version(demo_root) / "exact.duckdb")
    held: set[bytes] = set()
    for table, name, _ in columns(cube):
        texts = cube.execute(f'select distinct cast("{name}" as varchar) from {table}').fetchall()
        held |= {word.encode() for (text,) in texts if text for word in text.split()}
    assert len(secrets) > 1_000
    assert not secrets & held


def starts(texts: Iterable[bytes]) -> set[bytes]:
    """The first twelve letters of each text: DuckDB keeps texts of one column packed, but starts whole."""
    return {text[:12] for text in texts if len(text) >= 12}


def test_no_byte_of_the_file_is_of_a_pseudonym(demo_root: Path, demo_extracts: list[Path]) -> None:
    """I3, also in pages of the file that no table uses any more."""
    exact, cube = version(demo_root) / "exact.duckdb", version(demo_root) / "cube.duckdb"
    secrets = starts(known_secrets(demo_extracts, exact))
    assert secrets & starts(TOKEN.findall(exact.read_bytes())), "the search finds one where there is one"
    assert not secrets & starts(TOKEN.findall(cube.read_bytes()))


def test_what_the_file_says_of_itself_and_its_extracts_counts_nobody(cube: duckdb.DuckDBPyConnection) -> None:
    """I3: no number of rows in `about`, `extracts` or what agencies answered, which would be a true count."""
    for table in ("about", "extracts", "answered", "answers_given"):
        kinds = {kind for of, _, kind in columns(cube) if of == f"main.{table}"}
        assert kinds <= {"VARCHAR", "DATE", "BOOLEAN"}
    known = dict(cube.execute("select key, value from about").fetchall())
    assert set(known) == {
        "version", "loaded_on", "data_date", "marking", "tables", "default_role", "marked", "repeat_episodes", "repeat_days",
    }  # fmt: skip


def test_a_rebuild_gives_equal_tables(
    demo_root: Path, cube: duckdb.DuckDBPyConnection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """I5 and attack 5: built again, every cell prints the same; averaging learns nothing. A question of each kind."""
    monkeypatch.setattr(
        "answers.cube.read_questions", lambda: {name: read_questions()[name] for name in AGAIN}
    )
    build_cube(version(demo_root) / "exact.duckdb", tmp_path / "again.duckdb", lambda step: None)
    with duckdb.connect(str(tmp_path / "again.duckdb"), read_only=True) as again:
        for name in AGAIN:
            first, second = (
                con.execute(f"select * from cells.{name} order by all").fetchall() for con in (cube, again)
            )
            assert first == second, name


def test_no_table_of_true_counts_was_left_behind(cube: duckdb.DuckDBPyConnection) -> None:
    tables = cube.execute("select table_schema, table_name from information_schema.tables").fetchall()
    assert {name for schema, name in tables if schema == "cells"} == set(CELLS)
    assert {name for schema, name in tables if schema == "main"} == {
        "about", "areas", "outlines", "neighbours", "periods", "answered", "answers_given", "extracts",
        "recording_changes", "services", "tool_levels", "arrangements", "population", "school_days",
    }  # fmt: skip
