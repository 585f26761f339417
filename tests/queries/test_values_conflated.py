"""For how many children does an agency's nationality or ethnicity say something else?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table

CHILDREN = """
child_ref | nationality   | ethnicity
ann       | British       | WBRI        # as it should be
bob       | African       | BAFR        # a continent
cat       | British Asian |             # an ethnicity
dan       | Narnian       | unknown     # no nationality that is listed, and no ethnicity either
eve       |               | Polish      # a nationality
fay       | unknown       | Pakistani   # both a nationality and an ethnicity: as it should be
gil       | not_applicable| purple
hal       | African       |             # no record in the quarter
"""
EPISODES = """
child_ref | started_at | agency_code
ann       | 2024-01-05 | police
bob       | 2024-01-05 | police
bob       | 2024-02-05 | police       # twice: one child
cat       | 2024-01-05 | police
dan       | 2024-01-05 | police
eve       | 2024-01-05 | police
fay       | 2024-01-05 | police
gil       | 2024-01-05 | police
hal       | 2023-01-05 | police
bob       | 2024-01-05 | council      # the council sent no words of its own
"""


def test_words_that_are_none_or_the_other_of_the_two_are_counted_by_who_sent_them(draw: Draw) -> None:
    con = draw(children=CHILDREN, missing_episodes=EPISODES)
    assert answer(con, "values_conflated", "2024-Q1", by="agency conflated") == table("""
        area | agency | conflated                | children
        all  | police | ethnicity_as_nationality | 2
        all  | police | no_nationality           | 1
        all  | police | nationality_as_ethnicity | 1
        all  | police | no_ethnicity             | 1
        """)


def test_each_agencys_words_are_its_own(draw: Draw) -> None:
    con = draw(
        children="""
        child_ref | nationality
        ann       | African      # as the police sent it
        """,
        missing_episodes="""
        child_ref | started_at | agency_code
        ann       | 2024-01-05 | council
        """,
    )
    assert answer(con, "values_conflated", "2024-Q1", by="agency") == []
