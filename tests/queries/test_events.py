"""Single events with their cell and day: whose, of which case, and in which area and period."""

from __future__ import annotations

from queries.events import events
from tests.queries.drawn import Draw

CELL = "891951ca4b7ffff"
EPISODES = f"""
child_ref | started_at | ended_at   | missing_from | missing_from_area | missing_from_cell | found_area | found_cell
ann       | 2024-01-01 | 2024-01-03 | school       | east              | {CELL}   | west       | {CELL}
ann       | 2024-02-01 | 2024-02-03 | home         | east              | {CELL}   | east       |   # no cell
bob       | 2024-03-30 | 2024-04-02 | other        | west              |                   | west       | {CELL}
cat       | 2024-01-05 |            | school       | west              | {CELL}   |            |   # not found yet
"""


def days_of(found: object) -> list[str]:
    return sorted(str(day)[:10] for day in found["day"])  # type: ignore[index]


def test_a_child_is_found_on_the_day_of_the_return_in_the_area_where_they_were(draw: Draw) -> None:
    con = draw(missing_episodes=EPISODES)
    assert days_of(events(con, "found", "", "west", "2024-01-01", "2024-04-01")) == ["2024-01-03"]
    county = events(con, "found", "", "county", "2024-01-01", "2024-04-01")
    assert days_of(county) == ["2024-01-03", "2024-02-03"]
    assert county["cell"].notna().tolist() == [True, False]
    assert set(county["case_number"]) == {-1}


def test_children_who_go_missing_from_where_they_live_are_left_out(draw: Draw) -> None:
    con = draw(missing_episodes=EPISODES)
    left = events(con, "missing_from", "", "all", "2024-01-01", "2024-04-01")
    assert days_of(left) == ["2024-01-01", "2024-01-05", "2024-03-30"]


def test_a_place_of_a_whole_case_is_of_no_child_that_another_event_is_of(draw: Draw) -> None:
    con = draw(
        victims="case_ref | child_ref\nc1 | ann\nc2 | ann",
        locations=f"""
        case_ref | child_ref | role         | area_code | cell   | seen_on
        c1       | ann       | exploitation | east      | {CELL} | 2024-02-01
        c1       |           | exploitation | east      | {CELL} | 2024-02-02
        c2       |           | exploitation | east      | {CELL} | 2024-02-03
        c2       | ann       | recruitment  | east      | {CELL} | 2024-02-04   # not that layer
        c2       | ann       | exploitation | east      | {CELL} |              # on no day
        """,
    )
    found = events(con, "place", "exploitation", "east", "2024-01-01", "2024-04-01")
    assert len(found) == 3
    assert found["child"].nunique() == 3
    assert found["case_number"].nunique() == 2


def test_an_event_in_a_marked_cell_is_told_from_others(draw: Draw) -> None:
    con = draw(missing_episodes=EPISODES, marked_cells=[(CELL, "police_station")])
    found = events(con, "found", "", "county", "2024-01-01", "2024-04-01")
    assert sorted(zip(found["cell"].notna(), found["is_marked"], strict=True)) == [
        (False, False),
        (True, True),
    ]
