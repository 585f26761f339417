"""Words inside a control chart: changes in recording, and signals, placed where they cover nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from charts.frame import Sheet, width_of, wrap, write
from charts.limits import BOTTOM, HEIGHT, TOP, Scale, Segment
from charts.tokens import Look

PLOT = HEIGHT - TOP - BOTTOM
LINE = 18
BESIDE = 90  # words at the right end may reach so far over the plot's edge
MARK = (9, 16)
Box = tuple[float, float, float, float]


class Signal(Protocol):
    """Points that chance alone would seldom give."""

    @property
    def kind(self) -> str: ...
    @property
    def direction(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def stop(self) -> int: ...


@dataclass(frozen=True)
class Series:
    """Shown values in order (None is withheld), their printed strings, and each step's short and long words."""

    values: Sequence[float | None]
    printed: Sequence[str]
    short: Sequence[str]
    long: Sequence[str]
    unit: str = ""


@dataclass(frozen=True)
class Change:
    """A change in recording: the first index after it, and the sentence that stands beside its line."""

    index: int
    note: str


@dataclass(frozen=True)
class Plot:
    """What words must keep clear of: the points, the bands, and what other words already cover."""

    series: Series
    segments: Sequence[Segment]
    scale: Scale
    taken: list[Box]

    def is_over_points(self, box: Box) -> bool:
        """Whether a box lies on a point, or on the mark of a withheld one."""
        left, right, low, high = box
        heights = [
            self.scale.y(value) if value is not None else MARK[1]
            for index, value in enumerate(self.series.values)
            if left - 8 < self.scale.x(index) < right + 8
        ]
        return any(low - 6 < height < high + 6 for height in heights)

    def is_taken(self, box: Box) -> bool:
        return any(box[0] < o[1] and o[0] < box[1] and box[2] < o[3] and o[2] < box[3] for o in self.taken)

    def is_over_limit(self, box: Box) -> bool:
        """Whether a box lies across an upper or lower limit."""
        limits = [self.scale.y(end) for one in self.segments for end in (one.lower, one.upper)]
        return any(box[2] < limit < box[3] for limit in limits)

    def ground_at(self, box: Box) -> str:
        """'raised' where a box lies inside a band, so that words stand on the colour around them."""
        for one in self.segments:
            left, right = self.scale.x(one.start - 0.5), self.scale.x(one.stop - 0.5)
            low, high = self.scale.y(max(one.lower, 0)), self.scale.y(one.upper)
            if left <= box[0] and box[1] <= right and low <= box[2] and box[3] <= high:
                return "raised"
        return "ground"


def add_changes(sheet: Sheet, look: Look, changes: Sequence[Change], plot: Plot) -> None:
    """An ink line at each change with its sentence where points leave room."""
    for change in changes:
        x = change.index - 0.5
        line = {"color": look["ink"], "width": 1.5}
        sheet.add_shape(type="line", x0=x, x1=x, yref="paper", y0=0, y1=1, line=line)
        _add_note(sheet, look, change, plot)
    for change in changes:
        at = plot.scale.x(change.index - 0.5)
        plot.taken.append((at - 3, at + 3, 0, PLOT))


def _add_note(sheet: Sheet, look: Look, change: Change, plot: Plot) -> None:
    x, text = change.index - 0.5, wrap(change.note, 240)
    at, whole = plot.scale.x(x), plot.scale.x(len(plot.series.values) - 0.5)
    is_left = at > 190 or at > whole - at
    box = _spot(plot, at, text, is_left)
    plot.taken.append(box)
    side = "right" if is_left else "left"
    write(
        sheet, look, text, x=x, xanchor=side, xshift=-7 if is_left else 7, y=0, yanchor="bottom",
        yshift=box[2], align=side, bgcolor=look[plot.ground_at(box)],
    )  # fmt: skip


