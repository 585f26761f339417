"""The same counting, for every cell of the protected lattice at once.

Records are first reduced to person, area and quarter (or month), and only then spread over the areas above
theirs and the spans of time that hold the quarter: that keeps a national lattice to seconds a question.
Periods of the same days (a financial year is also four quarters in a row) are one span, counted once.
"""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
import pandas as pd

from queries.engine import NOWHERE_KNOWN, base_of, carried, counting_stages, events_of, within
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
        select area_numbers.area, periods.period, {dimensions} cells.* exclude ({named_already})
        from (with {placed}, {counting_stages(question, breakdown)}) as cells
        join area_numbers on area_numbers.area_id = cells.area
        join span_numbers on span_numbers.span_id = cells.period
        join periods on periods.since = span_numbers.since and periods.until = span_numbers.until
        """
    ).df()


def _placed(asked: str, question: Question, role: str, breakdown: tuple[str, ...], step: str) -> str:
    """SQL that places each record of the question in the areas and spans of the lattice, as `placed`."""
    base = base_of(question)
    columns = carried(question, breakdown, "asked")
    area = f"coalesce(asked.{role}, '{NOWHERE_KNOWN}')"
    if base.when == "at_end":
        return f"""
    placed as (
        select lattice_areas.area_id as area, spans.span_id as period, {columns}, {events_of(base)}
        from {asked} as asked
        join lattice_areas on lattice_areas.area = {area}
        join span_numbers as spans on {within(base)}
        where {_held(question, breakdown, step)}
        group by all
    )"""
    return f"""
    reduced as (
        select {area} as area, {_step_of(base, step)} as step, {columns}, {events_of(base)}
        from {asked} as asked {_step_join(base, step)}
        group by all
    ),
    placed as (
        select lattice_areas.area_id as area, spans.span_id as period, {carried(question, breakdown, "reduced")},
            sum({base.events}) as {base.events}
        from reduced
        join lattice_areas using (area)
        join lattice_steps as spans using (step)
        where {_held(question, breakdown, step)}
        group by all
    )"""


def _step_of(base: Question, step: str) -> str:
    return f"cast(date_trunc('{step}', asked.day) as date)" if base.when == "day" else "spans.step"


def _step_join(base: Question, step: str) -> str:
    """For stays: every quarter (or month) that the stay touches."""
    if base.when == "day":
        return ""
    return f"""join (
            select distinct step, step as since, cast(step + interval 1 {step} as date) as until
            from lattice_steps where is_month = {step == "month"}
        ) as spans on {within(base)}"""


def _held(question: Question, breakdown: tuple[str, ...], step: str) -> str:
    """The part of the lattice that is held for this question and breakdown."""
    levels = LEVELS[: LEVELS.index(question.smallest_level) + 1]
    limits = [
        f"spans.is_month = {step == 'month'}",
        f"lattice_areas.level in ({', '.join(repr(level) for level in levels)})",
    ]
    if len(breakdown) > 1:
        limits.append("lattice_areas.is_root")
    if step == "month":
        limits.append("lattice_areas.level in (select level from levels_with_months)")
    if question.periods == "years":
        limits.append("spans.is_year")
    return " and ".join(limits)
