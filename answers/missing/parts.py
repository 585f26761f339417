"""How a breakdown of missing episodes is told: the share of each part, and every kind of not knowing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from answers.finding import Finding
from answers.view import View, emptied, finding_of
from answers.words import label, percent, plural
from disclosure import Mode, ProtectedTable, is_within_noise

NOT_KNOWN = ("unknown", "not_applicable", "not_recorded", "not_timed")
HEADINGS = {
    "place": "Missing from",
    "duration": "Length",
    "harm": "Harm recorded",
    "initial_risk": "First grade",
    "highest_risk": "Highest grade",
    "found_place": "Found in",
    "found_by": "Found by",
    "placement": "Placement",
    "sent_by": "Recorded by",
    "offered": "Offered",
    "reason": "Reason recorded",
    "independent": "Independent interviewer",
    "shared": "Shared with police",
    "disclosed": "Exploitation disclosed",
    "theme": "Theme",
    "timing": "When held",
    "waited": "Overdue for",
    "standing": "Recorded to date",
}

Words = Callable[[View, ProtectedTable], tuple[str, str]]


@dataclass(frozen=True)
class Breakdown:
    """How one breakdown is told: its question, its dimension, what the subtitle opens with, and its words.

    `words` makes the title and the sentence; `unknowns` says whether the subtitle tells how many are not known.
    """

    key: str
    question: str
    dimension: str
    subtitle: str
    words: Words
    accent: tuple[str, ...] = ()
    number: str = "episodes"
    unknowns: bool = True


def tell(view: View, told: Breakdown) -> Finding:
    """The finding of a breakdown, with the share that each part is of all, and how many are not known."""
    whole = view.total(told.question, told.number)
    table = view.with_shares(view.cells(told.question, (told.dimension,)), told.number, whole)
    table = _without_unused(table, told.dimension, told.number)
    title, sentence = told.words(view, table)
    finding = finding_of(
        view,
        told.key,
        told.question,
        table,
        title=title,
        subtitle=f"{told.subtitle}, {view.place}, {view.scope.period.label_long}. {_of(whole, table, told)}.",
        sentence=sentence,
        columns={
            told.dimension: HEADINGS[told.dimension],
            "children": "Children",
            "episodes": "Episodes",
            "share": f"Share of {told.number}",
        },
        extra={"accent": told.accent, "number": told.number, "not_known": NOT_KNOWN},
    )
    return emptied(finding, told.number, whole)


def _without_unused(table: ProtectedTable, dimension: str, number_name: str) -> ProtectedTable:
    """Leave out a 'not applicable' row that is a true zero: it asks for no answer."""
    unused = [code for code, count in counts_of(table, dimension, number_name).items() if count == 0]
    return table.without(dimension, ["not_applicable"]) if "not_applicable" in unused else table


def _of(whole: float | None, table: ProtectedTable, told: Breakdown) -> str:
    """'920 episodes; unknown 8%': the denominator, and what is not known of it."""
    if whole is None:
        return f"{told.number.capitalize()} withheld"
    said = plural(whole, "episode" if told.number == "episodes" else "child", told.number)
    return f"{said}; {_not_known(table, told)}" if told.unknowns and whole else said


def _not_known(table: ProtectedTable, told: Breakdown) -> str:
    counts = counts_of(table, told.dimension, told.number)
    shares = counts_of(table, told.dimension, "share")
    said = [
        f"{label(told.dimension, code).lower()} {'for few or none' if shares[code] is None else percent(shares[code])}"
        for code, count in counts.items()
        if code in NOT_KNOWN and count != 0
    ]
    return ", ".join(said) or "recorded for all"


def counts_of(
    table: ProtectedTable, dimension: str, number_name: str = "episodes"
) -> dict[str, float | None]:
    """One shown number by code."""
    return dict(zip(table.labels(dimension), table.values(number_name), strict=True))


def known(table: ProtectedTable, dimension: str) -> dict[str, float | None]:
    """The shown episodes of the codes that are known."""
    return {code: count for code, count in counts_of(table, dimension).items() if code not in NOT_KNOWN}


def leading(counts: dict[str, float | None], mode: Mode) -> list[str]:
    """The codes whose shown counts cannot be told apart from the largest, in their own order; none of nothing."""
    shown = {code: count for code, count in counts.items() if count}
    most = max(shown.values(), default=0)
    return [code for code, count in shown.items() if count == most or is_within_noise(most - count, mode)]


def largest(counts: dict[str, float | None], mode: Mode) -> str | None:
    """The code with the largest shown count; None when none is shown or others come too close to it."""
    first = leading(counts, mode)
    return first[0] if len(first) == 1 else None
