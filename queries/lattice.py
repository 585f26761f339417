"""The same counting, for every cell of the protected lattice at once.

Records are first reduced to person, area and quarter (or month). Periods of the same days (a financial year is also
four quarters in a row) are one span, counted once. People all of whose records lie in one area are counted there, and
the counts are added up the tree; only the others are looked for in every area above theirs, where they may not be
counted twice. How people are then counted in all spans at once: `queries/patterns.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock

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
)
from queries.patterns import pattern_stages
from queries.question import Question

LEVELS = ("all", "country", "police_force", "local_authority", "district", "ward")
YEARS = ("financial_year", "rolling_year")
STEPS = ("quarter", "month")
ONE_AT_A_TIME = Lock()  # two questions of the same records would both gather them


def lay_lattice(con: duckdb.DuckDBPyConnection, levels_with_months: Sequence[str]) -> None:
    """Number the areas and spans of the lattice of this warehouse, in memory, where every cursor sees them."""
    con.execute("attach if not exists ':memory:' as laid")
    con.execute(
        """
        create or replace table laid.area_numbers as
            select
                area, level, is_root, cast(row_number() over (order by area) as smallint) as area_id,
                (select count(*) from area_tree where area_tree.area = listed.area) as depth
            from (
                select area, level, parent is null as is_root from areas
                union all values ('all', 'all', true), ('unknown', 'all', true)
            ) as listed;
        -- How parts add up: those of an area in each area above it; those of a negative number in that area alone.
        create or replace table laid.additions as
            select lowest.area_id as part_id, above.area_id
            from area_tree
            join laid.area_numbers as lowest on lowest.area = area_tree.area
            join laid.area_numbers as above on above.area = area_tree.ancestor
            union all
            select area_id, area_id from laid.area_numbers where area = 'all'
            union all
            select -area_id, area_id from laid.area_numbers;
        create or replace table laid.span_numbers as
            select *, cast(row_number() over (order by since, until) as smallint) as span_id
            from (
                select since, until, kind = 'month' as is_month, bool_or(kind in ('financial_year', 'rolling_year')) as is_year
                from periods group by all
            );
        -- The quarters, or the month, of each span; `bit` numbers each among the quarters or the months.
        create or replace table laid.lattice_steps as
            select
                *, cast(dense_rank() over (partition by is_month order by step) - 1 as smallint) as bit,
                step = max(step) over (partition by span_id) as is_last
            from (
                select
                    span_id, is_month, is_year,
                    cast(unnest(generate_series(
                        since, until - interval 1 day, if(is_month, interval 1 month, interval 3 months)
                    )) as date) as step
                from laid.span_numbers
            );
        """
    )
    con.execute(
        "create or replace table laid.levels_with_months as select unnest($levels) as level",
        {"levels": ["all", *levels_with_months]},
    )


def gather(con: duckdb.DuckDBPyConnection, question: Question) -> str:
    """The name of a table of the question's records, made at its first use.

    Areas and codes are numbers in it, and `quarter` and `month` those of the record's day: all are grouped by often.
    """
    base = base_of(question)
    name = f"asked_{base.name}"
    held = "from duckdb_tables() where database_name = 'laid' and table_name = ?"
    with ONE_AT_A_TIME:
        if not con.execute(held, [name]).fetchall():
            _gather(con, base, name)
    return f"laid.{name}"


def _gather(con: duckdb.DuckDBPyConnection, base: Question, name: str) -> None:
    numbers = [f"at_{role}.area_id as {role}" for role in base.areas]
    joins = [
        f"join laid.area_numbers as at_{role} on at_{role}.area = coalesce(sent.{role}, '{NOWHERE_KNOWN}')"
        for role in base.areas
    ]
    steps = STEPS if base.when == "day" else ()
    con.execute(
        f"""
        create table laid.{name} as
        select sent.* replace ({", ".join(numbers)}) {"".join(f", {step}s.bit as {step}" for step in steps)}
        from ({base.sql}) as sent {" ".join(joins)}
        {" ".join(_numbered(step) for step in steps)}
        where sent.{base.one} is not null -- one null would empty every "not in" below
        """
    )
    for column, kind in con.execute(
        f"select column_name, column_type from (describe laid.{name})"
    ).fetchall():
        if column in base.dimensions and kind == "VARCHAR" and _is_held(con, name, column):
            con.execute(
                f"""
                create type laid.{name}_{column} as enum (select distinct {column} from laid.{name} where {column} is not null);
                alter table laid.{name} alter {column} set data type laid.{name}_{column}
                """
            )


def _is_held(con: duckdb.DuckDBPyConnection, name: str, column: str) -> bool:
    """Whether any record has a code: there is no type without a value."""
    return con.execute(f"select count({column}) > 0 from laid.{name}").fetchall() == [(True,)]


def _numbered(step: str) -> str:
    """SQL that joins the number of the quarter or month of each record's day."""
    listed = f"select distinct step, bit from laid.lattice_steps where is_month = {step == 'month'}"
    return f"left join ({listed}) as {step}s on {step}s.step = date_trunc('{step}', sent.day)"


