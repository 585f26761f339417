"""In how many records did each agency leave a field out?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table


def test_a_field_is_left_out_only_where_it_should_be_known(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        child_ref | agency_code | started_at       | reported_at      | ended_at         | missing_from | missing_from_cell
        ann       | police      | 2024-01-01T20:00 | 2024-01-01T21:00 | 2024-01-01T22:00 | home         | 8a1
        ann       | police      | 2024-01-02       |                  | 2024-01-03       | unknown      |      # a day is no time
        bob       | council     | 2024-01-01T20:00 |                  |                  | school       | 8a1  # still open
        """
    )
    assert answer(con, "records_incomplete", "2024-Q1", by="agency field") == table("""
        area | agency  | field             | children | records
        all  | council | reported_time     | 1        | 1
        all  | council | initial_risk      | 1        | 1
        all  | police  | start_time        | 1        | 1
        all  | police  | reported_time     | 1        | 1
        all  | police  | end_time          | 1        | 1
        all  | police  | missing_from_kind | 1        | 1
        all  | police  | missing_from_cell | 1        | 1
        all  | police  | initial_risk      | 1        | 2
        all  | police  | found_place       | 1        | 2
        all  | police  | found_by          | 1        | 2
        all  | police  | harm              | 1        | 2
        """)


def test_unknown_is_left_out_and_no_harm_is_not(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        child_ref | started_at       | reported_at      | ended_at         | initial_risk | found_place | found_by | harm
        ann       | 2024-01-01T20:00 | 2024-01-01T21:00 | 2024-01-01T22:00 | high         | hotel       | police   | none
        bob       | 2024-01-01T20:00 | 2024-01-01T21:00 | 2024-01-01T22:00 | unknown      | unknown     | unknown  | unknown
        """
    )
    assert answer(con, "records_incomplete", "2024-Q1", by="field") == table("""
        area | field             | children | records
        all  | missing_from_cell | 2        | 2
        all  | initial_risk      | 1        | 1
        all  | found_place       | 1        | 1
        all  | found_by          | 1        | 1
        all  | harm              | 1        | 1
        """)


def test_what_does_not_arise_in_an_interview_is_not_left_out(draw: Draw) -> None:
    con = draw(
        return_interviews="""
        child_ref | offered | offered_on | accepted | interviewed_at   | interviewer_independent | shared_with_police | themes
        ann       | yes     | 2024-01-02 | yes      | 2024-01-03T10:00 | yes                     | unknown            | peers
        bob       | yes     | 2024-01-02 | no       |                  |    # no reason
        cat       | yes     | 2024-01-02 |          |                  |    # no answer
        dan       | no      | 2024-01-02 |          |                  |    # nothing arises
        eve       | yes     | 2024-01-02 | yes      | 2024-01-03       |                         | yes                |   # a day
        """
    )
    assert answer(con, "records_incomplete", "2024-Q1", by="field") == table("""
        area | field           | children | records
        all  | accepted        | 1        | 1
        all  | declined_reason | 1        | 1
        all  | independent     | 1        | 1
        all  | interview_time  | 1        | 1
        all  | shared          | 1        | 1
        all  | themes          | 1        | 1
        """)


def test_assessments_cases_and_referrals(draw: Draw) -> None:
    con = draw(
        assessments="""
        child_ref | assessed_on | level   | next_due_on
        ann       | 2024-01-01  | unknown | 2024-02-12
        bob       | 2024-01-01  | low     |
        """,
        victims="""
        case_ref | child_ref | identified_on | identified_by | age_when_identified | exploitation_started_on | ever_missing
        c1       | ann       | 2024-01-05    | school        | 14                  | 2023-10-01              | yes
        c2       | ann       | 2024-01-06    |               | 14                  |                         | unknown
        """,
        referrals="""
        child_ref | referred_on | source | reason       | service_ref
        ann       | 2024-01-09  | 2B     | exploitation |
        bob       | 2024-01-09  | 2B     |              | s1
        """,
    )
    assert answer(con, "records_incomplete", "2024-Q1", by="field") == table("""
        area | field              | children | records
        all  | level              | 1        | 1
        all  | next_due           | 1        | 1
        all  | living             | 1        | 2
        all  | school             | 1        | 2
        all  | identified_by      | 1        | 1
        all  | exploitation_start | 1        | 1
        all  | ever_missing       | 1        | 1
        all  | service            | 1        | 1
        all  | reason             | 1        | 1
        """)
