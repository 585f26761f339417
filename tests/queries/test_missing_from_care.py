"""How many children went missing while in care?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table


def test_a_stay_covers_its_first_and_its_last_day(draw: Draw) -> None:
    con = draw(
        care_episodes="""
        child_ref | started_on | ended_on
        ann       | 2024-01-10 | 2024-01-20
        bob       | 2024-01-10 |             # still in care
        cat       | 2024-01-10 | 2024-01-20
        cat       | 2024-01-15 | 2024-01-25  # two stays that overlap
        """,
        missing_episodes="""
        child_ref | started_at
        ann       | 2024-01-09T23:59    # the night before
        ann       | 2024-01-10T00:00    # the first day
        ann       | 2024-01-20T23:59    # the last day
        ann       | 2024-01-21T00:00    # the day after
        bob       | 2024-12-31T20:00
        cat       | 2024-01-16T20:00    # in both stays: one episode
        dan       | 2024-01-16T20:00    # never in care
        """,
    )
    assert answer(con, "missing_from_care", "2024-Q1") == table("""
        area | children | episodes
        all  | 2        | 3         # ann twice, cat once
        """)
    assert answer(con, "missing_from_care", "2024-Q4") == table("""
        area | children | episodes
        all  | 1        | 1
        """)


def test_the_newest_of_overlapping_stays_gives_the_placement_area(draw: Draw) -> None:
    con = draw(
        care_episodes="""
        child_ref | started_on | responsible_area | host_area
        cat       | 2024-01-10 | east             | east
        cat       | 2024-01-15 | east             | west
        """,
        missing_episodes="""
        child_ref | started_at
        cat       | 2024-01-14
        cat       | 2024-01-15
        """,
    )
    assert answer(con, "missing_from_care", "2024-Q1", areas="east west", role="host") == table("""
        area | children | episodes
        east | 1        | 1
        west | 1        | 1
        """)


def test_whoever_left_care_on_the_first_day_of_a_period_is_in_both_parts_of_the_share(draw: Draw) -> None:
    con = draw(
        care_episodes="""
        child_ref | started_on | ended_on
        ann       | 2023-01-10 | 2024-04-01
        """,
        missing_episodes="""
        child_ref | started_at
        ann       | 2024-04-01T09:00
        """,
    )
    missing = answer(con, "missing_from_care", "2024-Q2")
    in_care = answer(con, "in_care", "2024-Q2")
    assert [missing[0]["children"], in_care[0]["children"]] == ["1", "1"]
