"""Was an interview held within 72 hours of the return?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table

EPISODES = """
episode_ref | child_ref | started_at       | ended_at         | missing_from
e1          | ann       | 2024-02-01T20:00 | 2024-02-01T23:00 | home
e2          | ann       | 2024-02-11T20:00 | 2024-02-11T23:00 | foster
e3          | ann       | 2024-02-21T20:00 | 2024-02-21T23:00 | foster          # the third in 90 days
e4          | bob       | 2024-02-01T20:00 | 2024-02-01T23:00 | unknown
e5          | cat       | 2024-12-30T20:00 | 2024-12-30T23:00 | home            # not yet due at the end of the data
"""
LINKS = """
interview_ref | episode_ref
i1            | e1
i2            | e2
i3            | e3
"""


def test_home_care_and_repeats_have_each_their_own_denominator(draw: Draw) -> None:
    con = draw(
        missing_episodes=EPISODES,
        return_interviews="""
        interview_ref | child_ref | offered | accepted | interviewed_at
        i1            | ann       | yes     | yes      | 2024-02-02T11:00
        i2            | ann       | yes     | yes      | 2024-02-20T11:00
        i3            | ann       | yes     | yes      | 2024-02-22T11:00
        """,
        interview_episodes=LINKS,
    )
    assert answer(con, "interviews_due", "2024-Q1..2024-Q4", by="timing place") == table("""
        area | timing        | place   | children | episodes
        all  | within_72h    | home    | 1        | 1
        all  | within_72h    | foster  | 1        | 1
        all  | after_72h     | foster  | 1        | 1
        all  | not_completed | unknown | 1        | 1
        """)
    assert answer(con, "interviews_due", "2024-Q1..2024-Q4", by="place") == table("""
        area | place   | children | episodes
        all  | home    | 1        | 1           # not cat
        all  | foster  | 1        | 2
        all  | unknown | 1        | 1
        """)
    assert answer(con, "interviews_due", "2024-Q1", by="timing repeated") == table("""
        area | timing        | repeated   | children | episodes
        all  | within_72h    | repeat     | 1        | 1
        all  | within_72h    | not_repeat | 1        | 1
        all  | after_72h     | not_repeat | 1        | 1
        all  | not_completed | not_repeat | 1        | 1
        """)


def test_days_alone_give_no_hours_however_near_they_are(draw: Draw) -> None:
    con = draw(
        missing_episodes=EPISODES,
        return_interviews="""
        interview_ref | child_ref | offered | accepted | interviewed_at
        i1            | ann       | yes     | yes      | 2024-02-01    # the day of the return
        i2            | ann       | yes     | yes      | 2024-02-29
        """,
        interview_episodes=LINKS.replace("i3            | e3", ""),
    )
    assert answer(con, "interviews_due", "2024-Q1", by="timing") == table("""
        area | timing        | children | episodes
        all  | not_timed     | 1        | 2
        all  | not_completed | 2        | 2
        """)
