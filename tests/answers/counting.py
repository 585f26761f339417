"""A second count of the demo's extracts: CSV files, plain loops, nothing of ours but the rules' words.

Slow and obviously right. It knows of two senders of episodes, police and children's services, as the demo has.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
SENDERS = ("eldermere_police", "eldermere_childrens_services")  # in the order in which gaps are filled
BANDS = ((8, "under_8h"), (24, "8_24h"), (48, "24_48h"), (72, "48_72h"), (168, "3_7d"), (672, "7_28d"))
HOUR = timedelta(hours=1)
AGES = ((10, "under_10"), (12, "10-11"), (14, "12-13"), (16, "14-15"), (18, "16-17"))
ETHNIC_GROUPS = {
    "A": "asian",
    "B": "black",
    "C": "chinese",
    "M": "mixed",
    "O": "other",
    "W": "white",
}  # by first letter

Row = dict[str, str]


@dataclass
class Absence:
    """One absence, sent by one agency or by both."""

    child: str
    kind: str
    day: date
    started: datetime | None
    ended: datetime | None
    ended_on: date | None
    row: Row
    home: str | None = None
    in_care: bool = False
    under_18: bool = True
    gender: str = "not_recorded"
    age_group: str = "not_recorded"
    ethnic_group: str = "not_recorded"
    repeat: bool = False
    refs: tuple[str, ...] = ()

    @property
    def duration(self) -> str:
        """The band of its length."""
        if self.ended_on is None and self.ended is None:
            return "still_open"
        if self.started and self.ended:
            return band((self.ended - self.started) / HOUR)
        if self.ended_on is None:
            return "not_timed"
        days = (self.ended_on - self.day).days
        least, most = band(max(24.0 * (days - 1), 0)), band(24 * (days + 1) - 0.001)
        return least if least == most else "not_timed"


@dataclass
class Demo:
    """All that the demo's extracts say of missing children."""

    absences: list[Absence]
    stays: list[tuple[str, date, date | None, str | None]]  # child, from, until, home
    above: dict[str, list[str]] = field(default_factory=dict)  # each area, and every area that it lies in


def band(hours: float) -> str:
    return next((name for limit, name in BANDS if hours < limit), "28d_plus")


def read(folder: Path, sender: str, table: str) -> list[Row]:
    path = folder / sender / f"{table}.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def moment(text: str) -> datetime | None:
    """A local time in UTC; None for a day alone, or nothing."""
    if len(text) <= 10:
        return None
    return datetime.fromisoformat(text).replace(tzinfo=LONDON).astimezone(UTC)


def day_of(text: str) -> date | None:
    return date.fromisoformat(text[:10]) if text else None


def read_demo(folder: Path) -> Demo:
    """The demo's extracts, with absences that both sent taken as one."""
    children: dict[str, Row] = {}
    for sender in SENDERS:  # children's services last: its extract is as new, and its name comes first
        children |= {row["child_ref"]: row for row in read(folder, sender, "children")}
    parents = {
        row["area_code"]: row["parent_code"] for sender in SENDERS for row in read(folder, sender, "areas")
    }
    stays = list(stays_of(read(folder, SENDERS[1], "care_episodes")).values())
    absences = [absence_of(rows) for rows in matched(folder)]
    by_child = defaultdict(list)
    for stay in stays:
        by_child[stay["child_ref"]].append(stay)
    for absence in absences:
        describe(absence, children.get(absence.child), by_child[absence.child])
    mark_repeats(absences)
    homes = {child: row["home_area"] for child, row in children.items()}
    placed = [
        (
            stay["child_ref"],
            date.fromisoformat(stay["started_on"]),
            day_of(stay["ended_on"]),
            homes.get(stay["child_ref"]) or stay["responsible_area"] or None,
        )
        for stay in stays
    ]
    return Demo(absences, placed, {code: [*climb(code, parents)] for code in parents})


def climb(code: str, parents: dict[str, str]) -> Iterator[str]:
    while code:
        yield code
        code = parents.get(code, "")
    yield "all"


def stays_of(rows: list[Row]) -> dict[tuple[str, ...], Row]:
    """One stay for each child, day, placement and home; the one that ended last, or has not."""
    kept: dict[tuple[str, ...], Row] = {}
    for row in rows:
        key = tuple(row[name] for name in ("child_ref", "started_on", "placement_type", "establishment_ref"))
        if key not in kept or (row["ended_on"] or "9") > (kept[key]["ended_on"] or "9"):
            kept[key] = row
    return kept


