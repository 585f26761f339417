"""From what kinds of place did children go missing, and at what hours?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table

YEAR = "2024-Q1..2024-Q4"


def test_a_child_is_counted_once_at_each_kind_of_place_and_part_of_the_day(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        child_ref | started_at       | missing_from | kind
        ann       | 2024-05-01T16:00 | home         |
        ann       | 2024-06-01T19:59 | home         |         # the same part of another day: she counts once
        ann       | 2024-06-02T20:00 | home         |
        bob       | 2024-05-01T00:00 | school       |
        bob       | 2024-06-01       | school       |         # a day alone is no midnight
        cat       | 2024-05-01T12:00 |              |         # where from is not recorded
        dan       | 2024-05-01T12:00 | home         | away
        """
    )
    assert answer(con, "missing_place_hours", YEAR, "place part_of_day") == table("""
        area | place        | part_of_day | children
        all  | home         | 16          | 1
        all  | home         | 20          | 1
        all  | school       | 0           | 1
        all  | school       | not_timed   | 1
        all  | home         | 12          | 1          # cat: the plain value of the drawn table
        """)


def test_the_hour_is_of_the_local_clock_on_both_days_when_it_changes(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        child_ref | started_at
        ann       | 2024-03-31T00:30          # winter time still
        bob       | 2024-03-31T04:00          # summer time: three hours after midnight
        cat       | 2024-10-27T00:30          # summer time still: the day before in universal time
        dan       | 2024-10-27T03:59          # winter time: almost five hours after midnight
        """
    )
    assert answer(con, "missing_place_hours", YEAR, "part_of_day") == table("""
        area | part_of_day | children
        all  | 0           | 3
        all  | 4           | 1
        """)


def test_episodes_are_counted_by_where_the_child_was_placed(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        child_ref | started_at       | missing_from_area
        ann       | 2024-05-01T08:00 | west
        """,
        care_episodes="child_ref | started_on | host_area\nann | 2024-01-01 | west",
    )
    for role in ("host", "missing_from"):
        assert answer(con, "missing_place_hours", YEAR, "part_of_day", "west", role) == table("""
            area | part_of_day | children
            west | 8           | 1
            """)


def test_without_an_episode_there_is_no_hour(draw: Draw) -> None:
    con = draw(missing_episodes="child_ref | started_at | kind\nann | 2024-05-01T16:00 | away")
    assert answer(con, "missing_place_hours", YEAR, "part_of_day") == []
