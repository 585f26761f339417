"""What the map of places can show: each layer one question, counted by one role of the area, of all children or some."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from answers.periods import Period
from answers.question import question_named
from answers.view import Part, View
from answers.words import in_sentence, label
from disclosure import ProtectedTable

HAPPENED = "happened"
AWAY = ("kind", "away")
UNTOLD = ("not_applicable", "not_listed")


@dataclass(frozen=True)
class Layer:
    """One layer: its words on a button and in a title, the question, the role, and what happened there."""

    words: str
    title: str
    who: str
    question: str
    role: str
    happened: str = ""

    @property
    def part(self) -> Part | None:
        """The dimension and code of the question that the layer is of, where it is not of all."""
        return (HAPPENED, self.happened) if self.happened else None


MISSING, CASE = "Children who went missing", "Children in a case"
LAYERS = {
    "home": Layer("Home", "Where children who went missing live", MISSING, "missing", "home"),
    "missing_from": Layer(
        "Missing from", "Where children went missing from", MISSING, "missing", "missing_from"
    ),
    "host": Layer("Placed", "Where children who went missing were placed", MISSING, "missing", "host"),
    "found": Layer("Found", "Where missing children were found", MISSING, "missing", "found"),
    "recruitment": Layer(
        "Recruited or met",
        "Where children were recruited or met",
        CASE,
        "victims_by_place",
        "exploited",
        "recruitment",
    ),
    "exploitation": Layer(
        "Exploited",
        "Where children were exploited",
        CASE,
        "victims_by_place",
        "exploited",
        "exploitation",
    ),
    "moved_to": Layer(
        "Moved to", "Where children were moved to", CASE, "victims_by_place", "exploited", "moved_to"
    ),
    "any": Layer(
        "Any of these",
        "Where children were recruited, groomed, exploited or moved to",
        CASE,
        "victims_by_place",
        "exploited",
    ),
}
LEFT = "Children away from a placement without authorisation"
OF_AWAY = {
    "home": Layer("Home", "Where children who were away without authorisation live", LEFT, "away", "home"),
    "missing_from": Layer(
        "Missing from", "Where children were away without authorisation from", LEFT, "away", "missing_from"
    ),
    "host": Layer(
        "Placed", "Where children who were away without authorisation were placed", LEFT, "away", "host"
    ),
}
# Of whom a layer can be told alone: by question, the dimensions that say who.
WHOM: dict[str, dict[str, tuple[str, ...]]] = {
    "missing": {"missing_by_child": ("gender", "age_group"), "missing_by_place": ("place",)},
    "victims_by_place": {"victims_by_place": ("gender", "age_group", "place_group")},
}
WHOM_FOUND = {"missing_by_child": ("gender", "age_group"), "missing_found": ("found_place",)}
ABOUT = {"place": "Missing from", "found_place": "Found at", "place_group": "Place", "age_group": "Age"}


def named_layer(view: View) -> str:
    """The name of the layer of a view: that of its role, and of its part where children in a case are shown."""
    if view.scope.role == "exploited":
        return view.part[1] if view.part else "any"
    return view.scope.role if view.scope.role in LAYERS else "home"


def layer_of(view: View) -> Layer:
    """The layer of a view; that of absences without authorisation where the reader chose them."""
    name = named_layer(view)
    return OF_AWAY[name] if view.whom == AWAY else LAYERS[name]


def whom_of(view: View) -> dict[Part | None, str]:
    """Of whom the layer of a view can be told alone, by printed words; of all first.

    In protected mode one breakdown is held for an area: a layer of what happened is one already.
    """
    layer = LAYERS[named_layer(view)]
    found: dict[Part | None, str] = {None: "All children"}
    if layer.happened and view.source.mode == "protected":
        return found
    for question, dimensions in _whom(layer).items():
        asked = question_named(question)
        if set(asked.tables) <= view.source.tables:
            found |= {
                (name, code): f"{about_of(name)}: {in_sentence(label(name, code))}"
                for name in dimensions
                for code in asked.dimensions[name].values
                if code not in UNTOLD
            }
    if layer.role in OF_AWAY:
        found[AWAY] = "Away without authorisation, not missing"
    return found


def about_of(dimension: str) -> str:
    """'Age': what a part is chosen by."""
    return ABOUT.get(dimension) or label("", dimension)


def of_whom(view: View) -> str:
    """' (age: 12 to 13)' where only some children are told of, else nothing."""
    if view.whom is None or view.whom == AWAY:
        return ""
    return f" ({in_sentence(about_of(view.whom[0]))}: {in_sentence(label(*view.whom))})"


def question_of(view: View) -> str:
    """The question that the layer of a view asks of whom the reader chose."""
    layer = layer_of(view)
    if view.whom is None or view.whom == AWAY:
        return layer.question
    return next(name for name, dimensions in _whom(layer).items() if view.whom[0] in dimensions)


def _whom(layer: Layer) -> dict[str, tuple[str, ...]]:
    return WHOM_FOUND if layer.role == "found" else WHOM[layer.question]


def cells_of(
    view: View, layer: Layer, areas: Sequence[str], periods: Sequence[Period] | None = None
) -> ProtectedTable:
    """Shown counts of a layer in some areas, of whom the reader chose."""
    parts = dict(part for part in (layer.part, view.whom) if part and part != AWAY)
    table = view.cells(question_of(view), tuple(parts), areas, periods, layer.role)
    return table.only(**parts) if parts else table
