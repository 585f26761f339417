"""M10: the rate of each area below the chosen one, with its interval, and the funnel plot.

Rates are of children, whichever unit is chosen: episodes of one child are not independent, so an interval of
their number would be too narrow.
"""

from __future__ import annotations

from dataclasses import dataclass

from answers.finding import Finding
from answers.intervals import FUNNEL_LEVELS, Funnel, Interval, funnel, rate_per_10_000
from answers.source import Area
from answers.view import View, finding_of
from answers.words import capital, counted, interval, listed, rate
from data.problem import Problem
from disclosure import ProtectedTable, per_10_000, with_number

FEWEST = 3
COLUMNS = {
    "area": "Area",
    "children": "Children",
    "episodes": "Episodes",
    "population_0_17": "Aged 0 to 17",
    "rate": "Children for each 10,000",
    "low": "From",
    "high": "To",
}


@dataclass(frozen=True)
class Rates:
    """Areas in order of their names with shown counts and what follows from them; None is withheld."""

    areas: list[Area]
    table: ProtectedTable
    counts: list[float | None]
    rates: list[float | None]
    intervals: list[Interval | None]
    whole: float | None


def rates_of(view: View, question: str = "missing") -> Rates:
    """The rates of children in the areas below the chosen one (or beside it, where none is below)."""
    parts = [part for part in areas_shown(view) if part.population_0_17]
    if not parts:
        raise Problem(
            what="Rates need the number of children who live in each area",
            todo="Send population_0_17 in the table 'areas'.",
        )
    table = view.cells(question, areas=[part.code for part in parts])
    counts = table.values("children")
    populations = [part.population_0_17 for part in parts]
    rates = [per_10_000(*pair) for pair in zip(counts, populations, strict=True)]
    intervals = [_interval(*pair) for pair in zip(counts, populations, strict=True)]
    table = with_number(table, "population_0_17", [float(population or 0) for population in populations])
    table = with_number(table, "rate", rates, [value is None for value in counts])
    for name in ("low", "high"):
        ends = [None if one is None else round(getattr(one, name), 1) for one in intervals]
        table = with_number(table, name, ends, [value is None for value in counts])
    above = above_of(view)
    whole = per_10_000(view.total(question, "children", areas=[above.code]), above.population_0_17)
    return Rates(parts, table, counts, rates, intervals, whole)


def areas_shown(view: View, for_rates: bool = True) -> list[Area]:
    """The first level below with areas enough to compare; beside the chosen area, where none is below."""
    level = view.source.parts(above_of(view).code)
    while sum(bool(area.population_0_17 or not for_rates) for area in level) < FEWEST:
        below = [part for area in level for part in view.source.parts(area.code)]
        if not below:
            break
        level = sorted(below, key=lambda area: area.name)
    return level


def _interval(count: float | None, population: int | None) -> Interval | None:
    return None if count is None or not population else rate_per_10_000(count, population)


def areas(view: View) -> Finding:
    """M10: children who went missing."""
    return rates_by_area(view, "areas", "missing", "Children who went missing")


def rates_by_area(view: View, key: str, question: str, who: str) -> Finding:
    """Each area's rate and 95% interval against the rate of all; alphabetical, never a ranking."""
    found = rates_of(view, question)
    apart = [place for place, pair in enumerate(found.intervals) if _misses(pair, found.whole)]
    title, sentence = _words(view, found, apart)
    return finding_of(
        view,
        key,
        question,
        found.table,
        title=title,
        subtitle=f"{who} for each 10,000 aged 0 to 17, {view.scope.period.label_long}, with 95% "
        f"interval. {capital(view.unknown_area(question, 'children'))}. Alphabetical order.",
        sentence=sentence,
        columns=COLUMNS,
        extra={
            "rates": found.rates,
            "intervals": found.intervals,
            "whole": found.whole,
            "whole_name": above_of(view).name,
            "apart": apart,
            "names": [area.name for area in found.areas],
        },
    )


def above_of(view: View) -> Area:
    """The area that those compared lie in."""
    return view.area if view.source.parts(view.scope.area) else view.source.area(view.area.parent or "all")


