"""Which of the children a reader may look at alone, and what can then be told of them."""

from __future__ import annotations

from collections.abc import Callable

from answers.children import profile
from answers.finding import Finding
from answers.question import question_named, takes_pairs
from answers.view import Part, View
from answers.words import in_sentence, label

DIMENSIONS = ("gender", "harm", "model", "identified_by", "learning_disability", "age_group")
UNTOLD = ("not_applicable", "not_listed")
# What is told of them, each by what it is broken down by.
TELLS: dict[Callable[[View], Finding], str] = {
    profile.harm: "harm",
    profile.model: "model",
    profile.gender: "gender",
    profile.age: "age_group",
    profile.identified_by: "identified_by",
    profile.learning_disability: "learning_disability",
    profile.ethnic_group: "ethnic_group",
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


def told_of(view: View) -> list[Callable[[View], Finding]]:
    """What can be told of the part chosen: all of it where the view is of all children."""
    if view.part is None:
        return list(TELLS)
    question = question_named("victims")
    allowed = question.breakdowns if view.source.mode == "exact" else question.held
    pairs = [set(names) for names in allowed if len(names) == 2]
    return [build for build, by in TELLS.items() if {view.part[0], by} in pairs]
