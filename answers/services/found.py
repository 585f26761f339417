"""S6: children identified where a specialist service is and where none is, and before and after one opened."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from answers.finding import Finding
from answers.intervals import Interval, rate_ratio
from answers.missing.areas import rates_by_area
from answers.periods import Period, add_months, month_of, period_starting
from answers.services.provision import Service, provision, services_of
from answers.view import View, finding_of
from answers.words import interval, listed, number, rate, ratio
from data.problem import Problem
from disclosure import is_within_noise

SPECIALIST = "specialist_cse"
MOST_YEARS = 4
LOOKED_FOR = "More found is more looked for, not more exploited."


def areas(view: View) -> Finding:
    """The rate of each area, with those marked that have a specialist service of their own."""
    view = view.for_question("victims")
    finding = rates_by_area(view, "found_by_area", "victims", "Children identified")
    if finding.table is None:
        return finding
    codes = finding.table.labels("area")
    served = {code: provision(view, code, SPECIALIST).own for code in codes}
    names = {code: view.source.area(code).name for code in codes}
    labels = {
        code: f"{names[code]}, service{_since(served[code])}" if served[code] else names[code]
        for code in codes
    }
    return replace(
        finding,
        sentence=_areas_words(finding, codes, served, names),
        labels={**finding.labels, "area": labels},
    )


def _since(services: list[Service]) -> str:
    opened = [one.opened_on for one in services if one.opened_on]
    return f" since {min(opened).year}" if opened else ""


def _areas_words(
    finding: Finding, codes: list[str], served: dict[str, list[Service]], names: dict[str, str]
) -> str:
    """Each area with a service of its own, against all."""
    whole = finding.extra["whole"]
    told = [
        f"{names[code]} {rate(one.value)} {interval(one.low, one.high)}"
        for code, one in zip(codes, finding.extra["intervals"], strict=True)
        if served[code] and one is not None
    ]
    against = f", against {rate(whole)} for {finding.extra['whole_name']}" if whole is not None else ""
    if not any(served.values()):
        return f"No area shown has a specialist service of its own. {LOOKED_FOR}"
    if not told:
        return f"The rate of every area with a specialist service is withheld. {LOOKED_FOR}"
    return f"With a specialist service of its own: {listed(told[:3])}{against}. {LOOKED_FOR}"


@dataclass(frozen=True)
class Opening:
    """A service that opened, with whole years before and after; the quarter in which it opened may be in neither."""

    service: Service
    before: list[Period]
    after: list[Period]

    @property
    def is_mid_quarter(self) -> bool:
        return self.before[-1].until != self.after[0].since


def opening(view: View) -> Opening | None:
    """The newest specialist service in the area with a whole year held on both sides of its opening."""
    inside = [
        one
        for one in services_of(view.source)
        if one.kind == SPECIALIST
        and one.opened_on
        and view.scope.area in (one.area, *view.source.above(one.area), "all")
    ]
    for one in sorted(inside, key=lambda one: one.opened_on or date.min, reverse=True):
        found = _years_around(view, one)
        if found is not None:
            return found
    return None


def _years_around(view: View, service: Service) -> Opening | None:
    """Years that end with the quarter before the opening, and that start with the first whole quarter after it."""
    opened = service.opened_on or date.min
    quarter = period_starting("quarter", date(opened.year, (opened.month - 1) // 3 * 3 + 1, 1))
    first = quarter.since if opened == quarter.since else quarter.until
    held = [
        one for one in view.source.held if one.kind == "rolling_year" and one.until <= view.scope.period.until
    ]
    before = [
        year
        for back in range(MOST_YEARS, 0, -1)
        if (year := period_starting("rolling_year", add_months(quarter.since, -12 * back))) in held
    ]
    after = [
        year
        for ahead in range(MOST_YEARS)
        if (year := period_starting("rolling_year", add_months(first, 12 * ahead))) in held
    ]
    return Opening(service, before, after) if before and after else None


def before_and_after(view: View) -> Finding:
    """Children identified in the service's area, year by year, before and after it opened."""
    view = view.for_question("victims")
    found = opening(view)
    if found is None:
        raise Problem(
            what="No specialist service opened here with a whole year of records before and after",
            todo="Choose a larger area or a later period; the table 'services' says when each opened.",
        )
    area = view.source.area(found.service.area)
    periods = [*found.before, *found.after]
    table = view.cells("victims", areas=[area.code], periods=periods, role="home")
    title, sentence = _opening_words(view, found)
    return finding_of(
        view,
        "opening",
        "victims",
        table,
        title=title,
        subtitle=f"Children identified in {area.name} by home area, in whole years before and after {found.service.service_name} "
        f"opened in {month_of(found.service.opened_on or date.min)}{_left_out(found)}.",
        sentence=sentence,
        columns={"period": "Year", "children": "Children"},
        labels={"period": {period.name: period.label_long for period in periods}},
        extra={
            "values": table.values("children"),
            "periods": periods,
            "number": "children",
            "changes": [len(found.before)],
            "changed": "Service opened",
            "is_clear": compare(view, found, area.code).is_clear,
        },
    )


def _left_out(found: Opening) -> str:
    return "; the quarter in which it opened is in neither" if found.is_mid_quarter else ""


@dataclass(frozen=True)
class Compared:
    """The year before and the year after, how many times as many, and whether that is clear; None is withheld."""

    before: float | None
    after: float | None
    times: Interval | None
    is_clear: bool


def compare(view: View, found: Opening, area: str) -> Compared:
    """The first whole year after an opening against the last one before it, in one area."""
    years = [found.before[-1], found.after[0]]
    before, after = view.cells("victims", areas=[area], periods=years, role="home").values("children")
    if before is None or after is None or not before:
        return Compared(before, after, None, False)
    times = rate_ratio(after, before)
    is_clear = (
        times is not None and not times.holds(1) and not is_within_noise(after - before, view.source.mode)
    )
    return Compared(before, after, times, is_clear)


def _opening_words(view: View, found: Opening) -> tuple[str, str]:
    name = view.source.area(found.service.area).name
    here = compare(view, found, found.service.area)
    opened = month_of(found.service.opened_on or date.min)
    if here.times is None:
        return f"{name}, before and after a specialist service opened", (
            "The year before or the year after is withheld, or nobody was identified: no comparison can be made."
        )
    said = f"{number(here.after)} in the year after, from {number(here.before)}: {_times(here.times)}"
    around = _around(view, found)
    if not here.is_clear:
        return f"{name}: no clear change after a specialist service opened in {opened}", f"{said}.{around}"
    more = "More" if here.times.value > 1 else "Fewer"
    return f"{more} children were identified in {name} after a specialist service opened in {opened}", (
        f"{said}.{around} {LOOKED_FOR}"
    )


def _around(view: View, found: Opening) -> str:
    """The same comparison in the largest area that the service's lies in."""
    area = view.source.above(found.service.area)[-2:][0]
    times = compare(view, found, area).times
    return f" {view.source.area(area).name}: {_times(times)}." if times else ""


def _times(times: Interval) -> str:
    return f"{ratio(times.value)} times as many {interval(times.low, times.high, 2)}"
