"""Published boundaries made into `areas.geojson`: checked, in degrees, simple enough for a screen, of known areas only."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import shapely
from pyproj import Transformer
from shapely.geometry import mapping, shape

from data import versions
from data.outlines import polygon_of, simplified, text_of
from data.problem import Problem

DEGREES = ("CRS84", "EPSG::4326", "EPSG:4326")
NATIONAL_GRID = ("EPSG::27700", "EPSG:27700")


@dataclass(frozen=True)
class Report:
    """What was written, and what a steward should look at; counts, never names."""

    written: int
    left_out: int
    without_outline: int
    names_differ: int
    not_meeting: int
    holes: int

    @property
    def words(self) -> str:
        return (
            f"Outlines written: {self.written}. Left out, not in areas: {self.left_out}. Areas without one: "
            f"{self.without_outline}. With another name: {self.names_differ}. That overlap or do not meet: "
            f"{self.not_meeting}. Holes between them: {self.holes}. Send the file beside the table areas, and load again."
        )


def areas_of(root: Path, level: str) -> dict[str, str]:
    """The names of the areas of a level in service, by code; Problem where there are none."""
    version = versions.current(root)
    if version is None:
        raise Problem(what="No data has been loaded yet", todo="Load the table areas first.")
    exact = root / "versions" / version / "exact.duckdb"
    with duckdb.connect(str(exact), read_only=True) as con:
        rows = con.execute("select area, area_name from areas where level = $1", [level]).fetchall()
    if not rows:
        raise Problem(what="No area of that level is in service", todo="Load the table areas first.")
    return dict(rows)


def convert(file: Path, to: Path, properties: tuple[str, str], areas: Mapping[str, str]) -> Report:
    """Write the outlines of `areas` from `file` into `to`, beside those of other areas that it holds.

    `properties` are those of the code and the name in the file.
    """
    features, names = _read(file, *properties)
    known = {code: one for code, one in features.items() if code in areas}
    if not known:
        raise Problem(
            what="None of the codes is that of an area in service",
            todo="Give the property of the code with --code, and a file of the same year as the table areas.",
        )
    outlines = np.array(list(known.values()))
    simple = dict(zip(known, simplified(list(outlines)), strict=True))
    kept = {code: one for code, one in _held(to).items() if code not in simple}
    _write(to, {**kept, **{code: json.loads(text_of(one)) for code, one in simple.items()}})
    return Report(
        written=len(known),
        left_out=len(features) - len(known),
        without_outline=len(areas) - len(known),
        names_differ=sum(names[code].casefold() != areas[code].casefold() for code in known),
        not_meeting=int((~shapely.is_empty(shapely.coverage_invalid_edges(outlines))).sum()),
        holes=sum(len(part.interiors) for part in shapely.get_parts(shapely.union_all(outlines))),
    )


def _read(file: Path, code: str, name: str) -> tuple[dict[str, Any], dict[str, str]]:
    """Whole polygons in degrees by code, and their names."""
    try:
        given = json.loads(file.read_text(encoding="utf-8-sig"))
        turn = _into_degrees(given.get("crs"))
        rows = [
            (str(one["properties"][code]), str(one["properties"][name]), one) for one in given["features"]
        ]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Problem(
            what="The boundaries are not understood",
            todo="Give a GeoJSON FeatureCollection whose features have the properties named by --code and --name.",
        ) from None
    polygons = {one_code: polygon_of({"geometry": _turned(feature, turn)}) for one_code, _, feature in rows}
    _refuse(
        len(rows) - len(polygons),
        "Codes that come more than once",
        "Give one polygon, or one of several parts, for each.",
    )
    broken = sum(one is None for one in polygons.values())
    todo = (
        "Give rings that do not cross themselves, in degrees, or in metres of the National Grid with its crs."
    )
    _refuse(broken, "Boundaries that are not whole polygons", todo)
    return polygons, {one_code: one_name for one_code, one_name, _ in rows}


def _refuse(count: int, what: str, todo: str) -> None:
    if count:
        raise Problem(what=f"{what}: {count}", todo=todo)


def _into_degrees(crs: Any) -> Callable[[Any, Any], Any] | None:
    """How coordinates become degrees (WGS84): None where they are; Problem for a grid that is not known.

    The National Grid is turned by its seven parameters, without the correction grid: within 5 metres.
    """
    said = "CRS84" if crs is None else str(crs["properties"]["name"])
    if said.endswith(DEGREES):
        return None
    if said.endswith(NATIONAL_GRID):
        return Transformer.from_crs(27700, 4326, always_xy=True).transform
    raise Problem(
        what="The grid of the boundaries is not known",
        todo="Give degrees (WGS84) or the British National Grid (EPSG:27700).",
    )


def _turned(feature: dict[str, Any], turn: Callable[[Any, Any], Any] | None) -> Any:
    """The geometry of a feature in degrees; None where it has none."""
    if turn is None:
        return feature.get("geometry")
    try:
        return mapping(
            shapely.transform(shapely.force_2d(shape(feature["geometry"])), turn, interleaved=False)
        )
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, shapely.errors.GEOSException):
        return None


def _held(to: Path) -> dict[str, Any]:
    """The polygons, by code, of outlines that were written before."""
    if not to.is_file():
        return {}
    features = json.loads(to.read_text("utf-8"))["features"]
    return {
        one["properties"]["area_code"]: one["geometry"]["coordinates"]
        if one["geometry"]["type"] == "MultiPolygon"
        else [one["geometry"]["coordinates"]]
        for one in features
    }


def _write(to: Path, polygons: Mapping[str, Any]) -> None:
    features = [
        {
            "type": "Feature",
            "properties": {"area_code": code},
            "geometry": {"type": "MultiPolygon", "coordinates": one},
        }
        for code, one in polygons.items()
    ]
    to.write_text(
        json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":")), "utf-8"
    )
