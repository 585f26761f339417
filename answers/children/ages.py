"""V1: gender and age of the children together, what is not known of either in rows of its own."""

from __future__ import annotations

from answers.breakdown import counts_of
from answers.finding import Finding
from answers.view import View, emptied, finding_of
from answers.words import in_sentence, label, percent, plural
from disclosure import percentage, side_by_side

SIDES = {"female": "female", "male": "male"}
GENDERS = {"female": "Girls and young women", "male": "Boys and young men"}


def ages(view: View) -> Finding:
    """Girls and boys by age when first known."""
    view = view.for_question("victims").for_pairs()
    table = side_by_side(view.cells("victims", ("gender", "age_group")), "gender", SIDES, "children")
    whole = view.total("victims", "children")
    finding = finding_of(
        view,
        "ages",
        "victims",
        table,
        title="Ages of girls and of boys when first known",
        subtitle=f"Children identified, {view.place}, {view.scope.period.label_long}. {_not_known(view, whole)}.",
        sentence="A child is often known to an agency long before the exploitation is.",
        columns={"age_group": "Age when first known", **GENDERS},
    )
    return emptied(finding, "female", whole)


def _not_known(view: View, whole: float | None) -> str:
    """'75 children; gender unknown 8%, other for none; age not recorded 5%'."""
    if whole is None:
        return "Children withheld"
    said = []
    for dimension, codes in (
        ("gender", ("other", "unknown", "not_recorded")),
        ("age_group", ("not_recorded",)),
    ):
        counts = counts_of(view.cells("victims", (dimension,)), dimension, "children")
        for code in codes:
            share = percentage(counts[code], whole, view.source.mode)
            if counts[code] != 0:
                name = in_sentence(
                    f"{label('', dimension.removesuffix('_group'))} {in_sentence(label(dimension, code))}"
                )
                said.append(f"{name} {'for few' if share is None else percent(share)}")
    return "; ".join([plural(whole, "child", "children"), *said])
