"""How many return interviews were overdue at the end of the period?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table


def test_an_interview_is_overdue_from_72_hours_after_the_return_until_it_is_held(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        episode_ref | child_ref | started_at       | ended_at
        e1          | ann       | 2024-03-27T20:00 | 2024-03-28T22:59    # due at 23:59 of the 31st: the clocks went forward
        e2          | bob       | 2024-03-28T20:00 | 2024-03-29T00:10    # due tomorrow
        e3          | cat       | 2024-03-01T20:00 | 2024-03-01T23:00    # held on the last day
        e4          | dan       | 2024-03-01T20:00 | 2024-03-01T23:00    # held on the day after
        e5          | eve       | 2024-03-01T20:00 | 2024-03-01T23:00    # declined
        e6          | fay       | 2024-03-01T20:00 | 2024-03-01T23:00    # not applicable
        e7          | gus       | 2024-03-01T20:00 | 2024-03-01T23:00    # accepted, never held
        e8          | hal       | 2024-03-20       | 2024-03-28          # time not known: due on 1 April at the latest
        """,
        return_interviews="""
        interview_ref | child_ref | offered        | accepted | interviewed_at
        i2            | bob       | no             |          |
        i3            | cat       | yes            | yes      | 2024-03-31T10:00
        i4            | dan       | yes            | yes      | 2024-04-01
        i5            | eve       | yes            | no       |
        i6            | fay       | not_applicable |          |
        i7            | gus       | yes            | yes      |
        """,
        interview_episodes="""
        interview_ref | episode_ref
        i2            | e2
        i3            | e3
        i4            | e4
        i5            | e5
        i6            | e6
        i7            | e7
        """,
    )
    assert answer(con, "interviews_overdue", "2024-Q1", by="standing") == table("""
        area | standing     | children | episodes
        all  | accepted     | 1        | 1           # gus
        all  | held_later   | 1        | 1           # dan
        all  | not_recorded | 1        | 1           # ann
        """)
    assert answer(con, "interviews_overdue", "2024-04", by="standing") == table("""
        area | standing     | children | episodes
        all  | accepted     | 1        | 1
        all  | not_offered  | 1        | 1           # bob
        all  | not_recorded | 2        | 2           # ann and hal
        """)
    assert answer(con, "interviews_overdue", "2023-Q4") == []


def test_the_wait_is_banded_and_ends_after_a_year(draw: Draw) -> None:
    con = draw(
        since="2023-01-01",
        missing_episodes="""
        episode_ref | child_ref | started_at       | ended_at
        e1          | ann       | 2024-01-01T20:00 | 2024-01-01T23:00    # overdue since 4 January
        """,
        return_interviews="interview_ref | child_ref | offered",
        interview_episodes="interview_ref | episode_ref",
    )
    waited = {
        period: [row["waited"] for row in answer(con, "interviews_overdue", period, by="waited")]
        for period in ("2023-12", "2024-01", "2024-02", "2024-03", "2024-Q2", "2024-Q4")
    }
    assert waited == {
        "2023-12": [],
        "2024-01": ["8_28_days"],
        "2024-02": ["29_90_days"],
        "2024-03": ["29_90_days"],
        "2024-Q2": ["91_365_days"],
        "2024-Q4": ["91_365_days"],
    }


def test_one_missed_for_more_than_a_year_is_no_longer_waited_for(draw: Draw) -> None:
    con = draw(
        since="2023-01-01",
        missing_episodes="""
        episode_ref | child_ref | started_at       | ended_at
        e1          | ann       | 2023-12-25T20:00 | 2023-12-25T23:00    # due on 28 December 2023
        e2          | bob       | 2023-12-30T20:00 | 2023-12-30T23:00    # due on 2 January 2024, 365 days before the end
        """,
        return_interviews="interview_ref | child_ref | offered",
        interview_episodes="interview_ref | episode_ref",
    )
    assert answer(con, "interviews_overdue", "2024-Q4") == [{"area": "all", "children": "1", "episodes": "1"}]
