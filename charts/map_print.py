"""The map of areas as a picture for documents: vectors, in the same classes and words, drawn without a browser."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any

import shapely
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.patches import Patch, PathPatch
from matplotlib.path import Path

from charts.frame import Row, rows_of
from charts.ground import Class, polygon
from charts.places import Ground, colour_of, is_hatched, keys_of
from charts.tokens import Look, look, text_on
from disclosure import ProtectedTable

INCH = 7.2  # the width of the text of an A4 page, nearly
ACROSS = 4  # maps side by side
TEXT, SMALL = 9.0, 8.0
# Nothing of the machine or the day in the file, and the same bytes for the same picture.
SETTINGS: Any = {
    "svg.hashsalt": "map",
    "svg.fonttype": "path",
    "hatch.linewidth": 0.5,
    "font.family": "DejaVu Sans",
}
NO_DETAILS = {"Date": None, "Creator": None, "Format": None, "Type": None}


@dataclass(frozen=True)
class Words:
    """What stands around the maps: title and subtitle above, and below how the picture may be handled."""

    title: str
    subtitle: str
    below: str


def draw(
    table: ProtectedTable,
    panels: Mapping[str, str],
    breaks: Sequence[int],
    ground: Ground,
    words: Words,
) -> str:
    """The text of an SVG file: one map for each number named in `panels`, under its words; one alone has its numbers."""
    tokens = look()
    maps = {name: rows_of(table, "area", name) for name in panels}
    down, across = math.ceil(len(panels) / ACROSS), min(len(panels), ACROSS)
    with rc_context(SETTINGS):
        height = 1.7 + down * (INCH / across * _tall(ground) + 0.25)
        figure = Figure(figsize=(INCH, height), facecolor=tokens["ground"])
        FigureCanvasSVG(figure)
        for place, (name, said) in enumerate(panels.items()):
            axes = figure.add_subplot(down, across, place + 1)
            _draw_map(axes, maps[name], breaks, ground, tokens, has_numbers=len(panels) == 1)
            axes.set_title(said if len(panels) > 1 else "", fontsize=SMALL, color=tokens["ink"])
        every = [row for rows in maps.values() for row in rows]
        _write_around(
            figure, keys_of(every, breaks, tokens, table.mode == "exact", bool(ground.out)), words, tokens
        )
        text = StringIO()
        figure.savefig(text, format="svg", metadata={**NO_DETAILS, "Title": words.title})
    return text.getvalue()


def _tall(ground: Ground) -> float:
    """How high the map is for its width."""
    west, south, east, north = shapely.total_bounds([polygon(one) for one in ground.outlines.values()])
    return float((north - south) / max(east - west, 1e-9) / math.cos(math.radians((south + north) / 2)))


def _draw_map(
    axes: Axes, rows: list[Row], breaks: Sequence[int], ground: Ground, tokens: Look, has_numbers: bool
) -> None:
    shapes = {row.code: polygon(ground.outlines[row.code]) for row in rows if row.code in ground.outlines}
    west, south, east, north = shapely.total_bounds(list(shapes.values()))
    axes.set(xlim=(west, east), ylim=(south, north), aspect=1 / math.cos(math.radians((south + north) / 2)))
    axes.margins(0.02)
    axes.axis("off")
    for row in rows:
        if row.code in shapes:
            _draw_area(axes, row, shapes[row.code], breaks, tokens, has_numbers)
    for outline in ground.around.values():
        axes.add_patch(_patch(polygon(outline), fill=False, edgecolor=tokens["limit"], linewidth=0.8))
    for width, colour in ((3.0, tokens["ground"]), (1.5, tokens["cat2"])):
        for code in ground.out:
            if code in shapes:
                axes.add_patch(_patch(shapes[code], fill=False, edgecolor=colour, linewidth=width))


def _draw_area(
    axes: Axes, row: Row, shape: shapely.MultiPolygon, breaks: Sequence[int], tokens: Look, has_numbers: bool
) -> None:
    colour = colour_of(row, breaks, tokens)
    if is_hatched(row):
        axes.add_patch(
            _patch(shape, facecolor=colour, edgecolor=tokens["unknown"], hatch="////", linewidth=0)
        )
    axes.add_patch(
        _patch(
            shape, facecolor=colour, fill=not is_hatched(row), edgecolor=tokens["line_strong"], linewidth=0.4
        )
    )
    if row.value and has_numbers:
        point = shapely.point_on_surface(max(shape.geoms, key=lambda part: part.area))
        axes.text(
            point.x,
            point.y,
            row.printed,
            ha="center",
            va="center",
            fontsize=SMALL,
            color=text_on(colour),
            zorder=5,
        )


def _patch(shape: shapely.MultiPolygon, **style: Any) -> PathPatch:
    rings = [ring for part in shape.geoms for ring in (part.exterior, *part.interiors)]
    paths = [Path(list(ring.coords), closed=True) for ring in rings]
    return PathPatch(Path.make_compound_path(*paths), **style)


def _write_around(figure: Figure, keys: list[Class], words: Words, tokens: Look) -> None:
    """Title and subtitle above, the key and how the picture may be handled below."""
    height = figure.get_size_inches()[1]
    style: Any = {"color": tokens["muted"], "fontsize": SMALL, "wrap": True}
    figure.text(
        0.03, 1 - 0.12 / height, words.title, va="top", fontsize=13, weight="bold", color=tokens["ink"]
    )
    figure.text(0.03, 1 - 0.4 / height, words.subtitle, va="top", **style)
    figure.text(0.03, 0.1 / height, words.below, va="bottom", **style)
    figure.legend(
        handles=[_entry(one, tokens) for one in keys], loc="lower left", bbox_to_anchor=(0.02, 0.32 / height),
        ncols=5, frameon=False, fontsize=SMALL, labelcolor=tokens["ink"], handlelength=1.6, columnspacing=1.2,
    )  # fmt: skip
    figure.subplots_adjust(
        left=0.03, right=0.97, bottom=0.85 / height, top=1 - 0.8 / height, wspace=0.05, hspace=0.15
    )


def _entry(key: Class, tokens: Look) -> Patch:
    if key.colour == "hatched":
        return Patch(
            facecolor=tokens["land"],
            edgecolor=tokens["unknown"],
            hatch="/////",
            linewidth=0.4,
            label=key.words,
        )
    if key.colour == "outlined":
        return Patch(facecolor=tokens["ground"], edgecolor=tokens["cat2"], linewidth=1.5, label=key.words)
    colour = tokens["ground"] if key.colour == "open" else key.colour
    return Patch(facecolor=colour, edgecolor=tokens["line_strong"], linewidth=0.4, label=key.words)
