"""What every chart has in common: the empty sheet, texts and their widths, hatching, keys and axes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from charts.tokens import FONT, Look, text_on
from disclosure import ProtectedTable

TEXT = 14
SMALLEST = 14
HATCH: dict[str, Any] = {"shape": "/", "size": 7, "solidity": 0.18}
DOTS: dict[str, Any] = {"shape": ".", "size": 6, "solidity": 0.3}

# No tool bar, no zoom, and nothing that sends a figure to another machine: a printed paper that happens to be live.
CONFIG: dict[str, Any] = {
    "staticPlot": True,
    "displayModeBar": False,
    "displaylogo": False,
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "modeBarButtonsToRemove": ["sendChartToCloud", "downloadJson"],
}
WIDE = frozenset("mwMWQO@%")
NARROW = frozenset("ijl.,:;'’|! ()ftr-")


class Sheet:
    """A figure under way, in Plotly's own words. Plotly itself checks every part again whenever one is added."""

    def __init__(self, layout: dict[str, Any]) -> None:
        self.data: list[dict[str, Any]] = []
        self.layout = {"annotations": [], "shapes": [], **layout}

    def add_bar(self, **trace: Any) -> None:
        self.data.append({"type": "bar", **trace})

    def add_scatter(self, **trace: Any) -> None:
        self.data.append({"type": "scatter", **trace})

    def add_shape(self, **shape: Any) -> None:
        self.layout["shapes"].append(shape)

    def add_annotation(self, **annotation: Any) -> None:
        self.layout["annotations"].append(annotation)

    def update_xaxes(self, axis: dict[str, Any] | None = None, **more: Any) -> None:
        self.layout["xaxis"] = {**self.layout["xaxis"], **(axis or {}), **more}

    def update_yaxes(self, axis: dict[str, Any] | None = None, **more: Any) -> None:
        self.layout["yaxis"] = {**self.layout["yaxis"], **(axis or {}), **more}


@dataclass(frozen=True)
class Drawing:
    """What was drawn, and the sentence that says the same to those who do not see it."""

    sheet: Sheet
    alt: str

    @property
    def figure(self) -> dict[str, Any]:
        """The drawing as Plotly in the browser takes it. Its words are checked by the tests of every chart: at each
        drawing the check takes longer than all the rest."""
        return {"data": self.sheet.data, "layout": self.sheet.layout}


@dataclass(frozen=True)
class Row:
    """One row of a table as it is drawn: its words, its number (None is withheld) and what is printed for it."""

    code: str
    label: str
    value: float | None
    printed: str


def rows_of(
    table: ProtectedTable, dimension: str, number: str, labels: dict[str, str] | None = None
) -> list[Row]:
    """The rows of a table in its own order; `labels` gives the words of the codes.

    TypeError for any other table: only what the rules have passed is drawn.
    """
    if not isinstance(table, ProtectedTable):
        raise TypeError("Only a ProtectedTable may be drawn.")
    words = labels or {}
    columns = (table.labels(dimension), table.values(number), table.printed(number))
    return [Row(code, words.get(code, code), value, said) for code, value, said in zip(*columns, strict=True)]


def start(look: Look, height: float, margin: tuple[float, float, float, float]) -> Sheet:
    """An empty sheet; `height` and `margin` (left, right, top, bottom) in pixels of the desk view."""
    left, right, top, bottom = margin
    axis = {"showgrid": False, "zeroline": False, "showline": False, "fixedrange": True, "ticks": ""}
    return Sheet(
        {
            "height": look.px(height),
            "margin": {
                "l": look.px(left),
                "r": look.px(right),
                "t": look.px(top),
                "b": look.px(bottom),
                "pad": 0,
                "autoexpand": False,
            },
            "font": font(look),
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "showlegend": False,
            "hovermode": False,
            "dragmode": False,
            "barmode": "overlay",
            "bargap": 0,
            "xaxis": axis,
            "yaxis": axis,
        }
    )


def font(look: Look, colour: str = "ink", size: float = TEXT) -> dict[str, Any]:
    """Plotly's words for our type; never under 14 pixels."""
    return {"family": FONT, "size": look.px(max(size, SMALLEST)), "color": look[colour]}


def ticks(
    look: Look, places: Sequence[float | str], words: Sequence[str], colour: str = "muted"
) -> dict[str, Any]:
    """An axis that prints these words at these places."""
    return {
        "tickmode": "array",
        "tickvals": list(places),
        "ticktext": list(words),
        "tickfont": font(look, colour),
        "ticklabelstandoff": int(look.px(6)),
        "tickangle": 0,
    }


