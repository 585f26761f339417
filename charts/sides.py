"""Two columns of horizontal bars over the same rows: side by side, or back to back as an age pyramid."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from charts.bars import NOT_KNOWN, WITHOUT_LENGTH
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
    wrap,
    write,
)
from charts.tokens import Look
from disclosure import ProtectedTable

ROW, HEAD, LINE, MARK, GAP = 32, 26, 19, 28, 18


@dataclass(frozen=True)
class Side:
    """One column: its printed name, its number, and the number of the table that is its share in per cent."""

    name: str
    number: str
    share: str = ""


@dataclass(frozen=True)
class Bar:
    """One bar as it is drawn, in pixels of the desk view from the left of the plot."""

    row: Row
    start: float
    length: float
    text: str


def draw(
    table: ProtectedTable,
    dimension: str,
    sides: Sequence[Side],
    look: Look,
    labels: dict[str, str],
    is_grey: bool = False,
    is_mirrored: bool = False,
    unknown: Collection[str] = NOT_KNOWN,
    width: float = 600,
) -> Drawing:
    """Two bars for each row on one scale; unknowns last under a dotted rule.

    `is_grey` draws no row to be looked at before another; `is_mirrored` sets the sides back to back.
    """
    width = look.across(width)
    columns = [_ordered(rows_of(table, dimension, side.number, labels), unknown) for side in sides]
    shares = [
        {row.code: row for row in rows_of(table, dimension, side.share)} if side.share else {}
        for side in sides
    ]
    words = [wrap(row.label, max(width * 0.3, 110)) for row in columns[0]]
    left = widest(words) + 12
    tall = max(ROW, LINE * max((text.count("<br>") + 1 for text in words), default=1) + 4)
    sheet = start(look, tall * max(len(words), 1) + HEAD + 8, (left, 4, HEAD, 4))
    room = width - left - 4
    sheet.update_xaxes(range=[0, room], **ticks(look, [], []))
    sheet.update_yaxes(bands(look, [row.code for row in columns[0]], words))
    bars = _bars(columns, shares, room, is_mirrored)
    is_any_withheld = any(row.value is None for column in columns for row in column)
    for side, column in zip(sides, bars, strict=True):
        _add_column(sheet, look, column, is_grey, unknown, is_any_withheld)
        _add_head(sheet, look, side.name, column, is_mirrored and side is sides[0])
    _add_rule(sheet, look, columns[0], unknown)
    return Drawing(sheet, alt(sides, bars))


def _ordered(rows: list[Row], unknown: Collection[str]) -> list[Row]:
    return sorted(rows, key=lambda row: row.code in unknown)


def _bars(
    columns: list[list[Row]],
    shares: list[dict[str, Row]],
    room: float,
    is_mirrored: bool,
) -> list[list[Bar]]:
    texts = [
        [_end(row, of.get(row.code)) for row in column] for column, of in zip(columns, shares, strict=True)
    ]
    ends = widest([text for column in texts for text in column]) + 12
    half = (room - GAP) / 2
    long = max(half - ends, 40)
    top = max((row.value or 0 for column in columns for row in column), default=0) or 1
    made: list[list[Bar]] = []
    for place, column in enumerate(columns):
        begin = half if is_mirrored else place * (half + GAP)
        lengths = [_length(row, long / top) for row in column]
        backward = is_mirrored and place == 0
        made.append(
            [
                Bar(row, begin, -length if backward else length, text)
                for row, length, text in zip(column, lengths, texts[place], strict=True)
            ]
        )
    return made


def _length(row: Row, scale: float) -> float:
    if row.value is None:
        return 0.0 if row.printed in WITHOUT_LENGTH else MARK
    return row.value * scale


def _end(row: Row, share: Row | None) -> str:
    said = f"  {share.printed}%" if row.value and share and share.value is not None else ""
    return f"<b>{row.printed}</b>{said}" if row.value != 0 else row.printed


def _add_column(
    sheet: Sheet,
    look: Look,
    column: list[Bar],
    is_grey: bool,
    unknown: Collection[str],
    is_any_withheld: bool,
) -> None:
    for bar in column:
        if bar.length:
            _add_bar(sheet, bar, _marker(look, bar.row, is_grey, unknown, is_any_withheld))
        place: dict[str, Any] = {"xanchor": "left", "xshift": 3}
        if any(one.length < 0 for one in column):
            place = {"xanchor": "right", "xshift": -3}
        colour = "ink" if bar.row.value != 0 else "muted"
        write(sheet, look, bar.text, colour, x=bar.start + bar.length, y=band(bar.row.code), **place)
    at = column[0].start if column else 0.0
    line = {"color": look["line_strong"], "width": 1}
    sheet.add_shape(type="line", xref="x", yref="paper", x0=at, x1=at, y0=0, y1=1, line=line)


def _marker(
    look: Look, row: Row, is_grey: bool, unknown: Collection[str], is_any_withheld: bool
) -> dict[str, Any]:
    if row.value is None:
        return hatched(look)
    if row.code in unknown:
        return hatched(look, dots=is_any_withheld)
    return {"color": look["context" if is_grey else "accent"]}


def _add_bar(sheet: Sheet, bar: Bar, marker: dict[str, Any]) -> None:
    sheet.add_bar(
        x=[abs(bar.length)],
        base=[min(bar.start, bar.start + bar.length)],
        y=[band(bar.row.code)],
        orientation="h",
        width=0.62,
        marker=marker,
        hoverinfo="skip",
    )


def _add_head(sheet: Sheet, look: Look, name: str, column: list[Bar], is_backward: bool) -> None:
    at = column[0].start if column else 0.0
    place: dict[str, Any] = (
        {"xanchor": "right", "xshift": -6} if is_backward else {"xanchor": "left", "xshift": 3}
    )
    write(sheet, look, f"<b>{name}</b>", x=at, y=1, yref="paper", yanchor="bottom", yshift=2, **place)


def _add_rule(sheet: Sheet, look: Look, rows: list[Row], unknown: Collection[str]) -> None:
    first = next((place for place, row in enumerate(rows) if row.code in unknown), 0)
    if first:
        line = {"color": look["line_strong"], "width": 1, "dash": "dot"}
        y = first - 0.5
        sheet.add_shape(type="line", xref="paper", yref="y", x0=0, x1=1, y0=y, y1=y, line=line)


def alt(sides: Sequence[Side], bars: list[list[Bar]]) -> str:
    """'Two columns of bars. Group 1: 18 to 24, 35; ... Group 2: ...'"""
    said = []
    for side, column in zip(sides, bars, strict=True):
        parts = [f"{bar.row.label}, {spoken(bar.row.printed)}" for bar in column]
        said.append(f"{side.name}: {'; '.join(parts)}.")
    return f"Two columns of bars. {' '.join(said)}"
