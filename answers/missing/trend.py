"""M1-M4 and M10 over time: the control chart, with marked changes in recording."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from answers.finding import Finding
from answers.periods import Period, month_of
from answers.variation import Variation, xmr
from answers.view import View, emptied, finding_of, needed_quarters
from answers.words import counted, listed, number, plural, rate, ratio
from disclosure import per_10_000, with_number


def restarts(view: View, periods: Sequence[Period], kind: str = "missing") -> list[dict[str, Any]]:
    """Where recording changed within these periods: the place in the list, and the words."""
    found = []
    for change in view.source.recording_changes:
        place = next((at for at, period in enumerate(periods) if period.until > change["on_date"]), None)
        if change["kind"] == kind and place:
            found.append({"at": place, "on": change["on_date"], "note": change["note"]})
    return found


def trend(view: View) -> Finding:
    """Children, episodes or their rate in each month (or quarter), against their own usual variation."""
    periods = view.steps()
    shown = "episodes" if view.scope.show == "episodes" else "children"
    table = view.cells("missing", periods=periods)
    values: list[float | None] = table.values(shown)
    unit = shown
    if view.scope.show == "rate":
        population = view.area.population_0_17
        values = [per_10_000(value, population) for value in values]
        table = with_number(table, "rate", values, [value is None for value in table.values(shown)])
        unit = "rate"
    changes = restarts(view, periods)
    chart = xmr(values, [change["at"] for change in changes])
    step = "month" if periods and periods[0].kind == "month" else "quarter"
    title, sentence = _words(view, periods, values, chart, changes, step, unit)
    finding = finding_of(
        view,
        "trend",
        "missing",
        table,
        title=title,
        subtitle=f"{_lead(unit, step)}, {view.place}. {view.scope.period.label_long}: {_total(view, shown)}; "
        f"{view.unknown_area('missing', shown)}.",
        sentence=sentence,
        columns={
            "period": step.capitalize(),
            "children": "Children",
            "episodes": "Episodes",
            "rate": "Rate for each 10,000",
        },
        labels={"period": {period.name: period.label_long for period in periods}},
        extra={"values": values, "number": unit, "chart": chart, "changes": changes, "periods": periods},
    )
    return emptied(finding, shown)


def _lead(unit: str, step: str) -> str:
    return {
        "episodes": f"Missing episodes started in each {step}",
        "children": f"Children who went missing in each {step}",
        "rate": f"Children missing in each {step} for each 10,000 aged 0 to 17, not yearly rates",
    }[unit]


def _total(view: View, shown: str) -> str:
    value = view.total("missing", shown)
    one = "episode" if shown == "episodes" else "child"
    return plural(value, one, shown) if value is not None else f"{shown} withheld"


def outside_limits(chart: Variation) -> list[int]:
    """The places in the series that lie outside their process limits."""
    return [signal.start for signal in chart.signals if signal.kind == "outside"]


def _words(
    view: View,
    periods: list[Period],
    values: list[float | None],
    chart: Variation,
    changes: list[dict[str, Any]],
    step: str,
    unit: str,
) -> tuple[str, str]:
    outside = outside_limits(chart)
    if not chart.segments:
        return (
            f"Too few {step}s to tell what is usual",
            f"Usual variation needs eight {step}s that are shown and recorded alike.",
        )
    if not any(values) and None not in values:
        what = "missing episode" if unit == "episodes" else "child went missing"
        return f"No {what} in any {step}", ""
    if not outside:
        title = f"Every {step}{_known_of(chart)} was within its usual variation"
    elif len(outside) == 1:
        at = outside[0]
        title = f"One {step} was outside its usual variation: {periods[at].label_long}, with {amount(values[at], unit)}"
    else:
        title = f"{counted(len(outside))} {step}s were outside their usual variation"
    return title, _sentence(periods, values, chart, changes, step, outside, unit)


def amount(value: float | None, unit: str) -> str:
    """'48 missing episodes', '1 child missing', '3.7 for each 10,000'."""
    if unit == "rate":
        return f"{rate(value)} for each 10,000"
    if unit == "children":
        return f"{plural(value, 'child', 'children')} missing"
    return plural(value, "missing episode", "missing episodes")


def usual(value: float) -> str:
    """A mean or a limit: whole from 20 on, one decimal below."""
    return number(round(value, 1) if value < 20 else round(value))


def _known_of(chart: Variation) -> str:
    """Of which steps it can be told: not of those that are withheld, nor of those without limits."""
    without = any(chart.segment_at(at) is None for at in range(len(chart.values)))
    return _shown(chart.values) + (" that has limits" if without else "")


def _sentence(
    periods: list[Period],
    values: list[float | None],
    chart: Variation,
    changes: list[dict[str, Any]],
    step: str,
    outside: list[int],
    unit: str,
) -> str:
    last = chart.segments[-1]
    noun = f"{step}ly {'rate' if unit == 'rate' else 'number'}"
    mean = usual(last.mean)
    if last.stop < len(values):  # these limits ended at a change: they are not those of the points after it
        changed = next(change["on"] for change in changes if change["at"] == last.stop)
        return (
            f"Until recording changed in {month_of(changed)} the {noun} averaged {mean}. "
            f"Too few {step}s are shown since then to tell what is usual."
        )
    opening = f"Since recording changed in {month_of(changes[-1]['on'])} the" if changes else "The"
    said = f"{opening} {noun} has averaged {mean}."
    recent = [at for at in outside if at >= last.start]
    if recent:
        names = listed([periods[at].label_long for at in recent[-3:]])
        side = "above the upper" if (values[recent[-1]] or 0) > last.mean else "below the lower"
        same = len({(values[at] or 0) > last.mean for at in recent}) == 1
        where = f"{side} process limit" if same else "outside the process limits"
        said += f" {names} {'is' if len(recent) == 1 else 'are'} {where}."
    else:
        said += (
            f" No {step}{_shown(values)} since then is outside the process limits."
            if changes
            else f" No {step}{_shown(values)} is outside the process limits."
        )
    withheld = sum(value is None for value in values)
    if withheld:
        said += f" {counted(withheld)} {step if withheld == 1 else step + 's'} {'is' if withheld == 1 else 'are'} withheld."
    return said


def _shown(values: Sequence[float | None]) -> str:
    return " shown" if None in values else ""


def away(view: View) -> Finding:
    """M2: absences away without authorisation beside missing episodes, quarter by quarter, never added."""
    periods = needed_quarters(view, 20)
    table = view.cells("away", periods=periods)
    missing = view.cells("missing", periods=periods).values("episodes")
    table = with_number(table, "missing_episodes", missing, [value is None for value in missing])
    now, other = table.values("episodes")[-1], missing[-1]
    changes = restarts(view, periods, "away") or restarts(view, periods)
    title = "Away without authorisation, beside missing episodes"
    sentence = f"{periods[-1].label_long}: {_away_for_missing(now, other)}."
    if changes:
        title = f"Away without authorisation: compare only from {month_of(changes[-1]['on'])}"
        sentence += f" {changes[-1]['note']}."
    return finding_of(
        view,
        "away",
        "away",
        table,
        title=title,
        subtitle=f"Episodes started in each quarter, {view.place}. Counted apart: agencies drift from one to the other.",
        sentence=sentence,
        columns={
            "period": "Quarter",
            "children": "Children away",
            "episodes": "Away episodes",
            "missing_episodes": "Missing episodes",
        },
        labels={"period": {period.name: period.label_long for period in periods}},
        extra={
            "series": {"Away": table.values("episodes"), "Missing": missing},
            "other": "missing_episodes",
            "periods": periods,
            "changes": changes,
        },
    )


def _away_for_missing(away: float | None, missing: float | None) -> str:
    """'15 recorded as away for 200 recorded as missing (0.07 away for each missing)'."""
    if away is None or missing is None:
        return "one or both numbers are withheld"
    each = f" ({ratio(away / missing)} away for each missing)" if missing else ""
    return f"{number(away)} recorded as away for {number(missing)} recorded as missing{each}"
