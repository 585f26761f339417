"""Children by cell of a grid, for the map of analysts: the exact warehouse alone holds cells."""

from __future__ import annotations

import duckdb
import h3
import pandas as pd

CELLS = {
    "missing_from": """
        select
            child, missing_from_cell as cell, missing_from_area as area, started_on as day, kind, gender, age_group,
            missing_from as place
        from missing_episodes where under_18""",
    "found": """
        select child, found_cell as cell, found_area as area, started_on as day, kind, gender, age_group, found_place
        from missing_episodes where under_18""",
    "exploited": """
        select child, cell, area, identified_on as day, happened, gender, age_group, place_group from victim_places""",
}
OF = ("kind", "happened", "gender", "age_group", "place", "found_place", "place_group")


def children_by_cell(
    con: duckdb.DuckDBPyConnection,
    role: str,
    parts: dict[str, str],
    area: str,
    since: str,
    until: str,
    size: int,
) -> pd.DataFrame:
    """Distinct children of an area and half-open period by H3 cell of resolution `size`: `cell`, `area`, `children`.

    `parts` are codes of the columns `OF` that a record must have. `area` is where most of the cell's children were;
    the cell is null where none so small was recorded, or an agency has marked it.
    """
    chosen = [f"{name} = $of_{name}" for name in OF if name in parts]
    found = f"""
        select child, area_tree.area, if(cell in (from left_out_cells), null, cell) as cell
        from ({CELLS[role]}) as records
        join area_tree on area_tree.area = coalesce(records.area, 'unknown')
        where {" and ".join(["ancestor = $within", "day >= cast($since as date)", "day < cast($until as date)", *chosen])}
        """
    asked = {"within": area, "since": since, "until": until, **{f"of_{name}": parts[name] for name in parts}}
    cells = [
        cell for (cell,) in con.execute(f"select distinct cell from ({found}) order by all", asked).fetchall()
    ]
    within = {
        cell: h3.cell_to_parent(cell, size) for cell in cells if cell and h3.get_resolution(cell) >= size
    }
    return con.execute(
        f"""
        with found as ({found}),
        placed as (
            select child, area, within.larger as cell
            from found
            left join (select unnest($cells) as cell, unnest($larger) as larger) as within using (cell)
        ),
        areas_of as (select cell, area, count(distinct child) as children from placed group by all)
        select areas_of.cell, arg_max(area, (areas_of.children, area)) as area, any_value(whole.children) as children
        from areas_of
        join (select cell, count(distinct child) as children from placed group by cell) as whole
            on whole.cell is not distinct from areas_of.cell
        group by areas_of.cell
        order by areas_of.cell nulls last
        """,
        {**asked, "cells": list(within), "larger": list(within.values())},
    ).df()
