"""How many children were referred to a service, and did they start within 12 weeks?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table

SERVICES = """
service_ref | service_name | kind           | area_code | opened_on
s1          | Lamp         | specialist_cse | east      | 2024-02-15   # in the middle of a quarter
s2          | Haven        | missing        | county    |
"""
CHILDREN = """
child_ref | home_area
ann       | east
bob       | east
cat       | west
dan       | west
eve       |
"""
REFERRALS = """
referral_ref | child_ref | referred_on | service_ref | first_contact_on | closed_on
r1           | ann       | 2024-01-01  | s1          | 2024-03-25       |            # 84 days: within 12 weeks
r2           | bob       | 2024-01-01  | s1          | 2024-03-26       |            # 85 days
r3           | cat       | 2024-02-01  | s2          |                  |            # still waiting
r4           | dan       | 2024-02-01  | s2          |                  | 2024-02-20 # left without a start
r5           | eve       | 2024-02-01  |             |                  |            # a referral with no service
r6           | ann       | 2024-05-01  | s2          | 2024-04-20       |            # seen before the referral
r7           | bob       | 2024-12-01  | s2          | 2024-12-05       |            # not due: 12 weeks have not passed
r8           | cat       | 2024-03-01  | s2          |                  |            # while waiting: no second wait
"""
YEAR = "2024-Q1..2024-Q4"


def test_what_followed_is_told_once_twelve_weeks_have_passed(draw: Draw) -> None:
    con = draw(children=CHILDREN, services=SERVICES, referrals=REFERRALS)
    assert answer(con, "service_referrals", YEAR, by="kind followed") == table("""
        area | kind           | followed         | children
        all  | specialist_cse | within_12w       | 1
        all  | specialist_cse | after_12w        | 1
        all  | missing        | waiting          | 1
        all  | missing        | closed_unstarted | 1
        all  | missing        | before_referral  | 1
        all  | missing        | not_yet_due      | 1
        all  | no_service     | waiting          | 1
        """)
    assert answer(con, "service_referrals", YEAR, areas="all east west unknown") == table("""
        area    | children
        all     | 5
        east    | 2
        west    | 2
        unknown | 1
        """)


def test_of_each_kind_those_due_and_those_in_time(draw: Draw) -> None:
    con = draw(children=CHILDREN, services=SERVICES, referrals=REFERRALS)
    assert answer(con, "service_starts", YEAR, by="begun") == table("""
        area | begun                  | children
        all  | specialist_cse_due     | 2
        all  | specialist_cse_in_time | 1
        all  | missing_due            | 3          # ann, cat, dan; not bob, who is not due
        """)


def test_a_second_referral_can_bring_the_first_contact_of_a_wait(draw: Draw) -> None:
    con = draw(
        services=SERVICES,
        referrals="""
        referral_ref | child_ref | referred_on | service_ref | first_contact_on
        r1           | ann       | 2024-01-01  | s1          |
        r2           | ann       | 2024-01-20  | s1          | 2024-02-01
        """,
    )
    assert answer(con, "service_referrals", YEAR, by="kind followed") == table("""
        area | kind           | followed   | children
        all  | specialist_cse | within_12w | 1
        """)


def test_without_referrals_nobody_is_counted(draw: Draw) -> None:
    assert answer(draw(services=SERVICES), "service_referrals", YEAR, by="kind") == []
