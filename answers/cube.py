"""Build the protected cube: the shown value of every cell of the lattice, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb
import pandas as pd

from disclosure import Names, read_rules, show, withhold_without
from queries.lattice import count_lattice, lay_lattice
from queries.question import Question, read_questions

COPIED = ("about", "areas", "periods", "answered", "extracts", "recording_changes")

Progress = Callable[[str], None]


def build_cube(exact: Path, cube: Path, progress: Progress) -> None:
    """Write `cube` from the warehouse `exact`; `progress` is told the name of each question begun."""
    with duckdb.connect(str(exact), read_only=True) as warehouse, duckdb.connect(str(cube)) as target:
        warehouse.execute("set memory_limit = '2GB'; set threads = 2")
        lay_lattice(warehouse, read_rules().lattice.levels_with_months)
        sent = set(warehouse.execute("select value from about where key = 'tables'").fetchall()[0][0].split())
        for name in COPIED:
            _write(target, name, warehouse.sql(f"select * from {name}").to_arrow_table())
        target.execute("create schema cells")
        for question in sorted(read_questions().values(), key=lambda one: bool(one.whole)):
            progress(question.name)
            if set(question.tables) <= sent:
                _write_cells(warehouse, target, question)
        target.execute("checkpoint")


def _write_cells(
    warehouse: duckdb.DuckDBPyConnection, target: duckdb.DuckDBPyConnection, question: Question
) -> None:
    frames = [
        _shown(warehouse, question, role, breakdown)
        for role in question.areas
        for breakdown in question.counted
    ]
    cells = pd.concat(frames, ignore_index=True)
    dimensions = question.held_dimensions
    for name in (*dimensions, *question.counts):
        cells[name] = cells.get(name)
    columns = ["role", "breakdown", "area", "period", *dimensions, *question.counts]
    which = f"where {_whole_is_shown(question)} order by role, breakdown, area, period"
    _write(target, f"cells.{question.name}", cells[columns], which)


def _whole_is_shown(question: Question) -> str:
    """Leaves out every part of a withheld whole, so that the file does not say which of its parts are empty.

    Which parts hold anyone gives a least number for the whole, and added up over parts and areas it pins them.
    """
    wholes = f"cells.{question.whole}" if question.whole else "rows"
    small = f"select role, area, period from {wholes} where breakdown = '' and {question.people} is null"
    limits = [
        f"(breakdown = '' or not exists (from ({small}) as whole where {_same('role', 'area', 'period')}))"
    ]
    for name in sorted({name for by in question.held if len(by) > 1 for name in by}):
        small = f"select role, area, period, {name} from rows where breakdown = '{name}' and {question.people} is null"
        limits.append(
            f"(not contains(breakdown, ' ') or not exists (from ({small}) as whole"
            f" where {_same('role', 'area', 'period', name)}))"
        )
    return " and ".join(limits)


def _same(*names: str) -> str:
    return " and ".join(f"whole.{name} = cell.{name}" for name in names)


def _shown(
    warehouse: duckdb.DuckDBPyConnection, question: Question, role: str, breakdown: tuple[str, ...]
) -> pd.DataFrame:
    shown = _shown_cells(warehouse, question, role, breakdown)
    for name in question.behind:
        behind = read_questions()[name]
        people = _shown_cells(warehouse, behind, role, breakdown)[
            ["area", "period", *breakdown, behind.people]
        ]
        shown = withhold_without(shown, question.counts, people, behind.people)
    return shown.assign(role=role, breakdown=" ".join(breakdown))


def _shown_cells(
    warehouse: duckdb.DuckDBPyConnection, question: Question, role: str, breakdown: tuple[str, ...]
) -> pd.DataFrame:
    names = Names(question.people, question.key, question.events)
    shown = show(count_lattice(warehouse, question, role, breakdown), question.spread, names=names)
    kept = [name for name in ("area", "period", *breakdown, *question.counts) if name in shown]
    return shown[kept]


def _write(target: duckdb.DuckDBPyConnection, name: str, rows: object, which: str = "") -> None:
    target.register("rows", rows)
    target.execute(f"create table {name} as select * from rows as cell {which}")
    target.unregister("rows")
