"""R1 to R4: from the end of an episode to an interview within 72 hours, each step with its own denominator."""

from __future__ import annotations

from answers.breakdown import Breakdown, counts_of, tell
from answers.finding import Finding
from answers.periods import print_date
from answers.untimed import is_untimed, is_withheld
from answers.view import View, emptied, finding_of
from answers.words import number, percent, plural
from disclosure import ProtectedTable, percentage, with_number

# Each step, and the step that its share is of.
OF = {
    "ended": "",
    "applicable": "ended",
    "offered": "applicable",
    "accepted": "offered",
    "completed": "ended",
    "within_72h": "due",
}
NOT_KNOWN = {
    "not_timed": "completed_due",
    "no_answer": "offered",
    "offer_unknown": "ended",
    "offer_not_recorded": "ended",
}
UNTIMED = (
    "Whether interviews were held within 72 hours is not available",
    "The records give days without times, and 72 hours are not guessed from days.",
)
LABELS = {
    "ended": "Episodes that ended",
    "applicable": "An interview applied (of all that ended)",
    "offered": "Offered (where one applied)",
    "accepted": "Accepted (of those offered)",
    "completed": "Held (of all that ended)",
    "within_72h": "Held within 72 hours (of all due)",
    "not_timed": "Hours not known (of those held)",
    "no_answer": "Answer not known (of those offered)",
    "offer_unknown": "Offer unknown (of all that ended)",
    "offer_not_recorded": "Offer not recorded (of all that ended)",
}


def pathway(view: View) -> Finding:
    """How many episodes reached each step, of how many that could."""
    steps = view.cells("interview_steps", ("reached",))
    counts = counts_of(steps, "reached")
    table = _with_denominators(view, _drawn(steps), counts)
    title, sentence = UNTIMED if is_untimed(steps) else _words(view, counts)
    finding = finding_of(
        view,
        "pathway",
        "interview_steps",
        table,
        title=title,
        subtitle=f"Missing episodes by the day of the return, {view.place}, {view.scope.period.label_long}. "
        f"{_ended(counts['ended'])}; due: 72 hours had passed by {print_date(view.source.data_date)}.",
        sentence=sentence,
        columns={
            "reached": "Step",
            "children": "Children",
            "episodes": "Episodes",
            "whole": "Episodes that could",
            "share": "Share",
        },
        labels={"reached": {code: LABELS[code] for code in table.labels("reached")}},
        extra={"accent": ("within_72h",), "number": "episodes", "apart": tuple(NOT_KNOWN)},
    )
    return emptied(finding, whole=view.total("returned", "episodes"))


def _drawn(steps: ProtectedTable) -> ProtectedTable:
    """The steps that are drawn; the others are denominators."""
    unused = [code for code in steps.labels("reached") if code not in OF and code not in NOT_KNOWN]
    return steps.without("reached", unused)


def _with_denominators(view: View, table: ProtectedTable, counts: dict[str, float | None]) -> ProtectedTable:
    of = {**OF, **NOT_KNOWN}
    wholes = [counts[of[code] or code] for code in table.labels("reached")]
    table = with_number(table, "whole", wholes, [whole is None for whole in wholes])
    shares = [
        percentage(*pair, view.source.mode) for pair in zip(table.values("episodes"), wholes, strict=True)
    ]
    told = zip(table.printed("episodes"), shares, wholes, strict=True)
    return with_number(table, "share", shares, [is_withheld(*one) for one in told])


def _ended(count: float | None) -> str:
    return "Episodes withheld" if count is None else f"{plural(count, 'episode', 'episodes')} ended"


def _words(view: View, counts: dict[str, float | None]) -> tuple[str, str]:
    """The title tells R4 of all that are due, the sentence of those held too."""
    plain = "From the return to an interview"
    mode = view.source.mode
    in_time, held, due = (counts[code] for code in ("within_72h", "completed_due", "due"))
    if in_time is None or due is None:
        return plain, "How many interviews were held within 72 hours is withheld."
    of_due, of_held = percentage(in_time, due, mode), percentage(in_time, held, mode)
    if due == 0:
        return plain, "No episode of this period is due yet at the date of the data."
    title = (
        plain if of_due is None else f"An interview within 72 hours followed {percent(of_due)} of returns due"
    )
    told = [
        f"{number(in_time)} of {number(whole)} {which}{'' if share is None else f' ({percent(share)})'}"
        for whole, share, which in ((held, of_held, "held"), (due, of_due, "due"))
        if whole
    ]
    return title, f"Within 72 hours: {'; '.join(told)}.{_unknown(counts)}"


def _unknown(counts: dict[str, float | None]) -> str:
    count = counts["not_timed"]
    if count == 0:
        return ""
    many = "some" if count is None else number(count)
    return f" Of {many} held the hours are not known."


def offered(view: View) -> Finding:
    """R1: whether an interview was offered, with every kind of not knowing."""
    opening = "Missing episodes that ended, by whether an interview was offered"
    return tell(view, Breakdown("offered", "returned", "offered", opening, _offered_words, ("yes",)))


def _offered_words(view: View, table: ProtectedTable) -> tuple[str, str]:
    counts, steps = (
        counts_of(table, "offered"),
        counts_of(view.cells("interview_steps", ("reached",)), "reached"),
    )
    yes, applied = counts["yes"], steps["applicable"]
    share = percentage(yes, applied, view.source.mode)
    closing = "Statutory guidance: after every return. An offer not recorded may have been made."
    if share is None:
        return "Whether an interview was offered", closing
    return (
        f"An interview was offered after {percent(share)} of the returns where one applied",
        f"{number(yes)} of {number(applied)} returns where one applied. {closing}",
    )


def timing(view: View) -> Finding:
    """R4: when the interviews were held, of the episodes whose 72 hours have passed."""
    opening = "Episodes due by the date of the data, by when the interview was held"
    return tell(
        view, Breakdown("timing", "interviews_due", "timing", opening, _timing_words, ("within_72h",))
    )


def _timing_words(view: View, table: ProtectedTable) -> tuple[str, str]:
    late, share = (counts_of(table, "timing", name)["after_72h"] for name in ("episodes", "share"))
    sentence = "Hours are true ones, also when the clocks change, and need the time of the return and of the interview."
    if share is None or late is None:
        return "When the interviews were held", sentence
    return f"{percent(share)} of returns due had an interview later than 72 hours", sentence
