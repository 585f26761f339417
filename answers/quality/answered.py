"""Q3: what each agency answered, quarter by quarter: in full, with a snapshot, with nil, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from answers.periods import Period
from answers.question import NeedsTable
from answers.view import View, needed_quarters
from answers.words import counted, label, listed

QUARTERS = 8
ORDER = ("full", "snapshot", "nil", "none")
PART = "part"  # answered for a part of the quarter, and not for the rest
UNASKED = ""  # no word of the agency, whether an answer or that there was none
WORDS = {PART: "In part", UNASKED: "Not recorded", "nil": "Nil"}
SAID = (
    "A nil return says that there was nothing to report; no answer says nothing, and is never counted as none. "
    "Published facts, not counts of children."
)


@dataclass(frozen=True)
class Answered:
    """What agencies answered: the quarters, and for each agency by name the code of each of them."""

    quarters: list[Period]
    by_agency: dict[str, list[str]]

    @property
    def stopped(self) -> dict[str, Period]:
        """Agencies that answered once and not since, each with the last quarter it answered for."""
        found = {}
        for name, codes in self.by_agency.items():
            last = max((place for place, code in enumerate(codes) if code in ORDER[:3]), default=None)
            if last is not None and codes[last + 1 :] and set(codes[last + 1 :]) == {"none"}:
                found[name] = self.quarters[last]
        return found

    @property
    def never(self) -> list[str]:
        """Agencies that answered for none of the quarters."""
        return [name for name, codes in self.by_agency.items() if set(codes) <= {"none", UNASKED}]


def answered(view: View) -> Answered:
    """The last quarters up to the end of the period; NeedsTable where no agency was ever asked."""
    if not view.source.answered:
        raise NeedsTable("returns")
    quarters = needed_quarters(view, QUARTERS)
    given: dict[str, list[dict[str, Any]]] = {}
    for one in view.source.answers_given:
        given.setdefault(one["agency"], []).append(one)
    told = {
        name: [answer_of(given.get(agency, []), quarter) for quarter in quarters]
        for agency, name in view.source.agency_names.items()
    }
    return Answered(quarters, told)


def answer_of(given: Sequence[dict[str, Any]], quarter: Period) -> str:
    """The answer for the shortest time that lies in the quarter: what was said of it, not of the years around it."""
    inside = [
        one for one in given if one["period_start"] < quarter.until and one["period_end"] >= quarter.since
    ]
    if not inside:
        return UNASKED
    shortest = min((one["period_end"] - one["period_start"]).days for one in inside)
    codes = {one["answer"] for one in inside if (one["period_end"] - one["period_start"]).days == shortest}
    return PART if "none" in codes and len(codes) > 1 else min(codes, key=ORDER.index)


def word_of(code: str) -> str:
    """What a cell says."""
    return WORDS.get(code) or label("answer", code)


def title(told: Answered) -> str:
    """Who answered, in one line."""
    never, asked = len(told.never), len(told.by_agency)
    if not never:
        return f"Each of {asked} agencies answered for some of the last {len(told.quarters)} quarters"
    return f"{counted(never)} of {asked} agencies answered for none of the last {len(told.quarters)} quarters"


def sentence(told: Answered) -> str:
    """Which agencies stopped, and when."""
    stopped = [
        f"{name} last answered for {last.label_long}, and not since" for name, last in told.stopped.items()
    ]
    return f"{listed(stopped)}." if stopped else ""
