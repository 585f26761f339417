"""Every cell of the lattice holds what the same question counts for that area and period alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from answers.periods import period_named
from data import versions
from data.reading import literal
from queries.engine import count
from queries.lattice import LEVELS, count_lattice, lay_lattice
from queries.question import Question, read_questions

MONTHS_AT = ["country", "police_force"]


@pytest.fixture(scope="module")
def laid(demo_root: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The demo's warehouse with a lattice laid over it."""
    exact = demo_root / "versions" / str(versions.current(demo_root)) / "exact.duckdb"
    with duckdb.connect() as con:
        con.execute(f"attach {literal(exact)} as warehouse (read_only); use warehouse")
        lay_lattice(con, MONTHS_AT)
        yield con


def held(con: duckdb.DuckDBPyConnection, question: Question, pair: bool) -> pd.DataFrame:
    """The areas and periods that the lattice holds, one row for each of both."""
    areas = con.execute(
        "select area, level, parent is null as root from areas "
        "union all values ('all', 'all', true), ('unknown', 'all', true)"
    ).df()
    both = areas.merge(con.execute("select period, kind from periods").df(), how="cross")
    months = (both["kind"] != "month") | (
        both["level"].isin(["all", *MONTHS_AT]) & (question.periods == "months")
    )
    years = both["kind"].isin(["financial_year", "rolling_year"]) | (question.periods != "years")
    levels = both["level"].isin(LEVELS[: LEVELS.index(question.smallest_level) + 1])
    return both[months & years & levels & (both["root"] | (not pair))][["area", "period"]]


@pytest.mark.parametrize("name", read_questions())
def test_the_lattice_counts_as_one_scope_does(laid: duckdb.DuckDBPyConnection, name: str) -> None:
    question = read_questions()[name]
    for role in question.areas:
        for breakdown in question.counted:
            scope = held(laid, question, len(breakdown) > 1)
            periods = [period_named(period) for period in scope["period"].unique()]
            alone = count(laid, question, role, list(scope["area"].unique()), periods, breakdown)
            expected = alone.astype(dict.fromkeys(breakdown, "str")).merge(scope, on=["area", "period"])
            keys = ["area", "period", *breakdown]
            found = count_lattice(laid, question, role, breakdown).astype(dict.fromkeys(breakdown, "str"))
            pd.testing.assert_frame_equal(
                found.sort_values(keys, ignore_index=True)[expected.columns],
                expected.sort_values(keys, ignore_index=True),
                check_dtype=False,
            )
