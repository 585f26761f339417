"""Why were return interviews declined?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table


def test_only_an_offer_that_was_not_accepted_was_declined_and_other_words_are_not_guessed(draw: Draw) -> None:
    con = draw(
        missing_episodes="\n".join(
            ["episode_ref | child_ref | started_at | ended_at"]
            + [f"e{n} | c{n} | 2024-02-01T20:00 | 2024-02-01T23:00" for n in range(1, 8)]
        ),
        return_interviews="""
        interview_ref | child_ref | offered | accepted | declined_reason
        i1            | c1        | yes     | no       | child_declined
        i2            | c2        | yes     | no       | Refused               # the same, in other words
        i3            | c3        | yes     | no       | busy with football    # in words of their own
        i4            | c4        | yes     | no       |
        i5            | c5        | yes     | no       | unknown
        i6            | c6        | yes     |          | parent_declined       # no answer is recorded
        i7            | c7        | no      | no       | not_found             # nothing was offered
        """,
        interview_episodes="\n".join(["interview_ref | episode_ref", *(f"i{n} | e{n}" for n in range(1, 8))]),
    )
    assert answer(con, "interviews_declined", "2024-Q1", by="reason") == table("""
        area | reason         | children | episodes
        all  | child_declined | 2        | 2
        all  | not_listed     | 1        | 1
        all  | not_recorded   | 1        | 1
        all  | unknown        | 1        | 1
        """)
    assert answer(con, "interviews_declined", "2024-Q1") == [
        {"area": "all", "children": "5", "episodes": "5"}
    ]
