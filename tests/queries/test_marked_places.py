"""What happened at a place that an agency has marked counts in the area above its ward, and everything else where it was."""

from __future__ import annotations

import h3

from tests.queries.drawn import Draw, answer, table

STATION, AROUND = "891951ca4b7ffff", h3.cell_to_parent("891951ca4b7ffff", 7)
ELSEWHERE = h3.grid_ring("891951ca4b7ffff", 40)[0]
AREAS = """
area_code | area_name | level        | parent_code
county    | County    | police_force |
east      | East      | district     | county
mill      | Mill      | ward         | east
park      | Park      | ward         | east
"""
EPISODES = f"""
child_ref | started_at | ended_at   | missing_from_area | missing_from_cell | found_area | found_cell
ann       | 2024-01-01 | 2024-01-03 | mill              | {STATION}         | park       | {ELSEWHERE}
bob       | 2024-01-05 | 2024-01-06 | park              |                   | mill       | {STATION}
cat       | 2024-01-07 | 2024-01-08 | park              | {ELSEWHERE}       | mill       |     # no cell
dan       | 2024-01-09 | 2024-01-10 | park              |                   | east       | {STATION} # in no ward anyway
"""


def wards(draw: Draw, role: str, *marks: str) -> list[dict[str, str]]:
    con = draw(
        areas=AREAS, missing_episodes=EPISODES, marked_cells=[(mark, "police_station") for mark in marks]
    )
    rows = answer(con, "missing", "2024-Q1", areas="mill park east county all", role=role)
    return [{"area": row["area"], "children": row["children"]} for row in rows]


def test_a_marked_place_is_left_out_of_its_ward_and_of_nothing_larger(draw: Draw) -> None:
    assert wards(draw, "found", STATION) == table("""
        area   | children
        all    | 4
        county | 4
        east   | 4
        mill   | 1
        park   | 1
        """)


def test_without_marks_every_ward_has_its_own(draw: Draw) -> None:
    assert wards(draw, "found") == table("""
        area   | children
        all    | 4
        county | 4
        east   | 4
        mill   | 2
        park   | 1
        """)


def test_a_mark_holds_for_where_children_went_missing_from_too(draw: Draw) -> None:
    assert wards(draw, "missing_from", STATION)[3:] == [{"area": "park", "children": "3"}]


def test_a_cell_inside_a_larger_one_that_is_marked_is_left_out(draw: Draw) -> None:
    assert {"area": "mill", "children": "1"} in wards(draw, "found", AROUND)


def test_a_place_in_a_case_that_is_marked_counts_in_the_area_above(draw: Draw) -> None:
    con = draw(
        areas=AREAS,
        victims="child_ref\nann\nbob",
        locations=f"""
        child_ref | area_code | cell
        ann       | mill      | {STATION}
        bob       | mill      | {ELSEWHERE}
        """,
        marked_cells=[(STATION, "hospital")],
    )
    for question in ("victims_by_place", "victims"):
        told = answer(con, question, "2024-Q1", areas="mill east", role="exploited")
        assert told == [{"area": "east", "children": "2"}, {"area": "mill", "children": "1"}]
    assert con.execute("select value from about where key = 'marked'").fetchall() == [("hospital 1",)]
