"""Disruption and outcomes: cohorts that are old enough, why cases stop, and what shown numbers bear."""

from __future__ import annotations

from datetime import date

import pytest

from answers.disruption import acts, live, outcomes, people
from answers.periods import Period, period_named
from answers.scope import Scope
from answers.source import Source
from answers.view import View

ROLE = "recorded"


def view_of(source: Source, area: str = "X26") -> View:
    year = [period for period in source.periods if period.kind == "rolling_year"][-1]
    return View(source, Scope(area, ROLE, year))


@pytest.mark.parametrize(
    ("cohort", "is_old"),
    [
        ("2025-Q3", True),  # its last day is a year before the last day of the data
        ("2025-Q4", False),  # a quarter short of it
        ("2024-25", True),
        ("2025-26", False),
    ],
)
def test_a_cohort_is_mature_when_its_last_case_has_had_a_year(
    exact: Source, cohort: str, is_old: bool
) -> None:
    assert exact.data_date == date(2026, 9, 30)
    assert outcomes.is_mature(view_of(exact), period_named(cohort)) is is_old


def test_immature_cohorts_are_marked_and_not_told_of_in_the_title(protected: Source) -> None:
    finding = outcomes.by_year(view_of(protected))
    assert finding.labels["period"]["2025-26"] == "April 2025 to March 2026*"
    assert finding.labels["period"]["2024-25"] == "April 2024 to March 2025"
    assert "2026" not in finding.title
    assert "(*)" in finding.sentence


def test_where_no_cohort_is_mature_none_is_told_of(exact: Source) -> None:
    view = view_of(exact)
    young: list[Period] = [period for period in exact.periods if period.name == "2025-26"]
    title, sentence = outcomes.cohort_words(view, outcomes.outcomes(view).table, young, "Plain")  # type: ignore[arg-type]
    assert title == "Plain"
    assert sentence.startswith("None of them has had a year yet")


@pytest.mark.parametrize("mode", ["protected", "exact"])
def test_a_share_of_a_cohort_is_of_its_own_cases(mode: str, request: pytest.FixtureRequest) -> None:
    finding = outcomes.by_quarter(view_of(request.getfixturevalue(mode)))
    assert finding.table is not None
    columns = [finding.table.values(name) for name in ("cases", "of", "share")]
    for part, whole, share in zip(*columns, strict=True):
        assert share is None or (part is not None and whole)
        assert share is None or share == pytest.approx(min(100, 100 * part / whole), abs=0.5)


def test_only_reasons_to_stop_are_told_of_as_such(exact: Source) -> None:
    finding = outcomes.stopped(view_of(exact))
    assert finding.table is not None
    assert finding.table.labels("outcome") == ["nfa_police", "nfa_cps", "victim_not_supporting"]


def test_acts_are_told_by_the_area_that_they_concern(protected: Source) -> None:
    view = view_of(protected)
    for build in (acts.issued, acts.became, acts.trend, acts.kinds, live.ending, people.people):
        assert "recording agency" not in build(view).subtitle.lower()


def test_a_withheld_number_is_never_called_none(protected: Source) -> None:
    view = view_of(protected, "X07000001")
    table = live.ending(view).table
    assert table is not None
    if table.values("disruptions")[0] is None:
        assert "Expire within 28 days: withheld" in live.ending(view).sentence
    assert [figure.printed for figure in people.figures(view)].count("None") == 0
