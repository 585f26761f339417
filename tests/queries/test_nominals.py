"""How many possible offenders were recorded, and how well are they known?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table

NOMINALS = """
nominal_ref | identification | gender  | age | age_band | ethnicity | first_seen_on
one         | 1              | male    | 30  |          | WBRI      |
two         | 2              | male    |     | 25-30    | APKN      |
three       | 3              | unknown |     |          |           |
four        | 1              | female  |     | <17      | unknown   | 2024-05-01    # in no case
"""
OFFENDING = """
case_ref | nominal_ref | child_ref
c1       | one         | ann
c2       | one         | bob         # a second case, a second child
c1       | two         | ann
c1       | three       |             # no child is named: the areas are those of every child in the case
c1       | five        | ann         # the police sent no record of him
"""
CASES = """
case_ref | recorded_on
c1       | 2024-02-01
c2       | 2024-08-01
"""
PEOPLE = {
    "children": """
    child_ref | home_area
    ann       | east
    bob       | west
    """,
    "cases": CASES,
    "victims": """
    case_ref | child_ref
    c1       | ann
    c2       | bob
    """,
    "nominals": NOMINALS,
    "offending": OFFENDING,
}


def test_a_possible_offender_counts_once_in_every_period_with_a_case_of_his(draw: Draw) -> None:
    con = draw(**PEOPLE)
    assert answer(con, "nominals", "2024-Q1..2024-Q4", areas="all east west unknown") == table("""
        area    | nominals
        all     | 5
        east    | 4          # the home of ann, whom they are linked to
        west    | 1
        unknown | 1          # four: in no case
        """)
    assert answer(con, "nominals", "2024-Q3") == [{"area": "all", "nominals": "1"}]
    assert answer(con, "nominals", "2024-Q2") == [{"area": "all", "nominals": "1"}]


def test_all_are_counted_by_how_well_they_are_known(draw: Draw) -> None:
    con = draw(**PEOPLE)
    assert answer(con, "nominals", "2024-Q1..2024-Q4", by="identification") == table("""
        area | identification | nominals
        all  | 1              | 2
        all  | 2              | 1
        all  | 3              | 1
        all  | not_recorded   | 1
        """)


def test_those_without_a_name_are_never_profiled(draw: Draw) -> None:
    con = draw(**PEOPLE)
    assert answer(con, "nominals_identified", "2024-Q1..2024-Q4", by="identification gender") == table("""
        area | identification | gender | nominals
        all  | 1              | male   | 1
        all  | 1              | female | 1
        all  | 2              | male   | 1
        """)


def test_an_age_or_a_printed_band_falls_in_the_band_that_starts_last_below_it(draw: Draw) -> None:
    con = draw(**PEOPLE)
    assert answer(con, "nominals_identified", "2024-Q1..2024-Q4", by="age_band") == table("""
        area | age_band | nominals
        all  | 30-34    | 1          # thirty is in two printed bands: the later one
        all  | 25-30    | 1
        all  | under_17 | 1
        """)


def test_unknown_ethnicity_stays_beside_what_is_known(draw: Draw) -> None:
    con = draw(**PEOPLE)
    assert answer(con, "nominals_identified", "2024-Q1..2024-Q4", by="identification ethnic_group") == table("""
        area | identification | ethnic_group | nominals
        all  | 1              | white        | 1
        all  | 1              | unknown      | 1
        all  | 2              | asian        | 1
        """)


def test_whether_alone_is_not_recorded_where_nobody_sent_groups(draw: Draw) -> None:
    con = draw(**PEOPLE)
    assert answer(con, "nominals", "2024-Q1", by="membership") == [
        {"area": "all", "membership": "not_recorded", "nominals": "4"}
    ]


def test_alone_is_in_no_group(draw: Draw) -> None:
    con = draw(
        **PEOPLE,
        groups="""
        group_ref | nominal_ref
        g1        | one
        g2        | one
        g1        | two
        """,
    )
    assert answer(con, "nominals", "2024-Q1..2024-Q4", by="membership") == table("""
        area | membership | nominals
        all  | in_several | 1
        all  | in_one     | 1
        all  | alone      | 3
        """)
