"""Rates against population, with the limits within which areas differ by chance."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from charts.frame import (
    Drawing,
    Sheet,
    grid,
    grid_within,
    printed_tick,
    start,
    ticks,
    width_of,
    wrap,
    write,
)
from charts.tokens import Look

HEIGHT, TOP, BOTTOM, RIGHT = 380, 20, 62, 120
STEPS = 40
LINE = 18
LEVELS = ((0.95, "95%"), (0.998, "99.8%"))
Limits = Callable[[float, float], tuple[float, float]]


@dataclass(frozen=True)
class Point:
    """One area: its name, published population, shown rate (None is withheld) and the printed rate."""

    name: str
    population: float
    rate: float | None
    printed: str


def draw(
    points: Sequence[Point], target: float, limits: Limits, look: Look, line: str = "", width: float = 700
) -> Drawing:
    """Dots in a funnel; `limits` gives the lowest and highest rate for a population and a level.

    Only areas outside the 99.8% limits are named and in accent. Withheld areas are named under the axis.
    """
    width = look.across(width)
    shown = [(point, point.rate) for point in points if point.rate is not None]
    most = max((point.population for point, _ in shown), default=1.0)
    people = [most * 1.08 * (step + 1) / STEPS for step in range(STEPS)]
    first = min((point.population for point, _ in shown), default=most) * 0.8
    people = [size for size in people if size >= first] or people
    curves = {level: [limits(size, level) for size in people] for level, _ in LEVELS}
    tops = [rate for _, rate in shown] + [high for _, high in curves[LEVELS[1][0]]]
    places = grid(max(tops, default=1), 5)
    left = width_of(printed_tick(places[-1])) + 16
    room = width - left - RIGHT
    note = _withheld_note(points, room)
    below = BOTTOM + (LINE * (note.count("<br>") + 1) if note else 0)
    sheet = start(look, HEIGHT + below - BOTTOM, (left, RIGHT, TOP, below))
    _add_axes(sheet, look, people[-1], places, room)
    _add_limits(sheet, look, people, curves, target, line)
    _add_points(sheet, look, shown, limits, people[-1], places[-1], room)
    if note:
        under = {"xref": "paper", "yref": "paper", "x": 0, "y": 0, "xanchor": "left", "yanchor": "top"}
        write(sheet, look, note, "muted", align="left", yshift=4 - BOTTOM, **under)
    return Drawing(sheet, alt(points, limits, line))


def _add_axes(sheet: Sheet, look: Look, most: float, places: list[float], room: float) -> None:
    words = [printed_tick(place) for place in places]
    sheet.update_yaxes(
        range=[0, places[-1] * 1.004], showgrid=True, gridcolor=look["line"], **ticks(look, places, words)
    )
    across = [place for place in grid_within(most, room, 5) if place <= most]
    sheet.update_xaxes(
        range=[0, most],
        showline=True,
        linecolor=look["line_strong"],
        title={
            "text": "Population aged 0 to 17",
            "font": {"size": look.px(14), "color": look["muted"]},
            "standoff": look.px(6),
        },
        **ticks(look, across, [printed_tick(place) for place in across]),
    )


def _add_limits(
    sheet: Sheet,
    look: Look,
    people: list[float],
    curves: dict[float, list[tuple[float, float]]],
    target: float,
    line: str,
) -> None:
    """Dashed for 95%, solid for 99.8%, named at the right end of the upper ones."""
    named = [(line or "All areas", target)]
    for (level, words), dash in zip(LEVELS, ("6px,5px", "solid"), strict=True):
        for side in (0, 1):
            ys = [ends[side] for ends in curves[level]]
            stroke = {"color": look["line_strong"], "width": 1.3, "dash": dash}
            sheet.add_scatter(x=people, y=ys, mode="lines", line=stroke, hoverinfo="skip")
        named.append((f"{words} limit", curves[level][-1][1]))
    sheet.add_shape(
        type="line",
        xref="paper",
        x0=0,
        x1=1,
        y0=target,
        y1=target,
        line={"color": look["muted"], "width": 1.5},
    )
    pixel = (HEIGHT - TOP - BOTTOM) / sheet.layout["yaxis"]["range"][1]
    above = float("inf")
    for words, value in reversed(named):  # from the top down, so that none is pushed out of the sheet
        spot = min(value * pixel, above - LINE)
        place = {"xref": "paper", "x": 1, "xanchor": "left", "xshift": 6, "yshift": spot - value * pixel}
        write(sheet, look, words, "muted", y=value, **place)
        above = spot


def _add_points(
    sheet: Sheet,
    look: Look,
    shown: list[tuple[Point, float]],
    limits: Limits,
    most: float,
    top: float,
    width: float,
) -> None:
    outside = [(point, rate) for point, rate in shown if is_outside(point, limits)]
    within = [pair for pair in shown if pair not in outside]
    for pairs, colour, size in ((within, look["context"], 9), (outside, look["accent"], 12)):
        if pairs:
            marker = {"color": colour, "size": look.px(size), "line": {"color": look["ground"], "width": 1}}
            xs, ys = [point.population for point, _ in pairs], [rate for _, rate in pairs]
            sheet.add_scatter(x=xs, y=ys, mode="markers", marker=marker, cliponaxis=False, hoverinfo="skip")
    _name(sheet, look, outside, limits, (width / most, (HEIGHT - TOP - BOTTOM) / top), width)


def _name(
    sheet: Sheet,
    look: Look,
    outside: list[tuple[Point, float]],
    limits: Limits,
    pixels: tuple[float, float],
    width: float,
) -> None:
    """The names of areas outside, on the side of their dots that is turned away from the limits."""
    taken: list[tuple[float, float, float]] = []
    for point, rate in sorted(outside, key=lambda pair: -pair[1]):
        words = f"<b>{point.name}</b> {point.printed}"
        x, half = point.population * pixels[0], width_of(words) / 2
        middle = min(max(x, half), width - half)
        away = 1 if rate > limits(point.population, LEVELS[1][0])[1] else -1
        y = rate * pixels[1] + away * LINE
        while any(abs(o[0] - middle) < half + o[1] and abs(o[2] - y) < LINE for o in taken):
            y += away * LINE
        if y < LINE / 2:  # under the axis: beside the dot
            y, middle = rate * pixels[1], x + half + 10
        taken.append((middle, half, y))
        place = {"xshift": middle - x, "yshift": y - rate * pixels[1], "bgcolor": look["ground"]}
        write(sheet, look, words, "accent", x=point.population, y=rate, **place)


def is_outside(point: Point, limits: Limits) -> bool:
    """Whether a shown rate is beyond the 99.8% limits."""
    if point.rate is None:
        return False
    low, high = limits(point.population, LEVELS[1][0])
    return not low <= point.rate <= high


def _withheld_note(points: Sequence[Point], room: float) -> str:
    """The names of withheld areas, in lines; they have no place in the plot."""
    names = [point.name for point in points if point.rate is None]
    return wrap(f"Withheld: {', '.join(names)}", room) if names else ""


def alt(points: Sequence[Point], limits: Limits, line: str = "") -> str:
    """Which areas stand out, and which are withheld."""
    out = [f"{point.name} {point.printed}" for point in points if is_outside(point, limits)]
    withheld = [point.name for point in points if point.rate is None]
    said = f"Outside the 99.8% limits: {', '.join(out)}." if out else "No area is outside the 99.8% limits."
    rest = f" Withheld: {', '.join(withheld)}." if withheld else ""
    return f"Funnel plot of {len(points)} areas{f', {line}' if line else ''}. {said}{rest}"
