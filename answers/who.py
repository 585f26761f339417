"""Children whom a question counts, in the words by which they are told: those identified, and those who went missing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from answers.breakdown import Breakdown, Words, counts_of, leading_words, tell
from answers.cautions import ETHNICITY_OF_CHILDREN, TOO_INCOMPLETE
from answers.finding import Finding
from answers.view import View
from answers.words import in_sentence
from disclosure import ProtectedTable


@dataclass(frozen=True)
class Who:
    """The children of one question.

    `words` opens a title ('Children identified'), `aged` says when they were of their age, `depends` what decides
    whom the records hold; `key` begins the names of their findings.
    """

    key: str
    question: str
    words: str
    aged: str
    depends: str


IDENTIFIED = Who(
    "children",
    "victims",
    "Children identified",
    "when first known",
    "Who is identified depends on who is looked for.",
)
MISSING = Who(
    "missing",
    "missing_by_child",
    "Children who went missing",
    "when the episode started",
    "Who is counted depends on who is reported missing.",
)


def told_by(
    view: View, who: Who, by: str, opening: str, words: Words | None = None, plain: str = ""
) -> Finding:
    """One breakdown of the children, each part with its share of all of them."""
    words = words or leading_words(by, plain, "children")
    told = Breakdown(f"{who.key}_by_{by}", who.question, by, f"{who.words} {opening}", words)
    return tell(view, told.of("children"))


def by_ethnic_group(view: View, who: Who, sentence: str) -> Finding:
    """Broad ethnic group under its caution, every bar of one weight; no conclusion where it is too often unknown."""

    def words(view: View, table: ProtectedTable) -> tuple[str, str]:
        shares = counts_of(table, "ethnic_group", "share")
        unknown = sum(shares[code] or 0 for code in ("unknown", "not_recorded"))
        if unknown >= TOO_INCOMPLETE:
            return "Ethnic group is too incomplete to conclude from", sentence
        return f"Ethnic group of the {in_sentence(who.words)}", sentence

    finding = told_by(view, who, "ethnic_group", "by recorded ethnic group", words)
    return replace(finding, extra={**finding.extra, "accent": (), "caution": ETHNICITY_OF_CHILDREN})