def count_lattice(
    con: duckdb.DuckDBPyConnection, question: Question, role: str, breakdown: tuple[str, ...]
) -> pd.DataFrame:
    """True counts of one question for the whole lattice: one row for each cell that holds anyone.

    Columns as `engine.count` gives them. A pair of dimensions is counted for all areas together, and for the
    areas that lie in no other, only. Needs the tables of `lay_lattice`.
    """
    steps = STEPS if question.periods == "months" else STEPS[:1]
    return pd.concat([_count_step(con, question, role, breakdown, step) for step in steps], ignore_index=True)


def _count_step(
    con: duckdb.DuckDBPyConnection, question: Question, role: str, breakdown: tuple[str, ...], step: str
) -> pd.DataFrame:
    in_spans = "scoped" if question.scope or has_tenth(question, breakdown) else step
    stages = {"scoped": _placed_stages, "month": _month_stages, "quarter": pattern_stages}[in_spans]
    named_already = ", ".join(["area", "period", *breakdown])
    dimensions = "".join(f"cast(cells.{name} as varchar) as {name}, " for name in breakdown)
    held = _held_areas(question, breakdown, step)
    return con.execute(
        f"""
        with held_steps as (from laid.lattice_steps where {_held_steps(question, step)}),
        {_located_stages(gather(con, question), question, role, breakdown, step)},
        {stages(question, breakdown)},
        added as (
            select additions.area_id as area, parts.* exclude (area)
            from parts
            join laid.additions on additions.part_id = parts.area
            join laid.area_numbers using (area_id)
            where {held}
        ),
        cells as ({cells_of(question, breakdown, "added")})
        select area_numbers.area, periods.period, {dimensions} cells.* exclude ({named_already})
        from cells
        join laid.area_numbers on area_numbers.area_id = cells.area
        join laid.span_numbers on span_numbers.span_id = cells.period
        join periods on periods.since = span_numbers.since and periods.until = span_numbers.until
        """
    ).df()


def _located_stages(asked: str, question: Question, role: str, breakdown: tuple[str, ...], step: str) -> str:
    """SQL from the records to `located`, each in its lowest area that is held and in its `bit`, and the areas `all_above`."""
    base = base_of(question)
    kept = (
        base.one,
        *(question.flags if question.scope else breakdown),
        *(("weight",) if base.spread else ()),
    )
    return f"""
    held_areas as (select area_id, depth from laid.area_numbers where {_held_areas(question, breakdown, step)}),
    all_above as (select part_id, area_id from laid.additions join held_areas using (area_id) where part_id > 0),
    lowest as ( -- an area that is not held is counted in the lowest that is held above it
        select part_id, arg_max(area_id, depth) as area_id
        from all_above join held_areas using (area_id) group by part_id
    ),
    timed as ({_timed(asked, base, step)}),
    located as (
        select lowest.area_id, bit, {", ".join(kept)} from timed join lowest on lowest.part_id = timed.{role}
    )"""


