"""Intelligence gaps: what cannot be concluded, because an agency did not answer or left a field out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from answers.periods import Period
from answers.quality.answered import answered
from answers.quality.fields import OFTEN, RECORD_OF, left_out
from answers.view import View, found
from answers.words import in_sentence, label, number, percent
from data.problem import Problem

RECORDS = {
    "missing_episodes": "absences",
    "return_interviews": "return interviews",
    "assessments": "assessments",
    "victims": "records of children identified",
    "referrals": "referrals",
}
# What a field is needed for: 'so' opens each.
NEEDED = {
    "start_time": "at what hours children go missing",
    "reported_time": "how soon children are reported missing",
    "end_time": "how long children were missing, and whether they were interviewed within 72 hours",
    "missing_from_kind": "whether children went missing from home or from care",
    "missing_from_cell": "from which places children go missing",
    "initial_risk": "whether the risk was seen at the start",
    "found_place": "where children are found",
    "found_by": "who finds children",
    "harm": "how often children come to harm while missing",
    "accepted": "how many children accept an interview",
    "declined_reason": "why interviews are declined",
    "interview_time": "whether interviews were held within 72 hours",
    "independent": "whether interviewers were independent",
    "shared": "whether police were told what was learnt",
    "themes": "why children go missing",
    "level": "how many children are at high risk",
    "next_due": "which reassessments are overdue, other than by the six weeks assumed",
    "identified_by": "which agencies see exploitation, and which do not",
    "age_identified": "how young children are when first known",
    "exploitation_start": "how long exploitation goes unseen",
    "ever_missing": "how exploitation and going missing are linked",
    "living": "whether children were exploited while in care",
    "school": "whether children were in school",
    "reason": "how many referrals are for exploitation",
    "service": "which services children are sent to",
}
NOT_SAID = {"no_search_function": "its system cannot be searched", "system_changed": "its system was changed"}


@dataclass(frozen=True)
class Gap:
    """What is not known, in one sentence, and what cannot be concluded because of it."""

    said: str
    so: str


def silent(view: View) -> list[Gap]:
    """Agencies that gave no answer for some of the period; a nil return is an answer."""
    period, stopped, gaps = view.scope.period, _stopped(view), []
    for name, given in _silent(view).items():
        part = "some of " if any(one["answer"] != "none" for one in given) else ""
        why = next((one["difficulty"] for one in given if one["difficulty"]), None)
        because = f": {NOT_SAID.get(why, label('', why).lower())}" if why else ""
        said = f"{name} did not answer for {part}{period.label_long}{because}."
        last = f"It last answered for {stopped[name].label_long}. " if name in stopped else ""
        gaps.append(Gap(said, f"{last}Whether it knows of any child cannot be said; no answer is not none."))
    return gaps


def _stopped(view: View) -> dict[str, Period]:
    """Agencies that answered once and not since, where that can be told by quarters."""
    try:
        return answered(view).stopped
    except Problem:
        return {}


def silent_names(view: View) -> list[str]:
    """The names of those agencies."""
    return list(_silent(view))


def _silent(view: View) -> dict[str, list[dict[str, Any]]]:
    """By the name of each agency that did not answer for all of the period: what it answered."""
    period = view.scope.period
    given = {
        name: [
            one for one in view.source.answers_given
            if one["agency"] == agency and one["period_start"] < period.until and one["period_end"] >= period.since
        ]
        for agency, name in view.source.agency_names.items()
    }  # fmt: skip
    return {
        name: answers
        for name, answers in given.items()
        if not answers or any(one["answer"] == "none" for one in answers)
    }


def fields(view: View) -> list[Gap]:
    """Fields that an agency left out of a quarter of its records or more, the most often left out first."""
    table = found(left_out, view).table
    if table is None:
        return []
    rows = zip(
        table.labels("agency"),
        table.labels("field"),
        table.values("share"),
        table.values("whole"),
        strict=True,
    )
    often = [row for row in rows if (row[2] or 0) >= OFTEN]
    return [_gap(view, *row) for row in sorted(often, key=lambda row: -(row[2] or 0))]


def _gap(view: View, agency: str, field: str, share: float | None, whole: float | None) -> Gap:
    records = f"{number(whole)} {RECORDS[RECORD_OF[field]]}"
    said = (
        f"{view.source.agency_names[agency]} left out {in_sentence(label('field', field))} in {percent(share)} "
        f"of {records}, {view.scope.period.label_long}."
    )
    return Gap(said, f"From its records it cannot be concluded {NEEDED[field]}.")
