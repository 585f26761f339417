"""Stays in care of the demo's children, and the columns of children and care episodes."""

from __future__ import annotations

from typing import Any

import numpy as np

from data.demo.children import CARE, ETHNICITIES, NATIONALITIES, Children
from data.demo.geography import wards
from data.demo.names import DISTRICTS, OUTSIDE
from data.demo.writing import dates, picked, refs

Columns = dict[str, Any]
DISTRICT_COUNCILS = [about[0] for about in DISTRICTS.values()]


def ward_codes() -> list[str | None]:
    return [ward.code for ward in wards()]


def child_columns(children: Children, rows: np.ndarray, full: bool) -> Columns:
    """Columns of `children` for these children; the council's has the fields that only it holds if `full`."""
    of = children.take(rows)
    home = np.where(of.outside > 0, len(wards()) + of.outside, of.recorded_home)
    listed = [*ward_codes(), None, *OUTSIDE]
    shown: Columns = {
        "child_ref": refs("child", rows),
        "gender": picked(["female", "male", "other", "unknown"], of.gender),
        "birth_month": picked_months(of.birth),
        "ethnicity": picked([*ETHNICITIES, None], of.ethnicity % (len(ETHNICITIES) + 1)),
        "nationality": picked([*NATIONALITIES, None], of.nationality % (len(NATIONALITIES) + 1)),
        "home_area": picked(listed, np.where(home < 0, len(wards()), home)),
    }
    if full:
        spread = (rows * 0.7548776662) % 1
        shown["learning_disability"] = picked(
            ["yes", "no", "unknown", None], np.searchsorted([0.14, 0.78, 0.84], spread)
        )
        shown["disability"] = picked(
            ["yes", "no", "unknown", None], np.searchsorted([0.18, 0.80, 0.86], spread)
        )
        shown["first_language"] = picked(
            ["ENG", "POL", "RON", None], np.searchsorted([0.83, 0.86, 0.88], (spread * 7) % 1)
        )
    return shown


def picked_months(months: np.ndarray) -> Any:
    """Months since 1970 as `2009-05`."""
    known, back = np.unique(months, return_inverse=True)
    return picked([str(month) for month in known.astype("datetime64[M]")], back)


def stays(rng: np.random.Generator, children: Children, spans: np.ndarray, closing: int) -> Columns:
    """Columns of `care_episodes`: one stay a child in care, some with an earlier one elsewhere before it.

    `spans` holds the first and the last day on which each child was active.
    """
    rows = np.flatnonzero(children.care >= 0)
    of, span = children.take(rows), spans[rows]
    since = span[:, 0] - rng.integers(20, 700, len(rows))
    until = span[:, 1] + rng.integers(10, 500, len(rows))
    earlier = rng.random(len(rows)) < 0.25
    before = np.flatnonzero(earlier)
    council = np.where(
        of.outside > 0,
        1 + of.outside,
        (np.array([DISTRICT_COUNCILS[w.district] for w in wards()]) == DISTRICT_COUNCILS[2])[of.ward],
    )
    names = [DISTRICT_COUNCILS[0], DISTRICT_COUNCILS[2], *OUTSIDE]
    number = np.concatenate([before, np.arange(len(rows))])
    first = np.arange(len(number)) < len(before)
    start = np.where(first, since[number] - 200, since[number])
    end = np.where(first, since[number] - 1, until[number])
    kind = np.where(first, 0, of.care[number])
    unknown = rng.random(len(number))
    host = np.where(first, of.ward[number], of.host_ward[number])
    miles = np.where(
        unknown < 0.06, 999.9, np.round(np.where(host == of.ward[number], 3, 11) + 9 * unknown, 1)
    )
    return {
        "child_ref": refs("child", rows[number]),
        "started_on": dates(start),
        "ended_on": dates(end, end <= closing),
        "responsible_area": picked(names, council[number]),
        "host_area": picked([*ward_codes(), None], np.where(unknown > 0.97, len(wards()), host)),
        "placement_type": picked(CARE, kind),
        "establishment_ref": refs("home", np.where(first, -1, of.home[number])),
        "distance_miles": miles,
    }
