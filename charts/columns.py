"""Two or three series in columns, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from charts.control import named_steps
from charts.frame import Drawing, Sheet, grid, hatched, printed_tick, start, ticks, width_of, write
from charts.keys import Key, draw_key, key_height
from charts.tokens import Look

HEIGHT = 250
MARK = 14
FEWEST = 10  # the top of the axis where nothing above 0 is shown
COLOURS = ("cat1", "cat2", "cat3")


@dataclass(frozen=True)
class Columns:
    """One series: its name, shown values (None is withheld) and printed strings."""

    name: str
    values: Sequence[float | None]
    printed: Sequence[str]


def draw(series: Sequence[Columns], words: Sequence[str], look: Look, width: float = 640) -> Drawing:
    """Columns in groups, one group for each of `words`; a withheld one is a hatched mark of one size.

    Numbers stand on the columns where all of them have room.
    """
    shown = [value for one in series for value in one.values if value is not None]
    places = grid(max(shown, default=0) or FEWEST)
    left = width_of(printed_tick(places[-1])) + 16
    keys = [Key(one.name, look[colour]) for one, colour in zip(series, COLOURS, strict=False)]
    if len(shown) < sum(len(one.values) for one in series):
        keys.append(Key("withheld"))
    top = key_height(keys, width) + 8
    sheet = start(look, HEIGHT + top, (left, 8, top, 34))
    draw_key(sheet, look, keys, width, left)
    step = (width - left - 8) / max(len(words), 1)
    _add_axes(sheet, look, words, places, step)
    wide = 0.8 / max(len(series), 1)
    mark = places[-1] * MARK / (HEIGHT - 34)
    for place, (one, colour) in enumerate(zip(series, COLOURS, strict=False)):
        offset = (place - (len(series) - 1) / 2) * wide
        _add_series(sheet, look, one, look[colour], (offset, wide * 0.94), mark)
    if max((width_of(p) for one in series for p in one.printed), default=0) <= wide * step:
        _add_numbers(sheet, look, series, wide, mark)
    return Drawing(sheet, alt(series, words))


def _add_axes(sheet: Sheet, look: Look, words: Sequence[str], places: list[float], step: float) -> None:
    named = range(len(words)) if max(map(width_of, words), default=0) + 8 < step else named_steps(words, step)
    sheet.update_yaxes(
        range=[0, places[-1] * 1.02],
        showgrid=True,
        gridcolor=look["line"],
        **ticks(look, places, [printed_tick(place) for place in places]),
    )
    sheet.update_xaxes(
        range=[-0.5, len(words) - 0.5],
        showline=True,
        linecolor=look["line_strong"],
        **ticks(look, list(named), [words[place] for place in named]),
    )


def _add_series(
    sheet: Sheet, look: Look, one: Columns, colour: str, place: tuple[float, float], mark: float
) -> None:
    offset, wide = place
    shown = [(at, value) for at, value in enumerate(one.values) if value]
    withheld = [(at, mark) for at, value in enumerate(one.values) if value is None]
    for pairs, marker in ((shown, {"color": colour, "line": {"width": 0}}), (withheld, hatched(look))):
        if pairs:
            xs, ys = [at + offset for at, _ in pairs], [height for _, height in pairs]
            sheet.add_bar(x=xs, y=ys, width=wide, marker=marker, hoverinfo="skip")


def _add_numbers(sheet: Sheet, look: Look, series: Sequence[Columns], wide: float, mark: float) -> None:
    for place, one in enumerate(series):
        offset = (place - (len(series) - 1) / 2) * wide
        for at, (value, printed) in enumerate(zip(one.values, one.printed, strict=True)):
            height = mark if value is None else value
            write(sheet, look, printed, x=at + offset, y=height, yanchor="bottom", yshift=1)


def alt(series: Sequence[Columns], words: Sequence[str]) -> str:
    """Each series from its first column to its last."""
    said = [
        f"{one.name}: {words[0]} {one.printed[0]} to {words[-1]} {one.printed[-1]}"
        for one in series
        if one.values
    ]
    return f"Columns of {len(series)} series. {'; '.join(said)}."
