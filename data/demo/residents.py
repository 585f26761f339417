"""Residents under 18 of the fictional county by age, gender and ethnic group: invented shares of its areas' people."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np

from data.demo.geography import area_rows

YEAR = 2021
AGES = {"under_10": 0.54, "10_11": 0.116, "12_13": 0.116, "14_15": 0.115, "16_17": 0.113}
GENDERS = {"female": 0.488, "male": 0.512}
ETHNIC_GROUPS = {
    "white": 0.865,
    "mixed": 0.045,
    "asian": 0.05,
    "black": 0.02,
    "chinese": 0.005,
    "other": 0.015,
}


def population_rows(scale: float) -> list[dict[str, Any]]:
    """Rows of `population` for the areas above the wards; those of an area add up to its residents."""
    parts = list(product(AGES, GENDERS, ETHNIC_GROUPS))
    shares = [AGES[age] * GENDERS[gender] * ETHNIC_GROUPS[group] for age, gender, group in parts]
    return [
        {
            "area_code": row["area_code"],
            "year": YEAR,
            "age_band": age,
            "gender": gender,
            "ethnicity": group,
            "persons": count,
        }
        for row in area_rows(scale)
        if row["level"] != "ward" and row["population_0_17"]
        for (age, gender, group), count in zip(parts, _divided(row["population_0_17"], shares), strict=True)
    ]


def _divided(people: int, shares: list[float]) -> list[int]:
    """Whole numbers in these shares that add up to all of the people."""
    ends = np.rint(people * np.append(0, np.cumsum(shares)) / sum(shares)).astype(int)
    return [int(count) for count in np.diff(ends)]
