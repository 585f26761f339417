"""What every picture for documents has in common: a page of vectors, drawn without a browser, and the words around it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from textwrap import wrap
from typing import Any

import shapely
from matplotlib import rc_context
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from charts.ground import Outline, polygon
from charts.tokens import Look

INCH = 7.2  # the width of the text of an A4 page, nearly
SMALL = 8.0
LINE, WIDE = 0.16, 104  # of small type: the height in inches, and the letters that are sure to have room
ABOVE, KEY = 0.8, 0.45  # inches of the title with its subtitle, and of the key
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


@contextmanager
def page(height: float, words: Words, look: Look) -> Iterator[Figure]:
    """An empty page, as wide as a text is; `height` in inches without what stands around."""
    with rc_context(SETTINGS):
        figure = Figure(figsize=(INCH, ABOVE + height + _below(words)), facecolor=look["ground"])
        FigureCanvasSVG(figure)
        yield figure


def text_of(figure: Figure, title: str) -> str:
    """The text of an SVG file."""
    text = StringIO()
    figure.savefig(text, format="svg", metadata={**NO_DETAILS, "Title": title})
    return text.getvalue()


def tall(outlines: Sequence[Outline]) -> float:
    """How high a map of these is for its width."""
    west, south, east, north = shapely.total_bounds([polygon(one) for one in outlines])
    return float((north - south) / max(east - west, 1e-9) / math.cos(math.radians((south + north) / 2)))


def fit(axes: Axes, shapes: Sequence[shapely.MultiPolygon]) -> None:
    """Show all of the shapes, as wide as high on the ground."""
    west, south, east, north = shapely.total_bounds(list(shapes))
    axes.set(xlim=(west, east), ylim=(south, north), aspect=1 / math.cos(math.radians((south + north) / 2)))
    axes.margins(0.02)
    axes.axis("off")


def patch(shape: shapely.MultiPolygon, **style: Any) -> PathPatch:
    """A shape in Matplotlib's words."""
    rings = [ring for part in shape.geoms for ring in (part.exterior, *part.interiors)]
    paths = [Path(list(ring.coords), closed=True) for ring in rings]
    return PathPatch(Path.make_compound_path(*paths), **style)


def write_around(figure: Figure, key: Sequence[Artist], words: Words, tokens: Look) -> None:
    """Title and subtitle above, the key and how the picture may be handled below."""
    height = figure.get_size_inches()[1]
    style: Any = {"color": tokens["muted"], "fontsize": SMALL, "wrap": True}
    figure.text(
        0.03, 1 - 0.12 / height, words.title, va="top", fontsize=13, weight="bold", color=tokens["ink"]
    )
    figure.text(0.03, 1 - 0.4 / height, words.subtitle, va="top", **style)
    figure.text(0.03, 0.1 / height, "\n".join(_lines(words)), va="bottom", **style)
    at = (0.02, (0.05 + LINE * len(_lines(words))) / height)
    figure.legend(
        handles=list(key), loc="lower left", bbox_to_anchor=at,
        ncols=5, frameon=False, fontsize=SMALL, labelcolor=tokens["ink"], handlelength=1.6, columnspacing=1.2,
    )  # fmt: skip
    figure.subplots_adjust(
        left=0.03, right=0.97, bottom=_below(words) / height, top=1 - ABOVE / height, wspace=0.05, hspace=0.15
    )


def _lines(words: Words) -> list[str]:
    """The words below, broken to the width of the page."""
    return [part for line in words.below.split("\n") for part in wrap(line, WIDE) or [""]]


def _below(words: Words) -> float:
    return 0.1 + LINE * len(_lines(words)) + KEY
