"""Counting, done once: every figure of the product is counted by these few lines of SQL.

A question file selects records. Here they are placed in areas and periods, reduced to one row for each person
in a cell (a child, or whomever the question counts), and counted. In exact mode the areas and periods are the
reader's; for the protected cube they are the whole lattice. Names that are formatted into SQL come from question
files; a reader's choices are bound.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import duckdb
import pandas as pd

from queries.question import Question, read_questions

EVERYWHERE = "all"
NOWHERE_KNOWN = "unknown"


@dataclass(frozen=True)
class Period:
    """A half-open span of days: `since` is in it, `until` is not."""

    name: str
    kind: str
    since: date
    until: date


def count(
    con: duckdb.DuckDBPyConnection,
    question: Question,
    role: str,
    areas: Sequence[str],
    periods: Sequence[Period],
    breakdown: tuple[str, ...] = (),
) -> pd.DataFrame:
    """True counts of one question for some areas and periods, counted on the exact warehouse.

    One row for each cell that holds anyone: `area`, `period`, the dimensions of `breakdown`, then the question's
    people (`children`) and their key (`child_key`, the sum of their record keys); where the question counts them, its
    events (`episodes`) with the part of the `largest` and `two_largest` people, and the `top_tenth` share: null below
    ten people, who have no tenth.
    """
    stages = f"{scope_stages(question, role, breakdown)}, {counting_stages(question, breakdown)}"
    return con.execute(f"with {stages} {cells_of(question, breakdown)}", scope_of(con, areas, periods)).df()


def scope_of(
    con: duckdb.DuckDBPyConnection, areas: Sequence[str], periods: Sequence[Period]
) -> dict[str, object]:
    """A reader's choices, to be bound."""
    return {
        "areas": list(areas),
        "names": [period.name for period in periods],
        "since": [period.since for period in periods],
        "until": [period.until for period in periods],
        "within": _within(con, areas),
        "first": min(period.since for period in periods),
        "last": max(period.until for period in periods),
    }


def base_of(question: Question) -> Question:
    """The question whose records are placed: for a scoped question, the one that it counts first."""
    return read_questions()[question.scope] if question.scope else question


def carried(question: Question, breakdown: tuple[str, ...], records: str) -> str:
    """What a placed record keeps of `records` beside how often: who, and the dimensions, or a scoped question's flags."""
    flags = [f"bool_or({records}.{flag}) as {flag}" for flag in question.flags]
    kept = flags if question.scope else [f"{records}.{name}" for name in breakdown]
    return ", ".join([f"{records}.{base_of(question).one}", *kept])


def events_of(question: Question) -> str:
    """How many episodes, or other events, a group of records stands for."""
    return ("sum(weight)" if question.spread else "count(*)") + f" as {question.events}"


def _at_some_time(question: Question) -> str:
    """What is true of every record of any of the periods asked for."""
    if question.when == "day":
        return "asked.day >= $first and asked.day < $last"
    return "asked.since < $last and coalesce(asked.until, date '9999-12-31') >= $first"


def within(question: Question) -> str:
    """How a record is placed in a span that runs from `since` to `until`."""
    return {
        "day": "asked.day >= spans.since and asked.day < spans.until",
        "stay": "asked.since < spans.until and coalesce(asked.until, date '9999-12-31') >= spans.since",
        "at_end": "asked.since < spans.until and coalesce(asked.until, date '9999-12-31') >= spans.until",
    }[question.when]


def _within(con: duckdb.DuckDBPyConnection, areas: Sequence[str]) -> list[str]:
    """Every area that lies in one of `areas`, itself among them."""
    found = con.execute(
        "select distinct area from area_tree where list_contains($areas, ancestor)", {"areas": list(areas)}
    )
    return [area for (area,) in found.fetchall()]


