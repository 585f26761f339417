"""Who held the return interviews, and what was done with them?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table


def test_yes_no_unknown_and_nothing_recorded_stay_apart(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        episode_ref | child_ref | started_at       | ended_at
        e1          | ann       | 2024-02-01T20:00 | 2024-02-01T23:00
        e2          | ann       | 2024-02-02T20:00 | 2024-02-02T23:00
        e3          | bob       | 2024-02-01T20:00 | 2024-02-01T23:00
        e4          | cat       | 2024-02-01T20:00 | 2024-02-01T23:00
        """,
        return_interviews="""
        interview_ref | offered | interviewed_at   | interviewer_independent | shared_with_police | exploitation_disclosed
        i1            | yes     | 2024-02-03T10:00 | yes                     | no                 | yes  # two returns
        i3            | yes     | 2024-02-03       | unknown                 |                    | not_applicable
        i4            | yes     |                  | yes                     | yes                | yes  # not held
        """,
        interview_episodes="""
        interview_ref | episode_ref
        i1            | e1
        i1            | e2
        i3            | e3
        i4            | e4
        """,
    )
    assert answer(con, "interviews_completed", "2024-Q1", by="independent") == table("""
        area | independent | children | episodes
        all  | yes         | 1        | 2
        all  | unknown     | 1        | 1
        """)
    assert answer(con, "interviews_completed", "2024-Q1", by="shared") == table("""
        area | shared       | children | episodes
        all  | no           | 1        | 2
        all  | not_recorded | 1        | 1
        """)
    assert answer(con, "interviews_completed", "2024-Q1", by="disclosed") == table("""
        area | disclosed      | children | episodes
        all  | yes            | 1        | 2
        all  | not_applicable | 1        | 1
        """)
    assert answer(con, "interviews_completed", "2024-Q2") == []
