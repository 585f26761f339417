"""Headline figures: now, before, the same period last year, and the usual variation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from answers.missing.trend import restarts
from answers.periods import Period, last_year, previous
from answers.question import NeedsTable
from answers.variation import Variation, xmr
from answers.view import View, quarters_until
from answers.words import capital, number, percent, rate, signed
from disclosure import change, per_10_000, percentage, ratio

WITHHELD = "<10"


@dataclass(frozen=True)
class Comparison:
    """One earlier period beside the headline: its name, its printed number and the printed difference."""

    period: Period
    printed: str
    difference: str


@dataclass(frozen=True)
class Headline:
    """One figure of the front page. `line` holds the shown values of the quarters up to the period's end.

    `since` is the place in it from which recording is the same.
    """

    title: str
    printed: str
    note: str
    comparisons: list[Comparison] = field(default_factory=list)
    line: list[float | None] = field(default_factory=list)
    chart: Variation | None = None
    since: int = 0


def headlines(view: View) -> list[Headline]:
    """The four figures; one whose table was never sent gives way to the next that can be told."""
    told = []
    for build in (children, episodes, repeats, from_care, more_than_once):
        try:
            told.append(build(view))
        except NeedsTable:
            continue
    return told[:4]


def children(view: View) -> Headline:
    """M3 with M10."""
    value = view.total("missing", "children")
    population = view.area.population_0_17
    shown = per_10_000(value, population)
    note = f"{rate(shown)} for each 10,000 aged 0 to 17. " if shown is not None and value else ""
    return _headline(
        view,
        "Children who went missing",
        "missing",
        "children",
        note + capital(view.unknown_area("missing", "children")),
    )


def episodes(view: View) -> Headline:
    """M1 with M4."""
    started, people = view.total("missing", "episodes"), view.total("missing", "children")
    each = ratio(started, people)
    note = (
        f"{each:.1f} for each child"
        if each
        else "No episode"
        if started == 0
        else "Number for each child withheld"
    )
    if restarts(view, quarters_until(view, 14)):
        note += ". Line starts at the recording change"
    return _headline(view, "Missing episodes", "missing", "episodes", note)


def repeats(view: View) -> Headline:
    """M6, the setting of the partnership."""
    least, days = view.source.repeat
    part, whole = view.total("missing_repeat", "children"), view.total("missing", "children")
    note = _share_of(view, part, whole, "children who went missing")
    return _headline(
        view, f"Missing {least} times or more in {days} days", "missing_repeat", "children", note
    )


def from_care(view: View) -> Headline:
    """M5."""
    part, whole = view.total("missing_from_care", "children"), view.total("in_care", "children")
    note = _share_of(view, part, whole, "children in care")
    return _headline(view, "Children missing from care", "missing_from_care", "children", note)


def more_than_once(view: View) -> Headline:
    """M6, two or more in the period."""

    def asked(period: Period) -> float | None:
        table = view.cells("missing_by_number", ("repeated",), periods=[period])
        return table.only(repeated="more_than_once").values("children")[0]

    value = asked(view.scope.period)
    note = _share_of(view, value, view.total("missing", "children"), "children who went missing")
    return Headline("Missing a second time in the period", _printed(value), note, _compared(view, asked))


def _share_of(view: View, part: float | None, whole: float | None, of: str) -> str:
    """'32% of children in care', and why there is no share where there is none."""
    share = percentage(part, whole, view.source.mode)
    if share is not None:
        return f"{percent(share)} of {of}"
    return f"No {of.replace('children', 'child')}" if whole == 0 else f"Share of {of} withheld"


def _headline(view: View, title: str, question: str, unit: str, note: str) -> Headline:
    periods = quarters_until(view, 14)
    line = view.cells(question, periods=periods).values(unit) if periods else []
    starts = [found["at"] for found in restarts(view, periods)] if question == "missing" else []
    if starts:
        line = [None if at < starts[-1] else value for at, value in enumerate(line)]
    chart = xmr(line) if line else None

    def asked(period: Period) -> float | None:
        return view.total(question, unit, periods=[period])

    now = _printed(asked(view.scope.period), unit)
    return Headline(title, now, note, _compared(view, asked, unit), line, chart, starts[-1] if starts else 0)


def _compared(
    view: View, asked: Callable[[Period], float | None], unit: str = "children"
) -> list[Comparison]:
    now = asked(view.scope.period)
    compared = []
    for period in compared_periods(view):
        before = asked(period)
        difference = change(now, before)
        printed = signed(difference) if difference is not None else ""
        compared.append(Comparison(period, _printed(before, unit), printed))
    return compared


def compared_periods(view: View) -> list[Period]:
    """The earlier periods that the reader wants beside this one, as far as they are held."""
    period = view.scope.period
    wanted = {
        "both": [previous(period), last_year(period)],
        "previous": [previous(period)],
        "last_year": [last_year(period)],
        "none": [],
    }[view.scope.compare]
    first = min((one.since for one in view.source.periods), default=period.since)
    free = view.source.mode == "exact"
    held = [one for one in wanted if (one.since >= first if free else one in view.source.held)]
    return list(dict.fromkeys(held))


def _printed(value: float | None, unit: str = "children") -> str:
    return number(value) if value is not None else WITHHELD if unit == "children" else "c"
