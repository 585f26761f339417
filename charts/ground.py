"""What every map has in common: outlines and words on a background that asks nothing of any other machine."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pydeck as pdk
import shapely

from charts.tokens import FONT, Look

Outline = list[list[list[list[float]]]]
WIDE, TALL = 700, 500  # pixels of the desk view that a map is sure to have
# A background without a tile, a font or a symbol: only with a style does the map have buttons to zoom.
STYLE = "app/static/plain_map.json"


class Deck(pdk.Deck):
    """Layers as pydeck sends them, without the spaces that make four fifths of them."""

    def to_json(self) -> str:
        """The layers as the browser is sent them."""
        return json.dumps(json.loads(super().to_json()), separators=(",", ":"), ensure_ascii=False)


@dataclass(frozen=True)
class Class:
    """An entry of the key: its words, and its colour or how it is drawn ('hatched', 'open')."""

    words: str
    colour: str


@dataclass(frozen=True)
class Map:
    """What was drawn, its key, its height in pixels, and the sentence that says the same without it."""

    deck: Deck
    keys: list[Class]
    alt: str
    height: int


def polygon(outline: Outline) -> shapely.MultiPolygon:
    """The shape of an outline."""
    return shapely.MultiPolygon([(rings[0], rings[1:]) for rings in outline])


def rgb(colour: str, opacity: int = 255) -> list[int]:
    """A colour as deck.gl reads it."""
    return [*(int(colour[place : place + 2], 16) for place in (1, 3, 5)), opacity]


def edges(name: str, shapes: Sequence[shapely.MultiPolygon], colour: str, width: float) -> pdk.Layer:
    """The outlines of shapes as lines of so many pixels."""
    paths = [
        {"path": [list(point) for point in ring.coords]}
        for shape in shapes
        for part in shape.geoms
        for ring in (part.exterior, *part.interiors)
    ]
    return pdk.Layer(
        "PathLayer", paths, id=name, get_path="path", get_color=rgb(colour),
        width_min_pixels=width, width_max_pixels=width, pickable=False,
    )  # fmt: skip


def texts(
    name: str, written: list[dict[str, Any]], look: Look, weight: int, down: float, ground: str = ""
) -> pdk.Layer:
    """Words at places, moved down by so many pixels, on a strip of a colour where one is given."""
    behind = {"background": True, "get_background_color": rgb(ground, 190)} if ground else {}
    return pdk.Layer(
        "TextLayer",
        written,
        id=name,
        get_position="at",
        get_text="text",
        get_color="colour",
        get_size=look.px(14),
        get_pixel_offset=[0, look.px(down)],
        font_family=pdk.types.String(FONT),
        font_weight=weight,
        character_set=pdk.types.String("auto"),
        pickable=False,
        **behind,
    )


def middle(shape: shapely.MultiPolygon) -> list[float]:
    """A point well inside the largest part of a shape."""
    point = shapely.point_on_surface(max(shape.geoms, key=lambda part: part.area))
    return [round(point.x, 5), round(point.y, 5)]


def view_of(shapes: list[shapely.MultiPolygon], look: Look) -> pdk.ViewState:
    """Centred, and as near as shows all of it."""
    west, south, east, north = shapely.total_bounds(shapes)
    low, high = (math.degrees(math.asinh(math.tan(math.radians(one)))) for one in (south, north))
    across, up = max(east - west, 1e-3), max(high - low, 1e-3)
    nearest = min(WIDE / across, look.px(TALL) / up) * 360 / 512 * 0.94
    halfway = math.degrees(math.atan(math.sinh(math.radians((low + high) / 2))))
    return pdk.ViewState(longitude=(west + east) / 2, latitude=halfway, zoom=math.log2(nearest))
