"""How many children in need were in no service of each kind, and which of them were in any?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table

SERVICES = """
service_ref | service_name | kind           | area_code
s1          | Lamp         | specialist_cse | east
s2          | Haven        | missing        | county
s3          | Voices       | advocacy       | west
"""
CHILDREN = """
child_ref | home_area | birth_month | gender | disability
ann       | east      | 2010-01     | female | yes
bob       | east      | 2010-01     | male   | unknown
cat       | west      | 2010-01     | female | not_applicable   # not the same as unknown
dan       | west      | 2006-01     | male   |                  # eighteen in January 2024
eve       | west      | 2012-03     | female | no
"""
ASSESSMENTS = """
child_ref | assessed_on | level
ann       | 2023-01-10  | high
bob       | 2023-02-10  | medium
cat       | 2023-02-10  | high
cat       | 2023-11-10  | low        # no longer in need
dan       | 2023-02-10  | high
"""
EPISODES = """
child_ref | started_at       | ended_at         | missing_from | missing_from_area
ann       | 2023-08-01T20:00 | 2023-08-02T20:00 | home         | east
eve       | 2023-12-31T20:00 | 2024-01-02T20:00 | foster       | west
eve       | 2022-12-30T20:00 | 2023-01-02T20:00 | foster       | west
"""
CARE = """
child_ref | started_on | responsible_area | placement_type
eve       | 2022-01-01 | west             | foster
"""
REFERRALS = """
referral_ref | child_ref | referred_on | service_ref | first_contact_on | closed_on
r1           | ann       | 2023-02-01  | s1          | 2023-03-01       |
r2           | ann       | 2023-04-01  | s3          | 2023-04-10       | 2023-09-30  # closed before the last day
r3           | bob       | 2023-02-20  | s1          |                  |             # referred, never seen
r4           | eve       | 2023-02-20  | s2          | 2023-03-01       | 2023-12-31  # closed on the last day
"""
YEAR = "2023-Q1..2023-Q4"
SENT = {
    "children": CHILDREN,
    "services": SERVICES,
    "assessments": ASSESSMENTS,
    "missing_episodes": EPISODES,
    "care_episodes": CARE,
    "referrals": REFERRALS,
}


def test_each_kind_is_set_against_the_children_in_need_at_the_end(draw: Draw) -> None:
    con = draw(since="2022-01-01", **SENT)
    assert answer(con, "service_gap", YEAR, by="need") == table("""
        area | need                      | children
        all  | in_need_assessed          | 3        # ann, bob, dan; not cat, at low risk since
        all  | in_need_missing           | 2        # ann, eve
        all  | in_need_missing_from_care | 1        # eve, twice
        all  | no_specialist_cse         | 2        # not ann
        all  | no_advocacy               | 3        # ann's was closed
        all  | no_therapeutic            | 3
        all  | no_health                 | 3
        all  | no_family_support         | 3
        all  | no_outreach               | 3
        all  | no_missing                | 2        # eve's was closed that day
        all  | no_missing_from_care      | 1
        """)


def test_a_child_of_eighteen_is_no_longer_in_need(draw: Draw) -> None:
    con = draw(since="2022-01-01", **SENT)
    assert answer(con, "service_gap", "2023-Q2..2024-Q1", by="need", areas="west") == table("""
        area | need                      | children
        west | in_need_missing           | 1        # eve; dan is eighteen
        west | in_need_missing_from_care | 1
        west | no_missing                | 1
        west | no_missing_from_care      | 1
        """)


def test_a_stay_in_a_service_ends_the_gap_and_its_closing_opens_it_again(draw: Draw) -> None:
    con = draw(since="2022-01-01", **SENT)
    at = {"2022-Q2..2023-Q1": "in", "2022-Q3..2023-Q2": "in", "2022-Q4..2023-Q3": "out"}
    for year, where in at.items():
        cells = answer(con, "service_gap", year, by="need", areas="east")
        without = [row["children"] for row in cells if row["need"] == "no_advocacy"]
        # East has ann and bob: ann was with the third service from 10 April to 30 September.
        assert without == ["2" if year == "2022-Q2..2023-Q1" else "1" if where == "in" else "2"]


def test_not_applicable_is_not_unknown_and_not_recorded_neither(draw: Draw) -> None:
    con = draw(since="2022-01-01", **SENT)
    assert answer(con, "need_reached", "2022-Q4..2023-Q3", by="reached disability") == table("""
        area | reached        | disability     | children
        all  | in_service     | yes            | 1
        all  | not_in_service | unknown        | 1
        all  | not_in_service | not_applicable | 1       # cat, still at high risk in September
        all  | not_in_service | not_recorded   | 1
        """)
    assert answer(con, "need_reached", YEAR, by="reached age_group") == table("""
        area | reached        | age_group | children
        all  | in_service     | 12-13     | 1          # the age at the assessment
        all  | not_in_service | 12-13     | 1
        all  | not_in_service | 16-17     | 1
        """)


def test_nobody_assessed_is_nobody_in_need(draw: Draw) -> None:
    assert answer(draw(services=SERVICES), "service_gap", "2024-Q1..2024-Q4", by="need") == []
