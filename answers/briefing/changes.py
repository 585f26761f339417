"""What changed: at most eight statements, each with its numbers and how sure they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from answers.briefing.headlines import compared_periods
from answers.intervals import Interval, rate_ratio
from answers.missing.areas import areas
from answers.missing.trend import outside_limits, trend
from answers.periods import MONTHS, Period
from answers.question import NeedsTable, OffLattice
from answers.view import View, found
from answers.words import interval, number, rate, ratio
from disclosure import is_within_noise

MOST, ENOUGH = 8, 5
CLEAR, UNCLEAR, RECORDING = "Clear change", "No clear change", "Recording changed"


@dataclass(frozen=True)
class Statement:
    """One line of the briefing; `page` and `section` are where it leads, `weight` is its rank."""

    tag: str
    claim: str
    detail: str
    page: str
    section: str
    link: str
    weight: float


@dataclass(frozen=True)
class Watched:
    """A count that the briefing compares: how to ask it, and how it is said."""

    ask: Callable[[View, Period], float | None]
    more: str
    fewer: str
    same: str
    section: str
    link: str
    question: str = "missing"


def _total(question: str, unit: str) -> Callable[[View, Period], float | None]:
    return lambda view, period: view.total(question, unit, periods=[period])


def _part(
    question: str, dimension: str, code: str, unit: str, role: str | None = None
) -> Callable[[View, Period], float | None]:
    def asked(view: View, period: Period) -> float | None:
        table = view.cells(question, (dimension,), periods=[period], role=role)
        return table.only(**{dimension: code}).values(unit)[0]

    return asked


WATCHED = (
    Watched(
        _total("missing", "children"),
        "More children went missing",
        "Fewer children went missing",
        "Children who went missing: no clear change",
        "overview",
        "Missing",
    ),
    Watched(
        _total("missing", "episodes"),
        "Children went missing more often",
        "Children went missing less often",
        "Missing episodes: no clear change",
        "overview",
        "Trend",
    ),
    Watched(
        _total("missing_repeat", "children"),
        "More children went missing repeatedly",
        "Fewer children went missing repeatedly",
        "Children missing repeatedly: no clear change",
        "overview",
        "Repeat missing",
        "missing_repeat",
    ),
    Watched(
        _total("missing_from_care", "children"),
        "More children went missing from care",
        "Fewer children went missing from care",
        "Children missing from care: no clear change",
        "care",
        "Care",
        "missing_from_care",
    ),
    Watched(
        _part("missing_by_placement", "placed", "out_of_area", "episodes"),
        "More episodes of children placed out of area",
        "Fewer episodes of children placed out of area",
        "Children placed out of area: no clear change",
        "care",
        "Care",
        "missing_by_placement",
    ),
    Watched(
        _part("missing_by_risk", "highest_risk", "high", "episodes"),
        "More episodes were graded high risk",
        "Fewer episodes were graded high risk",
        "Episodes graded high risk: no clear change",
        "length",
        "Risk",
        "missing_by_risk",
    ),
    Watched(
        _total("away", "episodes"),
        "More absences were recorded as away",
        "Fewer absences were recorded as away",
        "Away without authorisation: no clear change",
        "recording",
        "Away",
        "away",
    ),
)


def statements(view: View) -> list[Statement]:
    """At most eight, clear changes first, the largest first; what did not change only to make up five."""
    told = [_recording(view), _variation(view), _apart(view)]
    for watched in WATCHED:
        told.append(_compared(view, watched))
    ranked = sorted((one for one in told if one is not None), key=lambda one: -one.weight)
    return [one for place, one in enumerate(ranked[:MOST]) if one.tag != UNCLEAR or place < ENOUGH]


def _compared(view: View, watched: Watched) -> Statement | None:
    periods = compared_periods(view)
    if not periods:
        return None
    try:
        now, *earlier = (watched.ask(view, period) for period in (view.scope.period, *periods))
    except (NeedsTable, OffLattice):
        return None
    times = rate_ratio(now, earlier[0]) if now and earlier[0] else None
    if not now or not earlier[0] or times is None:
        return None
    clear = not is_within_noise(now - earlier[0], view.source.mode) and not times.holds(1)
    claim = (watched.more if times.value > 1 else watched.fewer) if clear else watched.same
    weight = 2 + abs(times.value - 1) if clear else 0.5 - 0.01 * WATCHED.index(watched)
    detail = _detail(now, earlier, times)
    tag = CLEAR if clear else UNCLEAR
    return Statement(tag, claim, detail, "missing", watched.section, watched.link, weight)


def _detail(now: float, earlier: list[float | None], times: Interval) -> str:
    """'95, from 85: 1.12 times as many (0.83 to 1.52). A year before: 70.'"""
    sure = interval(times.low, times.high, 2)
    said = f"{number(now)}, from {number(earlier[0])}: {ratio(times.value)} times as many {sure}."
    return said + "".join(f" A year before: {number(before)}." for before in earlier[1:])


def _recording(view: View) -> Statement | None:
    """The newest change of recording within two years before the end of the period."""
    period = view.scope.period
    recent = [
        change
        for change in view.source.recording_changes
        if change["on_date"] < period.until and (period.until - change["on_date"]).days <= 2 * 366
    ]
    if not recent:
        return None
    newest = recent[-1]
    when = f"{MONTHS[newest['on_date'].month - 1]} {newest['on_date'].year}"
    return Statement(
        RECORDING,
        f"Missing and away episodes: compare only from {when}",
        f"{newest['note']}.",
        "missing",
        "recording",
        "Away",
        1.5,
    )


def _variation(view: View) -> Statement | None:
    """The newest step of the period that lies outside its usual variation."""
    finding = found(trend, view)
    if finding.state != "ok":
        return None
    periods, chart = finding.extra["periods"], finding.extra["chart"]
    outside = [place for place in outside_limits(chart) if periods[place].since >= view.scope.period.since]
    if not outside:
        return None
    at, limits = outside[-1], chart.segments[-1]
    value = finding.extra["values"][at]
    side = "above" if value > limits.mean else "below"
    unit = {"rate": "for each 10,000", "children": "children missing"}.get(
        view.scope.show, "missing episodes"
    )
    return Statement(
        CLEAR,
        f"{periods[at].label_long}: {number(value)} {unit}, {side} the usual range",
        f"Mean {number(round(limits.mean))}, usually {number(round(max(limits.lower, 0)))} to {number(round(limits.upper))}.",
        "missing",
        "overview",
        "Trend",
        3,
    )


def _apart(view: View) -> Statement | None:
    """Areas whose rate can be told apart from that of all."""
    finding = found(areas, view)
    if finding.state != "ok" or not finding.extra["apart"]:
        return None
    told = [
        f"{finding.extra['names'][place]} {rate(one.value)} {interval(one.low, one.high)}"
        for place in finding.extra["apart"][:2]
        if (one := finding.extra["intervals"][place]) is not None
    ]
    detail = f"{', '.join(told)}, against {rate(finding.extra['whole'])} for each 10,000."
    return Statement("Area differs", finding.title, detail, "missing", "areas", "Areas", 1.2)
