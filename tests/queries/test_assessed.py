"""At what level of risk were children assessed at the end of the period, and was a new assessment due?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table

CHILDREN = """
child_ref | home_area | birth_month
ann       | east      | 2010-01
bob       | west      |
cat       | east      | 2006-02        # eighteen in February 2024
"""
ASSESSMENTS = """
child_ref | assessed_on | level  | next_due_on
ann       | 2024-01-10  | high   |
ann       | 2024-03-31  | medium |               # the last day of the quarter
bob       | 2024-01-01  | low    | 2024-06-01
cat       | 2024-01-01  | high   |
"""


def test_the_latest_assessment_up_to_the_last_day_counts(draw: Draw) -> None:
    con = draw(children=CHILDREN, assessments=ASSESSMENTS)
    assert answer(con, "assessed", "2024-Q1", by="level") == table("""
        area | level  | children
        all  | medium | 1
        all  | low    | 1
        """)
    assert answer(con, "assessed", "2024-Q1", areas="east west") == table("""
        area | children
        east | 1
        west | 1
        """)


def test_an_assessment_is_overdue_after_its_date_or_after_six_weeks(draw: Draw) -> None:
    con = draw(children=CHILDREN, assessments=ASSESSMENTS)
    assert answer(con, "assessed", "2024-Q1", by="review") == table("""
        area | review  | children
        all  | in_date | 2
        """)
    assert answer(con, "assessed", "2024-Q2", by="level review") == table("""
        area | level  | review  | children
        all  | medium | overdue | 1
        all  | low    | overdue | 1
        """)
