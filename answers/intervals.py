"""How sure a number is: intervals of counts, rates, shares and ratios, and the limits of a funnel plot."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from scipy.stats import binomtest, chi2

LEVEL = 0.95
BYAR_FROM = 10
FUNNEL_LEVELS = (0.95, 0.998)
TRIMMED = 0.1


@dataclass(frozen=True)
class Interval:
    """An estimate with the ends of its interval, in the estimate's own unit."""

    value: float
    low: float
    high: float

    def holds(self, number: float) -> bool:
        """Whether the interval spans a number, ends included."""
        return self.low <= number <= self.high

    def times(self, factor: float) -> Interval:
        """The same interval in another unit."""
        return Interval(self.value * factor, self.low * factor, self.high * factor)


def ends(found: Sequence[Interval | None], end: str, decimals: int) -> list[float | None]:
    """One end of each ('low', 'high') or the estimate ('value'); none where there is none or it is not finite."""
    values = [None if one is None else float(getattr(one, end)) for one in found]
    return [None if value is None or math.isinf(value) else round(value, decimals) for value in values]


def interval_of_count(count: float, level: float = LEVEL) -> Interval:
    """A count with its Poisson interval: Byar's from 10, the exact chi-square one below.

    Breslow and Day (1987), Statistical Methods in Cancer Research II, IARC, p. 69; Public Health England
    (2018), Technical Guide: Confidence Intervals. 10 gives 4.79 to 18.39, 100 gives 81.36 to 121.63.
    """
    if count < BYAR_FROM:
        tail = (1 - level) / 2
        low = float(chi2.ppf(tail, 2 * count)) / 2 if count > 0 else 0.0
        return Interval(count, low, float(chi2.ppf(1 - tail, 2 * count + 2)) / 2)
    return Interval(count, _byar(count, -_z(level)), _byar(count + 1, _z(level)))


def _byar(count: float, z: float) -> float:
    return float(count * (1 - 1 / (9 * count) + z / (3 * math.sqrt(count))) ** 3)


def _z(level: float) -> float:
    return NormalDist().inv_cdf((1 + level) / 2)


def rate_per_10_000(count: float, population: float, level: float = LEVEL) -> Interval:
    """A rate for each 10,000 people with its interval; ValueError unless the population is above 0."""
    if population <= 0:
        raise ValueError("A rate needs a population above 0.")
    return interval_of_count(count, level).times(10_000 / population)


def rate_ratio(
    now: float, before: float, exposure: float = 1, exposure_before: float = 1, level: float = LEVEL
) -> Interval | None:
    """How many times as many, with the exact conditional interval; None where there is nothing to compare.

    Given the sum of two Poisson counts the first is binomial (Przyborowski and Wilenski 1940), so the
    Clopper-Pearson interval of its share gives the ratio's. 42 against 28 gives 1.50 (0.91 to 2.51).
    `exposure` is what each count came from: people, or years.
    """
    if before <= 0 or now < 0:
        return None
    share = binomtest(round(now), round(now) + round(before)).proportion_ci(level, method="exact")
    scale = exposure_before / exposure
    high = math.inf if share.high >= 1 else share.high / (1 - share.high) * scale
    return Interval(now / before * scale, share.low / (1 - share.low) * scale, high)


def proportion(part: float, whole: float, level: float = LEVEL) -> Interval | None:
    """A share (0 to 1) with Wilson's interval; None of nothing.

    Wilson (1927); Newcombe (1998), Statistics in Medicine 17:857-872: 81 of 263 gives 0.2553 to 0.3662.
    """
    if whole <= 0:
        return None
    share, z = part / whole, _z(level)
    spread = z * math.sqrt(share * (1 - share) / whole + z * z / (4 * whole * whole))
    middle, shrink = share + z * z / (2 * whole), 1 + z * z / whole
    return Interval(share, max(0.0, (middle - spread) / shrink), min(1.0, (middle + spread) / shrink))


def difference_of_proportions(
    now: tuple[float, float], before: tuple[float, float], level: float = LEVEL
) -> Interval | None:
    """How far one share lies from another (-1 to 1), from (part, whole) of each; None if a whole is 0.

    Newcombe's hybrid score interval, his method 10 (1998), Statistics in Medicine 17:873-890: 56 of 70
    against 48 of 80 gives 0.0524 to 0.3339.
    """
    first, second = proportion(*now, level), proportion(*before, level)
    if first is None or second is None:
        return None
    gap = first.value - second.value
    low = gap - math.hypot(first.value - first.low, second.high - second.value)
    return Interval(gap, low, gap + math.hypot(first.high - first.value, second.value - second.low))


@dataclass(frozen=True)
class Funnel:
    """A funnel plot: the overall rate for each 10,000, and how much wider than chance areas differ.

    `phi` is the overdispersion found, at least 1; `tau` the standard deviation between areas that it
    implies, on the square root scale, 0 where areas differ no more than chance allows.
    """

    target: float
    phi: float
    tau: float

    def limits(self, population: float, level: float) -> tuple[float, float]:
        """The lowest and highest rate for each 10,000 that would not stand out in so large an area."""
        spread = _z(level) * math.sqrt(1 / (4 * population) + self.tau**2)
        root = math.sqrt(self.target / 10_000)
        return max(0.0, root - spread) ** 2 * 10_000, (root + spread) ** 2 * 10_000

    def position(self, rate: float, population: float) -> str:
        """'above' or 'below' where a rate is outside the 99.8% limits, otherwise 'within'."""
        low, high = self.limits(population, FUNNEL_LEVELS[1])
        return "above" if rate > high else "below" if rate < low else "within"


def funnel(counts: Sequence[float], populations: Sequence[float]) -> Funnel | None:
    """The funnel of areas from their shown counts; None below three areas or where nothing was counted.

    Spiegelhalter (2005), Statistics in Medicine 24:1185-1202, and (2005), Quality and Safety in Health Care
    14:347-351: z-scores on the square root scale, whose variance does not hang on the rate, are winsorised
    at a tenth each end; phi is their mean square; an additive random effect (DerSimonian and Laird) widens
    the limits only where phi is above what chance allows.
    """
    people, total = np.asarray(populations, dtype=float), float(sum(counts))
    if len(people) < 3 or total <= 0 or (people <= 0).any():
        return None
    target = total / float(people.sum())
    deviations = np.sqrt(np.asarray(counts, dtype=float) / people) - math.sqrt(target)
    scores = winsorise(deviations * 2 * np.sqrt(people))
    phi = float(np.mean(scores**2))
    return Funnel(target * 10_000, max(1.0, phi), _between(phi, 4 * people))


def winsorise(scores: np.ndarray, share: float = TRIMMED) -> np.ndarray:
    """Scores with the outermost `share` at each end drawn in to the next quantile."""
    return np.clip(scores, np.quantile(scores, share), np.quantile(scores, 1 - share))


def _between(phi: float, weights: np.ndarray) -> float:
    areas = len(weights)
    excess = areas * phi - (areas - 1)
    if excess <= 0:
        return 0.0
    return math.sqrt(excess / float(weights.sum() - (weights**2).sum() / weights.sum()))
