"""The same counting, for every cell of the protected lattice at once.

Records are first reduced to child, area and quarter (or month), and only then spread over the areas above
theirs and the periods that hold the quarter: that keeps a national lattice to seconds a question.
"""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
import pandas as pd

from queries.engine import NOWHERE_KNOWN, base_of, carried, counting_stages, episodes_of, within
from queries.question import Question

LEVELS = ("all", "country", "police_force", "local_authority", "district", "ward")
YEARS = ("financial_year", "rolling_year")


def lay_lattice(con: duckdb.DuckDBPyConnection, levels_with_months: Sequence[str]) -> None:
    """Make the temporary tables that number the areas and periods of the lattice of this warehouse."""
    con.execute(
        """
        create or replace temp table area_numbers as
            select area, level, row_number() over (order by area) as area_id
            from (select area, level from areas union all values ('all', 'all'), ('unknown', 'all'));
        create or replace temp table period_numbers as
            select *, row_number() over (order by period) as period_id from periods;
        create or replace temp table area_roots as
            select area_id from area_numbers join areas using (area) where areas.parent is null;
        create or replace temp table lattice_areas as
            select area_tree.area, area_numbers.area_id, area_numbers.level
            from area_tree join area_numbers on area_numbers.area = area_tree.ancestor;
        create or replace temp table lattice_steps as
            select period_id, kind, unnest(generate_series(
                since, until - interval 1 day,
                case when kind = 'month' then interval 1 month else interval 3 months end
            ))::date as step
            from period_numbers;
        """
    )
    con.execute(
        "create or replace temp table levels_with_months as select unnest($levels) as level",
        {"levels": ["all", *levels_with_months]},
    )


def count_lattice(
    con: duckdb.DuckDBPyConnection, question: Question, role: str, breakdown: tuple[str, ...]
) -> pd.DataFrame:
    """True counts of one question for the whole lattice: one row for each cell that holds anyone.

    Columns as `engine.count` gives them. A pair of dimensions is counted for all areas together only.
    Needs the tables of `lay_lattice`.
    """
    frames = [_count_step(con, question, role, breakdown, step) for step in _steps(question)]
    return pd.concat(frames, ignore_index=True)


def _steps(question: Question) -> tuple[str, ...]:
    return ("quarter",) if question.periods == "years" else ("quarter", "month")


def _count_step(
    con: duckdb.DuckDBPyConnection, question: Question, role: str, breakdown: tuple[str, ...], step: str
) -> pd.DataFrame:
    stages = _period_stages(question, role, breakdown, step)
    sql = f"""
        with {stages}, {counting_stages(question, breakdown)}
    """
    dimensions = "".join(f"cells.{name}, " for name in breakdown)
    named_already = ", ".join(["area", "period", *breakdown])
    named = f"""
        select area_numbers.area, period_numbers.period, {dimensions} cells.* exclude ({named_already})
        from ({sql}) as cells
        join area_numbers on area_numbers.area_id = cells.area
        join period_numbers on period_numbers.period_id = cells.period
    """
    return con.execute(named).df()


def _period_stages(question: Question, role: str, breakdown: tuple[str, ...], step: str) -> str:
    """SQL that places each record of the question in the areas and periods of the lattice, as `placed`."""
    base = base_of(question)
    columns = ", ".join(["child", *carried(question, breakdown)])
    kept = ", ".join(["child", *(question.flags if question.scope else breakdown)])
    held = _held(question, breakdown, step)
    area = f"coalesce(asked.{role}, '{NOWHERE_KNOWN}')"
    if base.when == "at_end":
        return f"""
    asked as ({base.sql}),
    placed as (
        select lattice_areas.area_id as area, spans.period_id as period, {columns}, {episodes_of(base)} as episodes
        from asked
        join lattice_areas on lattice_areas.area = {area}
        join period_numbers as spans on {within(base)}
        where (spans.kind = 'month') = ('{step}' = 'month') and {held}
        group by all
    )"""
    return f"""
    asked as ({base.sql}),
    reduced as (
        select {area} as area, {_step_of(base, step)}, {columns}, {episodes_of(base)} as episodes
        from asked {_step_join(base, step)}
        group by all
    ),
    placed as (
        select
            lattice_areas.area_id as area, spans.period_id as period,
            {kept if not question.flags else columns}, sum(episodes) as episodes
        from reduced
        join lattice_areas using (area)
        join lattice_steps as spans using (step)
        where (spans.kind = 'month') = ('{step}' = 'month') and {held}
        group by all
    )"""


def _step_of(base: Question, step: str) -> str:
    return f"cast(date_trunc('{step}', asked.day) as date) as step" if base.when == "day" else "spans.step"


def _step_join(base: Question, step: str) -> str:
    """For stays: every quarter (or month) that the stay touches."""
    if base.when == "day":
        return ""
    return f"""join (
            select distinct step, step as since, cast(step + interval 1 {step} as date) as until
            from lattice_steps where (kind = 'month') = ('{step}' = 'month')
        ) as spans on {within(base)}"""


def _held(question: Question, breakdown: tuple[str, ...], step: str) -> str:
    """The part of the lattice that is held for this question and breakdown."""
    levels = LEVELS[: LEVELS.index(question.smallest_level) + 1]
    limits = [f"lattice_areas.level in ({', '.join(repr(level) for level in levels)})"]
    if len(breakdown) > 1:
        limits.append(
            "(lattice_areas.level = 'all' or lattice_areas.area_id in (select area_id from area_roots))"
        )
    if step == "month":
        limits.append("lattice_areas.level in (select level from levels_with_months)")
    if question.periods == "years":
        limits.append(f"spans.kind in ({', '.join(repr(kind) for kind in YEARS)})")
    return " and ".join(limits)
