"""In what kinds of place were children recruited, groomed and exploited, and where were they moved to?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table

VICTIMS = """
case_ref | child_ref
c1       | ann
c1       | bob
c1       | cat
c2       | cat
c2       | dan
"""
LOCATIONS = """
case_ref | child_ref | role         | place         | area_code
c1       | ann       | exploitation | taxi          | east
c1       | ann       | exploitation | taxi          | west     # the same kind twice: she counts once
c1       | ann       | recruitment  | park          | east
c1       | ann       | exploitation | hotel         |
c1       |           | exploitation | flat_or_house | west     # of the case: a place of ann, bob and cat
c2       | cat       | unknown      | unknown       |
"""


def test_a_child_has_every_place_that_is_theirs_and_one_without_any_is_shown(draw: Draw) -> None:
    con = draw(victims=VICTIMS, locations=LOCATIONS)
    assert answer(con, "victims_by_place", "2024-Q1", by="happened place") == table("""
        area | happened     | place         | children
        all  | exploitation | taxi          | 1
        all  | exploitation | hotel         | 1
        all  | exploitation | flat_or_house | 3
        all  | recruitment  | park          | 1
        all  | unknown      | unknown       | 1            # cat's second case
        all  | not_recorded | not_recorded  | 1            # dan
        """)
    assert answer(con, "victims_by_place", "2024-Q1") == [{"area": "all", "children": "4"}]


def test_a_taxi_is_a_vehicle_and_told_apart(draw: Draw) -> None:
    con = draw(victims=VICTIMS, locations=LOCATIONS)
    found = answer(con, "victims_by_place", "2024-Q1", by="place_group")
    assert {"area": "all", "place_group": "vehicle", "children": "1"} in found
    assert not [row for row in found if row["place_group"] == "taxi"]


def test_places_are_counted_by_where_they_lie(draw: Draw) -> None:
    con = draw(victims=VICTIMS, locations=LOCATIONS)
    assert answer(con, "victims_by_place", "2024-Q1", areas="east west unknown", role="exploited") == table("""
        area    | children
        east    | 1
        west    | 3
        unknown | 3          # ann's hotel, cat's second case, dan
        """)


def test_a_place_of_one_case_is_not_known_of_a_child_of_another(draw: Draw) -> None:
    con = draw(victims=VICTIMS, locations=LOCATIONS)
    assert answer(con, "victims", "2024-Q1", by="place_known") == table("""
        area | place_known | children
        all  | yes         | 3          # cat too: known in one case, not in the other
        all  | no          | 1
        """)
