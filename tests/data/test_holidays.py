"""School holidays of an extract: read from the manifest, refused when not understood."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from data.holidays import Holiday, read_holidays
from data.problem import Problem


def test_a_holiday_has_a_first_and_a_last_day_and_may_be_one_day_long() -> None:
    written = [
        {"first": date(2024, 2, 10), "last": "2024-02-18"},
        {"first": datetime(2024, 5, 6), "last": date(2024, 5, 6)},
    ]
    assert read_holidays(written) == (
        Holiday(date(2024, 2, 10), date(2024, 2, 18)),
        Holiday(date(2024, 5, 6), date(2024, 5, 6)),
    )
    assert read_holidays([]) == ()


@pytest.mark.parametrize(
    "listed",
    [
        "summer",
        ["2024-07-23"],
        [{"first": date(2024, 7, 23)}],
        [{"first": date(2024, 7, 23), "last": date(2024, 7, 22)}],
        [{"first": date(2024, 7, 23), "last": date(2025, 7, 22)}],  # a year is no holiday
        [{"first": "23 July", "last": date(2024, 8, 31)}],
        [{"first": date(2024, 7, 23), "last": date(2024, 8, 31), "name": "summer of ann"}],
    ],
)
def test_a_holiday_that_is_not_understood_is_refused_without_its_value(listed: object) -> None:
    with pytest.raises(Problem) as refused:
        read_holidays(listed)
    assert refused.value.column == "school_holidays"
    assert "ann" not in str(refused.value)
    assert "July" not in str(refused.value)
