"""Journeys: from the district of home or placement to where children were found, exploited or moved to, and back.

A journey is told by two districts and the number of children of whom both are recorded: no way, no day and no child.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from answers.finding import Finding
from answers.places.layers import HAPPENED
from answers.places.towns import apart, towns_of, towns_within
from answers.source import Area
from answers.view import View, emptied, finding_of
from answers.words import counted, plural
from data.problem import Problem
from disclosure import Part, ProtectedTable, percentage, stacked, with_label, with_number

MOST_PAIRS = 60_000  # more than a page can ask for while a reader waits
ARRIVING = ("found", "exploited")
BREAKS = (10, 20, 40, 80, 160)
ANY, NOT_KNOWN = "any", "Not known"
NO_TOWNS = {ANY, "unknown", "not_recorded"}
LIVE = {"home": "live", "host": "are placed"}
COLUMNS = {
    "area": "From",
    "to": "To",
    "apart": "Apart",
    "children": "Children",
    "of": "Children in all",
    "share": "Share, %",
}


@dataclass(frozen=True)
class Journey:
    """One kind of journey: its words on a button and in a sentence, its question, and the role of where it led."""

    words: str
    were: str
    into: str
    question: str
    role: str


JOURNEYS = {
    "found": Journey("Found while missing", "found", "in", "journeys_found", "found"),
    "exploitation": Journey("Exploited", "exploited", "in", "journeys_exploited", "exploited"),
    "moved_to": Journey("Moved to", "moved", "to", "journeys_moved", "exploited"),
}


def journey_of(view: View) -> Journey:
    """The kind of a view: that of its part, and where children in missing episodes were found without one."""
    return JOURNEYS[view.part[1] if view.part and view.part[0] == HAPPENED else "found"]


def is_arriving(view: View) -> bool:
    """Whether the view is of children who came to the chosen area, by where they were found or exploited."""
    return view.scope.role in ARRIVING


def at_town(view: View) -> View:
    """The view of the district that a ward lies in: journeys are told of nothing smaller."""
    code = towns_within(view)[0].code if view.area.level == "ward" else view.scope.area
    return replace(view, scope=replace(view.scope, area=code))


def journeys(view: View) -> Finding:
    """Every pair of districts with children of whom both are recorded: from the chosen area, or to it."""
    subtitle, view = _subtitle(view), at_town(view)
    kind, table = journey_of(view), _pairs(view)
    table = with_label(table, "to", _names(view, table, "destination"), "period")
    table = with_label(table, "apart", _apart(view, table), "period")
    outlines, towns = view.source.outlines, towns_of(view.source)
    larger = dict.fromkeys(area.parent for area in towns if area.parent in outlines)
    finding = finding_of(
        view,
        "journeys",
        kind.question,
        table,
        title=_title(view, kind),
        subtitle=subtitle,
        sentence=_sentence(table),
        columns=COLUMNS,
        labels={"area": _names_of_all(view)},
        extra={
            "outlines": {town.code: outlines[town.code] for town in towns if town.code in outlines},
            "around": {code: outlines[code] for code in larger if code},
            "chosen": [town.code for town in towns_within(view)],
            "breaks": BREAKS,
        },
    )
    return emptied(finding, "children")


def _pairs(view: View) -> ProtectedTable:
    """From each district to each, with the number of all of the district that the view is of; pairs of 0 left out.

    Where all of a district is withheld, so is each pair of it, whether it holds anybody or not: one row says so.
    """
    kind, here, arriving = journey_of(view), towns_within(view), is_arriving(view)
    starts = [*towns_of(view.source), view.source.area("unknown")] if arriving else here
    if len(starts) * len(view.source.town_names) > MOST_PAIRS:
        raise Problem(what="There are too many districts for one page", todo="Choose a smaller area.")
    table = view.cells(
        kind.question, ("destination",), [area.code for area in starts], role=_start(view, kind)
    )
    own, other = ("destination", "area") if arriving else ("area", "destination")
    wholes = _wholes(view, kind, here)
    shown = [count is not None for count in wholes.values("children")]
    counts = {
        _as_end(code, own): count
        for code, count in zip(wholes.labels("area"), wholes.values("children"), strict=True)
    }
    rows = zip(table.labels(own), table.values("children"), strict=True)
    pairs = table.where([bool(counts.get(code)) and count != 0 for code, count in rows])
    withheld = wholes.where([not one for one in shown])
    parts = [Part(pairs, {}, {}), Part(withheld, {"area": own}, {other: ANY})]
    table = _in_order(view, stacked(parts, ("area", "period", "destination")))
    return _with_shares(view, table, [counts[_as_end(code, own)] for code in table.labels(own)])


def _with_shares(view: View, table: ProtectedTable, of: list[float | None]) -> ProtectedTable:
    pairs = list(zip(table.values("children"), of, strict=True))
    shares = [percentage(*pair, view.source.mode) for pair in pairs]
    table = with_number(table, "of", of, [one is None for one in of])
    return with_number(table, "share", shares, [None in pair for pair in pairs])


def _in_order(view: View, table: ProtectedTable) -> ProtectedTable:
    """By the names of both ends, what is not known last."""
    names = [_names(view, table, end) for end in ("area", "destination")]
    keys = [[(name == NOT_KNOWN, name) for name in ends] for ends in zip(*names, strict=True)]
    return table.in_order(sorted(range(len(keys)), key=keys.__getitem__))


def _names(view: View, table: ProtectedTable, end: str) -> list[str]:
    return [_names_of_all(view)[code] for code in table.labels(end)]


def _names_of_all(view: View) -> dict[str, str]:
    named = {area.code: area.name for area in view.source.areas}
    return named | {"unknown": NOT_KNOWN, "not_recorded": NOT_KNOWN, ANY: "Any district"}


def _start(view: View, kind: Journey) -> str:
    """By home, unless placements are asked for and recorded of these children."""
    return "host" if view.scope.role == "host" and kind.role == "found" else "home"


def _wholes(view: View, kind: Journey, here: Sequence[Area]) -> ProtectedTable:
    """All children of each district that the view is of."""
    role = kind.role if is_arriving(view) else _start(view, kind)
    return view.cells(kind.question, areas=[area.code for area in here], role=role)


def _as_end(code: str, end: str) -> str:
    """The code of an area as the end of a journey."""
    return "not_recorded" if code == "unknown" and end == "destination" else code


def _apart(view: View, table: ProtectedTable) -> list[str]:
    towns = {area.code for area in towns_of(view.source)}
    pairs = zip(table.labels("area"), table.labels("destination"), strict=True)
    return [apart(view.source, *pair) if set(pair) <= towns else ":" for pair in pairs]


def _title(view: View, kind: Journey) -> str:
    place = {"all": "all areas", "unknown": "areas not known"}.get(view.scope.area, view.area.name)
    if is_arriving(view):
        return f"Where children {kind.were} {kind.into} {place} live"
    to = " to" if kind.into == "to" else ""
    return f"Where children who {LIVE[_start(view, kind)]} in {place} were {kind.were}{to}"


def _subtitle(view: View) -> str:
    town = at_town(view).area
    of = f" {view.area.name} is told as a part of {town.name}." if town != view.area else ""
    return f"Distinct children by both districts, {view.scope.period.label_long}.{of}"


def _sentence(table: ProtectedTable) -> str:
    pairs = zip(table.labels("area"), table.labels("destination"), table.values("children"), strict=True)
    others = [count for start, end, count in pairs if start != end and {start, end}.isdisjoint(NO_TOWNS)]
    small = sum(count is None for count in others)
    shown = len(others) - small
    told = f"{counted(shown)} {'pair' if shown < 2 else 'pairs'} of districts shown"
    if small:
        told += f"; {plural(small, 'pair', 'pairs')} of fewer than 10 in the table alone"
    return (
        f"{told}. A line joins the middles of two districts: it is nobody’s way. A child can be in several."
    )
