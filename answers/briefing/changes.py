"""What changed: at most eight statements, each with its numbers and how sure they are."""

from __future__ import annotations

from dataclasses import dataclass

from answers.briefing.headlines import compared_periods
from answers.briefing.watched import WATCHED, Watched
from answers.finding import Finding
from answers.intervals import rate_ratio
from answers.missing.areas import areas
from answers.missing.trend import amount, outside_limits, trend, usual
from answers.periods import Period, month_of
from answers.question import NeedsTable, OffLattice
from answers.services.found import before_and_after
from answers.variation import Segment
from answers.view import View, found
from answers.words import interval, number, rate, ratio
from disclosure import is_within_noise

MOST, ENOUGH = 8, 5
FEWEST_A_STEP = 5  # limits of rarer counts are too narrow
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


def statements(view: View) -> list[Statement]:
    """At most eight, clear changes first, the largest first; what did not change only to make up five."""
    told = [_recording(view), _variation(view), _apart(view), _opened(view)]
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
    before = earlier[0]
    if now is None or before is None or now == before == 0:
        return None
    clear = not is_within_noise(now - before, view.source.mode) and _is_more_than_chance(now, before)
    claim = (watched.more if now > before else watched.fewer) if clear else watched.same
    weight = 2 + abs(now / max(before, 1) - 1) if clear else 0.5 - 0.01 * WATCHED.index(watched)
    tag, detail = CLEAR if clear else UNCLEAR, _detail(now, earlier)
    between = _changed_between(view, periods[0])
    if clear and between:  # a change of numbers that may be one of recording alone is no clear change
        tag, weight = RECORDING, 1.4 - 0.01 * WATCHED.index(watched)
        detail += f" Recorded differently since {between}."
    return Statement(tag, claim, detail, "missing", watched.section, watched.link, weight)


def _changed_between(view: View, before: Period) -> str:
    """The month of the newest change of recording after the start of the earlier period; '' for none."""
    days = [change["on_date"] for change in view.source.recording_changes]
    between = [day for day in days if before.since < day < view.scope.period.until]
    return month_of(between[-1]) if between else ""


def _is_more_than_chance(now: float, before: float) -> bool:
    times = rate_ratio(min(now, before), max(now, before))  # this way round a count of 0 is never the divisor
    return times is not None and not times.holds(1)


def _detail(now: float, earlier: list[float | None]) -> str:
    """'95, from 85: 1.12 times as many (0.83 to 1.52). A year before: 70.'"""
    said = f"{number(now)}, from {number(earlier[0])}"
    times = rate_ratio(now, earlier[0]) if now and earlier[0] else None  # of 0 nothing is a multiple
    if times is not None:
        said += f": {ratio(times.value)} times as many {interval(times.low, times.high, 2)}"
    return f"{said}." + "".join(f" A year before: {number(before)}." for before in earlier[1:])


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
    return Statement(
        RECORDING,
        f"Missing and away episodes: compare only from {month_of(newest['on_date'])}",
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
    at = outside[-1]
    limits, value = chart.segment_at(at), finding.extra["values"][at]
    if limits is None or not _is_often_enough(view, finding, limits):
        return None
    side = "above" if value > limits.mean else "below"
    return Statement(
        CLEAR,
        f"{periods[at].label_long}: {amount(value, finding.extra['number'])}, {side} the usual range",
        f"Mean {usual(limits.mean)}, usually {usual(max(limits.lower, 0))} to {usual(limits.upper)}.",
        "missing",
        "overview",
        "Trend",
        3,
    )


def _is_often_enough(view: View, finding: Finding, limits: Segment) -> bool:
    """Whether so many are counted in a step that one child more is not outside its limits."""
    population = view.area.population_0_17 or 0
    mean = limits.mean * population / 10_000 if finding.extra["number"] == "rate" else limits.mean
    return mean >= FEWEST_A_STEP


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


def _opened(view: View) -> Statement | None:
    """A specialist service that opened, where children identified before and after it clearly differ."""
    finding = found(before_and_after, view.of_a_year())
    if finding.state != "ok" or not finding.extra["is_clear"]:
        return None
    return Statement(
        CLEAR, finding.title, finding.sentence, "services", "found", "Where children are found", 1.3
    )
