"""How complete are the records of missing episodes?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table


def test_a_field_left_empty_or_unknown_is_not_recorded(draw: Draw) -> None:
    con = draw(
        children="""
        child_ref | home_area
        ann       | east
        """,
        missing_episodes="""
        child_ref | started_at       | ended_at         | missing_from | initial_risk | found_place  | harm
        ann       | 2024-01-01T20:00 | 2024-01-01T22:00 | home         | high         | hotel        | none    # whole
        ann       | 2024-01-02       | 2024-01-03       | unknown      | unknown      | unknown      | unknown # days, and unknown
        bob       | 2024-01-01T20:00 |                  | school       |              |              |         # still missing
        """,
    )
    assert answer(con, "missing_completeness", "2024-Q1", by="field") == table("""
        area | field             | children | episodes
        all  | start_time        | 2        | 2
        all  | end_time          | 1        | 1
        all  | home_area         | 1        | 2
        all  | missing_from_kind | 2        | 2
        all  | initial_risk      | 1        | 1
        all  | found_place       | 1        | 1
        all  | harm              | 1        | 1
        """)


def test_a_field_that_nobody_recorded_has_no_row(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        child_ref | started_at
        bob       | 2024-01-01
        """
    )
    fields = [row["field"] for row in answer(con, "missing_completeness", "2024-Q1", by="field")]
    assert fields == ["missing_from_kind"]
