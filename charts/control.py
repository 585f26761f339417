"""A series with the limits of its usual variation, its changes in recording and what is outside."""

from __future__ import annotations

from collections.abc import Sequence

from charts.frame import Drawing, Sheet, grid, hatch_path, printed_tick, spoken, start, ticks, width_of, write
from charts.limits import BOTTOM, HEIGHT, TOP, Scale, Segment, add_limits, limit_words, short
from charts.notes import MARK, Change, Plot, Series, Signal, add_changes, add_signals, signal_words
from charts.steps import named_steps, overhang
from charts.tokens import Look

__all__ = ["Change", "Segment", "Series", "Signal", "alt", "draw"]

LEAST = 10  # the top of the axis where nothing above 0 is shown


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
    width = look.across(width)
    count = max(len(series.values), 1)
    highest = _highest(series, segments)
    places = grid(highest)
    left = width_of(printed_tick(places[-1])) + 16
    right = max([width_of(words) for words, _ in limit_words(segments, count)], default=0) + 18
    if series.short:
        right = max(right, overhang(series.short[-1], (width - left - right) / count) + 2)
    top = places[-1] if places[-1] - highest < highest * 0.1 else highest * 1.06
    plot = Plot(series, segments, Scale((width - left - right) / count, top), [])
    sheet = start(look, HEIGHT, (left, right, TOP, BOTTOM))
    _add_axes(sheet, look, series, [place for place in places if place <= top], plot.scale)
    add_limits(sheet, look, segments, count, plot.scale)
    _add_line(sheet, look, series)
    _add_gaps(sheet, look, series, plot.scale)
    add_changes(sheet, look, changes, plot)
    add_signals(sheet, look, signals, plot)
    return Drawing(sheet, alt(series, segments, signals, changes))


def _highest(series: Series, segments: Sequence[Segment]) -> float:
    shown = [value for value in series.values if value is not None]
    limits = [upper for segment in segments for upper in segment.uppers or [segment.upper]]
    return max([*shown, *limits], default=0) or LEAST


def _add_axes(sheet: Sheet, look: Look, series: Series, places: list[float], scale: Scale) -> None:
    sheet.update_yaxes(
        range=[0, scale.top * 1.004],  # a little over, or the highest gridline is not drawn
        showgrid=True,
        gridcolor=look["line"],
        **ticks(look, places, [printed_tick(place) for place in places]),
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
    path = hatch_path(width, height, look.px(5), -width / 2)
    before: int | None = None
    for index, (value, printed) in enumerate(zip(series.values, series.printed, strict=True)):
        if value is not None:
            continue
        place = {"xsizemode": "pixel", "ysizemode": "pixel", "xanchor": index, "yanchor": 0}
        sheet.add_shape(type="path", path=path, line={"color": look["unknown"], "width": 1}, **place)
        if before is None or index - before > 1:
            write(sheet, look, printed, "muted", x=index, y=0, yanchor="bottom", yshift=MARK[1] + 1)
        before = index


def alt(
    series: Series, segments: Sequence[Segment], signals: Sequence[Signal], changes: Sequence[Change]
) -> str:
    """What the chart says, from its first step to its last."""
    if not series.values:
        return "Control chart without points."
    last = f"{spoken(series.printed[-1])}{series.unit if series.values[-1] is not None else ''}"
    said = [f"Control chart, {series.long[0]} to {series.long[-1]}; last: {last}."]
    said += [change.note for change in changes]
    said.append(_said_limits(series, segments))
    plain = [signal_words(series, signal).replace("<b>", "").replace("</b>", "") for signal in signals]
    usual = "No point or run is outside the usual variation." if segments else ""
    said.append(f"{'; '.join(plain)}." if plain else usual)
    withheld = sum(value is None for value in series.values)
    said.append(f"{withheld} of {len(series.values)} withheld." if withheld else "")
    return " ".join(part for part in said if part)


def _said_limits(series: Series, segments: Sequence[Segment]) -> str:
    """'Mean 301, limits 351 and 250.', and up to when where they end before the series does."""
    if not segments:
        return ""
    last = segments[-1]
    low = f" and {short(last.lower, last.upper)}" if last.lower > 0 else ""
    until = f", up to {series.long[last.stop - 1]}" if last.stop < len(series.values) else ""
    return f"Mean {short(last.mean, last.upper)}, limits {short(last.upper, last.upper)}{low}{until}."
