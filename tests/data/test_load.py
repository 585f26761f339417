"""Several agencies make one warehouse, and nothing that goes wrong takes the last good data away."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from answers.cube import build_cube
from data import versions
from data.load import Refused, load
from data.problem import Problem
from tests.data.sent import AREAS, exact, load_all, ref, write

POLICE = ["p1 ann 2024-02-03T21:00 2024-02-04T03:00 C1", "p2 bob 2024-03-01 - C2"]
COUNCIL = ["c1 cat 2024-05-01T10:00 2024-05-01T12:00 C1"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "data"


def police(folder: Path, rows: list[str] | None = None, **entries: str) -> Path:
    return write(folder, "police", "police", rows or POLICE, **entries)


def council(folder: Path, rows: list[str] | None = None, **entries: str) -> Path:
    return write(folder, "council", "childrens_services", rows or COUNCIL, areas="", **entries)


def rows_of(root: Path, version: str) -> list[tuple[str, int]]:
    with duckdb.connect(str(exact(root, version)), read_only=True) as con:
        return con.execute(
            "select sender, count(*) from sent.missing_episodes group by all order by all"
        ).fetchall()


def breaches(refused: pytest.ExceptionInfo[Refused]) -> set[tuple[str, str]]:
    return {(breach["extract"], breach["rule"]) for breach in refused.value.breaches}


def test_several_agencies_make_one_warehouse_in_whatever_order_they_are_named(
    root: Path, tmp_path: Path
) -> None:
    version = load_all(root, council(tmp_path), police(tmp_path))  # the council brings no areas of its own
    assert rows_of(root, version) == [("council", 1), ("police", 2)]
    assert versions.current(root) == version
    (manifest,) = versions.listed(root)
    assert manifest["senders"] == ["council", "police"]
    assert manifest["absences"] == {"council_only": 1, "police_only": 2}


def test_a_version_holds_its_two_files_and_its_manifest_and_nothing_else(root: Path, tmp_path: Path) -> None:
    version = load([police(tmp_path)], root, build_cube)
    held = sorted(path.name for path in (root / "versions" / version).iterdir())
    assert held == ["cube.duckdb", "exact.duckdb", "manifest.json"]


def test_pseudonyms_are_hashed_again_on_arrival_and_agencies_still_match(root: Path, tmp_path: Path) -> None:
    same = ["c1 ann 2024-02-03T22:00 2024-02-04T03:00 C1"]
    version = load_all(root, police(tmp_path), council(tmp_path, same))
    assert ref("ann").encode() not in exact(root, version).read_bytes()
    (manifest,) = versions.listed(root)
    assert manifest["absences"] == {"both": 1, "police_only": 1}


def test_a_newer_extract_of_one_agency_replaces_its_rows_and_no_others(root: Path, tmp_path: Path) -> None:
    load_all(root, police(tmp_path), council(tmp_path))
    newer = council(tmp_path, [*COUNCIL, "c2 dot 2024-07-01 - C1", "c3 eve 2024-08-01 - C2"])
    assert rows_of(root, load_all(root, newer)) == [("council", 3), ("police", 2)]
    fewer = police(tmp_path, ["p9 flo 2024-09-01 - C1"])
    assert rows_of(root, load_all(root, fewer)) == [("council", 3), ("police", 1)]


def test_the_same_extracts_loaded_twice_give_the_same_tables(root: Path, tmp_path: Path) -> None:
    extracts = police(tmp_path), council(tmp_path)
    first, second = load_all(root, *extracts), load_all(root, *extracts)
    with duckdb.connect() as con:
        con.execute(f"attach '{exact(root, first)}' as first (read_only)")
        con.execute(f"attach '{exact(root, second)}' as second (read_only)")
        for table in ("missing_episodes", "children", "areas", "answered"):
            for one, other in (("first", "second"), ("second", "first")):
                differ = f"select * from {one}.{table} except select * from {other}.{table}"
                assert con.execute(differ).fetchall() == []


def test_an_extract_older_than_the_one_in_service_is_loaded_with_a_warning(
    root: Path, tmp_path: Path
) -> None:
    load_all(root, police(tmp_path))
    load_all(root, police(tmp_path, as_at="2024-12-31"))
    assert [breach["rule"] for breach in versions.listed(root)[-1]["warnings"]] == ["older"]


def test_warnings_do_not_refuse_and_are_kept_with_the_version(root: Path, tmp_path: Path) -> None:
    midnights = [f"p{at} kid{at} 2024-02-03T00:00 - C1" for at in range(20)]
    load_all(root, police(tmp_path, midnights))
    (warning,) = versions.listed(root)[0]["warnings"]
    assert (warning["extract"], warning["rule"], warning["count"]) == ("police", "midnight", 20)


def test_one_bad_extract_refuses_all_and_says_which(root: Path, tmp_path: Path) -> None:
    good = load_all(root, police(tmp_path))
    bad = council(tmp_path, ["c1 cat 2024-05-01T10:00 2024-04-01T12:00 C1"])
    with pytest.raises(Refused, match="1 problem in 1 file") as refused:
        load_all(root, police(tmp_path), bad)
    assert breaches(refused) == {("council", "567")}
    assert versions.current(root) == good
    noted = json.loads((root / "refused.json").read_text())
    assert noted["breaches"] == refused.value.breaches


def test_areas_of_a_refused_extract_are_still_known_to_the_others(root: Path, tmp_path: Path) -> None:
    bad = police(tmp_path, ["p1 ann 2024-05-01T10:00 2024-04-01T12:00 C1"])
    with pytest.raises(Refused) as refused:
        load_all(root, bad, council(tmp_path))
    assert breaches(refused) == {("police", "567")}


def test_an_extract_that_cannot_be_read_is_listed_with_what_else_is_wrong(root: Path, tmp_path: Path) -> None:
    bad = police(tmp_path, ["p1 ann 2024-05-01T10:00 2024-04-01T12:00 C1"])
    with pytest.raises(Refused) as refused:
        load_all(root, bad, tmp_path / "nowhere")
    assert breaches(refused) == {("police", "567"), ("nowhere", "unreadable")}


def test_a_good_load_forgets_the_last_refusal(root: Path, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        load_all(root, tmp_path / "nowhere")
    load_all(root, police(tmp_path))
    assert not (root / "refused.json").exists()


def test_children_pseudonymised_with_different_keys_are_refused(root: Path, tmp_path: Path) -> None:
    good = load_all(root, police(tmp_path))
    other = council(tmp_path, pseudonym_key_id="k2")
    with pytest.raises(Refused) as refused:
        load_all(root, other)
    assert breaches(refused) == {("council", "different_keys")}
    assert versions.current(root) == good
    load_all(root, police(tmp_path, pseudonym_key_id="k2"), other)  # all of them again, under the new key


def test_two_extracts_of_one_agency_are_refused(root: Path, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        load_all(root, police(tmp_path / "first"), police(tmp_path / "second"))
    assert breaches(refused) == {("police", "one_extract")}


def test_an_agency_may_not_lean_on_the_areas_that_it_replaces(root: Path, tmp_path: Path) -> None:
    load_all(root, police(tmp_path))
    (tmp_path / "police" / "areas.csv").unlink()
    with pytest.raises(Refused) as refused:
        load_all(root, tmp_path / "police")
    assert ("police", "missing_table") in breaches(refused)


def test_an_area_that_another_agency_uses_cannot_go_unnoticed(root: Path, tmp_path: Path) -> None:
    load_all(root, police(tmp_path), council(tmp_path))
    fewer = write(tmp_path, "police", "police", POLICE[1:], areas=AREAS.replace("C1,", "C3,"))
    with pytest.raises(Refused) as refused:
        load_all(root, fewer)
    assert breaches(refused) == {("all", "lost_area")}
    assert "council" in refused.value.breaches[0]["todo"]


def test_areas_that_lie_in_themselves_only_when_put_together_are_refused(root: Path, tmp_path: Path) -> None:
    # the police put C1 in F1; the council, later, puts F1 in C1
    turned = "area_code,area_name,level,parent_code\nF1,Northshire,police_force,C1\n"
    load_all(root, police(tmp_path))
    late = write(tmp_path, "council", "childrens_services", COUNCIL, areas=turned, as_at="2025-02-01")
    with pytest.raises(Refused) as refused:
        load_all(root, late)
    assert ("all", "tree") in breaches(refused)


class Broken(RuntimeError):
    """What a machine does in the middle of a load."""


def test_a_load_that_fails_half_way_leaves_the_last_good_version(root: Path, tmp_path: Path) -> None:
    good = load_all(root, police(tmp_path))

    def build_half(exact: Path, cube: Path, progress: Callable[[str], None]) -> None:
        cube.write_bytes(b"half")
        raise Broken

    with pytest.raises(Broken):
        load([council(tmp_path)], root, build_half)
    assert versions.current(root) == good
    assert [path.name for path in (root / "versions").iterdir()] == [good]
    assert rows_of(root, load_all(root, council(tmp_path))) == [("council", 1), ("police", 2)]


def test_a_cube_that_cannot_be_read_back_is_not_put_in_service(root: Path, tmp_path: Path) -> None:
    def build_empty(exact: Path, cube: Path, progress: Callable[[str], None]) -> None:
        with duckdb.connect(str(cube)) as con:
            con.execute("create table about as select 'version' as key, 'another' as value")

    with pytest.raises(Problem, match="could not be read back"):
        load([police(tmp_path)], root, build_empty)
    assert versions.current(root) is None


KILLED = """
import sys, time
from pathlib import Path
from data.load import load
def build(exact, cube, progress):
    print("building", flush=True)
    time.sleep(60)
