"""Published boundaries become areas.geojson: of known areas, in degrees, whole; what is amiss is counted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from data.boundaries import Report, areas_of, convert
from data.outlines import check_outlines
from data.problem import Problem
from tests.data.sent import load_all, write

NAMES = {"W1": "North", "W2": "South", "W3": "West"}
GRID = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::27700"}}


def square(west: float, south: float, size: float = 1) -> dict[str, Any]:
    east, north = west + size, south + size
    return {
        "type": "Polygon",
        "coordinates": [[[west, south], [east, south], [east, north], [west, north], [west, south]]],
    }


def published(
    folder: Path, shapes: dict[str, Any], names: dict[str, str] | None = None, crs: Any = None
) -> Path:
    features = [
        {
            "type": "Feature",
            "properties": {"WD": code, "NM": (names or NAMES).get(code, "?")},
            "geometry": one,
        }
        for code, one in shapes.items()
    ]
    file = folder / "wards.geojson"
    file.write_text(
        json.dumps({"type": "FeatureCollection", "features": features} | ({"crs": crs} if crs else {}))
    )
    return file


def made(folder: Path, file: Path) -> Report:
    return convert(file, folder / "areas.geojson", ("WD", "NM"), NAMES)


def test_what_is_written_passes_the_check_of_an_extract(tmp_path: Path) -> None:
    report = made(
        tmp_path, published(tmp_path, {"W1": square(0, 50), "W2": square(1, 50), "E9": square(2, 50)})
    )
    assert report == Report(written=2, left_out=1, without_outline=1, names_differ=0, not_meeting=0, holes=0)
    assert check_outlines(tmp_path, set(NAMES)) == []


def test_metres_of_the_national_grid_become_degrees(tmp_path: Path) -> None:
    # The Ordnance Survey's example of its guide to coordinate systems: 651409.903, 313177.270.
    made(tmp_path, published(tmp_path, {"W1": square(651409.903, 313177.270, 1000)}, crs=GRID))
    (feature,) = json.loads((tmp_path / "areas.geojson").read_text())["features"]
    points = feature["geometry"]["coordinates"][0][0]
    assert min(abs(x - 1.71607) + abs(y - 52.65801) for x, y in points) < 2e-4  # within 20 metres


@pytest.mark.parametrize(
    ("shapes", "names", "count"),
    [
        ({"W1": square(0, 50), "W2": square(0.9, 50)}, None, ("not_meeting", 2)),  # overlap
        ({"W1": square(0, 50), "W2": square(1, 50)}, {"W1": "NORTH", "W2": "East"}, ("names_differ", 1)),
    ],
)
def test_what_a_steward_should_look_at_is_counted(
    tmp_path: Path, shapes: dict[str, Any], names: dict[str, str] | None, count: tuple[str, int]
) -> None:
    assert vars(made(tmp_path, published(tmp_path, shapes, names)))[count[0]] == count[1]


def test_a_hole_between_areas_is_counted(tmp_path: Path) -> None:
    ring = {
        "type": "Polygon",
        "coordinates": [square(0, 50, 3)["coordinates"][0], square(1, 51)["coordinates"][0]],
    }
    assert made(tmp_path, published(tmp_path, {"W1": ring})).holes == 1
    assert made(tmp_path, published(tmp_path, {"W1": ring, "W2": square(1, 51)})).holes == 0


def test_outlines_of_another_level_stay_in_the_file(tmp_path: Path) -> None:
    made(tmp_path, published(tmp_path, {"W1": square(0, 50)}))
    file = published(tmp_path, {"C1": square(0, 50, 2)}, {"C1": "County"})
    convert(file, tmp_path / "areas.geojson", ("WD", "NM"), {"C1": "County"})
    assert check_outlines(tmp_path, {*NAMES, "C1"}) == []
    features = json.loads((tmp_path / "areas.geojson").read_text())["features"]
    assert [one["properties"]["area_code"] for one in features] == ["W1", "C1"]


CROSSED = {"type": "Polygon", "coordinates": [[[0, 50], [1, 51], [1, 50], [0, 51], [0, 50]]]}


@pytest.mark.parametrize(
    ("shapes", "crs", "what"),
    [
        ({"W1": CROSSED}, None, "not whole polygons: 1"),
        ({"W1": {"type": "Point", "coordinates": [0, 50]}}, None, "not whole polygons: 1"),
        ({"W1": None}, GRID, "not whole polygons: 1"),
        (
            {"W1": square(530000, 180000, 900)},
            None,
            "not whole polygons: 1",
        ),  # metres, and no crs that says so
        ({"X1": square(0, 50)}, None, "None of the codes"),
        ({"W1": square(0, 50)}, {"type": "name", "properties": {"name": "EPSG:3857"}}, "grid"),
        ({"W1": square(0, 50)}, "27700", "not understood"),
    ],
)
def test_what_cannot_be_used_is_refused_and_nothing_is_written(
    tmp_path: Path, shapes: dict[str, Any], crs: Any, what: str
) -> None:
    with pytest.raises(Problem, match=what):
        made(tmp_path, published(tmp_path, shapes, crs=crs))
    assert not (tmp_path / "areas.geojson").exists()


def test_a_property_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="not understood"):
        convert(published(tmp_path, {"W1": square(0, 50)}), tmp_path / "out", ("code", "NM"), NAMES)


def test_areas_are_those_in_service(tmp_path: Path) -> None:
    root = tmp_path / "data"
    with pytest.raises(Problem, match="No data"):
        areas_of(root, "ward")
    load_all(root, write(tmp_path, "police", "police", ["p1 ann 2024-02-03T21:00 2024-02-04T03:00 C1"]))
    with pytest.raises(Problem, match="No area of that level"):
        areas_of(root, "village")
