"""V1: who the children are, each part with its share of all of them, and what is not known."""

from __future__ import annotations

from answers.breakdown import Words, counts_of, known, leading_words
from answers.finding import Finding
from answers.view import View
from answers.who import IDENTIFIED, by_ethnic_group, told_by
from answers.words import fewer, in_sentence, label, percent
from disclosure import ProtectedTable


def _told(view: View, dimension: str, plain: str, opening: str, words: Words | None = None) -> Finding:
    return told_by(view, IDENTIFIED, dimension, opening, words, plain)


def _yes(dimension: str, plain: str, said: str, sentence: str) -> Words:
    """Titles of what is so of a child, or not: '22% of the children identified were moved between towns'."""

    def words(view: View, table: ProtectedTable) -> tuple[str, str]:
        if all(count == 0 for count in known(table, dimension, "children").values()):
            return plain, "It is not known of any of them."
        share = counts_of(table, dimension, "share")["yes"]
        return plain if share is None else f"{percent(share)} of the children identified {said}", sentence

    return words


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
    return title, "Boys and young men can show other signs than girls, and are overlooked for it."


def age(view: View) -> Finding:
    """Age when first known to an agency, in bands."""
    plain = "Age when first known"
    return _told(view, "age_group", plain, "by age when first known to an agency")


def ethnic_group(view: View) -> Finding:
    """Broad ethnic group, every bar of one weight; no conclusion where it is too often unknown."""
    return by_ethnic_group(view, IDENTIFIED, "Children of minority ethnic groups are often overlooked.")


def learning_disability(view: View) -> Finding:
    """Whether a learning disability is recorded."""
    words = _yes(
        "learning_disability",
        "Children with a learning disability",
        "have a recorded learning disability",
        "Not recorded is not the same as none.",
    )
    return _told(view, "learning_disability", "", "by learning disability", words)


def living(view: View) -> Finding:
    """Where the child lived when identified."""
    return _told(view, "living_group", "Where they lived", "by where they lived when identified")


def moved_into_care(view: View) -> Finding:
    """Whether the child was moved into care because of it."""
    words = _yes(
        "moved_into_care",
        "Children moved into care",
        "were moved into care because of it",
        "Care away from home can protect a child, and can bring new risk.",
    )
    return _told(view, "moved_into_care", "", "by whether they were moved into care for it", words)


def school(view: View) -> Finding:
    """Engagement with school."""
    return _told(view, "school", "School", "by engagement with school")


def offending_history(view: View) -> Finding:
    """A record of offending is often a sign of exploitation, and hides it."""
    words = _yes(
        "offending_history",
        "Children with a record of offending",
        "have a record of offending",
        "It can be a sign of exploitation; it does not make a child less of a victim.",
    )
    return _told(view, "offending_history", "", "by whether they have a record of offending", words)


def ever_missing(view: View) -> Finding:
    """Whether the child has ever been reported missing."""
    words = _yes(
        "ever_missing",
        "Children identified who have been missing",
        "have been reported missing",
        "In 2011: 842 of the 1,014 victims of whom it was known.",
    )
    return _told(view, "ever_missing", "", "by whether they were ever reported missing", words)


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
    counts, named = (counts(table, "identified_by", "children") for counts in (counts_of, known))
    title, sentence = leading_words("identified_by", "Identified by", "children")(view, table)
    none = [in_sentence(label("identified_by", code)) for code in WHO if counts[code] == 0]
    if not none or not any(count != 0 for count in named.values()):
        return title, sentence
    whom = (
        ""
        if all(count == 0 for code, count in counts.items() if code not in named)
        else " of whom it is known"
    )
    return title, f"No child{whom} was identified by {' or '.join(none)}."


WHO = ("police", "childrens_services", "school", "health", "voluntary", "youth_justice")


def moved_between_towns(view: View) -> Finding:
    """Whether the child was moved between towns."""
    words = _yes(
        "moved_between_towns",
        "Children moved between towns",
        "were moved between towns",
        "A child who is moved is seen by several agencies, and by none as a whole.",
    )
    return _told(view, "moved_between_towns", "", "by whether they were moved between towns", words)
