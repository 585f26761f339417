"""One set of children, one string: on every question, role, breakdown, area and period that can be asked."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest

from answers.periods import period_named
from answers.question import ask
from answers.source import Source
from disclosure import ProtectedTable, show
from queries.engine import count
from queries.question import read_questions
from tests.disclosure.routes import Route, asked, first_routes, strings
from tests.queries.drawn import draw_warehouse

QUESTIONS = read_questions()
WHOLES = {name: question.whole for name, question in QUESTIONS.items() if question.whole}
SHOWN = re.compile(r"0|<10|c|[1-9][0-9]{0,2}(?:,[0-9]{3})*")


def is_shown(printed: str) -> bool:
    """0, a symbol, or a multiple of 5 from 10."""
    plain = printed.replace(",", "")
    return bool(SHOWN.fullmatch(printed)) and (not plain.isdigit() or int(plain) % 5 == 0 != int(plain) - 5)


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_printed_number_is_0_withheld_or_a_multiple_of_5_from_10(protected: Source, name: str) -> None:
    """I1, through the door that every page, file and command line uses."""
    for route in first_routes(QUESTIONS[name]):
        for table in asked(protected, route):
            for number in set(table.numbers) - {"top_tenth"}:
                assert all(map(is_shown, table.printed(number))), (route.role, route.by, number)


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_financial_year_prints_what_the_same_four_quarters_print(protected: Source, name: str) -> None:
    """I2."""
    named = {
        year.name: four.name
        for year in protected.periods
        for four in protected.periods
        if year.kind == "financial_year" and four.kind == "rolling_year" and year.since == four.since
    }
    assert named
    for route in first_routes(QUESTIONS[name]):
        printed = strings(next(asked(protected, route)))
        for (area, period, *codes), said in printed.items():
            assert said == printed[area, named.get(period, period), *codes]


@pytest.mark.parametrize("name", WHOLES)
def test_a_question_without_a_breakdown_is_the_question_of_its_whole(protected: Source, name: str) -> None:
    """I2, for every area and period that is held for it."""
    for role in QUESTIONS[name].areas:
        own, whole = (next(asked(protected, Route(QUESTIONS[one], role, ()))) for one in (name, WHOLES[name]))
        assert strings(own)
        assert strings(own).items() <= strings(whole).items()


def keys_of(exact: Source, route: Route) -> dict[tuple[str, ...], tuple[str, int, int]]:
    """Which people each cell truly counts: who they are, how many, and the sum of their record keys."""
    counter, names = route.question, ["area", "period", *route.by]
    if counter.whole and not route.by:
        counter = QUESTIONS[counter.whole]
    with exact.con.cursor() as cursor:
        cells = count(cursor, counter, route.role, route.areas(exact), route.periods(exact), route.by)
    columns = [cells[name].astype(str) for name in names] + [cells[counter.people], cells[counter.key]]
    return {
        tuple(row[: len(names)]): (counter.people, int(row[-2]), int(row[-1]))
        for row in zip(*columns, strict=True)
    }


def wholes_of(source: Source, cell: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The cells that one is a part of: those of the areas above it, and those without a breakdown."""
    area, period, *codes = cell
    above = [(one, period, *codes) for one in source.above(area)]
    return above + [(one, period) for one in (area, *source.above(area)) if codes]


def test_the_same_children_print_the_same_number_on_every_route(protected: Source, exact: Source) -> None:
    """I2, attack 1: overlapping areas, periods, roles, breakdowns and questions give one draw to compare, never two.

    A part of what prints `<10` prints `<10` too, whatever it prints elsewhere; and cases print `c` where the
    children behind them are withheld.
    """
    said: dict[tuple[str, int, int], set[str]] = defaultdict(set)
    for question in QUESTIONS.values():
        for route in first_routes(question):
            wholes = strings(next(asked(protected, replace(route, by=()))))
            small = {cell for cell, (people, *_) in wholes.items() if people in ("<10", "c")}
            printed = strings(next(asked(protected, route)))
            small |= {cell for cell, (people, *_) in printed.items() if people in ("<10", "c")}
            for cell, people in keys_of(exact, route).items():
                if printed[cell][0] != "c" and not small.intersection(wholes_of(protected, cell)):
                    said[people].add(printed[cell][0])
    assert sum(len(many) for many in said.values()) > 5_000
    assert not [people for people, many in said.items() if len(many) > 1]


ONE_PART = """
area_code | area_name | level           | parent_code
county    | County    | police_force    |
north     | North     | local_authority | county
east      | East      | district        | north
"""


@pytest.mark.parametrize("children", [3, 7, 8, 13, 19])
def test_an_area_with_one_part_prints_what_the_part_prints(tmp_path: Path, children: int) -> None:
    """I2: up the tree to all areas together."""
    episodes = [f"c{number} | 2024-02-01T20:00 | east" for number in range(children)]
    drawn = "\n".join(["child_ref | started_at | missing_from_area", *episodes])
    con = draw_warehouse(tmp_path, areas=ONE_PART, missing_episodes=drawn)
    codes = ["east", "north", "county", "all"]
    shown = show(count(con, QUESTIONS["missing"], "missing_from", codes, [period_named("2024-Q1")]))
    assert len(shown) == len(codes)
    assert shown["children"].nunique(dropna=False) == 1
    assert shown["episodes"].nunique(dropna=False) == 1


def test_a_table_prints_one_string_for_a_cell_however_many_are_asked_with_it(protected: Source) -> None:
    """I2: an area alone, and among all others."""
    question, quarter = QUESTIONS["missing_by_risk"], protected.periods[0]
    codes = [area.code for area in protected.areas]

    def answer(areas: list[str]) -> ProtectedTable:
        return ask(protected, question.name, "home", areas, [quarter], ("highest_risk",))

    together = strings(answer(codes))
    for code in codes:
        assert strings(answer([code])).items() <= together.items()
