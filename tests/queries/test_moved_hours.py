"""To what kinds of place were children moved, and at what hours were they seen there?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table

YEAR = "2024-Q1..2024-Q4"
VICTIMS = """
case_ref | child_ref
c1       | ann
c1       | bob
"""
LOCATIONS = """
case_ref | child_ref | role         | place  | seen_hour
c1       | ann       | moved_to     | school | 15
c1       |           | moved_to     | park   | 16          # of the case: a place of ann and of bob
c1       | bob       | moved_to     | park   |
c1       | bob       | exploitation | hotel  | 21          # not such a place
"""


def test_each_child_has_the_places_that_are_theirs_and_their_parts_of_the_day(draw: Draw) -> None:
    con = draw(victims=VICTIMS, locations=LOCATIONS)
    assert answer(con, "moved_hours", YEAR, "place_group part_of_day") == table("""
        area | place_group | part_of_day | children
        all  | school      | 12          | 1
        all  | park        | 16          | 2
        all  | park        | not_timed   | 1
        """)
    assert answer(con, "moved_hours", YEAR) == [{"area": "all", "children": "2"}]


def test_without_such_a_place_there_is_no_hour(draw: Draw) -> None:
    con = draw(victims=VICTIMS, locations="case_ref | role | seen_hour\nc1 | exploitation | 12")
    assert answer(con, "moved_hours", YEAR, "part_of_day") == []
