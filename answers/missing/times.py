"""M15: the hours and weekdays at which children were missing."""

from __future__ import annotations

from answers.breakdown import counts_of, leading
from answers.finding import Finding
from answers.question import takes_pairs
from answers.view import View, emptied, finding_of
from answers.words import label, listed, number, percent, plural
from disclosure import ProtectedTable, percentage

EVENING = [str(hour) for hour in range(17, 23)]
MOST_HOURS, MOST_DAYS = 8, 3  # more that are alike are no peak


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
        subtitle=f"Episodes in each hour, {view.place}, {period.label_long}, each spread over the hours it covered, "
        f"72 at most.{needs} {_timed(timed, everyone)}",
        sentence=sentence,
        columns={"weekday": "Day", "hour": "Hour", "children": "Children", "episodes": "Episodes"},
        extra={"by": by, "number": "episodes"},
    )
    return emptied(finding)


def _timed(timed: float | None, everyone: float | None) -> str:
    if timed is None or everyone is None:
        return "How many had times is withheld."
    if not everyone:
        return "0 episodes."
    return f"{number(min(round(timed), everyone))} of {plural(everyone, 'episode', 'episodes')} had times."


def _words(view: View, table: ProtectedTable, timed: float | None, by: tuple[str, ...]) -> tuple[str, str]:
    plain, hourly = "The hours at which children were missing", _hourly(view, table, by)
    if any(hourly[hour] is None for hour in EVENING) or not timed:
        return plain, "Too few to describe."
    span = _span([int(hour) for hour in leading(hourly, view.source.mode)])
    if span is None:
        return plain, "Too many hours are alike to name the busiest."
    opening = "Of the hours shown, children" if None in hourly.values() else "Children"
    title = f"{opening} were most often missing from {clock(span[0])} to {clock(span[1])}"
    days = _busiest_days(view)
    if days:
        title += f", and on {listed(days)}"
    busiest = max(value for value in hourly.values() if value is not None)
    share = percentage(busiest, timed, view.source.mode)
    return title, (
        f"The busiest hour holds about {percent(share)} of the episodes; an even spread would be 4%."
        if share is not None
        else "Episodes last into the hours after their start."
    )


def _hourly(view: View, table: ProtectedTable, by: tuple[str, ...]) -> dict[str, float | None]:
    if by != ("hour",):
        table = view.cells("missing_by_hour", ("hour",), periods=[view.within_year()])
    return counts_of(table, "hour")


def _span(hours: list[int]) -> tuple[int, int] | None:
    """The first hour, and the one after the last, of hours in a row, over midnight too; None of others, or of many."""
    if not 0 < len(hours) <= MOST_HOURS:
        return None
    firsts = [hour for hour in hours if (hour - 1) % 24 not in hours]
    return (firsts[0], firsts[0] + len(hours)) if len(firsts) == 1 else None


def _busiest_days(view: View) -> list[str]:
    """The days that stand out from the others; none where most are alike, or any is withheld."""
    table = view.cells("missing_by_hour", ("weekday",), periods=[view.within_year()])
    daily = counts_of(table, "weekday")
    days = leading(daily, view.source.mode)
    return (
        [label("weekday", day) for day in days]
        if None not in daily.values() and len(days) <= MOST_DAYS
        else []
    )


def clock(hour: int) -> str:
    """17 -> '5pm'; 0 and 24 -> 'midnight'; 12 -> 'noon'."""
    hour %= 24
    if hour in (0, 12):
        return "noon" if hour else "midnight"
    return f"{hour % 12}{'am' if hour < 12 else 'pm'}"
