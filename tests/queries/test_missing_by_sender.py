"""Which agencies recorded the children who went missing?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table


def test_an_absence_that_police_and_council_sent_is_one_absence(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        child_ref | agency_code | started_at       | kind
        ann       | police      | 2024-01-01T20:00 |
        ann       | council     | 2024-01-02T02:00 |          # six hours later: the same absence
        bob       | police      | 2024-01-01T20:00 |
        bob       | council     | 2024-01-02T02:01 |          # a minute more, on another day: a second absence
        cat       | council     | 2024-01-01       |          # the day alone
        cat       | police      | 2024-01-01T23:50 |          # the same day: the same absence
        dan       | police      | 2024-01-01T20:00 |          # police alone
        eve       | council     | 2024-01-01T20:00 |          # council alone
        fay       | charity     | 2024-01-01T20:00 |          # neither
        gus       | police      | 2024-01-01T20:00 |
        gus       | police      | 2024-01-01T21:00 |          # twice from one agency: two absences
        """
    )
    assert answer(con, "missing_by_sender", "2024-Q1", by="sent_by") == table("""
        area | sent_by      | children | episodes
        all  | both         | 3        | 4         # ann and cat one each, bob two
        all  | police_only  | 2        | 3         # dan, and gus twice
        all  | council_only | 1        | 1
        all  | other_only   | 1        | 1
        """)
    assert answer(con, "missing", "2024-Q1") == [{"area": "all", "children": "7", "episodes": "9"}]


def test_a_child_known_to_both_in_a_year_may_be_known_to_one_in_a_quarter(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        child_ref | agency_code | started_at
        ann       | police      | 2024-01-01
        ann       | council     | 2024-06-01
        """
    )
    assert answer(con, "missing_by_sender", "2024-Q1", by="sent_by")[0]["sent_by"] == "police_only"
    assert answer(con, "missing_by_sender", "2024-Q2", by="sent_by")[0]["sent_by"] == "council_only"
    assert answer(con, "missing_by_sender", "2024-Q1..2024-Q4", by="sent_by") == table("""
        area | sent_by | children | episodes
        all  | both    | 1        | 2
        """)


def test_two_councils_that_share_a_child_with_police_are_one_absence(draw: Draw) -> None:
    con = draw(
        agencies="""
        agency_code | agency_type
        police      | police
        council     | childrens_services
        host        | childrens_services
        """,
        missing_episodes="""
        child_ref | agency_code | started_at
        ann       | police      | 2024-01-01T20:00
        ann       | council     | 2024-01-01T21:00
        ann       | host        | 2024-01-01T22:00
        bob       | council     | 2024-01-01T20:00
        bob       | host        | 2024-01-01T21:00    # two councils, no police
        """,
    )
    assert answer(con, "missing_by_sender", "2024-Q1", by="sent_by") == table("""
        area | sent_by      | children | episodes
        all  | both         | 1        | 1
        all  | council_only | 1        | 1
        """)
