"""S2: children in need and in no service, by area and kind of service, with the arithmetic that says so."""

from __future__ import annotations

from answers.breakdown import leading
from answers.finding import Finding
from answers.missing.areas import areas_shown
from answers.periods import print_date
from answers.services.provision import Provision, places_words, provision, provision_words
from answers.source import Area
from answers.view import View, emptied, finding_of
from answers.words import capital, label, listed, number, percent
from data.problem import Problem
from disclosure import ProtectedTable, per_10_000, percentage, with_label, with_number

# Each line of the gap table: the code of those in no service, the kind of service, and the code of those in need.
LINES = {
    "no_missing_from_care": ("missing", "in_need_missing_from_care"),
    "no_missing": ("missing", "in_need_missing"),
    "no_specialist_cse": ("specialist_cse", "in_need_assessed"),
    "no_therapeutic": ("therapeutic", "in_need_assessed"),
    "no_health": ("health", "in_need_assessed"),
    "no_advocacy": ("advocacy", "in_need_assessed"),
    "no_family_support": ("family_support", "in_need_assessed"),
    "no_outreach": ("outreach", "in_need_assessed"),
}
NEEDS = tuple(dict.fromkeys(need for _, need in LINES.values()))
FIRST = next(iter(LINES))
IN_NEED = {
    "in_need_missing_from_care": "children who went missing from care in a year",
    "in_need_missing": "children who went missing in a year",
    "in_need_assessed": "children at medium or high risk",
}
COLUMNS = {
    "area": "Area",
    "need": "Kind of service",
    "provided": "What is there",
    "in_need": "Children in need",
    "children": "In no service of the kind",
    "share": "Share of need not met",
    "rate": "Not met, for each 10,000 aged 0 to 17",
    "places": "Places of its own",
    "each": "Places for each 100 in need",
}


def grid(view: View) -> Finding:
    """Every area by every kind of service: how many of those in need are in no service of it."""
    areas = compared(view)
    table = lines_of(view, areas)
    title, sentence = _grid_words(view, table)
    finding = finding_of(
        view,
        "gap",
        "service_gap",
        table,
        title=title,
        subtitle=f"Children in need and in no service of the kind, of those in need, {print_date(view.scope.period.last_day)}, "
        f"by home area. Areas in alphabetical order.",
        sentence=sentence,
        columns=COLUMNS,
        labels={"need": {code: label("need", code) for code in LINES}},
        extra={
            "areas": {area.code: area.name for area in areas},
            "lines": list(LINES),
            "below": [
                places_words(provision(view, area, LINES[code][0]))
                for area, code in zip(table.labels("area"), table.labels("need"), strict=True)
            ],
        },
    )
    return emptied(finding, "in_need")


def compared(view: View) -> list[Area]:
    """The districts below the chosen area; the area itself where only smaller ones lie below it."""
    parts = [area for area in areas_shown(view, for_rates=False) if area.level != "ward"]
    inside = [area for area in parts if view.scope.area in view.source.above(area.code)]
    found = inside or ([] if view.scope.area == "all" else [view.area])
    if not found:
        raise Problem(what="There are no areas to set side by side", todo="Choose a larger area.")
    return sorted(found, key=lambda area: area.name)


def lines_of(view: View, areas: list[Area], only: str = "") -> ProtectedTable:
    """One row for each area and kind of service, or for each area of one kind: need, what is not met, and places."""
    cells = view.cells("service_gap", ("need",), areas=[area.code for area in areas])
    needs = {
        (area, code): count
        for area, code, count in zip(
            cells.labels("area"), cells.labels("need"), cells.values("children"), strict=True
        )
    }
    table = cells.only(need=only) if only else cells.without("need", NEEDS)
    rows = list(zip(table.labels("area"), table.labels("need"), strict=True))
    in_need = [needs[area, LINES[code][1]] for area, code in rows]
    table = with_number(table, "in_need", in_need, [count is None for count in in_need])
    table = _with_shares(view, table)
    return _with_places(view, table, rows, in_need)


def _with_shares(view: View, table: ProtectedTable) -> ProtectedTable:
    """Not met, of those in need: told only where both are shown."""
    populations = {area.code: area.population_0_17 for area in view.source.areas}
    unmet, in_need = table.values("children"), table.values("in_need")
    shares = [percentage(*pair, view.source.mode) for pair in zip(unmet, in_need, strict=True)]
    hidden = [share is None and need != 0 for share, need in zip(shares, in_need, strict=True)]
    rates = [
        per_10_000(count, populations.get(area))
        for count, area in zip(unmet, table.labels("area"), strict=True)
    ]
    table = with_number(table, "share", shares, hidden)
    return with_number(table, "rate", rates, [count is None for count in unmet])


