"""What the map of places can show: each layer one question, counted by one role of the area."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from answers.periods import Period
from answers.view import View
from disclosure import ProtectedTable

HAPPENED = "happened"


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
    def part(self) -> tuple[str, str] | None:
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
}


def layer_of(view: View) -> Layer:
    """The layer of a view: that of its role of the area, and of its part where children in a case are shown."""
    if view.scope.role == "exploited":
        return LAYERS[view.part[1] if view.part else "exploitation"]
    return LAYERS.get(view.scope.role, LAYERS["home"])


def cells_of(
    view: View, layer: Layer, areas: Sequence[str], periods: Sequence[Period] | None = None
) -> ProtectedTable:
    """Shown counts of a layer in some areas."""
    by = (HAPPENED,) if layer.happened else ()
    table = view.cells(layer.question, by, areas, periods, layer.role)
    return table.only(**{HAPPENED: layer.happened}) if layer.happened else table
