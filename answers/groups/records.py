"""What exact mode alone holds of groups: which of them are in a view, and true numbers of each as a table."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

from answers.finding import Finding
from answers.question import NeedsTable, question_named
from answers.view import View, finding_of
from data.problem import Problem
from disclosure import ProtectedTable, table_of
from queries.within import who


def in_exact_mode(view: View) -> View:
    """The view by a role that groups have; Problem where the mode holds no groups, or none were sent."""
    if view.source.mode != "exact":
        raise Problem(
            what="What describes one group is held in exact mode only",
            todo="Of so few groups, it could tell of one.",
        )
    for needed in question_named("groups").tables:
        if needed not in view.source.tables:
            raise NeedsTable(needed)
    return view.for_question("groups")


def groups_in(view: View) -> list[int]:
    """The numbers of the groups that the view counts."""
    scope = view.scope
    with view.source.con.cursor() as cursor:
        return who(cursor, question_named("groups"), scope.role, [scope.area], [scope.period])


def short(group: int) -> str:
    """'G7'."""
    return f"G{group}"


def true_table(frame: pd.DataFrame, dimensions: tuple[str, ...], numbers: tuple[str, ...]) -> ProtectedTable:
    """True numbers, for exact mode."""
    columns: dict[str, list[Any]] = {name: frame[name].tolist() for name in dimensions}
    columns |= {name: frame[name].astype(float).tolist() for name in numbers}
    return table_of(columns, dimensions, numbers, "exact")


def told(view: View, key: str, table: ProtectedTable, definition: str, caveat: str, **words: Any) -> Finding:
    """A finding on groups whose codes are their own labels."""
    labels = {name: {code: code for code in table.labels(name)} for name in table.dimensions}
    finding = finding_of(view, key, "groups", table, labels=labels, **words)
    return replace(finding, definition=definition, caveat=caveat)
