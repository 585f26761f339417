"""What the reader asked to see: area, role of the area, period, comparison and unit."""

from __future__ import annotations

from dataclasses import dataclass

from answers.periods import Period

COMPARISONS = {
    "both": "Previous and last year",
    "previous": "Previous period",
    "last_year": "Same period last year",
    "none": "Nothing",
}
UNITS = {"episodes": "Episodes", "children": "Children", "rate": "Rate for each 10,000"}
ROLES = {
    "home": "Home area",
    "missing_from": "Missing from",
    "host": "Placement area",
    "found": "Where found",
    "exploited": "Where exploited",
    "recorded": "Recording agency",
}
# How sentences say by which of a record's areas it is counted.
COUNTED_BY = {
    "home": "home area",
    "missing_from": "area missing from",
    "host": "placement area",
    "found": "area where found",
    "exploited": "area where exploited",
    "recorded": "area of the recording agency",
}


@dataclass(frozen=True)
class Scope:
    """One state of the filter bar. `role` says which of a record's areas must lie in `area`."""

    area: str
    role: str
    period: Period
    compare: str = "both"
    show: str = "episodes"
