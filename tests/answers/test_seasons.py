"""Months of a year beside the year before, and school terms beside holidays, from shown numbers alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from answers.missing import seasons
from answers.periods import period_named
from answers.scope import Scope
from answers.source import Source
from answers.view import View

MONTHS_OF_A_FINANCIAL_YEAR = [*map(str, range(4, 13)), "1", "2", "3"]


def view_of(source: Source, period: str, area: str = "") -> View:
    return View(source, Scope(area or source.default_area, "home", period_named(period)))


def test_months_stand_in_the_order_of_the_year_beside_those_of_the_year_before(protected: Source) -> None:
    finding = seasons.months(view_of(protected, "2025-26"))
    assert finding.table is not None
    assert finding.table.labels("calendar_month") == MONTHS_OF_A_FINANCIAL_YEAR
    before = seasons.months(view_of(protected, "2024-25"))
    assert before.table is not None
    assert finding.table.values("year_before") == before.table.values("episodes")
    assert "Recorded differently since April 2025." in finding.sentence


def test_a_first_year_has_none_before_it(protected: Source) -> None:
    first = next(period for period in protected.periods if period.kind == "financial_year")
    finding = seasons.months(view_of(protected, first.name))
    assert finding.extra["numbers"] == ["episodes"]
    assert "the year before is not in the data" in finding.sentence


def test_in_exact_mode_a_quarter_has_its_own_three_months(exact: Source) -> None:
    finding = seasons.months(view_of(exact, "2026-Q3"))
    assert finding.table is not None
    assert finding.table.labels("calendar_month") == ["7", "8", "9"]


def test_terms_and_holidays_are_told_for_each_day(protected: Source) -> None:
    finding = seasons.schools(view_of(protected, "2025-26"))
    assert finding.table is not None
    codes = finding.table.labels("school")
    episodes, days, each = (
        dict(zip(codes, finding.table.values(name), strict=True)) for name in ("episodes", "days", "each")
    )
    assert sum(value or 0 for value in days.values()) == 365
    assert days["holiday"] == 9 + 12 + 4 + 7 + 15 + 7 + 40
    for code in ("term", "holiday"):
        assert each[code] == round((episodes[code] or 0) / (days[code] or 1), 1)
    assert "times as many in the holidays" in finding.sentence


@pytest.mark.parametrize(
    ("holiday", "said"),
    [
        (400, "More episodes started each day in the holidays than in term"),
        (300, "No clear difference between school term and holidays"),
        (200, "Fewer episodes started each day in the holidays than in term"),
        (None, "School terms and holidays"),
    ],
)
def test_only_a_clear_difference_is_told(protected: Source, holiday: int | None, said: str) -> None:
    assert seasons.compare(900, holiday, {"term": 270, "holiday": 90})[0] == said


def test_without_holidays_it_is_said_how_to_send_them() -> None:
    title, sentence = seasons.compare(0, 0, {})
    assert "not known" in title
    assert "extract.toml" in sentence


def test_an_area_without_episodes_is_a_true_zero(exact: Source) -> None:
    view = view_of(exact, "2025-26")
    empty = replace(
        view, scope=replace(view.scope, area="unknown", role="host", period=period_named("2021-Q1"))
    )
    assert seasons.schools(empty).state in ("empty", "ok")
