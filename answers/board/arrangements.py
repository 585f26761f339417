"""S5: each area's arrangements at a date, what is expected of them, and what changed since the last: published facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from answers.periods import print_date
from answers.question import NeedsTable
from answers.source import Area
from answers.view import View
from answers.words import counted, in_sentence, listed

# What the guidance expects of a board: the column, its name, and which guidance expects it.
EXPECTED = {
    "sub_group": ("A sub-group on exploitation", "2009"),
    "lead_professional": ("A lead professional", "2009"),
    "current_protocol": ("A protocol in force", "2009"),
    "coordinator": ("A coordinator in post", "2009"),
    "disruption_plan": ("A plan of disruption", "2009 and 2011"),
    "multi_agency_team": ("A multi-agency team", "2011"),
    "collects_data": ("Data collected on exploitation", "2009 and 2011"),
}
GUIDANCE = (
    "2009: Safeguarding Children and Young People from Sexual Exploitation, supplementary guidance to Working Together. "
    "2011: CEOP thematic assessment ‘Out of Mind, Out of Sight’, and the national action plan that followed it. "
    "Expectations are in this partnership’s short words."
)
ANSWERS = {
    "yes": "Yes",
    "no": "No",
    "unknown": "Unknown",
    "not_applicable": "Not applicable",
    None: "Not recorded",
}
OLD = 366  # days after which what a board said is called old
Answers = dict[str, str | None]


@dataclass(frozen=True)
class Board:
    """One area: what it said last, on which day, and what it said before that; None where it said nothing."""

    area: Area
    as_at: date | None
    now: Answers
    before_at: date | None
    before: Answers

    def is_old(self, day: date) -> bool:
        """Whether what it said last is more than a year old on a day."""
        return self.as_at is not None and (day - self.as_at).days > OLD


def boards(view: View) -> list[Board]:
    """Each council in the chosen area, and each other area that sent anything; NeedsTable where no board did."""
    if "partnership" not in view.source.tables:
        raise NeedsTable("partnership")
    sent = [row for row in view.source.arrangements if row["as_at"] <= view.scope.period.last_day]
    return [_board(area, sent) for area in view.source.areas if _is_told(view, area)]


def _is_told(view: View, area: Area) -> bool:
    """Councils answer for themselves; an area of another level does where its board sent something, at whatever date."""
    chosen = view.scope.area
    if chosen not in (area.code, *view.source.above(area.code)) or area.code == "all":
        return False
    return area.level == "local_authority" or any(
        row["area"] == area.code for row in view.source.arrangements
    )


def _board(area: Area, sent: Sequence[dict[str, object]]) -> Board:
    rows = sorted((row for row in sent if row["area"] == area.code), key=lambda row: str(row["as_at"]))
    none: dict[str, object] = {}
    last, before, *_ = *reversed(rows), none, none
    return Board(area, _day(last), _answers(last), _day(before), _answers(before))


def _day(row: dict[str, object]) -> date | None:
    day = row.get("as_at")
    return day if isinstance(day, date) else None


def _answers(row: dict[str, object]) -> Answers:
    return {name: str(row[name]) if row.get(name) is not None else None for name in EXPECTED}


def rows_by_area(view: View) -> list[list[str]]:
    """One printed row for each area: its name, the day it speaks of, and each arrangement."""
    return [
        [one.area.name, print_date(one.as_at) if one.as_at else "Nothing sent", *_printed(one)]
        for one in boards(view)
    ]


def _printed(one: Board) -> list[str]:
    return [ANSWERS[one.now[name]] if one.as_at else "" for name in EXPECTED]


def rows_by_expectation(view: View) -> list[list[str]]:
    """One printed row for each expectation: which guidance, how many areas meet it, do not, and of how many it is not known."""
    found = boards(view)
    return [[name, guidance, *_numbers(found, column)] for column, (name, guidance) in EXPECTED.items()]


def _numbers(found: Sequence[Board], column: str) -> list[str]:
    answers = [one.now[column] for one in found]
    yes, no = answers.count("yes"), answers.count("no")
    return [str(yes), str(no), str(len(found) - yes - no), str(len(found))]


def title(view: View) -> str:
    """How many of the areas have every arrangement recorded as there."""
    found = boards(view)
    if not found:
        return "No board answers for this area"
    whole = [one for one in found if all(answer == "yes" for answer in one.now.values())]
    areas = "area" if len(found) == 1 else "areas"
    return f"{counted(len(whole))} of {len(found)} {areas} {'has' if len(whole) == 1 else 'have'} everything that is expected"


def told_of(view: View) -> str:
    """'Eldermere, the last answer of each area up to 30 September 2026.'"""
    return f"{view.area.name}, the last answer of each area up to {print_date(view.scope.period.last_day)}."


def gaps_words(view: View) -> str:
    """What no area has, what is not known, and who sent nothing or nothing for a year."""
    found, day = boards(view), view.scope.period.last_day
    silent = [one.area.name for one in found if one.as_at is None]
    old = [one.area.name for one in found if one.is_old(day)]
    lacking = [
        in_sentence(EXPECTED[name][0])
        for name in EXPECTED
        if found and all(one.now[name] == "no" for one in found)
    ]
    said = [f"No area has: {listed(lacking)}."] if lacking else []
    said += [f"Nothing sent by {listed(silent)}."] if silent else []
    said += [f"More than a year old: {listed(old)}."] if old else []
    said += ["Unknown and not recorded are not no."]
    return " ".join(said)


def changes(view: View) -> list[str]:
    """What each area said otherwise the time before, in words, and which have said it once only."""
    said: list[str] = []
    for one in boards(view):
        if one.as_at and one.before_at:
            said += [_change(one, name) for name in EXPECTED if one.now[name] != one.before[name]]
        elif one.as_at:
            said.append(f"{one.area.name}: sent once, on {print_date(one.as_at)}, so no change can be told.")
    return said


def _change(one: Board, name: str) -> str:
    before, now = (in_sentence(ANSWERS[answers[name]]) for answers in (one.before, one.now))
    days = f"{print_date(one.before_at)} to {print_date(one.as_at)}" if one.before_at and one.as_at else ""
    return f"{one.area.name}: {in_sentence(EXPECTED[name][0])}, from {before} to {now} ({days})."