def _with_places(
    view: View, table: ProtectedTable, rows: list[tuple[str, str]], in_need: list[float | None]
) -> ProtectedTable:
    found = [provision(view, area, LINES[code][0]) for area, code in rows]
    places = [one.places for one in found]
    each = [for_each_100(*pair) for pair in zip(places, in_need, strict=True)]
    table = with_number(table, "places", places)
    table = with_number(table, "each", each, [count is None for count in in_need])
    return with_label(table, "provided", [provision_words(view, one) for one in found], "need")


def for_each_100(places: float | None, in_need: float | None) -> float | None:
    """Places for each 100 children in need: 35 for 120 gives 29."""
    if places is None or not in_need:
        return None
    return float(round(100 * places / in_need))


def _grid_words(view: View, table: ProtectedTable) -> tuple[str, str]:
    """The cells with most, and one cell read out as the arithmetic of all."""
    plain = "Children in need and in no service, by area and kind of service"
    counts = {str(place): count for place, count in enumerate(table.values("children"))}
    first = [int(place) for place in leading(counts, view.source.mode)]
    if not first:
        return plain, "Every number is withheld, or a true zero."
    names = [
        f"{_area(view, table, place)} ({label('need', table.labels('need')[place]).lower()})"
        for place in first
    ]
    title = f"Most children in no service: {listed(names)}" if len(names) < 3 else plain
    place = first[0]
    return title, f"Reading: {_read(view, table, place)} Kinds overlap: one child can be in need of several."


def _area(view: View, table: ProtectedTable, place: int) -> str:
    return view.source.area(table.labels("area")[place]).name


def _read(view: View, table: ProtectedTable, place: int) -> str:
    """'in Pellport, of children at medium or high risk 85 of 120 are in no therapeutic service (71%).'"""
    code = table.labels("need")[place]
    kind, need = LINES[code]
    share = table.values("share")[place]
    of = f"{number(table.values('children')[place])} of {number(table.values('in_need')[place])}"
    said = f"in {_area(view, table, place)}, of {IN_NEED[need]} {of} are in no {service_name(kind)}"
    return f"{said}{'' if share is None else f' ({percent(share)})'}."


def service_name(kind: str) -> str:
    """'service for missing children', 'therapeutic service', as it stands in a sentence."""
    return (
        "service for missing children"
        if kind == "missing"
        else f"{label('service_kind', kind).lower()} service"
    )


def ranked(view: View) -> Finding:
    """One kind of service: the areas in order of children in need whom it does not reach, and why."""
    code = view.part[1] if view.part else FIRST
    kind, need = LINES[code]
    areas = compared(view)
    table = lines_of(view, areas, code)
    counts = table.values("children")
    table = table.in_order(sorted(range(len(table)), key=lambda place: -(counts[place] or -1)))
    title, sentence = _ranked_words(view, table, code)
    finding = finding_of(
        view,
        "ranked",
        "service_gap",
        table,
        title=title,
        subtitle=f"{capital(IN_NEED[need])} and in no {service_name(kind)}, with the share of all of them, "
        f"{print_date(view.scope.period.last_day)}, by home area. Most first.",
        sentence=sentence,
        columns={name: words for name, words in COLUMNS.items() if name != "need"},
        extra={"accent": _most(view, table), "number": "children", "dimension": "area"},
    )
    return emptied(finding, "in_need")


def _most(view: View, table: ProtectedTable) -> tuple[str, ...]:
    counts = dict(zip(table.labels("area"), table.values("children"), strict=True))
    return tuple(leading(counts, view.source.mode))


def _ranked_words(view: View, table: ProtectedTable, code: str) -> tuple[str, str]:
    most, kind = _most(view, table), LINES[code][0]
    name = service_name(kind)
    if not most:
        return (
            f"{capital(IN_NEED[LINES[code][1]])}, in no {name}",
            "Every number is withheld, or a true zero.",
        )
    names = [view.source.area(area).name for area in most]
    if len(most) > 1:
        told = (
            f"{listed(names)} cannot be told apart: rounding alone could make the difference."
            if len(most) < 4
            else (f"{number(len(most))} areas with most cannot be told apart.")
        )
        return f"No one area has most children in need of a {name}", told
    why: Provision = provision(view, most[0], kind)
    read = _read(view, table, 0)
    return (
        f"{names[0]} has most children in need and in no {name}",
        f"{read[:1].upper()}{read[1:]} {provision_words(view, why)}.",
    )
