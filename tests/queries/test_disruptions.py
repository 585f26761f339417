"""How many acts of disruption were there, against how many possible offenders, protecting how many children?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table

DISRUPTIONS = """
nominal_ref | child_ref | kind             | issued_on  | expires_on | breached_on | area_code
one         | ann       | abduction_notice | 2024-01-05 | 2024-06-30 |             | east
one         | bob       | abduction_notice | 2024-02-05 | 2025-06-30 |             | east
two         | ann       | sopo_or_shpo     | 2024-02-09 |            | 2024-03-01  | west
            |           | closure_notice   | 2024-02-09 |            |             | west        # names nobody
"""


def test_acts_people_and_children_are_each_counted_once(draw: Draw) -> None:
    con = draw(disruptions=DISRUPTIONS)
    assert answer(con, "disruptions", "2024-Q1", areas="all east west", role="recorded") == table("""
        area | disruptions
        all  | 4
        east | 2
        west | 2
        """)
    assert answer(con, "disrupted_nominals", "2024-Q1", by="kind") == table("""
        area | kind             | nominals
        all  | abduction_notice | 1
        all  | sopo_or_shpo     | 1
        """)
    assert answer(con, "protected_children", "2024-Q1") == [{"area": "all", "children": "2"}]


def test_an_act_is_live_until_it_expires_or_is_breached(draw: Draw) -> None:
    con = draw(disruptions=DISRUPTIONS)
    assert answer(con, "disruptions", "2024-Q1", by="state") == table("""
        area | state    | disruptions
        all  | expired  | 1             # before the last day of the data
        all  | live     | 2
        all  | breached | 1
        """)


def test_a_breach_after_expiry_is_none_of_a_live_act(draw: Draw) -> None:
    con = draw(
        disruptions="""
        kind             | issued_on  | expires_on | breached_on
        abduction_notice | 2024-01-05 | 2024-03-01 | 2024-02-01  # while it was live
        abduction_notice | 2024-01-05 | 2024-03-01 | 2024-03-01  # on its last day: still live
        abduction_notice | 2024-01-05 | 2024-03-01 | 2024-03-02  # the day after
        closure_notice   | 2024-01-05 |            | 2024-06-01  # no end date: live until then
        """
    )
    assert answer(con, "disruptions", "2024-Q1", by="state") == table("""
        area | state       | disruptions
        all  | breached    | 3
        all  | noted_after | 1
        """)
