"""Combinations (an UpSet chart): a row for each, a dot for each part that is in it, and a bar for how many."""

from __future__ import annotations

from collections.abc import Sequence

from charts.frame import Drawing, Row, Sheet, hatched, rows_of, spoken, start, ticks, widest, write
from charts.tokens import Look
from disclosure import ProtectedTable

ROW, HEAD = 30, 48
DOT, BAR = 13, 18
MARK = 28


def draw(
    table: ProtectedTable,
    combination: str,
    number: str,
    sizes: ProtectedTable,
    part: str,
    look: Look,
    labels: dict[str, str],
    join: str = "+",
    width: float = 1302,
) -> Drawing:
    """`sizes` has how many each part has in all; a part that no row shown has is left out."""
    width = look.across(width)
    rows = rows_of(table, combination, number)
    within = {code for row in rows for code in row.code.split(join)}
    heads = [row for row in rows_of(sizes, part, number, labels) if row.code in within]
    middles, left = _columns(heads)
    sheet = start(look, HEAD + ROW * max(len(rows), 1) + 4, (0, 0, 0, 0))
    sheet.update_xaxes(range=[0, width], **ticks(look, [], []))
    sheet.update_yaxes(range=[HEAD + ROW * max(len(rows), 1) + 4, 0], **ticks(look, [], []))
    for head in heads:
        words = f"{head.label}<br><b>{head.printed}</b>"
        write(sheet, look, words, x=middles[head.code], y=0, yanchor="top")
    for place, row in enumerate(rows):
        _add_dots(sheet, look, row.code.split(join), middles, HEAD + ROW * (place + 0.5))
    _add_bars(sheet, look, rows, left, width)
    return Drawing(sheet, alt(rows, heads, join))


def _columns(heads: Sequence[Row]) -> tuple[dict[str, float], float]:
    """The middle of each part's column, as wide as its words, and where the bars begin."""
    middles, left = {}, 0.0
    for head in heads:
        wide = max(widest([head.label, f"<b>{head.printed}</b>"]) + 16, 60)
        middles[head.code] = left + wide / 2
        left += wide
    return middles, left + 8


def _add_dots(sheet: Sheet, look: Look, parts: list[str], middles: dict[str, float], y: float) -> None:
    within = [middles[code] for code in parts if code in middles]
    others = [x for code, x in middles.items() if code not in parts]
    line = {"color": look["accent"], "width": look.px(2)}
    for spots, colour, mode in ((others, "line", "markers"), (within, "accent", "lines+markers")):
        marker = {"size": look.px(DOT), "color": look[colour], "opacity": 1}
        sheet.add_scatter(x=spots, y=[y] * len(spots), mode=mode, marker=marker, line=line, hoverinfo="skip")


def _add_bars(sheet: Sheet, look: Look, rows: Sequence[Row], left: float, width: float) -> None:
    room = max(width - left - widest([f"<b>{row.printed}</b>" for row in rows]) - 12, 40)
    top = max((row.value or 0 for row in rows), default=0) or 1
    for place, row in enumerate(rows):
        y = HEAD + ROW * (place + 0.5)
        long = MARK if row.value is None else row.value / top * room
        marker = hatched(look) if row.value is None else {"color": look["accent"]}
        if long:
            sheet.add_bar(
                x=[long], base=[left], y=[y], width=BAR, orientation="h", marker=marker, hoverinfo="skip"
            )
        write(sheet, look, f"<b>{row.printed}</b>", x=left + long, y=y, xanchor="left", xshift=3)


def alt(rows: Sequence[Row], heads: Sequence[Row], join: str) -> str:
    """'Combinations. Behaviour and Health: 11; Health: 4.'"""
    words = {head.code: head.label for head in heads}
    said = "; ".join(
        f"{' and '.join(words.get(code, code) for code in row.code.split(join))}: {spoken(row.printed)}"
        for row in rows
    )
    return f"Combinations. {said}." if said else "Combinations: none."
