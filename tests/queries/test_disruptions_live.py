"""Which acts of disruption were live at the end of a period, and when do they expire?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table

DISRUPTIONS = """
kind             | issued_on  | expires_on | breached_on | area_code
abduction_notice | 2024-01-05 | 2024-04-28 |             | east  # 28 days after 31 March
abduction_notice | 2024-01-05 | 2024-04-29 |             | east  # 29 days after it
abduction_notice | 2024-01-05 | 2024-03-31 |             | east  # over at the end of that day
abduction_notice | 2024-03-31 | 2024-04-10 |             | west  # issued on the last day, for less than 28
abduction_notice | 2024-04-01 | 2024-12-10 |             | west  # not issued yet
sopo_or_shpo     | 2024-02-09 |            | 2024-03-01  | west  # breached before
sopo_or_shpo     | 2024-02-09 |            | 2024-04-01  | west  # breached the day after: still live
closure_notice   | 2024-02-09 |            |             |       # no end date, and no area
closure_notice   | 2024-02-09 | 2024-03-01 | 2024-03-20  | west  # breach noted after it had expired
licensing        | 2024-02-09 | 2024-04-20 | 2024-04-05  | east  # live, and breached within the 28 days
"""


def test_an_act_is_live_to_the_end_of_a_day_unless_it_expires_or_is_breached_by_then(draw: Draw) -> None:
    con = draw(disruptions=DISRUPTIONS)
    assert answer(con, "disruptions_live", "2024-Q1", by="ending") == table("""
        area | ending      | disruptions
        all  | within_28d  | 3
        all  | after_28d   | 1
        all  | no_end_date | 2
        """)
    assert answer(con, "disruptions_live", "2024-Q1", by="kind") == table("""
        area | kind             | disruptions
        all  | abduction_notice | 3
        all  | sopo_or_shpo     | 1
        all  | closure_notice   | 1
        all  | licensing        | 1
        """)


def test_each_live_act_is_counted_once_and_without_an_area_in_none(draw: Draw) -> None:
    con = draw(disruptions=DISRUPTIONS)
    assert answer(
        con, "disruptions_live", "2024-Q1", areas="all east west unknown", role="recorded"
    ) == table("""
        area    | disruptions
        all     | 6
        east    | 3
        unknown | 1
        west    | 2
        """)


def test_without_acts_none_is_live(draw: Draw) -> None:
    assert not answer(draw(disruptions="kind | issued_on"), "disruptions_live", "2024-Q1")
