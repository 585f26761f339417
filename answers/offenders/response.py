"""D1 and D2 in brief: acts of disruption, and what came of the cases recorded in the period."""

from __future__ import annotations

from answers.breakdown import Breakdown, counts_of, leading_words, tell
from answers.finding import Finding
from answers.view import View
from answers.words import percent
from disclosure import ProtectedTable


def disruptions(view: View) -> Finding:
    """Notices, orders, closures and other acts by kind."""
    words = leading_words("kind", "Acts of disruption", "disruptions")
    told = Breakdown("disruptions", "disruptions", "kind", "Acts of disruption issued", words, unknowns=False)
    return tell(view, told.of("disruptions"))


def outcomes(view: View) -> Finding:
    """Outcomes to date of the cases of the period: recent ones have had little time."""
    opening = "Cases recorded in the period by outcome to date"
    told = Breakdown("outcomes", "case_outcomes", "outcome", opening, _outcome_words, unknowns=False)
    return tell(view, told.of("cases"))


def _outcome_words(view: View, table: ProtectedTable) -> tuple[str, str]:
    share = counts_of(table, "outcome", "share")["none_recorded"]
    title = "What came of the cases"
    if share is not None:
        title = f"No outcome is recorded yet for {percent(share)} of the cases"
    return title, "Recent cases have had little time. A case can have several outcomes."
