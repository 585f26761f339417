"""What kind of place did children go missing from?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table


def test_each_kind_of_place_counts_its_own_children(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        child_ref | started_at       | missing_from   | kind
        kim       | 2024-01-01T20:00 | home           |
        kim       | 2024-01-02T20:00 | home           |         # the same child, the same kind of place
        kim       | 2024-01-03T20:00 | school         |         # counted in both kinds, once in all
        lee       | 2024-01-01       | unknown        |         # asked, not known
        max       | 2024-01-01T20:00 | childrens_home | away    # whereabouts known
        """
    )
    assert answer(con, "missing_by_place", "2024-Q1", by="place") == table("""
        area | place   | children | episodes
        all  | home    | 1        | 2
        all  | school  | 1        | 1
        all  | unknown | 1        | 1
        """)
    assert answer(con, "missing_by_place", "2024-Q1") == [{"area": "all", "children": "2", "episodes": "4"}]
