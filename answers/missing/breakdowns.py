"""Findings that part missing episodes by one thing recorded of them."""

from __future__ import annotations

from answers.breakdown import TOO_FEW, Breakdown, Words, counts_of, known, largest, leading_words, tell
from answers.finding import Finding
from answers.view import View
from answers.words import counted, label, number, percent, plural, share_phrase
from disclosure import ProtectedTable, median_band

CARE = ("foster", "childrens_home", "semi_independent")
HARMS = ("injury", "sexual_offence", "other_offence", "substance", "other")
FROM = {
    "home": "the family home",
    "foster": "foster care",
    "childrens_home": "children’s homes",
    "semi_independent": "semi-independent homes",
    "other": "other places",
}


def places(view: View) -> Finding:
    """M11: what kind of place children went missing from, care against home."""
    opening = "Episodes by where the child went missing from"
    return tell(view, Breakdown("places", "missing_by_place", "place", opening, _place_words, CARE))


def _place_words(view: View, table: ProtectedTable) -> tuple[str, str]:
    counts = known(table, "place")
    first = largest(counts, view.source.mode)
    if first is None:
        return "What kind of place children went missing from", TOO_FEW
    name, share = label("place", first), counts_of(table, "place", "share")[first]
    place = FROM.get(first, name.lower())
    title = f"{share_phrase(share)} of episodes were from {place}" if share else f"Missing from {place}"
    return title, f"{name}: {_episodes(counts[first])}, the most of the places shown. Blue: from care."


def _episodes(count: float | None) -> str:
    return plural(count, "episode", "episodes")


def durations(view: View) -> Finding:
    """M9: how long episodes lasted, in bands; the middle one as a band."""
    opening = "Episodes by how long they lasted"
    return tell(view, Breakdown("durations", "missing_by_duration", "duration", opening, _duration_words))


def _duration_words(view: View, table: ProtectedTable) -> tuple[str, str]:
    counts = counts_of(table, "duration")
    without = [counts.pop(code) for code in ("still_open", "not_timed")]
    whole, children = (view.total("missing_by_duration", unit) for unit in ("episodes", "children"))
    timed = None if whole is None else whole - sum(count or 0 for count in without)
    band = median_band(list(counts.values()), timed, children, view.source.mode)
    if band is None:
        return (
            "How long children were missing",
            "Too few, or too many withheld, to say which length is in the middle.",
        )
    sentence = "The middle one of the episodes with times, put in order of their length."
    withheld = sum(count is None for count in counts.values())
    if withheld:
        sentence += f" {counted(withheld)} {'length is' if withheld == 1 else 'lengths are'} withheld."
    return f"The middle episode lasted {label('duration', list(counts)[band]).lower()}", sentence


def first_risk(view: View) -> Finding:
    """M13: the grade first given."""
    words = _risk_words("initial_risk", "First grade of risk", "first graded")
    opening = "Episodes by the first grade of risk"
    return tell(view, Breakdown("first_risk", "missing_by_risk", "initial_risk", opening, words))


def highest_risk(view: View) -> Finding:
    """M13: the highest grade given."""
    words = _risk_words("highest_risk", "Highest grade of risk", "at some time graded")
    opening = "Episodes by the highest grade of risk"
    return tell(view, Breakdown("highest_risk", "missing_by_risk", "highest_risk", opening, words))


def _risk_words(dimension: str, plain: str, graded: str) -> Words:
    def words(view: View, table: ProtectedTable) -> tuple[str, str]:
        counts = known(table, dimension)
        high, share = counts["high"], counts_of(table, dimension, "share")["high"]
        if high is None:
            return plain, "How many were graded high is withheld."
        if all(count == 0 for count in counts.values()):
            return f"{plain}: none recorded", "No episode of this area and period has a grade."
        said = f"{percent(share)} of all episodes, graded or not. " if share else ""
        many = "1 episode was" if high == 1 else f"{number(high)} episodes were" if high else "No episode was"
        return (
            f"{many} {graded} high risk",
            f"{said}Agencies grade differently; a grade is not a fact about a child.",
        )

    return words


def harm(view: View) -> Finding:
    """M14: harm recorded while the child was missing, of episodes that have ended."""
    opening = "Episodes that have ended, by the harm recorded"
    return tell(view, Breakdown("harm", "missing_by_harm", "harm", opening, _harm_words, HARMS))


def _harm_words(view: View, table: ProtectedTable) -> tuple[str, str]:
    shares = counts_of(table, "harm", "share")
    told = [
        f"{words} in {percent(share)}"
        for code, words in (("unknown", "unknown"), ("not_recorded", "not recorded"))
        if (share := shares[code])
    ]
    title = f"Harm was {' and '.join(told)} of the episodes that ended" if told else "Harm while missing"
    return title, (
        "Harm not recorded is not the same as no harm. "
        "In 2011, 1 child in 12 was known to have been harmed while missing."
    )


def found_places(view: View) -> Finding:
    """M16: where children were found."""
    words = leading_words("found_place", "Where children were found")
    opening = "Episodes that have ended, by where the child was found"
    return tell(view, Breakdown("found_places", "missing_found", "found_place", opening, words))


def found_by(view: View) -> Finding:
    """M16: who found the child."""
    words = leading_words("found_by", "Who found the child")
    opening = "Episodes that have ended, by who found the child"
    return tell(view, Breakdown("found_by", "missing_found", "found_by", opening, words))


def establishments(view: View) -> Finding:
    """M17: from what kinds of placement children in care went missing."""
    words = leading_words("placement", "Placements that children in care went missing from")
    opening = "Episodes of children in care, by the kind of placement"
    return tell(
        view, Breakdown("establishments", "missing_by_establishment", "placement", opening, words, CARE)
    )


def senders(view: View) -> Finding:
    """Q4: children whom police, children's services or both recorded."""
    opening = "Children by the agencies that sent a record of them"
    told = Breakdown(
        "senders", "missing_by_sender", "sent_by", opening, _sender_words, ("both",), "children", False
    )
    return tell(view, told)


def _sender_words(view: View, table: ProtectedTable) -> tuple[str, str]:
    rows = counts_of(table, "sent_by", "children")
    both = counts_of(table, "sent_by", "share")["both"]
    title = "Which agencies recorded the children"
    if both:
        title = f"{share_phrase(both)} of the children were recorded by both police and children’s services"
    police, council = (
        number(count) if count is not None else "fewer than 10"
        for count in (rows["police_only"], rows["council_only"])
    )
    return title, (
        f"Children recorded by police only: {police}; by children’s services only: {council}. "
        "An absence that both sent is counted once."
    )
