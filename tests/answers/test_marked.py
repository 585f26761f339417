"""What is said of places that agencies have marked: how many, why, and only where they are left out of something."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from answers.places.marked import left_out


def source(levels: str = "district ward", **marked: int) -> Any:
    return SimpleNamespace(marked=marked, areas=[SimpleNamespace(level=level) for level in levels.split()])


def test_every_reason_is_said_with_its_number() -> None:
    said = left_out(source(hospital=1, police_station=2), "found")
    assert said == (
        "2 police stations and 1 hospital that agencies have marked count in their district, not in a ward"
    )
    assert left_out(source(home=1), "missing_from") == (
        "1 home that an agency has marked counts in its district, not in a ward"
    )


@pytest.mark.parametrize("role", ["home", "host", "recorded"])
def test_nothing_is_said_where_nothing_is_left_out(role: str) -> None:
    assert left_out(source(other=3), role) == ""


def test_nothing_is_said_without_marks_or_wards() -> None:
    assert left_out(source(), "found") == ""
    assert left_out(source("district", other=3), "found") == ""
