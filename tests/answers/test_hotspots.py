"""What stands out equals what others work out, does so whatever is withheld, and is what was planted."""

from __future__ import annotations

import math
from itertools import combinations
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from answers.hotspots import (
    Course,
    Ends,
    course_of,
    gi_star,
    least_excess,
    least_gi_star,
    stands_out,
    trend,
)
from answers.places.standing import Compared, compared
from answers.scope import Scope
from answers.source import Source
from answers.view import View
from data.demo import PLANTED

# Four by four areas; corners touch. The four in the middle are high.
NUMBERS = np.array([12, 15, 20, 18, 14, 55, 60, 19, 11, 50, 48, 16, 10, 13, 12, 17], dtype=float)
BESIDE = np.array(
    [[abs(a // 4 - b // 4) <= 1 and abs(a % 4 - b % 4) <= 1 for b in range(16)] for a in range(16)]
)
# By esda 2.9.0: G_Local(NUMBERS, weights, transform="B", star=True).Zs and .p_norm, binary weights, 1 on the diagonal.
BY_ESDA = [-0.049178, 0.872386, 1.194949, 0.63931, 0.315232, 1.878004, 2.335879, 1.019006,
           0.197936, 1.534597, 2.02109, 0.755091, -0.442599, -0.065979, 0.285908, -0.147533]  # fmt: skip


def test_gi_star_is_that_of_esda() -> None:
    assert gi_star(NUMBERS, BESIDE) == pytest.approx(BY_ESDA, abs=1e-6)


def by_hand(values: list[float], beside: list[list[bool]]) -> list[float]:
    """Ord and Getis's equation 14, term by term."""
    n = len(values)
    mean = sum(values) / n
    spread = math.sqrt(sum(value**2 for value in values) / n - mean**2)
    scores = []
    for row in beside:
        weight = sum(row)
        total = sum(value for value, is_in in zip(values, row, strict=True) if is_in)
        scores.append((total - mean * weight) / (spread * math.sqrt((n * weight - weight**2) / (n - 1))))
    return scores


@given(arrays(float, 16, elements=st.integers(0, 90).map(float)).filter(lambda one: one.std() > 0))
def test_gi_star_is_the_formula_of_its_authors(values: np.ndarray) -> None:
    assert gi_star(values, BESIDE) == pytest.approx(by_hand(values.tolist(), BESIDE.tolist()), abs=1e-9)


def test_where_all_are_equal_nothing_stands_out() -> None:
    assert not stands_out(gi_star(np.full(16, 20.0), BESIDE)).any()
    assert not stands_out(least_excess(Ends(np.full(16, 20.0), np.full(16, 20.0)), np.ones(16), 4)).any()


WITHHELD = arrays(float, 16, elements=st.integers(0, 9).map(float))


@given(st.sets(st.integers(0, 15)), WITHHELD)
def test_no_number_in_place_of_what_is_withheld_lowers_a_score_below_the_least(
    withheld: set[int], really: np.ndarray
) -> None:
    hidden = np.array([place in withheld for place in range(16)])
    ends = Ends(np.where(hidden, 0.0, NUMBERS), np.where(hidden, 9.0, NUMBERS))
    least = least_gi_star(ends, BESIDE)
    true = gi_star(np.where(hidden, really, NUMBERS), BESIDE)
    assert (true[least > 0] >= least[least > 0] - 1e-9).all()


@given(arrays(float, 30, elements=st.floats(-3, 6)))
def test_at_most_one_in_twenty_is_named_by_chance(scores: np.ndarray) -> None:
    """Benjamini and Hochberg as they put it: the largest k whose k-th smallest p is no more than k / n of 0.05."""
    p = [1 - NormalDist().cdf(score) for score in scores]
    ranks = [rank for rank, one in enumerate(sorted(p), 1) if one <= rank / len(p) * 0.05]
    named = [one <= sorted(p)[max(ranks) - 1] if ranks else False for one in p]
    assert stands_out(scores).tolist() == named


def test_hot_areas_do_not_hide_each_other_and_ordinary_ones_are_not_named() -> None:
    numbers = np.array([*[50.0, 55, 45, 60, 50, 40, 65, 50, 45, 55] * 3, 160, 170, 150, 160, 180, 155])
    out = stands_out(least_excess(Ends(numbers, numbers), np.ones(36), 4))
    assert out.tolist() == [False] * 30 + [True] * 6


def test_an_area_with_twice_the_children_may_have_twice_the_number() -> None:
    people = np.array([1000.0] * 20 + [4000, 1000])
    numbers = np.array([*[20.0, 25, 15, 20] * 5, 80, 80])
    out = stands_out(least_excess(Ends(numbers, numbers), people, 4))
    assert out.tolist() == [False] * 21 + [True]


def mann_kendall(series: list[float]) -> float:
    """S: pairs that rise, less pairs that fall."""
    return sum((later > first) - (later < first) for first, later in combinations(series, 2))


@pytest.mark.parametrize(
    ("series", "said"),
    [
        ([1, 2, 3, 4, 5, 6, 7, 8], "rising"),
        ([8, 7, 6, 5, 5, 4, 3, 1, 1], "falling"),
        ([1, 5, 2, 6, 1, 5, 2, 6], ""),
        ([3] * 8, ""),
        ([1, 2, 3, 4], ""),  # too few quarters to say
    ],
)
def test_a_trend_is_that_of_mann_and_kendall(series: list[float], said: str) -> None:
    assert trend(series, series) == said
    n, s = len(series), mann_kendall(series)
    limit = 1.96 * math.sqrt(n * (n - 1) * (2 * n + 5) / 18)
    assert said == "" or (abs(s) > limit and (s > 0) == (said == "rising"))


def test_a_trend_that_hangs_on_what_is_withheld_is_not_told() -> None:
    assert trend([1, 2, 3, 4, 5, 6, 7, 8], [9, 9, 9, 9, 5, 6, 7, 8]) == ""


@pytest.mark.parametrize(
    ("quarters", "course"),
    [
        ("............", Course("never")),
        ("########.###", Course("lasting", 11, 0, 11)),  # one quarter that does not is no end of it
        ("..#.....####", Course("new", 5, 8, 11)),  # an old exception is not its beginning
        ("###.###.....", Course("past", 6, 0, 6)),
        ("....#.......", Course("at times", 1, 4, 4)),
        ("...........#", Course("new", 1, 11, 11)),
    ],
)
def test_the_course_of_an_area_over_quarters(quarters: str, course: Course) -> None:
    assert course_of([one == "#" for one in quarters]) == course


def told(source: Source, role: str = "found", area: str | None = None) -> Compared:
    year = [period for period in source.periods if period.kind == "rolling_year"][-1]
    return compared(View(source, Scope(area or source.default_area, role, year)))


@pytest.mark.parametrize("mode", ["protected", "exact"])
def test_planted_places_stand_out_and_quiet_ones_do_not(mode: str, request: pytest.FixtureRequest) -> None:
    found = told(request.getfixturevalue(mode))
    out = {one.area.name for one in found.standings if one.is_out}
    hot = {name for name, _, until, _, _ in PLANTED["hotspots"] if until is None}
    assert {"Ivelmere", "Coldthorpe", "Brackstead"} <= out <= hot


def test_planted_places_stand_out_since_they_were_planted(exact: Source) -> None:
    found = told(exact)
    courses = {one.area.name: one.course for one in found.standings}
    for name, since, until, _, _ in PLANTED["hotspots"]:
        course = courses[name]
        if course.kind in ("new", "lasting", "past"):
            assert since is None or found.quarters[course.since].since >= since
            assert until is None or found.quarters[course.until].last_day <= until
    assert courses["Coldthorpe"].kind == "new"


def test_an_area_stands_out_or_not_whichever_area_is_chosen(protected: Source) -> None:
    county = {one.area.code: one for one in told(protected).standings}
    for district in protected.parts(protected.default_area)[:2]:
        assert all(one == county[one.area.code] for one in told(protected, area=district.code).standings)
