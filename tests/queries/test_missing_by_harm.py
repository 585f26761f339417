"""How often was harm recorded while a child was missing?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table


def test_harm_is_asked_of_ended_episodes_and_not_knowing_stays_apart_from_none(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        child_ref | started_at       | ended_at         | harm
        ann       | 2024-01-01T20:00 | 2024-01-01T22:00 | none
        ann       | 2024-01-02T20:00 | 2024-01-02T22:00 | injury
        ann       | 2024-01-03T20:00 | 2024-01-03T22:00 | injury         # the same child again
        bob       | 2024-01-01       | 2024-01-01       | unknown        # asked, not known
        cat       | 2024-01-01       | 2024-01-05       |                # not recorded
        dan       | 2024-01-01T20:00 |                  | injury         # still missing: not asked yet
        """
    )
    assert answer(con, "missing_by_harm", "2024-Q1", by="harm") == table("""
        area | harm         | children | episodes
        all  | none         | 1        | 1
        all  | injury       | 1        | 2
        all  | unknown      | 1        | 1
        all  | not_recorded | 1        | 1
        """)
    assert answer(con, "missing_by_harm", "2024-Q1") == [{"area": "all", "children": "3", "episodes": "5"}]
