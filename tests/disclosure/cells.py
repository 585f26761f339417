"""Cells as the engine counts them, drawn up for one test."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from disclosure import show

KEYS = 2**32


def cells(
    children: Sequence[int],
    keys: Sequence[int],
    episodes: Sequence[float] | None = None,
    largest: Sequence[float] | None = None,
    two_largest: Sequence[float] | None = None,
) -> pd.DataFrame:
    """True cells; without a word on episodes each child has one."""
    counted = list(episodes) if episodes is not None else [float(count) for count in children]
    return pd.DataFrame(
        {
            "children": children,
            "child_key": np.array(keys, dtype=np.uint64),
            "episodes": counted,
            "largest": list(largest) if largest is not None else [1.0] * len(counted),
            "two_largest": list(two_largest) if two_largest is not None else [2.0] * len(counted),
        }
    )


def shown_children(count: int, keys: Sequence[int]) -> list[int | None]:
    """What a count of children prints for each of many sets of children; None is `<10`."""
    shown = show(cells([count] * len(keys), keys))["children"]
    return [None if pd.isna(value) else int(value) for value in shown]
