"""What if places were added: the arithmetic of places and need, and no prediction."""

from __future__ import annotations

from dataclasses import dataclass

from answers.services.gap import IN_NEED, LINES, compared, for_each_100, lines_of, service_name
from answers.services.provision import provision, sum_of_places
from answers.view import View
from answers.words import number, plural

MOST = 500
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
