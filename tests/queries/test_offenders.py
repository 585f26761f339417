"""How many children are linked to each possible offender or group?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table

PEOPLE = {
    "cases": """
    case_ref
    c1
    c2
    """,
    "victims": """
    case_ref | child_ref
    c1       | ann
    c1       | bob
    c2       | cat
    """,
    "nominals": """
    nominal_ref
    a
    b
    c
    d
    """,
    "groups": """
    group_ref | nominal_ref
    g1        | a
    g1        | b
    """,
    "offending": """
    case_ref | nominal_ref | child_ref
    c1       | a           | ann
    c1       | b           | ann
    c1       | b           | bob
    c2       | c           | cat
    c2       | d           |             # in a case, linked to nobody
    """,
}


def test_a_group_is_one_and_so_is_each_who_is_in_none(draw: Draw) -> None:
    con = draw(**PEOPLE)
    assert answer(con, "offenders", "2024-Q1", by="kind children_linked") == table("""
        area | kind  | children_linked | offenders
        all  | group | 2               | 1         # ann once, though linked to both members
        all  | alone | 1               | 1
        all  | alone | none            | 1
        """)


def test_whoever_is_behind_them_is_counted_too(draw: Draw) -> None:
    con = draw(**PEOPLE)
    assert answer(con, "offender_nominals", "2024-Q1", by="kind") == table("""
        area | kind  | nominals
        all  | group | 2
        all  | alone | 2
        """)
    assert answer(con, "offender_children", "2024-Q1", by="kind") == table("""
        area | kind  | children
        all  | group | 2
        all  | alone | 1
        """)


def test_links_are_counted_once_for_each_child_in_a_case(draw: Draw) -> None:
    con = draw(**PEOPLE)
    assert answer(con, "offending_links", "2024-Q1", by="part") == table("""
        area | part         | nominals | links
        all  | not_recorded | 3        | 4
        """)


def test_a_child_exploited_in_two_areas_is_one_link(draw: Draw) -> None:
    con = draw(
        **PEOPLE,
        locations="""
        case_ref | child_ref | area_code
        c2       | cat       | east
        c2       | cat       | west
        """,
    )
    assert answer(con, "offending_links", "2024-Q1", areas="east west unknown", role="exploited") == table("""
        area    | nominals | links | top_tenth
        east    | 1        | 1     | nan
        unknown | 2        | 3     | nan
        """)
