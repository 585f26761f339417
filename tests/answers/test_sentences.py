"""What findings say of drawn numbers: no more than the shown ones bear."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import product

import pytest

import answers.view
from answers.briefing.changes import CLEAR, RECORDING, UNCLEAR, Statement, statements
from answers.briefing.completeness import completeness
from answers.children.profile import identified_by
from answers.finding import Finding
from answers.missing.areas import areas
from answers.missing.breakdowns import found_by, highest_risk, places
from answers.missing.care import placed_and_hosted
from answers.missing.times import hours
from answers.missing.trend import trend
from answers.missing.who import age_rate
from answers.periods import Period, period_named
from answers.places.hours import hours as place_hours
from answers.question import question_named
from answers.scope import Scope
from answers.source import Source
from answers.view import View
from disclosure import ProtectedTable, table_of

Shown = float | None
Count = Callable[[str, tuple[str, ...]], Shown]  # of a question, and of an area, a period and codes
Draw = Callable[[Count], View]
YEAR = period_named("2025-26")


@pytest.fixture
def draw(protected: Source, monkeypatch: pytest.MonkeyPatch) -> Draw:
    """`draw(count)`: a view of the county's year in which every number is the one that `count` gives."""
    monkeypatch.setitem(protected.__dict__, "recording_changes", [])

    def drawn(count: Count) -> View:
        def ask(
            source: Source,
            name: str,
            role: str,
            areas: Sequence[str],
            periods: Sequence[Period],
            by: tuple[str, ...] = (),
        ) -> ProtectedTable:
            asked = question_named(name)
            codes = [asked.dimensions[one].values for one in by]
            keys = list(product(areas, [period.name for period in periods], *codes))
            columns = dict(zip(("area", "period", *by), zip(*keys, strict=True), strict=True))
            values = [count(name, key) for key in keys]
            numbers = tuple(one for one in asked.counts if one != "top_tenth" or not by)
            return table_of(
                {**columns, **dict.fromkeys(numbers, values)}, ("area", "period", *by), numbers, "protected"
            )

        monkeypatch.setattr(answers.view, "ask", ask)
        return View(protected, Scope("X26", "home", YEAR))

    return drawn


def by_code(numbers: Mapping[str, Shown], whole: Shown, otherwise: Shown = 0) -> Count:
    """The numbers of the codes of one breakdown, and of the whole."""
    return lambda _, key: numbers.get(key[2], otherwise) if len(key) == 3 else whole


def by_period(numbers: Mapping[str, Shown], otherwise: Shown) -> Count:
    return lambda _, key: numbers.get(key[1], otherwise) if len(key) == 2 else otherwise


def said(finding: Finding) -> str:
    return f"{finding.title}. {finding.sentence}"


def test_counts_that_rounding_alone_could_part_are_not_put_in_order(draw: Draw) -> None:
    near, far = {"home": 65.0, "childrens_home": 60.0}, {"home": 70.0, "childrens_home": 60.0}
    assert "alike" in said(places(draw(by_code(near, 125))))
    assert "56% of episodes were from the family home" in said(places(draw(by_code(far, 125))))


def test_the_largest_of_what_is_shown_is_said_to_be_that(draw: Draw) -> None:
    finding = found_by(draw(by_code({"police": 50.0, "carer": None}, 100)))
    assert finding.sentence == "Police: 50 episodes, the most of those named and shown."
    nobody = found_by(draw(by_code({"not_recorded": 50.0}, 50)))
    assert nobody.sentence == "No named kind is recorded."


@pytest.mark.parametrize(
    ("not_recorded", "police", "said"),
    [
        (50.0, 0, "No named kind is recorded."),
        (50.0, 20, "No child of whom it is known was identified by"),
        (0, 50, "No child was identified by"),
    ],
)
def test_that_nobody_identified_a_child_is_said_only_of_those_of_whom_it_is_known(
    draw: Draw, not_recorded: float, police: float, said: str
) -> None:
    counts = by_code({"not_recorded": not_recorded, "police": police}, 50)
    assert identified_by(draw(counts)).sentence.startswith(said)


