"""Which children went missing?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table

CHILDREN = """
child_ref | gender  | birth_month | ethnicity
kim       | female  | 2010-03     | WBRI
lee       | male    | 2006-06     |
max       | unknown |             | ABAN
"""


def test_children_are_told_by_gender_age_at_the_start_and_ethnic_group(draw: Draw) -> None:
    con = draw(
        children=CHILDREN,
        missing_episodes="""
        child_ref | started_at | kind
        kim       | 2024-02-28 |         # thirteen
        kim       | 2024-03-01 |         # fourteen this month: counted at both ages, once in all
        lee       | 2024-02-01 |         # seventeen; no ethnicity recorded
        max       | 2024-02-01 |         # no birth month: of an age not recorded, and taken to be under 18
        lee       | 2024-03-05 | away    # whereabouts known
        lee       | 2024-06-01 |         # eighteen
        """,
    )
    assert answer(con, "missing_by_child", "2024-Q1", by="age_group") == table("""
        area | age_group    | children | episodes
        all  | 12-13        | 1        | 1
        all  | 14-15        | 1        | 1
        all  | 16-17        | 1        | 1
        all  | not_recorded | 1        | 1
        """)
    assert answer(con, "missing_by_child", "2024-Q1", by="gender") == table("""
        area | gender  | children | episodes
        all  | female  | 1        | 2
        all  | male    | 1        | 1
        all  | unknown | 1        | 1
        """)
    assert answer(con, "missing_by_child", "2024-Q1", by="ethnic_group") == table("""
        area | ethnic_group | children | episodes
        all  | asian        | 1        | 1
        all  | not_recorded | 1        | 1
        all  | white        | 1        | 2
        """)
    assert answer(con, "missing_by_child", "2024-Q2", by="gender") == []
