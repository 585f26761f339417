"""Which boundaries lie between a child's home and where they were found, exploited or moved to."""

from __future__ import annotations

from dataclasses import replace

from answers.breakdown import Breakdown, Words, counts_of, tell
from answers.finding import Finding
from answers.places.journeys import Journey, at_town, is_arriving, journey_of
from answers.view import View
from answers.words import percent
from disclosure import ProtectedTable

CROSSED = ("other_council", "other_force")


def crossings(view: View) -> Finding:
    """Which boundaries lie between home and the place: of children who live in the area, or who came to it."""
    kind = journey_of(view)
    role = kind.role if is_arriving(view) else "home"
    of = at_town(replace(view, part=None, scope=replace(view.scope, role=role)))
    opening = f"Children by the boundaries between home and where they were {kind.were}{' to' if kind.into == 'to' else ''}"
    told = Breakdown("crossings", kind.question, "crossing", opening, _crossing_words(kind), CROSSED)
    return tell(of, told.of("children"))


def _crossing_words(kind: Journey) -> Words:
    def words(view: View, table: ProtectedTable) -> tuple[str, str]:
        share = counts_of(table, "crossing", "share")["same_town"]
        share = None if share == 100 else share  # of rounded numbers: some may have been elsewhere too
        title = f"Boundaries between home and where children were {kind.were}"
        if share:
            title = (
                f"{percent(share)} of the children were {kind.were} {kind.into} the district of their home"
            )
        if share and kind.into == "to":
            title = f"{percent(share)} of the children were moved within the district of their home"
        return (
            title,
            "A child can be in several rows. Blue: another council answers for the place than for the child.",
        )

    return words
