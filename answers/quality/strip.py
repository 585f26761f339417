"""What each page rests upon: how much of a few fields is left out, and which agencies did not answer, in one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from answers.board.arrangements import EXPECTED, boards
from answers.breakdown import COUNTED
from answers.quality.gaps import RECORDS, silent_names
from answers.view import View
from answers.words import listed, number, percent, plural
from data.problem import Problem
from disclosure import percentage

NAMED = 2  # so many agencies are named; of more, the first and how many others


@dataclass(frozen=True)
class Rests:
    """Fields of one kind of record: the question that counts those without them, and the one that counts all.

    `record` is a code of the breakdown by which all are counted, or '' for their total; `fields` has the words of each.
    """

    table: str
    words: tuple[str, str]
    gaps: tuple[str, str]
    whole: tuple[str, str]
    record: str
    number: str
    fields: dict[str, str]


@dataclass(frozen=True)
class Strip:
    """One line: what is said of each kind of record that the page rests upon, then of the agencies."""

    fields: list[str]
    agencies: str


ONE = {
    "missing_episodes": "absence",
    "return_interviews": "return interview",
    "assessments": "assessment",
    "victims": "record of a child identified",
    "referrals": "referral",
}


def _sent(record: str, **fields: str) -> Rests:
    gaps, whole = ("records_incomplete", "field"), ("records_sent", "record")
    return Rests(record, (ONE[record], RECORDS[record]), gaps, whole, record, "records", fields)


def _nominals(**fields: str) -> Rests:
    gaps, whole = ("nominals_incomplete", "field"), ("nominals", "")
    return Rests("nominals", COUNTED["nominals"], gaps, whole, "", "nominals", fields)


def _live(**fields: str) -> Rests:
    words, question = ("live act", "live acts"), "disruptions_live"
    return Rests("disruptions", words, (question, "ending"), (question, ""), "", "disruptions", fields)


# Each field in fewer words than Data quality has for it: all must stand in one line.
RESTS: dict[str, tuple[Rests, ...]] = {
    "missing": (
        _sent(
            "missing_episodes",
            start_time="start time",
            missing_from_kind="place missing from",
            initial_risk="first risk grade",
            harm="harm",
        ),
    ),
    "interviews": (
        _sent("return_interviews", accepted="whether accepted", interview_time="time held", themes="themes"),
    ),
    "places": (
        _sent(
            "missing_episodes",
            missing_from_cell="cell missing from",
            found_place="place found",
            found_by="found by",
        ),
    ),
    "journeys": (
        _sent("missing_episodes", missing_from_kind="place missing from", found_place="place found"),
        _sent("victims", living="living"),
    ),
    "children": (
        _sent(
            "victims",
            age_identified="age",
            identified_by="identified by",
            living="living",
            ever_missing="ever missing",
        ),
    ),
    "offenders": (
        _nominals(gender="gender", age_band="age", nationality="nationality", ethnicity="ethnicity"),
    ),
    "groups": (_nominals(age_band="age", ethnicity="ethnicity", position="work"),),
    "pathways": (
        _sent("referrals", reason="reason", service="service"),
        _sent("assessments", next_due="date due"),
    ),
    "services": (_sent("referrals", service="service"), _sent("assessments", level="level")),
    "disruption": (_live(no_end_date="end date"),),
    "board": (),
}


def strip(view: View, page: str) -> Strip | None:
    """What is said of the records that a page rests upon, of all areas together; None for a page that rests on none."""
    if page not in RESTS:
        return None
    said = [_said(view, rests) for rests in RESTS[page]]
    return Strip(said or [arrangements_words(view)], _agencies(view))


def _said(view: View, rests: Rests) -> str:
    """'Left out of 1,240 absences: start time 9%, harm while missing 31%.', or why it cannot be said."""
    many = rests.words[1]
    if rests.table not in view.source.tables:
        return f"No agency has sent {many}."
    try:
        whole, missing = _whole(view, rests), _left_out(view, rests)
    except Problem:
        return f"What is left out of {many} is not held for this period."
    if whole is None:
        return f"How many {many} were sent is withheld."
    if whole == 0:
        return f"No {rests.words[0]} was sent for this period."
    shares = [f"{words} {_share(view, missing[code], whole)}" for code, words in rests.fields.items()]
    return f"Left out of {plural(whole, *rests.words)}: {', '.join(shares)}."


def arrangements_words(view: View) -> str:
    """How many of the boards' arrangements are not known: published facts."""
    if "partnership" not in view.source.tables:
        return "No board has sent its arrangements."
    found = boards(replace(view, scope=replace(view.scope, area="all")))
    answers = [one.now[name] for one in found for name in EXPECTED]
    unknown = sum(answer in (None, "unknown") for answer in answers)
    areas = plural(len(found), "area", "areas")
    return (
        f"Not known: {number(unknown)} of {plural(len(answers), 'arrangement', 'arrangements')} of {areas}."
    )


def _whole(view: View, rests: Rests) -> float | None:
    question, by = rests.whole
    if not by:
        return view.total(question, rests.number, areas=["all"], role="home")
    table = view.cells(question, (by,), ["all"], role="home")
    return table.only(**{by: rests.record}).values(rests.number)[0]


def _left_out(view: View, rests: Rests) -> dict[str, float | None]:
    question, by = rests.gaps
    table = view.cells(question, (by,), ["all"], role="home")
    return dict(zip(table.labels(by), table.values(rests.number), strict=True))


def _share(view: View, missing: float | None, whole: float) -> str:
    """'9%', or that there are too few to say."""
    share = percentage(missing, whole, view.source.mode)
    return "too few to say" if share is None else percent(share)


def _agencies(view: View) -> str:
    """Who did not answer for the period; who was never asked is not known of."""
    asked = len(view.source.agency_names)
    names = silent_names(view)
    if not asked:
        return "Which agencies were asked is not recorded."
    if not names:
        return f"{_all(asked)} answered."
    return f"Silent: {named(names)}, of {plural(asked, 'agency', 'agencies')}."


def _all(asked: int) -> str:
    return "The one agency asked" if asked == 1 else f"All {asked} agencies asked"


def named(names: Sequence[str]) -> str:
    """'A', 'A and B', 'A and 3 others'."""
    if len(names) <= NAMED:
        return listed(names)
    return f"{names[0]} and {number(len(names) - 1)} others"
