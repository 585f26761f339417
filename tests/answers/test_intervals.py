"""Intervals and limits against published results."""

from __future__ import annotations

import math

import pytest

from answers.intervals import (
    difference_of_proportions,
    funnel,
    interval_of_count,
    proportion,
    rate_per_10_000,
    rate_ratio,
)
from answers.variation import xmr

PUBLISHED = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [(10, 4.79, 18.39), (100, 81.36, 121.63), (0, 0, 3.69), (1, 0.03, 5.57), (9, 4.12, 17.08)],
)
def test_the_interval_of_a_count_is_the_published_one(count: int, low: float, high: float) -> None:
    """Byar's from 10, the exact one below (Public Health England 2018; Garwood 1936)."""
    found = interval_of_count(count)
    assert (round(found.low, 2), round(found.high, 2)) == (low, high)


def test_a_rate_ratio_is_the_published_one() -> None:
    found = rate_ratio(42, 28)
    assert found is not None
    assert [round(end, 2) for end in (found.value, found.low, found.high)] == [1.50, 0.91, 2.51]


def test_a_ratio_to_nothing_is_none_and_of_nothing_is_0() -> None:
    assert rate_ratio(5, 0) is None
    none = rate_ratio(0, 12)
    assert none is not None
    assert (none.value, none.low) == (0, 0)
    assert math.isfinite(none.high)


def test_a_proportion_is_the_published_one() -> None:
    """Newcombe (1998): 81 of 263; 56 of 70 against 48 of 80."""
    share, gap = proportion(81, 263), difference_of_proportions((56, 70), (48, 80))
    assert share is not None
    assert gap is not None
    assert [round(end, 4) for end in (share.low, share.high, gap.low, gap.high)] == [
        0.2553,
        0.3662,
        0.0524,
        0.3339,
    ]
    assert proportion(0, 0) is None


def test_a_rate_needs_a_population() -> None:
    assert rate_per_10_000(50, 25_000).value == 20
    with pytest.raises(ValueError, match="population"):
        rate_per_10_000(50, 0)


def test_the_limits_of_a_control_chart_are_the_published_ones() -> None:
    """NHSRplotthedots: 1, 2, 1, 2, 10, then 1 and 2 in turn, gives 4.60, 1.94 and -0.72."""
    (segment,) = xmr(PUBLISHED).segments
    assert [round(end, 2) for end in (segment.upper, segment.mean, segment.lower)] == [4.60, 1.94, -0.72]
    assert [(signal.kind, signal.start) for signal in xmr(PUBLISHED).signals if signal.kind == "outside"] == [
        ("outside", 4)
    ]


def test_seven_on_one_side_are_a_shift_and_six_rising_are_a_trend() -> None:
    shifted = xmr([10, 12, 9, 11, 10, 12, 9, 20, 22, 19, 21, 20, 22, 19])
    assert {signal.kind for signal in shifted.signals} >= {"shift"}
    rising = xmr([10, 12, 10, 12, 10, 11, 12, 13, 14, 15, 12, 10])
    assert "trend" in {signal.kind for signal in rising.signals}


def test_a_series_that_is_almost_all_0_does_not_stand_out_from_itself() -> None:
    """With the few moving ranges that are not 0 left out, every quiet month would lie outside its limits."""
    quiet = xmr([0] * 20 + [1] + [0] * 20 + [1] + [0] * 5)
    assert all(signal.kind != "outside" or quiet.values[signal.start] for signal in quiet.signals)
    assert not xmr([0] * 20).signals


def test_limits_start_again_at_a_change_of_recording_and_need_eight_points() -> None:
    chart = xmr([10, 12] * 4 + [30, 32] * 4, changes=[8])
    assert [(one.start, one.stop, one.mean) for one in chart.segments] == [(0, 8, 11), (8, 16, 31)]
    assert xmr([10, 12] * 3).segments == ()
    assert xmr([None] * 12).segments == ()


def test_a_funnel_is_as_wide_as_chance_where_areas_are_alike_and_wider_where_they_are_not() -> None:
    people = [10_000.0, 20_000.0, 40_000.0, 15_000.0]
    alike, unlike = funnel([20, 40, 80, 30], people), funnel([60, 20, 160, 5], people)
    assert alike is not None
    assert unlike is not None
    assert (alike.target, alike.tau) == (20, 0)
    assert unlike.phi > 1
    assert unlike.tau > 0
    low, high = alike.limits(10_000, 0.95)
    assert low < 20 < high
    assert alike.position(20, 10_000) == "within"
    assert alike.position(90, 10_000) == "above"


def test_two_areas_make_no_funnel() -> None:
    assert funnel([10, 20], [1_000, 2_000]) is None
    assert funnel([0, 0, 0], [1_000, 2_000, 3_000]) is None
