"""How many possible offenders are recorded, by how they are identified: 3 and 4 are counted, never profiled."""

from __future__ import annotations

from answers.breakdown import Breakdown, counts_of, tell
from answers.finding import Figure, Finding
from answers.question import NeedsTable
from answers.view import View
from answers.words import fewer, number, percent
from disclosure import ProtectedTable

KINDS = {
    "1": "full name or initials known",
    "2": "given name or alias only",
    "3": "no name: counted, not profiled",
}
SEVERAL = "cases with several, none identified"


def figures(view: View) -> list[Figure]:
    """Identification groups 1 to 4, as far as they were sent; the fourth is of cases, since nobody can say how many."""
    try:
        people = view.for_question("nominals").cells("nominals", ("identification",))
    except NeedsTable:
        return []
    counts = counts_of(people, "identification", "nominals")
    told = [Figure(_printed(counts[code]), f"Group {code}", note) for code, note in KINDS.items()]
    try:
        cases = view.for_question("cases").cells("cases", ("several_unidentified",))
    except NeedsTable:
        return told
    several = counts_of(cases, "several_unidentified", "cases")["yes"]
    return [*told, Figure(_printed(several, "c"), "Group 4", SEVERAL)]


def _printed(count: float | None, small: str = "<10") -> str:
    return small if count is None else number(count)


def membership(view: View) -> Finding:
    """O2: alone, in one group, in several."""
    opening = "Possible offenders by whether they are in a group"
    told = Breakdown("membership", "nominals", "membership", opening, _membership_words)
    return tell(view, told.of("nominals"))


def _membership_words(view: View, table: ProtectedTable) -> tuple[str, str]:
    counts, share = (
        counts_of(table, "membership", "nominals"),
        counts_of(table, "membership", "share")["alone"],
    )
    title = "Possible offenders alone and in groups"
    if share is not None:
        title = f"{percent(share)} of possible offenders are recorded in no group"
    return title, f"In one group: {fewer(counts['in_one'])}; in several: {fewer(counts['in_several'])}."
