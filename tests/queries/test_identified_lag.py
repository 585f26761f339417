"""How long after the exploitation began was the child identified?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table


def test_the_lag_runs_from_the_recorded_start_to_the_identification(draw: Draw) -> None:
    con = draw(
        victims="""
        case_ref | child_ref | identified_on | exploitation_started_on
        c1       | ann       | 2024-02-10    | 2024-02-10  # the same day
        c2       | bob       | 2024-02-10    | 2023-11-11  # a day short of three months
        c3       | cat       | 2024-02-10    | 2023-11-10  # three months to the day: the next band
        c4       | dan       | 2024-02-29    | 2023-02-28  # a year and a day
        c5       | eve       | 2024-02-10    | 2020-01-01
        c6       | fay       | 2024-02-10    | 2024-03-01  # foreseen: identified before it began
        c7       | gil       | 2024-02-10    |
        c8       | gil       | 2024-02-11    |             # in two cases: one child, two records
        c9       | hal       | 2023-12-31    |             # before the quarter
        """
    )
    assert answer(con, "identified_lag", "2024-Q1", by="lag") == table("""
        area | lag          | children | records
        all  | under_3m     | 2        | 2
        all  | 3_6m         | 1        | 1
        all  | 1_2y         | 1        | 1
        all  | over_2y      | 1        | 1
        all  | before_start | 1        | 1
        all  | not_recorded | 1        | 2
        """)


def test_no_case_is_no_lag(draw: Draw) -> None:
    assert answer(draw(missing_episodes="child_ref"), "identified_lag", "2024-Q1", by="lag") == []
