"""Interviews that are overdue: the queue at the end of a period, as counts."""

from __future__ import annotations

from answers.breakdown import Breakdown, counts_of, largest, tell
from answers.finding import Finding
from answers.periods import print_date
from answers.view import View, emptied, finding_of, needed_quarters
from answers.words import in_sentence, label, number, plural
from disclosure import ProtectedTable

OVERDUE = "72 hours had passed, no interview held, declined or not applicable"

FIRST = ("1_7_days", "8_28_days")


def overdue(view: View) -> Finding:
    """Returns whose interview was overdue at the end of each of the last eight quarters."""
    periods = needed_quarters(view, 8)
    table = view.cells("interviews_overdue", periods=periods)
    now, on = table.values("episodes")[-1], print_date(periods[-1].last_day)
    title = f"How many interviews were overdue on {on} is withheld"
    if now is not None:
        title = f"After {plural(now, 'return', 'returns')} the interview was overdue on {on}"
    finding = finding_of(
        view,
        "overdue",
        "interviews_overdue",
        table,
        title=title if now != 0 else f"No interview was overdue on {on}",
        subtitle=f"Episodes at the end of each quarter: {OVERDUE}, {view.place}.",
        sentence="Counted for a year after the 72 hours; after that an interview is missed, and no longer waited for.",
        columns={"period": "At the end of", "children": "Children", "episodes": "Episodes"},
        labels={"period": {period.name: period.label_long for period in periods}},
        extra={"values": table.values("episodes"), "periods": periods, "number": "episodes"},
    )
    return emptied(finding)


def waited(view: View) -> Finding:
    """How long they had been overdue at the end of the period."""
    opening = "Overdue at the end of the period, by how long"
    return tell(
        view,
        Breakdown("waited", "interviews_overdue", "waited", opening, _waited_words, FIRST, unknowns=False),
    )


def _waited_words(view: View, table: ProtectedTable) -> tuple[str, str]:
    """Those that can still be held soon come first: what is long overdue is always most."""
    counts = counts_of(table, "waited")
    told = [f"{label('waited', code)}: {number(counts[code])}" for code in FIRST]
    return (
        "How long interviews have been overdue",
        f"{'; '.join(told)}. Counted from the end of the 72 hours.",
    )


def standing(view: View) -> Finding:
    """What is recorded, to date, of those that were overdue at the end of the period."""
    opening = "Overdue at the end of the period, by what is recorded to date"
    return tell(view, Breakdown("standing", "interviews_overdue", "standing", opening, _standing_words))


def _standing_words(view: View, table: ProtectedTable) -> tuple[str, str]:
    """The part with most, known or not, where rounding alone could not have made it so."""
    counts = counts_of(table, "standing")
    plain, closing = "What is recorded of overdue interviews", "An offer not recorded may have been made."
    first = largest(counts, view.source.mode)
    if first is None:
        return plain, closing
    name = label("standing", first)
    said = f"{name}: {plural(counts[first], 'episode', 'episodes')}, the most of those shown."
    return f"{plain}: most often {in_sentence(name)}", f"{said} {closing}"
