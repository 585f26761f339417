"""Which of the children a reader may look at alone, and what can then be told of them."""

from __future__ import annotations

from collections.abc import Callable

from answers.finding import Finding
from answers.question import question_named, takes_pairs
from answers.view import View
from answers.words import in_sentence, label

Part = tuple[str, str]
DIMENSIONS = ("gender", "harm", "model", "identified_by", "learning_disability", "age_group")
UNTOLD = ("not_applicable", "not_listed")
# What each finding of the page is broken down by.
TELLS = {
    "harm": "harm",
    "model": "model",
    "gender": "gender",
    "age": "age_group",
    "learning_disability": "learning_disability",
    "ethnic_group": "ethnic_group",
}


def parts_of(view: View) -> dict[Part | None, str]:
    """The parts by their printed words, all of the children first; only these where two breakdowns are not held."""
    found: dict[Part | None, str] = {None: "All children identified"}
    if not takes_pairs(view.source, view.scope.area):
        return found
    dimensions = question_named("victims").dimensions
    for name in DIMENSIONS:
        about = label("", name.removesuffix("_group"))
        found |= {
            (name, code): f"{about}: {in_sentence(label(name, code))}"
            for code in dimensions[name].values
            if code not in UNTOLD
        }
    return found


def can_tell(view: View, build: Callable[[View], Finding]) -> bool:
    """Whether a finding can be told of the part chosen."""
    if view.part is None:
        return True
    question = question_named("victims")
    by = {view.part[0], TELLS[build.__name__]}
    allowed = question.breakdowns if view.source.mode == "exact" else question.held
    return len(by) == 2 and any(by == set(names) for names in allowed)
