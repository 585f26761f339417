"""A slow second count of the demo's files gives what `ask` gives in exact mode."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

import pytest

from answers.periods import Period, period_named
from answers.question import ask
from answers.source import Source
from tests.answers.counting import LONDON, Absence, Demo, hours_of, read_demo

AREAS = ["all", "X26", "X10000001", "X10000901", "X07000001", "X07000005", "X05000012", "unknown"]
PERIODS = [period_named(name) for name in ("2024-Q2", "2026-Q3", "2025-26", "2024-Q4..2025-Q3", "2025-03")]

Counts = dict[tuple[str, ...], tuple[int, float]]
Parts = Callable[[Absence], dict[str, float]]


@pytest.fixture(scope="module")
def demo(demo_extracts: list[Path]) -> Demo:
    return read_demo(demo_extracts[0].parent)


def add_up(records: Iterable[tuple[str, str, float]]) -> dict[str, tuple[int, float]]:
    """Distinct children, and episodes, by code, of (code, child, weight)."""
    children: dict[str, set[str]] = defaultdict(set)
    episodes: dict[str, float] = defaultdict(float)
    for code, child, weight in records:
        children[code].add(child)
        episodes[code] += weight
    return {code: (len(children[code]), episodes[code]) for code in children}


def counted(demo: Demo, keep: Callable[[Absence, Period], bool], parts: Parts) -> Counts:
    found: Counts = {}
    for area in AREAS:
        for period in PERIODS:
            of_area = [
                one for one in demo.absences if area in demo.above.get(one.home or "", ["unknown", "all"])
            ]
            records = [
                (code, one.child, weight)
                for one in of_area
                if one.under_18 and keep(one, period)
                for code, weight in parts(one).items()
            ]
            for code, both in add_up(records).items():
                found[(area, period.name, code) if code else (area, period.name)] = both
    return found


def asked(exact: Source, question: str, *by: str) -> Counts:
    table = ask(exact, question, "home", AREAS, PERIODS, by)
    names = zip(*(table.labels(name) for name in table.dimensions), strict=True)
    events = table.values("episodes") if "episodes" in table.numbers else table.values("children")
    counts = zip(table.values("children"), events, strict=True)
    return {
        name: (int(children or 0), round(episodes or 0, 6))
        for name, (children, episodes) in zip(names, counts, strict=True)
        if children
    }


def started(kind: str) -> Callable[[Absence, Period], bool]:
    return lambda one, period: one.kind == kind and period.since <= one.day < period.until


def one_part(absence: Absence) -> dict[str, float]:
    return {"": 1}


def recorded(column: str) -> Parts:
    return lambda absence: {absence.row[column] or "not_recorded": 1}


def rounded(counts: Counts) -> Counts:
    return {name: (children, round(episodes, 6)) for name, (children, episodes) in counts.items()}


def test_missing_and_away_and_the_children_of_both(demo: Demo, exact: Source) -> None:
    """M1, M2, M3."""
    found = counted(demo, started("missing"), one_part)
    assert asked(exact, "missing") == found
    assert asked(exact, "away") == counted(demo, started("away"), one_part)
    assert found["all", "2025-26"][1] > 500


@pytest.mark.parametrize("by", ["gender", "age_group", "ethnic_group"])
def test_which_children_went_missing(demo: Demo, exact: Source, by: str) -> None:
    """M3."""
    found = counted(demo, started("missing"), lambda one: {getattr(one, by): 1})
    assert asked(exact, "missing_by_child", by) == found
    assert len({name[2] for name in found}) > 3


def test_children_missing_from_care_and_children_in_care(demo: Demo, exact: Source) -> None:
    """M5."""
    in_care = counted(demo, lambda one, period: started("missing")(one, period) and one.in_care, one_part)
    assert asked(exact, "missing_from_care") == in_care
    for area in AREAS:
        for period in PERIODS:
            children = {
                child
                for child, since, until, home in demo.stays
                if area in demo.above.get(home or "", ["unknown", "all"])
                and since < period.until
                and (until is None or until >= period.since)
            }
            assert ask(exact, "in_care", "home", [area], [period]).values("children") == [len(children)]


def test_repeats(demo: Demo, exact: Source) -> None:
    """M6: at least a third within 90 days; and more than once in the period."""
    again = counted(demo, lambda one, period: started("missing")(one, period) and one.repeat, one_part)
    assert asked(exact, "missing_repeat") == again
    often = asked(exact, "missing_by_number", "repeated")
    for area, name in {key[:2] for key in often}:
        times: dict[str, int] = defaultdict(int)
        for one in demo.absences:
            if (
                one.under_18
                and area in demo.above.get(one.home or "", ["unknown", "all"])
                and started("missing")(one, period_named(name))
            ):
                times[one.child] += 1
        more = [count for count in times.values() if count > 1]
        assert often.get((area, name, "more_than_once"), (0, 0)) == (len(more), sum(more))


def test_missing_at_the_end(demo: Demo, exact: Source) -> None:
    """M8."""

    def open_then(one: Absence, period: Period) -> bool:
        return (
            one.kind == "missing"
            and one.day < period.until
            and (one.ended_on is None or one.ended_on >= period.until)
        )

    assert asked(exact, "missing_at_end") == counted(demo, open_then, one_part)


def test_lengths_places_and_harm(demo: Demo, exact: Source) -> None:
    """M9, M11, M14."""
    missing = started("missing")
    lengths = counted(demo, missing, lambda one: {one.duration: 1})
    assert asked(exact, "missing_by_duration", "duration") == lengths
    assert asked(exact, "missing_by_place", "place") == counted(demo, missing, recorded("missing_from"))
    ended = counted(
        demo, lambda one, period: missing(one, period) and one.duration != "still_open", recorded("harm")
    )
    assert asked(exact, "missing_by_harm", "harm") == ended


@pytest.mark.parametrize(("by", "place"), [("weekday", 0), ("hour", 1)])
def test_hours_and_weekdays(demo: Demo, exact: Source, by: str, place: int) -> None:
    """M15: each episode weighs 1."""

    def spread(absence: Absence) -> dict[str, float]:
        parts: dict[str, float] = defaultdict(float)
        for clock, weight in hours_of(absence).items():
            parts[clock[place]] += weight
        return parts

    assert asked(exact, "missing_by_hour", by) == rounded(counted(demo, started("missing"), spread))


def test_the_hours_at_each_kind_of_place(demo: Demo, exact: Source) -> None:
    """M15: a child counts once at each kind of place and part of the day."""

    def at(column: str, time: str) -> Parts:
        def parts(absence: Absence) -> dict[str, float]:
            moment: datetime | None = getattr(absence, time)
            part = moment.astimezone(LONDON).hour // 4 * 4 if moment else "not_timed"
            return {f"{absence.row[column] or 'not_recorded'} {part}": 1}

        return parts

    def children_of(counts: Counts) -> dict[tuple[str, ...], int]:
        return {(*name[:2], " ".join(name[2:])): children for name, (children, _) in counts.items()}

    missing = started("missing")
    went = counted(demo, missing, at("missing_from", "started"))
    assert children_of(asked(exact, "missing_place_hours", "place", "part_of_day")) == children_of(went)
    found = counted(
        demo,
        lambda one, period: missing(one, period) and one.duration != "still_open",
        at("found_place", "ended"),
    )
    assert children_of(asked(exact, "missing_found_hours", "found_place", "part_of_day")) == children_of(
        found
    )
