"""In which district were children found, of those who live or are placed in another?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table

AREAS = """
area_code | level           | parent_code
shire     | police_force    |
north     | local_authority | shire
upper     | district        | north
hill      | ward            | upper
lower     | district        | north
unitary   | local_authority | shire
quay      | ward            | unitary
abroad    | local_authority |                 # of no force area that was sent
"""
CHILDREN = """
child_ref | home_area
ann       | hill
bob       | upper
cat       | quay
dan       |
"""
EPISODES = """
child_ref | started_at       | ended_at         | found_area
ann       | 2024-01-01T20:00 | 2024-01-02T20:00 | hill      # in her own district
ann       | 2024-01-03T20:00 | 2024-01-04T20:00 | lower     # another district of the council
ann       | 2024-01-05T20:00 | 2024-01-06T20:00 | lower     # she counts once there
bob       | 2024-01-01T20:00 | 2024-01-02T20:00 | quay      # told by the council, which has no districts
bob       | 2024-01-03T20:00 | 2024-01-04T20:00 | abroad
cat       | 2024-01-01T20:00 | 2024-01-02T20:00 | unitary   # as near as a council without districts goes
cat       | 2024-01-03T20:00 | 2024-01-04T20:00 | north     # a council, its district not known
cat       | 2024-01-05T20:00 | 2024-01-06T20:00 |           # where is not recorded
cat       | 2024-01-07T20:00 |                  | lower     # not found yet
dan       | 2024-01-01T20:00 | 2024-01-02T20:00 | upper     # home is not recorded
"""


def test_a_journey_leads_from_the_area_of_home_to_the_district_where_a_child_was_found(draw: Draw) -> None:
    con = draw(areas=AREAS, children=CHILDREN, missing_episodes=EPISODES)
    found = answer(con, "journeys_found", "2024-Q1", "destination", "upper unitary unknown")
    assert found == table("""
        area    | destination  | children
        upper   | upper        | 1
        upper   | lower        | 1
        upper   | unitary      | 1
        upper   | abroad       | 1
        unitary | unitary      | 1
        unitary | north        | 1
        unitary | not_recorded | 1
        unknown | upper        | 1
        """)


def test_boundaries_are_those_between_home_and_the_place(draw: Draw) -> None:
    con = draw(areas=AREAS, children=CHILDREN, missing_episodes=EPISODES)
    assert answer(con, "journeys_found", "2024-Q1", "crossing") == table("""
        area | crossing      | children
        all  | same_town     | 2            # ann, cat
        all  | same_council  | 1            # ann
        all  | other_council | 2            # bob, cat
        all  | other_force   | 1            # bob
        all  | not_recorded  | 2            # cat, dan
        """)
    arrived = answer(con, "journeys_found", "2024-Q1", "crossing", "unitary", "found")
    assert arrived == table("""
        area    | crossing      | children
        unitary | same_town     | 1
        unitary | other_council | 1
        """)


def test_children_in_care_set_out_from_where_they_are_placed_too(draw: Draw) -> None:
    con = draw(
        areas=AREAS,
        children=CHILDREN,
        care_episodes="""
        child_ref | started_on | responsible_area | host_area
        ann       | 2024-01-01 | upper            | quay
        """,
        missing_episodes=EPISODES,
    )
    found = answer(con, "journeys_found", "2024-Q1", "destination", "unitary", "host")
    assert found == table("""
        area    | destination | children
        unitary | upper       | 1
        unitary | lower       | 1
        """)


def test_without_any_place_found_every_journey_leads_to_where_is_not_known(draw: Draw) -> None:
    con = draw(missing_episodes="child_ref | started_at | ended_at\nann | 2024-01-01 | 2024-01-02")
    assert answer(con, "journeys_found", "2024-Q1", "destination") == [
        {"area": "all", "destination": "not_recorded", "children": "1"}
    ]
