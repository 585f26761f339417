"""Whether numbers of areas are more than chance would explain: of one area, with its neighbours, and over time.

A number that is withheld has no value, only ends: it counts with whichever says less of the area, so that nobody
can learn from a score what was withheld. Where all is known, the ends are the numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy.stats import false_discovery_control, kendalltau, norm

LEVEL = 0.05
FEWEST_AREAS, FEWEST_QUARTERS = 20, 8
MOST_QUARTERS = 0.75  # standing out in so many of the quarters is lasting


@dataclass(frozen=True)
class Ends:
    """The least and the most that each area's number can be; the two are equal where it is known."""

    low: np.ndarray
    high: np.ndarray

    def over(self, sizes: np.ndarray) -> Ends:
        """The same for each one of `sizes`."""
        return Ends(self.low / sizes, self.high / sizes)


def gi_star(values: np.ndarray, beside: np.ndarray) -> np.ndarray:
    """Gi* of each area: how far the sum of it and those beside it lies from what chance gives, in standard deviations.

    `beside` is a square of true and false, true on its diagonal. Ord and Getis (1995), Geographical Analysis
    27:286-306, equation 14, for binary weights; 0 where all numbers are equal.
    """
    return least_gi_star(Ends(values, values), beside)


def least_gi_star(ends: Ends, beside: np.ndarray) -> np.ndarray:
    """No more than Gi* of any numbers between the ends, where that is above 0.

    The sum is the least one: the low ends of the area and those beside it against the high ends of all others.
    The spread is no less than the widest one: the mean square from any point is at least the variance.
    """
    areas, count = len(ends.low), beside.sum(axis=1)
    inside = beside @ ends.low
    mean = (inside + ~beside @ ends.high) / areas
    centre = (ends.low + ends.high).mean() / 2
    spread = np.sqrt(np.maximum((ends.low - centre) ** 2, (ends.high - centre) ** 2).mean())
    scale = spread * np.sqrt((areas * count - count**2) / (areas - 1))
    return np.divide(inside - count * mean, scale, out=np.zeros(areas), where=scale > 0)


def least_excess(ends: Ends, sizes: np.ndarray, rounding: float) -> np.ndarray:
    """How far each area is above the middle one, in standard deviations: from its low end, and the middle of high ends.

    `sizes` are the people of each area, or ones. Chance is that of a count (its variance is what is expected) and
    of the `rounding` of numbers, widened by how much the areas below the middle differ: those above may be the
    very ones sought, and would hide each other (Spiegelhalter 2005, Quality and Safety in Health Care 14:347-351).
    """
    middle = float(np.median(ends.over(sizes).high))
    expected = middle * sizes
    chance = np.sqrt(np.maximum(expected + rounding, 1))
    below = ends.over(sizes).low <= middle
    gaps = ((ends.low - expected) / chance)[below]
    excess: np.ndarray = (ends.low - expected) / chance / max(1.0, float(np.sqrt(np.mean(gaps**2))))
    return excess


def stands_out(scores: np.ndarray) -> np.ndarray:
    """Which scores are above what chance would explain, at most one in twenty of them by chance.

    Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57:289-300, of one-sided p-values.
    """
    found: np.ndarray = false_discovery_control(norm.sf(scores)) <= LEVEL
    return found


def trend(low: Sequence[float], high: Sequence[float]) -> str:
    """'rising' or 'falling' where Mann and Kendall's test says so of both series, else nothing."""
    way = _trend(tuple(low))
    return way if way and _trend(tuple(high)) == way else ""


@lru_cache(maxsize=4_096)
def _trend(series: tuple[float, ...]) -> str:
    """Mann (1945), Econometrica 13:245-259: Kendall's tau of the numbers and their order in time, two-sided."""
    if len(series) < FEWEST_QUARTERS or min(series) == max(series):
        return ""
    found = kendalltau(range(len(series)), series)
    if found.pvalue > LEVEL:
        return ""
    return "rising" if found.statistic > 0 else "falling"


@dataclass(frozen=True)
class Course:
    """How an area stood out over quarters: 'lasting', 'new', 'past', 'at times' or 'never', and in how many.

    `since` and `until` are the first and last quarters of the latest run: three quarters in four of a run stand out.
    """

    kind: str
    count: int = 0
    since: int = 0
    until: int = 0


def course_of(flags: Sequence[bool]) -> Course:
    """The course of an area from whether it stood out in each quarter, oldest first."""
    places = [place for place, one in enumerate(flags) if one]
    if not places:
        return Course("never")
    until = places[-1]
    since, held = next(
        (place, len(places) - order)
        for order, place in enumerate(places)
        if len(places) - order >= MOST_QUARTERS * (until - place + 1)
    )
    kind = "past" if held > 1 else "at times"
    if flags[-1]:
        kind = "lasting" if held >= MOST_QUARTERS * len(flags) else "new"
    return Course(kind, len(places), since, until)
