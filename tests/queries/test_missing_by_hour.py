"""At which hours were children missing?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table

YEAR = "2024-Q1..2024-Q4"


def test_an_episode_is_shared_out_over_the_hours_that_it_covers(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        child_ref | started_at       | ended_at
        kim       | 2024-01-01T22:30 | 2024-01-02T00:30    # a Monday night: half an hour, an hour, half an hour
        """
    )
    assert answer(con, "missing_by_hour", YEAR, by="weekday hour") == table("""
        area | weekday | hour | children | episodes
        all  | 1       | 22   | 1        | 0.25
        all  | 1       | 23   | 1        | 0.5
        all  | 2       | 0    | 1        | 0.25
        """)
    assert answer(con, "missing_by_hour", YEAR) == [{"area": "all", "children": "1", "episodes": "1"}]


def test_only_the_first_72_hours_are_shared_out(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        child_ref | started_at       | ended_at
        kim       | 2024-01-01T00:00 | 2024-01-11T00:00    # ten days from a Monday: Monday to Wednesday count
        """
    )
    assert answer(con, "missing_by_hour", YEAR, by="weekday") == table("""
        area | weekday | children | episodes
        all  | 1       | 1        | 0.3333
        all  | 2       | 1        | 0.3333
        all  | 3       | 1        | 0.3333
        """)
    hours = answer(con, "missing_by_hour", YEAR, by="hour")
    assert [row["episodes"] for row in hours] == ["0.04167"] * 24


def test_the_hour_that_the_clocks_skip_holds_nobody(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        child_ref | started_at       | ended_at
        kim       | 2024-03-31T00:00 | 2024-03-31T03:00    # two hours: midnight, then two o'clock
        """
    )
    assert answer(con, "missing_by_hour", YEAR, by="hour") == table("""
        area | hour | children | episodes
        all  | 0    | 1        | 0.5
        all  | 2    | 1        | 0.5
        """)


def test_the_hour_that_the_clocks_repeat_weighs_twice(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        child_ref | started_at       | ended_at
        kim       | 2024-10-27T00:00 | 2024-10-27T03:00    # four hours: midnight, one o'clock twice, two o'clock
        """
    )
    assert answer(con, "missing_by_hour", YEAR, by="weekday hour") == table("""
        area | weekday | hour | children | episodes
        all  | 7       | 0    | 1        | 0.25
        all  | 7       | 1    | 1        | 0.5
        all  | 7       | 2    | 1        | 0.25
        """)


def test_episodes_without_both_times_are_left_out_and_each_other_one_weighs_one(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        child_ref | started_at       | ended_at
        ann       | 2024-02-01T10:15 | 2024-02-01T10:15    # no length: all of it in one hour
        ann       | 2024-02-02T10:15 | 2024-02-05T01:17
        bob       | 2024-02-01       | 2024-02-02          # days only
        cat       | 2024-02-01T10:15 | 2024-02-02          # came back at a time not known
        dan       | 2024-02-01T10:15 |                     # still missing
        """
    )
    assert answer(con, "missing_by_hour", YEAR) == [{"area": "all", "children": "1", "episodes": "2"}]
    by_hour = answer(con, "missing_by_hour", YEAR, by="weekday hour")
    assert {"area": "all", "weekday": "4", "hour": "10", "children": "1", "episodes": "1"} in by_hour
