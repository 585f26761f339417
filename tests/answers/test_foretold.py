"""How well last year's hotspots foretold this year's, on areas that can be worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from answers.hotspots import Ends
from answers.places.foretold import Foretold, foretelling, foretold, size_of
from answers.scope import Scope
from answers.source import Source
from answers.view import View, found


def ends(*numbers: float) -> Ends:
    """Known numbers; 0 stands for one that is withheld."""
    return Ends(np.array(numbers), np.array([number or 9.0 for number in numbers]))


def test_hits_and_both_indices() -> None:
    # Two of five equal areas were named. They hold 60 of 150, on 40% of the ground; the best two hold 90.
    told = foretelling(ends(40, 20, 50, 20, 20), [True, True, False, False, False], [1, 1, 1, 1, 1])
    assert told == Foretold(0.4, 0.4, 1.0, 60 / 90)


def test_ground_counts_by_its_size() -> None:
    told = foretelling(ends(50, 50), [True, False], [1, 9])
    assert told == Foretold(0.5, 0.1, 5.0, 1.0)


def test_what_is_withheld_makes_each_the_least_it_can_be() -> None:
    # The named area is withheld (0 to 9), and so is another: no hit is sure, and the rest may be 50 + 9.
    assert foretelling(ends(0, 0, 50), [True, False, False], [1, 1, 1]) == Foretold(0, 1 / 3, 0, 0)
    told = foretelling(ends(41, 0, 50), [True, False, False], [1, 1, 1])
    assert told is not None
    assert told.hits == 0.41


def test_nothing_is_told_where_none_was_named_or_nothing_counted() -> None:
    assert foretelling(ends(10, 20), [False, False], [1, 1]) is None
    nothing = Ends(np.zeros(2), np.zeros(2))
    assert foretelling(nothing, [True, False], [1, 1]) is None


def test_a_square_degree_is_smaller_in_the_north() -> None:
    at = [
        [[[0.0, south], [1.0, south], [1.0, south + 1], [0.0, south + 1], [0.0, south]]]
        for south in (0.0, 60.0)
    ]
    assert size_of([at[1]]) / size_of([at[0]]) == pytest.approx(
        0.4925, abs=1e-3
    )  # the cosine of 60.5 degrees


def test_last_years_hotspots_of_the_demo_are_told_with_both_years(exact: Source) -> None:
    year = [period for period in exact.periods if period.kind == "rolling_year"][-1]
    finding = found(foretold, View(exact, Scope(exact.default_area, "found", year)))
    assert finding.table is not None
    names = {finding.labels["area"][code] for code in finding.table.labels("area")}
    assert {"Ivelmere", "Coldthorpe"} & names
    assert "of the ground" in finding.sentence


def test_without_a_year_before_nothing_is_foretold(protected: Source) -> None:
    first = protected.periods[0]
    assert found(foretold, View(protected, Scope("all", "found", first))).state == "not_available"
