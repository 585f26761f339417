"""C5: indicators noted of children, and those noted of the same children."""

from __future__ import annotations

from answers.breakdown import Breakdown, leading_words, tell
from answers.finding import Finding
from answers.view import View, emptied, finding_of
from answers.words import in_sentence, label
from data.problem import Problem
from disclosure import ProtectedTable, with_label

MOST, PAIR = 12, "+"


def domain(view: View) -> Finding:
    """Children of whom an indicator of each domain was noted."""
    words = leading_words("domain", "Indicators noted", "children")
    told = Breakdown(
        "indicator_domains", "indicators", "domain", "Children by the domain of an indicator", words
    )
    return tell(view, told.of("children"))


def indicator(view: View) -> Finding:
    """Children of whom each indicator was noted; a child can have several."""
    words = leading_words("indicator", "Indicators noted", "children")
    told = Breakdown("indicators", "indicators", "indicator", "Children by indicator", words)
    return tell(view, told.of("children"))


def together(view: View) -> Finding:
    """Pairs of indicators noted of the same child: those with most children shown; all others are in the table builder."""
    view = view.for_question("indicators_together").for_pairs()
    cells = view.cells("indicators_together", ("indicator", "other"))
    whole = view.total("indicators_together", "children")
    table = view.with_shares(_pairs(cells), "children", whole)
    if whole != 0 and not len(table):
        raise Problem(
            what="Which indicators were noted of the same children is withheld",
            todo="Choose a longer period or a larger area.",
        )
    pairs = {pair: _pair_words(pair) for pair in table.labels("pair")}
    finding = finding_of(
        view,
        "indicators_together",
        "indicators_together",
        table,
        title="Indicators noted of the same children",
        subtitle=f"Children of whom both were noted within a year, {view.place}, {view.scope.period.label_long}. "
        f"The {len(table)} pairs shown with most children.",
        sentence="Indicators noted together say nothing of cause.",
        columns={
            "pair": "Two indicators",
            "children": "Children",
            "share": "Share of children with two or more",
        },
        labels={"pair": pairs},
        extra={"accent": None, "number": "children", "dimension": "pair"},
    )
    return emptied(finding, "children", whole)


def _pairs(cells: ProtectedTable) -> ProtectedTable:
    """The pairs with most children shown, each once, in the order in which indicators are declared."""
    names = [PAIR.join(codes) for codes in zip(cells.labels("indicator"), cells.labels("other"), strict=True)]
    counts = dict(zip(names, cells.values("children"), strict=True))
    once = [name for name in names if counts[name] and name == PAIR.join(sorted(name.split(PAIR)))]
    kept = sorted(once, key=lambda name: -(counts[name] or 0))[:MOST]
    table = with_label(cells, "pair", names, "indicator")
    return table.without("pair", [name for name in names if name not in kept])


def _pair_words(pair: str) -> str:
    first, second = (label("indicator", code) for code in pair.split(PAIR))
    return f"{first} and {in_sentence(second)}"
