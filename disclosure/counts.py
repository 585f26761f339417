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

EVIDENCE = ("child_key", "largest", "two_largest", "top_tenth_children")


def draw(keys: pd.Series) -> Fractions:
    """A fraction of 1 for each cell key (the sum of its children's record keys), the same on every machine."""
    unique = {
        key: int(md5(str(key).encode(), usedforsecurity=False).hexdigest()[:8], 16) / 2**32
        for key in keys.unique()
    }
    return keys.map(unique).to_numpy(dtype=float)


def round_at_random(counts: Integers, fractions: Fractions, base: Integers | int) -> Integers:
    """Each count moved to a multiple of `base` above or below it, so that the mean of the draws is the count."""
    remainder = counts % base
    return counts - remainder + base * (fractions < remainder / base)


def show_people(children: pd.Series, child_key: pd.Series, rules: Rules | None = None) -> pd.Series:
    """Shown counts of people; null is `<10`, and a true zero stays 0."""
    people = (rules or read_rules()).people
    counts = children.to_numpy(dtype=np.int64)
    rounded = round_at_random(counts, draw(child_key), people.base)
    shown = pd.Series(rounded, index=children.index).astype("Int64")
    return shown.mask((counts > 0) & (rounded < people.threshold))


def show_episodes(cells: pd.DataFrame, children: pd.Series, rules: Rules | None = None) -> pd.Series:
    """Shown counts of episodes; null (`c`) unless the children are shown and no one or two of them stand out.

    `cells` needs `episodes`, `child_key`, `largest` (the top child's episodes) and `two_largest`.
    """
    rule = (rules or read_rules()).episodes
    true = cells["episodes"].to_numpy(dtype=float)
    counts = np.rint(true).astype(np.int64)
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
    shown = pd.Series(at_least_children, index=cells.index).astype("Int64")
    return shown.mask(withheld)


def show_spread(cells: pd.DataFrame, children: pd.Series, rules: Rules | None = None) -> pd.Series:
    """Shown episodes where each is spread over the hours it covers; null too where fewer than the threshold."""
    threshold = (rules or read_rules()).people.threshold
    shown = show_episodes(cells, children.where(children.isna(), 0), rules)
    return shown.mask((shown < threshold) & (cells["episodes"] > 0))


def show_top_tenth(cells: pd.DataFrame, rules: Rules | None = None) -> pd.Series:
    """Per cent of episodes held by the most-reported tenth, to the nearest 5; null where the tenth is small."""
    rule = (rules or read_rules()).concentration
    share = (cells["top_tenth"].astype(float) / rule.nearest).round() * rule.nearest
    enough = cells["top_tenth_children"].to_numpy(dtype=np.int64) >= rule.smallest_tenth
    return share.astype("Int64").where(enough)


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
        shown["top_tenth"] = show_top_tenth(cells, rules)
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
    return ProtectedTable(kept, marks_of(kept, numbers), dimensions, numbers, mode, _MAKER)
