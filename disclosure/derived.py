"""Shares, rates and ratios: worked out from what is shown, so that they give nothing more away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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
    behind = withheld if withheld is not None else [False] * len(table)
    shown = {**table.shown, name: [None if value is None else float(value) for value in values]}
    marks = {**table.marks, name: [CONFIDENTIAL if hidden else NOT_AVAILABLE for hidden in behind]}
    return ProtectedTable(table.codes, shown, marks, table.mode, _MAKER)


def without_numbers(table: ProtectedTable, rows: Sequence[bool]) -> ProtectedTable:
    """The table with `:` for every number of the rows that are true: what records cannot tell is not 0."""
    shown = {
        name: [None if gone else value for value, gone in zip(column, rows, strict=True)]
        for name, column in table.shown.items()
    }
    marks = {
        name: [NOT_AVAILABLE if gone else mark for mark, gone in zip(column, rows, strict=True)]
        for name, column in table.marks.items()
    }
    return ProtectedTable(table.codes, shown, marks, table.mode, _MAKER)


def side_by_side(
    table: ProtectedTable, dimension: str, columns: Mapping[str, str], number: str
) -> ProtectedTable:
    """One number of the table in a column for each code of a dimension, named by `columns`, which leaves the rows.

    Without a dimension, the number alone under the one name given.
    """
    parts = {name: table.only(**{dimension: code}) if dimension else table for code, name in columns.items()}
    first = next(iter(parts.values()))
    kept = {name: codes for name, codes in first.codes.items() if name != dimension}
    shown = {name: part.shown[number] for name, part in parts.items()}
    marks = {name: part.marks[number] for name, part in parts.items()}
    return ProtectedTable(kept, shown, marks, table.mode, _MAKER)


def gathered(
    table: ProtectedTable, dimension: str, rows: Mapping[str, Sequence[str]], name: str
) -> ProtectedTable:
    """Codes of a dimension put together under printed labels, as the dimension `name`: sums of shown numbers.

    A sum with a withheld number in it is withheld, unless all the others are 0: then it prints the same symbol.
    """
    others = [one for one in table.dimensions if one != dimension]
    keys = table.keys(others)
    groups = {
        (*key, label): [
            place
            for place, (here, code) in enumerate(zip(keys, table.codes[dimension], strict=True))
            if here == key and code in codes
        ]
        for label, codes in rows.items()
        for key in dict.fromkeys(keys)
    }
    held = {key: places for key, places in groups.items() if places}
    codes = {one: [key[place] for key in held] for place, one in enumerate((*others, name))}
    sums = {one: [_sum_of(table, places, one) for places in held.values()] for one in table.numbers}
    shown = {one: [total for total, _ in column] for one, column in sums.items()}
    marks = {one: [mark for _, mark in column] for one, column in sums.items()}
    return ProtectedTable(codes, shown, marks, table.mode, _MAKER)


def _sum_of(table: ProtectedTable, places: Sequence[int], number: str) -> tuple[Shown, str]:
    known = [value for place in places if (value := table.shown[number][place]) is not None]
    if len(known) == len(places):
        return sum(known), CONFIDENTIAL
    alone = len(known) == len(places) - 1 and not any(known)
    withheld = next(place for place in places if table.shown[number][place] is None)
    return None, table.marks[number][withheld] if alone else CONFIDENTIAL


def with_label(table: ProtectedTable, name: str, labels: Sequence[str], before: str) -> ProtectedTable:
    """The table with one more dimension of words, put before another."""
    codes: dict[str, Sequence[str]] = {}
    for one, column in table.codes.items():
        if one == before:
            codes[name] = labels
        codes[one] = column
    return ProtectedTable(codes, table.shown, table.marks, table.mode, _MAKER)


@dataclass(frozen=True)
class Part:
    """A table that is put under others: what its dimensions are called there, and the codes of those it has not."""

    table: ProtectedTable
    named: Mapping[str, str]
    fixed: Mapping[str, str]


def stacked(parts: Sequence[Part], dimensions: Sequence[str]) -> ProtectedTable:
    """Tables of the same numbers under one another, each number as it is; dimensions that are not named are left out."""
    first = parts[0].table
    codes: dict[str, list[str]] = {name: [] for name in dimensions}
    for part in parts:
        named = {part.named.get(name, name): column for name, column in part.table.codes.items()}
        named |= {name: [code] * len(part.table) for name, code in part.fixed.items()}
        for name in dimensions:
            codes[name] += named[name]
    shown = {name: [value for part in parts for value in part.table.shown[name]] for name in first.numbers}
    marks = {name: [mark for part in parts for mark in part.table.marks[name]] for name in first.numbers}
    return ProtectedTable(codes, shown, marks, first.mode, _MAKER)
