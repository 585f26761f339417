"""The children of the demo, whether in care and where, and when each is active."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from data.demo.geography import wards
from data.demo.names import DISTRICTS, LAST_DAY

CARE = ("foster", "childrens_home", "semi_independent", "secure", "family", "other")
HOMES = 40
MOST_QUARTERS = 24
QUIET = 0.10  # children in care who never do, for each absence
ETHNICITIES = ("WBRI", "WOTH", "WROM", "MWBC", "MWAS", "APKN", "AIND", "ABAN", "BAFR", "BCRB", "OOTH")
NATIONALITIES = ("British", "Polish", "Romanian", "Vietnamese", "Albanian", "African", "British Asian")


@dataclass(frozen=True)
class Children:
    """Arrays with one value a child: wards and homes are numbers, days since 1970, -1 is none.

    `birth` is in months since 1970. `outside` is 0, or 1 or 2 for a child placed by an outside council.
    """

    ward: np.ndarray
    recorded_home: np.ndarray
    outside: np.ndarray
    birth: np.ndarray
    gender: np.ndarray
    ethnicity: np.ndarray
    nationality: np.ndarray
    care: np.ndarray  # -1, or a number of CARE
    home: np.ndarray
    host_ward: np.ndarray
    missing: np.ndarray  # whether the child ever goes missing

    def __len__(self) -> int:
        return len(self.ward)

    def take(self, rows: np.ndarray) -> Children:
        """The same arrays for these children only."""
        return Children(*(getattr(self, one.name)[rows] for one in fields(self)))

    def join(self, others: Children) -> Children:
        """These children, then the others."""
        pairs = ((getattr(self, one.name), getattr(others, one.name)) for one in fields(self))
        return Children(*(np.concatenate(pair) for pair in pairs))


def ward_weights(rated: bool) -> np.ndarray:
    """The share of each ward in the county's children; times the district's planted rate if `rated`."""
    about = list(DISTRICTS.values())
    weights = np.array(
        [
            about[ward.district][1] * (about[ward.district][2] if rated else 1) / len(about[ward.district][5])
            for ward in wards()
        ]
    )
    return weights / weights.sum()


def homes_in_wards(rng: np.random.Generator) -> np.ndarray:
    """The ward of each children's home: the same places however large the demo."""
    return rng.choice(len(wards()), HOMES, p=ward_weights(rated=True))


def draw_quarters(rng: np.random.Generator, count: int, quarters: int) -> tuple[np.ndarray, np.ndarray]:
    """The first active quarter of each child and how many it is active for, most children having one."""
    lengths = np.minimum(rng.geometric(0.42, count), MOST_QUARTERS)
    since = np.floor(1 - lengths + rng.random(count) * (quarters + lengths - 1)).astype(int)
    ends = np.minimum(since + lengths, quarters)
    since = np.maximum(since, 0)
    return since, ends - since


def draw_children(
    rng: np.random.Generator, last_active: np.ndarray, load: np.ndarray, homes: np.ndarray
) -> Children:
    """One child for each `last_active` day; `load` is its number of absences, 0 for a quiet child in care."""
    count = len(load)
    ward = rng.choice(len(wards()), count, p=ward_weights(rated=True))
    in_care = rng.random(count) < np.select([load == 0, load <= 2, load <= 8], [1.0, 0.40, 0.55], 0.72)
    busy = load > 3
    kinds = np.where(
        busy,
        rng.choice(6, count, p=[0.17, 0.64, 0.14, 0.01, 0.02, 0.02]),
        rng.choice(6, count, p=[0.42, 0.34, 0.13, 0.02, 0.07, 0.02]),
    )
    care = np.where(in_care, kinds, -1)
    outside = np.where(in_care & (rng.random(count) < 0.12), rng.integers(1, 3, count), 0)
    home = np.where(care == 1, rng.choice(HOMES, count, p=_shares(HOMES)), -1)
    away = rng.random(count) < 0.25
    host = np.where(away | (outside > 0), rng.choice(len(wards()), count, p=ward_weights(rated=False)), ward)
    host = np.where(home >= 0, homes[home], host)
    months = last_active.astype("datetime64[D]").astype("datetime64[M]").astype(int)
    age = 12 * rng.choice(np.arange(10, 18), count, p=[0.03, 0.04, 0.07, 0.12, 0.19, 0.25, 0.20, 0.10])
    return Children(
        ward=ward,
        recorded_home=np.where(rng.random(count) < 0.03, -1, ward),
        outside=outside,
        birth=months - age - rng.integers(0, 12, count),
        gender=rng.choice(4, count, p=[0.52, 0.45, 0.01, 0.02]),
        ethnicity=np.where(
            rng.random(count) < 0.28,
            -1,
            rng.choice(11, count, p=[0.74, 0.06, 0.01, 0.04, 0.03, 0.03, 0.02, 0.02, 0.02, 0.01, 0.02]),
        ),
        nationality=np.where(
            rng.random(count) < 0.2,
            -1,
            rng.choice(7, count, p=[0.915, 0.02, 0.015, 0.015, 0.015, 0.01, 0.01]),
        ),
        care=care,
        home=home,
        host_ward=np.where(in_care, host, -1),
        missing=load > 0,
    )


def _shares(count: int) -> np.ndarray:
    weights = 1 / np.arange(2, count + 2) ** 0.6
    return weights / weights.sum()


def period_days(years: int) -> tuple[int, int]:
    """First and last day of the demo's period, since 1970."""
    last = np.datetime64(LAST_DAY)
    first = np.datetime64(f"{LAST_DAY.year - years}-10-01")
    return int(first.astype(int)), int(last.astype("datetime64[D]").astype(int))
