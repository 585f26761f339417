"""The possible offenders of tables 1 to 4, and who of them is in which group (tables 5 and 6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from data.demo.ceop2011.reference import FIGURES, margin, not_known, shuffled

ETHNICITY = {
    "White British": "WBRI", "White Other": "WOTH", "Black African": "BAFR", "Black Caribbean": "BCRB",
    "Black Other": "BOTH", "Chinese": "CHNE", "Bangladeshi": "ABAN", "Pakistani": "APKN", "Asian Other": "AOTH",
    "Unknown": "unknown",
}  # fmt: skip
BROAD = {"W": "white", "B": "black", "A": "asian", "C": "chinese", "u": "unknown"}
COMPOSITION = {
    "All nominals of White background": ("white",),
    "All nominals of Black background": ("black",),
    "All nominals of Asian background": ("asian",),
    "Nominals of more than one ethnic background": ("white", "asian", "black"),
    "Ethnic background unknown for some or all nominals": (),
}
LARGEST_KNOWN = 5  # groups whose members' backgrounds are all known have at most this many
EIGHT_OR_MORE = (8,) * 10 + (9,) * 4 + (10, 11, 12, 14)
MOST_GROUPS = 4


@dataclass(frozen=True)
class Nominals:
    """One value for each possible offender, in the order of identification; `columns` as they are sent."""

    identification: list[str]
    broad: list[str]
    columns: dict[str, list[Any]]

    def __len__(self) -> int:
        return len(self.identification)


@dataclass(frozen=True)
class Group:
    """Members by number. Those of `shared` are in other groups too, and no child is linked to them."""

    own: list[int]
    shared: list[int]

    @property
    def members(self) -> list[int]:
        return [*self.own, *self.shared]


def draw_nominals(rng: np.random.Generator) -> Nominals:
    """Groups 1 and 2 to the printed margins, each by itself; of group 3 nothing is known but that they are."""
    counts = FIGURES["nominals"]
    nameless = counts["group_3_no_name"]
    drawn = [_identified(rng, number) for number in ("group_1", "group_2")]
    sizes = [len(one["gender"]) for one in drawn]
    columns = {name: [*drawn[0][name], *drawn[1][name], *[None] * nameless] for name in drawn[0]}
    columns["gender"] = [value or "unknown" for value in columns["gender"]]
    broad = [BROAD[code[0]] if code else "unknown" for code in columns["ethnicity"]]
    columns["ethnicity"] = not_known(rng, columns["ethnicity"])
    columns["nationality"] = not_known(rng, columns["nationality"])
    identification = ["1"] * sizes[0] + ["2"] * sizes[1] + ["3"] * nameless
    return Nominals(identification, broad, {**columns, **_history(rng, sizes[0], len(identification))})


def _identified(rng: np.random.Generator, number: str) -> dict[str, list[Any]]:
    def drawn(table: int) -> list[Any]:
        return shuffled(rng, margin(table, number))

    return {
        "gender": [value.lower() for value in drawn(1)],
        "age_band": [None if value == "Unknown" else value for value in drawn(2)],
        "nationality": ["unknown" if value == "Unknown" else value for value in drawn(3)],
        "ethnicity": [ETHNICITY[value] for value in drawn(4)],
    }


def _history(rng: np.random.Generator, named: int, count: int) -> dict[str, list[Any]]:
    """Those known before are among the named; a registered offender is known, one under an order registered."""
    order = rng.permutation(named)
    known = {
        "known_for_sexual_offences": FIGURES["previously_known_for_sexual_offences"],
        "registered_sex_offender": FIGURES["registered_sex_offenders"],
        "subject_to_order": FIGURES["subject_to_sopo"],
    }
    columns: dict[str, list[Any]] = {name: [None] * count for name in known}
    for name, yes in known.items():
        for nominal in order[:yes]:
            columns[name][nominal] = "yes"
    return columns


def draw_groups(rng: np.random.Generator, nominals: Nominals) -> list[Group]:
    """Groups of the printed sizes whose members have the printed compositions; as many offended alone as printed."""
    sizes = sorted(int(size) for size in shuffled(rng, {k: v for k, v in margin(5).items() if k != "8+"}))
    small = [sizes.pop(0) for _ in range(sum(size <= LARGEST_KNOWN for size in sizes))]
    small = [small[place] for place in rng.permutation(len(small))]
    compositions = margin(6)
    pools = _pools(rng, nominals)
    groups = [
        Group(_members(rng, pools, small.pop(), backgrounds), [])
        for printed, backgrounds in COMPOSITION.items()
        if backgrounds
        for _ in range(compositions[printed])
    ]
    return groups + _unknown_groups(rng, pools, [*small, *sizes, *EIGHT_OR_MORE], groups)


def _pools(rng: np.random.Generator, nominals: Nominals) -> dict[str, list[int]]:
    pools: dict[str, list[int]] = {background: [] for background in BROAD.values()}
    for nominal in rng.permutation(len(nominals)):
        pools[nominals.broad[nominal]].append(int(nominal))
    return pools


def _members(
    rng: np.random.Generator, pools: dict[str, list[int]], size: int, backgrounds: tuple[str, ...]
) -> list[int]:
    """So many members; with several backgrounds, the first two of them are there for sure."""
    picked = (
        [*backgrounds[:2], *rng.choice(backgrounds[:2], size)][:size]
        if backgrounds[1:]
        else backgrounds * size
    )
    return [pools[background].pop() for background in picked]


def _unknown_groups(
    rng: np.random.Generator, pools: dict[str, list[int]], sizes: list[int], known: list[Group]
) -> list[Group]:
    """Groups with a member of unknown background; enough members are in several groups for the others to be alone."""
    total = FIGURES["nominals"]["total"]
    grouped = total - FIGURES["offended_alone"] - sum(len(group.own) for group in known)
    shared = _spread(rng, sizes, sum(sizes) - grouped)
    rest = [nominal for background in ("white", "black", "asian", "chinese") for nominal in pools[background]]
    rest += pools["unknown"][len(sizes) :]
    rest = [rest[place] for place in rng.permutation(len(rest))]
    groups = [
        Group([pools["unknown"][place], *(rest.pop() for _ in range(size - many - 1))], [])
        for place, (size, many) in enumerate(zip(sizes, shared, strict=True))
    ]
    _share_members(rng, groups, shared)
    return groups


def _spread(rng: np.random.Generator, sizes: list[int], many: int) -> list[int]:
    """How many members of each group are of another group too, at least two being its own."""
    shared = [0] * len(sizes)
    while many:
        place = int(rng.integers(len(sizes)))
        if sizes[place] - shared[place] > 2:
            shared[place] += 1
            many -= 1
    return shared


def _share_members(rng: np.random.Generator, groups: list[Group], shared: list[int]) -> None:
    """Fill the places for members of other groups; the first of a group is never lent, so each keeps one of its own."""
    lent = {nominal: 1 for group in groups for nominal in group.own[1:]}
    lenders = list(lent)
    for group, many in zip(groups, shared, strict=True):
        while len(group.shared) < many:
            nominal = lenders[int(rng.integers(len(lenders)))]
            if nominal not in group.members and lent[nominal] < MOST_GROUPS:
                lent[nominal] += 1
                group.shared.append(nominal)
