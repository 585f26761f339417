"""Findings that part missing episodes by one thing recorded of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from answers.finding import Finding
from answers.view import View, emptied, finding_of
from answers.words import label, number, percent, share_phrase
from disclosure import ProtectedTable, median_band, percentage

NOT_KNOWN = ("unknown", "not_applicable", "not_recorded", "not_timed")
CARE = ("foster", "childrens_home", "semi_independent")
HEADINGS = {"children": "Children", "episodes": "Episodes", "share": "Share of episodes"}

Words = Callable[[View, ProtectedTable], tuple[str, str]]


@dataclass(frozen=True)
class Breakdown:
    """How one breakdown is told: its question, its dimension, what the subtitle opens with, and its words."""

    key: str
    question: str
    dimension: str
    subtitle: str
    words: Words
    accent: tuple[str, ...] = ()
    number: str = "episodes"


def tell(view: View, told: Breakdown) -> Finding:
    """The finding of a breakdown, with the share that each part is of all, and how many are not known."""
    whole = view.total(told.question, told.number)
    table = view.cells(told.question, (told.dimension,))
    table = _without_unused(view.with_shares(table, told.number, whole), told.dimension, told.number)
    title, sentence = told.words(view, table)
    finding = finding_of(
        view,
        told.key,
        told.question,
        table,
        title=title,
        subtitle=f"{told.subtitle}, {view.place}, {view.scope.period.label_long}. "
        f"{_counted(whole, told.number)}; {not_known(view, table, told)}.",
        sentence=sentence,
        columns={told.dimension: _heading(told.dimension), **HEADINGS, "share": f"Share of {told.number}"},
        extra={"accent": told.accent, "number": told.number, "not_known": NOT_KNOWN},
    )
    return emptied(finding, told.number)


def _without_unused(table: ProtectedTable, dimension: str, number_name: str) -> ProtectedTable:
    """Leave out 'not applicable' rows where they are a true zero for every area: they ask for no answer."""
    unused = [
        code
        for code, value in zip(table.labels(dimension), table.values(number_name), strict=True)
        if code == "not_applicable" and value == 0
    ]
    return table.without(dimension, unused) if unused else table


def _heading(dimension: str) -> str:
    return {
        "place": "Missing from",
        "duration": "Length",
        "harm": "Harm recorded",
        "initial_risk": "First grade",
        "highest_risk": "Highest grade",
        "found_place": "Found in",
        "found_by": "Found by",
        "placement": "Placement",
        "placed": "Placement",
        "sent_by": "Recorded by",
    }[dimension]


def _counted(whole: float | None, number_name: str) -> str:
    return f"{number(whole)} {number_name}" if whole is not None else f"{number_name.capitalize()} withheld"


def not_known(view: View, table: ProtectedTable, told: Breakdown) -> str:
    """'not recorded 7%, unknown 2%': every kind of not knowing, in words."""
    shares = dict(
        zip(
            table.labels(told.dimension),
            zip(table.values("share"), table.values(told.number), strict=True),
            strict=True,
        )
    )
    said = [
        f"{label(told.dimension, code).lower()} {percent(share) if share is not None else 'for few'}"
        for code, (share, count) in shares.items()
        if code in NOT_KNOWN and count != 0
    ]
    return ", ".join(said) or "recorded for all"


def known(table: ProtectedTable, dimension: str, number_name: str = "episodes") -> dict[str, float | None]:
    """The shown counts of the codes that are known."""
    pairs = zip(table.labels(dimension), table.values(number_name), strict=True)
    return {code: count for code, count in pairs if code not in NOT_KNOWN}


def largest(counts: dict[str, float | None]) -> str | None:
    """The code with the largest shown count; None when none is shown or the first place is shared."""
    shown = sorted(((count, code) for code, count in counts.items() if count), reverse=True)
    if not shown or (len(shown) > 1 and shown[0][0] == shown[1][0]):
        return None
    return shown[0][1]


def _share_of(view: View, table: ProtectedTable, dimension: str, code: str) -> float | None:
    return dict(zip(table.labels(dimension), table.values("share"), strict=True)).get(code)


def places(view: View) -> Finding:
    """M11: what kind of place children went missing from, care against home."""
    return tell(
        view,
        Breakdown(
            "places",
            "missing_by_place",
            "place",
            "Episodes by where the child went missing from",
            _place_words,
            CARE,
        ),
    )


def _place_words(view: View, table: ProtectedTable) -> tuple[str, str]:
    counts = known(table, "place")
    leading = largest(counts)
    if leading is None:
        return "What kind of place children went missing from", "Too few to describe."
    share = _share_of(view, table, "place", leading)
    name = label("place", leading).lower()
    title = (
        f"{share_phrase(share)} of episodes were from {_article(name)}"
        if share is not None
        else f"Most often, children went missing from {_article(name)}"
    )
    shown = [count for count in counts.values() if count is not None]
    most = f"{label('place', leading)}: {number(counts[leading])} episodes"
    sentence = f"{most}, the most of the {len(shown)} kinds of place shown. Blue: from care."
    return title, sentence


def _article(name: str) -> str:
    return {
        "family home": "the family home",
        "foster care": "foster care",
        "semi-independent": "semi-independent homes",
        "children’s home": "children’s homes",
        "children's home": "children's homes",
        "hospital": "hospital",
        "school": "school",
        "other": "other places",
    }.get(name, name)


def durations(view: View) -> Finding:
    """M9: how long episodes lasted, in bands; the middle one as a band."""
    told = Breakdown(
        "durations", "missing_by_duration", "duration", "Episodes by how long they lasted", _duration_words
    )
    return tell(view, told)


def _duration_words(view: View, table: ProtectedTable) -> tuple[str, str]:
    timed = [code for code in table.labels("duration") if code not in ("still_open", "not_timed")]
    rows = dict(zip(table.labels("duration"), table.values("episodes"), strict=True))
    band = median_band(
        [rows[code] for code in timed], view.total("missing_by_duration", "children"), view.source.mode
    )
    over_day = [rows[code] for code in timed[2:]]
    if band is None:
        return "How long children were missing", "Too few to describe."
    middle = label("duration", timed[band]).lower()
    withheld = sum(1 for count in over_day if count is None)
    sentence = f"Put in order of their length, the middle one of the episodes with times lasted {middle}."
    if withheld:
        sentence += f" {withheld} of the longer bands are withheld because few children are in them."
    return f"The middle episode lasted {middle}", sentence


def first_risk(view: View) -> Finding:
    """M13: the grade first given."""
    told = Breakdown(
        "first_risk",
        "missing_by_risk",
        "initial_risk",
        "Episodes by the first grade of risk",
        _risk_words("initial_risk", "first graded"),
    )
    return tell(view, told)


def highest_risk(view: View) -> Finding:
    """M13: the highest grade given."""
    told = Breakdown(
        "highest_risk",
        "missing_by_risk",
        "highest_risk",
        "Episodes by the highest grade of risk",
        _risk_words("highest_risk", "at some time graded"),
    )
    return tell(view, told)


def _risk_words(dimension: str, graded: str) -> Words:
    def words(view: View, table: ProtectedTable) -> tuple[str, str]:
        counts = known(table, dimension)
        shown = [count for count in counts.values() if count is not None]
        high = counts.get("high")
        share = percentage(high, sum(shown), view.source.mode) if len(shown) == len(counts) else None
        if not any(counts.values()):
            return f"No episode is recorded as {graded}", "No grade is shown for this area and period."
        if high is None:
            return f"Episodes as they were {graded}", "Too few were graded high to describe."
        title = f"{number(high)} episodes were {graded} high risk"
        said = f" ({percent(share)} of those graded)" if share is not None else ""
        return (
            title,
            f"{number(high)} episodes were {graded} high{said}. Agencies grade differently; a grade is not a fact about a child.",
        )

    return words


def harm(view: View) -> Finding:
    """M14: harm recorded while the child was missing, of episodes that have ended."""
    told = Breakdown(
        "harm",
        "missing_by_harm",
        "harm",
        "Episodes that have ended, by the harm recorded",
        _harm_words,
        ("injury", "sexual_offence", "other_offence", "substance", "other"),
    )
    return tell(view, told)


def _harm_words(view: View, table: ProtectedTable) -> tuple[str, str]:
    rows = dict(zip(table.labels("harm"), table.values("episodes"), strict=True))
    unknown = [_share_of(view, table, "harm", code) for code in ("unknown", "not_recorded")]
    shown = sum(share for share in unknown if share is not None)
    if rows.get("none") is None:
        return "Harm recorded while missing", "Too few to describe."
    title = (
        f"Nothing is known of harm in {share_phrase(shown).lower()} of the episodes that ended"
        if shown >= 20
        else "Harm recorded while children were missing"
    )
    return (
        title,
        "Harm not recorded is not the same as no harm. In 2011, 1 child in 12 was known to have been harmed while missing.",
    )


def found_places(view: View) -> Finding:
    """M16: where children were found."""
    told = Breakdown(
        "found_places",
        "missing_found",
        "found_place",
        "Episodes that have ended, by where the child was found",
        _leading_words("found_place", "Where children were found", "Most often recorded: "),
    )
    return tell(view, told)


def found_by(view: View) -> Finding:
    """M16: who found the child."""
    told = Breakdown(
        "found_by",
        "missing_found",
        "found_by",
        "Episodes that have ended, by who found the child",
        _leading_words("found_by", "Who found the child", "Most often recorded: "),
    )
    return tell(view, told)


def establishments(view: View) -> Finding:
    """M17: from what kinds of placement children in care went missing."""
    told = Breakdown(
        "establishments",
        "missing_by_establishment",
        "placement",
        "Episodes of children in care, by the kind of placement",
        _leading_words(
            "placement", "What kinds of placement children in care went missing from", "Most often: "
        ),
        CARE,
    )
    return tell(view, told)


def _leading_words(dimension: str, plain: str, opening: str) -> Words:
    def words(view: View, table: ProtectedTable) -> tuple[str, str]:
        counts = known(table, dimension)
        leading = largest(counts)
        if leading is None:
            none = not any(count != 0 for count in counts.values())
            return (
                plain,
                "Not recorded for any episode." if none else "Too few, or too alike, to name one first.",
            )
        name = label(dimension, leading)
        return (
            f"{plain}: most often, {name[0].lower()}{name[1:]}",
            f"{opening}{name[0].lower()}{name[1:]}, {number(counts[leading])} episodes.",
        )

    return words


def senders(view: View) -> Finding:
    """Q4: children whom police, children's services or both recorded."""
    told = Breakdown(
        "senders",
        "missing_by_sender",
        "sent_by",
        "Children by the agencies that sent a record of them",
        _sender_words,
        ("both",),
        "children",
    )
    finding = tell(view, told)
    return replace(finding, columns={**finding.columns, "share": "Share of children"})


def _sender_words(view: View, table: ProtectedTable) -> tuple[str, str]:
    rows = dict(zip(table.labels("sent_by"), table.values("children"), strict=True))
    shares = dict(zip(table.labels("sent_by"), table.values("share"), strict=True))
    both = shares["both"]
    title = "Which agencies recorded the children"
    if both:
        title = f"{share_phrase(both)} of the children were recorded by both police and children’s services"
    elif shares["police_only"] == 100 or shares["council_only"] == 100:
        title = f"All children were recorded by {'police' if shares['police_only'] == 100 else 'children’s services'} only"
    named = [(rows["police_only"], "by police only"), (rows["council_only"], "by children’s services only")]
    said = " and ".join(
        f"{number(count) if count is not None else 'fewer than 10'} {words}" for count, words in named
    )
    return title, f"{said[0].upper()}{said[1:]}. The same absence sent by both is counted once."
