"""Near-repeats: pairs as they are counted by hand, never of one child, and said only where chance cannot explain them."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from answers.knox import knox, near_pairs
from answers.places.near_repeat import near_repeat
from answers.scope import Scope
from answers.source import Source
from answers.view import View, found

REACH, SPANS = np.array([0.0, 0.5, 2.0]) + 1e-6, np.array([7, 28])


def test_two_events_of_one_child_or_of_one_case_are_no_pair() -> None:
    points = np.array([[0.0, 0.0], [0.0, 0.0], [0.0, 0.4], [0.0, 0.4], [9.0, 9.0]])
    child, case = np.array([1, 1, 2, 3, 4]), np.array([-1, -1, 7, 7, 7])
    pairs, distances = near_pairs(points, child, case, 2.0)
    named = {frozenset(pair) for pair in pairs.T.tolist()}
    # 0 and 1 are one child, 2 and 3 one case; 4 lies too far away; without a case nobody shares one.
    assert named == {frozenset(pair) for pair in ((0, 2), (0, 3), (1, 2), (1, 3))}
    assert distances == pytest.approx([0.4] * 4)


def by_hand(days: list[int], points: np.ndarray, child: list[int]) -> np.ndarray:
    """Every pair of two children, put into its band."""
    counts = np.zeros((3, 2), dtype=int)
    for one in range(len(days)):
        for other in range(one):
            far = np.hypot(*(points[one] - points[other]))
            near = next((band for band, most in enumerate(REACH) if far <= most), None)
            soon = next(
                (band for band, most in enumerate(SPANS) if abs(days[one] - days[other]) <= most), None
            )
            if child[one] != child[other] and near is not None and soon is not None:
                counts[near, soon] += 1
    return counts


def some_events(count: int, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    chance = np.random.default_rng(seed)
    return (
        chance.integers(0, 8, (count, 2)) / 4,
        chance.integers(0, 365, count),
        chance.integers(0, count // 3, count),
    )


def test_pairs_are_those_counted_one_by_one() -> None:
    points, days, child = some_events(60, 1)
    none = np.full(60, -1)
    found_ = knox(days, *near_pairs(points, child, none, 2.0), REACH, SPANS)
    assert found_.pairs.tolist() == by_hand(days.tolist(), points, child.tolist()).tolist()


def test_chance_is_the_same_days_dealt_out_to_the_same_places() -> None:
    """Against every way of dealing six days out, not some of them."""
    points, days, child = some_events(6, 3)
    every = np.mean(
        [by_hand(list(dealt), points, child.tolist()) for dealt in permutations(days.tolist())], axis=0
    )
    told = knox(days, *near_pairs(points, child, np.full(6, -1), 2.0), REACH, SPANS)
    assert told.expected == pytest.approx(every, abs=0.35)


def test_events_that_follow_on_one_another_are_found_and_others_are_not() -> None:
    points, days, _ = some_events(200, 5)
    child, none = np.arange(200), np.full(200, -1)
    quiet = knox(days, *near_pairs(points, child, none, 2.0), REACH, SPANS)
    assert (quiet.p > 0.05).all()
    again_points, again_days = np.vstack([points, points[:40]]), np.concatenate([days, days[:40] + 3])
    child, none = np.arange(240), np.full(240, -1)
    loud = knox(again_days, *near_pairs(again_points, child, none, 2.0), REACH, SPANS)
    assert loud.p[0, 0] < 0.05
    assert loud.pairs[0, 0] > 1.5 * loud.expected[0, 0]
    assert loud.p[2, 1] > 0.05


def test_one_child_again_and_again_is_no_near_repeat() -> None:
    points, days, _ = some_events(200, 5)
    again_points, again_days = np.vstack([points, points[:40]]), np.concatenate([days, days[:40] + 3])
    child = np.concatenate([np.arange(200), np.arange(40)])
    told = knox(again_days, *near_pairs(again_points, child, np.full(240, -1), 2.0), REACH, SPANS)
    assert (told.p > 0.05).all()


def test_the_same_records_say_the_same_twice() -> None:
    points, days, child = some_events(90, 8)
    pairs = near_pairs(points, child, np.full(90, -1), 2.0)
    assert knox(days, *pairs, REACH, SPANS).p.tolist() == knox(days, *pairs, REACH, SPANS).p.tolist()


def year_of(source: Source, role: str) -> View:
    period = [one for one in source.periods if one.kind == "rolling_year"][-1]
    return View(source, Scope(source.default_area, role, period))


def test_the_demo_whose_events_are_independent_shows_none(exact: Source) -> None:
    finding = found(near_repeat, year_of(exact, "found"))
    assert finding.table is not None
    assert set(finding.table.labels("sure")) == {"No"}
    assert finding.title == "No sign that events follow on one another more than by chance"


def test_pairs_of_events_are_told_in_exact_mode_alone(protected: Source, demo_root: Path) -> None:
    finding = found(near_repeat, year_of(protected, "found"))
    assert finding.state == "not_available"
    assert finding.table is None


def test_homes_are_no_events(exact: Source) -> None:
    assert found(near_repeat, year_of(exact, "home")).state == "not_available"


def test_events_in_marked_places_are_left_out_and_counted(
    exact: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    cells = [*["891951ca4b7ffff"] * 35, None, None]
    drawn = pd.DataFrame(
        {"child": range(37), "case_number": -1, "cell": cells, "day": pd.Timestamp("2025-03-01")}
    )
    drawn["is_marked"] = [place >= 30 and cell is not None for place, cell in enumerate(cells)]
    monkeypatch.setattr("answers.places.near_repeat.events", lambda *asked: drawn)
    finding = found(near_repeat, View(exact, Scope("all", "found", exact.periods[0])))
    assert "30 events with a cell; 2 without one; 5 left out" in finding.subtitle
    assert finding.table is not None
    assert finding.table.values("pairs")[0] == 30 * 29 / 2