def scope_stages(question: Question, role: str, breakdown: tuple[str, ...]) -> str:
    """The records that can count, filtered first: DuckDB takes such filters down to its scan, and joins not."""
    base = base_of(question)
    return f"""
    asked as (
        select * from ({base.sql}) as asked
        where list_contains($within, coalesce(asked.{role}, '{NOWHERE_KNOWN}')) and {_at_some_time(base)}
    ),
    spans as (select unnest($names) as period, unnest($since) as since, unnest($until) as until),
    placed as (
        select area_tree.ancestor as area, spans.period, {carried(question, breakdown, "asked")}, {events_of(base)}
        from asked
        join area_tree on area_tree.area = coalesce(asked.{role}, '{NOWHERE_KNOWN}')
        join spans on {within(base)}
        where list_contains($areas, area_tree.ancestor)
        group by all
    )"""


def counting_stages(question: Question, breakdown: tuple[str, ...]) -> str:
    """SQL from `placed` (area, period, who, what is carried, how often) to `parts`, which `cells_of` adds up.

    `placed` has one row for each person of an area and period (and of what is carried).
    """
    dimensions = "".join(f"{name}, " for name in breakdown)
    scoped = f"scoped as (select * from placed), scoped_question as ({question.sql}),"
    one, events = question.one, base_of(question).events
    source = "scoped_question" if question.scope else "placed"
    return f"""
    {scoped if question.scope else ""}
    parts as (
        select
            area, period, {dimensions}
            count(*) as people, sum(keys.record_key) as key
            {f", sum({events}) as events, max({events}, 2) as most" if question.counts_events else ""}
        from {source}
        join (select {one}, record_key from {question.people}) as keys using ({one})
        group by all
        {_times_parts(events, source) if has_tenth(question, breakdown) else ""}
    )"""


def cells_of(question: Question, breakdown: tuple[str, ...], parts: str = "parts") -> str:
    """SQL from the `parts` of each cell, of different people, to one row for each cell."""
    dimensions = "".join(f"{name}, " for name in breakdown)
    tenth = has_tenth(question, breakdown)
    return f"""
    select
        area, period, {dimensions}
        cast(sum(people) as bigint) as {question.people},
        cast(sum(key) % 4294967296 as ubigint) as {question.key}
        {_events_columns(question) if question.counts_events else ""}
        {_tenth_columns() if tenth else ""}
    from {parts}
    {f"left join ({_tenths_of(parts)}) as tenths using (area, period)" if tenth else ""}
    group by all"""


def has_tenth(question: Question, breakdown: tuple[str, ...]) -> bool:
    """Whether the share of the tenth with most is asked for, which no cell of a breakdown has."""
    return "top_tenth" in question.counts and not breakdown


def _times_parts(events: str, source: str) -> str:
    """How many people have so many events: these add up, and the tenth with most is drawn from them."""
    return f"""
        union all by name
        select area, period, {events} as times, count(*) as people_of_times from {source} group by all"""


def _tenths_of(parts: str) -> str:
    """SQL from `parts` to how many people the tenth with most is, of each area and period, and how many events are theirs."""
    return f"""
    select
        area, period, max(tenth) as tenth,
        sum(least(people_of_times, tenth - before) * times) filter (tenth > before) as of_tenth
    from (
        select
            area, period, times, sum(people_of_times) as people_of_times,
            sum(sum(people_of_times)) over (partition by area, period) // 10 as tenth,
            sum(sum(people_of_times)) over (partition by area, period order by times desc) - sum(people_of_times) as before
        from {parts}
        where times is not null
        group by area, period, times
    )
    group by area, period"""


def _events_columns(question: Question) -> str:
    return f""",
        cast(sum(events) as double) as {question.events},
        cast(max(most[1]) as double) as largest,
        cast(list_sum(list_reverse_sort(flatten(list(most) filter (most is not null)))[:2]) as double) as two_largest"""


def _tenth_columns() -> str:
    return """,
        cast(max(tenth) as bigint) as top_tenth_children,
        cast(100.0 * max(of_tenth) / sum(events) as double) as top_tenth"""
