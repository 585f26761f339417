"""Shares, rates and bands are worked out from shown numbers, and give nothing more away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure import (
    change,
    is_within_noise,
    median_band,
    per_10_000,
    percentage,
    ratio,
    shares_of,
    shares_within,
)

shown = st.one_of(st.none(), st.just(0.0), st.integers(2, 4_000).map(lambda number: 5.0 * number))


@given(shown, shown)
def test_a_percentage_can_be_worked_out_again_from_what_is_shown(
    part: float | None, whole: float | None
) -> None:
    """I6, attacks 4 and 12: withheld parts, and wholes under 20, give no percentage."""
    share = percentage(part, whole, "protected")
    if part is None or whole is None or whole < 20:
        assert share is None
    else:
        assert share == min(100, round(100 * part / whole))


@pytest.mark.parametrize(
    ("parts", "whole", "shares"),
    [
        ([40, None], 40, [None, None]),  # '100%' beside somebody would be false
        ([40, 10], 40, [None, 25]),  # rounding made one part as large as the whole
        ([40, 0], 40, [100, 0]),  # a true zero is nobody: so it is all of them
        ([10, 2_500, None], 2_505, [None, None, None]),  # '0%' of somebody would be false too
        ([30, None, 10], 40, [75, None, 25]),
    ],
)
def test_all_and_none_are_said_only_where_they_are_true(
    parts: list[float | None], whole: float, shares: list[float | None]
) -> None:
    """Attack 4: a share of the whole is printed only where no other part holds anybody."""
    assert shares_of(parts, whole, "protected") == shares


def test_true_shares_are_printed_as_they_are_in_exact_mode() -> None:
    assert shares_of([40, 0], 40, "exact") == [100, 0]
    assert shares_of([39, 1], 40, "exact") == [97.5, 2.5]


def test_parts_of_several_wholes_stand_beside_those_of_their_own() -> None:
    keys, parts = ["2024", "2025", "2024", "2025"], [40, 40, None, 0]
    assert shares_within(keys, parts, [40, 40, 40, 40], "protected") == [None, 100, None, 0]


@given(shown, st.integers(1, 10**7))
def test_a_rate_can_be_worked_out_again_from_what_is_shown(count: float | None, population: int) -> None:
    rate = per_10_000(count, population)
    assert rate == (None if count is None else round(10_000 * count / population, 1))


def test_without_a_population_there_is_no_rate() -> None:
    assert per_10_000(20, None) is None
    assert per_10_000(20, 0) is None


@given(shown, shown)
def test_a_change_and_a_ratio_come_from_shown_numbers(now: float | None, before: float | None) -> None:
    known = now is not None and before is not None
    assert change(now, before) == (now - before if now is not None and before is not None else None)
    assert (ratio(now, before) is not None) == (known and before != 0)


@pytest.mark.parametrize(
    ("difference", "is_noise"), [(0, True), (5, True), (-5, True), (8, True), (10, False), (-10, False)]
)
def test_a_difference_that_rounding_alone_can_make_is_noise(difference: float, is_noise: bool) -> None:
    assert is_within_noise(difference, "protected") is is_noise
    assert not is_within_noise(difference, "exact")


@pytest.mark.parametrize(
    ("counts", "whole", "children", "band"),
    [
        ([30, 20, 10], 60, 60, 0),
        ([10, 20, 30], 60, 60, 1),
        ([30, 20, 10], 60, 15, None),  # too few children
        ([30, 20, 10], None, 60, None),  # the whole is withheld
        ([None, None, 40], 45, 40, 2),  # what is withheld cannot move the middle
        ([None, 20, 20, None], 60, 40, None),  # it can: 20 lie in the first band or in the last
        ([0, 0, 0], 0, 20, None),
    ],
)
def test_a_median_is_a_band_from_20_children(
    counts: list[float | None], whole: float | None, children: float, band: int | None
) -> None:
    assert median_band(counts, whole, children, "protected") == band
