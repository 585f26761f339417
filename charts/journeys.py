"""A map of journeys: a line from the middle of one area to the middle of another, for each shown number of ten or more.

Lines bend to the left of their way, as traffic does, so that there and back lie apart; an arrow stands at the end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import pydeck as pdk
import shapely

from charts.frame import rows_of
from charts.ground import STYLE, TALL, Class, Deck, Map, Outline, edges, middle, polygon, rgb, texts, view_of
from charts.tokens import Look
from disclosure import ProtectedTable

WIDTHS = (1.5, 3, 5, 8, 12)  # pixels of a line of each class
BEND, POINTS = 0.16, 24  # how far a line bends, as a part of its length, and of how many points it is drawn
START, END = 0.1, 0.88  # a line keeps clear of the names at both middles
ARROW = 0.02  # of the height of the map
MOST = 30  # lines that can be told apart


@dataclass(frozen=True)
class Line:
    """One journey as it is drawn: from where to where, its number and what is printed for it."""

    start: str
    end: str
    value: float
    printed: str


@dataclass(frozen=True)
class Ground:
    """What lies under the lines: outlines by area, those of larger areas around them, and the areas chosen."""

    outlines: dict[str, Outline]
    around: dict[str, Outline]
    chosen: Sequence[str]


def draw(
    table: ProtectedTable, breaks: Sequence[int], ground: Ground, look: Look, labels: dict[str, str]
) -> Map:
    """Areas with their names, those chosen darker, and the lines between them with their numbers.

    The browser is sent outlines, names, and of each line its two middles, its printed number and its width: nothing of
    what is withheld. Of more lines than can be told apart, those of the lowest classes are left out.
    """
    shapes = {code: polygon(one) for code, one in ground.outlines.items()}
    lines, least = drawn_lines(table, breaks, shapes)
    paths = {line: path_of(line, shapes) for line in lines}
    layers = [
        _areas(shapes, ground.chosen, look, labels),
        edges("around", [polygon(one) for one in ground.around.values()], look["limit"], 1.5),
        _lines(paths, breaks, look, labels),
        _arrows(paths, breaks, look, shapes),
        _names(shapes, look, labels),
        _numbers(paths, shapes, look),
    ]
    deck = Deck(
        layers=layers,
        initial_view_state=view_of(list(shapes.values()), look),
        map_provider="maplibre",
        map_style=STYLE,
        tooltip={"text": "{name}"},
        parameters={"cull": False},
    )
    return Map(deck, keys_of(breaks, least), alt(lines, labels), int(look.px(TALL)))


def drawn_lines(
    table: ProtectedTable, breaks: Sequence[int], shapes: dict[str, shapely.MultiPolygon]
) -> tuple[list[Line], int]:
    """The lines that are drawn, and the least number of one: ten, or the break above which no more than `MOST` lie."""
    rows = zip(table.labels("destination"), rows_of(table, "area", "children"), strict=True)
    found = [
        Line(row.code, end, row.value, row.printed)
        for end, row in rows
        if row.value is not None
        and row.value >= breaks[0]
        and row.code != end
        and {row.code, end} <= set(shapes)
    ]
    least = next((low for low in breaks if sum(line.value >= low for line in found) <= MOST), breaks[-1])
    return [line for line in found if line.value >= least], least


def keys_of(breaks: Sequence[int], least: int) -> list[Class]:
    """The classes with the width of their lines; what is fewer than the least is not drawn."""
    words = [f"{low} to {high - 1}" for low, high in pairwise(breaks)] + [f"{breaks[-1]} or more"]
    keys = [
        Class(said, f"{width:g}px")
        for said, low, width in zip(words, breaks, WIDTHS, strict=True)
        if low >= least
    ]
    return [*keys, Class(f"fewer than {least}: in the table", "")]


def alt(lines: Sequence[Line], labels: dict[str, str]) -> str:
    """Every line with its number."""
    said = [
        f"{labels.get(one.start, one.start)} to {labels.get(one.end, one.end)}: {one.printed}"
        for one in lines
    ]
    return f"Map of journeys of children between districts. {'; '.join(said) or 'No line is drawn'}."


def path_of(line: Line, shapes: Mapping[str, shapely.MultiPolygon]) -> np.ndarray:
    """Points of a bent line between the middles of two areas, clear of both."""
    one, other = (np.array(middle(shapes[code])) for code in (line.start, line.end))
    east, north = other - one
    bent = (one + other) / 2 + BEND * np.array([-north, east])
    share = np.linspace(START, END, POINTS)[:, None]
    curve: np.ndarray = (1 - share) ** 2 * one + 2 * share * (1 - share) * bent + share**2 * other
    return curve.round(5)


def class_of(line: Line, breaks: Sequence[int]) -> int:
    """Which class the number of a line is in, from 0."""
    return sum(line.value >= low for low in breaks) - 1


def _areas(
    shapes: dict[str, shapely.MultiPolygon], chosen: Sequence[str], look: Look, labels: dict[str, str]
) -> pdk.Layer:
    few = len(chosen) < len(shapes)
    features = [
        {
            "type": "Feature",
            "properties": {
                "area": code,
                "name": labels.get(code, code),
                "fill": rgb(look.classes[0] if few and code in chosen else look["land"]),
            },
            "geometry": shapely.geometry.mapping(shape),
        }
        for code, shape in shapes.items()
    ]
    return pdk.Layer(
        "GeoJsonLayer", {"type": "FeatureCollection", "features": features}, id="areas",
        get_fill_color="properties.fill", get_line_color=rgb(look["line_strong"]), line_width_min_pixels=1,
        line_width_max_pixels=1, pickable=True, auto_highlight=True, highlight_color=rgb(look["ink"], 40),
    )  # fmt: skip


def _lines(
    paths: dict[Line, np.ndarray], breaks: Sequence[int], look: Look, labels: dict[str, str]
) -> pdk.Layer:
    drawn = [
        {
            "path": path.tolist(),
            "name": f"{labels.get(line.start, line.start)} to {labels.get(line.end, line.end)}: {line.printed} children",
            "width": look.px(WIDTHS[class_of(line, breaks)]),
        }
        for line, path in paths.items()
    ]
    return pdk.Layer(
        "PathLayer", drawn, id="journeys", get_path="path", get_width="width", width_units=pdk.types.String("pixels"),
        get_color=rgb(look["accent"], 200), cap_rounded=True, joint_rounded=True, pickable=True,
    )  # fmt: skip


def _arrows(
    paths: dict[Line, np.ndarray],
    breaks: Sequence[int],
    look: Look,
    shapes: Mapping[str, shapely.MultiPolygon],
) -> pdk.Layer:
    drawn = [{"at": arrow_of(path, arrow_size(line, breaks, shapes))} for line, path in paths.items()]
    return pdk.Layer(
        "PolygonLayer", drawn, id="arrows", get_polygon="at", get_fill_color=rgb(look["accent"]), stroked=False,
        pickable=False,
    )  # fmt: skip


def arrow_size(line: Line, breaks: Sequence[int], shapes: Mapping[str, shapely.MultiPolygon]) -> float:
    """How long its arrow is, in degrees: wider lines have larger ones."""
    tall = float(np.ptp(shapely.total_bounds(list(shapes.values()))[[1, 3]]))
    return tall * ARROW * (1 + class_of(line, breaks) / 4)


def arrow_of(path: np.ndarray, size: float) -> list[list[float]]:
    """A triangle at the end of a line, as high as it is wide on the map."""
    narrow = np.array([np.cos(np.radians(path[-1][1])), 1.0])
    ahead = (path[-1] - path[-4]) * narrow
    ahead = ahead / np.hypot(*ahead) * size
    aside = np.array([-ahead[1], ahead[0]]) * 0.7
    corners = [path[-1] * narrow + one for one in (ahead, aside, -aside)]
    return [[round(float(place), 5) for place in corner / narrow] for corner in corners]


def _names(shapes: dict[str, shapely.MultiPolygon], look: Look, labels: dict[str, str]) -> pdk.Layer:
    written: list[dict[str, Any]] = [
        {"at": middle(shape), "text": labels.get(code, code), "colour": rgb(look["ink"])}
        for code, shape in shapes.items()
    ]
    return texts("names", written, look, 600, 0, look["ground"])


def _numbers(paths: dict[Line, np.ndarray], shapes: dict[str, shapely.MultiPolygon], look: Look) -> pdk.Layer:
    places = number_places(paths, shapes)
    written: list[dict[str, Any]] = [
        {"at": at, "text": line.printed, "colour": rgb(look["ink"])} for line, at in places.items()
    ]
    return texts("numbers", written, look, 600, 0, look["ground"])


def number_places(
    paths: Mapping[Line, np.ndarray], shapes: Mapping[str, shapely.MultiPolygon]
) -> dict[Line, list[float]]:
    """Where the number of each line stands: on that point of its middle half that is farthest from names and other numbers."""
    taken = [middle(shape) for shape in shapes.values()]
    found: dict[Line, list[float]] = {}
    for line, path in paths.items():
        places = path[POINTS // 4 : -POINTS // 4]
        gaps = np.hypot(*(places[:, None] - np.array(taken)).transpose(2, 0, 1)).min(axis=1)
        found[line] = places[gaps.argmax()].tolist()
        taken.append(found[line])
    return found
