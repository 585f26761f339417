"""Does one event make another likely, near by and soon after? In exact mode alone: pairs of events are few."""

from __future__ import annotations

import math
from typing import Any

import h3
import numpy as np
import pandas as pd

from answers.finding import Finding
from answers.knox import DEALT, Knox, knox, near_pairs
from answers.places.layers import Layer, layer_of
from answers.question import NeedsTable, question_named
from answers.source import Source
from answers.view import View
from answers.words import number, plural
from data.problem import Problem
from disclosure import ProtectedTable, table_of
from queries.events import EVENTS, events

REACH, SPANS = (0.0, 0.5, 1.0, 2.0), (7, 14, 28)
PLACES = ("The same cell", "Up to 500 m", "500 m to 1 km", "1 to 2 km")
TIMES = ("Within 7 days", "8 to 14 days", "15 to 28 days")
FEWEST, MOST_PAIRS = 20, 400_000
LEVEL, CLEARLY = 0.05, 1.2  # how sure, and how many times chance, before it is said to be more
KM_TO_A_DEGREE = 111.2
COLUMNS = {
    "place": "How far apart",
    "time": "How soon",
    "pairs": "Pairs of events",
    "expected": "By chance",
    "times": "Times chance",
    "sure": "More than chance?",
}
HOW = (
    "Each pair of events of two different children (and two different cases), at most 2 km and 28 days apart. By chance: "
    f"the mean of {DEALT} times in which the same days are dealt out to the same places anew. How sure: the share of these "
    "with as many pairs, held so that one in twenty of all that are named is named by chance (Knox 1964; Johnson 2007; "
    "Benjamini and Hochberg 1995). Distances are between the middles of cells. Cells that an agency has marked in its extract "
    "(a police station, a hospital, a home) are left out."
)
CAVEAT = (
    "Records come in waves: one operation can find many children in one place. It tells that events follow on one "
    "another, not why, and of no one child."
)


def near_repeat(view: View) -> Finding:
    """How many pairs of events lie near each other in place and time, against chance."""
    layer, period = layer_of(view), view.scope.period
    if view.source.mode != "exact":
        raise Problem(
            what="Near-repeats are told in exact mode only", todo="Pairs of events are too few to show."
        )
    for needed in question_named(layer.question).tables:
        if needed not in view.source.tables:
            raise NeedsTable(needed)
    table, told, without, marked = view.source.once(
        _told, layer, view.scope.area, period.since.isoformat(), period.until.isoformat()
    )
    return Finding(
        key="near_repeat",
        table=table,
        title=_title(table),
        subtitle=f"{layer.title}, {view.area.name}, {period.label_long}: {plural(told, 'event', 'events')} with a cell; "
        f"{number(without)} without one{_left_out(marked)}.",
        sentence="The same child, or case, is never set beside itself. It tells that events follow on one another, not why.",
        columns=COLUMNS,
        definition=HOW,
        source="Police and partners’ records of this partnership",
        caveat=CAVEAT,
    )


def _left_out(marked: int) -> str:
    return f"; {number(marked)} left out, in places that an agency has marked" if marked else ""


def _told(
    source: Source, layer: Layer, area: str, since: str, until: str
) -> tuple[ProtectedTable, int, int, int]:
    """The table, and how many events are in it, have no cell, and lie in places that are marked to be left out."""
    every = _events(source, layer, area, since, until)
    known = every[every["cell"].notna() & ~every["is_marked"]]
    if len(known) < FEWEST:
        raise Problem(
            what="There are too few events with a cell and a day to tell of near-repeats",
            todo=f"It needs {FEWEST}: choose a larger area or a longer period, or send cells of places.",
        )
    points, whose, case = _points(known["cell"]), known["child"].to_numpy(), known["case_number"].to_numpy()
    pairs, distances = near_pairs(points, whose, case, REACH[-1])
    if len(distances) > MOST_PAIRS:
        raise Problem(
            what="There are too many events near each other",
            todo="Choose a shorter period, or a smaller area.",
        )
    days = pd.to_datetime(known["day"]).to_numpy().astype("datetime64[D]").astype(int)
    found = knox(days, pairs, distances, np.array(REACH) + 1e-6, np.array(SPANS))
    return _table(found), len(known), int(every["cell"].isna().sum()), int(every["is_marked"].sum())


def _events(source: Source, layer: Layer, area: str, since: str, until: str) -> pd.DataFrame:
    kind = layer.role if layer.role in EVENTS else "place" if layer.happened else ""
    if not kind:
        raise Problem(
            what="Near-repeats are told of events alone",
            todo="Choose where children went missing from, were found, met, exploited or moved to.",
        )
    with source.con.cursor() as cursor:
        return events(cursor, kind, layer.happened, area, since, until)


def _points(cells: pd.Series) -> np.ndarray:
    """The middles of cells in kilometres, on a plane that is true for a county."""
    places = {cell: h3.cell_to_latlng(cell) for cell in cells.unique()}
    north, east = np.array([places[cell] for cell in cells]).T
    narrow = math.cos(math.radians(float(north.mean())))
    return np.column_stack([east * narrow, north]) * KM_TO_A_DEGREE


def _table(found: Knox) -> ProtectedTable:
    cells = [(near, soon) for near in range(len(PLACES)) for soon in range(len(TIMES))]
    columns: dict[str, list[Any]] = {
        "place": [PLACES[near] for near, _ in cells],
        "time": [TIMES[soon] for _, soon in cells],
        "sure": [_sure(found, cell) for cell in cells],
        "pairs": [float(found.pairs[cell]) for cell in cells],
        "expected": [round(float(found.expected[cell]), 1) for cell in cells],
        "times": [_times(found, cell) for cell in cells],
    }
    return table_of(columns, ("place", "time", "sure"), ("pairs", "expected", "times"), "exact")


def _times(found: Knox, at: tuple[int, int]) -> float | None:
    chance = float(found.expected[at])
    return round(float(found.pairs[at]) / chance, 1) if chance else None


def _sure(found: Knox, at: tuple[int, int]) -> str:
    if found.p[at] >= LEVEL or found.pairs[at] < CLEARLY * found.expected[at]:
        return "No"
    return "Yes, very sure" if found.p[at] < LEVEL / 2 else "Yes, sure"


def _title(table: ProtectedTable) -> str:
    rows = zip(
        table.labels("place"), table.labels("time"), table.labels("sure"), table.values("times"), strict=True
    )
    clear = [row for row in rows if row[2] != "No"]
    if not clear:
        return "No sign that events follow on one another more than by chance"
    place, time, _, times = clear[0]
    where = {PLACES[0]: "in the same cell", PLACES[1]: "up to 500 m away"}.get(place, f"{place} away")
    return f"{time}, {where}, there were {number(times)} times as many pairs of events as by chance"
