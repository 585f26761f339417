"""A grid of areas by kinds: in each cell how many of how many, and what is there, tinted by the share of the two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from charts.frame import Drawing, Row, Sheet, band, bands, hatched, rows_of, start, ticks, widest, wrap, write
from charts.keys import Key, draw_key, key_height
from charts.tokens import Look
from disclosure import ProtectedTable

ROW, LINE = 44, 19
GAPPED = 0.97
NAMES = 0.16
BREAKS = (
    (0, 20, "under 20%"),
    (20, 40, "20% to 39%"),
    (40, 60, "40% to 59%"),
    (60, 80, "60% to 79%"),
    (80, 101, "80% or more"),
)
NO_SHARE = "share withheld"


@dataclass(frozen=True)
class Numbers:
    """The numbers of a table that make a cell: the part, the whole, and the share that tints it."""

    part: str
    whole: str
    share: str


@dataclass(frozen=True)
class Cell:
    """One cell: where it lies, its two lines, its share (None: withheld), and whether a part of it is."""

    down: int
    across: int
    part: str
    whole: str
    below: str
    share: float | None

    @property
    def words(self) -> str:
        of = "" if self.whole == "c" else f" of {self.whole}"
        return f"<b>{self.part}</b>{of}<br>{self.below}"


def draw(
    table: ProtectedTable,
    numbers: Numbers,
    below: Sequence[str],
    look: Look,
    rows: tuple[str, dict[str, str]],
    columns: tuple[str, dict[str, str]],
    width: float = 1302,
) -> Drawing:
    """`below` has the second line of each row of the table; a cell without a share is hatched and in no class."""
    width = look.across(width)
    down, across = list(rows[1]), list(columns[1])
    cells = _cells(table, numbers, below, rows, columns)
    left = min(widest(list(rows[1].values())), width * NAMES) + 16
    each = (width - left) / max(len(across), 1)
    heads = [wrap(words, each - 8) for words in columns[1].values()]
    tall = LINE * max((words.count("<br>") + 1 for words in heads), default=1) + 10
    keys = _keys(look, cells)
    top = key_height(keys, width) + tall
    sheet = start(look, ROW * len(down) + top + 6, (left, 2, top, 6))
    draw_key(sheet, look, keys, width, left, tall)
    _add_cells(sheet, look, cells, down)
    sheet.update_yaxes(bands(look, down, [wrap(words, width * NAMES) for words in rows[1].values()]))
    places = [place + 0.5 for place in range(len(across))]
    sheet.update_xaxes(range=[0, len(across)], side="top", **ticks(look, places, heads))
    for cell in cells:
        _print(sheet, look, cell, down)
    return Drawing(sheet, _alt(cells, list(rows[1].values()), list(columns[1].values())))


def _cells(
    table: ProtectedTable,
    numbers: Numbers,
    below: Sequence[str],
    rows: tuple[str, dict[str, str]],
    columns: tuple[str, dict[str, str]],
) -> list[Cell]:
    found = rows_of(table, rows[0], numbers.part)
    down, across = list(rows[1]), list(columns[1])
    told: list[tuple[Row, str, str, float | None, str]] = list(
        zip(
            found,
            table.labels(columns[0]),
            table.printed(numbers.whole),
            table.values(numbers.share),
            below,
            strict=True,
        )
    )
    return [
        Cell(down.index(row.code), across.index(code), row.printed, whole, words, share)
        for row, code, whole, share, words in told
        if row.code in rows[1] and code in columns[1]
    ]


def _colour(look: Look, share: float) -> str:
    place = next(place for place, (low, high, _) in enumerate(BREAKS) if low <= share < high)
    return look.classes[place]


def _keys(look: Look, cells: list[Cell]) -> list[Key]:
    """Only the classes that are drawn."""
    shares = [cell.share for cell in cells if cell.share is not None]
    keys = [
        Key(words, look.classes[place])
        for place, (low, high, words) in enumerate(BREAKS)
        if any(low <= share < high for share in shares)
    ]
    return [*keys, Key(NO_SHARE)] if len(shares) < len(cells) else keys


def _add_cells(sheet: Sheet, look: Look, cells: list[Cell], down: list[str]) -> None:
    """One horizontal bar for each cell of a class; `base` leaves gaps, and a bar can be hatched."""
    drawn = dict.fromkeys(_colour(look, cell.share) for cell in cells if cell.share is not None)
    for colour in drawn:
        chosen = [cell for cell in cells if cell.share is not None and _colour(look, cell.share) == colour]
        _add(sheet, chosen, down, {"color": colour, "line": {"width": 0}})
    marker = hatched(look)
    marker["line"] = {"color": look["line"], "width": 1}
    _add(sheet, [cell for cell in cells if cell.share is None], down, marker)


def _add(sheet: Sheet, cells: list[Cell], down: list[str], marker: dict[str, Any]) -> None:
    if cells:
        sheet.add_bar(
            x=[GAPPED] * len(cells),
            base=[cell.across + (1 - GAPPED) / 2 for cell in cells],
            y=[band(down[cell.down]) for cell in cells],
            orientation="h",
            width=0.94,
            marker=marker,
            hoverinfo="skip",
        )


def _print(sheet: Sheet, look: Look, cell: Cell, down: list[str]) -> None:
    colour = None if cell.share is None else _colour(look, cell.share)
    box = {"bgcolor": look["ground"]} if colour is None else {}
    write(sheet, look, cell.words, on=colour, x=cell.across + 0.5, y=band(down[cell.down]), **box)


def _alt(cells: list[Cell], rows: list[str], columns: list[str]) -> str:
    """Says how many cells have no share, and reads the first with the largest; the table has them all."""
    shown = [cell for cell in cells if cell.share is not None]
    hidden = (
        f" The share is withheld in {len(cells) - len(shown)} of {len(cells)} cells."
        if len(shown) < len(cells)
        else ""
    )
    said = f"Grid of {len(rows)} rows and {len(columns)} columns."
    if not shown:
        return f"{said}{hidden}"
    top = max(shown, key=lambda cell: cell.share or 0)
    return (
        f"{said} Largest share: {rows[top.down]}, {columns[top.across]}, {top.part} of {top.whole}.{hidden}"
    )
