"""Hours by weekdays in classes, and one row of either where the two together may not be shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from charts.frame import (
    Drawing,
    Row,
    Sheet,
    band,
    bands,
    hatched,
    rows_of,
    spoken,
    start,
    ticks,
    widest,
    write,
)
from charts.keys import Key, draw_key, key_height
from charts.tokens import Look
from disclosure import ProtectedTable

ROW, CLOSE = 34, 26
MANY = 12  # so many rows stand closer, to be seen together
STRIP = 46
GAPPED = 0.96
EDGE = 10  # room for half of the first column's word
LADDERS = ((10, 20, 30, 40), (10, 25, 50, 100), (10, 50, 100, 200), (10, 100, 250, 500), (10, 250, 500, 1000))


@dataclass(frozen=True)
class Class:
    """One class of numbers: from `low` up to but without `high` (None: no end), its colour and words."""

    low: float
    high: float | None
    colour: str
    words: str

    def holds(self, value: float) -> bool:
        return self.low <= value and (self.high is None or value < self.high)


def classes(look: Look, values: Sequence[float | None], given: tuple[int, ...] = ()) -> list[Class]:
    """Zero, and the breaks `given`, or fixed ones chosen by the largest shown number; 1 to 9 only where such are shown.

    No class where nothing is shown: a key to colours that are not there would be read as if they might be.
    """
    shown = [value for value in values if value is not None]
    top = max(shown, default=0)
    breaks = given or _ladder(top)
    colours = look.classes
    made = [Class(0, 0.5, look["land"], "0")] if 0 in shown else []
    if any(0.5 <= value < breaks[0] for value in shown):
        made.append(Class(0.5, breaks[0], colours[0], f"under {breaks[0]:,}"))
    if not top:
        return made
    ends = [*breaks[1:], None]
    for low, high, colour in zip(breaks, ends, colours[1:], strict=True):
        words = f"{low:,} or more" if high is None else f"{low:,} to {high - 1:,}"
        made.append(Class(low, high, colour, words))
    return made


def _ladder(top: float) -> tuple[int, ...]:
    return next((ladder for ladder in LADDERS if top < 2 * ladder[-1]), None) or _beyond(top)


def _beyond(top: float) -> tuple[int, ...]:
    """Breaks for numbers larger than the ladders foresee: doubled until they reach."""
    last: tuple[int, ...] = LADDERS[-1]
    while top >= 2 * last[-1]:
        last = (last[0], *(2 * step for step in last[1:]))
    return last


def draw(
    table: ProtectedTable,
    number: str,
    look: Look,
    rows: tuple[str, dict[str, str]],
    columns: tuple[str, dict[str, str]],
    every: int = 3,
    title: str = "Hour of the day, local time",
    width: float = 760,
    breaks: tuple[int, ...] = (),
) -> Drawing:
    """A grid of classes, `rows` and `columns` each a dimension with its codes and words in order.

    A withheld cell is hatched and in no class. `every` says how many columns share a printed word; `breaks` where the
    classes begin, where they are not chosen by the numbers.
    """
    width = look.across(width)
    down, across = list(rows[1]), list(columns[1])
    found = rows_of(table, rows[0], number)
    cells = [
        (down.index(row.code), across.index(x), row)
        for row, x in zip(found, table.labels(columns[0]), strict=True)
        if row.code in rows[1] and x in columns[1]
    ]
    left = widest(list(rows[1].values())) + 14
    tall = (ROW if len(down) < MANY else CLOSE) * len(down)
    sheet, _ = _grid(look, cells, [band(code) for code in down], left, tall, width, breaks)
    sheet.update_yaxes(bands(look, down, list(rows[1].values())))
    _number_columns(sheet, look, list(columns[1].values()), every, title)
    return Drawing(sheet, alt_of(cells, rows[1], columns[1]))


def draw_strip(
    table: ProtectedTable,
    dimension: str,
    number: str,
    look: Look,
    words: dict[str, str],
    every: int = 1,
    title: str = "",
    width: float = 760,
) -> Drawing:
    """One row of cells with their numbers printed inside where they fit: hours only, or weekdays only."""
    width, across = look.across(width), list(words)
    found = {row.code: row for row in rows_of(table, dimension, number)}
    cells = [(0, place, found[code]) for place, code in enumerate(across) if code in found]
    sheet, made = _grid(look, cells, ["all"], EDGE, STRIP, width)
    sheet.update_yaxes(bands(look, ["all"], [""]))
    _number_columns(sheet, look, list(words.values()), every, title)
    room = (width - 2 * EDGE) / max(len(across), 1)
    if widest([row.printed for _, _, row in cells]) <= room:
        for _, place, row in cells:
            print_inside(sheet, look, made, place, row)
    return Drawing(sheet, _alt_strip(cells, list(words.values())))


def _grid(
    look: Look,
    cells: list[tuple[int, int, Row]],
    down: list[str],
    left: float,
    height: float,
    width: float,
    breaks: tuple[int, ...] = (),
) -> tuple[Sheet, list[Class]]:
    made = classes(look, [row.value for _, _, row in cells], breaks)
    keys = (
        [Key("<10" if says_below(cells) else "withheld")] if any(r.value is None for *_, r in cells) else []
    )
    keys += [Key(one.words, one.colour) for one in made]
    top = key_height(keys, width)
    sheet = start(look, height + top + 50, (left, EDGE, top, 50))
    draw_key(sheet, look, keys, width, left)
    for one in made:
        chosen = [(y, x) for y, x, row in cells if row.value is not None and one.holds(row.value)]
        add_cells(sheet, chosen, down, {"color": one.colour})
    withheld = [(y, x) for y, x, row in cells if row.value is None]
    add_cells(sheet, withheld, down, hatch(look))
    return sheet, made


def says_below(cells: Sequence[tuple[int, float, Row]]) -> bool:
    return all(row.printed == "<10" for _, _, row in cells if row.value is None)


def hatch(look: Look) -> dict[str, Any]:
    """Hatching with a quiet outline: many such cells lie side by side."""
    marker = hatched(look)
    marker["line"] = {"color": look["line"], "width": 1}
    return marker


def add_cells(
    sheet: Sheet, cells: Sequence[tuple[int, float]], down: list[str], marker: dict[str, Any]
) -> None:
    """One horizontal bar for each cell; `base` leaves gaps, and a bar can be hatched where a heat map cannot."""
    if cells:
        sheet.add_bar(
            x=[GAPPED] * len(cells),
            base=[x + (1 - GAPPED) / 2 for _, x in cells],
            y=[down[y] for y, _ in cells],
            orientation="h",
            width=0.95,
            marker={"line": {"width": 0}, **marker},
            hoverinfo="skip",
        )


def _number_columns(sheet: Sheet, look: Look, words: list[str], every: int, title: str) -> None:
    named = list(range(0, len(words), every))
    at_edge = 0.0 if every > 1 else 0.5
    sheet.update_xaxes(
        range=[0, len(words)],
        ticks="outside" if every > 1 else "",
        ticklen=look.px(4),
        tickcolor=look["line_strong"],
        title={"text": title, "font": {**_font(look)}, "standoff": look.px(4)},
        **ticks(look, [place + at_edge for place in named], [words[place] for place in named]),
    )


def _font(look: Look) -> dict[str, Any]:
    return {"size": look.px(14), "color": look["muted"]}


def print_inside(
    sheet: Sheet, look: Look, made: list[Class], place: float, row: Row, down: str = "all"
) -> None:
    """The number of a cell, in the better of two colours; a withheld one on the ground, clear of its hatching."""
    value = row.value
    colour = None if value is None else next((one.colour for one in made if one.holds(value)), None)
    box = {"bgcolor": look["ground"]} if colour is None else {}
    write(sheet, look, row.printed, on=colour, x=place + 0.5, y=down, **box)


def alt_of(cells: list[tuple[int, int, Row]], rows: dict[str, str], columns: dict[str, str]) -> str:
    """Says the largest shown cell and how many are withheld; the table has them all."""
    shown = [(row.value, y, x, row) for y, x, row in cells if row.value is not None]
    said = f"{len(cells) - len(shown)} of {len(cells)} cells are withheld." if len(shown) < len(cells) else ""
    if not shown:
        return f"Grid of {len(rows)} rows and {len(columns)} columns. {said}".strip()
    top = max(shown, key=lambda one: one[0])
    where = f"{list(rows.values())[top[1]]}, {list(columns.values())[top[2]]}"
    return f"Grid of {len(rows)} rows and {len(columns)} columns. Highest: {where}, {top[3].printed}. {said}".strip()


def _alt_strip(cells: list[tuple[int, int, Row]], words: list[str]) -> str:
    if cells and all(row.value is None for _, _, row in cells):
        return f"Row of cells. All {len(cells)} are withheld."
    return f"Row of cells. {'; '.join(f'{words[x]}: {spoken(row.printed)}' for _, x, row in cells)}."
