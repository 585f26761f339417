"""Children by cell of a grid: each once in a cell, records without a cell so small apart, marked places left out."""

from __future__ import annotations

from typing import Any

import h3

from queries.cells import children_by_cell
from tests.queries.drawn import Draw

SMALL = "891951ca4b7ffff"
LARGE = h3.cell_to_parent(SMALL, 7)
BESIDE = next(cell for cell in h3.cell_to_children(LARGE, 9) if cell != SMALL)
EPISODES = f"""
child_ref | started_at | ended_at   | found_area | found_cell | kind | found_place
ann       | 2024-01-01 | 2024-01-03 | east       | {SMALL}    |      | park
ann       | 2024-01-05 | 2024-01-06 | east       | {BESIDE}   |      | hotel   # the same larger cell: counted once in it
bob       | 2024-01-07 | 2024-01-08 | west       | {SMALL}    |      | park    # of another area, in the same cell
bob       | 2024-02-07 | 2024-02-08 | west       | {SMALL}    |      | park    # mostly in the west
cat       | 2024-01-09 | 2024-01-10 | west       | {LARGE}    |      |         # a larger cell: in none that is smaller
dan       | 2024-01-09 | 2024-01-10 | east       |            |      |         # no cell
eve       | 2024-01-09 | 2024-01-10 | west       | {SMALL}    | away |
"""


def told(
    draw: Draw, size: int, area: str = "all", marks: tuple[str, ...] = (), **parts: str
) -> dict[Any, tuple[str, int]]:
    con = draw(missing_episodes=EPISODES, marked_cells=[(mark, "hospital") for mark in marks])
    asked = {"kind": "missing", **parts}
    found = children_by_cell(con, "found", asked, area, "2024-01-01", "2024-04-01", size)
    return {
        cell if isinstance(cell, str) else None: (where, count)
        for cell, where, count in found[["cell", "area", "children"]].itertuples(index=False)
    }


def test_a_child_counts_once_in_a_cell_and_in_each_cell(draw: Draw) -> None:
    assert told(draw, 7) == {LARGE: ("west", 3), None: ("east", 1)}
    # One each: of two areas with as many children, the last by code.
    assert told(draw, 9) == {BESIDE: ("east", 1), SMALL: ("west", 2), None: ("west", 2)}


def test_only_those_of_the_area_the_kind_and_the_place_are_counted(draw: Draw) -> None:
    assert told(draw, 9, "east")[SMALL] == ("east", 1)
    assert told(draw, 9, kind="away") == {SMALL: ("west", 1)}
    assert told(draw, 9, found_place="hotel") == {BESIDE: ("east", 1)}
    assert told(draw, 9, found_place="school") == {}


def test_a_marked_cell_is_left_out(draw: Draw) -> None:
    assert SMALL not in told(draw, 9, marks=(SMALL,))
    assert told(draw, 7, marks=(LARGE,)) == {None: ("west", 4)}


def test_places_of_cases_are_counted_by_what_happened(draw: Draw) -> None:
    con = draw(
        victims="child_ref\nann\nbob",
        locations=f"""
        child_ref | role        | area_code | cell     | place
        ann       | exploitation | east     | {SMALL}  | park
        bob       | recruitment  | east     | {SMALL}  | school
        """,
    )
    for parts, count in (({"happened": "exploitation"}, 1), ({"place_group": "school"}, 1), ({}, 2)):
        found = children_by_cell(con, "exploited", parts, "all", "2024-01-01", "2024-04-01", 8)
        assert found["children"].tolist() == [count]
        assert found["cell"].tolist() == [h3.cell_to_parent(SMALL, 8)]