def band(code: str) -> str:
    """A code as a place on a band axis: one that is a number would be taken for the number of a row."""
    return f"row {code}" if code.isdecimal() else code


def bands(look: Look, codes: Sequence[str], words: Sequence[str]) -> dict[str, Any]:
    """A band axis from the top down; by category, or '10-11' would be read as a date."""
    places = [band(code) for code in codes]
    return {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": places,
        "range": [max(len(codes), 1) - 0.5, -0.5],
        **ticks(look, places, words, "ink"),
    }


def write(sheet: Sheet, look: Look, text: str, colour: str = "ink", **place: Any) -> None:
    """One text; `xshift` and `yshift` in pixels of the desk view, no arrow. `on` is the colour it is printed on."""
    words = font(look, colour)
    if ground := place.pop("on", None):
        words["color"] = text_on(ground)
    for shift in ("xshift", "yshift"):
        place[shift] = look.px(place.get(shift, 0))
    sheet.add_annotation(text=text, showarrow=False, font=words, **place)


def width_of(text: str, size: float = TEXT) -> float:
    """About how wide a text is printed, in pixels of the desk view; a little too wide rather than too narrow."""
    plain = text.replace("<b>", "").replace("</b>", "")
    units = sum(0.92 if c in WIDE else 0.36 if c in NARROW else 0.68 if c.isupper() else 0.6 for c in plain)
    return units * size


def widest(texts: Sequence[str], size: float = TEXT) -> float:
    """The width of the widest text, 0 of none."""
    return max((max(width_of(line, size) for line in text.split("<br>")) for text in texts), default=0.0)


def wrap(text: str, room: float, size: float = TEXT) -> str:
    """The text with line breaks so that no line is wider than `room` pixels, words kept whole."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and width_of(f"{lines[-1]} {word}", size) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return "<br>".join(lines)


def nice_step(top: float, most: int = 4) -> float:
    """The smallest of 1, 2, 2.5 and 5 times a power of ten that reaches `top` in at most so many steps."""
    if top <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(top / most))
    return next(size * power for size in (1, 2, 2.5, 5, 10, 20) if size * power * most >= top)


def grid(top: float, most: int = 4) -> list[float]:
    """Round places from zero to at least `top`; only whole ones for small counts."""
    step = nice_step(top, most)
    if step == 2.5 and top > most:
        step = 5.0
    return [round(step * place, 6) for place in range(math.ceil(round(top / step, 6)) + 1)]


def grid_within(top: float, room: float, most: int = 6) -> list[float]:
    """Round places from zero to at least `top`, no more than have room for their words side by side."""
    for steps in range(most, 1, -1):
        places = grid(top, steps)
        if (widest([printed_tick(place) for place in places]) + 10) * (len(places) - 1) <= room:
            return places
    return grid(top, 1)


def printed_tick(value: float) -> str:
    """'1,200', '0.5'."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"


def hatched(look: Look, colour: str = "unknown", dots: bool = False) -> dict[str, Any]:
    """A bar's marker for what is withheld (lines) or not known (dots)."""
    pattern = {**(DOTS if dots else HATCH), "fgcolor": look[colour], "bgcolor": look["ground"]}
    pattern["size"] = look.px(pattern["size"])
    return {"color": look["ground"], "pattern": pattern, "line": {"color": look[colour], "width": 1}}


def hatch_path(width: float, height: float, gap: float = 7, x: float = 0, y: float = 0) -> str:
    """An outlined box of rising lines as a path in pixels, its lower left corner at x, y."""
    corners = ((0.0, 0.0), (0.0, height), (width, height), (width, 0.0), (0.0, 0.0))
    lines: list[tuple[tuple[float, float], ...]] = [corners]
    for offset in range(int(gap), int(width + height), int(gap)):
        aside = offset - height
        low, high = (max(aside, 0), max(-aside, 0)), (min(width, height + aside), min(height, width - aside))
        lines.append((low, high))
    return "".join("M" + "L".join(f"{px + x:g},{py + y:g}" for px, py in line) for line in lines)


def spoken(printed: str) -> str:
    """What is printed, its symbol in words."""
    words = {"<10": "fewer than 10", "c": "withheld", "z": "not applicable", ":": "not available"}
    return words.get(printed, printed)
