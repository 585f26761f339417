"""How many children were in care?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table

CHILDREN = """
child_ref | home_area
kim       | east
lee       |           # home not recorded: the council responsible
max       | west
pat       | east
"""


def test_a_stay_counts_in_every_period_that_it_touches_for_a_day(draw: Draw) -> None:
    con = draw(
        children=CHILDREN,
        care_episodes="""
        child_ref | started_on | ended_on   | responsible_area
        kim       | 2023-11-01 | 2024-04-01 | east             # left on the first day of April
        lee       | 2024-06-30 | 2024-06-30 | west             # one day, the last of June
        max       | 2023-01-01 |            | west             # still there
        pat       | 2023-01-01 | 2023-12-31 | east             # left before the year began
        """,
    )
    assert answer(con, "in_care", "2024-Q1", areas="all east west") == table("""
        area | children
        all  | 2        # kim and max
        east | 1
        west | 1
        """)
    assert answer(con, "in_care", "2024-Q2") == [{"area": "all", "children": "3"}]
    assert answer(con, "in_care", "2024-Q3") == [{"area": "all", "children": "1"}]
    assert answer(con, "in_care", "2024-Q1..2024-Q4") == [{"area": "all", "children": "3"}]


def test_a_child_who_moved_counts_once_in_all_and_once_in_each_kind_of_placement(draw: Draw) -> None:
    con = draw(
        children=CHILDREN,
        care_episodes="""
        child_ref | started_on | ended_on   | placement_type
        kim       | 2024-01-01 | 2024-02-01 | foster
        kim       | 2024-02-01 | 2024-02-09 | childrens_home    # moved on the day the other ended
        kim       | 2024-02-09 |            | foster
        lee       | 2024-01-01 |            | foster
        lee       | 2024-01-15 |            | secure            # two stays that overlap
        """,
    )
    assert answer(con, "in_care", "2024-Q1") == [{"area": "all", "children": "2"}]
    assert answer(con, "in_care", "2024-Q1", by="placement") == table("""
        area | placement      | children
        all  | foster         | 2
        all  | childrens_home | 1
        all  | secure         | 1
        """)


def test_the_host_council_counts_the_children_placed_there(draw: Draw) -> None:
    con = draw(
        children=CHILDREN,
        care_episodes="""
        child_ref | started_on | responsible_area | host_area
        kim       | 2024-01-01 | east             | west
        max       | 2024-01-01 | west             |           # where placed is not recorded
        """,
    )
    assert answer(con, "in_care", "2024-Q1", areas="east west unknown", role="host") == table("""
        area    | children
        west    | 1
        unknown | 1
        """)


def test_home_is_the_childs_home_and_only_without_one_the_council_responsible(draw: Draw) -> None:
    con = draw(
        children=CHILDREN,
        care_episodes="""
        child_ref | started_on | responsible_area
        kim       | 2024-01-01 | west              # lives in the east, as in the questions on missing episodes
        lee       | 2024-01-01 | west
        """,
    )
    assert answer(con, "in_care", "2024-Q1", areas="east west") == table("""
        area | children
        east | 1
        west | 1
        """)
