"""How many cases of exploitation were recorded, of how many children, and what came of them?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table

PEOPLE = {
    "cases": """
    case_ref | source_type  | recorded_on | multiple_unidentified_offenders
    c1       | intelligence | 2024-01-01  | yes
    c2       | service      | 2024-03-31  | no
    c3       | service      | 2024-04-01  |
    c4       | intelligence | 2024-02-01  | yes                             # of no child
    """,
    "victims": """
    case_ref | child_ref
    c1       | ann
    c1       | bob
    c2       | ann
    c3       | ann
    """,
    "outcomes": """
    case_ref | nominal_ref | outcome   | on
    c1       | one         | arrested  | 2024-02-01
    c1       | one         | convicted | 2025-02-01    # after the period: to date
    """,
}


def test_a_case_is_counted_in_the_period_in_which_it_was_recorded(draw: Draw) -> None:
    con = draw(**PEOPLE)
    assert answer(con, "cases", "2024-Q1") == [{"area": "all", "cases": "3"}]
    assert answer(con, "cases", "2024-Q1", by="source_type") == table("""
        area | source_type  | cases
        all  | intelligence | 2
        all  | service      | 1
        """)


def test_cases_of_several_offenders_of_whom_none_is_identified_are_counted(draw: Draw) -> None:
    con = draw(**PEOPLE)
    assert answer(con, "cases", "2024-Q1..2024-Q4", by="several_unidentified") == table("""
        area | several_unidentified | cases
        all  | yes                  | 2
        all  | no                   | 1
        all  | not_recorded         | 1
        """)


def test_a_child_in_two_cases_counts_once_in_all_and_once_in_each_kind(draw: Draw) -> None:
    con = draw(**PEOPLE)
    assert answer(con, "case_children", "2024-Q1") == [{"area": "all", "children": "2"}]
    assert answer(con, "case_children", "2024-Q1", by="source_type") == table("""
        area | source_type  | children
        all  | intelligence | 2
        all  | service      | 1
        """)


def test_outcomes_are_of_the_cases_recorded_in_the_period(draw: Draw) -> None:
    con = draw(**PEOPLE)
    assert answer(con, "case_outcomes", "2024-Q1", by="outcome") == table("""
        area | outcome       | cases
        all  | arrested      | 1
        all  | convicted     | 1
        all  | none_recorded | 2
        """)
    assert answer(con, "case_outcome_children", "2024-Q1", by="outcome") == table("""
        area | outcome       | children
        all  | arrested      | 2
        all  | convicted     | 2
        all  | none_recorded | 1
        """)
