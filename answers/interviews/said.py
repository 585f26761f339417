"""R5 to R7: why interviews were declined; who held them, with whom they were shared, and what was said."""

from __future__ import annotations

from dataclasses import replace

from answers.finding import Finding
from answers.missing.parts import Breakdown, Words, counts_of, known, largest, tell
from answers.view import View
from answers.words import in_sentence, label, percent, plural
from disclosure import ProtectedTable

OTHER_WORDS = ("other", "not_listed")
HELD = "Episodes with an interview"


def declined(view: View) -> Finding:
    """R5: the reasons recorded of interviews offered and declined."""
    words = _leading("reason", "Why interviews were declined", "No reason in a listed word is recorded.")
    opening = "Episodes with an interview offered and declined, by the reason"
    return _without_nobody(
        tell(view, Breakdown("declined", "interviews_declined", "reason", opening, words)), "reason"
    )


def themes(view: View) -> Finding:
    """R7: what interviews were about; one can have several themes."""
    words = _leading("theme", "What the interviews were about", "No theme in a listed word is recorded.")
    told = Breakdown("themes", "interview_themes", "theme", f"{HELD}, by theme", words, ("exploitation",))
    return _without_nobody(tell(view, told), "theme")


def _without_nobody(finding: Finding, dimension: str) -> Finding:
    """Only the codes recorded of somebody: the lists are long, and most of them are true zeros."""
    if finding.table is None:
        return finding
    nobody = [code for code, count in counts_of(finding.table, dimension).items() if count == 0]
    return replace(finding, table=finding.table.without(dimension, nobody))


def _leading(dimension: str, plain: str, none: str) -> Words:
    """The listed word with most, where rounding alone could not have made it so."""

    def words(view: View, table: ProtectedTable) -> tuple[str, str]:
        counts = {code: count for code, count in known(table, dimension).items() if code not in OTHER_WORDS}
        closing = "What is not drawn was recorded of nobody."
        first = largest(counts, view.source.mode)
        if first is None:
            few = "Too few, or too alike, to name one first."
            return plain, f"{none if all(count == 0 for count in counts.values()) else few} {closing}"
        share, name = counts_of(table, dimension, "share")[first], label(dimension, first)
        title = f"{plain}: {in_sentence(name)} in {percent(share)}" if share else plain
        return (
            title,
            f"{name}: {plural(counts[first], 'episode', 'episodes')}, the most of those shown. {closing}",
        )

    return words


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
