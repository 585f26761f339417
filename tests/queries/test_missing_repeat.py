"""How many children went missing three times or more in 90 days?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table


def test_the_third_episode_counts_when_the_first_was_fewer_than_90_days_before(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        child_ref | started_at
        ann       | 2024-01-01
        ann       | 2024-02-01
        ann       | 2024-03-30    # 89 days after the first: counted
        bob       | 2024-01-01
        bob       | 2024-02-01
        bob       | 2024-03-31    # 90 days after the first: not counted
        cat       | 2024-01-01
        cat       | 2024-01-02    # twice only
        """
    )
    assert answer(con, "missing_repeat", "2024-Q1") == table("""
        area | children | episodes
        all  | 1        | 1         # ann
        """)


def test_earlier_episodes_may_lie_before_the_period_and_elsewhere(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        child_ref | started_at | missing_from_area
        ann       | 2023-12-01 | west
        ann       | 2023-12-31 | west
        ann       | 2024-01-02 | east              # the third within 90 days
        ann       | 2024-01-03 | west              # the fourth: the last three count too
        ann       | 2024-05-01 | east              # long after
        """
    )
    assert answer(con, "missing_repeat", "2024-Q1") == [{"area": "all", "children": "1", "episodes": "2"}]
    by_place = answer(con, "missing_repeat", "2024-Q1", areas="east west", role="missing_from")
    assert by_place == table("""
        area | children | episodes
        east | 1        | 1
        west | 1        | 1
        """)
    assert answer(con, "missing_repeat", "2024-Q2") == []


def test_neither_other_children_nor_authorised_whereabouts_make_a_repeat(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        child_ref | started_at       | kind    | agency_code
        ann       | 2024-01-01T20:00 | missing | police
        ann       | 2024-01-02T20:00 | away    | police      # whereabouts known
        ann       | 2024-01-03T20:00 | missing | police
        bob       | 2024-01-02T20:00 | missing | police      # another child
        bob       | 2024-01-04T20:00 | missing | police
        bob       | 2024-01-04T21:00 | missing | council     # the same absence, sent by another agency
        """
    )
    assert answer(con, "missing_repeat", "2024-Q1") == []


def test_three_on_one_day_are_three(draw: Draw) -> None:
    con = draw(
        missing_episodes="""
        child_ref | started_at
        ann       | 2024-01-01T01:00
        ann       | 2024-01-01T09:00
        ann       | 2024-01-01T21:00
        """
    )
    assert answer(con, "missing_repeat", "2024-Q1") == [{"area": "all", "children": "1", "episodes": "1"}]
