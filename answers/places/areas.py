"""The map of areas: how many children of a layer in each area below the chosen one, in classes that never move."""

from __future__ import annotations

from collections.abc import Mapping

from answers.finding import Finding
from answers.missing.areas import above_of, areas_shown
from answers.places.layers import Layer, cells_of, layer_of, of_whom, question_of
from answers.places.levels import MOST_AREAS, smallest_within
from answers.places.marked import of_marked
from answers.places.standing import compared
from answers.source import Area
from answers.view import View, finding_of
from answers.words import children, percent
from data.problem import Problem
from disclosure import ProtectedTable, per_10_000, percentage, with_label, with_number

# Where each class begins, fixed for each level: classes that followed the data would tell of what is withheld.
OF_WARDS, OF_LARGER, OF_RATES = (10, 20, 40, 80, 160), (10, 50, 100, 200, 400), (0, 50, 100, 200, 400)
COLUMNS = {
    "area": "Area",
    "out": "Stands out",
    "children": "Children",
    "episodes": "Episodes",
    "rate": "Children for each 10,000",
    "population_0_17": "Aged 0 to 17",
}


def areas_below(view: View) -> Finding:
    """The first level of areas below the chosen one; beside it, where none is below."""
    return _mapped(view, areas_shown(view, for_rates=False))


def smallest_areas(view: View) -> Finding:
    """The lowest level of areas within the chosen one."""
    return _mapped(view, smallest_within(view.source, above_of(view)))


def _mapped(view: View, areas: list[Area]) -> Finding:
    layer, outlines = layer_of(view), view.source.outlines
    if not areas or len(areas) > MOST_AREAS:
        raise Problem(
            what="There is no map of these areas",
            todo=f"A map holds from 1 to {MOST_AREAS} areas: choose another area.",
        )
    codes = [area.code for area in areas]
    table = cells_of(view, layer, codes)
    if has_rates := _has_rates(view):
        table = _with_rates(table, areas)
    out = _standing_out(view, codes)
    if out is not None:
        table = with_label(table, "out", ["yes" if code in out else "no" for code in codes], "period")
    number = "rate" if has_rates and view.scope.show == "rate" else "children"
    larger = [area.parent for area in areas if area.parent in outlines]
    return finding_of(
        view,
        "places",
        question_of(view),
        table,
        title=f"{layer.title}{of_whom(view)}",
        subtitle=_subtitle(view, layer, number),
        sentence=_sentence(view, areas, outlines),
        columns={
            name: words for name, words in COLUMNS.items() if name in (*table.dimensions, *table.numbers)
        },
        extra={
            "number": number,
            "breaks": breaks_of(areas, number),
            "outlines": {area.code: outlines[area.code] for area in areas if area.code in outlines},
            "around": {code: outlines[code] for code in dict.fromkeys(larger)},
            "chosen": view.scope.area,
            "out": sorted(out or ()),
        },
    )


def _standing_out(view: View, codes: list[str]) -> set[str] | None:
    """Those of the areas whose numbers are more than chance would explain; None where that is not told of them."""
    try:
        told = compared(view).of(codes)
    except Problem:
        return None
    return {one.area.code for one in told if one.is_out} if len(told) == len(codes) else None


def _has_rates(view: View) -> bool:
    """Not of one gender or age: those who live in an area are known of all ages together."""
    return view.whom is None or view.whom[0] not in ("gender", "age_group")


def breaks_of(areas: list[Area], number: str) -> tuple[int, ...]:
    """Where the classes begin, by the level of the areas and what is shown of them."""
    if number == "rate":
        return OF_RATES
    return OF_WARDS if areas[0].level == "ward" else OF_LARGER


def _with_rates(table: ProtectedTable, areas: list[Area]) -> ProtectedTable:
    counts = table.values("children")
    people = [area.population_0_17 for area in areas]
    rates = [per_10_000(count, number) for count, number in zip(counts, people, strict=True)]
    withheld = [count is None for count in counts]
    table = with_number(table, "rate", rates, withheld)
    return with_number(table, "population_0_17", [None if one is None else float(one) for one in people])


def _subtitle(view: View, layer: Layer, number: str) -> str:
    whole, unknown = (cells_of(view, layer, [code]).values("children")[0] for code in ("all", "unknown"))
    here = cells_of(view, layer, [above_of(view).code]).values("children")[0]
    unit = " for each 10,000 who live there" if number == "rate" else ""
    said = f"{children(here)} in {above_of(view).name}" if here is not None else "fewer than 10 in all"
    share = percentage(unknown, whole, view.source.mode)
    told = "for none" if unknown == 0 else percent(share) if share is not None else "for some"
    return f"{layer.who}{unit}, {view.scope.period.label_long}; {said}. Place not known{' ' if told else ''}{told}."


def _sentence(view: View, areas: list[Area], outlines: Mapping[str, object]) -> str:
    without = sum(area.code not in outlines for area in areas)
    told = "Darker is more children recorded there, not more danger. A child counts once in each place."
    if without:
        told += f" {without} {'area has' if without == 1 else 'areas have'} no outline: see the table."
    return f"{told}{of_marked(view)}" if areas[0].level == "ward" else told
