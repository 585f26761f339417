"""The board: what was said last by each area up to a day, what is expected, and what changed; by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from answers.board import arrangements
from answers.periods import period_named
from answers.question import NeedsTable
from answers.scope import Scope
from answers.source import Area, Source
from answers.view import View
from tests.queries.drawn import draw_warehouse, read_drawing

AREAS = [
    Area("all", "All areas", "all", None, 0, None, None),
    Area("county", "County", "police_force", None, 1, None, None),
    Area("north", "North", "local_authority", "county", 2, None, None),
    Area("south", "South", "local_authority", "county", 2, None, None),
    Area("west", "West", "local_authority", "county", 2, None, None),
]
ABOVE = {"county": ["all"], "north": ["county", "all"], "south": ["county", "all"], "west": ["county", "all"]}
# North answers twice, and once after the day. South answers once, long ago, and does not know. West never answers.
SENT = """
area|as_at|sub_group|lead_professional|current_protocol|coordinator|disruption_plan|multi_agency_team|collects_data
north | 2022-09-30 | yes | yes | no | yes | no | yes | yes
north | 2023-09-30 | yes | yes | yes | yes | yes | yes | yes
north | 2024-09-30 | no | no | no | no | no | no | no
south | 2021-09-30 | no | unknown | no | unknown | no |  | yes
"""


def view_of(area: str = "county", period: str = "2023-Q4", tables: str = "areas partnership") -> View:
    rows: list[dict[str, Any]] = [
        {name: row.get(name) for name in ("area", *arrangements.EXPECTED)}
        | {"as_at": date.fromisoformat(row["as_at"])}
        for row in read_drawing(SENT)
    ]
    source = SimpleNamespace(
        tables=set(tables.split()), arrangements=rows, areas=AREAS, above=lambda code: ABOVE.get(code, []),
        area=lambda code: next(area for area in AREAS if area.code == code),
    )  # fmt: skip
    return View(cast(Source, source), Scope(area, "home", period_named(period)))


def test_each_council_is_told_by_its_last_answer_up_to_the_day() -> None:
    assert arrangements.rows_by_area(view_of()) == [
        ["North", "30 September 2023", "Yes", "Yes", "Yes", "Yes", "Yes", "Yes", "Yes"],
        ["South", "30 September 2021", "No", "Unknown", "No", "Unknown", "No", "Not recorded", "Yes"],
        ["West", "Nothing sent", "", "", "", "", "", "", ""],
    ]


def test_unknown_not_recorded_and_nothing_sent_are_not_no() -> None:
    rows = {name: numbers for name, _, *numbers in arrangements.rows_by_expectation(view_of())}
    assert rows["A sub-group on exploitation"] == ["1", "1", "1", "3"]  # yes, no, not known, of areas
    assert rows["A multi-agency team"] == ["1", "0", "2", "3"]
    assert rows["Data collected on exploitation"] == ["2", "0", "1", "3"]
    assert arrangements.title(view_of()) == "One of 3 areas has everything that is expected"


def test_silence_and_old_answers_are_said() -> None:
    said = arrangements.gaps_words(view_of())
    assert "Nothing sent by West." in said
    assert "More than a year old: South." in said
    assert "Unknown and not recorded are not no." in said


def test_changes_are_those_since_the_answer_before_and_one_answer_tells_of_none() -> None:
    assert arrangements.changes(view_of()) == [
        "North: a protocol in force, from no to yes (30 September 2022 to 30 September 2023).",
        "North: a plan of disruption, from no to yes (30 September 2022 to 30 September 2023).",
        "South: sent once, on 30 September 2021, so no change can be told.",
    ]


def test_before_any_answer_nothing_was_sent() -> None:
    view = view_of(period="2021-Q1")
    assert [row[1] for row in arrangements.rows_by_area(view)] == ["Nothing sent"] * 3
    assert not arrangements.changes(view)
    assert "Nothing sent by North, South and West." in arrangements.gaps_words(view)


def test_one_council_is_told_of_alone() -> None:
    assert [row[0] for row in arrangements.rows_by_area(view_of("north"))] == ["North"]
    assert arrangements.title(view_of("north")) == "One of 1 area has everything that is expected"


def test_without_the_table_it_says_so() -> None:
    with pytest.raises(NeedsTable):
        arrangements.rows_by_area(view_of(tables="areas"))


def test_the_same_day_sent_twice_is_one_answer(tmp_path: Path) -> None:
    con = draw_warehouse(
        tmp_path,
        partnership="""
        area_code|as_at|sub_group|lead_professional|current_protocol|coordinator|disruption_plan|multi_agency_team|collects_data
        east | 2024-03-31 | yes | yes | yes | yes | no | no | unknown
        east | 2024-09-30 | yes | yes | yes | yes | yes | no | unknown
        """,
    )
    assert con.sql("select area, as_at, disruption_plan from arrangements").fetchall() == [
        ("east", date(2024, 3, 31), "no"),
        ("east", date(2024, 9, 30), "yes"),
    ]
