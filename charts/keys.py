"""The key above a chart: swatches of a fixed size and their words, in lines that fit."""

from __future__ import annotations

from dataclasses import dataclass

from charts.frame import Sheet, hatch_path, width_of, write
from charts.tokens import Look

SWATCH = (22, 13)
LINE = 24
GAP = 18


@dataclass(frozen=True)
class Key:
    """One entry: a colour, or none for what is withheld, and its words."""

    words: str
    colour: str | None = None


def key_lines(keys: list[Key], room: float) -> list[list[tuple[float, Key]]]:
    """The entries with their left edges, in as many lines as `room` pixels need."""
    lines: list[list[tuple[float, Key]]] = [[]]
    edge = 0.0
    for key in keys:
        wide = SWATCH[0] + 6 + width_of(key.words)
        if lines[-1] and edge + wide > room:
            lines.append([])
            edge = 0.0
        lines[-1].append((edge, key))
        edge += wide + GAP
    return lines


def key_height(keys: list[Key], room: float) -> float:
    """How much room above the chart the key takes, in pixels of the desk view; none for no entries."""
    if not keys:
        return 0.0
    return LINE * len(key_lines(keys, room)) + 12


def draw_key(sheet: Sheet, look: Look, keys: list[Key], room: float, left: float, above: float = 0) -> None:
    """Draw the key at the top left of the sheet, `left` pixels to the left of the plot and `above` its other words."""
    for line, entries in enumerate(reversed(key_lines(keys, room))):
        for edge, key in entries:
            draw_swatch(sheet, look, key, edge - left, 12 + above + LINE * line)


def draw_swatch(sheet: Sheet, look: Look, key: Key, x: float, y: float) -> None:
    """One swatch and its words, x and y in pixels from the plot's upper left corner."""
    width, height = (look.px(size) for size in SWATCH)
    place = {
        "xref": "paper",
        "yref": "paper",
        "xsizemode": "pixel",
        "ysizemode": "pixel",
        "xanchor": 0,
        "yanchor": 1,
    }
    if key.colour is None:
        path = hatch_path(width, height, look.px(6), look.px(x), look.px(y))
        sheet.add_shape(type="path", path=path, line={"color": look["unknown"], "width": 1}, **place)
    else:
        corners = {"x0": look.px(x), "x1": look.px(x) + width, "y0": look.px(y), "y1": look.px(y) + height}
        outline = {"color": look["line_strong"], "width": 1}
        sheet.add_shape(type="rect", fillcolor=key.colour, line=outline, **corners, **place)
    write(
        sheet,
        look,
        key.words,
        xref="paper",
        yref="paper",
        x=0,
        y=1,
        xanchor="left",
        yanchor="middle",
        xshift=x + SWATCH[0] + 6,
        yshift=y + SWATCH[1] / 2,
    )
