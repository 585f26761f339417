"""Near-repeats: whether events near each other in place are nearer in time than chance would put them.

Knox (1964), Applied Statistics 13:25-29; the chance is that of the same places and the same days, the days dealt out
anew (Johnson and others 2007, Journal of Quantitative Criminology 23:201-219).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree
from scipy.stats import false_discovery_control

DEALT = 199  # times that the days are dealt out: the least p is 1 in 200
SEED = 1964  # the same records give the same answer


@dataclass(frozen=True)
class Knox:
    """By band of distance, then of time: pairs found, the mean that chance gives, and p with false discovery control."""

    pairs: np.ndarray
    expected: np.ndarray
    p: np.ndarray


def near_pairs(
    points: np.ndarray, whose: np.ndarray, case: np.ndarray, most: float
) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of events at most so far apart, as two rows of places, with their distances.

    `points` are in kilometres. Two events of one child, or of one case, are no pair; -1 is no case.
    """
    pairs = cKDTree(points).query_pairs(most, output_type="ndarray")
    one, other = pairs.T
    apart = (whose[one] != whose[other]) & ((case[one] != case[other]) | (case[one] < 0))
    kept = pairs[apart].T
    return kept, np.hypot(*(points[kept[0]] - points[kept[1]]).T)


def knox(
    days: np.ndarray, pairs: np.ndarray, distances: np.ndarray, reach: np.ndarray, spans: np.ndarray
) -> Knox:
    """Pairs in each band, up to `reach` kilometres and `spans` days, against the days dealt out anew."""
    near, shape = np.searchsorted(reach, distances), (len(reach), len(spans))
    found = _counted(days, pairs, near, spans, shape)
    chance = np.random.default_rng(SEED)
    dealt = np.array([_counted(chance.permutation(days), pairs, near, spans, shape) for _ in range(DEALT)])
    p = (1 + (dealt >= found).sum(axis=0)) / (DEALT + 1)
    return Knox(found, dealt.mean(axis=0), false_discovery_control(p.ravel()).reshape(shape))


def _counted(
    days: np.ndarray, pairs: np.ndarray, near: np.ndarray, spans: np.ndarray, shape: tuple[int, int]
) -> np.ndarray:
    """How many of the pairs lie in each band; those further apart in time lie in none."""
    soon = np.searchsorted(spans, np.abs(days[pairs[0]] - days[pairs[1]]))
    inside = soon < shape[1]
    counts = np.bincount(near[inside] * shape[1] + soon[inside], minlength=shape[0] * shape[1])
    return counts.reshape(shape)