def _parted_stages(question: Question, breakdown: tuple[str, ...]) -> str:
    """SQL from `located` to `parted`: parts that can be added up, by area and step, who, what is carried, how often."""
    base = base_of(question)
    crosses = f"{base.one} in (from several)"
    return f"""
    reduced as materialized (
        select area_id, bit, {carried(question, breakdown, "located")}, {events_of(base)} from located group by all
    ),
    several as (select {base.one} from reduced group by all having min(area_id) < max(area_id)),
    crossing as materialized (from reduced where {crosses}), -- before each is looked for in every area above
    parted as materialized (
        from reduced where not ({crosses})
        union all by name
        select
            -above.area_id as area_id, crossing.bit, {carried(question, breakdown, "crossing")},
            sum({base.events}) as {base.events}
        from crossing join all_above as above on above.part_id = crossing.area_id
        group by all
    )"""


def _timed(asked: str, base: Question, step: str) -> str:
    """SQL that gives a record the `bit` of each quarter or month that it lies in."""
    if base.when == "day":
        return f"select {step} as bit, * from {asked} where {step} in (select bit from held_steps)"
    return f"""
        select bit, asked.* from (select *, {_steps_of_stay(base, step)} as step from {asked}) as asked
        join (select distinct step, bit from held_steps) as steps using (step)"""


def _steps_of_stay(base: Question, step: str) -> str:
    """The quarters or months that a stay touches, or at whose end it was open."""
    first, last = (
        f"date_trunc('{step}', {day})"
        for day in (
            "greatest(since, (select min(step) from held_steps))",
            "least(coalesce(until, date '9999-12-31'), (select max(step) + interval 1 year from held_steps))",
        )
    )
    one = "interval 1 month" if step == "month" else "interval 3 months"
    return f"cast(unnest(generate_series({first}, {last}{f' - {one}' if base.when == 'at_end' else ''}, {one})) as date)"


def _placed_stages(question: Question, breakdown: tuple[str, ...]) -> str:
    """SQL from `located` to `parts`, where each person has to be looked at in each span."""
    events = base_of(question).events
    return f"""
    {_parted_stages(question, breakdown)},
    placed as (
        select area_id as area, span_id as period, {carried(question, breakdown, "parted")}, sum({events}) as {events}
        from parted join held_steps using (bit)
        group by all
    ), {counting_stages(question, breakdown)}"""


def _month_stages(question: Question, breakdown: tuple[str, ...]) -> str:
    """SQL from `located` to `parts`, where a span is one step: everybody has one row in it already."""
    return f"""
    {_parted_stages(question, breakdown)},
    placed as (
        select area_id as area, span_id as period, parted.* exclude (area_id, bit)
        from parted join held_steps using (bit)
    ), {counting_stages(question, breakdown)}"""


def _held_steps(question: Question, step: str) -> str:
    """The spans that are held for this question, each with the steps that a record may lie in."""
    limits = [f"is_month = {step == 'month'}"]
    if question.periods == "years":
        limits.append("is_year")
    if base_of(question).when == "at_end":
        limits.append("is_last")
    return " and ".join(limits)


def _held_areas(question: Question, breakdown: tuple[str, ...], step: str) -> str:
    """The areas that are held for this question and breakdown."""
    levels = LEVELS[: LEVELS.index(question.smallest_level) + 1]
    limits = [f"area_numbers.level in ({', '.join(repr(level) for level in levels)})"]
    if len(breakdown) > 1:
        limits.append("area_numbers.is_root")
    if step == "month":
        limits.append("area_numbers.level in (select level from laid.levels_with_months)")
    return " and ".join(limits)
