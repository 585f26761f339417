"""Areas side by side: a dot with its interval each, in alphabetical order, against one line for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from charts.frame import (
    Drawing,
    Row,
    Sheet,
    band,
    bands,
    grid_within,
    printed_tick,
    rows_of,
    start,
    ticks,
    widest,
    width_of,
    wrap,
    write,
)
from charts.tokens import Look
from disclosure import ProtectedTable

ROW, LINE = 29, 18
NAMES = 0.32  # names take so much of the width at most, and are broken into lines
COUNT = "children"
NOT_KNOWN = ("unknown", "not_recorded", "not_applicable")
NO_BREAK = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True)
class Whole:
    """The line that areas are set against: 'Eldermere', 59.7, and how the number is printed."""

    name: str
    value: float
    printed: str


@dataclass(frozen=True)
class Spread:
    """One area as it is drawn: its row, the ends of its interval as numbers and as printed, or why there is none."""

    row: Row
    low: float | None
    high: float | None
    printed: str
    withheld: str = ""

    def misses(self, value: float | None) -> bool:
        """Whether the interval holds clear of a number."""
        if value is None or self.low is None or self.high is None:
            return False
        return not self.low <= value <= self.high


def spreads_of(
    table: ProtectedTable,
    number: str,
    ends: Sequence[tuple[float, float] | None],
    labels: dict[str, str],
    dimension: str,
) -> list[Spread]:
    """The rows with their intervals, whose ends are printed whole; areas in alphabetical order."""
    made = []
    rows = rows_of(table, dimension, number, labels)
    counts = table.printed(COUNT) if COUNT in table.numbers else [row.printed for row in rows]
    for row, end, count in zip(rows, ends, counts, strict=True):
        if row.value is None or end is None:
            made.append(Spread(row, None, None, "", _why(row.printed, count)))
        else:
            low, high = (float(f"{one:.0f}") for one in end)
            words = f"({low:,.0f}{NO_BREAK}to{NO_BREAK}{high:,.0f})"
            made.append(Spread(row, low, high, words))
    return sorted(
        made, key=lambda one: (one.row.code in NOT_KNOWN, one.row.label if dimension == "area" else "")
    )


def _why(printed: str, count: str) -> str:
    """Why a row has no number: a rate is withheld with the children that it counts."""
    if printed == ":":
        return "not available"
    return "withheld: fewer than 10 children" if "<10" in (printed, count) else "withheld"


def draw(
    table: ProtectedTable,
    number: str,
    ends: Sequence[tuple[float, float] | None],
    look: Look,
    labels: dict[str, str],
    whole: Whole | None = None,
    dimension: str = "area",
    decimals: int = 1,
    width: float = 600,
    unit: str = "",
) -> Drawing:
    """Dots and intervals; `ends` holds the interval of each row of the table, None where it is withheld.

    Accent only where an interval misses the line of the whole. Intervals are drawn as they are printed.
    What is not known stands last. `width` in desk pixels.
    """
    spreads = spreads_of(table, number, ends, labels, dimension)
    printed = {one.row.code: _printed(one, decimals, unit) for one in spreads}
    words = [wrap(one.row.label, look.across(width) * NAMES) for one in spreads]
    left = widest(words) + 22
    right = widest(list(printed.values())) + 20
    tops = [one.high or 0 for one in spreads] + [whole.value if whole else 0]
    room = max(look.across(width) - left - right, 100)
    places = grid_within(max(tops) or 1, room)
    reach = max(max(tops) * 1.04, places[-2] if len(places) > 1 else 1)
    top = 30 if whole else 8
    tall = max(ROW, LINE * max((text.count("<br>") + 1 for text in words), default=1) + 4)
    sheet = start(look, tall * max(len(spreads), 1) + top + 36, (left, right, top, 36))
    sheet.update_yaxes(bands(look, [one.row.code for one in spreads], words))
    sheet.update_yaxes(ticklabelstandoff=int(look.px(12)))  # clear of a dot at zero
    sheet.update_xaxes(
        range=[0, reach],
        showline=True,
        linecolor=look["line_strong"],
        ticks="outside",
        ticklen=look.px(4),
        tickcolor=look["line_strong"],
        **ticks(look, places, [printed_tick(place) for place in places]),
    )
    _add_whole(sheet, look, whole)
    for one in spreads:
        beside = _beside(one.withheld, whole.value / reach if whole else 1, room)
        _add_words(sheet, look, one, printed[one.row.code], beside)
    line = whole.value if whole else None
    drawn = [one for one in spreads if one.low is not None]
    for misses, colour in ((False, look["context"]), (True, look["accent"])):
        _add_dots(sheet, look, [one for one in drawn if one.misses(line) == misses], colour)
    order = "Areas in alphabetical order" if dimension == "area" else "Rows"
    return Drawing(sheet, alt(spreads, whole, decimals, unit, order))


def _beside(words: str, line: float, room: float) -> float:
    """Where words start so that they clear the line of the whole, as a part of the plot: at its left end or after it."""
    part = (width_of(words) + 12) / room
    return 0.0 if part <= line or part > 1 - line else line


def _printed(one: Spread, decimals: int, unit: str) -> str:
    if one.row.value is None:
        return ""
    return f"<b>{one.row.value:,.{decimals}f}{unit}</b>  {one.printed}"


def _add_whole(sheet: Sheet, look: Look, whole: Whole | None) -> None:
    if whole is None:
        return
    line = {"color": look["muted"], "width": 1.5}
    sheet.add_shape(type="line", x0=whole.value, x1=whole.value, yref="paper", y0=0, y1=1, line=line)
    words = f"{whole.name} {whole.printed}"
    write(sheet, look, words, "muted", x=whole.value, yref="paper", y=1, yanchor="bottom", yshift=2)


def _add_words(sheet: Sheet, look: Look, one: Spread, printed: str, beside: float) -> None:
    """A quiet rule and the words of a row; a withheld row says so, `beside` the line."""
    code = band(one.row.code)
    rule = {"color": look["line"], "width": 1}
    sheet.add_shape(type="line", xref="paper", x0=0, x1=1, y0=code, y1=code, line=rule, layer="below")
    if printed:
        write(sheet, look, printed, xref="paper", x=1, xanchor="left", xshift=10, y=code)
    else:
        place = {"xref": "paper", "xanchor": "left", "xshift": 6, "bgcolor": look["ground"]}
        write(sheet, look, one.withheld, "muted", x=beside, y=code, **place)


def _add_dots(sheet: Sheet, look: Look, spreads: list[Spread], colour: str) -> None:
    """Intervals and dots of one colour; a null parts one interval from the next."""
    if not spreads:
        return
    places = [band(one.row.code) for one in spreads]
    ends = [end for one in spreads for end in (one.low, one.high, None)]
    rows = [place for code in places for place in (code, code, None)]
    sheet.add_scatter(x=ends, y=rows, mode="lines", line={"color": colour, "width": look.px(3)})
    marker = {"color": colour, "size": look.px(11), "line": {"color": look["ground"], "width": 1.5}}
    values = [one.row.value for one in spreads]
    sheet.add_scatter(x=values, y=places, mode="markers", marker=marker, cliponaxis=False)


def alt(
    spreads: list[Spread],
    whole: Whole | None,
    decimals: int = 1,
    unit: str = "",
    order: str = "Areas in alphabetical order",
) -> str:
    """Every area, or other row, with its number and interval, and the line they are set against."""
    said = [
        f"{one.row.label}: {one.row.value:,.{decimals}f}{unit} {one.printed}"
        if one.row.value is not None
        else f"{one.row.label}: {one.withheld}"
        for one in spreads
    ]
    line = f" Line: {whole.name}, {whole.printed}." if whole else ""
    return f"{order}, with intervals. {'; '.join(said)}.{line}"
