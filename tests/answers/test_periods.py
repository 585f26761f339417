"""Periods by name: how they are read, printed and compared."""

from __future__ import annotations

from datetime import date

import pytest

from answers.periods import last_year, period_between, period_named, previous
from data.problem import Problem


@pytest.mark.parametrize(
    ("name", "kind", "since", "until", "label"),
    [
        ("2024-Q1", "quarter", date(2024, 1, 1), date(2024, 4, 1), "January to March 2024"),
        ("2023-Q4", "quarter", date(2023, 10, 1), date(2024, 1, 1), "October to December 2023"),
        ("2023-24", "financial_year", date(2023, 4, 1), date(2024, 4, 1), "April 2023 to March 2024"),
        ("1999-00", "financial_year", date(1999, 4, 1), date(2000, 4, 1), "April 1999 to March 2000"),
        ("2024-Q1..2024-Q4", "rolling_year", date(2024, 1, 1), date(2025, 1, 1), "January to December 2024"),
        ("2024-Q3..2025-Q2", "rolling_year", date(2024, 7, 1), date(2025, 7, 1), "July 2024 to June 2025"),
        ("2024-02", "month", date(2024, 2, 1), date(2024, 3, 1), "February 2024"),
        ("2010-11", "financial_year", date(2010, 4, 1), date(2011, 4, 1), "April 2010 to March 2011"),
        ("2010-M11", "month", date(2010, 11, 1), date(2010, 12, 1), "November 2010"),
    ],
)
def test_a_name_is_read_and_printed(name: str, kind: str, since: date, until: date, label: str) -> None:
    period = period_named(name)
    assert (period.name, period.kind, period.since, period.until) == (name, kind, since, until)
    assert period.label_long == label


@pytest.mark.parametrize(
    "name",
    ["2024-Q5", "2024-Q0", "2024-13", "2024-00", "2023-25", "24-Q1", "2024", "2024-Q1..2024-Q3", "0000-Q1",
     "9999-Q4", "2024-q1", " 2024-Q1", "2024-Q1 ", "٢٠٢٤-Q1", "2024-Q1..2025-Q4", "2024-M13"],
)  # fmt: skip
def test_a_name_of_no_known_form_is_refused(name: str) -> None:
    with pytest.raises(Problem):
        period_named(name)


@pytest.mark.parametrize(
    ("name", "before", "year_ago"),
    [
        ("2024-Q1", "2023-Q4", "2023-Q1"),
        ("2024-01", "2023-12", "2023-01"),
        ("2010-M12", "2010-M11", "2009-12"),
        ("2023-24", "2022-23", "2022-23"),
        ("2024-Q2..2025-Q1", "2023-Q2..2024-Q1", "2023-Q2..2024-Q1"),
    ],
)
def test_the_period_before_and_a_year_before(name: str, before: str, year_ago: str) -> None:
    assert (previous(period_named(name)).name, last_year(period_named(name)).name) == (before, year_ago)


def test_free_dates_have_a_period_before_of_the_same_length() -> None:
    period = period_between(date(2024, 3, 1), date(2024, 3, 31))
    assert previous(period) == period_between(date(2024, 1, 31), date(2024, 3, 1))
    assert last_year(period_between(date(2024, 2, 29), date(2024, 3, 31))).since == date(2023, 3, 1)
    assert period.label_long == "1 March 2024 to 30 March 2024"


def test_dates_the_wrong_way_round_are_refused() -> None:
    with pytest.raises(Problem, match="ends before it starts"):
        period_between(date(2024, 3, 1), date(2024, 3, 1))
