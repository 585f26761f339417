"""The outlines of areas, if an extract brings them: checked, made simple enough for a screen, and kept as text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import shapely
from shapely.geometry import mapping, shape

from data.breach import Breach

FILE = "areas.geojson"
POLYGONS = ("Polygon", "MultiPolygon")
FINENESS = 2000  # what is smaller than the whole map by so many times is not seen on a screen
DECIMALS = 5  # of a degree: about a metre


def check_outlines(path: Path, codes: set[str]) -> list[Breach]:
    """Breaches of `areas.geojson`: each outline is a polygon in degrees, of one of the areas by `area_code`."""
    if not (path / FILE).is_file():
        return []
    try:
        features = _features(path)
        named = [feature["properties"]["area_code"] for feature in features]
    except (ValueError, KeyError, TypeError, RecursionError):
        todo = "Send a FeatureCollection whose features have the property area_code."
        return [Breach("outlines", "The outlines are not understood", todo, FILE)]
    strangers = sum(name not in codes for name in named)
    if strangers:
        what, todo = (
            "Outlines of areas that are not in areas",
            "Keep the outlines of areas that are in areas.",
        )
        return [Breach("outlines", what, todo, FILE, "area_code", strangers)]
    if len(set(named)) < len(named):
        what, todo = (
            "Areas with more than one outline",
            "Send one polygon, or one of several parts, for each.",
        )
        return [Breach("outlines", what, todo, FILE, "area_code", len(named) - len(set(named)))]
    broken = sum(polygon_of(feature) is None for feature in features)
    todo = "Send rings that do not cross themselves, in degrees of longitude and latitude (WGS84)."
    what = "Outlines that are not whole polygons in degrees"
    return [Breach("outlines", what, todo, FILE, "geometry", broken)] if broken else []


def receive_outlines(con: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Put checked outlines into `received.outlines`: `area_code`, and as text the rings of each of its polygons."""
    con.execute("create or replace table received.outlines (area_code varchar, outline varchar)")
    if not (path / FILE).is_file():
        return
    levels = dict(con.execute("select area_code, level from received.areas").fetchall())
    polygons = {feature["properties"]["area_code"]: polygon_of(feature) for feature in _features(path)}
    for level in {levels.get(code) for code in polygons}:
        codes = [code for code in polygons if levels.get(code) == level]
        outlines = simplified([polygons[code] for code in codes])
        con.executemany(
            "insert into received.outlines values (?, ?)",
            [[code, text_of(outline)] for code, outline in zip(codes, outlines, strict=True)],
        )


def _features(path: Path) -> list[dict[str, Any]]:
    features: list[dict[str, Any]] = json.loads((path / FILE).read_text(encoding="utf-8-sig"))["features"]
    return features


def polygon_of(feature: dict[str, Any]) -> Any:
    """The outline of a feature; None where it is not a valid one in degrees."""
    try:
        outline = shapely.force_2d(shape(feature["geometry"]))
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, shapely.errors.GEOSException):
        return None
    if outline.geom_type not in POLYGONS or outline.is_empty or not outline.is_valid:
        return None
    west, south, east, north = outline.bounds
    return outline if west >= -180 and east <= 180 and south >= -90 and north <= 90 else None


def simplified(polygons: list[Any]) -> Any:
    """Outlines of one level together, so that neighbours keep the line between them."""
    west, south, east, north = shapely.total_bounds(polygons)
    return shapely.coverage_simplify(np.array(polygons), max(east - west, north - south) / FINENESS)


def text_of(outline: Any) -> str:
    rounded = mapping(shapely.transform(outline, lambda points: points.round(DECIMALS)))
    parts = rounded["coordinates"] if outline.geom_type == "MultiPolygon" else [rounded["coordinates"]]
    return json.dumps(parts, separators=(",", ":"))
