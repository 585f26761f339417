"""How a breakdown is told: the share of each part, and every kind of not knowing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from answers.finding import Finding
from answers.question import question_named
from answers.view import View, emptied, finding_of
from answers.words import capital, in_sentence, label, percent, plural
from disclosure import Mode, ProtectedTable, is_within_noise, side_by_side

NOT_KNOWN = ("unknown", "not_applicable", "not_recorded", "not_listed", "not_timed")
COUNTED = {
    "children": ("child", "children"),
    "episodes": ("episode", "episodes"),
    "nominals": ("possible offender", "possible offenders"),
    "groups": ("group", "groups"),
    "offenders": ("group or possible offender in none", "groups and possible offenders in none"),
    "cases": ("case", "cases"),
    "links": ("link", "links"),
    "records": ("record", "records"),
    "disruptions": ("act of disruption", "acts of disruption"),
    "referrals": ("referral", "referrals"),
    "assessments": ("assessment", "assessments"),
}
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
    "lag": "Reported after",
    "offered": "Offered",
    "timing": "When held",
    "reason": "Reason recorded",
    "independent": "Independent interviewer",
    "shared": "Shared with police",
    "disclosed": "Exploitation disclosed",
    "theme": "Theme",
    "waited": "Overdue for",
    "standing": "Recorded to date",
    "crossing": "Against home",
    "school": "School",
}

TOO_FEW = "Too few, or too alike, to name one first."

Words = Callable[[View, ProtectedTable], tuple[str, str]]


@dataclass(frozen=True)
class Breakdown:
    """How one breakdown is told: its question, its dimension, what the subtitle opens with, and its words.

    `words` makes the title and the sentence; `accent` names the codes to look at first (None: all, of one weight);
    `unknowns` says whether the subtitle tells how many are not known.
    """

    key: str
    question: str
    dimension: str
    subtitle: str
    words: Words
    accent: tuple[str, ...] | None = None
    number: str = "episodes"
    unknowns: bool = True

    def of(self, number: str) -> Breakdown:
        """The same, told in another of the question's counts."""
        return replace(self, number=number)


def tell(view: View, told: Breakdown) -> Finding:
    """The finding of a breakdown, with the share that each part is of all, and how many are not known."""
    view = view.for_question(told.question)
    whole, cells = _cells(view, told)
    table = view.with_shares(cells, told.number, whole)
    table = without_unused(table, told.dimension, told.number)
    title, sentence = told.words(view, table)
    finding = finding_of(
        view,
        told.key,
        told.question,
        table,
        title=title,
        subtitle=f"{told.subtitle}{view.chosen}, {view.place}, {view.scope.period.label_long}. {_of(whole, table, told)}.",
        sentence=sentence,
        columns={
            told.dimension: heading(told.question, told.dimension),
            **{name: capital(many) for name, (_, many) in COUNTED.items()},
            "share": f"Share of {COUNTED[told.number][1]}",
        },
        extra={"accent": told.accent, "number": told.number, "not_known": NOT_KNOWN},
    )
    return emptied(finding, told.number, whole)


def _cells(view: View, told: Breakdown) -> tuple[float | None, ProtectedTable]:
    """The whole and its parts; only of those whom the reader chose, where the view is of a part."""
    if view.part is None:
        return view.total(told.question, told.number), view.cells(told.question, (told.dimension,))
    name, code = view.part
    whole = view.cells(told.question, (name,)).only(**{name: code}).values(told.number)[0]
    parts = view.cells(told.question, (told.dimension, name))
    return whole, side_by_side(parts, name, {code: told.number}, told.number)


def heading(question: str, dimension: str) -> str:
    """What a column of codes is headed with."""
    return HEADINGS.get(dimension) or capital(question_named(question).dimensions[dimension].about)


def without_unused(table: ProtectedTable, dimension: str, number_name: str) -> ProtectedTable:
    """Leave out the rows 'not applicable' and 'not listed' where they are a true zero: they ask for no answer."""
    counts = counts_of(table, dimension, number_name)
    return table.without(
        dimension, [code for code in ("not_applicable", "not_listed") if counts.get(code) == 0]
    )


def _of(whole: float | None, table: ProtectedTable, told: Breakdown) -> str:
    """'920 episodes; unknown 8%': the denominator, and what is not known of it."""
    if whole is None:
        return f"{capital(COUNTED[told.number][1])} withheld"
    said = plural(whole, *COUNTED[told.number])
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


def leading_words(dimension: str, plain: str, number_name: str = "episodes") -> Words:
    """The named kind with most; 'other' is no kind, and what is withheld may be more: hence 'shown'."""

    def words(view: View, table: ProtectedTable) -> tuple[str, str]:
        counts = {
            code: count for code, count in known(table, dimension, number_name).items() if code != "other"
        }
        first = largest(counts, view.source.mode)
        if first is None:
            none = all(count == 0 for count in counts.values())
            return plain, "No named kind is recorded." if none else TOO_FEW
        name, share = label(dimension, first), counts_of(table, dimension, "share")[first]
        title = f"{plain}: {in_sentence(name)} in {percent(share)}" if share else plain
        many = plural(counts[first], *COUNTED[number_name])
        return title, f"{name}: {many}, the most of those named and shown."

    return words


def counts_of(
    table: ProtectedTable, dimension: str, number_name: str = "episodes"
) -> dict[str, float | None]:
    """One shown number by code."""
    return dict(zip(table.labels(dimension), table.values(number_name), strict=True))


def known(table: ProtectedTable, dimension: str, number_name: str = "episodes") -> dict[str, float | None]:
    """One shown number of the codes that are known."""
    counts = counts_of(table, dimension, number_name)
    return {code: count for code, count in counts.items() if code not in NOT_KNOWN}


def leading(counts: dict[str, float | None], mode: Mode) -> list[str]:
    """The codes whose shown counts cannot be told apart from the largest, in their own order; none of nothing."""
    shown = {code: count for code, count in counts.items() if count}
    most = max(shown.values(), default=0)
    return [code for code, count in shown.items() if count == most or is_within_noise(most - count, mode)]


def largest(counts: dict[str, float | None], mode: Mode) -> str | None:
    """The code with the largest shown count; None when none is shown or others come too close to it."""
    first = leading(counts, mode)
    return first[0] if len(first) == 1 else None
