"""Horizontal bars with the number and its share at their ends."""

from __future__ import annotations

from collections.abc import Collection
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
    wrap,
    write,
)
from charts.tokens import Look
from disclosure import ProtectedTable

ROW, CLOSE = 42, 32
MANY = 10  # so many rows stand closer, to be seen together
LINE = 19
MARK = 28
NOT_KNOWN = ("unknown", "not_recorded", "not_applicable", "not_timed")
WITHOUT_LENGTH = (":", "z")


def draw(
    table: ProtectedTable,
    dimension: str,
    number: str,
    look: Look,
    labels: dict[str, str] | None = None,
    share: str = "",
    accent: Collection[str] | None = None,
    unknown: Collection[str] = NOT_KNOWN,
    width: float = 470,
) -> Drawing:
    """One bar for each row of a table, unknowns last under a dotted rule.

    `accent` holds the codes that the title speaks of (None: all), `share` names the number whose whole per
    cent stands beside the count. What is withheld is a hatched mark of one size. `width` in desk pixels.
    """
    width = look.across(width)
    rows = sorted(rows_of(table, dimension, number, labels), key=lambda row: row.code in unknown)
    shares = {row.code: row for row in rows_of(table, dimension, share)} if share else {}
    ends = {row.code: _end(row, shares.get(row.code)) for row in rows}
    words = [wrap(row.label, max(width * 0.4, 120)) for row in rows]
    left = widest(words) + 12
    right = widest(list(ends.values())) + 12
    top = max((row.value or 0 for row in rows), default=0) or 1
    tall = max(
        ROW if len(rows) < MANY else CLOSE,
        LINE * max((text.count("<br>") + 1 for text in words), default=1) + 4,
    )
    sheet = start(look, tall * max(len(rows), 1) + 12, (left, right, 4, 8))
    sheet.update_xaxes(range=[0, top], **ticks(look, [], []))
    sheet.update_yaxes(bands(look, [row.code for row in rows], words))
    mark = top * MARK / max(width - left - right, 120)
    _add_bars(sheet, look, rows, accent, unknown, mark)
    for row in rows:
        x = mark if _is_marked(row) else row.value or 0
        _add_end(sheet, look, row, x, ends[row.code])
    _add_rule(sheet, look, rows, unknown, left)
    return Drawing(sheet, alt(rows, shares))


def _end(row: Row, share: Row | None) -> str:
    if row.value is None or row.value == 0:
        return f"<b>{row.printed}</b>" if row.value is None else row.printed
    said = f"  {share.printed}%" if share and share.value is not None else ""
    return f"<b>{row.printed}</b>{said}"


def _is_marked(row: Row) -> bool:
    """Withheld, and so drawn as a mark; what is not available or does not apply has none."""
    return row.value is None and row.printed not in WITHOUT_LENGTH


def _add_bars(
    sheet: Sheet,
    look: Look,
    rows: list[Row],
    accent: Collection[str] | None,
    unknown: Collection[str],
    mark: float,
) -> None:
    """One trace for each way of drawing. Unknowns are hatched, but dotted where hatching says withheld."""
    is_any_withheld = any(_is_marked(row) for row in rows)
    shown = [row for row in rows if row.value]
    known = [row for row in shown if row.code not in unknown]
    pointed = [row for row in known if accent is None or row.code in accent]
    plain = [row for row in known if row not in pointed]
    groups: tuple[tuple[list[Row], dict[str, Any]], ...] = (
        (pointed, {"color": look["accent"]}),
        (plain, {"color": look["context"]}),
        ([row for row in shown if row.code in unknown], hatched(look, dots=is_any_withheld)),
    )
    for members, marker in groups:
        _add_trace(sheet, members, [row.value or 0 for row in members], marker)
    marked = [row for row in rows if _is_marked(row)]
    _add_trace(sheet, marked, [mark] * len(marked), hatched(look))


def _add_trace(sheet: Sheet, rows: list[Row], lengths: list[float], marker: dict[str, Any]) -> None:
    if rows:
        places = [band(row.code) for row in rows]
        sheet.add_bar(x=lengths, y=places, orientation="h", width=0.62, marker=marker, hoverinfo="skip")


def _add_end(sheet: Sheet, look: Look, row: Row, x: float, text: str) -> None:
    colour = "ink" if row.value != 0 else "muted"
    write(sheet, look, text, colour, x=x, y=band(row.code), xanchor="left", xshift=3)


def _add_rule(sheet: Sheet, look: Look, rows: list[Row], unknown: Collection[str], left: float) -> None:
    """A dotted rule above the first row that is not known, and the line that all bars start from."""
    sheet.add_shape(
        type="line",
        xref="x",
        yref="paper",
        x0=0,
        x1=0,
        y0=0,
        y1=1,
        line={"color": look["line_strong"], "width": 1},
    )
    first = next((place for place, row in enumerate(rows) if row.code in unknown), 0)
    if first:
        line = {"color": look["line_strong"], "width": 1, "dash": "dot"}
        sheet.add_shape(
            type="line", xref="paper", yref="y", x0=0, x1=1, y0=first - 0.5, y1=first - 0.5, line=line
        )


def alt(rows: list[Row], shares: dict[str, Row]) -> str:
    """'Bar chart of 6 rows. Children's home: 300, 32%; ...'"""
    parts = []
    for row in rows:
        share = shares.get(row.code)
        said = f", {share.printed}%" if row.value and share and share.value is not None else ""
        parts.append(f"{row.label}: {spoken(row.printed)}{said}")
    return f"Bar chart. {'; '.join(parts)}."
