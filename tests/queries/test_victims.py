"""Which children were identified as victims, or as at risk?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table

AGENCIES = """
agency_code | agency_name | agency_type | area_code
police      | Police      | police      | west
"""
CHILDREN = """
child_ref | gender  | ethnicity | nationality   | home_area | learning_disability
ann       | female  | WIRI      | Irish         | east      | yes
bob       | male    |           | British Asian |           | unknown          # no home, no ethnicity
cat       | unknown | REFU      |               | west      |                  # would not say
dan       | male    | ZZZZ      | unknown       | west      | not_applicable   # a code that nobody knows
"""


def test_every_child_is_counted_once_and_what_is_not_known_is_shown(draw: Draw) -> None:
    con = draw(
        children=CHILDREN,
        cases="""
        case_ref | model
        c1       | online
        c2       |
        """,
        victims="""
        case_ref | child_ref | identified_on | harm_status
        c1       | ann       | 2024-01-01    | confirmed
        c2       | ann       | 2024-03-31    | at_risk      # the same child in a second case
        c1       | bob       | 2024-02-01    | suspected
        c2       | cat       | 2024-02-01    | unknown
        c2       | dan       | 2024-04-01    | confirmed    # the next quarter
        """,
    )
    assert answer(con, "victims", "2024-Q1", areas="all east west unknown") == table("""
        area    | children
        all     | 3
        east    | 1
        west    | 1
        unknown | 1          # bob
        """)
    assert answer(con, "victims", "2024-Q1", by="harm") == table("""
        area | harm      | children
        all  | confirmed | 1
        all  | at_risk   | 1          # ann is in both: at risk does not make her harmed twice
        all  | suspected | 1
        all  | unknown   | 1
        """)
    assert answer(con, "victims", "2024-Q1..2024-Q4", by="ethnic_group") == table("""
        area | ethnic_group | children
        all  | white        | 1
        all  | not_recorded | 1
        all  | unknown      | 1
        all  | not_listed   | 1
        """)
    assert answer(con, "victims", "2024-Q1", by="nationality") == table("""
        area | nationality  | children
        all  | Irish        | 1
        all  | not_listed   | 1          # 'British Asian' is no nationality
        all  | not_recorded | 1
        """)
    assert answer(con, "victims", "2024-Q1", by="gender model") == table("""
        area | gender  | model        | children
        all  | female  | online       | 1
        all  | female  | not_recorded | 1
        all  | male    | online       | 1
        all  | unknown | not_recorded | 1
        """)


def test_age_is_the_one_at_which_the_child_was_first_known(draw: Draw) -> None:
    con = draw(
        children="""
        child_ref | birth_month
        ann       | 2000-01        # the age sent counts, not the month of birth
        bob       | 2010-03        # thirteen until March
        cat       |
        dan       |
        """,
        victims="""
        case_ref | child_ref | identified_on | age_when_identified
        c1       | ann       | 2024-01-01    | 14
        c2       | ann       | 2024-03-01    | 15
        c1       | bob       | 2024-02-28    |
        c1       | cat       | 2024-02-28    | 19                   # a vulnerable adult
        c1       | dan       | 2024-02-28    |
        """,
    )
    assert answer(con, "victims", "2024-Q1", by="age") == table("""
        area | age          | children
        all  | 14           | 1
        all  | 13           | 1
        all  | 18_plus      | 1
        all  | not_recorded | 1
        """)
    assert answer(con, "victims", "2024-Q1", by="age_group") == table("""
        area | age_group    | children
        all  | 14-15        | 1
        all  | 12-13        | 1
        all  | 18_plus      | 1
        all  | not_recorded | 1
        """)


def test_a_child_is_counted_by_home_by_where_exploited_and_by_who_recorded_it(draw: Draw) -> None:
    con = draw(
        children=CHILDREN,
        agencies=AGENCIES,
        care_episodes="""
        child_ref | started_on | responsible_area
        bob       | 2024-01-01 | east             # home not recorded: the council responsible
        """,
        cases="""
        case_ref
        c1
        """,
        victims="""
        child_ref
        ann
        bob
        """,
        locations="""
        child_ref | role        | area_code
        ann       | exploitation| east
        ann       | exploitation| west      # two areas: counted in both, once in all
        bob       | recruitment | east      # where he was met is not where he was exploited
        """,
    )
    assert answer(con, "victims", "2024-Q1", areas="east west unknown") == table("""
        area | children
        east | 2
        """)
    assert answer(con, "victims", "2024-Q1", areas="all east west unknown", role="exploited") == table("""
        area    | children
        all     | 2
        east    | 1
        west    | 1
        unknown | 1
        """)
    assert answer(con, "victims", "2024-Q1", areas="east west unknown", role="recorded") == table("""
        area | children
        west | 2
        """)


def test_victims_alone_are_enough(draw: Draw) -> None:
    con = draw(
        children=CHILDREN,
        victims="""
        child_ref | living_circumstances | ever_missing
        ann       | Family_Home          | yes
        bob       | foster               |
        cat       | a caravan            | unknown
        """,
    )
    assert answer(con, "victims", "2024-Q1", by="source_type") == table("""
        area | source_type  | children
        all  | not_recorded | 3
        """)
    assert answer(con, "victims", "2024-Q1", by="living_group") == table("""
        area | living_group      | children
        all  | family_or_friends | 1
        all  | in_care           | 1
        all  | not_listed        | 1
        """)
    assert answer(con, "victims", "2024-Q1", by="ever_missing") == table("""
        area | ever_missing | children
        all  | yes          | 1
        all  | not_recorded | 1
        all  | unknown      | 1
        """)
