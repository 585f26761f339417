"""In how many records was a field given as unknown, or as not applicable?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table


def test_unknown_and_not_applicable_are_apart_and_empty_is_neither(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        child_ref | started_at | initial_risk   | found_place | harm    | found_by
        ann       | 2024-01-01 | unknown        | hotel       | unknown |                # empty: it cannot be told
        ann       | 2024-01-09 | high           | unknown     | unknown | police
        bob       | 2024-01-01 | not_applicable | hotel       | none    | unknown person # a word that only begins so
        cat       | 2023-12-31 | unknown        |             |         |                # before the quarter
        """,
        return_interviews="""
        child_ref | offered | offered_on | accepted | declined_reason
        ann       | yes     | 2024-01-02 | unknown  |
        bob       | yes     | 2024-01-02 | yes      | not_applicable
        """,
        victims="""
        case_ref | child_ref | ever_missing | living_circumstances
        c1       | ann       | unknown      | unknown
        """,
        referrals="""
        child_ref | referred_on | reason
        ann       | 2024-01-09  | unknown
        """,
    )
    assert answer(con, "records_not_known", "2024-Q1", by="field said") == table("""
        area | field           | said           | children | records
        all  | accepted        | unknown        | 1        | 1
        all  | declined_reason | not_applicable | 1        | 1
        all  | ever_missing    | unknown        | 1        | 1
        all  | found_place     | unknown        | 1        | 1
        all  | harm            | unknown        | 1        | 2
        all  | initial_risk    | not_applicable | 1        | 1
        all  | initial_risk    | unknown        | 1        | 1
        all  | living          | unknown        | 1        | 1
        all  | reason          | unknown        | 1        | 1
        """)


def test_no_record_is_no_word(draw: Draw) -> None:
    assert answer(draw(missing_episodes="child_ref"), "records_not_known", "2024-Q1", by="field") == []
