"""How far did children who returned get on the way to a return interview?"""

from __future__ import annotations

import random
from collections import Counter
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import duckdb

from tests.queries.drawn import Draw, answer, table

LONDON = ZoneInfo("Europe/London")


def _episodes(con: duckdb.DuckDBPyConnection, period: str, step: str) -> int:
    """The episodes that reached one step."""
    rows = answer(con, "interview_steps", period, by="reached")
    return sum(int(row["episodes"]) for row in rows if row["reached"] == step)


def test_each_step_counts_those_who_reached_it(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        episode_ref | child_ref | started_at       | ended_at
        e1          | ann       | 2024-02-01T20:00 | 2024-02-01T23:00
        e2          | bob       | 2024-02-01T20:00 | 2024-02-01T23:00
        e3          | cat       | 2024-02-01T20:00 | 2024-02-01T23:00
        e4          | dan       | 2024-02-01T20:00 | 2024-02-01T23:00
        e5          | eve       | 2024-02-01T20:00 | 2024-02-01T23:00
        e6          | fay       | 2024-02-01T20:00 | 2024-02-01T23:00
        e7          | gus       | 2024-02-01T20:00 | 2024-02-01T23:00
        e8          | hal       | 2024-02-01T20:00 | 2024-02-01T23:00    # nobody sent an interview
        e9          | ida       | 2024-02-01T20:00 | 2024-02-01T23:00
        e10         | joy       | 2024-02-01T20:00 | 2024-02-01T23:00
        """,
        return_interviews="""
        interview_ref | child_ref | offered        | accepted | interviewed_at
        i1            | ann       | yes            | yes      | 2024-02-04T23:00    # 72 hours to the minute
        i2            | bob       | yes            | yes      | 2024-02-04T23:01    # a minute later
        i3            | cat       | yes            | yes      | 2024-02-02          # held, at what time is not known
        i4            | dan       | yes            | yes      | 2024-02-01T22:30    # before the return
        i5            | eve       | yes            | yes      |                     # accepted, and not held
        i6            | fay       | yes            | no       |
        i7            | gus       | not_applicable |          |
        i9            | ida       | unknown        |          |
        i10           | joy       | yes            | unknown  |                     # no answer is known
        """,
        interview_episodes="""
        interview_ref | episode_ref
        i1            | e1
        i2            | e2
        i3            | e3
        i4            | e4
        i5            | e5
        i6            | e6
        i7            | e7
        i9            | e9
        i10           | e10
        """,
    )
    assert answer(con, "interview_steps", "2024-Q1", by="reached") == table("""
        area | reached            | children | episodes
        all  | ended              | 10       | 10
        all  | applicable         | 9        | 9           # all but gus
        all  | offered            | 7        | 7
        all  | accepted           | 5        | 5
        all  | completed          | 4        | 4
        all  | due                | 10       | 10
        all  | completed_due      | 4        | 4
        all  | within_72h         | 1        | 1
        all  | after_72h          | 1        | 1
        all  | before_return      | 1        | 1
        all  | not_timed          | 1        | 1
        all  | no_answer          | 1        | 1           # joy
        all  | offer_unknown      | 1        | 1           # ida
        all  | offer_not_recorded | 1        | 1           # hal
        """)


def test_one_interview_can_cover_three_returns_and_is_in_time_for_the_last_alone(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        episode_ref | child_ref | started_at       | ended_at
        e1          | ann       | 2024-02-01T20:00 | 2024-02-01T23:00
        e2          | ann       | 2024-02-03T20:00 | 2024-02-04T01:00
        e3          | ann       | 2024-02-06T20:00 | 2024-02-07T02:00
        """,
        return_interviews="""
        interview_ref | child_ref | offered | accepted | interviewed_at
        i1            | ann       | yes     | yes      | 2024-02-08T11:00
        """,
        interview_episodes="""
        interview_ref | episode_ref
        i1            | e1
        i1            | e2
        i1            | e3
        """,
    )
    assert answer(con, "interviews_completed", "2024-Q1") == [
        {"area": "all", "children": "1", "episodes": "3"}
    ]
    assert _episodes(con, "2024-Q1", "after_72h") == 2
    assert _episodes(con, "2024-Q1", "within_72h") == 1
    assert _episodes(con, "2024-Q1", "before_return") == 0


