"""A slow second count of the demo's return interviews gives what `ask` gives in exact mode."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from answers.source import Source
from tests.answers.counting import LONDON, Absence, Demo, Row, moment, read, read_demo
from tests.answers.test_by_counting import Counts, asked, counted

THREE_DAYS = timedelta(hours=72)
ORDER = (
    "completed",
    "accepted",
    "declined",
    "no_answer",
    "not_offered",
    "unknown",
    "not_applicable",
    "not_recorded",
)
Told = dict[str, str | bool | list[str]]


def standing(row: Row) -> str:
    """How far one interview went."""
    if row["interviewed_at"]:
        return "completed"
    if row["accepted"] == "yes":
        return "accepted"
    if row["offered"] == "yes":
        return "declined" if row["accepted"] == "no" else "no_answer"
    return {"no": "not_offered", "": "not_recorded"}.get(row["offered"], row["offered"])


def timing(absence: Absence, row: Row) -> str:
    held = moment(row["interviewed_at"])
    if not held or not absence.ended:
        return "not_timed"
    waited = held - absence.ended
    return "before_return" if waited < timedelta() else "within_72h" if waited <= THREE_DAYS else "after_72h"


def due_on(absence: Absence) -> date:
    """The local day on which 72 hours are over; of a day alone, of its very end."""
    assert absence.ended_on
    midnight = datetime.combine(absence.ended_on + timedelta(days=1), time(), LONDON).astimezone(UTC)
    return ((absence.ended or midnight) + THREE_DAYS).astimezone(LONDON).date()


class Interviews:
    """Every ended missing episode with what is told of its return interview."""

    def __init__(self, folder: Path, last: date) -> None:
        self.demo: Demo = read_demo(folder)
        self.demo.absences = [one for one in self.demo.absences if one.kind == "missing" and one.ended_on]
        rows = _interviews(folder)
        self.told = {id(one): _told(one, rows, last) for one in self.demo.absences}

    def count(self, parts: Callable[[Told], list[str]]) -> Counts:
        """By the day of the return: children and episodes by each code that `parts` gives."""
        return counted(
            self.demo,
            lambda one, period: period.since <= (one.ended_on or date.max) < period.until,
            lambda one: dict.fromkeys(parts(self.told[id(one)]), 1),
        )


def _interviews(folder: Path) -> dict[str, list[Row]]:
    """The interviews that cover each episode, by its pseudonym."""
    found = defaultdict(list)
    for sender in sorted(path.name for path in folder.iterdir() if path.is_dir()):
        rows = {row["interview_ref"]: row for row in read(folder, sender, "return_interviews")}
        for link in read(folder, sender, "interview_episodes"):
            found[link["episode_ref"]].append(rows[link["interview_ref"]])
    return found


def _told(absence: Absence, rows: dict[str, list[Row]], last: date) -> Told:
    found = [row for ref in absence.refs for row in rows.get(ref, [])]
    found.sort(
        key=lambda row: (
            ORDER.index(standing(row)),
            timing(absence, row) == "before_return",
            row["interviewed_at"][:10],
            moment(row["interviewed_at"]) or datetime.max.replace(tzinfo=UTC),
        )
    )
    if not found:
        return {
            "standing": "not_recorded",
            "offered": "not_recorded",
            "due": due_on(absence) <= last,
            "timing": "",
        }
    row = found[0]
    went = standing(row)
    return {
        "standing": went,
        "offered": "yes" if went in ("completed", "accepted") else row["offered"] or "not_recorded",
        "due": due_on(absence) <= last,
        "timing": timing(absence, row) if went == "completed" else "",
        "disclosed": row["exploitation_disclosed"] or "not_recorded",
        "themes": row["themes"].split(";") if row["themes"] else ["not_recorded"],
        "reason": row["declined_reason"] or "not_recorded",
    }


def steps(told: Told) -> list[str]:
    """Every step that an episode reached."""
    reached = {
        "ended": True,
        "applicable": told["offered"] != "not_applicable",
        "offered": told["offered"] == "yes",
        "accepted": told["standing"] in ("accepted", "completed"),
        "completed": told["standing"] == "completed",
        "due": told["due"],
        "completed_due": told["due"] and told["standing"] == "completed",
        "no_answer": told["standing"] == "no_answer",
        "offer_unknown": told["offered"] == "unknown",
        "offer_not_recorded": told["offered"] == "not_recorded",
    }
    held = [str(told["timing"])] if told["due"] and told["timing"] else []
    return [*(step for step, is_so in reached.items() if is_so), *held]


@pytest.fixture(scope="module")
def interviews(demo_extracts: list[Path], exact: Source) -> Interviews:
    return Interviews(demo_extracts[0].parent, exact.data_date)


def test_every_step_of_the_way_to_an_interview(interviews: Interviews, exact: Source) -> None:
    """R1 to R4."""
    found = interviews.count(steps)
    assert asked(exact, "interview_steps", "reached") == found
    assert asked(exact, "returned") == interviews.count(lambda told: [""])
    assert found["all", "2025-26", "within_72h"][1] > 100
    assert found["all", "2026-Q3", "due"][1] < found["all", "2026-Q3", "ended"][1]


def test_offers_reasons_themes_and_disclosure(interviews: Interviews, exact: Source) -> None:
    """R1, R5, R7."""
    held = "completed"
    assert asked(exact, "returned", "offered") == interviews.count(lambda told: [str(told["offered"])])
    assert asked(exact, "interviews_declined", "reason") == interviews.count(
        lambda told: [str(told["reason"])] if told["standing"] == "declined" else []
    )
    assert asked(exact, "interviews_completed", "disclosed") == interviews.count(
        lambda told: [str(told["disclosed"])] if told["standing"] == held else []
    )
    assert asked(exact, "interview_themes", "theme") == interviews.count(
        lambda told: list(told["themes"]) if told["standing"] == held else []  # type: ignore[arg-type]
    )
