"""C5: which domains of indicators were noted together of a child, each child in one combination; exact mode alone."""

from __future__ import annotations

from typing import Any

from answers.breakdown import TOO_FEW, largest
from answers.finding import Finding
from answers.question import NeedsTable, codes_of, question_named
from answers.view import View, emptied, finding_of
from answers.words import in_sentence, label, listed, plural
from data.problem import Problem
from disclosure import ProtectedTable, table_of
from queries.within import count_sets

QUESTION, DIMENSION = "indicators", "domain"
MOST, JOIN = 15, "+"


def combined(view: View) -> Finding:
    """The combinations of domains with most children, from one domain to all of them."""
    question = question_named(QUESTION)
    if view.source.mode != "exact":
        raise Problem(
            what="Combinations of three indicators or more are held in exact mode only",
            todo="Pairs of indicators are held: they stand beside this.",
        )
    if question.tables[0] not in view.source.tables:
        raise NeedsTable(question.tables[0])
    view = view.for_question(QUESTION)
    sets = _sets(view)
    whole = view.total(QUESTION, "children")
    table = view.with_shares(_table(sets[:MOST]), "children", whole)
    sizes = view.cells(QUESTION, (DIMENSION,))
    words = {code: label(DIMENSION, code) for code in sizes.labels(DIMENSION)}
    finding = finding_of(
        view,
        "indicators_combined",
        QUESTION,
        table,
        title="Domains of indicators noted of the same child",
        subtitle=f"Each child in one row, {view.place}, {view.scope.period.label_long}. "
        f"{plural(whole, 'child', 'children')}; {_shown(len(sets))}.",
        sentence=_sentence(view, table),
        columns={"combination": "Domains noted", "children": "Children", "share": "Share of children"},
        labels={"combination": {code: _said(code, words) for code in table.labels("combination")}},
        extra={"number": "children", "sizes": sizes, "domains": words},
    )
    return emptied(finding, "children", whole)


def _sets(view: View) -> list[tuple[str, int]]:
    """Each combination with its children, its domains in the order in which they are declared."""
    scope, question = view.scope, question_named(QUESTION)
    order = codes_of(view.source, question, DIMENSION)
    with view.source.con.cursor() as cursor:
        found = count_sets(cursor, question, scope.role, [scope.area], [scope.period], DIMENSION)
    return [(JOIN.join(code for code in order if code in codes), children) for codes, children in found]


def _table(sets: list[tuple[str, int]]) -> ProtectedTable:
    columns: dict[str, list[Any]] = {
        "combination": [codes for codes, _ in sets],
        "children": [children for _, children in sets],
    }
    return table_of(columns, ("combination",), ("children",), "exact")


def _shown(count: int) -> str:
    return f"the {MOST} of {count} combinations with most children" if count > MOST else "every combination"


def _said(code: str, words: dict[str, str]) -> str:
    """'Behaviour, health and places'."""
    first, *rest = (words[one] for one in code.split(JOIN))
    return listed([first, *map(in_sentence, rest)])


def _sentence(view: View, table: ProtectedTable) -> str:
    """The combination with most children, where there is one."""
    counts = dict(zip(table.labels("combination"), table.values("children"), strict=True))
    first = largest(dict(counts), view.source.mode)
    if first is None:
        return TOO_FEW
    domains = [in_sentence(label(DIMENSION, one)) for one in first.split(JOIN)]
    alone = f"{listed(domains)}{' alone' if len(domains) == 1 else ''}"
    return f"Most often: {alone}, of {plural(counts[first], 'child', 'children')}. Noted together says nothing of cause."