def _misses(pair: Interval | None, whole: float | None) -> bool:
    return pair is not None and whole is not None and not pair.holds(whole)


def _words(view: View, found: Rates, apart: list[int]) -> tuple[str, str]:
    names = [area.name for area in found.areas]
    if found.whole is None:
        why = (
            "withheld"
            if above_of(view).population_0_17
            else "not available: not every area sent its number of children"
        )
        return "Rates by area", f"The rate of {above_of(view).name} is {why}. {_withheld(found)}".rstrip()
    if found.counts.count(None) == len(found.counts):
        return (
            "Rates by area",
            f"{above_of(view).name}: {rate(found.whole)} for each 10,000. Every area in it is withheld.",
        )
    above = [names[place] for place in apart if (found.rates[place] or 0) > found.whole]
    below = [names[place] for place in apart if (found.rates[place] or 0) < found.whole]
    said = [
        f"{listed(group)} {'is' if len(group) == 1 else 'are'} {side}"
        for group, side in ((above, "above"), (below, "below"))
        if group
    ]
    shown = " shown" if None in found.counts else ""
    title = (
        f"{' and '.join(said)} the rate of {above_of(view).name}"
        if said
        else f"No area{shown} can be told apart from {above_of(view).name}"
    )
    told = [
        f"{names[place]}: {rate(found.rates[place])} for each 10,000 {interval(one.low, one.high)}"
        for place in apart[:2]
        if (one := found.intervals[place]) is not None
    ]
    against = f"against {rate(found.whole)} for {above_of(view).name}"
    opening = (
        f"{'. '.join(told)}, {against}."
        if told
        else f"{above_of(view).name}: {rate(found.whole)} for each 10,000."
    )
    closing = f" {_withheld(found)}".rstrip()
    return title, f"{opening} Small areas have wide intervals; this is not a ranking.{closing}"


def _withheld(found: Rates) -> str:
    count = sum(one is None for one in found.counts)
    return f"{counted(count)} {'area is' if count == 1 else 'areas are'} withheld." if count else ""


def funnel_plot(view: View) -> Finding:
    """Each area's rate against its population, within the limits that chance alone would explain."""
    found = rates_of(view)
    shown = [
        (count, area) for count, area in zip(found.counts, found.areas, strict=True) if count is not None
    ]
    sizes = [float(area.population_0_17 or 0) for _, area in shown]
    fitted = funnel([count for count, _ in shown], sizes)
    if fitted is None:
        raise Problem(
            what="A funnel plot needs three areas or more that are not withheld",
            todo="Choose a larger area or a longer period.",
        )
    rates = [count / size * 10_000 for (count, _), size in zip(shown, sizes, strict=True)]
    outside = [
        area.name
        for (_, area), value, size in zip(shown, rates, sizes, strict=True)
        if fitted.position(value, size) != "within"
    ]
    title = (
        f"{listed(outside)} {'stands' if len(outside) == 1 else 'stand'} out from areas of the same size"
        if outside
        else "No area shown stands out from areas of the same size"
    )
    return finding_of(
        view,
        "funnel",
        "missing",
        found.table,
        title=title,
        subtitle=f"Rate for each 10,000 against the number of children who live there, {view.scope.period.label_long}. "
        f"Limits 95% and 99.8%{_widening(fitted)}.",
        sentence=_outside(len(outside), len(shown)),
        columns=COLUMNS,
        extra={
            "funnel": fitted,
            "levels": FUNNEL_LEVELS,
            "names": [area.name for _, area in shown],
            "populations": sizes,
            "rates": rates,
            "outside": outside,
        },
    )


def _outside(count: int, of: int) -> str:
    said = (
        f"{counted(count)} of the {of} areas shown {'is' if count == 1 else 'are'}"
        if count
        else f"No area of the {of} shown is"
    )
    return f"{said} outside the 99.8% limits. Areas with more children have narrower limits."


def _widening(limits: Funnel) -> str:
    return (
        f", widened: areas differ more than by chance (overdispersion {limits.phi:.1f})"
        if limits.phi > 1
        else ""
    )