load([Path(sys.argv[1])], Path(sys.argv[2]), build)
"""


def test_a_load_that_is_killed_leaves_the_last_good_version_and_nothing_in_the_way(
    root: Path, tmp_path: Path
) -> None:
    good = load_all(root, police(tmp_path))
    load_of_council = [sys.executable, "-c", KILLED, str(council(tmp_path)), str(root)]
    with subprocess.Popen(load_of_council, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "building\n"
        with pytest.raises(Problem, match="Another load is under way"):
            load_all(root, council(tmp_path))
        os.kill(process.pid, signal.SIGKILL)
    assert versions.current(root) == good
    assert rows_of(root, good) == [("police", 2)]
    load_all(root, council(tmp_path))
    assert [path.name for path in (root / "versions").glob("*.tmp")] == []


SQUARE = '{"type": "Polygon", "coordinates": [[[0, 0], [%s, 0], [%s, 1], [0, 1], [0, 0]]]}'


def outlined(folder: Path, wide: int) -> Path:
    """The police's extract with an outline of C1, so many degrees wide."""
    sent = police(folder)
    feature = f'{{"properties": {{"area_code": "C1"}}, "geometry": {SQUARE % (wide, wide)}}}'
    (sent / "areas.geojson").write_text(f'{{"features": [{feature}]}}')
    return sent


def outlines_of(root: Path, version: str) -> list[tuple[str, str, str]]:
    with duckdb.connect(str(exact(root, version)), read_only=True) as con:
        return con.execute(
            "select area, sender, held.outline from outlines as held join sent.outlines as sent on area_code = area order by all"
        ).fetchall()


def test_outlines_are_kept_and_a_newer_extract_replaces_those_of_its_own_agency_only(
    root: Path, tmp_path: Path
) -> None:
    first = load_all(root, outlined(tmp_path, 1))
    assert [row[:2] for row in outlines_of(root, first)] == [("C1", "police")]
    beside = load_all(root, council(tmp_path))  # brings no outline, and takes none away
    assert outlines_of(root, beside) == outlines_of(root, first)
    wider = outlines_of(root, load_all(root, outlined(tmp_path, 2)))
    assert [row[:2] for row in wider] == [("C1", "police")]
    assert "[2.0,1.0]" in wider[0][2]
    (tmp_path / "police" / "areas.geojson").unlink()
    assert outlines_of(root, load_all(root, police(tmp_path))) == []
