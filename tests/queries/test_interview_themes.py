"""What were the return interviews about?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table


def test_an_interview_counts_once_in_each_of_its_themes(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        episode_ref | child_ref | started_at       | ended_at
        e1          | ann       | 2024-02-01T20:00 | 2024-02-01T23:00
        e2          | bob       | 2024-02-01T20:00 | 2024-02-01T23:00
        e3          | cat       | 2024-02-01T20:00 | 2024-02-01T23:00
        e4          | dan       | 2024-02-01T20:00 | 2024-02-01T23:00
        """,
        return_interviews="""
        interview_ref | child_ref | offered | accepted | interviewed_at   | themes
        i1            | ann       | yes     | yes      | 2024-02-03T10:00 | peers;exploitation;peers
        i2            | bob       | yes     | yes      | 2024-02-03T10:00 | exploitation;football    # one in other words
        i3            | cat       | yes     | yes      | 2024-02-03T10:00 |                          # none recorded
        i4            | dan       | yes     | no       |                  | peers                    # not held
        """,
        interview_episodes="""
        interview_ref | episode_ref
        i1            | e1
        i2            | e2
        i3            | e3
        i4            | e4
        """,
    )
    assert answer(con, "interview_themes", "2024-Q1", by="theme") == table("""
        area | theme        | children | episodes
        all  | peers        | 1        | 1
        all  | exploitation | 2        | 2
        all  | not_listed   | 1        | 1
        all  | not_recorded | 1        | 1
        """)
