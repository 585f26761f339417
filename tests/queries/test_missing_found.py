"""Where were children found, and by whom?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table


def test_only_ended_episodes_say_where_the_child_was_found(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        child_ref | started_at | ended_at   | found_place | found_by         | found_area
        ann       | 2024-01-01 | 2024-01-02 | hotel       | police           | west
        ann       | 2024-01-05 | 2024-01-06 | hotel       | police           | east
        bob       | 2024-01-01 | 2024-01-02 |             |                  |             # nothing recorded
        cat       | 2024-01-01 | 2024-01-02 | unknown     | unknown          | west        # asked, not known
        dan       | 2024-01-01 | 2024-01-02 | park        | street_pastor    | west        # a finder in an agency's own words
        eve       | 2024-01-01 |            |             |                  |             # still missing
        """
    )
    assert answer(con, "missing_found", "2024-Q1", by="found_place found_by") == table("""
        area | found_place  | found_by     | children | episodes
        all  | hotel        | police       | 1        | 2
        all  | not_recorded | not_recorded | 1        | 1
        all  | unknown      | unknown      | 1        | 1
        all  | park         | other        | 1        | 1
        """)
    by_finder = answer(con, "missing_found", "2024-Q1", "found_by", "west unknown", "found")
    assert by_finder == table("""
        area    | found_by     | children | episodes
        west    | police       | 1        | 1
        west    | unknown      | 1        | 1
        west    | other        | 1        | 1
        unknown | not_recorded | 1        | 1
        """)