def _spot(plot: Plot, at: float, text: str, is_left: bool) -> Box:
    """The lowest place, 14 pixels over the base or higher, where a text beside a line covers no point."""
    wide = max(width_of(line) for line in text.split("<br>")) + 14
    tall = LINE * (text.count("<br>") + 1)
    left, right = (at - wide, at) if is_left else (at, at + wide)
    highest = max(PLOT - tall, 0)
    for low in range(14, max(highest, 15), 6):
        box = (left, right, float(low), float(low + tall))
        if not plot.is_over_points(box) and not plot.is_taken(box):
            return box
    return left, right, highest, highest + tall


def add_signals(sheet: Sheet, look: Look, signals: Sequence[Signal], plot: Plot) -> None:
    """Accent diamonds outside the limits, accent dots in runs; words for the latest that have room."""
    outside = sorted({s.start for s in signals if s.kind == "outside"})
    within = sorted({i for s in signals for i in range(s.start, s.stop)} - set(outside))
    values = plot.series.values
    for places, symbol, size in ((within, "circle", 7), (outside, "diamond", 12)):
        kept = [place for place in places if values[place] is not None]
        if kept:
            marker = {"color": look["accent"], "symbol": symbol, "size": look.px(size)}
            ys = [values[place] for place in kept]
            sheet.add_scatter(x=kept, y=ys, mode="markers", marker=marker, cliponaxis=False, hoverinfo="skip")
    for signal in sorted(signals, key=lambda one: (one.kind != "outside", -one.stop)):
        _add_words(sheet, look, signal, plot)


def _add_words(sheet: Sheet, look: Look, signal: Signal, plot: Plot) -> None:
    """Over (or under) the outermost point, where points and limits stay free if they can; none where all is taken."""
    text, values = signal_words(plot.series, signal), plot.series.values
    is_up = signal.direction == "up"
    shown = [place for place in range(signal.start, signal.stop) if values[place] is not None]
    at = (max if is_up else min)(shown, key=lambda place: values[place] or 0)
    x, y = plot.scale.x(at), plot.scale.y(values[at] or 0)
    box = _free(plot, x, y, width_of(text) / 2, is_up)
    if box is None:
        return
    plot.taken.append(box)
    shift = ((box[0] + box[1]) / 2 - x, box[2] - y if is_up else box[3] - y)
    write(
        sheet, look, text, "accent", x=at, y=values[at], xshift=shift[0], yanchor="bottom" if is_up else "top",
        yshift=shift[1], bgcolor=look[plot.ground_at(box)],
    )  # fmt: skip


def _free(plot: Plot, x: float, y: float, half: float, is_up: bool) -> Box | None:
    """The best of the places beside a point that no other words cover."""
    right = plot.scale.x(len(plot.series.values) - 0.5) + BESIDE
    boxes = []
    for away in (8, 14, 20):
        low = y + away if is_up else y - away - LINE
        for side in (0.0, 8 - half, half - 8):
            middle = min(max(x + side, half), right - half)
            boxes.append((middle - half, middle + half, low, low + LINE))
    free = [box for box in boxes if box[2] >= 0 and not plot.is_taken(box)]
    return min(free, key=lambda box: 2 * plot.is_over_points(box) + plot.is_over_limit(box), default=None)


def signal_words(series: Series, signal: Signal) -> str:
    """'<b>July 2026: 360</b>, above the upper limit', or '8 in a row above the mean'."""
    is_up = signal.direction == "up"
    if signal.kind == "outside":
        said = f"{series.long[signal.start]}: {series.printed[signal.start]}{series.unit}"
        return f"<b>{said}</b>, {'above the upper' if is_up else 'below the lower'} limit"
    length = signal.stop - signal.start
    if signal.kind == "shift":
        return f"{length} in a row {'above' if is_up else 'below'} the mean"
    if signal.kind == "trend":
        return f"{length} in a row {'rising' if is_up else 'falling'}"
    return f"Two of three near the {'upper' if is_up else 'lower'} limit"
