"""How many missing episodes ended, and was a return interview offered?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table

EPISODES = """
episode_ref | child_ref | started_at       | ended_at         | kind
e1          | ann       | 2024-03-30T20:00 | 2024-04-01T00:10 |         # returned in the second quarter
e2          | bob       | 2024-02-01T20:00 | 2024-02-01T23:00 |
e3          | cat       | 2024-02-01       | 2024-02-02       |
e4          | dan       | 2024-02-01T20:00 | 2024-02-01T23:00 |
e5          | eve       | 2024-02-01T20:00 | 2024-02-01T23:00 |         # nobody sent an interview of it
e6          | fay       | 2024-02-01T20:00 |                  |         # still missing
e7          | gus       | 2024-02-01T20:00 | 2024-02-01T23:00 | away    # whereabouts known
"""


def test_an_episode_belongs_to_the_quarter_of_the_return_and_not_knowing_is_of_three_kinds(
    draw: Draw,
) -> None:
    con = draw(
        missing_episodes=EPISODES,
        return_interviews="""
        interview_ref | child_ref | offered
        i1            | ann       | yes
        i2            | bob       | no
        i3            | cat       | not_applicable
        i4            | dan       | unknown          # asked, not known
        i7            | gus       | yes
        """,
        interview_episodes="""
        interview_ref | episode_ref
        i1            | e1
        i2            | e2
        i3            | e3
        i4            | e4
        i7            | e7
        """,
    )
    assert answer(con, "returned", "2024-Q1", by="offered") == table("""
        area | offered        | children | episodes
        all  | no             | 1        | 1
        all  | not_applicable | 1        | 1
        all  | unknown        | 1        | 1
        all  | not_recorded   | 1        | 1           # eve
        """)
    assert answer(con, "returned", "2024-Q1") == [{"area": "all", "children": "4", "episodes": "4"}]
    assert answer(con, "returned", "2024-Q2") == [{"area": "all", "children": "1", "episodes": "1"}]
    assert answer(con, "returned", "2023-Q4") == []


def test_an_interview_that_took_place_or_was_accepted_was_offered(draw: Draw) -> None:
    con = draw(
        missing_episodes=EPISODES,
        return_interviews="""
        interview_ref | child_ref | offered | accepted | interviewed_at
        i2            | bob       |         |          | 2024-02-02       # only its day is recorded
        i3            | cat       |         | yes      |
        i4            | dan       | no      | no       |                  # 'not accepted' does not make an offer
        i5            | eve       |         | no       |
        """,
        interview_episodes="""
        interview_ref | episode_ref
        i2            | e2
        i3            | e3
        i4            | e4
        i5            | e5
        """,
    )
    assert answer(con, "returned", "2024-Q1", by="offered") == table("""
        area | offered      | children | episodes
        all  | yes          | 2        | 2
        all  | no           | 1        | 1
        all  | not_recorded | 1        | 1
        """)


def test_of_several_records_of_one_return_the_one_that_went_furthest_counts(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        episode_ref | child_ref | started_at       | ended_at
        e1          | ann       | 2024-02-01T20:00 | 2024-02-01T23:00
        """,
        return_interviews="""
        interview_ref | child_ref | offered        | accepted | interviewed_at
        i1            | ann       | yes            | no       |
        i2            | ann       | yes            | yes      | 2024-02-03T10:00    # asked again, and held
        i3            | ann       | not_applicable |          |
        """,
        interview_episodes="""
        interview_ref | episode_ref
        i1            | e1
        i2            | e1
        i3            | e1
        """,
    )
    assert answer(con, "returned", "2024-Q1", by="offered") == table("""
        area | offered | children | episodes
        all  | yes     | 1        | 1
        """)
    assert answer(con, "interviews_declined", "2024-Q1") == []
    assert answer(con, "interviews_completed", "2024-Q1") == [
        {"area": "all", "children": "1", "episodes": "1"}
    ]


def test_an_absence_that_two_agencies_sent_takes_the_interview_that_names_either_record(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        episode_ref | child_ref | started_at       | ended_at         | agency_code
        p1          | ann       | 2024-02-01T20:00 | 2024-02-01T23:00 | police
        c1          | ann       | 2024-02-01T20:30 | 2024-02-01T23:00 | council    # the same absence
        """,
        return_interviews="""
        interview_ref | child_ref | offered
        i1            | ann       | yes
        """,
        interview_episodes="""
        interview_ref | episode_ref
        i1            | c1
        """,
    )
    assert answer(con, "returned", "2024-Q1", by="offered") == table("""
        area | offered | children | episodes
        all  | yes     | 1        | 1
        """)


def test_nobody_returned_is_an_empty_answer(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        child_ref | started_at
        ann       | 2024-02-01T20:00    # still missing
        """,
        return_interviews="interview_ref | child_ref | offered",
        interview_episodes="interview_ref | episode_ref",
    )
    assert answer(con, "returned", "2024-Q1", by="offered") == []
