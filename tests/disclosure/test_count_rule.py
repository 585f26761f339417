"""The count rule: 0, `<10`, or a multiple of 5 that the same people always give."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure import show
from tests.disclosure.cells import KEYS, cells, shown_children

MANY = list(range(1, 20_001))
a_key = st.integers(0, KEYS - 1)


@given(st.integers(0, 100_000), a_key)
def test_a_count_of_people_is_0_withheld_or_a_multiple_of_5_from_10(count: int, key: int) -> None:
    (shown,) = shown_children(count, [key])
    if count == 0:
        assert shown == 0
    elif shown is None:
        assert count < 10
    else:
        assert shown >= 10
        assert shown % 5 == 0
        assert abs(shown - count) <= 4


@given(st.integers(1, 5), a_key)
def test_five_people_or_fewer_are_always_withheld(count: int, key: int) -> None:
    assert shown_children(count, [key]) == [None]


@given(st.integers(0, 500), a_key)
def test_the_same_people_give_the_same_number(count: int, key: int) -> None:
    assert shown_children(count, [key, key]) == shown_children(count, [key]) * 2


@pytest.mark.parametrize("count", [10, 11, 12, 13, 14, 37, 102])
def test_rounding_is_without_bias_and_goes_up_as_often_as_stated(count: int) -> None:
    shown = np.array(shown_children(count, MANY), dtype=float)
    assert shown.mean() == pytest.approx(count, abs=0.06)
    assert (shown > count).mean() == pytest.approx(count % 5 / 5, abs=0.015)
    assert shown.var() <= 6.4


@pytest.mark.parametrize(("count", "as_10"), [(6, 0.2), (7, 0.4), (8, 0.6), (9, 0.8), (5, 0.0), (10, 1.0)])
def test_a_probe_of_the_threshold_learns_the_stated_chance_and_no_more(count: int, as_10: float) -> None:
    """Attack 6: children are added one at a time; how often 10 appears is what the rule says in public."""
    shown = shown_children(count, MANY)
    assert sum(value == 10 for value in shown) / len(shown) == pytest.approx(as_10, abs=0.015)
    assert set(shown) <= {None, 10}


@pytest.fixture(scope="module")
def probes() -> dict[int, np.ndarray]:
    """What prints while children are added one at a time, for many orders of many children; 0 is `<10`."""
    record_keys = np.random.default_rng(7).integers(0, KEYS, size=(8_000, 15), dtype=np.uint64)
    sums = record_keys.cumsum(axis=1) % np.uint64(KEYS)
    return {
        count: np.array([shown or 0 for shown in shown_children(count, sums[:, count - 1].tolist())])
        for count in range(1, 16)
    }


@pytest.mark.parametrize("count", range(1, 16))
def test_each_child_that_is_added_changes_the_number_as_often_as_stated(
    probes: dict[int, np.ndarray], count: int
) -> None:
    """Attack 6, on sets that grow by one real record key after another."""
    below, above = count - count % 5, count - count % 5 + 5
    chance = {below: 1 - count % 5 / 5, above: count % 5 / 5}
    stated = {number: part for number, part in chance.items() if number >= 10 and part}
    assert {int(number) for number in set(probes[count])} - {0} == set(stated)
    for number, part in stated.items():
        assert (probes[count] == number).mean() == pytest.approx(part, abs=0.02)


@pytest.mark.parametrize("count", [6, 7, 8, 11, 12, 13])
def test_the_number_before_a_child_was_added_says_nothing_of_the_number_after(
    probes: dict[int, np.ndarray], count: int
) -> None:
    """Attack 6: without this, the step at which 10 first appears would be the tenth child more often than stated."""
    before, after = probes[count] > probes[count].min(), probes[count + 1] > probes[count + 1].min()
    assert (before & after).mean() == pytest.approx(before.mean() * after.mean(), abs=0.02)


@pytest.mark.parametrize(
    ("children", "key", "printed"),
    [(13, 123_456_789, 15), (13, 2_718_281_828, 10), (8, 123_456_789, 10), (8, 1_234_567_890, None)],
)
def test_the_worked_example_of_the_documentation_is_true(
    children: int, key: int, printed: int | None
) -> None:
    assert shown_children(children, [key]) == [printed]


@given(st.integers(10, 3_000), a_key)
def test_episodes_are_never_fewer_than_the_children_shown(count: int, key: int) -> None:
    shown = show(cells([count], [key]))
    assert shown["episodes"][0] >= shown["children"][0]


@pytest.mark.parametrize(
    ("largest", "two_largest", "is_shown"),
    [(40, 80, True), (41, 80, False), (40, 90, True), (30, 91, False), (100, 100, False)],
)
def test_one_or_two_children_who_stand_out_withhold_their_episodes(
    largest: int, two_largest: int, is_shown: bool
) -> None:
    """Attack 14: of 100 episodes one child may hold 40, two 90."""
    shown = show(cells([50], [7], [100], [largest], [two_largest]))
    assert bool(pd.notna(shown["episodes"][0])) is is_shown
    assert pd.notna(shown["children"][0])


def test_episodes_are_withheld_with_the_children_behind_them() -> None:
    shown = show(cells([4], [7], [900], [1], [2]))
    assert shown[["children", "episodes"]].isna().all(axis=None)


@pytest.mark.parametrize(("true", "base"), [(97, 5), (100, 5), (101, 10), (4_444, 10)])
def test_large_numbers_of_episodes_are_rounded_more_coarsely(true: int, base: int) -> None:
    shown = show(cells([30] * 500, range(500), [true] * 500))["episodes"]
    assert (shown % base == 0).all()
    assert set(shown) == {true - true % base, true - true % base + base} - (
        {true + base} if true % base == 0 else set()
    )


def test_the_evidence_is_left_out() -> None:
    assert list(show(cells([20], [7])).columns) == ["children", "episodes"]


@pytest.mark.parametrize("count", [-1, 2.5, float("nan"), 10**13])
def test_a_count_that_is_none_is_refused(count: float) -> None:
    frame = cells([1], [7]).astype({"children": float})
    frame["children"] = count
    with pytest.raises(ValueError, match="whole number"):
        show(frame)


def test_a_key_that_was_rounded_is_refused() -> None:
    with pytest.raises(ValueError, match="cell key"):
        show(cells([20], [7]).astype({"child_key": float}))
