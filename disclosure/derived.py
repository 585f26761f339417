"""Shares, rates and ratios: worked out from what is shown, so that they give nothing more away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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


def furthest_off(shown: float, mode: Mode) -> float:
    """The most by which a shown count of events may be from the true one: a true 0 prints 0."""
    if mode == "exact" or shown == 0:
        return 0.0
    events = read_rules().episodes
    return float((events.large_base if shown >= events.large_from else events.base) - 1)


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


def without_numbers(table: ProtectedTable, rows: Sequence[bool]) -> ProtectedTable:
    """The table with `:` for every number of the rows that are true: what records cannot tell is not 0."""
    frame, marks = table.frame.copy(), table.marks.copy()
    for name in table.numbers:
        frame.loc[list(rows), name] = pd.NA
        marks.loc[list(rows), name] = NOT_AVAILABLE
    return ProtectedTable(frame, marks, table.dimensions, table.numbers, table.mode, _MAKER)


def side_by_side(
    table: ProtectedTable, dimension: str, columns: Mapping[str, str], number: str
) -> ProtectedTable:
    """One number of the table in a column for each code of a dimension, named by `columns`, which leaves the rows.

    Without a dimension, the number alone under the one name given.
    """
    kept = tuple(name for name in table.dimensions if name != dimension)
    parts = {name: table.only(**{dimension: code}) if dimension else table for code, name in columns.items()}
    first = next(iter(parts.values()))
    frame = first.frame[list(kept)].reset_index(drop=True)
    marks = pd.DataFrame(index=frame.index)
    for name, part in parts.items():
        frame[name] = part.frame[number].to_numpy()
        marks[name] = part.marks[number].to_numpy()
    return ProtectedTable(frame, marks, kept, tuple(parts), table.mode, _MAKER)


def gathered(
    table: ProtectedTable, dimension: str, rows: Mapping[str, Sequence[str]], name: str
) -> ProtectedTable:
    """Codes of a dimension put together under printed labels, as the dimension `name`: sums of shown numbers.

    A sum with a withheld number in it is withheld, unless all the others are 0: then it prints the same symbol.
    """
    others = [one for one in table.dimensions if one != dimension]
    frames, marks = [], []
    for label, codes in rows.items():
        part = table.frame[table.frame[dimension].isin(codes)]
        sums = part.groupby(others, sort=False)[list(table.numbers)].sum(skipna=False).reset_index()
        frames.append(sums.assign(**{name: label}))
        marks.append(
            pd.DataFrame({one: [_mark_of(table, part.index, one)] * len(sums) for one in table.numbers})
        )
    dimensions = (*others, name)
    frame = pd.concat(frames, ignore_index=True)[[*dimensions, *table.numbers]]
    return ProtectedTable(
        frame, pd.concat(marks, ignore_index=True), dimensions, table.numbers, table.mode, _MAKER
    )


def _mark_of(table: ProtectedTable, rows: pd.Index, number: str) -> str:
    values, marks = table.frame.loc[rows, number], table.marks.loc[rows, number]
    withheld = values.isna()
    alone = withheld.sum() == 1 and (values.dropna() == 0).all()
    return str(marks[withheld].iloc[0]) if alone else CONFIDENTIAL


def with_label(table: ProtectedTable, name: str, labels: Sequence[str], before: str) -> ProtectedTable:
    """The table with one more dimension of words, put before another."""
    frame = table.frame.assign(**{name: list(labels)})
    place = table.dimensions.index(before)
    dimensions = (*table.dimensions[:place], name, *table.dimensions[place:])
    return ProtectedTable(
        frame[[*dimensions, *table.numbers]], table.marks, dimensions, table.numbers, table.mode, _MAKER
    )


@dataclass(frozen=True)
class Part:
    """A table that is put under others: what its dimensions are called there, and the codes of those it has not."""

    table: ProtectedTable
    named: Mapping[str, str]
    fixed: Mapping[str, str]


def stacked(parts: Sequence[Part], dimensions: Sequence[str]) -> ProtectedTable:
    """Tables of the same numbers under one another, each number as it is; dimensions that are not named are left out."""
    first = parts[0].table
    frames = [
        part.table.frame.rename(columns=dict(part.named)).assign(**part.fixed)[[*dimensions, *first.numbers]]
        for part in parts
    ]
    marks = pd.concat([part.table.marks[list(first.numbers)] for part in parts], ignore_index=True)
    frame = pd.concat(frames, ignore_index=True)
    return ProtectedTable(frame, marks, tuple(dimensions), first.numbers, first.mode, _MAKER)
