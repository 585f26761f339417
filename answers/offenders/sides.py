"""O1: identification groups 1 and 2 side by side, each with its own whole and what is not known of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from answers.breakdown import NOT_KNOWN, counts_of, heading
from answers.cautions import TOO_INCOMPLETE
from answers.finding import Finding
from answers.view import View, emptied, finding_of
from answers.words import capital, in_sentence, label, number, percent
from disclosure import ProtectedTable, percentage, shares_of, side_by_side, with_number

QUESTION = "nominals_identified"
GROUPS = {"1": "group_1", "2": "group_2"}
NAMES = {"group_1": "Group 1", "group_2": "Group 2"}
SHORT = {"not_listed": "other words"}
LONG = 20  # rows
FEW, SMALL = 20, 9  # of so few no distribution is described; a withheld count is at most so large


@dataclass(frozen=True)
class Side:
    """One group: how many, and of each way of not knowing the shown count and share; None is withheld."""

    name: str
    whole: float | None
    not_known: dict[str, tuple[float | None, float | None]]

    @property
    def words(self) -> str:
        """'group 1: 145, unknown 28%'."""
        if not self.whole:
            return f"{self.name}: {'none' if self.whole == 0 else 'fewer than 10'}"
        said = [
            f"{in_sentence(code)} {'for few' if share is None else percent(share)}"
            for code, (count, share) in self.not_known.items()
            if count != 0
        ]
        return f"{self.name}: {number(self.whole)}, {', '.join(said) or 'known of all'}"

    @property
    def is_too_incomplete(self) -> bool:
        """Whether so much may be unknown, or so few are recorded, that nothing is to be read from the rest."""
        most = sum(SMALL if count is None else count for count, _ in self.not_known.values())
        return not self.whole or self.whole < FEW or 100 * most / self.whole >= TOO_INCOMPLETE


def sides_of(view: View, key: str, dimension: str, title: str, opening: str, sentence: str) -> Finding:
    """The finding of one dimension of both groups; of all areas together where pairs are held for them only."""
    view = view.for_question(QUESTION).for_pairs()
    table = side_by_side(
        view.cells(QUESTION, ("identification", dimension)), "identification", GROUPS, "nominals"
    )
    table = without_nobody(table, dimension, NAMES)
    wholes = counts_of(view.cells(QUESTION, ("identification",)), "identification", "nominals")
    for code, name in GROUPS.items():
        table = with_share_of(view, table, name, wholes[code])
    told = [
        side_of(view, table, dimension, name, in_sentence(NAMES[name]), wholes[code])
        for code, name in GROUPS.items()
    ]
    finding = finding_of(
        view,
        key,
        QUESTION,
        table,
        title=title,
        subtitle=f"{opening}, {view.place}, {view.scope.period.label_long}. "
        f"{capital('; '.join(side.words for side in told))}.",
        sentence=sentence,
        columns={
            dimension: heading(QUESTION, dimension),
            **NAMES,
            **{f"share_of_{name}": f"Share of {in_sentence(words)}" for name, words in NAMES.items()},
        },
        extra={"dimension": dimension, "told": told},
    )
    return emptied(finding, "group_1", max(wholes.values(), key=lambda whole: -1 if whole is None else whole))


def without_nobody(table: ProtectedTable, dimension: str, names: Iterable[str]) -> ProtectedTable:
    """Leave out what is a true zero on both sides: of long lists all, of short ones what asks for no answer."""
    codes = table.labels(dimension)
    both = zip(codes, *(table.values(name) for name in names), strict=True)
    nobody = [code for code, *counts in both if not any(count != 0 for count in counts)]
    unused = (
        ("not_applicable", "not_listed") if len(codes) < LONG else set(codes) - {"unknown", "not_recorded"}
    )
    return table.without(dimension, [code for code in nobody if code in unused])


def with_share_of(view: View, table: ProtectedTable, name: str, whole: float | None) -> ProtectedTable:
    """The table with the share that each row of one side is of that side's whole."""
    shares = shares_of(table.values(name), whole, view.source.mode)
    return with_number(table, f"share_of_{name}", shares, [share is None and whole != 0 for share in shares])


def side_of(
    view: View, table: ProtectedTable, dimension: str, name: str, words: str, whole: float | None
) -> Side:
    """What is said of one side: its whole and what is not known of it."""
    counts = {code: count for code, count in counts_of(table, dimension, name).items() if code in NOT_KNOWN}
    shares = {code: percentage(count, whole, view.source.mode) for code, count in counts.items()}
    not_known = {
        SHORT.get(code) or label(dimension, code): (count, shares[code]) for code, count in counts.items()
    }
    return Side(words, whole, not_known)


def position(view: View) -> Finding:
    """O4: work that gives access to children."""
    return sides_of(
        view,
        "offenders_position",
        "position",
        "Work that gives access to children",
        "Possible offenders by position",
        "Most have no position recorded: that is not to say that they have none.",
    )


def gender(view: View) -> Finding:
    """Table 1 of the assessment."""
    return sides_of(
        view,
        "offenders_gender",
        "gender",
        "Gender of possible offenders",
        "Possible offenders by gender",
        "People whom agencies recorded, not all who offend.",
    )


def age(view: View) -> Finding:
    """Table 2 of the assessment, in its bands, which overlap as printed."""
    return sides_of(
        view,
        "offenders_age",
        "age_band",
        "Ages of possible offenders",
        "Possible offenders by age",
        "Bands as the 2011 assessment printed them: some overlap.",
    )


def known_before(view: View) -> Finding:
    """Whether known for sexual offences before."""
    return sides_of(
        view,
        "offenders_known",
        "known_for_sexual_offences",
        "Known for sexual offences before",
        "Possible offenders",
        "Known: to any agency whose records are held.",
    )


def registered(view: View) -> Finding:
    """Registered sex offenders."""
    return sides_of(
        view,
        "offenders_registered",
        "registered_sex_offender",
        "Registered as sex offenders",
        "Possible offenders",
        "Registered: subject to notification requirements when recorded.",
    )


def ordered(view: View) -> Finding:
    """Subject to an order."""
    return sides_of(
        view,
        "offenders_orders",
        "subject_to_order",
        "Subject to an order",
        "Possible offenders",
        "An order that no agency recorded is not seen here.",
    )
