"""What agencies answered, and where recording changed: the demo's planted changes are found and said in words."""

from __future__ import annotations

from datetime import date

import pytest

from answers.periods import Period
from answers.quality import changes, values
from answers.quality.answered import PART, UNASKED, answer_of, answered, sentence, title
from answers.scope import Scope
from answers.source import Source
from answers.view import View
from data.demo.names import AGENCIES, PLANTED
from disclosure import furthest_off

QUARTER = Period("2024-Q2", "quarter", date(2024, 4, 1), date(2024, 7, 1))
MODES = ["protected", "exact"]


def last_quarter(source: Source) -> View:
    quarters = [period for period in source.periods if period.kind == "quarter"]
    return View(source, Scope(source.default_area, "home", quarters[-1]))


def given(answer: str, since: date, until: date) -> dict[str, object]:
    return {"answer": answer, "period_start": since, "period_end": until}


YEARS = given("full", date(2020, 1, 1), date(2024, 12, 31))
SPRING = (date(2024, 4, 1), date(2024, 6, 30))


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ([], UNASKED),
        ([given("nil", *SPRING)], "nil"),  # an answer: there was nothing to report
        ([given("none", *SPRING)], "none"),
        ([YEARS, given("none", *SPRING)], "none"),  # what was said of the quarter, not of the years around it
        ([YEARS, given("snapshot", *SPRING)], "snapshot"),
        ([given("full", date(2024, 7, 1), date(2024, 9, 30))], UNASKED),  # the next quarter
        ([given("full", date(2024, 4, 1), date(2024, 4, 30)), given("none", date(2024, 5, 1), date(2024, 5, 30))], PART),
    ],
)  # fmt: skip
def test_the_answer_of_a_quarter_is_the_one_for_the_shortest_time(
    answers: list[dict[str, object]], told: str
) -> None:
    assert answer_of(answers, QUARTER) == told


def test_the_agency_that_stopped_is_told_from_those_that_never_answered(protected: Source) -> None:
    told = answered(last_quarter(protected))
    agency, last = PLANTED["stopped_answering"]
    assert {name: quarter.last_day for name, quarter in told.stopped.items()} == {AGENCIES[agency][0]: last}
    assert told.never == sorted(AGENCIES[one][0] for one in PLANTED["never_answered"])
    assert f"{AGENCIES[agency][0]} last answered for October to December 2025" in sentence(told)
    assert title(told).startswith("Three of 14 agencies answered for none")


@pytest.mark.parametrize("mode", MODES)
def test_the_planted_change_from_away_to_missing_is_found(mode: str, request: pytest.FixtureRequest) -> None:
    source: Source = request.getfixturevalue(mode)
    said = [gap.said for gap in changes.recording(last_quarter(source))]
    change: date = PLANTED["recording_change"]
    assert [one for one in said if "away for each missing" in one] == [
        one for one in said if one.startswith(f"From {change:%B %Y} absences were recorded differently")
    ]
    assert any("away for each missing" in one for one in said)


@pytest.mark.parametrize("mode", MODES)
def test_the_planted_nationalities_that_are_none_are_found(mode: str, request: pytest.FixtureRequest) -> None:
    """Few are named by what they say only where that number is shown: a withheld one may be none."""
    source: Source = request.getfixturevalue(mode)
    said = [gap.said for gap in values.gaps_of(last_quarter(source))]
    assert said
    for one in said:
        assert ("gave an ethnicity as the nationality of" in one) != ("fewer than 10 children" in one)
    assert mode == "protected" or all("as the nationality of" in one for one in said)


def test_a_share_that_rounding_or_chance_could_have_moved_did_not_change() -> None:
    far = changes.is_far
    assert far((60, 100), (20, 100), "exact", 15, 0.999)
    assert not far((30, 100), (20, 100), "exact", 15, 0.999)  # ten points
    assert not far((12, 20), (8, 20), "exact", 15, 0.999)  # twenty points of few records: chance
    assert far((280, 500), (200, 500), "exact", 15, 0.999)
    assert not far((50, 90), (25, 90), "protected", 15, 0.999)  # by rounding 46 of 94 and 29 of 86
    assert not far((None, 500), (200, 500), "exact", 15, 0.999)
    assert not far((0, 0), (200, 500), "exact", 15, 0.999)


def test_a_shown_number_is_as_far_off_as_its_base_lets_it_be() -> None:
    assert furthest_off(0, "protected") == 0
    assert furthest_off(95, "protected") == 4
    assert furthest_off(100, "protected") == 9
    assert furthest_off(250, "protected") == 9
    assert furthest_off(250, "exact") == 0
