"""Which indicators were noted of children, and which together?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table

INDICATORS = """
child_ref | indicator         | noted_on   | domain
ann       | hotel_visits      | 2024-01-01 | places
ann       | hotel_visits      | 2024-02-01 | places       # noted again: she counts once
ann       | goes_missing      | 2024-03-01 | behaviour
ann       | self_harm         | 2022-12-01 | health       # more than a year before
bob       | Goes_Missing      | 2024-03-01 | behaviour
bob       | odd socks         | 2024-03-01 | clothes      # in no list
"""


def test_a_child_counts_once_for_each_indicator_and_words_of_no_list_are_shown(draw: Draw) -> None:
    con = draw(indicators=INDICATORS, since="2022-01-01")
    assert answer(con, "indicators", "2024-Q1", by="indicator") == table("""
        area | indicator    | children
        all  | hotel_visits | 1
        all  | goes_missing | 2
        all  | not_listed   | 1
        """)
    assert answer(con, "indicators", "2024-Q1", by="domain") == table("""
        area | domain     | children
        all  | places     | 1
        all  | behaviour  | 2
        all  | not_listed | 1
        """)


def test_indicators_of_one_child_within_a_year_are_together_both_ways(draw: Draw) -> None:
    con = draw(indicators=INDICATORS, since="2022-01-01")
    assert answer(con, "indicators_together", "2024-Q1", by="indicator other") == table("""
        area | indicator    | other        | children
        all  | hotel_visits | goes_missing | 1
        all  | goes_missing | hotel_visits | 1
        all  | goes_missing | not_listed   | 1
        all  | not_listed   | goes_missing | 1
        """)
