"""Build the protected cube: the shown value of every cell of the lattice, and nothing else."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path

import duckdb
import pandas as pd

from answers.withheld import rows_to_hold
from data.reading import literal
from disclosure import Names, read_rules, show, withhold_without
from queries.lattice import count_lattice, lay_lattice
from queries.question import Question, read_questions

COPIED = (
    *("about", "areas", "outlines", "neighbours", "periods", "answered", "answers_given"),
    *(
        "extracts",
        "recording_changes",
        "services",
        "tool_levels",
        "arrangements",
        "population",
        "school_days",
    ),
)

Progress = Callable[[str], None]
AHEAD = 3  # questions counted, or being counted, and not yet written: what memory has to hold


def build_cube(exact: Path, cube: Path, progress: Progress) -> None:
    """Write `cube` from the warehouse `exact`; `progress` is told the name of each question begun."""
    with duckdb.connect() as warehouse, duckdb.connect(str(cube)) as target:
        warehouse.execute("set memory_limit = '2GB'; set threads = 2")
        warehouse.execute(f"set temp_directory = {literal(exact.with_name('spill'))}")
        warehouse.execute(f"attach {literal(exact)} as warehouse (read_only); use warehouse")
        lay_lattice(warehouse, read_rules().lattice.levels_with_months)
        sent = set(warehouse.execute("select value from about where key = 'tables'").fetchall()[0][0].split())
        for name in COPIED:
            _write(target, name, warehouse.sql(f"select * from {name}").to_arrow_table())
        target.execute("create schema cells")
        target.register("area_tree", warehouse.sql("select area, ancestor from area_tree").to_arrow_table())
        asked = sorted(read_questions().values(), key=lambda one: bool(one.whole))
        _write_all(warehouse, target, [one for one in asked if set(one.tables) <= sent], progress)
        target.execute("checkpoint")


def _write_all(
    warehouse: duckdb.DuckDBPyConnection,
    target: duckdb.DuckDBPyConnection,
    questions: list[Question],
    progress: Progress,
) -> None:
    """Two questions are counted at a time, as each leaves a core idle now and then, while another is written."""
    with ThreadPoolExecutor(2) as counting:
        ahead = deque(counting.submit(_cells, warehouse, one) for one in questions[:AHEAD])
        for place, question in enumerate(questions, start=AHEAD):
            progress(question.name)
            cells = ahead.popleft().result()
            ahead.extend(counting.submit(_cells, warehouse, one) for one in questions[place : place + 1])
            _write_cells(target, question, cells)


def _cells(warehouse: duckdb.DuckDBPyConnection, question: Question) -> pd.DataFrame:
    """Every cell of a question as it is shown."""
    with warehouse.cursor() as cursor:
        cursor.execute("use warehouse")
        shown = [
            _shown(question, *choice, _counted(cursor, question, *choice))
            for choice in product(question.areas, question.counted)
        ]
    return pd.concat(shown, ignore_index=True)


def _write_cells(target: duckdb.DuckDBPyConnection, question: Question, cells: pd.DataFrame) -> None:
    dimensions = question.held_dimensions
    for name in (*dimensions, *question.counts):
        cells[name] = cells.get(name)
    columns = ["role", "breakdown", "area", "period", *dimensions, *question.counts]
    held = f"{rows_to_hold(question)} order by role, breakdown, area, period"
    _write(target, f"cells.{question.name}", cells[columns], held)


def _counted(
    warehouse: duckdb.DuckDBPyConnection, question: Question, role: str, breakdown: tuple[str, ...]
) -> dict[str, pd.DataFrame]:
    """True counts of a question, and of those whose people decide whether it is shown."""
    asked = (question.name, *question.behind)
    return {name: count_lattice(warehouse, read_questions()[name], role, breakdown) for name in asked}


def _shown(
    question: Question, role: str, breakdown: tuple[str, ...], counted: dict[str, pd.DataFrame]
) -> pd.DataFrame:
    shown, *behind = (
        _shown_cells(read_questions()[name], breakdown, cells) for name, cells in counted.items()
    )
    for name, cells in zip(question.behind, behind, strict=True):
        people = read_questions()[name].people
        kept = cells[["area", "period", *breakdown, people]]
        shown = withhold_without(shown, question.counts, kept, people)
    return shown.assign(role=role, breakdown=" ".join(breakdown))


def _shown_cells(question: Question, breakdown: tuple[str, ...], cells: pd.DataFrame) -> pd.DataFrame:
    names = Names(question.people, question.key, question.events)
    shown = show(cells, question.spread, names=names)
    kept = [name for name in ("area", "period", *breakdown, *question.counts) if name in shown]
    return shown[kept]


def _write(
    target: duckdb.DuckDBPyConnection, name: str, rows: object, held: str = "select * from rows"
) -> None:
    target.register("given", rows)
    # Read often, and a data frame is read slowly.
    target.execute("create temp table rows as select * from given")
    target.execute(f"create table {name} as {held}")
    target.execute("drop table rows")
    target.unregister("given")
