"""D1 on one day: acts that were live on the last day of the period, and those that expire within 28 days of it."""

from __future__ import annotations

from answers.breakdown import Breakdown, counts_of, leading_words, tell
from answers.disruption.acts import of_acts
from answers.finding import Finding
from answers.periods import print_date
from answers.view import View
from answers.words import number
from disclosure import ProtectedTable


def ending(view: View) -> Finding:
    """When the live acts expire."""
    opening = "Acts live on the last day of the period, by when they expire"
    told = Breakdown("ending", "disruptions_live", "ending", opening, _words, ("within_28d",), unknowns=False)
    return of_acts(tell(view, told.of("disruptions")))


def _words(view: View, table: ProtectedTable) -> tuple[str, str]:
    counts, day = counts_of(table, "ending", "disruptions"), print_date(view.scope.period.last_day)
    total = view.total("disruptions_live", "disruptions")
    title = f"How many acts were live on {day} is withheld"
    if total is not None:
        title = f"{number(total) if total else 'No'} {'act was' if total < 2 else 'acts were'} live on {day}"
    soon, endless = counts["within_28d"], counts["no_end_date"]
    said = "Expire within 28 days: withheld." if soon is None else f"Expire within 28 days: {number(soon)}."
    return (
        title,
        said if endless == 0 else f"{said} Without an end date an act counts as live until breached.",
    )


def live_kinds(view: View) -> Finding:
    """The live acts by kind."""
    words = leading_words("kind", "Acts live on the last day", "disruptions")
    opening = "Acts live on the last day of the period"
    told = Breakdown("live_kinds", "disruptions_live", "kind", opening, words, unknowns=False)
    return of_acts(tell(view, told.of("disruptions")))
