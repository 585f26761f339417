"""In which months did children go missing, and in school term or holidays?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table

EPISODES = """
child_ref | started_at       | kind
ann       | 2024-02-09T20:00 |         # the day before the first holiday sent: not recorded
ann       | 2024-02-10T00:10 |         # the first day of the half-term holiday
bob       | 2024-02-18T23:50 |         # its last day, a Sunday
cat       | 2024-02-19T08:00 |         # term again
cat       | 2024-03-02       |         # a Saturday in term; a day alone is enough
dan       | 2024-04-14T20:00 |         # the last day of the last holiday sent
dan       | 2024-04-15T20:00 |         # after it: not recorded
eve       | 2024-03-05T20:00 | away    # whereabouts known
"""


def test_months_and_holidays_are_told_by_the_local_day_of_the_start(draw: Draw) -> None:
    con = draw(
        missing_episodes=EPISODES,
        school_holidays=[("2024-02-10", "2024-02-18"), ("2024-03-29", "2024-04-14")],
    )
    assert answer(con, "missing_by_season", "2023-Q3..2024-Q2", by="calendar_month") == table("""
        area | calendar_month | children | episodes
        all  | 2     | 3        | 4
        all  | 3     | 1        | 1
        all  | 4     | 1        | 2
        """)
    assert answer(con, "missing_by_season", "2023-Q3..2024-Q2", by="school") == table("""
        area | school       | children | episodes
        all  | holiday      | 3        | 3
        all  | term         | 1        | 2
        all  | not_recorded | 2        | 2
        """)


def test_days_that_two_councils_call_holidays_are_counted_once(draw: Draw) -> None:
    con = draw(
        missing_episodes=EPISODES,
        school_holidays=[("2024-02-10", "2024-02-18"), ("2024-02-17", "2024-02-25")],
    )
    days = con.execute("select school, count(*) from school_days group by all").fetchall()
    assert days == [("holiday", 16)]


def test_without_holidays_nothing_is_said_of_term(draw: Draw) -> None:
    con = draw(missing_episodes=EPISODES)
    assert answer(con, "missing_by_season", "2023-Q3..2024-Q2", by="school") == table("""
        area | school       | children | episodes
        all  | not_recorded | 4        | 7
        """)


def test_no_episode(draw: Draw) -> None:
    assert answer(draw(), "missing_by_season", "2023-Q3..2024-Q2", by="calendar_month") == []
