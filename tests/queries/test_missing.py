"""How many children went missing, and how often?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table

CHILDREN = """
child_ref | home_area | birth_month
kim       | east      | 2009-05
lee       |           | 2009-05       # home not recorded
max       | west      | 2006-02       # eighteen in February 2024
pat       | west      |               # age not known: counted
"""


def test_a_period_holds_its_first_day_and_not_the_day_after_its_last(draw: Draw) -> None:
    con = draw(
        children=CHILDREN,
        missing_episodes="""
        child_ref | started_at       | kind
        kim       | 2023-12-31T23:59 |          # the minute before
        kim       | 2024-01-01T00:00 |          # the first minute
        kim       | 2024-03-31T23:59 |          # the last one; the clocks went forward that day
        kim       | 2024-04-01T00:00 |          # still March in UTC, April where she lives
        kim       | 2024-02-01T20:00 | away     # whereabouts known: another question
        lee       | 2024-02-10       |          # a day without a time
        max       | 2024-01-31T20:00 |          # seventeen
        max       | 2024-02-01T20:00 |          # eighteen this month: no longer a child
        pat       | 2024-03-01T20:00 |
        """,
    )
    assert answer(con, "missing", "2024-Q1", areas="all county east west unknown") == table("""
        area    | children | episodes
        all     | 4        | 5         # everybody, wherever they live
        county  | 3        | 4         # nobody knows that lee lives here
        east    | 1        | 2         # kim counts once, her episodes twice
        west    | 2        | 2
        unknown | 1        | 1
        """)
    assert answer(con, "missing", "2024-Q2") == table("""
        area | children | episodes
        all  | 1        | 1
        """)


def test_an_episode_is_counted_by_the_area_of_the_role_asked_for(draw: Draw) -> None:
    con = draw(
        children=CHILDREN,
        care_episodes="""
        child_ref | started_on | responsible_area | host_area
        lee       | 2024-01-01 | east             | west
        """,
        missing_episodes="""
        child_ref | started_at       | missing_from_area | found_area
        kim       | 2024-01-05T20:00 | west              | east
        lee       | 2024-01-06T20:00 | west              |          # where found is not recorded
        max       | 2024-01-07T20:00 | east              | east
        """,
    )
    home = answer(con, "missing", "2024-Q1", areas="east west unknown")
    assert home == table("""
        area | children | episodes
        east | 2        | 2         # kim's home, and the council responsible for lee, whose home is not known
        west | 1        | 1
        """)
    assert answer(con, "missing", "2024-Q1", areas="east west unknown", role="missing_from") == table("""
        area | children | episodes
        east | 1        | 1
        west | 2        | 2
        """)
    assert answer(con, "missing", "2024-Q1", areas="east west unknown", role="host") == table("""
        area    | children | episodes
        west    | 1        | 1
        unknown | 2        | 2         # not in care
        """)
    assert answer(con, "missing", "2024-Q1", areas="east west unknown", role="found") == table("""
        area    | children | episodes
        east    | 2        | 2
        unknown | 1        | 1
        """)


def test_a_child_counts_once_in_a_year_and_once_in_each_quarter(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        child_ref | started_at
        kim       | 2024-02-01T20:00
        kim       | 2024-08-01T20:00
        """
    )
    year = answer(con, "missing", "2024-Q1..2024-Q4")
    quarters = [answer(con, "missing", f"2024-Q{quarter}") for quarter in (1, 2, 3, 4)]
    assert year == [{"area": "all", "children": "1", "episodes": "2"}]
    assert [len(quarter) for quarter in quarters] == [1, 0, 1, 0]
