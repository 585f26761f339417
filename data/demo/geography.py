"""The fictional county: its areas, their outlines in the open North Sea, and the cells of each ward."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import h3
import numpy as np
import shapely
from shapely import MultiPoint, Point, Polygon
from shapely.geometry import mapping

from data.demo.names import DISTRICTS, NORTH, OUTSIDE, ROOT, SOUTH

CENTRE = (2.6, 55.2)  # degrees east and north: open sea
KM_NORTH, KM_EAST = 111.2, 63.5  # kilometres to a degree there
REACH = 8  # rings of cells about a ward's centre


@dataclass(frozen=True)
class Ward:
    """A ward: its code, its district (by number), and its cells with their weights."""

    code: str
    name: str
    district: int
    outline: Polygon
    cells: tuple[str, ...]
    weights: np.ndarray


def district_code(number: int) -> str:
    return f"X07{number + 1:06d}"


def _to_degrees(points: np.ndarray) -> np.ndarray:
    return np.column_stack([CENTRE[0] + points[:, 0] / KM_EAST, CENTRE[1] + points[:, 1] / KM_NORTH]).round(6)


def _warp(points: np.ndarray) -> np.ndarray:
    """Bend straight edges alike on both sides, so that neighbours still meet."""
    x, y = points[:, 0], points[:, 1]
    east = 0.5 * np.sin(0.55 * y + 0.4) + 0.25 * np.sin(1.7 * y + 0.9 * x)
    north = 0.5 * np.sin(0.5 * x + 1.1) + 0.25 * np.sin(1.9 * x - 0.8 * y)
    return np.column_stack([x + east, y + north])


def _coast() -> Polygon:
    turn = np.linspace(0, 2 * np.pi, 120, endpoint=False)
    radius = 1 + 0.05 * np.sin(3 * turn + 1) + 0.035 * np.sin(5 * turn) + 0.02 * np.sin(11 * turn)
    return Polygon(np.column_stack([26 * radius * np.cos(turn), 21 * radius * np.sin(turn)]))


def _seeds() -> np.ndarray:
    """One point (km) for each ward: the first at its district's centre, the others round it."""
    points = []
    for number, (_, _, _, east, north, wards) in enumerate(DISTRICTS.values()):
        points.append((east, north))
        turns = 2 * np.pi * (np.arange(len(wards) - 1) / (len(wards) - 1)) + 0.7 * number
        points += [(east + 3.6 * np.cos(turn), north + 3.2 * np.sin(turn)) for turn in turns]
    return np.array(points, dtype=float)


@cache
def outlines() -> tuple[Polygon, ...]:
    """The outline of each ward in degrees, in the order of the wards: a coverage without gap or overlap."""
    seeds, coast = _seeds(), _coast()
    edges = shapely.voronoi_polygons(MultiPoint(seeds), extend_to=coast.buffer(5), only_edges=True)
    lines = shapely.unary_union([edges, coast.exterior])
    bent = shapely.transform(shapely.segmentize(lines, 0.5), _warp)
    noded = shapely.node(shapely.set_precision(shapely.transform(bent, _to_degrees), 1e-6))
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(noded)))
    moved = shapely.points(_to_degrees(_warp(seeds)))
    ordered = [next(face for face in faces if face.contains(point)) for point in moved]
    return tuple(shapely.coverage_simplify(np.array(ordered), 0.002))


def _cells(outline: Polygon, middle: Point) -> tuple[tuple[str, ...], np.ndarray]:
    """Cells of resolution 9 about a ward's middle, nearer ones weighing more."""
    centre = h3.latlng_to_cell(middle.y, middle.x, 9)
    found, weights = [], []
    for ring in range(REACH + 1):
        for cell in sorted(h3.grid_ring(centre, ring)):
            north, east = h3.cell_to_latlng(cell)
            if outline.contains(Point(east, north)):
                found.append(cell)
                weights.append(np.exp(-ring / 2.5))
    return tuple(found), np.array(weights) / np.sum(weights)


@cache
def wards() -> tuple[Ward, ...]:
    """All wards, districts in the order of their numbers."""
    shapes = outlines()
    made: list[Ward] = []
    for district, (_, _, _, _, _, names) in enumerate(DISTRICTS.values()):
        for name in names:
            outline = shapes[len(made)]
            cells, weights = _cells(outline, outline.representative_point())
            made.append(Ward(f"X05{len(made) + 1:06d}", name, district, outline, cells, weights))
    return tuple(made)


