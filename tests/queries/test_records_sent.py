"""How many records did each agency send?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table


def test_each_record_counts_for_the_agency_that_sent_it(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        child_ref | started_at       | agency_code | kind
        ann       | 2024-01-01T20:00 | police      | missing
        ann       | 2024-01-01T20:10 | council     | missing  # the same absence: a record of each agency
        bob       | 2024-02-01       | police      | away     # every kind of absence
        cat       | 2023-12-31       | police      | missing  # before the quarter
        """,
        assessments="""
        child_ref | assessed_on | level
        ann       | 2024-03-31  | high
        ann       | 2024-04-01  | high     # the next quarter
        """,
        return_interviews="""
        child_ref | offered | offered_on | interviewed_at
        ann       | yes     | 2024-03-30 | 2024-04-02       # by the day it was held: the next quarter
        bob       | yes     | 2024-02-02 |
        cat       | no      |            |                  # no day: in no period
        """,
    )
    assert answer(con, "records_sent", "2024-Q1", by="agency record") == table("""
        area | agency  | record            | children | records
        all  | council | missing_episodes  | 1        | 1
        all  | police  | missing_episodes  | 2        | 2
        all  | police  | assessments       | 1        | 1
        all  | police  | return_interviews | 1        | 1
        """)


def test_no_table_at_all_is_no_record(draw: Draw) -> None:
    assert answer(draw(missing_episodes="child_ref"), "records_sent", "2024-Q1", by="agency") == []
