"""Two rows of shares that each make 100%: episodes above, children below, in the same bands."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from charts.frame import Drawing, Row, Sheet, bands, hatched, rows_of, start, ticks, widest, width_of, write
from charts.tokens import Look
from disclosure import ProtectedTable

ROW = 104
Bar = tuple[str, list[Row]]
Piece = tuple[str, float, float, str]  # of which bar, from where, how long, in which colour


def draw(
    table: ProtectedTable,
    dimension: str,
    bars: Sequence[tuple[str, str]],
    look: Look,
    labels: dict[str, str] | None = None,
    width: float = 545,
) -> Drawing:
    """One bar for each (printed name, number of the table in whole per cent), parted by a dimension.

    What is left beside withheld shares is hatched in one piece: it shows only that they are there.
    """
    width = look.across(width)
    parts = [(name, rows_of(table, dimension, number, labels)) for name, number in bars]
    left = widest([name for name, _ in bars]) + 12
    sheet = start(look, ROW * len(parts) + 6, (left, 4, 28, 4))
    sums = [sum(row.value or 0 for row in rows) for _, rows in parts]
    whole = max([100, *sums])
    sheet.update_xaxes(range=[0, whole], **ticks(look, [], []))
    sheet.update_yaxes(bands(look, [name for name, _ in parts], [name for name, _ in parts]))
    sheet.update_yaxes(range=[len(parts) - 0.62, -0.42])
    pixel = (width - left - 4) / whole
    pieces = [piece for name, rows in parts for piece in _pieces(name, rows, look)]
    if pieces:
        _add_pieces(sheet, look, pieces, {"color": [colour for *_, colour in pieces]})
    for name, start_at, share, colour in pieces:
        words = f"{share:.0f}%"
        if width_of(words) + 6 <= share * pixel:
            write(sheet, look, words, on=colour, x=start_at + share / 2, y=name)
    for name, rows in parts:
        _add_rest(sheet, look, name, rows, pixel)
    _add_heads(sheet, look, parts, pixel)
    return Drawing(sheet, alt(parts))


def _pieces(name: str, rows: list[Row], look: Look) -> list[Piece]:
    """The shown shares of one bar, one after the other."""
    starts = accumulate((row.value or 0 for row in rows), initial=0.0)
    shades = colours(look, len(rows))
    return [
        (name, base, row.value, colour)
        for row, base, colour in zip(rows, starts, shades, strict=False)
        if row.value
    ]


def _add_rest(sheet: Sheet, look: Look, name: str, rows: list[Row], pixel: float) -> None:
    """What is left of a bar with withheld shares, hatched in one piece."""
    base = sum(row.value or 0 for row in rows)
    if base >= 100 or all(row.value is not None for row in rows):
        return
    _add_pieces(sheet, look, [(name, base, 100 - base, "")], hatched(look))
    words = "withheld"
    if width_of(words) + 12 <= (100 - base) * pixel:
        write(sheet, look, words, "muted", x=base + (100 - base) / 2, y=name, bgcolor=look["ground"])


def colours(look: Look, count: int) -> list[str]:
    """So many class colours, spread over the five from low to high."""
    five = look.classes
    if count <= 1:
        return five[-1:] * count
    return [five[min(round(place * 4 / (count - 1)), 4)] for place in range(count)]


def _add_pieces(sheet: Sheet, look: Look, pieces: Sequence[Piece], marker: dict[str, object]) -> None:
    sheet.add_bar(
        x=[share for _, _, share, _ in pieces],
        base=[start for _, start, _, _ in pieces],
        y=[name for name, *_ in pieces],
        orientation="h",
        width=0.54,
        marker={"line": {"color": look["ground"], "width": 1.5}} | marker,
        hoverinfo="skip",
    )


def _add_heads(sheet: Sheet, look: Look, parts: Sequence[Bar], pixel: float) -> None:
    """The bands' names over the pieces of the first row that has them all; short of room, they are left out."""
    rows = parts[0][1]
    base, edge = 0.0, -1e9
    for row in rows:
        middle, half = (base + (row.value or 0) / 2) * pixel, width_of(row.label) / 2
        if row.value and middle - half > edge:
            place = {"xanchor": "center", "yref": "paper", "yanchor": "bottom", "y": 1, "yshift": 4}
            write(sheet, look, row.label, "muted", x=base + row.value / 2, **place)
            edge = middle + half + 8
        base += row.value or 0


def alt(parts: Sequence[Bar]) -> str:
    """Every share of every bar, in order."""
    said = [f"{name}: " + ", ".join(f"{row.label} {_spoken(row)}" for row in rows) for name, rows in parts]
    return f"Stacked bars. {'; '.join(said)}."


def _spoken(row: Row) -> str:
    return "withheld" if row.value is None else f"{row.value:.0f}%"
