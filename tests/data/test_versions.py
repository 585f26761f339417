"""Versions come into service one after the other, the last three are kept, and any of them can come back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from data import versions
from data.problem import Problem


def make(root: Path, day: str = "2026-10-14") -> str:
    with versions.building(root, day) as (name, folder):
        (folder / "manifest.json").write_text(json.dumps({"version": name}))
        versions.put_in_service(root, folder, name)
    return name


def kept(root: Path) -> list[str]:
    return [manifest["version"] for manifest in versions.listed(root)]


def in_service(root: Path) -> list[str]:
    return [manifest["version"] for manifest in versions.listed(root) if manifest["in_service"]]


def test_before_the_first_load_there_is_no_version(tmp_path: Path) -> None:
    assert versions.current(tmp_path) is None
    assert versions.listed(tmp_path) == []
    with pytest.raises(Problem, match="no such version"):
        versions.roll_back(tmp_path)


def test_the_last_three_versions_are_kept_and_the_newest_is_in_service(tmp_path: Path) -> None:
    made = [make(tmp_path) for _ in range(5)]
    assert kept(tmp_path) == made[-3:]
    assert in_service(tmp_path) == [made[-1]]
    assert versions.current(tmp_path) == made[-1]


def test_versions_are_in_order_of_making_whatever_the_date_of_the_machine(tmp_path: Path) -> None:
    made = [make(tmp_path, day) for day in ("2026-10-14", "2026-10-13", "2026-10-15", "2026-10-01")]
    assert kept(tmp_path) == made[-3:]
    assert versions.roll_back(tmp_path) == made[-2]


def test_rolling_back_goes_one_version_back_each_time_until_there_is_none(tmp_path: Path) -> None:
    first, second, third = (make(tmp_path) for _ in range(3))
    assert in_service(tmp_path) == [third]
    assert [versions.roll_back(tmp_path), versions.roll_back(tmp_path)] == [second, first]
    with pytest.raises(Problem, match="no such version"):
        versions.roll_back(tmp_path)
    assert versions.current(tmp_path) == first


def test_rolling_back_to_a_named_version_can_go_forward_again(tmp_path: Path) -> None:
    first, _, third = (make(tmp_path) for _ in range(3))
    assert versions.roll_back(tmp_path, first) == first
    assert versions.roll_back(tmp_path, third) == third
    assert in_service(tmp_path) == [third]


@pytest.mark.parametrize("name", ["2026-10-14.0009", "", "..", "/etc", "2026-10-14.0001.tmp"])
def test_a_version_that_is_not_kept_cannot_come_into_service(tmp_path: Path, name: str) -> None:
    made = make(tmp_path)
    with pytest.raises(Problem, match="no such version"):
        versions.roll_back(tmp_path, name)
    assert versions.current(tmp_path) == made


def test_a_load_after_a_rollback_keeps_the_three_newest(tmp_path: Path) -> None:
    made = [make(tmp_path) for _ in range(3)]
    versions.roll_back(tmp_path, made[0])
    newest = make(tmp_path)
    assert newest > made[-1]
    assert kept(tmp_path) == [*made[1:], newest]
    assert in_service(tmp_path) == [newest]


def test_an_unfinished_version_is_neither_listed_nor_counted(tmp_path: Path) -> None:
    made = make(tmp_path)
    (tmp_path / "versions" / "2026-10-14.0002.tmp").mkdir()
    assert kept(tmp_path) == [made]
    assert make(tmp_path) == "2026-10-14.0002"
