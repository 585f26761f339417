"""Children identified or missing set against those who live there: published people, exact intervals, of ethnicity nothing."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from answers.children import population
from answers.finding import Finding
from answers.intervals import rate_ratio
from answers.missing import who
from answers.scope import Scope
from answers.source import Source
from answers.view import View, found
from disclosure import ProtectedTable
from tests.answers.builders import Build
from tests.queries.drawn import draw_warehouse

RESIDENTS = """
area_code | year | age_band | gender | ethnicity | persons
east      | 2011 | 14_15    | female | white     | 900   # a newer year was sent
east      | 2021 | 14_15    | female | WBRI      | 400
east      | 2021 | 14_15    | female | WOTH      | 100   # of one broad group with the row above
east      | 2021 | 14_15    | male   | asian     | 550
"""
OF_GENDER = (population.gender, who.gender_rate)
OF_ETHNICITY = (population.ethnic_group, who.ethnic_group_rate)
BUILDERS = (*OF_GENDER, *OF_ETHNICITY, population.age, who.age_rate)
of_both = pytest.mark.parametrize("build", OF_GENDER, ids=["identified", "missing"])


def view_of(source: Source, area: str = "X26", role: str = "home") -> View:
    year = [period for period in source.periods if period.kind == "rolling_year"][-1]
    return View(source, Scope(area, role, year))


def numbers(finding: Finding, by: str, name: str) -> dict[str, float | None]:
    assert finding.table is not None
    return dict(zip(finding.table.labels(by), finding.table.values(name), strict=True))


def test_residents_are_those_of_the_newest_year_by_broad_group(tmp_path: Path) -> None:
    con: duckdb.DuckDBPyConnection = draw_warehouse(tmp_path, population=RESIDENTS)
    found = con.sql("select year, gender, ethnic_group, persons from population order by all").fetchall()
    assert found == [(2021, "female", "white", 500), (2021, "male", "asian", 550)]


@of_both
def test_a_rate_and_its_ratio_are_of_shown_children_and_published_residents(
    protected: Source, build: Build
) -> None:
    told = build(view_of(protected))
    counts, people = (numbers(told, "gender", name) for name in ("children", "population_0_17"))
    assert people["female"]
    assert people["male"]
    assert counts["female"]
    assert counts["male"] is not None
    assert sum(filter(None, people.values())) == protected.area("X26").population_0_17
    assert numbers(told, "gender", "rate")["female"] == round(10_000 * counts["female"] / people["female"], 1)
    expected = rate_ratio(counts["male"], counts["female"], people["male"], people["female"])
    assert expected is not None
    for name, end in (("ratio", expected.value), ("ratio_low", expected.low), ("ratio_high", expected.high)):
        assert numbers(told, "gender", name) == {"female": None, "male": round(end, 1)}


@pytest.mark.parametrize("mode", ["protected", "exact"])
def test_what_is_not_known_and_the_population_are_said(mode: str, request: pytest.FixtureRequest) -> None:
    for build in BUILDERS:
        finding = build(view_of(request.getfixturevalue(mode)))
        assert "residents in 2021" in finding.subtitle
        assert any(
            words in finding.subtitle.lower()
            for words in ("not recorded", "unknown", "other", "recorded for all")
        )


@pytest.mark.parametrize("build", OF_ETHNICITY, ids=["identified", "missing"])
def test_of_ethnicity_nothing_is_concluded(protected: Source, build: Build) -> None:
    finding = build(view_of(protected))
    assert finding.extra["caution"].startswith("Read with caution.")
    assert finding.extra["whole"] is None  # no row stands out from a line
    assert "times" not in finding.sentence
    assert finding.title == "Ethnic group is too incomplete to set against those who live there"


@of_both
def test_an_area_whose_residents_were_not_sent_says_so(protected: Source, build: Build) -> None:
    finding = found(build, view_of(protected, "all"))
    assert finding.state == "not_available"
    assert finding.title == "No residents by gender were sent for this area"


def test_rates_are_by_home_area_whichever_role_is_chosen(protected: Source) -> None:
    by_home, by_host = (who.gender_rate(view_of(protected, role=role)) for role in ("home", "host"))
    assert by_host.table == by_home.table
    assert ", by home area, " in by_host.subtitle
    assert ", by placement area, " in who.gender(view_of(protected, role="host")).subtitle


def test_each_part_of_those_who_went_missing_is_the_shown_count_of_the_question(protected: Source) -> None:
    view = view_of(protected)
    for build, by in ((who.gender, "gender"), (who.age, "age_group"), (who.ethnic_group, "ethnic_group")):
        shown = numbers(build(view), by, "children")
        assert shown.items() <= numbers_of(view.cells("missing_by_child", (by,)), by).items()
        assert "not_recorded" in shown
    ages = who.ages(view_of(protected, "X05000003"))  # two breakdowns at once: of the county around it
    pairs = view.cells("missing_by_child", ("gender", "age_group"))
    assert numbers(ages, "age_group", "male") == numbers_of(pairs.only(gender="male"), "age_group")


def numbers_of(table: ProtectedTable, by: str) -> dict[str, float | None]:
    return dict(zip(table.labels(by), table.values("children"), strict=True))
