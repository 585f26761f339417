"""What each agency sends of the same absences: the police's record, the council's, or both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from data.demo.care import ward_codes
from data.demo.children import Children
from data.demo.episodes import DAY, FROM, Episodes, all_cells, clear_of_changes
from data.demo.geography import wards
from data.demo.names import COUNCIL, HOTSPOTS, PLANTED, POLICE
from data.demo.writing import picked, refs, times

PIECE = 500_000
BOTH, POLICE_ONLY, COUNCIL_ONLY = range(3)
GRADES = ("no_apparent", "low", "medium", "high", None)
HARMS = ("none", "injury", "sexual_offence", "other_offence", "substance", "other", "unknown", None)
PLACES = (
    "flat_or_house",
    "public_place",
    "vehicle",
    "taxi",
    "park",
    "hotel",
    "business",
    "takeaway",
    "pub_or_club",
    "hostel",
    "school",
    "various",
    "town_only",
    "other",
    "unknown",
    None,
)
FINDERS = ("police", "returned", "carer", "family", "public", None)


def draw_senders(rng: np.random.Generator, count: int) -> np.ndarray:
    """Whether each absence is sent by both, by the police only or by the council only."""
    return rng.choice(3, count, p=list(PLANTED["sent_by"].values())).astype(np.int8)


def episode_pieces(
    rng: np.random.Generator, children: Children, episodes: Episodes, senders: np.ndarray, agency: str
) -> Iterator[dict[str, Any]]:
    """Columns of `missing_episodes` of one agency, a piece at a time."""
    sent = np.flatnonzero(senders != (COUNCIL_ONLY if agency == POLICE else POLICE_ONLY))
    for since in range(0, len(sent), PIECE):
        yield _columns(rng, children, episodes, sent[since : since + PIECE], senders, agency)


def _columns(
    rng: np.random.Generator,
    children: Children,
    episodes: Episodes,
    rows: np.ndarray,
    senders: np.ndarray,
    agency: str,
) -> dict[str, Any]:
    of, count = episodes.take(rows), len(rows)
    start, end, date_only = _moments(rng, of, agency)
    closed = of.end >= 0
    other = COUNCIL if agency == POLICE else POLICE
    linked = (senders[rows] == BOTH) & (rng.random(count) < 0.4)
    home = np.where(of.missing_from == 2, children.home[of.child], -1)
    first = rng.choice(5, count, p=[0.06, 0.22, 0.52, 0.13, 0.07])
    rise = np.where((first < 3) & (rng.random(count) < 0.14), first + 1, first)
    return {
        "episode_ref": refs(agency, rows),
        "child_ref": refs("child", of.child),
        "agency_code": picked([agency], np.zeros(count, dtype=int)),
        "kind": picked(["away", "missing"], of.missing.astype(int)),
        "started_at": times(start, date_only),
        "reported_at": times(
            _reported(rng, start, np.where(closed, end, start + 1)), date_only, rng.random(count) < 0.94
        ),
        "ended_at": times(end, date_only, closed),
        "missing_from": picked(FROM, of.missing_from),
        "establishment_ref": refs("home", home),
        "missing_from_area": picked(ward_codes(), of.from_ward),
        "missing_from_cell": picked(
            [*all_cells(), None], np.where(rng.random(count) < 0.06, len(all_cells()), of.from_cell)
        ),
        "initial_risk": picked(GRADES, first),
        "highest_risk": picked(GRADES, rise),
        **_found(rng, of, closed),
        "other_agency_ref": refs(other, np.where(linked, rows, -1)),
    }


def _moments(
    rng: np.random.Generator, of: Episodes, agency: str
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Start, end and whether only dates were written: the council's clock differs by up to an hour or so."""
    count = len(of)
    date_only = rng.random(count) < (0.04 if agency == POLICE else 0.22)
    date_only[1:] &= ~((of.child[1:] == of.child[:-1]) & (of.end[:-1] // DAY + 1 >= of.start[1:] // DAY))
    if agency == POLICE:
        return of.start, of.end, date_only
    left = DAY - 1 - of.start % DAY
    start = clear_of_changes(of.start + np.minimum(rng.integers(0, 75, count), left))
    same_day = np.where(of.end % DAY < 60, 0, rng.integers(0, 45, count))
    end = np.maximum(clear_of_changes(of.end - 30 + same_day), start + 5)
    last = np.maximum(of.end // DAY * DAY + DAY - 1, start)
    return start, np.minimum(end, last), date_only


def _reported(rng: np.random.Generator, start: np.ndarray, end: np.ndarray) -> np.ndarray:
    waited = np.exp(rng.normal(np.log(70), 0.9, len(start))).astype(np.int64)
    return np.minimum(clear_of_changes(start + np.minimum(waited, 2880)), np.maximum(start, end))


def _found(rng: np.random.Generator, of: Episodes, closed: np.ndarray) -> dict[str, Any]:
    """Columns of the end: where, by whom, with what harm; all empty while the child is missing."""
    count = len(of)
    hot = np.array([PLACES.index(place[4]) for place in HOTSPOTS])[of.found_place]
    usual = rng.choice(
        14, count, p=[0.40, 0.19, 0.04, 0.02, 0.07, 0.03, 0.03, 0.04, 0.02, 0.02, 0.03, 0.01, 0.04, 0.06]
    )
    place = np.where((of.found_place >= 0) & (rng.random(count) < 0.7), hot, usual)
    chance = rng.random(count)
    place = np.select([~closed, chance < 0.22, chance < 0.30], [15, 14, 15], place)
    cell = np.where(closed & (rng.random(count) < 0.74), of.found_cell, len(all_cells()))
    area = np.where(closed & (rng.random(count) < 0.92), of.found_ward, len(wards()))
    harm = rng.choice(8, count, p=[0.60, 0.02, 0.015, 0.015, 0.03, 0.01, 0.16, 0.15])
    finder = rng.choice(6, count, p=[0.30, 0.38, 0.10, 0.08, 0.02, 0.12])
    return {
        "found_area": picked([*ward_codes(), None], area),
        "found_cell": picked([*all_cells(), None], cell),
        "found_place": picked(PLACES, place),
        "found_by": picked(FINDERS, np.where(closed, finder, 5)),
        "harm": picked(HARMS, np.where(closed, harm, 7)),
    }
