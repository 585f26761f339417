"""The map quarter by quarter, side by side: what 'play' would show, for paper and for readers whom motion disturbs."""

from __future__ import annotations

from answers.finding import Finding
from answers.missing.areas import above_of
from answers.places.areas import breaks_of
from answers.places.layers import cells_of, layer_of, of_whom, question_of
from answers.places.levels import MOST_AREAS, smallest_within
from answers.places.marked import of_marked
from answers.view import View, finding_of, needed_quarters
from data.problem import Problem
from disclosure import side_by_side

QUARTERS = 8


def by_quarter(view: View) -> Finding:
    """The smallest areas within the chosen one in each of the last two years' quarters, in the classes of the map."""
    layer, areas = layer_of(view), smallest_within(view.source, above_of(view))
    outlines, quarters = view.source.outlines, needed_quarters(view, QUARTERS)
    if not 0 < len(areas) <= MOST_AREAS or not any(area.code in outlines for area in areas):
        raise Problem(what="There is no map of these areas", todo="It needs outlines, and 1 to 400 areas.")
    names = {quarter.name: f"q{place}" for place, quarter in enumerate(quarters)}
    table = cells_of(view, layer, [area.code for area in areas], quarters)
    words = {f"q{place}": f"Children, {quarter.label_short}" for place, quarter in enumerate(quarters)}
    larger = dict.fromkeys(area.parent for area in areas if area.parent in outlines)
    return finding_of(
        view,
        "places_by_quarter",
        question_of(view),
        side_by_side(table, "period", names, "children"),
        title=f"{layer.title}{of_whom(view)}, quarter by quarter",
        subtitle=f"{layer.who}, {quarters[0].label_short} to {quarters[-1].label_short}. The same classes in every map.",
        sentence="Darker is more children recorded there, not more danger. A child counts once in each place and quarter."
        f"{of_marked(view)}",
        columns={"area": "Area", **words},
        extra={
            "breaks": breaks_of(areas, "children"),
            "outlines": {area.code: outlines[area.code] for area in areas if area.code in outlines},
            "around": {code: outlines[code] for code in larger if code},
            "panels": {f"q{place}": quarter.label_long for place, quarter in enumerate(quarters)},
        },
    )
