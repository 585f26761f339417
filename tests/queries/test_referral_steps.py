"""How far did referrals come, and who made them?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table

# The data end on 31 December 2024: the 84th day of a referral of 8 October, and no later one.
# ann: assessed on day 84, so within. bob: on day 85; names no service, whatever contact was made.
# cat: closed with nothing recorded. dan: assessed before he was referred, and referred twice. eve: just due.
# fay: her 12 weeks are not over, whatever came of it.
REFERRALS = """
child_ref | referred_on | service_ref | assessment_on | strategy_discussion_on | plan_on | first_contact_on | closed_on | source
ann       | 2024-01-10  | lamp        | 2024-04-03    | 2024-02-01             | 2024-06-01 | 2024-01-20       |            | 2B
bob       | 2024-01-10  |             | 2024-04-04    |                        |            | 2024-01-20       |            | 2b
cat       | 2024-01-10  | lamp        |               |                        |            |                  | 2024-03-01 | 10
dan       | 2024-01-10  | lamp        | 2024-01-09    |                        |            |                  |            | 3E
dan       | 2024-02-10  | lamp        |               |                        |            | 2024-02-10       |            | 6
eve       | 2024-10-08  | lamp        |               |                        |            |                  |            |
fay       | 2024-10-09  | lamp        | 2024-10-10    | 2024-10-10             | 2024-10-10 | 2024-10-10       |            | 9z
"""
SERVICES = """
service_ref | kind           | service_name | area_code
lamp        | specialist_cse | Lamp         | county
"""


def test_a_step_is_in_time_to_the_84th_day_and_waits_only_while_the_referral_is_open(draw: Draw) -> None:
    con = draw(referrals=REFERRALS, services=SERVICES)
    assert answer(con, "referral_steps", "2024-Q1", by="assessed") == table("""
        area | assessed        | children | referrals
        all  | in_time         | 1        | 1
        all  | later           | 1        | 1
        all  | not_recorded    | 1        | 1
        all  | before_referral | 1        | 1
        all  | waiting         | 1        | 1
        """)
    assert answer(con, "referral_steps", "2024-Q1") == [{"area": "all", "children": "4", "referrals": "5"}]


def test_a_referral_that_names_no_service_leads_to_none(draw: Draw) -> None:
    con = draw(referrals=REFERRALS, services=SERVICES)
    assert answer(con, "referral_steps", "2024-Q1", by="served") == table("""
        area | served       | children | referrals
        all  | in_time      | 2        | 2
        all  | no_service   | 1        | 1
        all  | not_recorded | 1        | 1
        all  | waiting      | 1        | 1
        """)


def test_who_is_in_one_state_of_a_step_is_followed_to_the_next(draw: Draw) -> None:
    con = draw(referrals=REFERRALS, services=SERVICES)
    assert answer(con, "referral_steps", "2024-Q1", by="assessed discussed") == table("""
        area | assessed        | discussed    | children | referrals
        all  | in_time         | in_time      | 1        | 1
        all  | later           | waiting      | 1        | 1
        all  | not_recorded    | not_recorded | 1        | 1
        all  | before_referral | waiting      | 1        | 1
        all  | waiting         | waiting      | 1        | 1
        """)
    assert answer(con, "referral_steps", "2024-Q1", by="discussed planned") == table("""
        area | discussed    | planned      | children | referrals
        all  | in_time      | later        | 1        | 1
        all  | waiting      | waiting      | 2        | 3
        all  | not_recorded | not_recorded | 1        | 1
        """)


def test_a_referral_less_than_12_weeks_old_is_not_in_the_cohort(draw: Draw) -> None:
    con = draw(referrals=REFERRALS, services=SERVICES)
    assert answer(con, "referral_steps", "2024-Q4", by="assessed") == table("""
        area | assessed | children | referrals
        all  | waiting  | 1        | 1
        """)


def test_without_referrals_none_has_come_anywhere(draw: Draw) -> None:
    con = draw(referrals="child_ref | referred_on")
    assert not answer(con, "referral_steps", "2024-Q1")
    assert not answer(con, "referral_sources", "2024-Q1", by="source")


def test_each_source_counts_its_children_and_one_that_is_not_a_code_stays_apart(draw: Draw) -> None:
    con = draw(referrals=REFERRALS, services=SERVICES)
    assert answer(con, "referral_sources", "2024-Q1", by="source") == table("""
        area | source  | children
        all  | 2B      | 2         # however it is written
        all  | 3E      | 1
        all  | 6       | 1         # the same child as the one above
        all  | unknown | 1         # code 10
        """)
    assert answer(con, "referral_sources", "2024-Q1") == [{"area": "all", "children": "4"}]
    assert answer(con, "referral_sources", "2024-Q4", by="source") == table("""
        area | source     | children
        all  | 2B         | 1        # the plain source of a drawn row
        all  | not_listed | 1
        """)
