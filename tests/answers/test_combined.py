"""Combinations of domains of indicators: each child in one, counted in exact mode alone, and compared with a slow count."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from answers.children.combined import MOST, combined
from answers.periods import period_named
from answers.scope import Scope
from answers.source import Source
from answers.view import View, found
from queries.question import read_questions
from queries.within import count_sets
from tests.answers.test_findings import refuse
from tests.queries.drawn import draw_warehouse

NOTED = """
child_ref | indicator     | domain    | noted_on
ann       | goes_missing  | behaviour | 2024-02-01
ann       | hotel_visits  | places    | 2024-03-01
ann       | hotel_visits  | places    | 2024-04-01   # noted twice: one domain
bob       | hotel_visits  | places    | 2024-02-01
bob       | goes_missing  | behaviour | 2024-05-01   # another quarter
cat       | self_harm     | health    | 2024-02-01
dan       | goes_missing  | behaviour | 2023-12-31   # before the period
"""
HOMES = """
child_ref | home_area
ann       | east
bob       | west
cat       | west
dan       | east
"""


def year(source: Source, area: str = "all") -> View:
    years = [period for period in source.periods if period.kind == "rolling_year"]
    return View(source, Scope(area, "home", years[-1]))


@pytest.mark.parametrize(
    ("period", "area", "sets"),
    [
        ("2024-Q1", "all", {"behaviour places": 1, "places": 1, "health": 1}),
        ("2024-Q1..2024-Q4", "all", {"behaviour places": 2, "health": 1}),
        ("2024-Q1", "east", {"behaviour places": 1}),
        ("2024-Q3", "all", {}),
    ],
)
def test_a_child_is_in_the_one_set_of_its_records_in_the_period(
    tmp_path: Path, period: str, area: str, sets: dict[str, int]
) -> None:
    con = draw_warehouse(tmp_path, children=HOMES, indicators=NOTED)
    question = read_questions()["indicators"]
    counted = count_sets(con, question, "home", [area], [period_named(period)], "domain")
    assert {" ".join(codes): children for codes, children in counted} == sets


def test_it_counts_what_a_slow_count_counts(exact: Source) -> None:
    view = year(exact)
    since, until = view.scope.period.since, view.scope.period.until
    noted = exact.rows("select child, domain from indicators where noted_on >= $since and noted_on < $until",
                       {"since": since, "until": until})  # fmt: skip
    domains: dict[int, set[str]] = {}
    for child, domain in noted:
        domains.setdefault(child, set()).add(domain)
    slow = Counter(frozenset(one) for one in domains.values())
    table = combined(view).table
    assert table is not None
    shown = zip(table.labels("combination"), table.values("children"), strict=True)
    assert all(slow[frozenset(code.split("+"))] == children for code, children in shown)
    assert len(table) == min(MOST, len(slow))
    counts = [children or 0 for children in table.values("children")]
    assert counts == sorted(slow.values(), reverse=True)[:MOST]


def test_it_is_told_in_words_and_refused_in_a_meeting(exact: Source, protected: Source) -> None:
    for area in ("all", exact.areas[-1].code, "unknown"):
        finding = combined(year(exact, area))
        for said in (finding.title, finding.subtitle, finding.sentence, finding.note):
            refuse(said)
    assert found(combined, year(protected)).state == "not_available"
