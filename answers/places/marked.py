"""Places that agencies have marked, because many are recorded there for a reason: what is said of leaving them out."""

from __future__ import annotations

from answers.source import Source
from answers.view import View
from answers.words import listed, plural

ROLES = ("missing_from", "found", "exploited")
REASONS = {
    "police_station": ("police station", "police stations"),
    "hospital": ("hospital", "hospitals"),
    "home": ("home", "homes"),
    "other": ("other place", "other places"),
}


def left_out(source: Source, role: str) -> str:
    """'1 police station and 2 hospitals that agencies have marked count in their district, not in a ward'; else nothing."""
    if role not in ROLES or not source.marked or not any(area.level == "ward" for area in source.areas):
        return ""
    places = listed(
        [plural(source.marked[name], *words) for name, words in REASONS.items() if name in source.marked]
    )
    if sum(source.marked.values()) == 1:
        return f"{places} that an agency has marked counts in its district, not in a ward"
    return f"{places} that agencies have marked count in their district, not in a ward"


def of_marked(view: View) -> str:
    """The same as a sentence after others."""
    said = left_out(view.source, view.scope.role)
    return f" {said}." if said else ""
