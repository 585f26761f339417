"""How many episodes were of children placed outside their own council?"""

from __future__ import annotations

from tests.queries.drawn import Draw, answer, table

COUNCILS = """
area_code | level           | parent_code
county    | police_force    |
east      | local_authority | county
upper     | district        | east
lower     | district        | east
west      | local_authority | county
"""


def test_out_of_area_compares_councils_not_districts(draw: Draw) -> None:
    con = draw(
        areas=COUNCILS,
        care_episodes="""
        child_ref | started_on | responsible_area | host_area
        ann       | 2024-01-01 | upper            | lower        # two districts of one council
        bob       | 2024-01-01 | east             | lower        # a district of the council responsible
        cat       | 2024-01-01 | upper            | west         # another council
        dan       | 2024-01-01 | east             |              # where placed is not recorded
        eve       | 2024-01-01 | east             | county       # placed somewhere in the force: not their own council
        """,
        missing_episodes="""
        child_ref | started_at       | missing_from_area
        ann       | 2024-02-01T20:00 | lower
        bob       | 2024-02-01T20:00 | lower
        cat       | 2024-02-01T20:00 | west
        cat       | 2024-02-02T20:00 | west
        dan       | 2024-02-01T20:00 | lower
        eve       | 2024-02-01T20:00 | county
        fay       | 2024-02-01T20:00 | lower             # not in care
        """,
    )
    assert answer(con, "missing_by_placement", "2024-Q1", by="placed") == table("""
        area | placed       | children | episodes
        all  | own_area     | 2        | 2
        all  | out_of_area  | 2        | 3
        all  | not_recorded | 1        | 1
        """)


def test_counted_by_placement_area_out_of_area_means_hosted_from_elsewhere(draw: Draw) -> None:
    con = draw(
        areas=COUNCILS,
        care_episodes="""
        child_ref | started_on | responsible_area | host_area
        cat       | 2024-01-01 | east             | west
        """,
        missing_episodes="""
        child_ref | started_at | missing_from_area
        cat       | 2024-02-01 | lower             # from a friend's house
        """,
    )
    for role, area in (("home", "east"), ("host", "west"), ("missing_from", "lower")):
        assert answer(
            con, "missing_by_placement", "2024-Q1", "placed", "east west lower county", role
        ) == table(f"""
            area   | placed      | children | episodes
            {area} | out_of_area | 1        | 1
            county | out_of_area | 1        | 1
            {"east | out_of_area | 1        | 1" if area == "lower" else ""}
            """)
