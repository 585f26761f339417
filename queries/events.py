"""Single events with their cell and day, for what is told of pairs of them: the exact warehouse alone holds these."""

from __future__ import annotations

import duckdb
import pandas as pd

# Homes are left out of where children go missing from: the same address again and again is what a home is.
EVENTS = {
    "found": """
        select child, -1 as case_number, found_cell as cell, coalesce(ended_on, started_on) as day, found_area as area
        from missing_episodes
        where kind = 'missing' and under_18 and duration <> 'still_open'""",
    "missing_from": """
        select child, -1 as case_number, missing_from_cell as cell, started_on as day, missing_from_area as area
        from missing_episodes
        where kind = 'missing' and under_18 and missing_from not in ('home', 'foster', 'childrens_home', 'semi_independent')""",
    "place": """
        select
            coalesce(child, -row_number() over (order by location_ref)) as child, case_number, cell, seen_on as day,
            area_code as area
        from sent.locations as place
        join cases using (case_ref)
        left join children using (child_ref)
        where role = $happened""",
}


def events(
    con: duckdb.DuckDBPyConnection, kind: str, happened: str, area: str, since: str, until: str
) -> pd.DataFrame:
    """One row for each event of an area and half-open period: `child`, `case_number`, `cell`, `day`, `area`, `is_marked`.

    A place of a whole case has a child of its own, below 0; an event without a case has the case -1; a cell may be
    null. Marked cells are places where many are recorded for a reason. Places without a day are in no period.
    """
    chosen = {"happened": happened} if kind == "place" else {}
    return con.execute(
        f"""
        select events.*, coalesce(cell in (from left_out_cells), false) as is_marked
        from ({EVENTS[kind]}) as events
        join area_tree on area_tree.area = coalesce(events.area, 'unknown')
        where ancestor = $within and day >= cast($since as date) and day < cast($until as date)
        order by all
        """,
        {"within": area, "since": since, "until": until, **chosen},
    ).df()
