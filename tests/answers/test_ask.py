"""What is asked is answered completely; what is off the lattice is refused (I8)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from answers.periods import Period, period_between, period_named
from answers.question import NeedsTable, OffLattice, ask
from answers.source import Source
from data.problem import Problem
from queries.question import read_questions

HOSTILE = ["'", "x' or '1'='1", "missing; drop table areas", "../../exact.duckdb", "%", "", "M3\n", "🙂" * 30]


def quarter(source: Source) -> Period:
    return [period for period in source.periods if period.kind == "quarter"][-1]


def area_of(source: Source, level: str) -> str:
    return next(area.code for area in source.areas if area.level == level)


@pytest.mark.parametrize("mode", ["protected", "exact"])
def test_every_area_period_and_code_has_a_row(mode: str, request: pytest.FixtureRequest) -> None:
    source: Source = request.getfixturevalue(mode)
    areas, periods = ["all", area_of(source, "district"), "unknown"], source.periods[:3]
    table = ask(source, "missing_by_place", "home", areas, periods, ("place",))
    codes = read_questions()["missing_by_place"].dimensions["place"].values
    assert len(table) == len(areas) * len(periods) * len(codes)
    rows = zip(table.labels("area"), table.labels("period"), table.labels("place"), strict=True)
    assert list(rows) == [(area, one.name, code) for area in areas for one in periods for code in codes]


def test_a_true_zero_is_0_and_a_withheld_number_is_not(protected: Source, exact: Source) -> None:
    areas, period = [area.code for area in protected.areas], [quarter(protected)]
    true = ask(exact, "missing", "home", areas, period).values("children")
    printed = ask(protected, "missing", "home", areas, period).printed("children")
    assert "0" in printed
    assert "<10" in printed
    said = dict(zip(areas, printed, strict=True))
    is_part = ["<10" in [said[above] for above in protected.above(area)] for area in areas]
    expected = [count == 0 and not part for count, part in zip(true, is_part, strict=True)]
    assert [one == "0" for one in printed] == expected, (
        "a part of what is withheld is withheld, even if empty"
    )


@pytest.mark.parametrize("mode", ["protected", "exact"])
@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_that_is_none_is_refused(mode: str, name: str, request: pytest.FixtureRequest) -> None:
    source: Source = request.getfixturevalue(mode)
    now = quarter(source)
    for question, role, area, by in (
        (name, "home", "all", ()),
        ("missing", name, "all", ()),
        ("missing", "home", name, ()),
        ("missing_by_place", "home", "all", (name,)),
    ):
        with pytest.raises(Problem):
            ask(source, question, role, [area], [now], by)
    with pytest.raises(Problem):
        period_named(name)


def test_a_period_that_is_not_held_is_refused(protected: Source) -> None:
    for period in (
        period_named("1999-Q1"),
        period_named("2099-Q1"),
        period_between(date(2025, 1, 1), date(2025, 4, 1)),
        period_between(date(2025, 1, 1), date(2025, 1, 2)),
    ):
        with pytest.raises(OffLattice):
            ask(protected, "missing", "home", ["all"], [period])


def test_a_forged_period_is_refused(protected: Source) -> None:
    """A held name with other days, or of another kind, is not that period."""
    now, year = quarter(protected), next(one for one in protected.periods if one.kind == "financial_year")
    month = next(one for one in protected.periods if one.kind == "month")
    forged = [
        replace(now, since=date(2000, 1, 1)),
        replace(now, kind="financial_year"),
        replace(year, until=date(2099, 1, 1)),
    ]
    for period in forged:
        with pytest.raises(OffLattice):
            ask(protected, "missing_by_hour", "home", ["all"], [period])
    with pytest.raises(OffLattice):
        ask(protected, "missing", "home", [area_of(protected, "ward")], [replace(month, kind="quarter")])


def test_a_month_is_held_for_the_largest_areas_only(protected: Source) -> None:
    month = [period for period in protected.periods if period.kind == "month"][-1]
    assert len(ask(protected, "missing", "home", ["all", area_of(protected, "police_force")], [month])) == 2
    for level in ("local_authority", "district", "ward"):
        code = next(area.code for area in protected.areas if area.level == level and area.parent)
        with pytest.raises(OffLattice):
            ask(protected, "missing", "home", [code], [month])


def test_two_breakdowns_are_held_for_no_part_of_an_area(protected: Source) -> None:
    both = ("initial_risk", "highest_risk")
    assert len(ask(protected, "missing_by_risk", "home", ["all"], [quarter(protected)], both)) > 1
    for area in (one for one in protected.areas if one.parent):
        with pytest.raises(OffLattice):
            ask(protected, "missing_by_risk", "home", [area.code], [quarter(protected)], both)


@pytest.mark.parametrize("by", [("hour",), ("place", "place"), ("place", "child"), ("child_key",), ("*",)])
def test_a_forged_breakdown_is_refused(protected: Source, exact: Source, by: tuple[str, ...]) -> None:
    for source in (protected, exact):
        with pytest.raises(Problem, match="no such breakdown"):
            ask(source, "missing_by_place", "home", ["all"], [quarter(source)], by)


def test_hours_are_held_for_years_and_for_districts(protected: Source) -> None:
    year = next(one for one in protected.periods if one.kind == "financial_year")
    assert (
        len(ask(protected, "missing_by_hour", "home", [area_of(protected, "district")], [year], ("hour",)))
        == 24
    )
    for area, period in ((area_of(protected, "ward"), year), ("all", quarter(protected))):
        with pytest.raises(OffLattice):
            ask(protected, "missing_by_hour", "home", [area], [period], ("hour",))


def test_nothing_asked_is_refused(protected: Source) -> None:
    for areas, periods in (([], [quarter(protected)]), (["all"], [])):
        with pytest.raises(OffLattice):
            ask(protected, "missing", "home", areas, periods)


def test_exact_mode_answers_for_any_days(exact: Source) -> None:
    period = period_between(date(2025, 1, 15), date(2025, 2, 3))
    assert ask(exact, "missing", "home", ["all"], [period]).values("episodes")[0] is not None


def test_a_table_that_no_one_sent_is_named(protected: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(protected.__dict__, "tables", {"missing_episodes"})
    with pytest.raises(NeedsTable, match="care_episodes"):
        ask(protected, "in_care", "home", ["all"], [quarter(protected)])
