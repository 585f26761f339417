"""How many absences were recorded as away from placement without authorisation?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table


def test_away_is_counted_apart_from_missing(draw: Draw) -> None:
    con = draw(
        children="""
        child_ref | home_area | birth_month
        kim       | east      | 2009-05
        max       | east      | 2005-12       # eighteen before the year began
        """,
        care_episodes="""
        child_ref | started_on | responsible_area | host_area
        kim       | 2023-06-01 | east             | west
        """,
        missing_episodes="""
        child_ref | started_at       | kind    | missing_from_area
        kim       | 2024-03-31T22:00 | away    | west
        kim       | 2024-02-01T20:00 | away    | east
        kim       | 2024-02-02T20:00 | missing | east              # whereabouts not known: not away
        kim       | 2024-04-01       | away    | west              # the first day of the next quarter
        max       | 2024-02-01T20:00 | away    | east              # not a child
        """,
    )
    assert answer(con, "away", "2024-Q1", areas="all east west") == table("""
        area | children | episodes
        all  | 1        | 2
        east | 1        | 2
        """)
    assert answer(con, "away", "2024-Q1", areas="east west", role="missing_from") == table("""
        area | children | episodes
        east | 1        | 1
        west | 1        | 1
        """)
    assert answer(con, "away", "2024-Q1", areas="east west", role="host") == table("""
        area | children | episodes
        west | 1        | 2
        """)
