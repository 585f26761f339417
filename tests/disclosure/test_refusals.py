"""I8: what is not on the lattice is refused, never rounded to the nearest cell and never run."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from answers.measures import measure_by, measure_named
from answers.periods import Period, period_between, period_named
from answers.question import OffLattice, ask
from answers.source import Source
from data.problem import Problem
from disclosure import ProtectedTable
from queries.question import read_questions

INJECTED = [
    "missing' or '1' = '1",
    "missing; drop table periods",
    "missing union all select * from about",
    'missing" --',
    "cells.missing",
    "../exact",
    "",
]


def of_kind(source: Source, kind: str) -> Period:
    return next(period for period in source.periods if period.kind == kind)


def of_level(source: Source, level: str) -> str:
    return next(area.code for area in source.areas if area.level == level)


def answer(
    source: Source,
    name: str = "missing",
    role: str = "home",
    area: str = "all",
    period: Period | None = None,
    by: tuple[str, ...] = (),
) -> ProtectedTable:
    return ask(source, name, role, [area], [period or of_kind(source, "quarter")], by)


def test_an_answer_on_the_lattice_is_given(protected: Source) -> None:
    assert len(answer(protected)) == 1


@pytest.mark.parametrize("text", [*INJECTED, "X99000001", "ALL", "all,unknown", "%"])
def test_an_area_that_is_not_in_the_data_is_refused(protected: Source, text: str) -> None:
    with pytest.raises(Problem, match="no such area"):
        answer(protected, area=text)


@pytest.mark.parametrize("text", [*INJECTED, "agency", "children"])
def test_a_role_that_the_question_does_not_have_is_refused(protected: Source, text: str) -> None:
    with pytest.raises(Problem, match="role"):
        answer(protected, role=text)


@pytest.mark.parametrize(
    "by",
    [(text,) for text in INJECTED] + [("harm",), ("child",), ("initial_risk", "initial_risk"), ("area",)],
)
def test_a_breakdown_that_was_forged_is_refused(protected: Source, by: tuple[str, ...]) -> None:
    with pytest.raises(Problem, match="breakdown"):
        answer(protected, name="missing_by_risk", area="all", by=by)


@pytest.mark.parametrize("text", INJECTED)
def test_a_question_that_does_not_exist_is_refused(protected: Source, text: str) -> None:
    with pytest.raises(Problem, match="no question"):
        answer(protected, name=text)
    with pytest.raises(Problem, match="no measure"):
        measure_named(text)
    with pytest.raises(Problem, match="no measure"):
        measure_by(text, ("harm",))


@pytest.mark.parametrize(
    "text",
    [
        *INJECTED,
        "2024",
        "2024-Q5",
        "2024-13",
        "2024-Q1..2024-Q3",
        "2024-Q1,2024-Q2",
        "2024-01-01..2024-01-08",
    ],
)
def test_the_name_of_no_period_is_refused(text: str) -> None:
    with pytest.raises(Problem):
        period_named(text)


def test_a_period_that_the_data_does_not_hold_is_refused(protected: Source) -> None:
    for name in ("1999-Q1", "2099-Q1", "2099-00", "1990-Q1..1990-Q4"):
        with pytest.raises(OffLattice):
            answer(protected, period=period_named(name))


@pytest.mark.parametrize("days", [1, 7, 90, 91, 92, 365])
def test_free_dates_are_refused(protected: Source, days: int) -> None:
    since = of_kind(protected, "quarter").since
    with pytest.raises(OffLattice):
        answer(protected, period=period_between(since, since + timedelta(days=days)))


def test_a_period_of_a_held_name_and_other_days_is_refused(protected: Source) -> None:
    """A forged period: a name alone does not open a cell."""
    for held in protected.periods:
        for forged in (
            replace(held, until=held.until + timedelta(days=1)),
            replace(held, since=date(2000, 1, 1)),
            replace(held, kind="dates"),
        ):
            with pytest.raises(OffLattice):
                answer(protected, period=forged)


@pytest.mark.parametrize("level", ["local_authority", "district", "ward"])
@pytest.mark.parametrize("name", read_questions())
def test_a_month_of_a_small_area_is_refused(protected: Source, name: str, level: str) -> None:
    with pytest.raises(OffLattice):
        answer(
            protected, name=name, area=of_level(protected, level), period=of_kind(protected, "month"),
            by=read_questions()[name].counted[0],
        )  # fmt: skip


def test_months_are_held_for_all_areas_together(protected: Source) -> None:
    assert len(answer(protected, period=of_kind(protected, "month"))) == 1


PAIRS = [name for name, question in read_questions().items() if len(question.held[-1]) == 2]


@pytest.mark.parametrize("name", PAIRS)
def test_two_breakdowns_at_once_of_a_part_of_the_county_are_refused(protected: Source, name: str) -> None:
    pair, year = read_questions()[name].held[-1], of_kind(protected, "rolling_year")
    assert len(answer(protected, name=name, period=year, by=pair))
    for area in protected.areas:
        if area.parent is not None:
            with pytest.raises(OffLattice):
                answer(protected, name=name, area=area.code, period=year, by=pair)


def test_hours_are_refused_for_a_ward_and_for_a_quarter(protected: Source) -> None:
    ward, year = of_level(protected, "ward"), of_kind(protected, "rolling_year")
    with pytest.raises(OffLattice, match="so small an area"):
        answer(protected, name="missing_by_hour", area=ward, period=year, by=("hour",))
    with pytest.raises(OffLattice, match="four quarters"):
        answer(protected, name="missing_by_hour", by=("hour",))


def test_nothing_is_no_question(protected: Source) -> None:
    """No areas, or no periods, would otherwise be an empty table that says nothing was withheld."""
    with pytest.raises(OffLattice):
        ask(protected, "missing", "home", [], [of_kind(protected, "quarter")])
    with pytest.raises(OffLattice):
        ask(protected, "missing", "home", ["all"], [])


def test_one_cell_off_the_lattice_refuses_the_whole_request(protected: Source) -> None:
    """No answer is made of the part that would have been allowed."""
    months = [of_kind(protected, "quarter"), of_kind(protected, "month")]
    with pytest.raises(OffLattice):
        ask(protected, "missing", "home", ["all", of_level(protected, "ward")], months)