@pytest.mark.parametrize(
    ("youngest", "base", "said"),
    [
        (
            20.0,
            10.0,
            "No group shown can be told apart from ‘14 to 15’.",
        ),  # nearly five times as many live there
        (20.0, 60.0, "Under 10: 0.07 times the rate of ‘14 to 15’"),
        (20.0, None, "No group can be set against ‘14 to 15’: withheld, or none there."),
        (None, 60.0, "No group shown can be told apart from ‘14 to 15’."),
    ],
)
def test_rates_that_chance_or_rounding_could_part_are_not_said_to_differ(
    draw: Draw, youngest: Shown, base: Shown, said: str
) -> None:
    counts = by_code({"under_10": youngest, "14-15": base}, 100)
    assert age_rate(draw(counts)).sentence.startswith(said)


def test_a_whole_of_nothing_is_empty_even_where_its_parts_are_withheld(draw: Draw) -> None:
    assert places(draw(by_code({}, 0, otherwise=None))).state == "empty"


@pytest.mark.parametrize(
    ("high", "title"),
    [
        (0.0, "No episode was at some time graded high risk"),
        (20.0, "20 episodes were at some time graded high risk"),
        (None, "Highest grade of risk"),
    ],
)
def test_a_grade_is_counted_in_words_that_agree(draw: Draw, high: Shown, title: str) -> None:
    assert highest_risk(draw(by_code({"high": high, "low": 40.0}, 60))).title == title


def test_the_busiest_hours_are_those_that_stand_out_over_midnight_too(draw: Draw) -> None:
    late = dict.fromkeys(("22", "23", "0"), 60.0)
    finding = hours(draw(by_code(late, 700, otherwise=20)))
    assert finding.title == "Children were most often missing from 10pm to 1am"
    assert finding.sentence == "The busiest hour holds about 9% of the episodes; an even spread would be 4%."


@pytest.mark.parametrize("busy", [{}, {"3": 60.0, "20": 60.0}])
def test_hours_that_are_alike_or_apart_have_no_peak(draw: Draw, busy: dict[str, Shown]) -> None:
    finding = hours(draw(by_code(busy, 700, otherwise=20)))
    assert finding.title == "The hours at which children were missing"


def test_hours_that_are_withheld_may_be_busier(draw: Draw) -> None:
    finding = hours(draw(by_code({"20": 60.0, "4": None}, 700, otherwise=20)))
    assert finding.title == "Of the hours shown, children were most often missing from 8pm to 9pm"
    assert "Too few" in hours(draw(by_code({"20": None}, 700, otherwise=20))).sentence


def at_places(numbers: Mapping[str, Shown], otherwise: Shown = 20, whole: Shown = 700) -> Count:
    """The numbers of kinds of place at parts of the day, as 'home 16'."""
    return lambda _, key: numbers.get(" ".join(key[2:]), otherwise) if len(key) == 4 else whole


@pytest.mark.parametrize(
    ("numbers", "otherwise", "first"),
    [
        ({"home 16": 60.0}, 20, "family home, 4pm to 8pm"),
        ({"home 16": 60.0, "unknown 16": 90.0, "home not_timed": 90.0}, 20, "family home, 4pm to 8pm"),
        ({"home 16": 60.0, "school 12": 55.0}, 20, ""),  # rounding alone could part them
        ({"other 16": 60.0}, 20, ""),  # no one kind of place
        ({"home 16": 20.0}, None, "family home, 4pm to 8pm"),
        ({"home 16": 15.0}, None, ""),  # of what is withheld as many may be true
        ({}, None, ""),
    ],
)
def test_one_kind_of_place_and_time_is_named_where_no_other_can_have_as_many(
    draw: Draw, numbers: dict[str, Shown], otherwise: Shown, first: str
) -> None:
    plain = "From what kinds of place children went missing, and when"
    finding = place_hours(draw(at_places(numbers, otherwise)))
    assert finding.title == (f"{plain}: most often {first}" if first else plain)
    assert ("the most at any known" in finding.sentence) == bool(first)


def test_that_no_time_is_recorded_is_said_only_where_every_count_of_one_is_a_true_zero(draw: Draw) -> None:
    finding = place_hours(draw(at_places({"home not_timed": 40.0, "not_recorded 4": 40.0}, 0)))
    assert finding.sentence == "No time at a known kind of place is recorded."
    withheld = place_hours(draw(at_places({"home 8": None}, 0)))
    assert withheld.sentence.startswith("Too few, or too alike")
    assert place_hours(draw(at_places({}, None, whole=0))).state == "empty"


