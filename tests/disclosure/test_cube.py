"""The file that the protected server opens: every number has passed the rules, and nothing else is in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from answers.cube import build_cube
from queries.question import read_questions

CELLS = sorted(read_questions())
KEYS = re.compile(r"\A(?:[0-9a-f]{16,}|[a-z2-7]{16,}|89[0-9a-f]{13})\Z", re.IGNORECASE)
NOT_DATA = {"pseudonym_key_id"}


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
        keys = ", ".join(["role", "breakdown", "area", "period", *read_questions()[name].dimensions])
        repeated = f"select count(*) from (select 1 from cells.{name} group by {keys} having count(*) > 1)"
        assert cube.execute(repeated).fetchall() == [(0,)], name


def test_the_same_days_by_two_names_give_the_same_number(cube: duckdb.DuckDBPyConnection) -> None:
    """I2: a financial year is also four quarters in a row."""
    for name in CELLS:
        numbers = ", ".join(f'"{number}"' for number in read_questions()[name].counts)
        keys = ", ".join(["role", "breakdown", "area", *read_questions()[name].dimensions])
        different = f"""
            select count(*) from (
                select {keys}, since, until from cells.{name} join periods using (period)
                group by all having count(distinct ({numbers})) > 1
            )"""
        assert cube.execute(different).fetchall() == [(0,)], name


def test_an_area_with_one_part_gives_the_number_of_the_part(cube: duckdb.DuckDBPyConnection) -> None:
    """I2: the only root and all areas that are known hold the same children, where no area is unknown."""
    rows = cube.execute(
        """
        select whole.children, root.children from cells.missing as whole
        join cells.missing as root using (role, breakdown, period)
        left join cells.missing as unknown
            on unknown.role = root.role and unknown.period = root.period and unknown.area = 'unknown'
        where whole.area = 'all' and root.area in (select area from areas where parent is null)
            and unknown.area is null
            and (select count(*) from areas where parent is null) = 1
        """
    ).fetchall()
    assert all(whole == root for whole, root in rows)


def test_nothing_looks_like_a_pseudonym_a_key_a_cell_of_the_map_or_a_time(
    cube: duckdb.DuckDBPyConnection,
) -> None:
    """I3, on every text of every table, and on the names of every column."""
    columns = cube.execute(
        "select table_schema, table_name, column_name, data_type from information_schema.columns"
    ).fetchall()
    assert columns
    for schema, table, column, kind in columns:
        assert not re.search(r"_ref$|_key$|largest|cell$|started|ended", column), f"{table}.{column}"
        assert "TIMESTAMP" not in kind, f"{table}.{column}"
        if kind == "VARCHAR" and column not in NOT_DATA:
            values = cube.execute(f'select distinct "{column}" from {schema}.{table}').fetchall()
            assert not [value for (value,) in values if value and KEYS.match(value)], f"{table}.{column}"


def test_a_rebuild_gives_equal_tables(
    demo_root: Path, cube: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    """I5 and attack 5: built again, every cell prints the same; averaging learns nothing."""
    build_cube(version(demo_root) / "exact.duckdb", tmp_path / "again.duckdb", lambda step: None)
    with duckdb.connect(str(tmp_path / "again.duckdb"), read_only=True) as again:
        for name in CELLS:
            first, second = (
                con.execute(f"select * from cells.{name} order by all").fetchall() for con in (cube, again)
            )
            assert first == second, name


def test_no_table_of_true_counts_was_left_behind(cube: duckdb.DuckDBPyConnection) -> None:
    tables = cube.execute("select table_schema, table_name from information_schema.tables").fetchall()
    assert {name for schema, name in tables if schema == "cells"} == set(CELLS)
    assert {name for schema, name in tables if schema == "main"} == {
        "about", "areas", "periods", "answered", "extracts", "recording_changes",
    }  # fmt: skip
