"""In what kinds of place were children recruited, groomed, exploited or moved to, and at what hours?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table

YEAR = "2024-Q1..2024-Q4"
VICTIMS = """
case_ref | child_ref
c1       | ann
c1       | bob
c2       | cat
"""
LOCATIONS = """
case_ref | child_ref | role         | place  | seen_hour
c1       | ann       | exploitation | park   | 21
c1       | ann       | recruitment  | park   | 20          # the same kind and part of the day: she counts once
c1       |           | grooming     | hotel  | 23          # of the case: a place of ann and of bob
"""


def test_a_child_is_counted_once_whatever_happened_there(draw: Draw) -> None:
    con = draw(victims=VICTIMS, locations=LOCATIONS)
    assert answer(con, "seen_hours", YEAR, "place_group part_of_day") == table("""
        area | place_group  | part_of_day | children
        all  | park         | 20          | 1
        all  | hotel        | 20          | 2
        all  | not_recorded | not_timed   | 1          # cat, of whom no place is recorded
        """)


def test_without_a_child_in_a_case_there_is_no_hour(draw: Draw) -> None:
    con = draw(locations=LOCATIONS)
    assert answer(con, "seen_hours", YEAR, "part_of_day") == []
