"""How long were children missing?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table


def test_each_band_begins_at_its_first_hour(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        child_ref | started_at       | ended_at
        ann       | 2024-01-01T20:00 | 2024-01-01T20:00    # no length at all: under 8 hours
        ann       | 2024-01-02T20:00 | 2024-01-03T03:59
        bob       | 2024-01-02T20:00 | 2024-01-03T04:00    # 8 hours
        cat       | 2024-01-02T20:00 | 2024-01-03T20:00    # 24 hours
        dan       | 2024-01-02T20:00 | 2024-01-04T20:00    # 48 hours
        eve       | 2024-01-02T20:00 | 2024-01-05T20:00    # 72 hours
        fay       | 2024-01-02T20:00 | 2024-01-09T20:00    # 7 days
        gus       | 2024-01-02T20:00 | 2024-01-30T20:00    # 28 days
        hal       | 2024-01-02T20:00 |                     # still missing
        """
    )
    assert answer(con, "missing_by_duration", "2024-Q1", by="duration") == table("""
        area | duration   | children | episodes
        all  | under_8h   | 1        | 2
        all  | 8_24h      | 1        | 1
        all  | 24_48h     | 1        | 1
        all  | 48_72h     | 1        | 1
        all  | 3_7d       | 1        | 1
        all  | 7_28d      | 1        | 1
        all  | 28d_plus   | 1        | 1
        all  | still_open | 1        | 1
        """)


def test_a_night_on_which_the_clocks_change_has_its_true_length(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        child_ref | started_at       | ended_at
        ann       | 2024-03-30T23:00 | 2024-03-31T07:30    # 8 hours and a half by the clock, 7 and a half in truth
        bob       | 2024-10-26T23:00 | 2024-10-27T06:30    # 7 hours and a half by the clock, 8 and a half in truth
        """
    )
    assert answer(con, "missing_by_duration", "2024-Q1", by="duration") == table("""
        area | duration | children | episodes
        all  | under_8h | 1        | 1
        """)
    assert answer(con, "missing_by_duration", "2024-Q4", by="duration") == table("""
        area | duration | children | episodes
        all  | 8_24h    | 1        | 1
        """)


def test_days_without_times_give_a_band_only_where_they_leave_no_doubt(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        child_ref | started_at       | ended_at
        ann       | 2024-01-01       | 2024-01-01          # anything up to a day
        bob       | 2024-01-01       | 2024-01-02T09:00    # 9 hours, or 33
        cat       | 2024-01-01T09:00 | 2024-01-20          # between 18 and 20 days
        dan       | 2024-01-01       | 2024-03-01          # two months
        eve       | 2024-01-01       |                     # open all the same
        """
    )
    assert answer(con, "missing_by_duration", "2024-Q1", by="duration") == table("""
        area | duration   | children | episodes
        all  | not_timed  | 2        | 2         # ann and bob
        all  | 7_28d      | 1        | 1
        all  | 28d_plus   | 1        | 1
        all  | still_open | 1        | 1
        """)
