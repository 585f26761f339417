"""M1 by the calendar: the months of a year beside those of the year before, and school terms beside holidays."""

from __future__ import annotations

from dataclasses import replace

from answers.breakdown import Breakdown, counts_of, leading, tell
from answers.finding import Finding
from answers.intervals import rate_ratio
from answers.periods import Period, add_months, last_year, month_of
from answers.view import View, emptied, finding_of
from answers.words import interval, label, plural, ratio
from disclosure import ProtectedTable, side_by_side, with_number
from disclosure import ratio as for_each

QUESTION = "missing_by_season"
SCHOOLS = Breakdown(
    "schools",
    QUESTION,
    "school",
    "Episodes by whether they started in school term or holidays",
    lambda *_: ("", ""),
)


def months(view: View) -> Finding:
    """Episodes started in each month of a year, beside the same months of the year before."""
    view = view.for_question(QUESTION).of_a_year()
    period, before = view.scope.period, _year_before(view)
    columns = {period.name: "episodes"} | ({before.name: "year_before"} if before else {})
    cells = view.cells(QUESTION, ("calendar_month",), periods=[period, *([before] if before else [])])
    table = _in_order(side_by_side(cells, "period", columns, "episodes"), _months_of(period))
    finding = finding_of(
        view,
        "months",
        QUESTION,
        table,
        title=_month_title(view, table),
        subtitle=f"Episodes started in each month, {view.place}, {period.label_long}.",
        sentence=_against(view, period, before),
        columns={
            "calendar_month": "Month",
            "episodes": period.label_short,
            **({"year_before": before.label_short} if before else {}),
        },
        extra={"number": "episodes", "numbers": list(columns.values())},
    )
    return emptied(finding)


def _year_before(view: View) -> Period | None:
    """The year before, where the data reaches so far back."""
    before = last_year(view.scope.period)
    if view.source.mode == "protected":
        return before if before in view.source.held else None
    return before if before.since >= min(one["period_start"] for one in view.source.extracts) else None


def _months_of(period: Period) -> list[str]:
    """The calendar months that a period touches, as its days run; each once."""
    first = period.since.replace(day=1)
    found: list[str] = []
    while first < period.until and len(found) < 12:
        found.append(str(first.month))
        first = add_months(first, 1)
    return found


def _in_order(table: ProtectedTable, codes: list[str]) -> ProtectedTable:
    held = table.where([code in codes for code in table.labels("calendar_month")])
    return held.in_order(
        sorted(range(len(held)), key=lambda place: codes.index(held.labels("calendar_month")[place]))
    )


def _month_title(view: View, table: ProtectedTable) -> str:
    counts = counts_of(table, "calendar_month")
    first = leading(counts, view.source.mode)
    if None in counts.values() or not first:
        return "Missing episodes by month"
    if len(first) == 1:
        return f"{label('calendar_month', first[0])} had the most missing episodes"
    return "No one month had the most missing episodes"


def _against(view: View, period: Period, before: Period | None) -> str:
    """'4,080 episodes, from 3,250 in the year before. Recorded differently since April 2025.'"""
    total = view.total("missing", "episodes", periods=[period])
    if total is None:
        return "How many episodes there were is withheld."
    said = plural(total, "episode", "episodes")
    earlier = view.total("missing", "episodes", periods=[before]) if before else None
    if before is None or earlier is None:
        return f"{said}; the year before is {'withheld' if before else 'not in the data'}."
    said = f"{said}, from {earlier:,.0f} in the year before."
    changes = [one["on_date"] for one in view.source.recording_changes if one["kind"] == "missing"]
    within = [on for on in changes if before.since < on < period.until]
    return f"{said} Recorded differently since {month_of(within[0])}." if within else said


def schools(view: View) -> Finding:
    """Episodes started in school term and in the holidays, and how many for each day."""
    view = view.for_question(QUESTION).of_a_year()
    days = view.source.school_days(view.scope.period)
    finding = tell(view, replace(SCHOOLS, words=lambda view, table: _school_words(table, days)))
    if finding.table is None or finding.state != "ok":
        return finding
    codes = finding.table.labels("school")
    lengths = [float(days.get(code, 0)) for code in codes]
    table = with_number(finding.table, "days", lengths)
    each = [for_each(count, length) for count, length in zip(table.values("episodes"), lengths, strict=True)]
    hidden = [count is None for count in table.values("episodes")]
    return replace(
        finding,
        table=with_number(table, "each", each, hidden),
        columns=finding.columns | {"days": "Days", "each": "Each day"},
    )


def _school_words(table: ProtectedTable, days: dict[str, int]) -> tuple[str, str]:
    counts = counts_of(table, "school")
    return compare(counts.get("term"), counts.get("holiday"), days)


def compare(term: float | None, holiday: float | None, days: dict[str, int]) -> tuple[str, str]:
    """Title and sentence of shown episodes in term and in the holidays, and of the days of each."""
    if not days:
        return (
            "School terms and holidays are not known",
            "An agency of the area can send them in extract.toml.",
        )
    lengths = days.get("term", 0), days.get("holiday", 0)
    if term is None or holiday is None or not all(lengths):
        return "School terms and holidays", "Too few episodes, or days of one kind alone, to compare."
    times = rate_ratio(holiday, term, lengths[1], lengths[0])
    if times is None:
        return "School terms and holidays", "Too few episodes to compare."
    said = f"For each day: {ratio(times.value)} times as many in the holidays {interval(times.low, times.high, 2)}."
    if times.holds(1):
        return "No clear difference between school term and holidays", said
    more = "More" if times.value > 1 else "Fewer"
    return f"{more} episodes started each day in the holidays than in term", said
