"""Which children are linked to which offender or group (table 11), and in which case."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from data.demo.ceop2011.nominals import Group
from data.demo.ceop2011.reference import FIGURES, margin

EIGHT_OR_MORE = (8, 8, 8, 8, 9, 9, 9, 10, 10, 11, 12)  # beside the group with most
IN_THREE = 20  # children linked to three offenders or groups


@dataclass(frozen=True)
class Units:
    """Groups first, then those who offended alone: the children linked to each, and the case it is in.

    The cases after those of the units have several offenders of whom none is identified; `unseen` are their children.
    """

    groups: int
    children: list[list[int]]
    case: list[int]
    unseen: list[int]


def draw_links(rng: np.random.Generator, groups: list[Group], alone: int) -> Units:
    """Children for every unit so that each printed number of units has that many, and no child is left out."""
    counts = _counts(rng, len(groups), alone)
    unseen = FIGURES["nominals"]["group_4_cases_with_unspecified_multiple_offenders"]
    seen = FIGURES["victims"]["total"] - unseen
    children = _children(rng, counts, len(groups), seen)
    return Units(len(groups), children, _cases(children, unseen), list(range(seen, seen + unseen)))


def _counts(rng: np.random.Generator, groups: int, alone: int) -> np.ndarray:
    """How many children each unit has: the most in the largest group, none for some who offended alone, most have one."""
    printed = margin(11)
    several = [int(size) for size, count in printed.items() if size not in ("8+", "1") for _ in range(count)]
    several = [*EIGHT_OR_MORE, *several]
    counts = np.ones(groups + alone, dtype=int)
    counts[
        rng.choice(np.arange(groups, groups + alone), groups + alone - sum(printed.values()), replace=False)
    ] = 0
    free = np.flatnonzero(counts)
    free = free[free != groups - 1]
    weight = np.where(free < groups, 40.0, 1.0)
    counts[rng.choice(free, len(several), replace=False, p=weight / weight.sum())] = several
    counts[groups - 1] = FIGURES["victims"]["max_victims_of_one_group"]
    return counts


def _children(rng: np.random.Generator, counts: np.ndarray, groups: int, seen: int) -> list[list[int]]:
    """One child in as many groups as printed, some in two or three units, all others in one."""
    children: list[list[int]] = [[] for _ in counts]
    left = counts.copy()
    most = FIGURES["victims"]["max_groups_for_one_victim"]
    extra = int(counts.sum()) - seen - (most - 1)
    sizes = [most, *[3] * IN_THREE, *[2] * (extra - 2 * IN_THREE)]
    for child, size in enumerate(sizes):
        open_units = np.flatnonzero(left[:groups] if child == 0 else left)
        for unit in rng.choice(open_units, size, replace=False):
            children[unit].append(child)
            left[unit] -= 1
    rest = rng.permutation(np.arange(len(sizes), seen)).tolist()
    for unit, many in enumerate(left.tolist()):
        children[unit] += [rest.pop() for _ in range(many)]
    return children


def _cases(children: list[list[int]], unseen: int) -> list[int]:
    """A case for each unit; as many units that share a child are put in one case as make the printed number of cases."""
    joined = len(children) + unseen - FIGURES["cases"]
    first: dict[int, int] = {}
    with_other: dict[int, int] = {}
    for unit, linked in enumerate(children):
        for child in linked:
            other = first.setdefault(child, unit)
            free = not {unit, other} & {*with_other, *with_other.values()}
            if other != unit and free and len(with_other) < joined:
                with_other[unit] = other
    own = [unit for unit in range(len(children)) if unit not in with_other]
    number = {unit: place for place, unit in enumerate(own)}
    return [number[with_other.get(unit, unit)] for unit in range(len(children))]
