"""The map of areas as a picture for documents: vectors, in the same classes and words, drawn without a browser."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import shapely
from matplotlib.axes import Axes
from matplotlib.patches import Patch

from charts.frame import Row, rows_of
from charts.ground import Class, polygon
from charts.paper import INCH, SMALL, Words, fit, page, patch, tall, text_of, write_around
from charts.places import Ground, colour_of, is_hatched, keys_of
from charts.tokens import Look, look, text_on
from disclosure import ProtectedTable

ACROSS = 4  # maps side by side


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
    with page(down * (INCH / across * tall(ground.extent) + 0.25), words, tokens) as figure:
        for place, (name, said) in enumerate(panels.items()):
            axes = figure.add_subplot(down, across, place + 1)
            _draw_map(axes, maps[name], breaks, ground, tokens, has_numbers=len(panels) == 1)
            axes.set_title(said if len(panels) > 1 else "", fontsize=SMALL, color=tokens["ink"])
        every = [row for rows in maps.values() for row in rows]
        keys = keys_of(every, breaks, tokens, table.mode == "exact", bool(ground.out))
        write_around(figure, [_entry(one, tokens) for one in keys], words, tokens)
        return text_of(figure, words.title)


def _draw_map(
    axes: Axes, rows: list[Row], breaks: Sequence[int], ground: Ground, tokens: Look, has_numbers: bool
) -> None:
    shapes = {row.code: polygon(ground.outlines[row.code]) for row in rows if row.code in ground.outlines}
    fit(axes, [polygon(one) for one in ground.extent])
    for row in rows:
        if row.code in shapes:
            _draw_area(axes, row, shapes[row.code], breaks, tokens, has_numbers)
    for outline in ground.around.values():
        axes.add_patch(patch(polygon(outline), fill=False, edgecolor=tokens["limit"], linewidth=0.8))
    for width, colour in ((3.0, tokens["ground"]), (1.5, tokens["cat2"])):
        for code in ground.out:
            if code in shapes:
                axes.add_patch(patch(shapes[code], fill=False, edgecolor=colour, linewidth=width))


def _draw_area(
    axes: Axes, row: Row, shape: shapely.MultiPolygon, breaks: Sequence[int], tokens: Look, has_numbers: bool
) -> None:
    colour = colour_of(row, breaks, tokens)
    if is_hatched(row):
        axes.add_patch(patch(shape, facecolor=colour, edgecolor=tokens["unknown"], hatch="////", linewidth=0))
    axes.add_patch(
        patch(
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
