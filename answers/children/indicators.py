"""C5: indicators noted of children, and those noted of the same children."""

from __future__ import annotations

from answers.ages import GENDERS, SIDES
from answers.breakdown import Breakdown, counts_of, leading_words, tell
from answers.finding import Finding
from answers.offenders.sides import with_share_of, without_nobody
from answers.view import View, emptied, finding_of
from answers.words import fewer, in_sentence, label, said_of_shares
from data.problem import Problem
from disclosure import ProtectedTable, percentage, side_by_side, with_label

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


def by_gender(view: View) -> Finding:
    """Boys' and young men's indicators beside girls': they differ, and are overlooked for it."""
    view = view.for_question("indicators").for_pairs()
    table = side_by_side(view.cells("indicators", ("indicator", "gender")), "gender", SIDES, "children")
    table = without_nobody(table, "indicator", SIDES.values())
    wholes = counts_of(view.cells("indicators", ("gender",)), "gender", "children")
    for code, name in SIDES.items():
        table = with_share_of(view, table, name, wholes[code])
    finding = finding_of(
        view,
        "indicators_by_gender",
        "indicators",
        table,
        title="Indicators noted of girls and of boys",
        subtitle=f"Children by indicator, {view.place}, {view.scope.period.label_long}. {_not_in_either(view, wholes)}.",
        sentence="Boys and young men can show other signs than girls, and are overlooked for it.",
        columns={
            "indicator": "Indicator",
            **GENDERS,
            **{f"share_of_{name}": f"Share of {in_sentence(words)}" for name, words in GENDERS.items()},
        },
        extra={"dimension": "indicator", "number": "female"},
    )
    return emptied(finding, "female", view.total("indicators", "children"))


def _not_in_either(view: View, wholes: dict[str, float | None]) -> str:
    """'Girls: 120, boys: 60; gender unknown 5%': who stands in neither column."""
    whole = view.total("indicators", "children")
    shares = {
        in_sentence(label("gender", code)): percentage(count, whole, view.source.mode)
        for code, count in wholes.items()
        if code not in SIDES and count != 0
    }
    girls, boys = (fewer(wholes[code]) for code in SIDES)
    return f"Girls: {girls}, boys: {boys}" + (f"; gender {said_of_shares(shares)}" if shares else "")


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
