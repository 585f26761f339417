"""Places marked to be left out: read from the manifest, kept with the agency, refused when not understood."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest

from data import versions
from data.load import load
from data.marked import MarkedCell, read_marked
from data.problem import Problem

CELL = "891951ca4b7ffff"


def test_a_mark_is_a_cell_and_a_reason() -> None:
    assert read_marked([{"cell": CELL, "reason": "hospital"}]) == (MarkedCell(CELL, "hospital"),)
    assert read_marked([]) == ()


@pytest.mark.parametrize(
    "listed",
    [
        CELL,
        [CELL],
        [{"cell": CELL}],
        [{"cell": CELL, "reason": "ann's house"}],
        [{"cell": CELL, "reason": "home", "name": "x"}],
        [{"cell": "not a cell", "reason": "home"}],
        [{"cell": "8a1951ca4b47fff", "reason": "home"}],  # finer than resolution 9: nearly an address
    ],
)
def test_a_mark_that_is_not_understood_is_refused_without_its_value(listed: object) -> None:
    with pytest.raises(Problem) as refused:
        read_marked(listed)
    assert CELL not in str(refused.value)
    assert "ann" not in str(refused.value)


EXTRACT = """agency = "{agency}"
agency_type = "police"
as_at = "2025-04-02"
period_start = "2024-01-01"
period_end = "2025-03-31"
schema_version = "1"
marking = "OFFICIAL"
pseudonym_key_id = "k1"
"""
AREAS = "area_code,area_name,level,parent_code\nN1,North,police_force,\n"
EPISODES = "episode_ref,child_ref,agency_code,kind,started_at,missing_from,missing_from_area\n"
EPISODE = "e00000000000000{0},c00000000000000{0},{1},missing,2025-02-03T21:10,home,N1\n"


def sent(folder: Path, agency: str, number: int, mark: str = "") -> Path:
    extract = folder / agency
    shutil.rmtree(extract, ignore_errors=True)
    extract.mkdir()
    (extract / "extract.toml").write_text(EXTRACT.format(agency=agency) + mark, encoding="utf-8")
    (extract / "areas.csv").write_text(AREAS, encoding="utf-8")
    (extract / "missing_episodes.csv").write_text(EPISODES + EPISODE.format(number, agency), encoding="utf-8")
    return extract


def marked_in(root: Path) -> list[tuple[str, str]]:
    exact = root / "versions" / str(versions.current(root)) / "exact.duckdb"
    with duckdb.connect(str(exact), read_only=True) as con:
        return con.execute("select sender, reason from marked_cells order by all").fetchall()


def test_a_mark_is_kept_until_its_own_agency_sends_none(tmp_path: Path) -> None:
    root, no_cube = tmp_path / "var", lambda exact, cube, progress: _empty_cube(exact, cube)
    mark = f'[[marked_cells]]\ncell = "{CELL}"\nreason = "police_station"\n'
    load([sent(tmp_path, "one", 1, mark), sent(tmp_path, "two", 2)], root, no_cube)
    assert marked_in(root) == [("one", "police_station")]
    load([sent(tmp_path, "two", 2)], root, no_cube)
    assert marked_in(root) == [("one", "police_station")]
    load([sent(tmp_path, "one", 1)], root, no_cube)
    assert marked_in(root) == []


def _empty_cube(exact: Path, cube: Path) -> None:
    with duckdb.connect(str(exact), read_only=True) as con:
        about = con.execute("select key, value from about").fetchall()
    with duckdb.connect(str(cube)) as con:
        con.execute("create table about (key varchar, value varchar)")
        con.executemany("insert into about values (?, ?)", about)
