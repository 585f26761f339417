"""A series with the limits of its usual variation, its changes in recording and what is outside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from charts.frame import Drawing, Sheet, grid, hatch_path, printed_tick, start, ticks, width_of, wrap, write
from charts.tokens import Look

HEIGHT, TOP, BOTTOM = 330, 34, 36
MARK = (9, 16)
Box = tuple[float, float, float, float]


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
class Scale:
    """How far apart steps and numbers are drawn, in pixels of the desk view, to keep words off each other."""

    step: float
    top: float

    def x(self, index: float) -> float:
        return (index + 0.5) * self.step

    def y(self, value: float) -> float:
        return value / self.top * (HEIGHT - TOP - BOTTOM)


def draw(
    series: Series,
    segments: Sequence[Segment],
    signals: Sequence[Signal],
    changes: Sequence[Change],
    look: Look,
    width: float = 1302,
) -> Drawing:
    """An XmR chart from zero, as wide as the page; limits are named at the right, signals in words.

    Withheld points break the line and leave a hatched mark of one size on the base. `width` in desk pixels.
    """
    count = max(len(series.values), 1)
    right = max([width_of(words) for words, _ in limit_words(segments)], default=0) + 18
    highest = _highest(series, segments)
    left = width_of(printed_tick(grid(highest)[-1])) + 16
    top = max(grid(highest)[-1] if grid(highest)[-1] - highest < highest * 0.1 else highest * 1.06, 1e-9)
    scale = Scale((width - left - right) / count, top)
    sheet = start(look, HEIGHT, (left, right, TOP, BOTTOM))
    _add_axes(sheet, look, series, [place for place in grid(highest) if place <= top], scale)
    _add_segments(sheet, look, segments, scale)
    _add_line(sheet, look, series)
    _add_gaps(sheet, look, series, scale)
    taken = _add_changes(sheet, look, changes, series, segments, scale)
    _add_signals(sheet, look, series, signals, scale, taken)
    return Drawing(sheet, alt(series, segments, signals, changes))


def limit_words(segments: Sequence[Segment]) -> list[tuple[str, float]]:
    """The words beside the last limits and where they stand; a lower limit under zero is not drawn."""
    if not segments:
        return []
    last = segments[-1]
    named = [("Upper process limit", last.upper), ("Mean", last.mean), ("Lower process limit", last.lower)]
    return [(f"{words} {_short(value, last.upper)}", value) for words, value in named if value > 0]


def _short(value: float, top: float) -> str:
    return f"{value:,.1f}" if top < 20 else f"{value:,.0f}"


def _highest(series: Series, segments: Sequence[Segment]) -> float:
    shown = [value for value in series.values if value is not None]
    limits = [upper for segment in segments for upper in segment.uppers or [segment.upper]]
    return max([*shown, *limits], default=0) or 1


def _add_axes(sheet: Sheet, look: Look, series: Series, places: list[float], scale: Scale) -> None:
    sheet.update_yaxes(
        range=[0, scale.top],
        showgrid=True,
        gridcolor=look["line"],
        **ticks(look, places, [printed_tick(p) for p in places]),
    )
    named = named_steps(series.short, scale.step)
    sheet.update_xaxes(
        range=[-0.5, len(series.values) - 0.5],
        showline=True,
        linecolor=look["line_strong"],
        ticks="outside",
        ticklen=look.px(4),
        tickcolor=look["line_strong"],
        **ticks(look, named, [series.short[place] for place in named]),
    )


def named_steps(words: Sequence[str], step: float) -> list[int]:
    """The first and last step, and between them each January where its words have room."""
    if not words:
        return []
    last = len(words) - 1
    named = [0] if last else []
    for place in [*(at for at in range(1, last) if words[at].startswith("Jan")), last]:
        room = (place - named[-1]) * step if named else step
        clear = (last - place) * step
        fits = room > (width_of(words[place]) + width_of(words[named[-1]])) / 2 + 14 if named else True
        if place == last or (fits and clear > width_of(words[place]) + 14):
            named.append(place)
    if len(named) > 1 and (last - named[-2]) * step < width_of(words[last]) + 10:
        del named[-2]
    return named


def _add_segments(sheet: Sheet, look: Look, segments: Sequence[Segment], scale: Scale) -> None:
    """A raised band between dashed limits, the mean solid; each stops where recording changed."""
    for segment in segments:
        xs = [segment.start - 0.5, *range(segment.start, segment.stop), segment.stop - 0.5]
        uppers = _padded(segment.uppers or [segment.upper] * (segment.stop - segment.start))
        lowers = [
            max(0.0, low)
            for low in _padded(segment.lowers or [segment.lower] * (segment.stop - segment.start))
        ]
        dashed = {"color": look["line_strong"], "width": 1.3, "dash": "6px,5px"}
        band = {"fill": "tonexty", "fillcolor": look["raised"]}
        _trace(sheet, xs, lowers, dashed if any(lowers) else {"width": 0})
        _trace(sheet, xs, uppers, dashed, **band)
        _trace(sheet, xs, [segment.mean] * len(xs), {"color": look["line_strong"], "width": 1.3})
    for (words, value), shift in zip(
        limit_words(segments), _apart(limit_words(segments), scale), strict=True
    ):
        write(sheet, look, words, "muted", xref="paper", x=1, xanchor="left", xshift=6, y=value, yshift=shift)


def _padded(limits: Sequence[float]) -> list[float]:
    return [limits[0], *limits, limits[-1]]


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


def _trace(
    sheet: Sheet, xs: Sequence[float], ys: Sequence[float | None], line: dict[str, Any], **more: Any
) -> None:
    sheet.add_scatter(x=list(xs), y=list(ys), mode="lines", line=line, hoverinfo="skip", **more)


def _add_line(sheet: Sheet, look: Look, series: Series) -> None:
    marker = {"color": look["context"], "size": look.px(6)}
    sheet.add_scatter(
        x=list(range(len(series.values))),
        y=list(series.values),
        mode="lines+markers",
        line={"color": look["context"], "width": look.px(1.5)},
        marker=marker,
        connectgaps=False,
        cliponaxis=False,
        hoverinfo="skip",
    )


def _add_gaps(sheet: Sheet, look: Look, series: Series, scale: Scale) -> None:
    """A hatched mark on the base for each withheld point, and its symbol over the first of neighbours."""
    width, height = look.px(min(MARK[0], scale.step * 0.8)), look.px(MARK[1])
    before: int | None = None
    for index, (value, printed) in enumerate(zip(series.values, series.printed, strict=True)):
        if value is not None:
            continue
        place = {"xsizemode": "pixel", "ysizemode": "pixel", "xanchor": index - 0.3, "yanchor": 0}
        line = {"color": look["unknown"], "width": 1}
        sheet.add_shape(type="path", path=hatch_path(width, height, look.px(5)), line=line, **place)
        if before is None or index - before > 1:
            write(sheet, look, printed, "muted", x=index, y=0, yanchor="bottom", yshift=MARK[1] + 1)
        before = index


def _add_changes(
    sheet: Sheet,
    look: Look,
    changes: Sequence[Change],
    series: Series,
    segments: Sequence[Segment],
    scale: Scale,
) -> list[Box]:
    """An ink line at each change with its sentence where points leave room; returns what the words cover."""
    taken: list[Box] = []
    for change in changes:
        x = change.index - 0.5
        line = {"color": look["ink"], "width": 1.5}
        sheet.add_shape(type="line", x0=x, x1=x, yref="paper", y0=0, y1=1, line=line)
        is_left = scale.x(x) > 190 or scale.x(x) > scale.x(len(series.values) - 1 - x)
        text = wrap(change.note, 240)
        box = _spot(series, scale, x, text, is_left, taken)
        taken.append(box)
        write(
            sheet, look, text, x=x, xanchor="right" if is_left else "left", xshift=-7 if is_left else 7,
            y=0, yanchor="bottom", yshift=box[2], align="right" if is_left else "left", bgcolor=look["ground"],
        )  # fmt: skip
    return taken


def _spot(series: Series, scale: Scale, x: float, text: str, is_left: bool, taken: list[Box]) -> Box:
    """The lowest place, 14 pixels over the base or higher, where a text beside a line covers no point."""
    wide = max(width_of(line) for line in text.split("<br>")) + 14
    tall = 18 * (text.count("<br>") + 1)
    left, right = (scale.x(x) - wide, scale.x(x)) if is_left else (scale.x(x), scale.x(x) + wide)
    heights = [
        scale.y(value) if value is not None else MARK[1]
        for index, value in enumerate(series.values)
        if left - 8 < scale.x(index) < right + 8
    ]
    ceiling = HEIGHT - TOP - BOTTOM - tall
    for low in range(14, max(int(ceiling), 15), 6):
        box = (left, right, float(low), float(low + tall))
        if not any(low - 6 < height < low + tall + 6 for height in heights) and not _touches(box, taken):
            return box
    return left, right, max(ceiling, 0), max(ceiling, 0) + tall


def _touches(box: Box, others: Sequence[Box]) -> bool:
    return any(box[0] < o[1] and o[0] < box[1] and box[2] < o[3] and o[2] < box[3] for o in others)


def _add_signals(
    sheet: Sheet,
    look: Look,
    series: Series,
    signals: Sequence[Signal],
    scale: Scale,
    taken: list[Box],
) -> None:
    """Accent diamonds outside the limits, accent dots in runs; words for the latest that have room."""
    outside = sorted({s.start for s in signals if s.kind == "outside"})
    within = sorted({i for s in signals for i in range(s.start, s.stop)} - set(outside))
    for places, symbol, size in ((within, "circle", 7), (outside, "diamond", 12)):
        kept = [place for place in places if series.values[place] is not None]
        if kept:
            marker = {"color": look["accent"], "symbol": symbol, "size": look.px(size)}
            sheet.add_scatter(
                x=kept,
                y=[series.values[p] for p in kept],
                mode="markers",
                marker=marker,
                cliponaxis=False,
                hoverinfo="skip",
            )
    for signal in sorted(signals, key=lambda one: (one.kind != "outside", -one.stop)):
        _add_words(sheet, look, series, signal, scale, taken)


def _add_words(
    sheet: Sheet, look: Look, series: Series, signal: Signal, scale: Scale, taken: list[Box]
) -> None:
    text = signal_words(series, signal)
    at = max(
        range(signal.start, signal.stop),
        key=lambda i: (series.values[i] or 0) * (1 if signal.direction == "up" else -1),
    )
    half = width_of(text) / 2
    x, y = scale.x(at), scale.y(series.values[at] or 0)
    whole = scale.step * len(series.values)
    shift = min(max(0.0, half - x), half) - max(0.0, x + half - whole - 90)
    low = y + 9 if signal.direction == "up" else y - 27
    box = (x + shift - half, x + shift + half, low, low + 18)
    if low < 0 or _touches(box, taken):
        return
    taken.append(box)
    anchor = "bottom" if signal.direction == "up" else "top"
    write(
        sheet, look, text, "accent", x=at, y=series.values[at], xshift=shift, yanchor=anchor,
        yshift=8 if anchor == "bottom" else -8, bgcolor=look["ground"] if signal.kind == "outside" else look["raised"],
    )  # fmt: skip


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


def alt(
    series: Series, segments: Sequence[Segment], signals: Sequence[Signal], changes: Sequence[Change]
) -> str:
    """What the chart says, from its first step to its last."""
    if not series.values:
        return "Control chart without points."
    said = [f"Control chart, {series.long[0]} to {series.long[-1]}; last: {series.printed[-1]}{series.unit}."]
    said += [f"{change.note}" for change in changes]
    if segments:
        last = segments[-1]
        low = f" and {_short(last.lower, last.upper)}" if last.lower > 0 else ""
        said.append(f"Mean {_short(last.mean, last.upper)}, limits {_short(last.upper, last.upper)}{low}.")
    plain = [signal_words(series, s).replace("<b>", "").replace("</b>", "") for s in signals]
    said.append(f"{'; '.join(plain)}." if plain else "No point or run is outside the usual variation.")
    withheld = sum(value is None for value in series.values)
    return " ".join([*said, f"{withheld} withheld."] if withheld else said)
