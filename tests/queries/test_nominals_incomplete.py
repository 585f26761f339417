"""Of how many possible offenders was a field left out?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table


def test_unknown_and_empty_are_left_out_and_a_word_that_no_list_knows_is_not(draw: Draw) -> None:
    con = draw(
        cases="""
        case_ref | recorded_on
        c1       | 2024-02-01
        c2       | 2024-03-01
        """,
        nominals="""
        nominal_ref | gender  | age | nationality | ethnicity | position | first_seen_on
        n1          | male    | 30  | British     | WBRI      | taxi     |
        n2          | unknown | 30  | African     | WBRI      | none     |               # 'African' is a word, if no nationality
        n3          | male    |     | unknown     |           |          | 2024-02-02
        n4          | male    |     |             |           |          | 2019-02-02    # seen before the year
        """,
        offending="""
        case_ref | nominal_ref
        c1       | n1
        c1       | n2
        c2       | n2         # in two cases: one man
        """,
    )
    assert answer(con, "nominals_incomplete", "2024-Q1", by="field") == table("""
        area | field       | nominals
        all  | gender      | 1
        all  | age_band    | 1
        all  | nationality | 1
        all  | ethnicity   | 1
        all  | position    | 1
        """)


def test_nobody_is_nothing(draw: Draw) -> None:
    assert answer(draw(missing_episodes="child_ref"), "nominals_incomplete", "2024-Q1", by="field") == []
