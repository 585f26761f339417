"""The limits of a series' usual variation: a raised band, the mean, and their words at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from charts.frame import Sheet, write
from charts.tokens import Look

HEIGHT, TOP, BOTTOM = 330, 34, 36


class Segment(Protocol):
    """Limits that hold from one index up to but without another."""

    @property
    def start(self) -> int: ...
    @property
    def stop(self) -> int: ...
    @property
    def mean(self) -> float: ...
    @property
    def upper(self) -> float: ...
    @property
    def lower(self) -> float: ...
    @property
    def uppers(self) -> list[float]: ...
    @property
    def lowers(self) -> list[float]: ...


@dataclass(frozen=True)
class Scale:
    """How far apart steps and numbers are drawn, in pixels of the desk view, to keep words off each other."""

    step: float
    top: float

    def x(self, index: float) -> float:
        return (index + 0.5) * self.step

    def y(self, value: float) -> float:
        return value / self.top * (HEIGHT - TOP - BOTTOM)


def limit_words(segments: Sequence[Segment], count: int) -> list[tuple[str, float]]:
    """The words beside limits that hold to the last of `count` points, and where they stand.

    Limits that ended at a change in recording are not named there: they would be read as those of later points.
    A lower limit under zero is not drawn.
    """
    if not segments or segments[-1].stop < count:
        return []
    last = segments[-1]
    named = [("Upper process limit", last.upper), ("Mean", last.mean), ("Lower process limit", last.lower)]
    return [(f"{words} {short(value, last.upper)}", value) for words, value in named if value > 0]


def short(value: float, top: float) -> str:
    """A limit as it is printed: one decimal where numbers are small."""
    return f"{value:,.1f}" if top < 20 else f"{value:,.0f}"


def add_limits(sheet: Sheet, look: Look, segments: Sequence[Segment], count: int, scale: Scale) -> None:
    """A raised band between dashed limits, the mean solid; each stops where recording changed."""
    for segment in segments:
        _add_segment(sheet, look, segment)
    named = limit_words(segments, count)
    for (words, value), shift in zip(named, _apart(named, scale), strict=True):
        write(sheet, look, words, "muted", xref="paper", x=1, xanchor="left", xshift=6, y=value, yshift=shift)


def _add_segment(sheet: Sheet, look: Look, segment: Segment) -> None:
    length = segment.stop - segment.start
    xs = [segment.start - 0.5, *range(segment.start, segment.stop), segment.stop - 0.5]
    uppers = _padded(segment.uppers or [segment.upper] * length)
    lowers = [max(0.0, low) for low in _padded(segment.lowers or [segment.lower] * length)]
    dashed = {"color": look["line_strong"], "width": 1.3, "dash": "6px,5px"}
    _trace(sheet, xs, lowers, dashed if any(lowers) else {"width": 0})
    _trace(sheet, xs, uppers, dashed, fill="tonexty", fillcolor=look["raised"])
    _trace(sheet, xs, [segment.mean] * len(xs), {"color": look["line_strong"], "width": 1.3})


def _padded(limits: Sequence[float]) -> list[float]:
    return [limits[0], *limits, limits[-1]]


def _trace(sheet: Sheet, xs: Sequence[float], ys: Sequence[float], line: dict[str, Any], **more: Any) -> None:
    sheet.add_scatter(x=list(xs), y=list(ys), mode="lines", line=line, hoverinfo="skip", **more)


def _apart(named: list[tuple[str, float]], scale: Scale, least: float = 18) -> list[float]:
    """How far each of the words, from the top down, is moved so that none touches another."""
    spots = [scale.y(value) for _, value in named]
    moved = list(spots)
    middle = len(spots) // 2
    for at in range(middle - 1, -1, -1):
        moved[at] = max(spots[at], moved[at + 1] + least)
    for at in range(middle + 1, len(spots)):
        moved[at] = min(spots[at], moved[at - 1] - least)
    return [new - old for new, old in zip(moved, spots, strict=True)]
