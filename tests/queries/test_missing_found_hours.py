"""In what kinds of place were missing children found, and at what hours?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table

YEAR = "2024-Q1..2024-Q4"


def test_a_child_is_found_at_the_hour_when_the_episode_ended(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        child_ref | started_at       | ended_at         | found_place | found_area
        ann       | 2024-05-01T16:00 | 2024-05-02T01:00 | park        | east
        ann       | 2024-06-01T16:00 | 2024-06-02T03:59 | park        | west        # the same part: she counts once
        bob       | 2024-05-01T16:00 | 2024-05-02       | hotel       | west        # a day alone
        cat       | 2024-05-01       | 2024-05-02T08:00 |             | east        # the start needs no time
        dan       | 2024-05-01T16:00 |                  |             |             # still missing
        """
    )
    assert answer(con, "missing_found_hours", YEAR, "found_place part_of_day") == table("""
        area | found_place  | part_of_day | children
        all  | park         | 0           | 1
        all  | hotel        | not_timed   | 1
        all  | not_recorded | 8           | 1
        """)
    assert answer(con, "missing_found_hours", YEAR, "part_of_day", "east west", "found") == table("""
        area | part_of_day | children
        east | 0           | 1
        east | 8           | 1
        west | 0           | 1
        west | not_timed   | 1
        """)


def test_the_hour_is_of_the_local_clock_on_both_days_when_it_changes(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        child_ref | started_at       | ended_at
        ann       | 2024-03-30T22:00 | 2024-03-31T04:00          # five hours later
        bob       | 2024-10-26T22:00 | 2024-10-27T03:59          # almost seven hours later
        cat       | 2024-10-26T22:00 | 2024-10-27T00:30          # the day before in universal time
        """
    )
    assert answer(con, "missing_found_hours", YEAR, "part_of_day") == table("""
        area | part_of_day | children
        all  | 0           | 2
        all  | 4           | 1
        """)


def test_while_all_are_missing_still_there_is_no_hour(draw: Draw) -> None:
    con = draw(missing_episodes="child_ref | started_at\nann | 2024-05-01T16:00")
    assert answer(con, "missing_found_hours", YEAR, "part_of_day") == []