def matched(folder: Path) -> Iterator[list[Row]]:
    """The records of each absence, police first: each takes the nearest of the other, where it is that one's nearest."""
    police, council = (
        sorted(read(folder, one, "missing_episodes"), key=lambda row: row["episode_ref"]) for one in SENDERS
    )
    by_child = defaultdict(list)
    for row in police:
        by_child[row["child_ref"]].append(row)
    wanted: dict[str, list[tuple[float, int, Row]]] = defaultdict(list)
    alone = []
    for place, row in enumerate(council):
        near = [
            (apart(row, one), order) for order, one in enumerate(by_child[row["child_ref"]]) if same(row, one)
        ]
        if not near:
            alone.append(row)
            continue
        seconds, order = min(near)
        wanted[by_child[row["child_ref"]][order]["episode_ref"]].append((seconds, place, row))
    for row in police:
        suitors = sorted(wanted[row["episode_ref"]], key=lambda one: one[:2])
        yield [row, *(one[2] for one in suitors[:1])]
        alone += [one[2] for one in suitors[1:]]
    yield from ([row] for row in alone)


def same(one: Row, other: Row) -> bool:
    if one["started_at"][:10] == other["started_at"][:10]:
        return True
    first, second = moment(one["started_at"]), moment(other["started_at"])
    return bool(first and second and abs(first - second) <= 6 * HOUR)


def apart(one: Row, other: Row) -> float:
    return abs((about(one) - about(other)).total_seconds())


def about(row: Row) -> datetime:
    noon = datetime.fromisoformat(f"{row['started_at'][:10]}T12:00").replace(tzinfo=UTC)
    return moment(row["started_at"]) or noon


def absence_of(rows: list[Row]) -> Absence:
    """Police's record, its gaps filled from the other."""
    row = {name: next((one[name] for one in rows if one[name]), "") for name in rows[0]}
    day = date.fromisoformat(rows[0]["started_at"][:10])
    times = [[moment(one[name]) for one in rows if moment(one[name])] for name in ("started_at", "ended_at")]
    started, ended = (found[0] if found else None for found in times)
    if ended and started and ended < started:
        ended = None
    ended_on = day_of(row["ended_at"])
    if started and started.astimezone(LONDON).date() != day:
        started = None
    return Absence(
        row["child_ref"],
        row["kind"],
        day,
        started,
        ended,
        ended_on if ended_on and ended_on >= day else None,
        row,
        refs=tuple(one["episode_ref"] for one in rows),
    )


def describe(absence: Absence, child: Row | None, stays: list[Row]) -> None:
    """Home, care and age on the day on which it started; gender and ethnic group."""
    day = absence.day.isoformat()
    covering = [one for one in stays if one["started_on"] <= day <= (one["ended_on"] or "9")]
    covering.sort(key=lambda one: (one["started_on"], one["ended_on"] or "9"))
    absence.in_care = bool(covering)
    responsible = covering[-1]["responsible_area"] if covering else ""
    absence.home = (child["home_area"] if child else "") or responsible or None
    if child:
        absence.gender = child["gender"] or "not_recorded"
        absence.ethnic_group = ETHNIC_GROUPS.get(child["ethnicity"][:1], "not_recorded")
        tell_age(absence, child["birth_month"])


def tell_age(absence: Absence, born: str) -> None:
    """Its band, where the month of birth is recorded."""
    if born:
        months = absence.day.year * 12 + absence.day.month - int(born[:4]) * 12 - int(born[5:7])
        absence.under_18 = months // 12 < 18
        absence.age_group = next((name for limit, name in AGES if months // 12 < limit), "18_plus")


def mark_repeats(absences: list[Absence]) -> None:
    """Whether a missing episode is at least the third of the child within 90 days."""
    by_child = defaultdict(list)
    for absence in absences:
        if absence.kind == "missing":
            by_child[absence.child].append(absence)
    for own in by_child.values():
        own.sort(key=lambda one: (one.day, one.started or datetime.max.replace(tzinfo=UTC)))
        for two_before, third in zip(own, own[2:], strict=False):
            third.repeat = (third.day - two_before.day).days < 90


def hours_of(absence: Absence) -> dict[tuple[str, str], float]:
    """How an episode is spread over weekdays and hours, local time, 72 hours at most; nothing without times."""
    if not absence.started or not absence.ended:
        return {}
    end = min(absence.ended, absence.started + 72 * HOUR)
    spread: dict[tuple[str, str], float] = defaultdict(float)
    hour = absence.started.replace(minute=0, second=0, microsecond=0)
    if end == absence.started:
        spread[clock(hour)] += 1
    while hour < end:
        covered = min(end, hour + HOUR) - max(absence.started, hour)
        spread[clock(hour)] += covered / (end - absence.started)
        hour += HOUR
    return spread


def clock(hour: datetime) -> tuple[str, str]:
    local = hour.astimezone(LONDON)
    return str(local.isoweekday()), str(local.hour)
