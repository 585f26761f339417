"""To which district were children moved, from a home in another?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table

CHILDREN = """
child_ref | home_area
ann       | east
bob       | east
cat       |
"""
VICTIMS = """
case_ref | child_ref
c1       | ann
c1       | bob
c2       | bob
c2       | cat
"""
LOCATIONS = """
case_ref | child_ref | role         | place | area_code
c1       | ann       | moved_to | park  | east
c1       |           | moved_to | hotel | west       # of the case: a place of ann and of bob
c2       | bob       | moved_to | taxi  | west       # the same journey in another case: he counts once
c2       | cat       | moved_to | park  | east       # home is not recorded
c2       | bob       | moved_to | park  |            # where is not recorded
c2       | bob       | exploitation     | park  | county     # not such a place
"""


def test_a_child_is_counted_once_in_each_district(draw: Draw) -> None:
    con = draw(children=CHILDREN, victims=VICTIMS, locations=LOCATIONS)
    found = answer(con, "journeys_moved", "2024-Q1", "destination", "east unknown")
    assert found == table("""
        area    | destination  | children
        east    | east         | 1
        east    | west         | 2
        east    | not_recorded | 1
        unknown | east         | 1
        """)


def test_children_are_counted_by_the_boundaries_that_lie_between(draw: Draw) -> None:
    con = draw(children=CHILDREN, victims=VICTIMS, locations=LOCATIONS)
    assert answer(con, "journeys_moved", "2024-Q1", "crossing", "east", "exploited") == table("""
        area | crossing     | children
        east | same_town    | 1
        east | not_recorded | 1
        """)
    assert answer(con, "journeys_moved", "2024-Q1") == [{"area": "all", "children": "3"}]


def test_without_such_a_place_there_is_no_journey(draw: Draw) -> None:
    con = draw(victims=VICTIMS, locations="case_ref | role\nc1 | exploitation")
    assert answer(con, "journeys_moved", "2024-Q1", "destination") == []