def area_rows(scale: float) -> list[dict[str, Any]]:
    """Rows of `areas`; populations times `scale`, so that a larger demo keeps credible rates."""
    rows: list[dict[str, Any]] = []
    for number, (name, (council, people, _, _, _, names)) in enumerate(DISTRICTS.items()):
        shares = np.linspace(1.3, 0.7, len(names)) / len(names)
        of_wards = [round(people * scale * share) for share in shares]
        own = [ward for ward in wards() if ward.district == number]
        rows.append(_row(district_code(number), name, "district", council, sum(of_wards)))
        rows += [
            _row(ward.code, ward.name, "ward", district_code(number), count)
            for ward, count in zip(own, of_wards, strict=True)
        ]
    totals = {
        code: sum(row["population_0_17"] for row in rows if row["parent_code"] == code)
        for code in (NORTH, SOUTH)
    }
    above = [
        _row(ROOT, "Eldermere", "police_force", None, sum(totals.values())),
        _row(NORTH, "North Eldermere", "local_authority", ROOT, totals[NORTH]),
        _row(SOUTH, "South Eldermere", "local_authority", ROOT, totals[SOUTH]),
    ]
    return above + rows + [_row(code, name, "local_authority", None, None) for code, name in OUTSIDE.items()]


def _row(code: str, name: str, level: str, parent: str | None, people: int | None) -> dict[str, Any]:
    older = None if people is None else round(people * 0.46)
    return {
        "area_code": code,
        "area_name": name,
        "level": level,
        "parent_code": parent,
        "population_0_17": people,
        "population_10_17": older,
    }


def write_outlines(path: Path) -> None:
    """Write `areas.geojson`: wards, districts, councils and the county."""
    shapes: dict[str, Any] = {ward.code: ward.outline for ward in wards()}
    for number, (council, *_) in enumerate(DISTRICTS.values()):
        own = [ward.outline for ward in wards() if ward.district == number]
        shapes[district_code(number)] = shapely.union_all(own)
        shapes[council] = (
            shapely.union_all([shapes[council], shapes[district_code(number)]])
            if council in shapes
            else shapes[district_code(number)]
        )
    shapes[ROOT] = shapely.union_all([shapes[NORTH], shapes[SOUTH]])
    _write(path, [({"area_code": code}, shape) for code, shape in sorted(shapes.items())])


def write_places(path: Path) -> None:
    """Write roads, rail, a river, stations and parks, for a map: property `kind`, and `name` for a point."""
    middles = {name: _degrees(east, north) for name, (_, _, _, east, north, _) in DISTRICTS.items()}
    road = [
        middles[name]
        for name in ("Dunmarsh", "Hatherby", "Oakenleigh", "Oakenham", "Hatherthorpe", "Ullstead")
    ]
    rail = [middles[name] for name in ("Dunmarsh", "Ravenleigh", "Pellport")]
    river = [_degrees(x, 2 * np.sin(x / 4) + 1) for x in np.arange(-18, 20, 1.0)]
    features = [
        ({"kind": "road"}, shapely.LineString(road)),
        ({"kind": "road"}, shapely.LineString(rail[::-1] + road[1:3])),
        ({"kind": "rail"}, shapely.LineString(rail)),
        ({"kind": "river"}, shapely.LineString(river)),
    ]
    features += [
        ({"kind": "station", "name": f"{name} station"}, Point(middles[name]))
        for name in ("Dunmarsh", "Ravenleigh", "Pellport")
    ]
    features += [
        ({"kind": "park", "name": f"{ward.name} Park"}, ward.outline.representative_point())
        for ward in wards()[::4]
    ]
    _write(path, features)


def _degrees(east: float, north: float) -> tuple[float, float]:
    point = _to_degrees(np.array([[east, north]]))[0]
    return float(point[0]), float(point[1])


def _write(path: Path, features: list[tuple[dict[str, str], Any]]) -> None:
    listed = [
        {"type": "Feature", "properties": about, "geometry": mapping(shape)} for about, shape in features
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": listed}), encoding="utf-8")
