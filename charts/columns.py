"""Series in columns, side by side: over periods, or over the parts of a breakdown."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from charts.frame import (
    Drawing,
    Sheet,
    grid,
    hatched,
    printed_tick,
    spoken,
    start,
    ticks,
    widest,
    width_of,
    wrap,
    write,
)
from charts.keys import Key, draw_key, key_height
from charts.steps import named_steps, overhang
from charts.tokens import Look

PLOT = 216
MARK = 14
LINE = 18
LINES = 3
MOST = 3
FEWEST = 10  # the top of the axis where nothing above 0 is shown
TOLD = 6  # so many columns are all told in the alternative text, of more the first and the last


@dataclass(frozen=True)
class Columns:
    """One series: its name, shown values (None is withheld) and printed strings.

    `accent` holds the places that the title speaks of (None: all); it counts where one series stands alone.
    """

    name: str
    values: Sequence[float | None]
    printed: Sequence[str]
    accent: Collection[int] | None = None


@dataclass(frozen=True)
class Place:
    """How the columns of one chart lie: pixels for each group, the width of one, the axis and a mark's height."""

    step: float
    wide: float
    top: float
    mark: float

    def x(self, at: int, series: int, of: int) -> float:
        return at + (series - (of - 1) / 2) * self.wide


def draw(
    series: Sequence[Columns],
    words: Sequence[str],
    look: Look,
    width: float = 640,
    unit: str = "",
    changes: Sequence[int] = (),
    changed: str = "Recording changed",
) -> Drawing:
    """Columns in groups, one group for each of `words`; a withheld one is a hatched mark of one size.

    Numbers stand on the columns where all of them have room, each with its `unit`. `changes` are the first places
    after what is `changed`: an ink line parts them from those before. ValueError for more than three series.
    """
    if len(series) > MOST:
        raise ValueError("Columns tell three series apart at most.")
    width = look.across(width)
    places = grid(max(_shown(series), default=0) or FEWEST)
    left = width_of(printed_tick(places[-1]) + unit) + 16
    room = (width - left - 8) / max(len(words), 1)
    printed = [_said(*pair, unit) for one in series for pair in zip(one.values, one.printed, strict=True)]
    is_numbered = widest(printed) <= 0.8 / max(len(series), 1) * room
    named, said = _named(words, room)
    right = max([8, *(overhang(said[-1], room) for _ in said[:1] if named[-1:] == [len(words) - 1])])
    keys = _keys(series, look, is_numbered)
    above = key_height(keys, width) + (LINE if changes else 0) + 12
    below = 16 + LINE * max((text.count("<br>") + 1 for text in said), default=1)
    sheet = start(look, PLOT + above + below, (left, right, above, below))
    draw_key(sheet, look, keys, width, left, LINE if changes else 0)
    top = max(places[-1] * 1.02, (max(_shown(series), default=0) * PLOT / (PLOT - 20)) if is_numbered else 0)
    place = Place(
        (width - left - right) / max(len(words), 1), 0.8 / max(len(series), 1), top, top * MARK / PLOT
    )
    _add_axes(sheet, look, (named, said, len(words)), [one for one in places if one <= top], place, unit)
    for at, (one, colours) in enumerate(zip(series, _colours(series, look), strict=False)):
        _add_series(sheet, look, one, colours, (at, len(series)), place)
        if is_numbered:
            _add_numbers(sheet, look, one, (at, len(series)), place, unit)
    _add_changes(sheet, look, changes, changed)
    return Drawing(sheet, alt(series, words, unit))


def _shown(series: Sequence[Columns]) -> list[float]:
    return [value for one in series for value in one.values if value is not None]


def _said(value: float | None, printed: str, unit: str) -> str:
    return printed if value is None else f"{printed}{unit}"


def _colours(series: Sequence[Columns], look: Look) -> list[tuple[str, str]]:
    """For each series the colour of what the title speaks of, and of the rest. A second one needs no colour."""
    if len(series) < 3:
        return [(look["accent"], look["context"]), (look["context"], look["context"])]
    return [(look[name], look[name]) for name in ("cat1", "cat2", "cat3")]


