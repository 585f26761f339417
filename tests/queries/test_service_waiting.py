"""How many children were waiting, and how long did children wait, those still waiting among them?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table

SERVICES = """
service_ref | service_name | kind        | area_code
s1          | Haven        | therapeutic | east
"""
REFERRALS = """
referral_ref | child_ref | referred_on | service_ref | first_contact_on | closed_on
r1           | ann       | 2024-06-03  | s1          |                  |            # 28 days to the last of June: 4 weeks
r2           | bob       | 2024-06-04  | s1          |                  |
r3           | cat       | 2024-05-01  | s1          | 2024-07-01       |            # started the day after
r4           | dan       | 2024-05-01  | s1          | 2024-06-30       |            # started on the last day
r5           | eve       | 2024-05-01  | s1          |                  | 2024-06-30 # left on the last day
r6           | fay       | 2022-06-01  | s1          |                  |            # two years ago: lost, no longer waiting
r7           | gil       | 2024-06-01  |             |                  |            # names no service
"""


def test_who_waits_at_the_end_of_the_last_day(draw: Draw) -> None:
    con = draw(since="2022-01-01", until="2024-06-30", services=SERVICES, referrals=REFERRALS)
    assert answer(con, "service_waiting", "2023-Q3..2024-Q2", by="waited") == table("""
        area | waited | children
        all  | 0_4w   | 2        # ann, bob
        all  | 4_12w  | 2        # cat; gil
        """)
    assert answer(con, "service_waiting", "2023-Q3..2024-Q2", by="kind") == table("""
        area | kind        | children
        all  | therapeutic | 3
        all  | no_service  | 1
        """)


def test_lengths_end_with_the_first_contact_or_where_nothing_more_is_known(draw: Draw) -> None:
    con = draw(since="2022-01-01", until="2024-06-30", services=SERVICES, referrals=REFERRALS)
    assert answer(con, "service_wait_lengths", "2023-Q3..2024-Q2", by="kind length") == table("""
        area | kind        | length       | children
        all  | therapeutic | waiting_0_4w | 2          # ann, bob
        all  | therapeutic | started_8_12w | 2         # cat, dan
        all  | therapeutic | waiting_8_12w | 1         # eve, until she left
        all  | no_service  | waiting_4_8w | 1
        """)


def test_everyone_can_be_waiting(draw: Draw) -> None:
    con = draw(
        services=SERVICES,
        referrals="""
        referral_ref | child_ref | referred_on | service_ref
        r1           | ann       | 2024-01-01  | s1
        r2           | bob       | 2024-12-01  | s1
        """,
    )
    assert answer(con, "service_wait_lengths", "2024-Q1..2024-Q4", by="length") == table("""
        area | length            | children
        all  | waiting_26w_plus  | 1
        all  | waiting_4_8w      | 1
        """)
