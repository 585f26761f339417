"""M15: the hours and weekdays at which children were missing."""

from __future__ import annotations

from answers.finding import Finding
from answers.question import takes_pairs
from answers.view import View, emptied, finding_of
from answers.words import label, listed, number, percent
from disclosure import ProtectedTable, percentage

EVENING = [str(hour) for hour in range(17, 23)]


def hours(view: View) -> Finding:
    """Hour by weekday where two breakdowns are held, otherwise the hours of the day alone."""
    period = view.within_year()
    by = ("weekday", "hour") if takes_pairs(view.source, view.scope.area) else ("hour",)
    table = view.cells("missing_by_hour", by, periods=[period])
    timed = view.total("missing_by_hour", "episodes", periods=[period])
    everyone = view.total("missing", "episodes", periods=[period])
    title, sentence = _words(view, table, timed, by)
    needs = "" if period == view.scope.period else " This chart needs a year."
    finding = finding_of(
        view,
        "hours",
        "missing_by_hour",
        table,
        title=title,
        subtitle=f"Episodes in each hour, {period.label_long}, each spread over the hours it covered, 72 at most."
        f"{needs} {_timed(timed, everyone)}",
        sentence=sentence,
        columns={"weekday": "Day", "hour": "Hour", "children": "Children", "episodes": "Episodes"},
        extra={"by": by, "number": "episodes"},
    )
    return emptied(finding)


def _timed(timed: float | None, everyone: float | None) -> str:
    if timed is None or everyone is None:
        return "How many had times is withheld."
    return f"{number(min(round(timed), everyone))} of {number(everyone)} episodes had times."


def _words(view: View, table: ProtectedTable, timed: float | None, by: tuple[str, ...]) -> tuple[str, str]:
    hour_table = (
        table if by == ("hour",) else view.cells("missing_by_hour", ("hour",), periods=[view.within_year()])
    )
    hourly = dict(zip(hour_table.labels("hour"), hour_table.values("episodes"), strict=True))
    evening = [hourly[hour] for hour in EVENING]
    if any(value is None for value in evening) or not timed:
        return "The hours at which children were missing", "Too few to describe."
    peak = max((value or 0, int(hour)) for hour, value in hourly.items())[1]
    share = percentage(hourly[str(peak)], timed, view.source.mode)
    days = _busiest_days(view)
    title = f"More children were missing from {clock(peak)} to {clock(peak + 1)} than in any other hour"
    if days:
        title += f", above all on {listed(days)}"
    said = f"The hour from {clock(peak)} holds about {percent(share)} of the time that children were missing"
    return (
        title,
        f"{said}; an even spread would be 4%."
        if share is not None
        else f"{said.split(' holds')[0]} holds the most.",
    )


def _busiest_days(view: View) -> list[str]:
    table = view.cells("missing_by_hour", ("weekday",), periods=[view.within_year()])
    shown = sorted(
        (
            (value, code)
            for code, value in zip(table.labels("weekday"), table.values("episodes"), strict=True)
            if value
        ),
        reverse=True,
    )
    return [label("weekday", code) for _, code in sorted(shown[:2], key=lambda pair: pair[1])]


def clock(hour: int) -> str:
    """17 -> '5pm'; 0 and 24 -> 'midnight'; 12 -> 'noon'."""
    hour %= 24
    if hour in (0, 12):
        return "noon" if hour else "midnight"
    return f"{hour % 12}{'am' if hour < 12 else 'pm'}"