def _keys(series: Sequence[Columns], look: Look, is_numbered: bool) -> list[Key]:
    """Which series is which; a series alone needs no key, and marks with their symbols none either."""
    colours = _colours(series, look)
    keys = [Key(one.name, colour) for one, (colour, _) in zip(series, colours, strict=False)]
    is_withheld = any(value is None for one in series for value in one.values)
    hatch = [Key("withheld")] if is_withheld and not is_numbered else []
    return [*(keys if len(series) > 1 else []), *hatch]


def _named(words: Sequence[str], room: float) -> tuple[list[int], list[str]]:
    """Which groups are named and how: all, on up to three lines; where there is no room, some of them."""
    wrapped = [wrap(text, room - 8) for text in words]
    if widest(wrapped) + 8 <= room and all(text.count("<br>") < LINES for text in wrapped):
        return list(range(len(words))), wrapped
    named = named_steps(words, room)
    return named, [words[place] for place in named]


def _add_axes(
    sheet: Sheet,
    look: Look,
    named: tuple[list[int], list[str], int],
    places: list[float],
    place: Place,
    unit: str,
) -> None:
    sheet.update_yaxes(
        range=[0, place.top],
        showgrid=True,
        gridcolor=look["line"],
        **ticks(look, places, [f"{printed_tick(one)}{unit}" for one in places]),
    )
    sheet.update_xaxes(
        range=[-0.5, max(named[2], 1) - 0.5],
        showline=True,
        linecolor=look["line_strong"],
        **ticks(look, named[0], named[1]),
    )


def _add_series(
    sheet: Sheet, look: Look, one: Columns, colours: tuple[str, str], order: tuple[int, int], place: Place
) -> None:
    shown = [(at, value) for at, value in enumerate(one.values) if value]
    pointed = [pair for pair in shown if one.accent is None or pair[0] in one.accent]
    withheld = [(at, place.mark) for at, value in enumerate(one.values) if value is None]
    rest = [pair for pair in shown if pair not in pointed]
    solid = [{"color": colour, "line": {"width": 0}} for colour in colours]
    for pairs, marker in zip((pointed, rest, withheld), (*solid, hatched(look)), strict=True):
        if pairs:
            xs, ys = [place.x(at, *order) for at, _ in pairs], [height for _, height in pairs]
            sheet.add_bar(x=xs, y=ys, width=place.wide * 0.94, marker=marker, hoverinfo="skip")


def _add_numbers(
    sheet: Sheet, look: Look, one: Columns, order: tuple[int, int], place: Place, unit: str
) -> None:
    for at, (value, printed) in enumerate(zip(one.values, one.printed, strict=True)):
        height = place.mark if value is None else value
        said, colour = _said(value, printed, unit), "muted" if value == 0 else "ink"
        write(sheet, look, said, colour, x=place.x(at, *order), y=height, yanchor="bottom", yshift=1)


def _add_changes(sheet: Sheet, look: Look, changes: Sequence[int], changed: str) -> None:
    for at in changes:
        line = {"color": look["ink"], "width": 1.5}
        sheet.add_shape(type="line", x0=at - 0.5, x1=at - 0.5, yref="paper", y0=0, y1=1, line=line)
        place: dict[str, Any] = {"yref": "paper", "y": 1, "yanchor": "bottom", "yshift": 2}
        write(sheet, look, changed, x=at - 0.5, **place)


def alt(series: Sequence[Columns], words: Sequence[str], unit: str = "") -> str:
    """Each series column by column; of many columns the first, the last and how many are withheld."""
    return f"Columns. {'; '.join(_told(one, words, unit) for one in series if one.values)}."


def _told(one: Columns, words: Sequence[str], unit: str) -> str:
    said = [
        f"{word} {spoken(_said(value, printed, unit))}"
        for word, value, printed in zip(words, one.values, one.printed, strict=True)
    ]
    if len(said) <= TOLD:
        return f"{one.name}: {', '.join(said)}"
    withheld = sum(value is None for value in one.values)
    rest = f", {withheld} of {len(said)} withheld" if withheld else ""
    return f"{one.name}: {said[0]} to {said[-1]}{rest}"
