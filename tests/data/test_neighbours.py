"""Neighbours are areas of one level that share a line or a corner, both ways round."""

from __future__ import annotations

import duckdb

from data.neighbours import find_neighbours, neighbours_of


def square(west: float, south: float) -> list[list[list[list[float]]]]:
    east, north = west + 1, south + 1
    return [[[[west, south], [east, south], [east, north], [west, north], [west, south]]]]


def test_neighbours_share_a_line_or_a_corner() -> None:
    outlines = {
        "a": square(0, 0),
        "b": square(1, 0),  # shares a line with a
        "c": square(2, 1),  # shares a corner with b
        "d": square(3.00005, 1),  # meets c but for five metres, as lines of two agencies do
        "e": square(9, 9),  # an island
    }
    assert neighbours_of(outlines) == [("a", "b"), ("b", "a"), ("b", "c"), ("c", "b"), ("c", "d"), ("d", "c")]


def test_a_ward_is_no_neighbour_of_its_county() -> None:
    with duckdb.connect() as con:
        con.execute(
            "create table areas as select * from (values ('W1', 'ward'), ('W2', 'ward'), ('C', 'country')) as t(area, level)"
        )
        con.execute("create table outlines (area varchar, outline varchar)")
        shapes = {"W1": square(0, 0), "W2": square(1, 0), "C": square(0, 0)}
        con.executemany(
            "insert into outlines values (?, ?)", [[code, str(one)] for code, one in shapes.items()]
        )
        find_neighbours(con)
        assert con.execute("from neighbours order by all").fetchall() == [("W1", "W2"), ("W2", "W1")]
