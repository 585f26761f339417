"""The counts that the briefing compares from period to period, and how each change is said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from answers.periods import Period
from answers.view import View


@dataclass(frozen=True)
class Watched:
    """A count that the briefing compares: how to ask it, and how it is said."""

    ask: Callable[[View, Period], float | None]
    more: str
    fewer: str
    same: str
    section: str
    link: str
    question: str = "missing"


def _total(question: str, unit: str) -> Callable[[View, Period], float | None]:
    return lambda view, period: view.total(question, unit, periods=[period])


def _part(
    question: str, dimension: str, code: str, unit: str, role: str | None = None
) -> Callable[[View, Period], float | None]:
    def asked(view: View, period: Period) -> float | None:
        table = view.cells(question, (dimension,), periods=[period], role=role)
        return table.only(**{dimension: code}).values(unit)[0]

    return asked


WATCHED = (
    Watched(
        _total("missing", "children"),
        "More children went missing",
        "Fewer children went missing",
        "Children who went missing: no clear change",
        "overview",
        "Missing",
    ),
    Watched(
        _total("missing", "episodes"),
        "Children went missing more often",
        "Children went missing less often",
        "Missing episodes: no clear change",
        "overview",
        "Trend",
    ),
    Watched(
        _total("missing_repeat", "children"),
        "More children went missing repeatedly",
        "Fewer children went missing repeatedly",
        "Children missing repeatedly: no clear change",
        "overview",
        "Repeat missing",
        "missing_repeat",
    ),
    Watched(
        _total("missing_from_care", "children"),
        "More children went missing from care",
        "Fewer children went missing from care",
        "Children missing from care: no clear change",
        "care",
        "Care",
        "missing_from_care",
    ),
    Watched(
        _part("missing_by_placement", "placed", "out_of_area", "episodes"),
        "More episodes of children placed out of area",
        "Fewer episodes of children placed out of area",
        "Episodes of children placed out of area: no clear change",
        "care",
        "Care",
        "missing_by_placement",
    ),
    Watched(
        _part("missing_by_risk", "highest_risk", "high", "episodes"),
        "More episodes were graded high risk",
        "Fewer episodes were graded high risk",
        "Episodes graded high risk: no clear change",
        "length",
        "Risk",
        "missing_by_risk",
    ),
    Watched(
        _total("away", "episodes"),
        "More absences were recorded as away",
        "Fewer absences were recorded as away",
        "Away without authorisation: no clear change",
        "recording",
        "Away",
        "away",
    ),
)
