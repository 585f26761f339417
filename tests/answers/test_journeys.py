"""Journeys: each pair prints its own cell, from whichever end it is looked at, and nothing is added up."""

from __future__ import annotations

import pytest

from answers.measures import ask_measure, measure_named
from answers.places.journeys import ANY, at_town, journeys
from answers.places.layers import HAPPENED
from answers.places.towns import apart, towns_of
from answers.question import ask
from answers.scope import Scope
from answers.source import Source
from answers.view import View
from disclosure import ProtectedTable

PARTS = {
    "journeys_found": None,
    "journeys_exploited": (HAPPENED, "exploitation"),
    "journeys_moved": (HAPPENED, "moved_to"),
}
DUNMARSH = "X07000001"


def view_of(source: Source, question: str, area: str, arriving: bool = False) -> View:
    year = [period for period in source.periods if period.kind == "rolling_year"][-1]
    role = ("found" if PARTS[question] is None else "exploited") if arriving else "home"
    return View(source, Scope(area, role, year), PARTS[question])


def pairs_of(table: ProtectedTable | None) -> dict[tuple[str, str], str]:
    assert table is not None
    ends = zip(table.labels("area"), table.labels("destination"), strict=True)
    return dict(zip(ends, table.printed("children"), strict=True))


@pytest.mark.parametrize("mode", ["protected", "exact"])
@pytest.mark.parametrize("question", PARTS)
def test_a_pair_prints_its_own_cell_from_either_end(
    question: str, mode: str, request: pytest.FixtureRequest
) -> None:
    source: Source = request.getfixturevalue(mode)
    codes = [area.code for area in towns_of(source)]
    period = view_of(source, question, "all").scope.period
    asked = pairs_of(ask(source, question, "home", codes, [period], ("destination",)))
    for arriving in (False, True):
        told = pairs_of(journeys(view_of(source, question, "all", arriving)).table)
        named = {ends: printed for ends, printed in told.items() if set(ends) <= set(codes)}
        assert named.items() <= asked.items()
        assert "0" not in told.values()
    assert any(printed != "0" for printed in asked.values())


def test_where_all_of_a_district_is_withheld_one_row_says_so(protected: Source) -> None:
    table = journeys(view_of(protected, "journeys_moved", "all")).table
    told = pairs_of(table)
    withheld = {start for start, end in told if end == ANY}
    assert withheld
    assert all(printed == "<10" for (start, end), printed in told.items() if end == ANY)
    assert not [ends for ends in told if ends[0] in withheld and ends[1] != ANY]


def test_a_ward_is_told_by_its_district(protected: Source) -> None:
    ward = next(area for area in protected.areas if area.parent == DUNMARSH)
    view = view_of(protected, "journeys_found", ward.code)
    assert at_town(view).scope.area == DUNMARSH
    whole = journeys(view_of(protected, "journeys_found", DUNMARSH))
    assert pairs_of(journeys(view).table) == pairs_of(whole.table)


def test_districts_lie_as_far_apart_as_on_the_map(protected: Source) -> None:
    """Dunmarsh and Pellport: half of the county's width of 52 km and a little more."""
    assert apart(protected, DUNMARSH, "X07000006").replace("\N{NO-BREAK SPACE}", " ") == "32 km"
    assert apart(protected, DUNMARSH, DUNMARSH).startswith("0")
    assert apart(protected, DUNMARSH, "X10000901") == ":"


def test_a_measure_leaves_out_what_is_held_for_larger_areas_or_longer_periods_only(protected: Source) -> None:
    last = {period.kind: period for period in protected.periods}
    ward = next(area.code for area in protected.areas if area.level == "ward")
    for area, kind, has_journeys in (
        ("all", "rolling_year", True),
        ("all", "quarter", False),
        (ward, "rolling_year", False),
    ):
        tables = ask_measure(protected, measure_named("V2"), "home", area, last[kind])
        assert tables
        assert has_journeys == any("destination" in table.dimensions for table in tables)
