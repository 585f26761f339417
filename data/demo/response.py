"""The response in the demo: return interviews, assessments, indicators, referrals, services, returns, boards."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import numpy as np

from data.demo.episodes import DAY, Episodes, clear_of_changes
from data.demo.names import AGENCIES, HEALTH, HEALTH_LAST_DAY, NORTH, SERVICE_OPENED, SILENT, SOUTH
from data.demo.writing import dates, picked, refs, times

Columns = dict[str, Any]
YES_NO = ("yes", "no", "unknown", None)
INDICATORS = (
    ("unexplained_gifts", "behaviour"),
    ("older_associates", "relationships"),
    ("goes_missing", "behaviour"),
    ("persistent_absence", "education"),
    ("sexual_health_concern", "health"),
    ("self_harm", "health"),
    ("substance_misuse", "health"),
    ("family_conflict", "family"),
    ("secretive_online", "online"),
    ("hotel_visits", "places"),
)
THEMES = (
    "peers;family_conflict",
    "placement_unhappy",
    "older_associates;substances",
    "contact_with_family",
    "exploitation;older_associates",
    None,
)
TOOLS = {
    "eldermere_tool_2": ("green", "yellow", "amber", "red"),
    "health_screen": ("nil", "standard", "raised", "severe"),
}
LEVELS = ("none", "low", "medium", "high")
# Service: (kind, sector, area, places, opened, closed, for whom).
SERVICES: dict[str, tuple[str, str, str, int, date, date | None, str | None]] = {
    "Lantern Project Pellport": ("specialist_cse", "voluntary", "X07000006", 35, SERVICE_OPENED, None, None),
    "Tidewell Return Interviews": ("missing", "voluntary", "X26", 60, date(2019, 4, 1), None, None),
    "Northshore Therapy": ("therapeutic", "health", NORTH, 24, date(2018, 9, 1), None, None),
    "Young Voices": ("advocacy", "voluntary", SOUTH, 20, date(2020, 1, 6), None, None),
    "Boys Together": ("outreach", "voluntary", "X07000001", 12, date(2023, 4, 1), None, "boys"),
    "Family First Ullstead": (
        "family_support",
        "council",
        "X07000008",
        30,
        date(2017, 4, 1),
        date(2025, 3, 31),
        None,
    ),
}


def interview_tables(
    rng: np.random.Generator, episodes: Episodes, rows: np.ndarray, sender: str, holder: str, last: int
) -> dict[str, Columns]:
    """`return_interviews` and `interview_episodes` of the ended absences `rows`; some cover several.

    `sender` is the agency whose pseudonyms of the absences are used.
    """
    rows = rows[episodes.missing[rows] & (episodes.end[rows] >= 0)]
    child, end = episodes.child[rows], episodes.end[rows]
    near = np.append(False, (child[1:] == child[:-1]) & (end[1:] - end[:-1] < 3 * DAY))
    interview = np.cumsum(~(near & (rng.random(len(rows)) < 0.6))) - 1
    final = np.flatnonzero(np.append(interview[1:] != interview[:-1], True)) if len(rows) else rows
    count, back = len(final), end[final]
    offered = rng.choice(3, count, p=[0.86, 0.11, 0.03])
    accepted = (offered == 0) & (rng.random(count) < 0.66)
    waited = np.exp(rng.normal(np.log(52 * 60), 0.75, count)).astype(np.int64)
    when = clear_of_changes(np.minimum(back + 180 + waited, last * DAY + 1080))
    done = accepted & (rng.random(count) < 0.93) & (when > back)
    told = [
        np.where(done, rng.choice(4, count, p=[yes, 0.9 - yes, 0.04, 0.06]), 3) for yes in (0.62, 0.58, 0.12)
    ]
    number = rows[final]
    return {
        "return_interviews": {
            "interview_ref": refs(f"interview {holder}", number),
            "child_ref": refs("child", child[final]),
            "offered": picked(["yes", "no", "not_applicable"], offered),
            "offered_on": dates(
                np.minimum(back // DAY + rng.integers(0, 3, count), last), (offered == 0) & (when > back)
            ),
            "accepted": picked(["yes", "no", None], np.where(offered > 0, 2, np.where(accepted, 0, 1))),
            "declined_reason": picked(
                ["child_declined", "parent_declined", "not_found", None],
                np.where((offered == 0) & ~accepted, rng.choice(4, count, p=[0.6, 0.15, 0.1, 0.15]), 3),
            ),
            "interviewed_at": times(when, rng.random(count) < 0.08, done),
            "interviewer_independent": picked(YES_NO, told[0]),
            "shared_with_police": picked(YES_NO, told[1]),
            "exploitation_disclosed": picked(YES_NO, told[2]),
            "themes": picked(THEMES, np.where(done, rng.integers(0, len(THEMES), count), len(THEMES) - 1)),
        },
        "interview_episodes": {
            "interview_ref": refs(f"interview {holder}", number[interview]),
            "episode_ref": refs(sender, rows),
        },
    }


def assessments(
    rng: np.random.Generator, child: np.ndarray, day: np.ndarray, tool: str, last: int
) -> Columns:
    """`assessments`: several of each child, about every six weeks, by one tool."""
    times_over = rng.integers(1, 6, len(child))
    row = np.repeat(np.arange(len(child)), times_over)
    step = np.arange(len(row)) - np.repeat(np.cumsum(times_over) - times_over, times_over)
    on = day[row] + 45 * step + rng.integers(-6, 7, len(row))
    row, on = row[on <= last], on[on <= last]
    level = rng.choice(4, len(row), p=[0.08, 0.28, 0.38, 0.26])
    return {
        "assessment_ref": refs(f"assessment {tool}", np.arange(len(row))),
        "child_ref": refs("child", child[row]),
        "assessed_on": dates(on),
        "tool": picked([tool], np.zeros(len(row), dtype=int)),
        "local_level": picked(TOOLS[tool], level),
        "level": picked(LEVELS, level),
        "next_due_on": dates(on + 42, rng.random(len(row)) < 0.85),
    }


def indicators(
    rng: np.random.Generator, child: np.ndarray, day: np.ndarray, agency: str, last: int
) -> Columns:
    """`indicators`: one to four noted of each child."""
    row = np.repeat(np.arange(len(child)), rng.integers(1, 5, len(child)))
    on = day[row] + rng.integers(-40, 40, len(row))
    row, on = row[on <= last], on[on <= last]
    which = rng.integers(0, len(INDICATORS), len(row))
    return {
        "child_ref": refs("child", child[row]),
        "indicator": picked([one[0] for one in INDICATORS], which),
        "domain": picked([one[1] for one in INDICATORS], which),
        "noted_on": dates(on),
        "agency_code": picked([agency], np.zeros(len(row), dtype=int)),
    }


def referrals(
    rng: np.random.Generator, child: np.ndarray, day: np.ndarray, agency: str, last: int
) -> Columns:
    """`referrals` with their steps; a later step is there only when it came by `last`."""
    count = len(child)
    contact = day + rng.integers(2, 60, count)
    steps = [
        contact + rng.integers(low, high, count) for low, high in ((3, 40), (1, 15), (20, 60), (60, 300))
    ]
    happened = [
        (when <= last) & (rng.random(count) < share)
        for when, share in zip(steps, (0.75, 0.4, 0.35, 0.7), strict=True)
    ]
    assessment, strategy, plan, closed = (
        dates(when, there) for when, there in zip(steps, happened, strict=True)
    )
    return {
        "referral_ref": refs(f"referral {agency}", np.arange(count)),
        "child_ref": refs("child", child),
        "referred_on": dates(day),
        "source": picked(
            ["1A", "2B", "3A", "5A", "6", "10"], rng.choice(6, count, p=[0.1, 0.3, 0.12, 0.3, 0.1, 0.08])
        ),
        "reason": picked(
            ["exploitation", "missing", "both", None], rng.choice(4, count, p=[0.4, 0.25, 0.2, 0.15])
        ),
        "service_ref": refs(
            "service", rng.choice([-1, 0, 1, 2, 3, 4], count, p=[0.2, 0.3, 0.2, 0.12, 0.1, 0.08])
        ),
        "first_contact_on": dates(contact, (contact <= last) & (rng.random(count) < 0.9)),
        "assessment_on": assessment,
        "strategy_discussion_on": strategy,
        "plan_on": plan,
        "closed_on": closed,
        "outcome": picked(
            ["completed", "disengaged", "moved_away", None],
            np.where(happened[3], rng.integers(0, 4, count), 3),
        ),
    }


def service_columns() -> Columns:
    """`services` of the county."""
    kind, sector, area, places, opened, closed, group = zip(*SERVICES.values(), strict=True)
    return {
        "service_ref": refs("service", range(len(SERVICES))),
        "service_name": list(SERVICES),
        "kind": kind,
        "sector": sector,
        "area_code": area,
        "places": places,
        "opened_on": opened,
        "closed_on": closed,
        "for_group": group,
    }


def return_columns(first: int, years: int) -> Columns:
    """`returns`: an answer of each agency for each quarter; three never answer, health stops."""
    starts = (np.datetime64(first, "D").astype("datetime64[M]") + 3 * np.arange(years * 4 + 1)).astype(
        "datetime64[D]"
    )
    rows = [
        (
            agency,
            since.astype(object),
            (until - 1).astype(object),
            *_answer(agency, number, since.astype(object)),
        )
        for agency in AGENCIES
        for number, (since, until) in enumerate(pairwise(starts))
    ]
    names = ("agency_code", "period_start", "period_end", "answer", "difficulty")
    return dict(zip(names, zip(*rows, strict=True), strict=True))


def _answer(agency: str, quarter: int, since: date) -> tuple[str, str | None]:
    if agency in SILENT:
        return "none", "no_search_function" if quarter % 2 else None
    if agency == HEALTH and since > HEALTH_LAST_DAY:
        return "none", "system_changed"
    if list(AGENCIES).index(agency) < 5:
        return "full", None
    return ("full", "snapshot", "nil")[(quarter + len(agency)) % 3], None


def partnership_columns(years: int) -> Columns:
    """`partnership`: each council's arrangements at the end of each September."""
    days = [date(2026 - back, 9, 30) for back in reversed(range(years))]
    rows = [
        (
            area,
            day,
            "yes",
            "yes",
            "yes" if day.year > 2024 else "no",
            "yes" if area == NORTH else "unknown",
            "yes" if day.year > 2025 else "no",
            "yes" if area == NORTH and day >= SERVICE_OPENED else "no",
            "yes",
        )
        for area in (NORTH, SOUTH)
        for day in days
    ]
    names = (
        "area_code",
        "as_at",
        "sub_group",
        "lead_professional",
        "current_protocol",
        "coordinator",
        "disruption_plan",
        "multi_agency_team",
        "collects_data",
    )
    return dict(zip(names, zip(*rows, strict=True), strict=True))
