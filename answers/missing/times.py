"""M15: the hours and weekdays at which children were missing."""

from __future__ import annotations

from answers.finding import Finding
from answers.missing.parts import largest
from answers.question import takes_pairs
from answers.view import View, emptied, finding_of
from answers.words import label, listed, number, percent, plural
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
    hour_table = (
        table if by == ("hour",) else view.cells("missing_by_hour", ("hour",), periods=[view.within_year()])
    )
    hourly = dict(zip(hour_table.labels("hour"), hour_table.values("episodes"), strict=True))
    evening = [hourly[hour] for hour in EVENING]
    if any(value is None for value in evening) or not timed:
        return "The hours at which children were missing", "Too few to describe."
    peak = largest(hourly)
    if peak is None:
        return "The hours at which children were missing", "Two hours or more share the first place."
    days = _busiest_days(view)
    title = f"Children were most often missing from {clock(int(peak))} to {clock(int(peak) + 1)}"
    if days:
        title += f", and on {listed(days)}"
    share = percentage(hourly[peak], timed, view.source.mode)
    return title, (
        f"That hour holds about {percent(share)} of the time that children were missing; an even spread would be 4%."
        if share is not None
        else "Episodes last into the hours after their start."
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
