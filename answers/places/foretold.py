"""How well the areas that stood out a year before foretold this year's: hits, PAI and PEI, from shown numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely

from answers.finding import Finding
from answers.hotspots import Ends
from answers.periods import last_year
from answers.places.layers import cells_of, layer_of, of_whom, question_of
from answers.places.levels import plural_of
from answers.places.standing import compared, ends_of
from answers.source import Area, Outline
from answers.view import View, finding_of
from answers.words import capital, counted, number, plural
from data.problem import Problem
from disclosure import side_by_side, with_label

HOW = (
    "Hits: the share of this year's children, counted in each area where they were, that lie in the areas that stood out "
    "the year before. PAI: that share for each equal share of the ground (Chainey, Tompson and Uhlig 2008, Security "
    "Journal 21:4-28); 1 is no better than chance. PEI: the hits against those of as many areas chosen with hindsight "
    "(Hunt 2016). Where numbers are withheld, the least that each can be."
)
COLUMNS = {
    "area": "Area",
    "now": "Stands out now",
    "before": "Children the year before",
    "children": "Children",
}


@dataclass(frozen=True)
class Foretold:
    """Each the least it can be: the share of hits, the share of ground, and their two indices."""

    hits: float
    ground: float
    pai: float
    pei: float


def foretelling(ends: Ends, named: Sequence[bool], ground: Sequence[float]) -> Foretold | None:
    """How well the areas `named` before hold this year's numbers; None where none was named or nothing counted."""
    chosen, size = np.array(named), np.array(ground)
    best = float(np.sort(ends.high)[::-1][: int(chosen.sum())].sum())
    hits, others = float(ends.low[chosen].sum()), float(ends.high[~chosen].sum())
    if not chosen.any() or hits + others <= 0 or best <= 0:
        return None
    share, part = hits / (hits + others), float(size[chosen].sum() / size.sum())
    return Foretold(share, part, share / part, hits / best)


def foretold(view: View) -> Finding:
    """The areas of the county that stood out a year before, and what they hold of this year."""
    before = last_year(view.scope.period)
    if view.source.mode == "protected" and before not in view.source.held:
        raise Problem(what="How well hotspots foretell is not told here", todo="It needs the year before.")
    earlier, now = compared(replace(view, scope=replace(view.scope, period=before))), compared(view)
    areas = [one.area for one in now.standings]
    named = [one.is_out for one in earlier.standings]
    told = [one for one, was in zip(now.standings, named, strict=True) if was]
    ends = ends_of(view, layer_of(view), areas, [view.scope.period])[0]
    found = foretelling(ends, named, _ground(view, areas))
    if found is None:
        raise Problem(
            what="How well hotspots foretell is not told here", todo="No area stood out the year before."
        )
    codes = [one.area.code for one in told]
    table = cells_of(view, layer_of(view), codes, [before, view.scope.period])
    now_out = ["Yes" if one.is_out else "No" for one in told for _ in range(2)]
    years = {before.name: "before", view.scope.period.name: "children"}
    table = side_by_side(with_label(table, "now", now_out, "period"), "period", years, "children")
    finding = finding_of(
        view,
        "foretold",
        question_of(view),
        table,
        title=_title(sum(one.is_out for one in told), len(told), plural_of(areas[0]).lower()),
        subtitle=f"{before.label_long} against {view.scope.period.label_long}, all of the county{of_whom(view)}. "
        "Alphabetical order.",
        sentence=_sentence(found, len(told), bool((ends.low < ends.high).any())),
        columns=COLUMNS,
    )
    return replace(finding, definition=f"{HOW} {finding.definition}")


def _ground(view: View, areas: list[Area]) -> list[float]:
    """The size of each area, in any one unit; Problem where an outline is missing."""
    outlines = view.source.outlines
    if any(area.code not in outlines for area in areas):
        raise Problem(what="How well hotspots foretell is not told here", todo="Send outlines of all areas.")
    return [size_of(outlines[area.code]) for area in areas]


def size_of(outline: Outline) -> float:
    """The size of an outline in degrees, as a map of equal areas has it (Lambert's cylinder)."""
    flat = [[np.array(ring) for ring in rings] for rings in outline]
    for ring in (ring for rings in flat for ring in rings):
        ring[:, 1] = np.degrees(np.sin(np.radians(ring[:, 1])))
    return float(shapely.MultiPolygon([(rings[0], rings[1:]) for rings in flat]).area)


def _title(still: int, of: int, many: str) -> str:
    if of == 1:
        ward = many.removesuffix("s")
        return f"The {ward} that stood out the year before {'still does' if still else 'no longer does'}"
    opening = counted(still) if still else "Not one"
    return f"{opening} of the {number(of)} {many} that stood out the year before still {'does' if still < 2 else 'do'}"


def _sentence(found: Foretold, of: int, has_withheld: bool) -> str:
    least = "at least " if has_withheld else ""
    who = "It holds" if of == 1 else "They hold"
    best = "the best area" if of == 1 else f"the best {plural(of, 'area', 'areas')}"
    return capital(
        f"{who} {least}{found.hits:.0%} of this year’s children on {found.ground:.0%} of the ground: {least}"
        f"{found.pai:.1f} times their share (PAI). That is {least}{found.pei:.0%} of what {best} "
        "would have held (PEI)."
    )
