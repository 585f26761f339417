"""The page of journeys: what its map sends, what its table says, and which way it looks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from answers.source import open_source
from tests.browser.payload import html_count_cells, may_be_shown
from tests.pages.conftest import Open, words_of

KINDS = [(kind, way) for kind in ("found", "exploitation", "moved_to") for way in ("leaving", "arriving")]


def layers_of(app: AppTest) -> dict[str, Any]:
    (one,) = app.get("deck_gl_json_chart")
    return {layer["id"]: layer for layer in json.loads(one.proto.json)["layers"]}


def tables_of(app: AppTest) -> list[str]:
    return [one.proto.body for one in app.get("html") if "<table" in one.proto.body]


@pytest.mark.parametrize("area", ["X26", "X07000001"])
@pytest.mark.parametrize(("kind", "way"), KINDS)
def test_each_line_is_a_row_of_the_table_of_ten_or_more(
    open_page: Open, demo_root: Path, kind: str, way: str, area: str
) -> None:
    app = open_page(demo_root, "journeys", journey=kind, way=way, area=area)
    layers, cells = layers_of(app), [cell for table in tables_of(app) for _, cell in html_count_cells(table)]
    assert all(map(may_be_shown, cells))
    for line in layers["journeys"]["data"]:
        assert set(line) == {"path", "name", "width"}
        printed = line["name"].rpartition(": ")[2].removesuffix(" children")
        assert printed in cells
        assert int(printed.replace(",", "")) >= 10
    assert len(layers["journeys"]["data"]) == len(layers["numbers"]["data"]) == len(layers["arrows"]["data"])
    for feature in layers["areas"]["data"]["features"]:
        assert set(feature["properties"]) == {"area", "name", "fill"}


def test_a_district_tells_of_those_who_leave_and_of_those_who_come(open_page: Open, demo_root: Path) -> None:
    leaving = open_page(demo_root, "journeys", area="X07000001")
    assert "Where children who live in Dunmarsh were found" in words_of(leaving)
    arriving = open_page(demo_root, "journeys", area="X07000001", way="arriving")
    assert "Where children found in Dunmarsh live" in words_of(arriving)
    placed = open_page(demo_root, "journeys", area="X07000001", role="host")
    assert "Where children who are placed in Dunmarsh were found" in words_of(placed)
    assert layers_of(leaving)["journeys"]["data"]
    assert layers_of(arriving)["journeys"]["data"]


def test_a_ward_is_told_as_a_part_of_its_district(open_page: Open, demo_root: Path) -> None:
    source = open_source("protected", demo_root)
    ward = next(area for area in source.areas if area.level == "ward")
    town = source.area(ward.parent or "")
    source.close()
    said = words_of(open_page(demo_root, "journeys", area=ward.code))
    assert f"{ward.name} is told as a part of {town.name}." in said


def test_lines_join_the_middles_of_outlines_alone(open_page: Open, demo_root: Path) -> None:
    """Attacks 8 and 9: a line starts and ends where every other line of that district does."""
    layers = layers_of(open_page(demo_root, "journeys"))
    ends: dict[str, set[tuple[float, ...]]] = {}
    names = {one["text"]: one["at"] for one in layers["names"]["data"]}
    for line in layers["journeys"]["data"]:
        start, _, end = line["name"].partition(":")[0].partition(" to ")
        (west, south), (east, north) = names[start], names[end]
        ends.setdefault(f"{start} to {end}", set()).add(tuple(line["path"][0]))
        assert min(west, east) - 0.2 < line["path"][0][0] < max(west, east) + 0.2
        assert min(south, north) - 0.2 < line["path"][0][1] < max(south, north) + 0.2
    assert all(len(starts) == 1 for starts in ends.values())


@pytest.mark.parametrize("forged", ["X26' or 1=1 --", "", "everything"])
def test_a_kind_or_way_that_is_not_offered_is_the_usual_one(
    open_page: Open, demo_root: Path, forged: str
) -> None:
    said = words_of(open_page(demo_root, "journeys", journey=forged, way=forged))
    assert "Where children who live in Eldermere were found" in said
