"""Which areas of a level lie beside each other: worked out once, at loading, from the outlines that were kept."""

from __future__ import annotations

import json

import duckdb
import numpy as np
import shapely

GAP = 1e-4  # of a degree, about 10 m: outlines of two agencies seldom meet to the metre


def find_neighbours(con: duckdb.DuckDBPyConnection) -> None:
    """Make `neighbours`: `area`, `neighbour`, both ways round, for areas of one level that share a line or a corner."""
    con.execute("create table neighbours (area varchar, neighbour varchar)")
    rows = con.execute(
        "select level, area, outline from outlines join areas using (area) order by all"
    ).fetchall()
    for level in dict.fromkeys(row[0] for row in rows):
        outlines = {area: json.loads(outline) for of_level, area, outline in rows if of_level == level}
        pairs = neighbours_of(outlines)
        if pairs:
            con.executemany("insert into neighbours values (?, ?)", pairs)


def neighbours_of(outlines: dict[str, list[list[list[list[float]]]]]) -> list[tuple[str, str]]:
    """Pairs of areas, both ways round, whose outlines touch."""
    codes = list(outlines)
    shapes = np.array(
        [shapely.MultiPolygon([(rings[0], rings[1:]) for rings in outlines[code]]) for code in codes]
    )
    first, second = shapely.STRtree(shapes).query(shapes, predicate="dwithin", distance=GAP)
    return sorted((codes[a], codes[b]) for a, b in zip(first, second, strict=True) if a != b)
