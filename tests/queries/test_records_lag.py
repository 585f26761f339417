"""How long after a child went missing was it reported?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table


def test_the_time_from_start_to_report_needs_both_times(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        child_ref | started_at       | reported_at
        ann       | 2024-01-01T20:00 | 2024-01-01T20:59  # under an hour
        ann       | 2024-01-02T20:00 | 2024-01-02T21:00  # an hour to the minute: the next band
        ann       | 2024-03-31T00:30 | 2024-03-31T07:30  # seven hours by the clock, six of time: the clocks went forward
        bob       | 2024-01-03T20:00 | 2024-01-04T20:00  # a day
        bob       | 2024-01-05T20:00 | 2024-01-20T20:00
        cat       | 2024-01-06T20:00 | 2024-01-06T19:00  # reported before the start
        dan       | 2024-01-07T20:00 | 2024-01-07        # a day alone
        dan       | 2024-01-08T20:00 |
        """
    )
    assert answer(con, "records_lag", "2024-Q1", by="lag") == table("""
        area | lag          | children | records
        all  | before_start | 1        | 1
        all  | under_1h     | 1        | 1
        all  | 1_6h         | 1        | 1
        all  | 6_24h        | 1        | 1
        all  | 1_7d         | 1        | 1
        all  | over_7d      | 1        | 1
        all  | not_timed    | 1        | 1
        all  | not_recorded | 1        | 1
        """)