def test_what_is_not_yet_due_at_the_date_of_the_data_is_in_neither_denominator(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        episode_ref | child_ref | started_at       | ended_at
        e1          | ann       | 2024-12-27T20:00 | 2024-12-28T23:59    # due on the last day
        e2          | bob       | 2024-12-28T20:00 | 2024-12-29T00:00    # due tomorrow, as the last day ends
        e3          | cat       | 2024-12-29T20:00 | 2024-12-30T01:00    # due later, and held already
        e4          | dan       | 2024-12-27       | 2024-12-27          # at the latest due as the 30th ends
        e5          | eve       | 2024-12-27       | 2024-12-28          # at what time is not known: may be due tomorrow
        """,
        return_interviews="""
        interview_ref | child_ref | offered | accepted | interviewed_at
        i3            | cat       | yes     | yes      | 2024-12-31T10:00
        """,
        interview_episodes="""
        interview_ref | episode_ref
        i3            | e3
        """,
    )
    assert answer(con, "interview_steps", "2024-Q4", by="reached") == table("""
        area | reached            | children | episodes
        all  | ended              | 5        | 5
        all  | applicable         | 5        | 5
        all  | offered            | 1        | 1
        all  | accepted           | 1        | 1
        all  | completed          | 1        | 1
        all  | due                | 2        | 2           # ann and dan
        all  | offer_not_recorded | 4        | 4
        """)


def test_72_hours_are_true_ones_when_the_clocks_change(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        episode_ref | child_ref | started_at       | ended_at
        e1          | ann       | 2024-03-29T20:00 | 2024-03-29T23:00    # the clocks go forward on the 31st
        e2          | bob       | 2024-03-29T20:00 | 2024-03-29T23:00
        e3          | cat       | 2024-10-25T20:00 | 2024-10-25T23:00    # and back on 27 October
        e4          | dan       | 2024-10-25T20:00 | 2024-10-25T23:00
        """,
        return_interviews="""
        interview_ref | child_ref | offered | accepted | interviewed_at
        i1            | ann       | yes     | yes      | 2024-04-01T23:30    # 71.5 hours
        i2            | bob       | yes     | yes      | 2024-04-02T00:30    # 72.5 hours
        i3            | cat       | yes     | yes      | 2024-10-28T21:30    # 71.5 hours
        i4            | dan       | yes     | yes      | 2024-10-28T22:30    # 72.5 hours
        """,
        interview_episodes="""
        interview_ref | episode_ref
        i1            | e1
        i2            | e2
        i3            | e3
        i4            | e4
        """,
    )
    for quarter in ("2024-Q1", "2024-Q4"):
        assert _episodes(con, quarter, "within_72h") == _episodes(con, quarter, "after_72h") == 1


def test_interviews_reach_no_further_than_the_extract_that_holds_them(draw: Draw) -> None:
    """Police sent until the end of the year; the charity that holds the interviews, until September."""
    con = draw(
        missing_episodes="""
        episode_ref | child_ref | started_at       | ended_at
        e1          | ann       | 2024-09-01T20:00 | 2024-09-01T23:00
        e2          | bob       | 2024-11-01T20:00 | 2024-11-01T23:00    # nobody can say yet
        """,
        return_interviews="interview_ref | child_ref | offered",
        interview_episodes="interview_ref | episode_ref",
        interviews_until="2024-09-30",
    )
    assert _episodes(con, "2024-Q3", "due") == 1
    assert _episodes(con, "2024-Q4", "due") == 0


def test_a_slow_twin_in_plain_loops_gives_the_same(draw: Draw) -> None:
    """Random returns and interviews, some over both clock changes, some by days alone."""
    chance = random.Random(72)
    episodes, interviews, links, expected = [], [], [], Counter[str]()
    for number in range(150):
        start = datetime(2024, chance.choice((3, 10)), chance.randint(20, 27), chance.randint(3, 22), 5)
        end, held = start + timedelta(hours=1), start + timedelta(hours=chance.randint(-3, 120), minutes=7)
        timed = [chance.random() < 0.9 for _ in range(2)]
        said = [
            f"{one:%Y-%m-%dT%H:%M}" if know else f"{one:%Y-%m-%d}"
            for one, know in zip((end, held), timed, strict=True)
        ]
        episodes.append(f"e{number} | c{number} | {start:%Y-%m-%d}T{start:%H:%M} | {said[0]}")
        interviews.append(f"i{number} | c{number} | yes | yes | {said[1]}")
        links.append(f"i{number} | e{number}")
        expected[_timing(end, held) if all(timed) else "not_timed"] += 1
    con = draw(
        missing_episodes="\n".join(["episode_ref | child_ref | started_at | ended_at", *episodes]),
        return_interviews="\n".join(
            ["interview_ref | child_ref | offered | accepted | interviewed_at", *interviews]
        ),
        interview_episodes="\n".join(["interview_ref | episode_ref", *links]),
    )
    rows = answer(con, "interviews_due", "2024-Q1..2024-Q4", by="timing")
    assert {row["timing"]: int(row["episodes"]) for row in rows} == dict(expected)
    assert len(expected) == 4


def _timing(end: datetime, held: datetime) -> str:
    hours = (held.replace(tzinfo=LONDON).timestamp() - end.replace(tzinfo=LONDON).timestamp()) / 3600
    return "before_return" if hours < 0 else "within_72h" if hours <= 72 else "after_72h"
