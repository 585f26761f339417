"""The same counting, for every cell of the protected lattice at once.

Records are first reduced to person, area and quarter (or month), and only then spread over the spans of time
that hold the quarter. Periods of the same days (a financial year is also four quarters in a row) are one span,
counted once. People all of whose records lie in one area are counted there, and the counts are added up the
tree; only the others are looked for in every area above theirs, where they may not be counted twice.
"""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
import pandas as pd

from queries.engine import (
    NOWHERE_KNOWN,
    base_of,
    carried,
    cells_of,
    counting_stages,
    events_of,
    has_tenth,
    within,
)
from queries.question import Question

LEVELS = ("all", "country", "police_force", "local_authority", "district", "ward")
YEARS = ("financial_year", "rolling_year")
STEPS = ("quarter", "month")


def lay_lattice(con: duckdb.DuckDBPyConnection, levels_with_months: Sequence[str]) -> None:
    """Make the temporary tables that number the areas and spans of the lattice of this warehouse."""
    con.execute(
        """
        create or replace temp table area_numbers as
            select area, level, is_root, cast(row_number() over (order by area) as smallint) as area_id
            from (
                select area, level, parent is null as is_root from areas
                union all values ('all', 'all', true), ('unknown', 'all', true)
            );
        create or replace temp table lattice_areas as
            select area_tree.area, area_numbers.area_id, area_numbers.level, area_numbers.is_root
            from area_tree join area_numbers on area_numbers.area = area_tree.ancestor;
        -- How parts add up: those of an area in each area above it; those of a negative number in that area alone.
        create or replace temp table additions as
            select cast(lowest.area_id as smallint) as part_id, above.area_id
            from lattice_areas as above join area_numbers as lowest on lowest.area = above.area
            union all
            select -area_id, area_id from area_numbers;
        create or replace temp table span_numbers as
            select *, cast(row_number() over (order by since, until) as smallint) as span_id
            from (
                select since, until, kind = 'month' as is_month, bool_or(kind in ('financial_year', 'rolling_year')) as is_year
                from periods group by all
            );
        create or replace temp table lattice_steps as
            select
                span_id, is_month, is_year,
                cast(unnest(generate_series(
                    since, until - interval 1 day, if(is_month, interval 1 month, interval 3 months)
                )) as date) as step
            from span_numbers;
        """
    )
    con.execute(
        "create or replace temp table levels_with_months as select unnest($levels) as level",
        {"levels": ["all", *levels_with_months]},
    )


def gather(con: duckdb.DuckDBPyConnection, question: Question) -> str:
    """The name of a temporary table of the question's records, made at its first use."""
    base = base_of(question)
    con.execute(f"create temp table if not exists asked_{base.name} as {base.sql}")
    return f"asked_{base.name}"


def count_lattice(
    con: duckdb.DuckDBPyConnection, question: Question, role: str, breakdown: tuple[str, ...]
) -> pd.DataFrame:
    """True counts of one question for the whole lattice: one row for each cell that holds anyone.

    Columns as `engine.count` gives them. A pair of dimensions is counted for all areas together, and for the
    areas that lie in no other, only. Needs the tables of `lay_lattice`.
    """
    steps = STEPS[:1] if question.periods == "years" else STEPS
    return pd.concat([_count_step(con, question, role, breakdown, step) for step in steps], ignore_index=True)


def _count_step(
    con: duckdb.DuckDBPyConnection, question: Question, role: str, breakdown: tuple[str, ...], step: str
) -> pd.DataFrame:
    placed = _placed(gather(con, question), question, role, breakdown, step)
    named_already = ", ".join(["area", "period", *breakdown])
    dimensions = "".join(f"cast(cells.{name} as varchar) as {name}, " for name in breakdown)
    return con.execute(
        f"""
        with {placed}, {counting_stages(question, breakdown)},
        added as (
            select additions.area_id as area, parts.* exclude (area)
            from parts
            join additions on additions.part_id = parts.area
            join area_numbers using (area_id)
            where {_held_areas(question, breakdown, step)}
        ),
        cells as ({cells_of(question, breakdown, "added")})
        select area_numbers.area, periods.period, {dimensions} cells.* exclude ({named_already})
        from cells
        join area_numbers on area_numbers.area_id = cells.area
        join span_numbers on span_numbers.span_id = cells.period
        join periods on periods.since = span_numbers.since and periods.until = span_numbers.until
        """
    ).df()


def _placed(asked: str, question: Question, role: str, breakdown: tuple[str, ...], step: str) -> str:
    """SQL that places each record of the question in the parts and spans of the lattice, as `placed`."""
    base = base_of(question)
    several = "true" if has_tenth(question, breakdown) else f"{base.one} in (from several)"
    return f"""
    reduced as (
        select area_id, {_time_of(base, step)}, {carried(question, breakdown, "asked")}, {events_of(base)}
        from {asked} as asked
        join area_numbers on area_numbers.area = coalesce(asked.{role}, '{NOWHERE_KNOWN}') {_span_join(question, step)}
        where asked.{base.one} is not null -- one null would empty every "not in" below
        group by all
    ),
    several as (select {base.one} from reduced group by all having min(area_id) < max(area_id)),
    parted as (
        select * from reduced where not ({several})
        union all by name
        select -above.area_id as area_id, reduced.* exclude (area_id)
        from reduced
        join additions as above on above.part_id = reduced.area_id
        join area_numbers on area_numbers.area_id = above.area_id
        where {several} and {_held_areas(question, breakdown, step)}
    ),
    placed as (
        select area_id as area, span_id as period, {carried(question, breakdown, "parted")},
            sum({base.events}) as {base.events}
        from parted
        {"join lattice_steps using (step)" if base.when == "day" else ""}
        {f"where {_held_spans(question, step)}" if base.when == "day" else ""}
        group by all
    )"""


def _time_of(base: Question, step: str) -> str:
    """A day is reduced to its quarter or month; a stay is placed in its spans at once."""
    return f"cast(date_trunc('{step}', asked.day) as date) as step" if base.when == "day" else "span_id"


def _span_join(question: Question, step: str) -> str:
    base = base_of(question)
    if base.when == "day":
        return ""
    spans = f"(from span_numbers where {_held_spans(question, step)})"
    return f"join {spans} as spans on {within(base)}"


def _held_spans(question: Question, step: str) -> str:
    """The spans of time that are held for this question."""
    return f"is_month = {step == 'month'}" + (" and is_year" if question.periods == "years" else "")


def _held_areas(question: Question, breakdown: tuple[str, ...], step: str) -> str:
    """The areas that are held for this question and breakdown."""
    levels = LEVELS[: LEVELS.index(question.smallest_level) + 1]
    limits = [f"area_numbers.level in ({', '.join(repr(level) for level in levels)})"]
    if len(breakdown) > 1:
        limits.append("area_numbers.is_root")
    if step == "month":
        limits.append("area_numbers.level in (select level from levels_with_months)")
    return " and ".join(limits)
