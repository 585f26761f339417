"""From what kinds of establishment did children in care go missing?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table


def test_the_kind_is_that_of_the_stay_on_the_day_not_of_the_place_left(draw: Draw) -> None:
    con = draw(
        care_episodes="""
        child_ref | started_on | ended_on   | placement_type
        kim       | 2023-01-01 | 2024-02-01 | foster
        kim       | 2024-02-01 |            | childrens_home    # moved on this day
        lee       | 2024-01-01 | 2024-01-31 | secure
        max       | 2024-01-01 |            | unknown           # asked, and not known
        """,
        missing_episodes="""
        child_ref | started_at       | missing_from
        kim       | 2024-01-31T20:00 | school            # from school, but placed in foster care
        kim       | 2024-02-01T20:00 | childrens_home    # both stays cover the day: the newer one
        lee       | 2024-01-31T20:00 | other             # the last day of the stay
        lee       | 2024-02-01T20:00 | home              # not in care any more
        max       | 2024-01-02       | other
        pat       | 2024-01-02       | childrens_home    # no stay was sent
        """,
    )
    assert answer(con, "missing_by_establishment", "2024-Q1", by="placement") == table("""
        area | placement      | children | episodes
        all  | foster         | 1        | 1
        all  | childrens_home | 1        | 1
        all  | secure         | 1        | 1
        all  | unknown        | 1        | 1
        """)
    assert answer(con, "missing_by_establishment", "2024-Q1") == [
        {"area": "all", "children": "3", "episodes": "4"}
    ]
