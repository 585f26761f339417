"""Periods by name: `2024-Q1`, `2023-24`, `2024-Q1..2024-Q4`, `2024-03`, or any two dates in exact mode.

`2010-11` is the financial year; the month of that name is `2010-M11`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from data.problem import Problem
from queries.engine import Period as Span

KINDS = {
    "quarter": "Quarter",
    "financial_year": "Financial year",
    "rolling_year": "Four quarters",
    "month": "Month",
    "dates": "Dates",
}
MONTHS = ("January February March April May June July August September October November December").split()


@dataclass(frozen=True)
class Period(Span):
    """A named span of days, with the words that screens and documents print for it."""

    @property
    def last_day(self) -> date:
        """The last day that is in the period."""
        return self.until - timedelta(days=1)

    @property
    def label_long(self) -> str:
        """'July to September 2026'."""
        if self.kind == "dates":
            return f"{print_date(self.since)} to {print_date(self.last_day)}"
        return _span(self.since, self.last_day, " to ", MONTHS)

    @property
    def label_short(self) -> str:
        """'Jul–Sep 2026'."""
        if self.kind == "dates":
            return self.label_long
        return _span(self.since, self.last_day, "–", [month[:3] for month in MONTHS])


def print_date(day: date) -> str:
    """'30 September 2026'."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def month_of(day: date) -> str:
    """'September 2026'."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def _span(first: date, last: date, to: str, months: list[str]) -> str:
    end = f"{months[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return end
    if first.year == last.year:
        return f"{months[first.month - 1]}{to}{end}"
    joined = to if to.startswith(" ") else f" {to} "
    return f"{months[first.month - 1]} {first.year}{joined}{end}"


def period_named(name: str) -> Period:
    """The period of a name; Problem when the name is of no known form."""
    for pattern, make in PATTERNS:
        match = re.fullmatch(pattern, name)
        if match:
            return make(name, [int(part) for part in match.groups()])
    raise Problem(
        what=f"'{name[:40]}' is not the name of a period",
        todo="Use 2024-Q1, 2023-24 (financial year), 2024-Q1..2024-Q4 (four quarters) or 2024-03.",
    )


def period_between(since: date, until: date) -> Period:
    """Any days from `since`, up to but without `until`; Problem when they are the wrong way round."""
    if since >= until:
        raise Problem(what="The period ends before it starts", todo="Give a later end date.")
    return Period(f"{since}..{until}", "dates", since, until)


def add_months(day: date, months: int) -> date:
    """The same day of the month, some months later (or earlier)."""
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, day.day)


def earlier(period: Period, months: int) -> Period:
    """The period of the same kind that started some months before."""
    if period.kind == "dates":
        return period_between(_years_back(period.since, months), _years_back(period.until, months))
    since = add_months(period.since, -months)
    return period_starting(period.kind, since)


def _years_back(day: date, months: int) -> date:
    return add_months(day.replace(day=min(day.day, 28)), -months) + timedelta(days=max(day.day - 28, 0))


def previous(period: Period) -> Period:
    """The period just before, of the same length."""
    if period.kind == "dates":
        return period_between(period.since - (period.until - period.since), period.since)
    return earlier(period, {"month": 1, "quarter": 3}.get(period.kind, 12))


def last_year(period: Period) -> Period:
    """The same period a year before."""
    return earlier(period, 12)


def period_starting(kind: str, since: date) -> Period:
    """The month, quarter, financial year or four quarters that start on a day."""
    quarter = (since.month + 2) // 3
    if kind == "month":
        return _month("", [since.year, since.month])
    if kind == "quarter":
        return _quarter(f"{since.year}-Q{quarter}", [since.year, quarter])
    if kind == "financial_year":
        return _financial_year(
            f"{since.year}-{(since.year + 1) % 100:02d}", [since.year, (since.year + 1) % 100]
        )
    end = add_months(since, 9)
    return Period(
        f"{since.year}-Q{quarter}..{end.year}-Q{(end.month + 2) // 3}",
        "rolling_year",
        since,
        add_months(since, 12),
    )


def _month(name: str, parts: list[int]) -> Period:
    if not 1 <= parts[1] <= 12:
        raise Problem(
            what=f"'{name[:40]}' is neither a month nor a financial year",
            todo="Use a month from 2024-01 to 2024-12, or two years that follow each other, 2023-24.",
        )
    since = date(parts[0], parts[1], 1)
    plain = not _looks_like_years(parts)
    return Period(f"{since:%Y-%m}" if plain else f"{since:%Y-M%m}", "month", since, add_months(since, 1))


def _quarter(name: str, parts: list[int]) -> Period:
    since = date(parts[0], parts[1] * 3 - 2, 1)
    return Period(name, "quarter", since, add_months(since, 3))


def _financial_year(name: str, parts: list[int]) -> Period:
    return Period(name, "financial_year", date(parts[0], 4, 1), date(parts[0] + 1, 4, 1))


def _rolling_year(name: str, parts: list[int]) -> Period:
    since = date(parts[0], parts[1] * 3 - 2, 1)
    period = period_starting("rolling_year", since)
    if period.name != name:
        raise Problem(
            what="The four quarters do not make a year", todo="Use 2024-Q1..2024-Q4, or 2024-Q2..2025-Q1."
        )
    return period


YEAR, QUARTER = "((?:19|20)[0-9]{2})", "([1-4])"
PATTERNS = (
    (f"{YEAR}-Q{QUARTER}", _quarter),
    (rf"{YEAR}-Q{QUARTER}\.\.{YEAR}-Q{QUARTER}", _rolling_year),
    (f"{YEAR}-M([0-9]{{2}})", _month),
    (f"{YEAR}-([0-9]{{2}})", lambda name, parts: _year_or_month(name, parts)),
)


def _year_or_month(name: str, parts: list[int]) -> Period:
    """2023-24 is a year, 2024-03 a month; where both could be meant (2010-11) the year is."""
    return (_financial_year if _looks_like_years(parts) else _month)(name, parts)


def _looks_like_years(parts: list[int]) -> bool:
    return (parts[0] + 1) % 100 == parts[1]
