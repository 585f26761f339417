"""How was the risk graded when children went missing?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table


def test_first_and_highest_grades_are_counted_apart_and_together(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        child_ref | started_at       | initial_risk | highest_risk
        ann       | 2024-01-01T20:00 | medium       | high
        ann       | 2024-01-02T20:00 | medium       | medium
        bob       | 2024-01-01T20:00 | unknown      | high         # the first grade is not known
        cat       | 2024-01-01T20:00 |              |              # not graded
        """
    )
    assert answer(con, "missing_by_risk", "2024-Q1", by="initial_risk") == table("""
        area | initial_risk | children | episodes
        all  | medium       | 1        | 2
        all  | unknown      | 1        | 1
        all  | not_recorded | 1        | 1
        """)
    assert answer(con, "missing_by_risk", "2024-Q1", by="highest_risk") == table("""
        area | highest_risk | children | episodes
        all  | high         | 2        | 2
        all  | medium       | 1        | 1
        all  | not_recorded | 1        | 1
        """)
    assert answer(con, "missing_by_risk", "2024-Q1", by="initial_risk highest_risk") == table("""
        area | initial_risk | highest_risk | children | episodes
        all  | medium       | high         | 1        | 1
        all  | medium       | medium       | 1        | 1
        all  | unknown      | high         | 1        | 1
        all  | not_recorded | not_recorded | 1        | 1
        """)
