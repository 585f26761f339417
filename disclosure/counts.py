"""The count rule: true counts in, shown counts out.

Distinct children (or possible offenders) are rounded at random, without bias, to a multiple of 5, and the draw is fixed by which
children are counted: the same children give the same number on every route, page, export and rebuild.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import md5

import numpy as np
import numpy.typing as npt
import pandas as pd

from disclosure.rules import Rules, read_rules
from disclosure.table import _MAKER, BELOW_THRESHOLD, CONFIDENTIAL, Mode, ProtectedTable

Integers = npt.NDArray[np.int64]
Fractions = npt.NDArray[np.float64]

MOST = 10**12
EVIDENCE = ("largest", "two_largest", "top_tenth_children")
SHARES = ("top_tenth",)


@dataclass(frozen=True)
class Names:
    """What the columns of a frame of cells are called: the people counted, their key, and their events."""

    people: str
    key: str
    events: str


CHILDREN = Names("children", "child_key", "episodes")


def draw(keys: pd.Series) -> Fractions:
    """A fraction of 1 for each cell key (the sum of its children's record keys), the same on every machine.

    ValueError where a key is missing, or is a float, which prints (and so draws) otherwise.
    """
    if keys.isna().any() or pd.api.types.is_float_dtype(keys):
        raise ValueError("A cell key must be a whole number.")
    unique = {
        key: int.from_bytes(md5(str(key).encode(), usedforsecurity=False).digest()[:4], "big") / 2**32
        for key in keys.unique()
    }
    return keys.map(unique).to_numpy(dtype=float)


def round_at_random(counts: Integers, fractions: Fractions, base: Integers | int) -> Integers:
    """Each count moved to a multiple of `base` above or below it, so that the mean of the draws is the count."""
    remainder = counts % base
    return counts - remainder + base * (fractions < remainder / base)


def whole(numbers: pd.Series) -> Integers:
    """True counts as integers; ValueError for one that is missing, negative, huge or not whole.

    Such a number would come out of the rounding as a plausible one.
    """
    known = pd.to_numeric(numbers)
    if known.isna().any() or not known.between(0, MOST).all() or (known % 1 != 0).any():
        raise ValueError(f"A true count must be a whole number from 0 to {MOST:,}.")
    return known.to_numpy(dtype=np.int64)


def hidden(shown: Integers, withheld: npt.NDArray[np.bool_], index: pd.Index) -> pd.Series:
    """Shown numbers with nulls for the withheld ones, and nothing of them left in memory beneath the nulls."""
    return pd.Series(np.where(withheld, 0, shown), index=index).astype("Int64").mask(withheld)


def show_people(people: pd.Series, key: pd.Series, rules: Rules | None = None) -> pd.Series:
    """Shown counts of people; null is `<10`, and a true zero stays 0."""
    rule = (rules or read_rules()).people
    counts = whole(people)
    rounded = round_at_random(counts, draw(key), rule.base)
    return hidden(rounded, (counts > 0) & (rounded < rule.threshold), people.index)


def show_episodes(
    cells: pd.DataFrame, people: pd.Series, rules: Rules | None = None, names: Names = CHILDREN
) -> pd.Series:
    """Shown counts of episodes; null (`c`) unless the people are shown and no one or two of them stand out.

    `cells` needs the episodes (or other events), the key of the people, `largest` (the episodes of the person
    with most) and `two_largest`. Events of other names are drawn apart from each other.
    """
    rule = (rules or read_rules()).episodes
    true = cells[names.events].to_numpy(dtype=float)
    counts = whole(
        cells[names.events].round(6).round()
    )  # parts of episodes add up to 12.5 or to 12.499999999
    base = np.where(counts > rule.large_from, rule.large_base, rule.base)
    drawn_by = cells[names.key].astype(str) + " " + pd.Series(counts, index=cells.index).astype(str)
    rounded = round_at_random(counts, draw(names.events + " " + drawn_by), base)
    shown_people = people.fillna(0).to_numpy(dtype=np.int64)
    # One event for each person is the number of people: a second draw of it would halve the noise of the first.
    one_each = counts == whole(cells[names.people])
    at_least_people = np.where(one_each, shown_people, np.maximum(rounded, shown_people))
    largest = cells["largest"].to_numpy(dtype=float)
    two_largest = cells["two_largest"].to_numpy(dtype=float)
    one_stands_out = (largest > rule.largest_share * true) | (two_largest > rule.two_largest_share * true)
    withheld = people.isna().to_numpy() | (one_stands_out & (true > 0))
    return hidden(at_least_people, withheld, cells.index)


def show_spread(
    cells: pd.DataFrame, people: pd.Series, rules: Rules | None = None, names: Names = CHILDREN
) -> pd.Series:
    """Shown episodes where each is spread over the hours it covers; null too where fewer than the threshold."""
    threshold = (rules or read_rules()).people.threshold
    shown = show_episodes(cells, people.where(people.isna(), 0), rules, names)
    small = (shown.fillna(0) < threshold) & (cells[names.events] > 0)
    return hidden(shown.fillna(0).to_numpy(dtype=np.int64), (shown.isna() | small).to_numpy(), cells.index)


def show_top_tenth(cells: pd.DataFrame, children: pd.Series, rules: Rules | None = None) -> pd.Series:
    """Per cent of episodes held by the most-reported tenth, to the nearest 5; null where the tenth is small.

    Whether the tenth is small is judged by shown children: more of them than ten smallest tenths are truly so
    many, and a share that came or went with the hundredth child would tell the true count.
    """
    rule = (rules or read_rules()).concentration
    small = (children.fillna(0) <= 10 * rule.smallest_tenth).to_numpy()
    share = np.rint(cells["top_tenth"].to_numpy(dtype=float) / rule.nearest) * rule.nearest
    return hidden(np.where(small, 0, share).astype(np.int64), small, cells.index)


def show(
    cells: pd.DataFrame, spread: bool = False, rules: Rules | None = None, names: Names = CHILDREN
) -> pd.DataFrame:
    """The cells with every true count replaced by its shown one, and the evidence for it left out.

    One row for each cell; the people and their key are required; the events and `top_tenth` are shown when they
    are there. `spread` says that events are fractions, spread over the hours that each covers.
    """
    shown = cells.drop(columns=[name for name in (names.key, *EVIDENCE) if name in cells])
    people = show_people(cells[names.people], cells[names.key], rules)
    shown[names.people] = people
    if names.events in cells:
        shown[names.events] = (show_spread if spread else show_episodes)(cells, people, rules, names)
    if "top_tenth" in cells:
        shown["top_tenth"] = show_top_tenth(cells, people, rules)
    return shown


def withhold_without(
    shown: pd.DataFrame, numbers: Sequence[str], behind: pd.DataFrame, people: str
) -> pd.DataFrame:
    """The shown cells, their numbers withheld where the people behind them are not shown, or there are none.

    `behind` has the shown `people` of the same cells: groups are counted only where their members and their
    children are many.
    """
    keys = [name for name in behind.columns if name != people]
    known = shown[keys].merge(behind, how="left", on=keys, validate="one_to_one")[people]
    few = known.fillna(0).lt(1).to_numpy()
    return shown.assign(**{name: shown[name].astype("Int64").mask(few) for name in numbers})


def table_of(
    columns: Mapping[str, Sequence[str | float | None]],
    dimensions: tuple[str, ...],
    numbers: tuple[str, ...],
    mode: Mode,
    small: str = BELOW_THRESHOLD,
) -> ProtectedTable:
    """A ProtectedTable of shown cells, or in exact mode of true ones; the first of `numbers` is of people.

    `small` is printed for people who are withheld: `c` where that may be for another reason than that they are few,
    and for what is withheld with them.
    """
    codes = {name: [str(code) for code in columns[name]] for name in dimensions}
    shown = {name: [_known(value) for value in columns[name]] for name in numbers}
    if mode == "protected":
        _refuse_true_counts(shown)
    marks = {name: [small if name == numbers[0] else CONFIDENTIAL] * len(shown[name]) for name in numbers}
    return ProtectedTable(codes, shown, marks, mode, _MAKER)


def _known(value: str | float | None) -> float | None:
    number = None if value is None else float(value)
    return None if number is None or math.isnan(number) else number


def _refuse_true_counts(shown: Mapping[str, Sequence[float | None]]) -> None:
    people = read_rules().people
    for name in set(shown) - set(SHARES):
        if any(value and (value < people.threshold or value % people.base) for value in shown[name]):
            raise ValueError(f"A column of {name} holds numbers that no rule has passed.")
