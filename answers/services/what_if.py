"""What if places were added: the arithmetic of places and need, and no prediction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from answers.services.gap import IN_NEED, LINES, compared, for_each_100, lines_of, service_name
from answers.services.provision import provision, sum_of_places
from answers.source import Area
from answers.view import View
from answers.words import counted, listed, number, plural

MOST = 500
NAMED = 4  # so many areas without a service are named
NO_PREDICTION = (
    "Arithmetic, not a prediction: it says how many places there would be for those known to be in need today. A new service "
    "finds children whom nobody knew of, and a place is not a child helped."
)


@dataclass(frozen=True)
class Coverage:
    """Places for children in need before and after: printed rows, and what is said of them."""

    headings: list[str]
    rows: list[list[str]]
    sentence: str


def coverage(view: View, area: str, line: str, added: int) -> Coverage:
    """Places for each 100 in need in one area, as they are and with `added` more of its own."""
    kind, need = LINES[line]
    one = next((one for one in compared(view) if one.code == area), view.area)
    table = lines_of(view, [one], line)
    in_need, found = table.values("in_need")[0], provision(view, area, kind)
    places = found.places
    after = None if places is None else places + min(max(added, 0), MOST)
    rows = [
        [name, _printed(held), table.printed("in_need")[0], _printed(for_each_100(held, in_need))]
        for name, held in (("Now", places), (f"With {plural(added, 'place', 'places')} more", after))
    ]
    said = coverage_words(one.name, service_name(kind), IN_NEED[need], in_need, places, after)
    shared = sum_of_places(found.shared)
    if found.shared:
        said += f" Not counted: {_printed(shared)} places shared with other areas."
    return Coverage(["", "Places of its own", "Children in need", "Places for each 100 in need"], rows, said)


def servable(view: View) -> dict[str, str]:
    """Where a service could be added: the areas that are compared, and those of the chosen one that hold several."""
    inside = compared(view)
    wider = [
        area
        for area in view.source.areas
        if sum(area.code in view.source.above(one.code) for one in inside) > 1
        and view.scope.area in ("all", area.code, *view.source.above(area.code))
        and area.code != "all"
    ]
    return {one.code: one.name for one in (*inside, *sorted(wider, key=lambda area: area.name))}


def service_added(view: View, area: str, line: str, places: int) -> Coverage:
    """Who would have a service of the kind, and how many places there would be, with one more of `places` in an area."""
    kind, need = LINES[line]
    one, inside = view.source.area(area), compared(view)
    in_need_table = lines_of(view, [one], line)
    in_need, found = in_need_table.values("in_need")[0], provision(view, area, kind)
    with_one = {each.code for each in inside if _has_service(view, each.code, kind)}
    served = with_one | {each.code for each in inside if area in (each.code, *view.source.above(each.code))}
    added = min(max(places, 0), MOST)
    after = None if found.places is None else found.places + added
    printed = in_need_table.printed("in_need")[0]
    rows = [
        [
            name,
            f"{len(areas)} of {len(inside)}",
            _printed(held),
            printed,
            _printed(for_each_100(held, in_need)),
        ]
        for name, areas, held in (
            ("Now", with_one, found.places),
            (f"With a service of {plural(added, 'place', 'places')}", served, after),
        )
    ]
    headings = [
        "",
        "Areas with a service",
        "Places of its own",
        f"Children in need, {one.name}",
        "Places for each 100 in need",
    ]
    said = coverage_words(one.name, service_name(kind), IN_NEED[need], in_need, found.places, after)
    return Coverage(headings, rows, f"{said} {reach_words(inside, with_one, served)}")


def _has_service(view: View, area: str, kind: str) -> bool:
    found = provision(view, area, kind)
    return bool(found.own or found.shared)


def reach_words(inside: Sequence[Area], before: set[str], after: set[str]) -> str:
    """Which areas would have a service that have none, and which still would not."""
    first = [one.name for one in inside if one.code in after - before]
    still = [one.name for one in inside if one.code not in after]
    said = (
        f"It would be the first for {listed(first)}."
        if first
        else "Every area it serves has one already, of its own or shared."
    )
    if not still:
        return said
    return f"{said} Without one: {listed(still) if len(still) <= NAMED else f'{counted(len(still)).lower()} areas'}."


def _printed(value: float | None) -> str:
    return ":" if value is None else number(value)


def coverage_words(
    area: str, service: str, need: str, in_need: float | None, places: float | None, after: float | None
) -> str:
    """The arithmetic read out, or why there is none."""
    if in_need is None:
        return f"{area}: how many {need} there are is withheld, and so is the arithmetic."
    if places is None or after is None:
        return f"{area}: a {service} has not said how many places it has."
    if in_need == 0:
        return f"{area}: there are no {need}."
    before, now = for_each_100(places, in_need), for_each_100(after, in_need)
    return (
        f"{area}, {service}: {number(places)} of its own for {number(in_need)} {need} is {number(before)} for each 100; "
        f"{number(after)} would be {number(now)}."
    )
