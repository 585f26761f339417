"""What is ordinary variation in a series and what is not: XmR charts by the rules of Making Data Count."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

SIGMA = 1.128  # d2 of two consecutive points: the mean moving range as a standard deviation
SCREEN = 3.267  # D4 of two consecutive points: moving ranges above this multiple of their mean are left out
SHIFT, TREND = 7, 6
FEWEST = 8

Kind = Literal["outside", "shift", "trend", "two_of_three"]
Direction = Literal["up", "down"]
DIRECTIONS: tuple[tuple[int, Direction], ...] = ((1, "up"), (-1, "down"))
Values = Sequence[float | None]


@dataclass(frozen=True)
class Segment:
    """One run of limits, from index `start` up to but without `stop`, in the unit of the values.

    `sigmas` holds one standard deviation for each point; `uppers` and `lowers` the limits at each, which
    differ only where the points have different denominators (Laney); `upper` and `lower` are the last ones.
    """

    start: int
    stop: int
    mean: float
    upper: float
    lower: float
    sigmas: tuple[float, ...] = ()

    @property
    def uppers(self) -> list[float]:
        """The upper limit at each point."""
        return [self.mean + 3 * sigma for sigma in self.sigmas]

    @property
    def lowers(self) -> list[float]:
        """The lower limit at each point."""
        return [self.mean - 3 * sigma for sigma in self.sigmas]


@dataclass(frozen=True)
class Signal:
    """Points from index `start` up to but without `stop` that chance alone would seldom give."""

    kind: Kind
    direction: Direction
    start: int
    stop: int


@dataclass(frozen=True)
class Variation:
    """A series with its limits and what stands out of it. `values` has None where a number is withheld."""

    values: tuple[float | None, ...]
    segments: tuple[Segment, ...]
    signals: tuple[Signal, ...]

    def segment_at(self, index: int) -> Segment | None:
        """The limits at a point; None where too few points had been recorded alike."""
        return next((one for one in self.segments if one.start <= index < one.stop), None)


def xmr(
    values: Values, changes: Sequence[int] = (), whole: Sequence[float] | None = None, per: float = 1
) -> Variation:
    """The limits and signals of a series of counts, or of rates and shares where `whole` is given.

    `changes` are the indexes of the first points after a change in recording: limits start again there. With
    `whole` (a denominator for each point) `values` are numerators, and what comes back is value/whole * per,
    with Laney's limits (Laney 2002, Quality Engineering 14:531-537): u' and p' are the same ones here, for
    their chance variances differ by a constant factor that the moving range takes out. Limits need eight
    shown points.
    NHS England, Making Data Count (2023): XmR with moving ranges above 3.267 times their mean left out.
    """
    ends = sorted({0, len(values), *(index for index in changes if 0 < index < len(values))})
    scaled = _scaled(values, whole, per)
    segments = [
        made
        for start, stop in pairwise(ends)
        if (made := _segment(scaled, start, stop, whole, per)) is not None
    ]
    signals = [signal for segment in segments for signal in _signals(scaled, segment)]
    return Variation(tuple(scaled), tuple(segments), tuple(signals))


def _scaled(values: Values, whole: Sequence[float] | None, per: float) -> list[float | None]:
    if whole is None:
        return [None if value is None else float(value) for value in values]
    pairs = zip(values, whole, strict=True)
    return [None if value is None or size <= 0 else value / size * per for value, size in pairs]


def _segment(
    values: Values, start: int, stop: int, whole: Sequence[float] | None, per: float
) -> Segment | None:
    run = values[start:stop]
    shown = [(value, place) for place, value in enumerate(run) if value is not None]
    if len(shown) < FEWEST:
        return None
    sizes = [1.0] * len(run) if whole is None else list(whole[start:stop])
    mean = sum(value * sizes[place] for value, place in shown) / sum(sizes[place] for _, place in shown)
    units = [1.0] * len(run) if whole is None else [_chance(mean, size, per) for size in sizes]
    spread = moving_range(_scores(run, mean, units)) / SIGMA
    sigmas = tuple(spread * unit for unit in units)
    return Segment(start, stop, mean, mean + 3 * sigmas[-1], mean - 3 * sigmas[-1], sigmas)


def _chance(mean: float, size: float, per: float) -> float:
    """The standard deviation of a rate that chance alone would give."""
    return math.sqrt(mean * per / size) if size > 0 else 0.0


def _scores(values: Values, mean: float, units: Sequence[float]) -> list[float | None]:
    """How many units each point lies from the mean."""
    return [
        None if value is None else _divide(value - mean, unit)
        for value, unit in zip(values, units, strict=True)
    ]


def _divide(distance: float, unit: float) -> float:
    if unit > 0:
        return distance / unit
    return math.copysign(math.inf, distance) if distance else 0.0


def moving_range(values: Values) -> float:
    """The mean distance between neighbours, without the outlying ones; a gap has no neighbours."""
    ranges = [abs(b - a) for a, b in pairwise(values) if a is not None and b is not None]
    if not ranges:
        return 0.0
    highest = SCREEN * sum(ranges) / len(ranges)
    kept = [size for size in ranges if size <= highest]
    if not any(
        kept
    ):  # nearly all points alike: without the few that differ every one of them would stand out
        kept = ranges
    return sum(kept) / len(kept)


def _signals(values: Values, segment: Segment) -> list[Signal]:
    """Every signal of one segment in the order of its points: outside, shift, trend, two of three."""
    run = list(values[segment.start : segment.stop])
    scores = _scores(run, segment.mean, segment.sigmas)
    found: list[Signal] = []
    for sign, direction in DIRECTIONS:
        side = [None if score is None else sign * score for score in scores]
        turned = [None if value is None else sign * value for value in run]
        spans: dict[Kind, list[tuple[int, int]]] = {
            "outside": [(at, at + 1) for at, score in enumerate(side) if score is not None and score > 3],
            "shift": runs([score is not None and score > 0 for score in side], SHIFT),
            "trend": _trends(turned),
            "two_of_three": _near_limits(side),
        }
        for kind, places in spans.items():
            found += [Signal(kind, direction, segment.start + a, segment.start + b) for a, b in places]
    return sorted(found, key=lambda signal: (signal.start, signal.stop))


def runs(flags: Sequence[bool], least: int) -> list[tuple[int, int]]:
    """Where a flag stays true for at least so many points in a row: (start, stop)."""
    spans, start = [], 0
    for index, flag in enumerate([*flags, False]):
        if not flag:
            if index - start >= least:
                spans.append((start, index))
            start = index + 1
    return spans


def _trends(values: Values) -> list[tuple[int, int]]:
    """Six points or more, each above the one before: five steps up or more."""
    steps = [a is not None and b is not None and b > a for a, b in pairwise(values)]
    return [(start, stop + 1) for start, stop in runs(steps, TREND - 1)]


def _near_limits(scores: Values) -> list[tuple[int, int]]:
    """Three points in a row of which two or more lie in the outer third, none outside, all on one side."""
    near = []
    for start in range(len(scores) - 2):
        three = [score for score in scores[start : start + 3] if score is not None and 0 < score <= 3]
        if len(three) == 3 and sum(score > 2 for score in three) >= 2:
            near.append((start, start + 3))
    return near
