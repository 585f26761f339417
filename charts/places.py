"""A map of areas: their own outlines in fixed classes, and nothing that is not shown."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pydeck as pdk
import shapely

from charts.frame import Row, rows_of, spoken
from charts.ground import (
    STYLE,
    TALL,
    Class,
    Deck,
    Map,
    Outline,
    edges,
    middle,
    polygon,
    rgb,
    texts,
    view_of,
)
from charts.tokens import Look, text_on
from disclosure import ProtectedTable

LINES = 70  # hatching: so many lines over the height of the map
ROOMY = 12  # more areas than these leave no room for a name beside a number: it stands below
SAMPLES = 25  # places tried for a name, across and up


@dataclass(frozen=True)
class Ground:
    """What is drawn under the numbers: outlines by area, those of larger areas around them, the chosen area,

    those whose numbers stand out; of cells, the `least` number that is written on the map.
    """

    outlines: dict[str, Outline]
    around: dict[str, Outline]
    chosen: str = ""
    out: Sequence[str] = ()
    least: int = 0

    @property
    def extent(self) -> list[Outline]:
        """What a view has to hold: cells leave room around them, that larger areas fill."""
        return [*self.outlines.values(), *(self.around.values() if self.least else ())]


def draw(
    table: ProtectedTable,
    number: str,
    breaks: Sequence[int],
    ground: Ground,
    look: Look,
    labels: dict[str, str],
) -> Map:
    """Areas in the colours of their classes with their numbers; `<10` hatched, 0 its own class.

    The browser is sent outlines, and for each area its name, its printed number and its colour.
    """
    rows = {row.code: row for row in rows_of(table, "area", number, labels)}
    shapes = {code: polygon(ground.outlines[code]) for code in rows if code in ground.outlines}
    drawn = {code: rows[code] for code in shapes}
    colours = {code: colour_of(row, breaks, look) for code, row in drawn.items()}
    out = [shapes[code] for code in ground.out if code in shapes]
    written = {code: row for code, row in drawn.items() if (row.value or 0) >= ground.least}
    layers = [
        _areas(drawn, shapes, colours, look, number),
        _hatching([shapes[code] for code, row in drawn.items() if is_hatched(row)], shapes, look),
        edges("around", [polygon(one) for one in ground.around.values()], look["limit"], 1.5),
        edges("behind_out", out, look["ground"], 6),
        edges("out", out, look["cat2"], 3),
        edges("chosen", [one for code, one in shapes.items() if code == ground.chosen], look["ink"], 3.5),
        _numbers(written, shapes, colours, look, 0 if ground.least or len(drawn) <= ROOMY else -9),
        _names(ground, shapes, look, labels),
    ]
    deck = Deck(
        layers=layers,
        initial_view_state=view_of([polygon(one) for one in ground.extent], look),
        map_provider="maplibre",
        map_style=STYLE,
        tooltip={"text": "{name}: {said}"},
        parameters={"cull": False},
    )
    keys = keys_of(list(drawn.values()), breaks, look, table.mode == "exact", bool(out))
    return Map(deck, keys, alt(list(rows.values()), number), int(look.px(TALL)))


def is_hatched(row: Row) -> bool:
    """Withheld; what is not available has neither class nor hatching."""
    return row.value is None and row.printed != ":"


def colour_of(row: Row, breaks: Sequence[int], look: Look) -> str:
    """The colour of an area: of its class, the land where it is 0 or withheld, the page where nothing is known."""
    if row.value is None:
        return look["ground"] if row.printed == ":" else look["land"]
    if row.value == 0:
        return look["land"]
    place = sum(row.value >= low for low in breaks)
    return look.classes[max(place, 1) - 1]


def keys_of(
    rows: list[Row], breaks: Sequence[int], look: Look, is_exact: bool, has_out: bool = False
) -> list[Class]:
    """The entries of the key: every class, drawn or not, so that the key never tells of what is withheld."""
    lows = [1 if is_exact else breaks[0], *breaks[1:]] if breaks[0] else [0, *breaks[1:]]
    words = [f"{low} to {high - 1}" for low, high in zip(lows, breaks[1:], strict=False)]
    if not breaks[0]:
        words[0] = f"under {breaks[1]}"
    keys = [Class("0", look["land"]), Class("<10", "hatched")]
    keys = keys[:1] if is_exact else keys
    keys += [
        Class(said, colour)
        for said, colour in zip([*words, f"{breaks[-1]} or more"], look.classes, strict=True)
    ]
    keys += [Class("not available", "open")] if any(row.printed == ":" for row in rows) else []
    return keys + ([Class("stands out", "outlined")] if has_out else [])


def _areas(
    rows: dict[str, Row],
    shapes: dict[str, shapely.MultiPolygon],
    colours: dict[str, str],
    look: Look,
    number: str,
) -> pdk.Layer:
    unit = " for each 10,000" if number == "rate" else " children"
    features = [
        {
            "type": "Feature",
            "properties": {
                "area": code,
                "name": row.label,
                "said": f"{row.printed}{unit}",
                "fill": rgb(colours[code]),
            },
            "geometry": shapely.geometry.mapping(shapes[code]),
        }
        for code, row in rows.items()
    ]
    return pdk.Layer(
        "GeoJsonLayer",
        {"type": "FeatureCollection", "features": features},
        id="areas",
        get_fill_color="properties.fill",
        get_line_color=rgb(look["line_strong"]),
        line_width_min_pixels=1,
        line_width_max_pixels=1,
        pickable=True,
        auto_highlight=True,
        highlight_color=rgb(look["ink"], 40),
    )


def _hatching(
    withheld: list[shapely.MultiPolygon], shapes: dict[str, shapely.MultiPolygon], look: Look
) -> pdk.Layer:
    """Rising lines over all that is withheld, in one layer."""
    paths: list[dict[str, Any]] = []
    if withheld:
        west, south, east, north = shapely.total_bounds(list(shapes.values()))
        tall, gap = north - south, (north - south) / LINES
        slant = tall / math.cos(math.radians((north + south) / 2))
        starts = [west - slant + gap * step for step in range(math.ceil((east - west + slant) / gap))]
        lines = shapely.MultiLineString([[(x, south), (x + slant, north)] for x in starts])
        cut = shapely.intersection(lines, shapely.union_all(withheld))
        paths = [
            {"path": [list(point) for point in part.coords]}
            for part in shapely.get_parts(cut)
            if part.geom_type == "LineString"
        ]
    return pdk.Layer(
        "PathLayer", paths, id="hatching", get_path="path", get_color=rgb(look["unknown"]),
        width_min_pixels=1, width_max_pixels=1, pickable=False,
    )  # fmt: skip


def _numbers(
    rows: dict[str, Row],
    shapes: dict[str, shapely.MultiPolygon],
    colours: dict[str, str],
    look: Look,
    shift: int,
) -> pdk.Layer:
    """The numbers of classes; `<10` and 0 are told by how the area is drawn."""
    written = [
        {"at": middle(shapes[code]), "text": row.printed, "colour": rgb(text_on(colours[code]))}
        for code, row in rows.items()
        if row.value
    ]
    return texts("numbers", written, look, 600, shift)


def _names(
    ground: Ground, shapes: dict[str, shapely.MultiPolygon], look: Look, labels: dict[str, str]
) -> pdk.Layer:
    """The names of the larger areas, on a strip of their own colour."""
    numbers = [middle(one) for one in shapes.values()]
    written = [
        {"at": _clear_of(numbers, polygon(one)), "text": labels.get(code, code), "colour": rgb(look["ink"])}
        for code, one in ground.around.items()
    ]
    return texts("names", written, look, 600, 9, look["ground"])


def _clear_of(numbers: list[list[float]], shape: shapely.MultiPolygon) -> list[float]:
    """The point of a shape that is farthest from every number, for a name: four times as wide as it is high."""
    west, south, east, north = shape.bounds
    across, up = np.meshgrid(np.linspace(west, east, SAMPLES), np.linspace(south, north, SAMPLES))
    inside = shapely.contains_xy(shape.buffer((south - north) / 12), across, up)
    x, y = across[inside, None], up[inside, None]
    if not len(x):
        return middle(shape)
    shrink = math.cos(math.radians(south)) / 4
    gaps = np.hypot((x - [[at[0] for at in numbers]]) * shrink, y - [[at[1] for at in numbers]])
    best = gaps.min(axis=1).argmax()
    return [round(float(x[best, 0]), 5), round(float(y[best, 0]), 5)]


def alt(rows: list[Row], number: str) -> str:
    """Every area with its number."""
    unit = "children for each 10,000" if number == "rate" else "children"
    return f"Map of areas by {unit}. {'; '.join(f'{row.label}: {spoken(row.printed)}' for row in rows)}."
