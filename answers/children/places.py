"""V2: in what kinds of place children were met, and in what kinds they were exploited; the two stand apart."""

from __future__ import annotations

from answers.breakdown import Breakdown, leading_words, tell, without_unused
from answers.finding import Finding
from answers.view import View, emptied, finding_of
from disclosure import side_by_side

SIDES = {"recruitment": "met", "exploitation": "exploited"}


def met_and_exploited(view: View) -> Finding:
    """Places of recruitment beside places of exploitation; a child can have several of each."""
    view = view.for_question("victims_by_place").for_pairs()
    cells = view.cells("victims_by_place", ("happened", "place_group"))
    table = side_by_side(cells, "happened", SIDES, "children")
    table = without_unused(table, "place_group", "exploited")
    finding = finding_of(
        view,
        "met_and_exploited",
        "victims_by_place",
        table,
        title="Where children were met, and where they were exploited",
        subtitle=f"Children by the kind of place, {view.place}, {view.scope.period.label_long}. A child can have several.",
        sentence="Where a child was met is not where an offence took place.",
        columns={"place_group": "Kind of place", "met": "Recruited or met", "exploited": "Exploited"},
    )
    return finding if any(table.values("met")) else emptied(finding, "exploited")


def happened(view: View) -> Finding:
    """Of how many children any place is known, and for what."""
    words = leading_words("happened", "What happened at the places known", "children")
    told = Breakdown(
        "places_happened", "victims_by_place", "happened", "Children by what happened at a place", words
    )
    return tell(view, told.of("children"))
