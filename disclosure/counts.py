"""The count rule: true counts in, shown counts out.

Distinct children are rounded at random, without bias, to a multiple of 5, and the draw is fixed by which
children are counted: the same children give the same number on every route, page, export and rebuild.
"""

from __future__ import annotations

from hashlib import md5

import numpy as np
import numpy.typing as npt
import pandas as pd

from disclosure.rules import Rules, read_rules
from disclosure.table import _MAKER, BELOW_THRESHOLD, CONFIDENTIAL, Mode, ProtectedTable

Integers = npt.NDArray[np.int64]
Fractions = npt.NDArray[np.float64]

MOST = 10**12
EVIDENCE = ("child_key", "largest", "two_largest", "top_tenth_children")


def draw(keys: pd.Series) -> Fractions:
    """A fraction of 1 for each cell key (the sum of its children's record keys), the same on every machine.

    ValueError where a key is missing, or is a float, which prints (and so draws) otherwise.
    """
    if keys.isna().any() or pd.api.types.is_float_dtype(keys):
        raise ValueError("A cell key must be a whole number.")
    unique = {
        key: int(md5(str(key).encode(), usedforsecurity=False).hexdigest()[:8], 16) / 2**32
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


def show_people(children: pd.Series, child_key: pd.Series, rules: Rules | None = None) -> pd.Series:
    """Shown counts of people; null is `<10`, and a true zero stays 0."""
    people = (rules or read_rules()).people
    counts = whole(children)
    rounded = round_at_random(counts, draw(child_key), people.base)
    return hidden(rounded, (counts > 0) & (rounded < people.threshold), children.index)


def show_episodes(cells: pd.DataFrame, children: pd.Series, rules: Rules | None = None) -> pd.Series:
    """Shown counts of episodes; null (`c`) unless the children are shown and no one or two of them stand out.

    `cells` needs `episodes`, `child_key`, `largest` (the top child's episodes) and `two_largest`.
    """
    rule = (rules or read_rules()).episodes
    true = cells["episodes"].to_numpy(dtype=float)
    counts = whole(cells["episodes"].round(6).round())  # parts of episodes add up to 12.5 or to 12.499999999
    base = np.where(counts > rule.large_from, rule.large_base, rule.base)
    keys = (
        "episodes " + cells["child_key"].astype(str) + " " + pd.Series(counts, index=cells.index).astype(str)
    )
    rounded = round_at_random(counts, draw(keys), base)
    at_least_children = np.maximum(rounded, children.fillna(0).to_numpy(dtype=np.int64))
    largest = cells["largest"].to_numpy(dtype=float)
    two_largest = cells["two_largest"].to_numpy(dtype=float)
    one_stands_out = (largest > rule.largest_share * true) | (two_largest > rule.two_largest_share * true)
    withheld = children.isna().to_numpy() | (one_stands_out & (true > 0))
    return hidden(at_least_children, withheld, cells.index)


def show_spread(cells: pd.DataFrame, children: pd.Series, rules: Rules | None = None) -> pd.Series:
    """Shown episodes where each is spread over the hours it covers; null too where fewer than the threshold."""
    threshold = (rules or read_rules()).people.threshold
    shown = show_episodes(cells, children.where(children.isna(), 0), rules)
    small = (shown.fillna(0) < threshold) & (cells["episodes"] > 0)
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


def show(cells: pd.DataFrame, spread: bool = False, rules: Rules | None = None) -> pd.DataFrame:
    """The cells with every true count replaced by its shown one, and the evidence for it left out.

    One row for each cell; `children` and `child_key` are required; `episodes` and `top_tenth` are shown when
    they are there. `spread` says that episodes are fractions, spread over the hours that each covers.
    """
    shown = cells.drop(columns=[name for name in EVIDENCE if name in cells])
    people = show_people(cells["children"], cells["child_key"], rules)
    shown["children"] = people
    if "episodes" in cells:
        shown["episodes"] = (show_spread if spread else show_episodes)(cells, people, rules)
    if "top_tenth" in cells:
        shown["top_tenth"] = show_top_tenth(cells, people, rules)
    return shown


def marks_of(frame: pd.DataFrame, numbers: tuple[str, ...]) -> pd.DataFrame:
    """The symbol that stands for each null: `<10` for people, `c` for what is withheld with them."""
    return pd.DataFrame(
        {name: BELOW_THRESHOLD if name == "children" else CONFIDENTIAL for name in numbers},
        index=frame.index,
    )


def table_of(
    frame: pd.DataFrame, dimensions: tuple[str, ...], numbers: tuple[str, ...], mode: Mode
) -> ProtectedTable:
    """A ProtectedTable of shown cells, or in exact mode of true ones."""
    kept = frame.loc[:, [*dimensions, *numbers]].reset_index(drop=True)
    if mode == "protected":
        _refuse_true_counts(kept)
    return ProtectedTable(kept, marks_of(kept, numbers), dimensions, numbers, mode, _MAKER)


def _refuse_true_counts(shown: pd.DataFrame) -> None:
    people = read_rules().people
    for name in {"children", "episodes"} & set(shown.columns):
        known = shown[name].to_numpy(dtype=float, na_value=0)
        if not ((known == 0) | ((known >= people.threshold) & (known % people.base == 0))).all():
            raise ValueError(f"A column of {name} holds numbers that no rule has passed.")
