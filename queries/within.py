"""Whom a question counts, and which codes they have together: what exact mode alone may ask of the same scope."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from queries.engine import Period, scope_of, scope_stages
from queries.question import Question


def who(
    con: duckdb.DuckDBPyConnection,
    question: Question,
    role: str,
    areas: Sequence[str],
    periods: Sequence[Period],
) -> list[int]:
    """The numbers of those whom `count` counts in any of the areas and periods, in order."""
    stages, scope = scope_stages(question, role, ()), scope_of(con, areas, periods)
    found = con.execute(f"with {stages} select distinct {question.one} from placed order by all", scope)
    return [one for (one,) in found.fetchall()]


def count_sets(
    con: duckdb.DuckDBPyConnection,
    question: Question,
    role: str,
    areas: Sequence[str],
    periods: Sequence[Period],
    dimension: str,
) -> list[tuple[list[str], int]]:
    """Each set of codes that all records of a person make together, and how many have just that."""
    stages = scope_stages(question, role, (dimension,))
    sets = f"select {question.one}, list_sort(list(distinct {dimension})) as codes from placed group by all"
    counted = f"with {stages} select codes, count(*) from ({sets}) group by all order by count(*) desc, codes"
    return con.execute(counted, scope_of(con, areas, periods)).fetchall()
