"""How many groups of possible offenders were recorded, of what size, and how many children are linked to them?"""

from __future__ import annotations

from answers.periods import period_named
from queries.question import read_questions
from queries.within import who
from tests.queries.drawn import Draw, answer, table

PEOPLE = {
    "children": """
    child_ref | home_area
    ann       | east
    bob       | west
    cat       | east
    """,
    "cases": """
    case_ref | recorded_on
    c1       | 2024-02-01
    c2       | 2024-08-01
    """,
    "victims": """
    case_ref | child_ref
    c1       | ann
    c1       | bob
    c2       | ann
    c2       | cat
    """,
    "nominals": """
    nominal_ref | ethnicity
    a           | WBRI
    b           | WOTH
    c           | WBRI
    d           | APKN
    e           |           # not recorded
    f           | BCRB
    """,
    "groups": """
    group_ref | nominal_ref
    g1        | a
    g1        | b
    g2        | b           # in two groups
    g2        | d
    g3        | c
    g3        | e
    g3        | f
    """,
    "offending": """
    case_ref | nominal_ref | child_ref
    c1       | a           | ann
    c1       | a           | bob
    c1       | b           |             # in the case, linked to no child
    c2       | d           | ann
    c2       | d           | cat
    c2       | c           | ann
    c2       | c           | ann         # the same link, recorded twice
    """,
}
YEAR = "2024-Q1..2024-Q4"


def test_sizes_and_compositions_come_from_the_members(draw: Draw) -> None:
    con = draw(**PEOPLE)
    assert answer(con, "groups", YEAR, by="size") == table("""
        area | size | groups
        all  | 2    | 2
        all  | 3    | 1
        """)
    assert answer(con, "groups", YEAR, by="composition") == table("""
        area | composition   | groups
        all  | all_white     | 1
        all  | more_than_one | 1       # g2: white and asian
        all  | some_unknown  | 1       # one member is enough
        """)
    assert answer(con, "group_nominals", YEAR, by="size") == table("""
        area | size | nominals
        all  | 2    | 3          # a, b, d: b once, though in two groups
        all  | 3    | 3
        """)


def test_a_group_is_counted_in_the_periods_and_areas_of_its_members_cases(draw: Draw) -> None:
    con = draw(**PEOPLE)
    assert answer(con, "groups", "2024-Q1", areas="all east west") == table("""
        area | groups
        all  | 2        # g1; and g2, because of b
        east | 2
        west | 2
        """)
    assert answer(con, "groups", "2024-Q3") == [{"area": "all", "groups": "2"}]


def test_children_are_linked_to_a_group_by_its_members_and_not_by_their_case(draw: Draw) -> None:
    con = draw(**PEOPLE)
    assert con.sql("select children from groups order by offender_group").fetchall() == [(2,), (2,), (1,)]
    assert answer(con, "group_children", YEAR) == [{"area": "all", "children": "3"}]
    assert answer(con, "group_children", "2024-Q3", areas="all east west") == table("""
        area | children
        all  | 2
        east | 2
        """)


def test_groups_are_linked_by_the_children_they_share(draw: Draw) -> None:
    con = draw(**PEOPLE)
    assert answer(con, "groups", YEAR, by="shares_children") == table("""
        area | shares_children | groups
        all  | yes             | 3        # ann is linked to all three
        """)
    assert con.sql("select max(groups) from children_groups").fetchall() == [(3,)]
    assert con.sql("select distinct children from groups_sharing").fetchall() == [(1,)]


def test_who_is_counted_are_those_whom_the_count_counts(draw: Draw) -> None:
    con, question = draw(**PEOPLE), read_questions()["groups"]
    year, third = period_named(YEAR), period_named("2024-Q3")
    assert len(who(con, question, "home", ["all"], [year])) == 3
    found = who(con, question, "home", ["east"], [third])
    assert len(found) == 2
    assert answer(con, "groups", "2024-Q3", areas="east") == [{"area": "east", "groups": "2"}]
    assert who(con, question, "home", ["unknown"], [third]) == []


def test_groups_that_share_children_have_a_place_and_the_others_none(draw: Draw) -> None:
    con = draw(**PEOPLE)
    assert con.sql("select offender_group, network from group_places order by all").fetchall() == [
        (1, 1),
        (2, 1),
        (3, 1),
    ]
    assert draw(**{**PEOPLE, "offending": ""}).sql("from group_places").fetchall() == []


def test_within_a_group_nobody_has_more_than_a_short_label(draw: Draw) -> None:
    con = draw(**PEOPLE)
    labels = con.sql(
        "select offender_group, list(node order by node) from group_nodes group by all order by all"
    )
    assert labels.fetchall() == [
        (1, ["C1", "C2", "N1", "N2"]),
        (2, ["C1", "C2", "N1", "N2"]),
        (3, ["C1", "N1", "N2", "N3"]),
    ]
    ours = "select count(*) from groups join group_members using (offender_group) where nominals = 3"
    assert con.sql(ours).fetchall() == [(3,)]
    assert con.sql("select offender_group, cases from group_links order by all").fetchall() == [
        (1, 1), (1, 1),  # a with ann and bob; b is linked to no child
        (2, 1), (2, 1),
        (3, 1),  # c with ann: the same case, recorded twice
    ]  # fmt: skip


def test_every_member_and_child_of_a_group_has_a_place(draw: Draw) -> None:
    con = draw(**PEOPLE)
    missing = "select * exclude (nominal, child) from group_nodes anti join node_places using (offender_group, node)"
    assert con.sql(missing).fetchall() == []
    alone = "select offender_group, node from node_places where network > 1 order by all"
    assert len(con.sql(alone).fetchall()) == 4  # b in two groups, and two of the third


def test_a_centre_is_two_with_most_of_the_links_of_four_or_more(draw: Draw) -> None:
    """Each letter of `offending` is a link of a member to one more child."""
    held = {
        "centred": "aaaaabbbbcd",
        "halved": "aaabbccdd",
        "spread": "aabbccddee",
        "few": "aaab",
        "none": "z",
    }
    children = "\n".join(["child_ref", *(f"k{number}" for number in range(12))])
    links = [
        f"c1 | {name}-{member} | k{at}"
        for name, members in held.items()
        for at, member in enumerate(members)
        if name != "none"
    ]
    groups = [
        f"{name} | {name}-{member}" for name, members in held.items() for member in sorted(set(members))
    ]
    con = draw(
        children=children,
        cases="case_ref | recorded_on\nc1 | 2024-02-01",
        nominals="\n".join(["nominal_ref", *(one.split(" | ")[1] for one in groups)]),
        groups="\n".join(["group_ref | nominal_ref", *groups]),
        offending="\n".join(["case_ref | nominal_ref | child_ref", *links]),
    )
    told = con.sql("select centralisation, links from groups join (select offender_group, count(*) as links "
                   "from group_links group by all) using (offender_group) order by links").fetchall()  # fmt: skip
    assert told == [("few_linked", 4), ("two_hold_half", 9), ("spread", 10), ("two_hold_69", 11)]
    assert con.sql("select count(*) from groups where centralisation = 'none_linked'").fetchall() == [(1,)]
