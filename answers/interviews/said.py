"""R5 to R7: why interviews were declined; who held them, with whom they were shared, and what was said."""

from __future__ import annotations

from dataclasses import replace

from answers.breakdown import Breakdown, counts_of, leading_words, tell
from answers.finding import Finding
from answers.view import View
from answers.words import percent
from disclosure import ProtectedTable

OTHER_WORDS = ("other", "not_listed")
HELD = "Episodes with an interview"


def declined(view: View) -> Finding:
    """R5: the reasons recorded of interviews offered and declined."""
    words = leading_words("reason", "Why interviews were declined")
    opening = "Episodes with an interview offered and declined, by the reason"
    return _without_nobody(
        tell(view, Breakdown("declined", "interviews_declined", "reason", opening, words)), "reason"
    )


def themes(view: View) -> Finding:
    """R7: what interviews were about; one can have several themes."""
    words = leading_words("theme", "What the interviews were about")
    told = Breakdown("themes", "interview_themes", "theme", f"{HELD}, by theme", words, ("exploitation",))
    return _without_nobody(tell(view, told), "theme")


def _without_nobody(finding: Finding, dimension: str) -> Finding:
    """Only the codes recorded of somebody: the lists are long, and most of them are true zeros."""
    if finding.table is None or finding.state != "ok":
        return finding
    nobody = [code for code, count in counts_of(finding.table, dimension).items() if count == 0]
    said = f"{finding.sentence} What is not drawn was recorded of nobody."
    return replace(finding, table=finding.table.without(dimension, nobody), sentence=said)


def independent(view: View) -> Finding:
    """R6: whether the interviewer was independent of the placement."""
    return _yes(
        view,
        "independent",
        "by independence of the interviewer",
        (
            "Whether the interviewer was independent",
            "The interviewer was independent after {} of returns with an interview",
        ),
        "Statutory guidance: by someone independent of those who look after the child.",
    )


def shared(view: View) -> Finding:
    """R6: whether what was learnt was shared with the police."""
    return _yes(
        view,
        "shared",
        "by whether police were told",
        (
            "Whether police were told what was learnt",
            "Police were told what was learnt after {} of returns with an interview",
        ),
        "Not every interview holds something that police need to know.",
    )


def disclosed(view: View) -> Finding:
    """R7: whether exploitation was disclosed."""
    return _yes(
        view,
        "disclosed",
        "by disclosure of exploitation",
        (
            "Whether exploitation was disclosed",
            "Exploitation was disclosed after {} of returns with an interview",
        ),
        "A child who does not speak of exploitation may be exploited all the same.",
    )


def _yes(view: View, by: str, opening: str, titles: tuple[str, str], sentence: str) -> Finding:
    """A breakdown by yes, no and the kinds of not knowing; the title tells the share of yes among all."""

    def words(view: View, table: ProtectedTable) -> tuple[str, str]:
        share = counts_of(table, by, "share")["yes"]
        return titles[0] if share is None else titles[1].format(percent(share)), sentence

    return tell(view, Breakdown(by, "interviews_completed", by, f"{HELD}, {opening}", words, ("yes",)))
