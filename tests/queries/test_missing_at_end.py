"""How many children were missing at the end of the period?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table


def test_a_child_is_missing_at_the_end_when_the_episode_outlasts_the_last_day(draw: Draw) -> None:
    con = draw(
        children="""
        child_ref | home_area
        ann       | east
        bob       | east
        cat       | east
        """,
        missing_episodes="""
        child_ref | started_at       | ended_at         | kind
        ann       | 2024-03-20T20:00 | 2024-03-31T23:59 |         # back a minute before the quarter ended
        bob       | 2024-03-31T23:00 | 2024-04-01T00:30 |         # away at midnight
        cat       | 2023-02-01       |                  |         # open since before the data begin
        dan       | 2024-04-01T00:00 |                  |         # not yet missing
        eve       | 2024-03-01T20:00 |                  | away    # whereabouts known
        """,
    )
    assert answer(con, "missing_at_end", "2024-Q1", areas="all east unknown") == table("""
        area | children | episodes
        all  | 2        | 2         # bob and cat
        east | 2        | 2
        """)
    assert answer(con, "missing_at_end", "2024-Q2", areas="all unknown") == table("""
        area    | children | episodes
        all     | 2        | 2         # cat and dan
        unknown | 1        | 1         # dan's home is not known
        """)


def test_a_day_without_a_time_ends_the_episode_on_that_day(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        child_ref | started_at | ended_at
        ann       | 2024-03-30 | 2024-03-31    # came back on the last day
        bob       | 2024-03-31 | 2024-04-01    # came back on the day after
        """
    )
    assert answer(con, "missing_at_end", "2024-Q1") == [{"area": "all", "children": "1", "episodes": "1"}]


def test_two_open_episodes_are_one_child(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        child_ref | started_at
        ann       | 2024-03-01
        ann       | 2024-03-05    # the first was never closed
        """
    )
    assert answer(con, "missing_at_end", "2024-03") == [{"area": "all", "children": "1", "episodes": "2"}]
