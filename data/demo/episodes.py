"""The absences of the demo: when they start and end, from where, and where the children are found."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from data.demo.children import CARE, Children, draw_children, draw_quarters, period_days
from data.demo.geography import wards
from data.demo.names import CHANGE_OF_RECORDING, HOLIDAYS, HOTSPOTS, PLANTED

DAY = 1440
FROM = ("home", "foster", "childrens_home", "semi_independent", "hospital", "school", "other", "unknown")
WEEKDAY = np.array([0.86, 0.88, 0.92, 0.95, 1.30, 1.25, 0.84])
HOURS_TERM = np.array(
    [3, 2, 1, 1, 1, 1, 1, 2, 3, 2, 2, 2, 3, 3, 4, 8, 9, 11, 13, 14, 13, 11, 8, 5], dtype=float
)
HOURS_HOLIDAY = np.array(
    [3, 2, 1, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6, 7, 7, 8, 9, 10, 12, 13, 12, 10, 8, 5], dtype=float
)
LEAST_APART = 8 * 60  # minutes between two starts of one child: less could be one absence
ABSENCES = 5.8  # of a child, on average, before months are trimmed
SPARE = 1.25  # drawn for each absence kept, since months are trimmed to their totals


@dataclass(frozen=True)
class Episodes:
    """Arrays with one value an absence, by child and start: local minutes since 1970; -1 is none."""

    child: np.ndarray
    start: np.ndarray
    end: np.ndarray  # -1 while open
    missing: np.ndarray  # kind: missing or away
    missing_from: np.ndarray  # a number of FROM
    from_ward: np.ndarray
    from_cell: np.ndarray
    found_ward: np.ndarray
    found_cell: np.ndarray
    found_place: np.ndarray  # a number of HOTSPOTS where found in one, else -1

    def __len__(self) -> int:
        return len(self.child)

    def take(self, rows: np.ndarray) -> Episodes:
        """The same arrays for these absences only."""
        return Episodes(*(getattr(self, one.name)[rows] for one in fields(self)))


def is_holiday(days: np.ndarray) -> np.ndarray:
    """Whether each day falls in the school holidays of the county."""
    dates = days.astype("datetime64[D]")
    months = dates.astype("datetime64[M]")
    of_year = (months.astype(int) % 12 + 1) * 100 + (dates - months.astype("datetime64[D]")).astype(int) + 1
    return np.logical_or.reduce(
        [(of_year >= a * 100 + b) & (of_year <= c * 100 + d) for a, b, c, d in HOLIDAYS]
    )


def day_weights(days: np.ndarray) -> np.ndarray:
    """How likely an absence is to start on each day, against an average one."""
    weights = WEEKDAY[(days + 3) % 7] * np.where(is_holiday(days), 0.97, 1.0)
    high = np.datetime64(PLANTED["high_month"], "M")
    return weights * np.where(
        days.astype("datetime64[D]").astype("datetime64[M]") == high, PLANTED["high_month_factor"], 1.0
    )


def draw_absences(
    rng: np.random.Generator, episodes: int, years: int, homes: np.ndarray
) -> tuple[Children, Episodes]:
    """The children who go missing, and exactly `episodes` absences of theirs (fewer if they cannot fit)."""
    first, last = period_days(years)
    days = np.arange(first, last + 1)
    child, day = _draw_days(rng, round(episodes * SPARE / ABSENCES), days, years * 4)
    start = day * DAY + _draw_minutes(rng, day)
    order = np.lexsort((start, child))
    child, start = child[order], start[order]
    apart = np.ones(len(child), dtype=bool)
    apart[1:] = (child[1:] != child[:-1]) | (np.diff(start) >= LEAST_APART)
    child, start = child[apart], start[apart]
    kept = _trim(rng, start // DAY, days, episodes)
    numbers, child = np.unique(child[kept], return_inverse=True)
    start = start[kept]
    last_day = np.zeros(len(numbers), dtype=np.int64)
    np.maximum.at(last_day, child, start // DAY)
    children = draw_children(rng, last_day, np.bincount(child, minlength=len(numbers)), homes)
    return children, _describe(rng, children, child, start, (last + 1) * DAY)


def _draw_days(
    rng: np.random.Generator, children: int, days: np.ndarray, quarters: int
) -> tuple[np.ndarray, np.ndarray]:
    """Child and day of more absences than wanted; no child twice on a day."""
    since, length = draw_quarters(rng, children, quarters)
    child = np.repeat(np.arange(children), length)
    step = np.arange(len(child)) - np.repeat(np.cumsum(length) - length, length)
    counts = _heavy_tail(rng, len(child))
    quarter = np.repeat(since[child] + step, counts)
    child = np.repeat(child, counts)
    total = np.concatenate([[0], np.cumsum(day_weights(days))])
    edges = np.searchsorted(days, _quarter_starts(days[0], quarters))
    low, high = total[edges[quarter]], total[edges[quarter + 1]]
    day = days[np.searchsorted(total, low + rng.random(len(child)) * (high - low), side="right") - 1]
    both = np.unique(child.astype(np.int64) * 100_000 + day)
    return both // 100_000, both % 100_000


def _heavy_tail(rng: np.random.Generator, count: int) -> np.ndarray:
    """Absences of a child in a quarter: most one, a few dozens."""
    band = rng.choice(5, count, p=[0.60, 0.17, 0.12, 0.075, 0.035])
    low, high = np.array([1, 2, 3, 5, 10])[band], np.array([2, 3, 5, 10, 42])[band]
    spread = rng.random(count) ** np.where(band == 4, 1.6, 1.0)
    return np.floor(low + spread * (high - low)).astype(int)


def _quarter_starts(first: int, quarters: int) -> np.ndarray:
    month = np.datetime64(int(first), "D").astype("datetime64[M]")
    return (month + 3 * np.arange(quarters + 1)).astype("datetime64[D]").astype(int)


def _draw_minutes(rng: np.random.Generator, day: np.ndarray) -> np.ndarray:
    """Local minute of the day; never in the hour that a clock change skips or repeats."""
    drawn = np.empty(len(day), dtype=np.int64)
    for holiday, hours in ((False, HOURS_TERM), (True, HOURS_HOLIDAY)):
        rows = is_holiday(day) == holiday
        drawn[rows] = rng.choice(24, rows.sum(), p=hours / hours.sum())
    minute = drawn * 60 + np.where(
        rng.random(len(day)) < 0.5, 15 * rng.integers(0, 4, len(day)), rng.integers(0, 60, len(day))
    )
    return np.maximum(minute, 1)


def clear_of_changes(minutes: np.ndarray) -> np.ndarray:
    """The same times, those from 01:00 to 02:00 on the last Sunday of March and October an hour later."""
    dates = (minutes // DAY).astype("datetime64[D]")
    months = dates.astype("datetime64[M]")
    of_month = (dates - months.astype("datetime64[D]")).astype(int) + 1
    change = np.isin(months.astype(int) % 12, (2, 9)) & (((minutes // DAY) + 3) % 7 == 6) & (of_month > 24)
    return minutes + np.where(change & (minutes % DAY // 60 == 1), 60, 0)


def _trim(rng: np.random.Generator, day: np.ndarray, days: np.ndarray, episodes: int) -> np.ndarray:
    """Rows to keep so that months hold their planted totals, with a little chance."""
    all_months = days.astype("datetime64[D]").astype("datetime64[M]").astype(int)
    month, months = (
        day.astype("datetime64[D]").astype("datetime64[M]").astype(int) - all_months[0],
        all_months - all_months[0],
    )
    weights = np.bincount(months, day_weights(days)) * rng.normal(1, 0.012, months[-1] + 1)
    targets = np.floor(weights / weights.sum() * episodes).astype(int)
    targets[: episodes - targets.sum()] += 1
    shuffled = rng.permutation(len(day))
    order = shuffled[np.argsort(month[shuffled], kind="stable")]
    rank = np.empty(len(day), dtype=np.int64)
    held = np.bincount(month, minlength=len(targets))
    rank[order] = np.arange(len(day)) - np.repeat(np.cumsum(held) - held, held)
    return np.flatnonzero(rank < targets[month])


def _draw_lengths(rng: np.random.Generator, count: int) -> np.ndarray:
    """Minutes missing: most under eight hours, a tail of days and weeks."""
    return np.clip(np.exp(rng.normal(np.log(330), 1.25, count)), 20, 40 * DAY).astype(np.int64)


def _describe(
    rng: np.random.Generator, children: Children, child: np.ndarray, start: np.ndarray, closing: int
) -> Episodes:
    count = len(child)
    start = clear_of_changes(start)
    following = np.append(start[1:], np.iinfo(np.int64).max)
    following[np.append(child[1:] != child[:-1], True)] = np.iinfo(np.int64).max
    end = clear_of_changes(np.minimum(start + _draw_lengths(rng, count), following - 240))
    end = np.where(end >= closing, -1, end)
    care = children.care[child]
    missing_from = np.select([care == 0, care == 1, care == 2, care > 2], [1, 2, 3, 6], 0)
    chance = rng.random(count)
    missing_from = np.select([chance < 0.07, chance < 0.08, chance < 0.095], [7, 4, 5], missing_from)
    from_ward = np.where(care >= 0, children.host_ward[child], children.ward[child])
    later = start // DAY >= int(np.datetime64(CHANGE_OF_RECORDING).astype(int))
    missing = (care < 0) | (rng.random(count) < np.where(later, 0.84, 0.56))
    found_ward, spot = _found(rng, from_ward, start // DAY)
    fixed = (children.home[child] >= 0) & (missing_from == 2)
    seen = rng.random(count)
    from_cell = _pick_cell(
        np.where(fixed, (children.home[child] * 0.137) % 1, (child * 0.6180339887) % 1), from_ward
    )
    found_cell = _pick_cell(np.where(spot >= 0, seen**3 * 0.1, seen), found_ward)
    return Episodes(
        child, start, end, missing, missing_from, from_ward, from_cell, found_ward, found_cell, spot
    )


def _found(rng: np.random.Generator, from_ward: np.ndarray, day: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Ward where each child is found, and the hotspot if it is one: hot places draw from all over."""
    count = len(day)
    names = [ward.name for ward in wards()]
    chance, spot, reached = rng.random(count), np.full(count, -1), np.zeros(count)
    for number, (_, since, until, weight, _) in enumerate(HOTSPOTS):
        open_ = np.ones(count, dtype=bool)
        open_ &= day >= int(np.datetime64(since).astype(int)) if since else True
        open_ &= day <= int(np.datetime64(until).astype(int)) if until else True
        upto = reached + np.where(open_, 0.035 * weight, 0)
        spot[(chance >= reached) & (chance < upto)] = number
        reached = upto
    hot = np.array([names.index(place[0]) for place in HOTSPOTS])
    near = np.where(rng.random(count) < 0.6, from_ward, rng.integers(0, len(names), count))
    return np.where(spot >= 0, hot[spot], near), spot


def _pick_cell(share: np.ndarray, ward: np.ndarray) -> np.ndarray:
    """Number of a cell of a ward, in `all_cells()`; a low share is the middle of the ward."""
    chosen = np.empty(len(ward), dtype=np.int64)
    offset = 0
    for number, about in enumerate(wards()):
        rows = ward == number
        chosen[rows] = offset + np.minimum(
            np.searchsorted(np.cumsum(about.weights), share[rows]), len(about.cells) - 1
        )
        offset += len(about.cells)
    return chosen


def all_cells() -> list[str]:
    """Every cell of every ward, in order."""
    return [cell for ward in wards() for cell in ward.cells]


__all__ = ["CARE", "FROM", "Episodes", "all_cells", "draw_absences", "is_holiday"]
