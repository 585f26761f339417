"""The hours at each kind of place: where and when children were seen in a case, went missing, or were found."""

from __future__ import annotations

from dataclasses import dataclass

from answers.breakdown import NOT_KNOWN, TOO_FEW, leading
from answers.finding import Finding
from answers.places.layers import named_layer
from answers.view import View, emptied, finding_of
from answers.words import fewer, in_sentence, label, plural
from disclosure import Part, ProtectedTable, read_rules, side_by_side, stacked

PART, ALL, NOT_TIMED = "part_of_day", "all", "not_timed"
TIMED = {f"from_{hour}": str(hour) for hour in range(0, 24, 4)}
APART = {NOT_TIMED: NOT_TIMED, ALL: ALL}
SEVERAL = "A child can be counted at several."
NO_ONE_KIND = ("other", "various", "town_only")


@dataclass(frozen=True)
class Hours:
    """One kind of hours: its question and dimension of places, the title, and of when the hour is."""

    question: str
    dimension: str
    title: str
    when: str


WENT = Hours(
    "missing_place_hours",
    "place",
    "From what kinds of place children went missing, and when",
    "hour of the start",
)
FOUND = Hours(
    "missing_found_hours",
    "found_place",
    "In what kinds of place missing children were found, and when",
    "hour found",
)


def _seen(question: str, title: str) -> Hours:
    return Hours(question, "place_group", title, "hour seen there")


HOURS = {
    "found": FOUND,
    "recruitment": _seen(
        "recruited_hours", "In what kinds of place children were recruited or met, and when"
    ),
    "exploitation": _seen("exploited_hours", "In what kinds of place children were exploited, and when"),
    "moved_to": _seen("moved_hours", "To what kinds of place children were moved, and when"),
    "any": _seen("seen_hours", "In what kinds of place children in a case were seen, and when"),
}


def hours(view: View) -> Finding:
    """Children by the kind of place and the part of the day, with those of whom no time is recorded, and all."""
    told = HOURS.get(named_layer(view), WENT)
    wanted, view = view.scope.period, view.for_question(told.question).for_pairs().of_a_year()
    table = _table(view, told)
    title, sentence = _words(view, table, told)
    needs = "" if view.scope.period == wanted else " This chart needs a year."
    finding = finding_of(
        view,
        "place_hours",
        told.question,
        table,
        title=title,
        subtitle=f"Children by local {told.when}, {view.place}, "
        f"{view.scope.period.label_long}.{needs} {_of(table, told)}",
        sentence=sentence,
        columns={
            told.dimension: "Kind of place",
            **{name: label(PART, code) for name, code in (TIMED | APART).items()},
        },
        extra={"dimension": told.dimension, "timed": list(TIMED), "apart": list(APART), "whole": ALL},
    )
    finding.labels[told.dimension][ALL] = "All kinds of place"
    return emptied(finding, ALL)


def _table(view: View, told: Hours) -> ProtectedTable:
    """A row for each kind of place and for all, a column for each part of the day; kinds of which there are none left out."""
    kind, question = told.dimension, told.question
    parts = [
        Part(view.cells(question, (kind, PART)), {}, {}),
        Part(view.cells(question, (kind,)), {}, {PART: ALL}),
        Part(view.cells(question, (PART,)), {}, {kind: ALL}),
        Part(view.cells(question), {}, {kind: ALL, PART: ALL}),
    ]
    columns = {code: name for name, code in (TIMED | APART).items()}
    table = side_by_side(stacked(parts, ("area", "period", kind, PART)), PART, columns, "children")
    return table.where([count != 0 for count in table.values(ALL)])


def _of(table: ProtectedTable, told: Hours) -> str:
    """'300 children; 160 at a time not recorded': a child can be among those at a known one too."""
    whole = table.only(**{told.dimension: ALL})
    if not len(whole):
        return "0 children."
    total, without = (whole.values(name)[0] for name in (ALL, NOT_TIMED))
    if total is None:
        return "Fewer than 10 children."
    return f"{plural(total, 'child', 'children')}; {fewer(without)} at a time not recorded."


def _words(view: View, table: ProtectedTable, told: Hours) -> tuple[str, str]:
    """The one kind of place and part of the day with most children, where what is shown bears it out."""
    cells = _known(table, told)
    if all(count == 0 for count in cells.values()):
        return told.title, "No time at a known kind of place is recorded."
    first = _first(view, cells)
    if not first:
        return told.title, f"{TOO_FEW} {SEVERAL}"
    kind, part = (label(name, code) for name, code in zip((told.dimension, PART), first.split(), strict=True))
    said = f"{kind}, {in_sentence(part)}: {plural(cells[first], 'child', 'children')}"
    return (
        f"{told.title}: most often {in_sentence(kind)}, {in_sentence(part)}",
        f"{said}, the most at any known kind of place and time. {SEVERAL}",
    )


def _first(view: View, cells: dict[str, float | None]) -> str:
    """The cell with most children, if it is one, of ten or more, at one kind of place; as many as may be are behind each
    that is withheld."""
    below = read_rules().people.threshold - 1.0
    most: dict[str, float | None] = {cell: below if count is None else count for cell, count in cells.items()}
    first, *others = leading(most, view.source.mode)
    return "" if others or (most[first] or 0) <= below or first.startswith(NO_ONE_KIND) else first


def _known(table: ProtectedTable, told: Hours) -> dict[str, float | None]:
    """Shown counts of known kinds of place at known times, as 'park 16'."""
    kinds = table.labels(told.dimension)
    return {
        f"{kind} {code}": count
        for name, code in TIMED.items()
        for kind, count in zip(kinds, table.values(name), strict=True)
        if kind not in (ALL, *NOT_KNOWN)
    }
