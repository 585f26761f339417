"""D1: distinct possible offenders against whom acts were issued, and distinct children whom acts protect."""

from __future__ import annotations

from answers.breakdown import without_unused
from answers.disruption.acts import of_acts
from answers.finding import Figure, Finding
from answers.question import NeedsTable
from answers.view import View, emptied, finding_of
from answers.words import number
from disclosure import with_number

SAME = "One who is named in several kinds of act is counted in each, and once above."


def figures(view: View) -> list[Figure]:
    """Acts, possible offenders and children; none where no act was sent."""
    view = view.for_question("disruptions")
    asked: list[tuple[str, str, str, str]] = [
        ("disruptions", "disruptions", "Acts of disruption", "issued in the period"),
        ("disrupted_nominals", "nominals", "Possible offenders", "each counted once"),
        ("protected_children", "children", "Children protected", "each counted once"),
        ("disruptions_live", "disruptions", "Acts live", "on the last day of the period"),
    ]
    try:
        return [_count(view.total(question, name), *words) for question, name, *words in asked]
    except NeedsTable:
        return []


def _count(value: float | None, name: str, note: str) -> Figure:
    return Figure("<10" if value is None else number(value), name, note)


def people(view: View) -> Finding:
    """Distinct people on both sides, by the kind of act."""
    view = view.for_question("disrupted_nominals")
    table = view.cells("disrupted_nominals", ("kind",))
    children = view.cells("protected_children", ("kind",)).values("children")
    table = with_number(table, "children", children, [count is None for count in children])
    is_empty = all(count == 0 for name in table.numbers for count in table.values(name))
    table = without_unused(table, "kind", "nominals")
    finding = finding_of(
        view,
        "disruption_people",
        "disrupted_nominals",
        table,
        title="People named in acts of disruption, by kind",
        subtitle=f"Distinct possible offenders, and distinct children whom acts protect, {view.place}, "
        f"{view.scope.period.label_long}.",
        sentence=f"{SAME} Acts against premises or licences may name nobody.",
        columns={
            "kind": "Kind of act",
            "nominals": "Possible offenders",
            "children": "Children protected",
        },
        extra={"dimension": "kind"},
    )
    return of_acts(emptied(finding, "nominals", 0) if is_empty else finding)
