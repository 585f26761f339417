"""V1: who the children are, each part with its share of all of them, and what is not known."""

from __future__ import annotations

from answers.breakdown import Breakdown, Words, counts_of, leading_words, tell
from answers.finding import Finding
from answers.view import View
from answers.words import fewer, in_sentence, label, listed, percent
from disclosure import ProtectedTable

OF = "Children identified"


def _told(view: View, dimension: str, plain: str, opening: str, words: Words | None = None) -> Finding:
    words = words or leading_words(dimension, plain, "children")
    told = Breakdown(f"children_by_{dimension}", "victims", dimension, f"{OF} {opening}", words)
    return tell(view, told.of("children"))


def harm(view: View) -> Finding:
    """What is known of the harm; nobody at risk is counted as harmed."""
    return _told(view, "harm", "Harm", "by what is known of the harm", _harm_words)


def _harm_words(view: View, table: ProtectedTable) -> tuple[str, str]:
    counts, shares = counts_of(table, "harm", "children"), counts_of(table, "harm", "share")
    share = shares["confirmed"]
    title = "What is known of the harm"
    if share is not None:
        title = f"Exploitation was confirmed for {percent(share)} of the children identified"
    said = [f"{in_sentence(label('harm', code))}: {fewer(counts[code])}" for code in ("suspected", "at_risk")]
    return title, f"Confirmed: {fewer(counts['confirmed'])}; {'; '.join(said)}. At risk is not harmed."


def gender(view: View) -> Finding:
    """Boys and young men among them: fewer are looked for."""
    return _told(view, "gender", "Gender", "by gender", _gender_words)


def _gender_words(view: View, table: ProtectedTable) -> tuple[str, str]:
    share = counts_of(table, "gender", "share")["male"]
    title = "Gender of the children identified"
    if share is not None:
        title = f"{percent(share)} of the children identified are boys or young men"
    return title, "Boys show other signs than girls, and are overlooked for it."


def age(view: View) -> Finding:
    """Age when first known to an agency, in bands."""
    plain = "Age when first known"
    return _told(view, "age_group", plain, "by age when first known to an agency")


def ethnic_group(view: View) -> Finding:
    """Broad ethnic group; no conclusion is drawn where it is too often unknown."""
    return _told(view, "ethnic_group", "Ethnic group", "by recorded ethnic group", _ethnic_words)


def _ethnic_words(view: View, table: ProtectedTable) -> tuple[str, str]:
    return "Ethnic group of the children identified", (
        "Who is identified depends on who is looked for: children of minority ethnic groups are often overlooked."
    )


def learning_disability(view: View) -> Finding:
    """Whether a learning disability is recorded."""
    return _told(view, "learning_disability", "Learning disability", "by learning disability", _yes_words)


def _yes_words(view: View, table: ProtectedTable) -> tuple[str, str]:
    share = counts_of(table, "learning_disability", "share")["yes"]
    title = "Children with a learning disability"
    if share is not None:
        title = f"A learning disability is recorded for {percent(share)} of the children"
    return title, "Not recorded is not the same as none."


def living(view: View) -> Finding:
    """Where the child lived when identified."""
    return _told(view, "living_group", "Where they lived", "by where they lived when identified")


def moved_into_care(view: View) -> Finding:
    """Whether the child was moved into care because of it."""
    return _told(view, "moved_into_care", "Moved into care", "by whether they were moved into care for it")


def school(view: View) -> Finding:
    """Engagement with school."""
    return _told(view, "school", "School", "by engagement with school")


def offending_history(view: View) -> Finding:
    """A record of offending is often a sign of exploitation, and hides it."""
    return _told(
        view, "offending_history", "A record of offending", "by whether they have one", _offending_words
    )


def _offending_words(view: View, table: ProtectedTable) -> tuple[str, str]:
    share = counts_of(table, "offending_history", "share")["yes"]
    title = "Children with a record of offending"
    if share is not None:
        title = f"{percent(share)} of the children have a record of offending"
    return (
        title,
        "A record of offending can be a sign of exploitation; it does not make a child less of a victim.",
    )


def ever_missing(view: View) -> Finding:
    """Whether the child has ever been reported missing."""
    return _told(
        view, "ever_missing", "Ever missing", "by whether they were ever reported missing", _missing_words
    )


def _missing_words(view: View, table: ProtectedTable) -> tuple[str, str]:
    share = counts_of(table, "ever_missing", "share")["yes"]
    title = "Children identified who have been missing"
    if share is not None:
        title = f"{percent(share)} of the children identified have been reported missing"
    return title, "In 2011: 842 of the 1,014 victims of whom it was known."


def missing_began(view: View) -> Finding:
    """Whether going missing began before or after the exploitation."""
    plain = "Going missing began"
    return _told(view, "missing_began", plain, "by when going missing began")


def model(view: View) -> Finding:
    """The model of exploitation."""
    return _told(view, "model", "Model of exploitation", "by the model of exploitation")


def identified_by(view: View) -> Finding:
    """Who identified the child, and who identified none."""
    return _told(view, "identified_by", "Identified by", "by who identified them", _source_words)


def _source_words(view: View, table: ProtectedTable) -> tuple[str, str]:
    counts = counts_of(table, "identified_by", "children")
    title, sentence = leading_words("identified_by", "Identified by", "children")(view, table)
    none = [
        in_sentence(label("identified_by", code))
        for code, count in counts.items()
        if code in WHO and count == 0
    ]
    return title, f"None was identified by {listed(none)}." if none else sentence


WHO = ("police", "childrens_services", "school", "health", "voluntary", "youth_justice")


def moved_between_towns(view: View) -> Finding:
    """Whether the child was moved between towns."""
    plain = "Moved between towns"
    return _told(view, "moved_between_towns", plain, "by whether they were moved between towns")
