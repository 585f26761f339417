"""The map of journeys as a picture for documents: the same lines, classes and words as on screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import shapely
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon

from charts import journeys
from charts.ground import Class, middle, polygon
from charts.paper import INCH, SMALL, Words, fit, page, patch, tall, text_of, write_around
from charts.tokens import Look, look
from disclosure import ProtectedTable

POINTS = 0.5  # of type, for each pixel of a line on screen


def draw(
    table: ProtectedTable,
    breaks: Sequence[int],
    ground: journeys.Ground,
    words: Words,
    labels: Mapping[str, str],
) -> str:
    """The text of an SVG file: areas with their names, and the lines that the screen shows, with their numbers."""
    tokens = look()
    shapes = {code: polygon(one) for code, one in ground.outlines.items()}
    lines, least = journeys.drawn_lines(table, breaks, shapes)
    with page(INCH * tall(list(ground.outlines.values())), words, tokens) as figure:
        axes = figure.add_subplot(1, 1, 1)
        fit(axes, list(shapes.values()))
        _draw_areas(axes, shapes, ground, tokens)
        _draw_lines(axes, lines, breaks, shapes, tokens)
        for code, shape in shapes.items():
            _write(axes, middle(shape), labels.get(code, code), tokens)
        write_around(figure, [_entry(one, tokens) for one in journeys.keys_of(breaks, least)], words, tokens)
        return text_of(figure, words.title)


def _draw_areas(
    axes: Axes, shapes: Mapping[str, shapely.MultiPolygon], ground: journeys.Ground, tokens: Look
) -> None:
    few = len(ground.chosen) < len(shapes)
    for code, shape in shapes.items():
        fill = tokens.classes[0] if few and code in ground.chosen else tokens["land"]
        axes.add_patch(patch(shape, facecolor=fill, edgecolor=tokens["line_strong"], linewidth=0.4))
    for outline in ground.around.values():
        axes.add_patch(patch(polygon(outline), fill=False, edgecolor=tokens["limit"], linewidth=0.8))


def _draw_lines(
    axes: Axes,
    lines: Sequence[journeys.Line],
    breaks: Sequence[int],
    shapes: Mapping[str, shapely.MultiPolygon],
    tokens: Look,
) -> None:
    paths = {line: journeys.path_of(line, shapes) for line in lines}
    for line, path in paths.items():
        axes.plot(
            *path.T,
            color=tokens["accent"],
            linewidth=POINTS * journeys.WIDTHS[journeys.class_of(line, breaks)],
            solid_capstyle="round",
        )
        corners = journeys.arrow_of(path, journeys.arrow_size(line, breaks, shapes))
        axes.add_patch(Polygon(corners, facecolor=tokens["accent"], linewidth=0, zorder=3))
    for line, at in journeys.number_places(paths, shapes).items():
        _write(axes, at, line.printed, tokens)


def _write(axes: Axes, at: Sequence[float], text: str, tokens: Look) -> None:
    strip = {"facecolor": tokens["ground"], "alpha": 0.75, "linewidth": 0, "pad": 0.8}
    axes.text(
        at[0],
        at[1],
        text,
        ha="center",
        va="center",
        fontsize=SMALL,
        weight="bold",
        color=tokens["ink"],
        zorder=5,
        bbox=strip,
    )


def _entry(key: Class, tokens: Look) -> Artist:
    width = float(key.colour.removesuffix("px") or 0)
    return Line2D([], [], color=tokens["accent"], linewidth=POINTS * width, label=key.words)
