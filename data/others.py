"""What other agencies have in service: a load keeps it, and must still fit together with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import duckdb

from data import versions
from data.breach import Breach
from data.declarations import TABLES
from data.reading import literal
from data.references import lying_in_themselves


@dataclass(frozen=True)
class Others:
    """What stays in service of other agencies: their areas and keys; and when the replaced extracts were taken."""

    areas: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)
    taken: dict[str, date] = field(default_factory=dict)


def read_others(root: Path, replaced: Iterable[str]) -> Others:
    """What is in service, apart from the agencies that a load replaces."""
    exact = _in_service(root)
    if exact is None:
        return Others()
    senders = list(replaced)
    with duckdb.connect(str(exact), read_only=True) as con:
        areas = con.execute(
            "select distinct area_code from sent.areas where not list_contains($1, sender)", [senders]
        )
        codes = {code for (code,) in areas.fetchall()}
        keys = con.execute(
            "select distinct pseudonym_key_id from extracts where not list_contains($1, sender)", [senders]
        )
        key_ids = {key for (key,) in keys.fetchall()}
        taken = con.execute("select sender, as_at from extracts where list_contains($1, sender)", [senders])
        return Others(codes, key_ids, dict(taken.fetchall()))


def keep_others(con: duckdb.DuckDBPyConnection, root: Path) -> None:
    """Carry over what the other agencies sent before; only the senders of this load are replaced."""
    exact = _in_service(root)
    if exact is None:
        return
    con.execute(f"attach {literal(exact)} as before (read_only)")
    con.execute("create temp table replaced as select sender from extracts")
    carried = [*(f"sent.{table}" for table in TABLES), "main.extracts", "main.recording_changes"]
    for name in [*carried, *_newer_before(con)]:
        con.execute(
            f"insert into {name} by name select * from before.{name} where sender not in (select sender from replaced)"
        )
    con.execute("drop table replaced; detach before")


def _newer_before(con: duckdb.DuckDBPyConnection) -> list[str]:
    """Data that was loaded before outlines, marks of places or school holidays were kept has none."""
    held = con.execute(
        """
        select schema_name || '.' || table_name from duckdb_tables()
        where database_name = 'before'
            and schema_name || '.' || table_name in ('sent.outlines', 'main.marked_cells', 'main.school_holidays')
        """
    )
    return [name for (name,) in held.fetchall()]


def check_together(con: duckdb.DuckDBPyConnection) -> list[Breach]:
    """Breaches that only show once all agencies' rows lie side by side: lost areas, areas in themselves."""
    return [*_check_lost_areas(con), *_check_tree(con)]


def _check_lost_areas(con: duckdb.DuckDBPyConnection) -> list[Breach]:
    """Rows of an agency that are in an area which nobody sends any more: no area would count them."""
    used = " union all ".join(
        f"select {column.sql} as area, sender, '{table.name}' as name from sent.{table.name}"
        for table in TABLES.values()
        for column in table.columns
        if column.refers == "areas"
    )
    lost = con.execute(
        f"""
        select sender, name, count(*) from ({used})
        where area is not null and area <> 'unknown' and area not in (select area_code from sent.areas)
        group by all order by all
        """
    ).fetchall()
    todo = "Keep those areas in areas, or load the extract of {} again with this one."
    return [
        Breach(
            "lost_area",
            "Areas that an agency in service uses are no longer sent",
            todo.format(sender),
            name,
            count=count,
        )
        for sender, name, count in lost
    ]


def _check_tree(con: duckdb.DuckDBPyConnection) -> list[Breach]:
    pairs = con.execute(
        "select area_code, parent_code from sent.areas join extracts using (sender) "
        "qualify row_number() over (partition by area_code order by as_at desc, sender) = 1"
    ).fetchall()
    circular = lying_in_themselves({area: above for area, above in pairs if above is not None})
    if not circular:
        return []
    what = "Areas lie in themselves once the agencies' areas are put together"
    todo = "Let all agencies send the same areas, each with one parent above it."
    return [Breach("tree", what, todo, "areas", "parent_code", len(circular))]


def _in_service(root: Path) -> Path | None:
    name = versions.current(root)
    return versions.versions_folder(root) / name / "exact.duckdb" if name else None
