"""Gender and age of children together, what is not known of either in rows of its own."""

from __future__ import annotations

from answers.breakdown import counts_of
from answers.finding import Finding
from answers.view import View, emptied, finding_of
from answers.who import Who
from answers.words import in_sentence, label, percent, plural
from disclosure import percentage, side_by_side

SIDES = {"female": "female", "male": "male"}
GENDERS = {"female": "Girls and young women", "male": "Boys and young men"}


def ages_of(view: View, who: Who, title: str, sentence: str) -> Finding:
    """Girls and boys by age; of all areas together where pairs are held for them only."""
    view = view.for_question(who.question).for_pairs()
    cells = view.cells(who.question, ("gender", "age_group"))
    table = side_by_side(cells, "gender", SIDES, "children")
    whole = view.total(who.question, "children")
    finding = finding_of(
        view,
        f"{who.key}_ages",
        who.question,
        table,
        title=title,
        subtitle=f"{who.words}, {view.place}, {view.scope.period.label_long}. {_not_known(view, who, whole)}.",
        sentence=sentence,
        columns={"age_group": f"Age {who.aged}", **GENDERS},
    )
    return emptied(finding, "female", whole)


def _not_known(view: View, who: Who, whole: float | None) -> str:
    """'75 children; gender unknown 8%, other for none; age not recorded 5%'."""
    if whole is None:
        return "Children withheld"
    said = []
    for dimension, codes in (
        ("gender", ("other", "unknown", "not_recorded")),
        ("age_group", ("not_recorded",)),
    ):
        counts = counts_of(view.cells(who.question, (dimension,)), dimension, "children")
        for code in codes:
            share = percentage(counts[code], whole, view.source.mode)
            if counts[code] != 0:
                name = in_sentence(
                    f"{label('', dimension.removesuffix('_group'))} {in_sentence(label(dimension, code))}"
                )
                said.append(f"{name} {'for few' if share is None else percent(share)}")
    return "; ".join([plural(whole, "child", "children"), *said])
