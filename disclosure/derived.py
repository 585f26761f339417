"""Shares, rates and ratios: worked out from what is shown, so that they give nothing more away."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from disclosure.rules import read_rules
from disclosure.table import _MAKER, CONFIDENTIAL, NOT_AVAILABLE, Mode, ProtectedTable

Shown = float | None


def percentage(numerator: Shown, denominator: Shown, mode: Mode) -> Shown:
    """Whole per cent of two shown counts; none if either is withheld or the denominator is too small.

    In exact mode: one decimal, none only where the denominator is 0.
    """
    if numerator is None or denominator is None or denominator == 0:
        return None
    if mode == "exact":
        return round(100 * numerator / denominator, 1)
    if denominator < read_rules().percentages.smallest_denominator:
        return None
    return min(100.0, float(round(100 * numerator / denominator)))


def per_10_000(numerator: Shown, population: Shown) -> Shown:
    """A shown count for each 10,000 of a published population, one decimal."""
    if numerator is None or not population:
        return None
    return round(10_000 * numerator / population, 1)


def ratio(numerator: Shown, denominator: Shown) -> Shown:
    """One shown count for each of another, one decimal."""
    if numerator is None or not denominator:
        return None
    return round(numerator / denominator, 1)


def change(now: Shown, before: Shown) -> Shown:
    """The difference of two shown counts."""
    return None if now is None or before is None else now - before


def is_within_noise(difference: float, mode: Mode) -> bool:
    """Whether the rounding alone could make a difference of shown counts; never in exact mode."""
    return mode != "exact" and abs(difference) <= read_rules().changes.noise


def median_band(counts: Sequence[Shown], whole: Shown, children: Shown, mode: Mode) -> int | None:
    """Which band holds the middle of shown counts in order; none for too few children or a withheld whole.

    What the whole holds beyond the shown bands lies in withheld ones, nobody knows in which: none too where the
    middle would be another band if all of it lay in the first of them or in the last.
    """
    smallest = 1 if mode == "exact" else read_rules().medians.smallest_group
    if children is None or children < smallest or whole is None:
        return None
    withheld = [place for place, count in enumerate(counts) if count is None]
    rest = max(0.0, whole - sum(count or 0 for count in counts))
    middles = {
        _middle([(count or 0) + (rest if place == end else 0) for place, count in enumerate(counts)])
        for end in (withheld[:1] + withheld[-1:] or [-1])
    }
    return middles.pop() if len(middles) == 1 else None


def _middle(counts: Sequence[float]) -> int | None:
    half, reached = sum(counts) / 2, 0.0
    for place, held in enumerate(counts):
        reached += held
        if reached >= half > 0:
            return place
    return None


def with_number(
    table: ProtectedTable, name: str, values: Sequence[Shown], withheld: Sequence[bool] | None = None
) -> ProtectedTable:
    """The table with one more number, made by the functions above from shown ones.

    A null prints `c` where `withheld` says that a withheld number is behind it, otherwise `:`.
    """
    frame, marks = table.frame.copy(), table.marks.copy()
    frame[name] = pd.array([pd.NA if value is None else value for value in values], dtype="Float64")
    behind = withheld if withheld is not None else [False] * len(frame)
    marks[name] = [CONFIDENTIAL if hidden else NOT_AVAILABLE for hidden in behind]
    return ProtectedTable(frame, marks, table.dimensions, (*table.numbers, name), table.mode, _MAKER)