def test_the_least_complete_field_is_named_with_those_alike_and_only_among_those_shown(draw: Draw) -> None:
    full = dict.fromkeys(question_named("missing_completeness").dimensions["field"].values, 100.0)
    least = full | {"harm": 70.0, "found_place": 70.0}
    assert completeness(draw(by_code(least, 100))).sentence == (
        "Least often recorded: kind of place found and harm while missing, in 70% of episodes."
    )
    assert completeness(draw(by_code(least | {"end_time": None}, 100))).sentence.startswith(
        "Least often recorded of the fields shown:"
    )
    assert completeness(draw(by_code(full, 100))).sentence == "Each field is recorded in 100% of episodes."
    assert completeness(draw(by_code(dict.fromkeys(full), None))).sentence == ""


def test_months_that_are_withheld_are_not_said_to_be_usual(draw: Draw) -> None:
    assert trend(draw(by_period({}, 50))).title == "Every month was within its usual variation"
    finding = trend(draw(by_period({"2025-06": None}, 50)))
    assert finding.title == "Every month shown was within its usual variation"
    assert "No month shown is outside" in finding.sentence
    assert "One month is withheld." in finding.sentence


def test_months_without_limits_are_not_said_to_be_usual(
    draw: Draw, protected: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = draw(by_period({}, 50))
    late = {"on_date": date(2026, 1, 1), "kind": "missing", "note": "Police changed"}
    monkeypatch.setitem(protected.__dict__, "recording_changes", [late])
    assert trend(view).title == "Every month that has limits was within its usual variation"


def test_areas_that_are_withheld_are_not_said_to_be_alike(draw: Draw) -> None:
    def of_areas(shown: Shown) -> Count:
        return lambda _, key: 300 if key[0] in ("X26", "all", "unknown") else shown

    finding = areas(draw(of_areas(None)))
    assert finding.title == "Rates by area"
    assert finding.sentence.endswith("Every area in it is withheld.")
    assert "is above" in areas(draw(of_areas(300))).title or "are above" in areas(draw(of_areas(300))).title


def test_a_part_that_is_withheld_is_said_to_be(draw: Draw) -> None:
    sentence = placed_and_hosted(draw(by_code({"out_of_area": None}, 90))).sentence
    assert "90 episodes of children placed here; how many concerned children from elsewhere is withheld." in (
        sentence
    )


def of_missing(view: View) -> Statement:
    return next(one for one in statements(view) if "issing episodes" in one.claim or "more often" in one.claim
                or "less often" in one.claim)  # fmt: skip


@pytest.mark.parametrize(
    ("before", "now", "tag", "detail"),
    [
        (40, 0, CLEAR, "0, from 40."),
        (0, 40, CLEAR, "40, from 0."),
        (100, 105, UNCLEAR, "105, from 100: 1.05 times as many"),
        (100, 200, CLEAR, "200, from 100: 2.00 times as many"),
    ],
)
def test_a_change_from_or_to_nothing_is_a_change(
    draw: Draw, before: int, now: int, tag: str, detail: str
) -> None:
    found = of_missing(draw(by_period({"2024-25": before, "2025-26": now}, 50)))
    assert found.tag == tag
    assert found.detail.startswith(detail)


def test_nothing_is_said_of_a_number_that_is_withheld(draw: Draw) -> None:
    view = draw(by_period({"2024-25": 40, "2025-26": None}, None))
    assert statements(view) == []


def test_a_change_across_a_change_of_recording_is_not_a_clear_one(
    draw: Draw, protected: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = draw(by_period({"2024-25": 100, "2025-26": 200}, 50))
    assert of_missing(view).tag == CLEAR
    april = {"on_date": date(2025, 4, 1), "kind": "missing", "note": "Police changed"}
    monkeypatch.setitem(protected.__dict__, "recording_changes", [april])
    found = of_missing(view)
    assert found.tag == RECORDING
    assert found.detail.endswith("Recorded differently since April 2025.")
