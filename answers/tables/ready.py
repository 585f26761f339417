"""The thirteen tables of the 2011 assessment, ready to be shown of any partnership's data."""

from __future__ import annotations

from answers.assessment import Printed, ask_printed, ask_totals, printed_tables
from answers.cautions import caution_of
from answers.finding import Finding
from answers.question import OffLattice, question_named, takes_pairs
from answers.tables.built import TOTALS
from answers.tables.grid import Grid, number_words
from answers.view import View, finding_of
from answers.words import capital, number
from disclosure import ProtectedTable

TOGETHER = "Unknown puts together, as the assessment does, what is unknown, not recorded, not applicable and in other words."
LEFT_OUT = "Those linked to no child are left out, of the total too."


def ready_tables() -> dict[str, str]:
    """Their names: 'CEOP1' is '2011 table 1: Gender of offenders'."""
    return {
        name: f"2011 table {printed.number}: {printed.title}" for name, printed in printed_tables().items()
    }


def ready(view: View, name: str) -> Finding:
    """One of them as the assessment prints it: groups 1 and 2 side by side, or one count."""
    printed = printed_tables()[name]
    _refuse(view, printed)
    scope = view.scope
    together = view.source.mode == "exact"  # a meeting is shown no sum of shown numbers
    table = ask_printed(view.source, printed, scope.role, scope.area, scope.period, together)
    sides = ", identification groups 1 and 2" if printed.sides else ""
    return finding_of(
        view,
        "table",
        printed.question,
        table,
        title=printed.title,
        subtitle=f"As table {printed.number} of the 2011 assessment{sides}. {view.place}, {scope.period.label_long}.",
        extra={
            "grid": _grid(view, printed, table),
            "caution": caution_of(printed.question, [printed.dimension]),
        },
    )


def question_of(name: str) -> str:
    """The question that one of them asks."""
    return printed_tables()[name].question


def needs_all_areas(view: View, name: str) -> bool:
    """Whether one of them is held for all areas together, and not for the area chosen."""
    return printed_tables()[name].sides and not takes_pairs(view.source, view.scope.area)


def _refuse(view: View, printed: Printed) -> None:
    """In words for a reader, what `ask` would say of breakdowns."""
    if needs_all_areas(view, f"CEOP{printed.number}"):
        raise OffLattice(
            what=printed.title,
            todo="In protected mode groups 1 and 2 side by side are held for all areas together only.",
        )
    is_single = not printed.sides and view.source.mode == "protected"
    if is_single and (printed.dimension,) not in question_named(printed.question).held:
        raise OffLattice(
            what=printed.title,
            todo="In protected mode so fine a breakdown is not held. Bands are, in a table of your own; "
            "an analyst can print this one in exact mode.",
        )


def _grid(view: View, printed: Printed, table: ProtectedTable) -> Grid:
    question = question_named(printed.question)
    words = [name for name in ("broad", "category") if name in table.dimensions]
    heading = capital(question.dimensions[printed.dimension].about)
    headings = ["Broad group", heading] if len(words) == 2 else [heading]
    headings += [number_words(one if printed.sides else question.people) for one in printed.numbers]
    columns = [table.labels(name) for name in words] + [table.printed(one) for one in printed.numbers]
    total = ["All", *[""] * (len(words) - 1), *_totals(view, printed)]
    lines = [list(row) for row in zip(*columns, strict=True)]
    notes = [LEFT_OUT if printed.left_out else TOTALS]
    if view.source.mode == "exact" and any("Unknown" in line for line in lines):
        notes.append(TOGETHER)
    return Grid(headings, [*lines, total], len(words), notes, is_totalled=True)


def _totals(view: View, printed: Printed) -> list[str]:
    """Of their own cells; of a table that leaves rows out, which exact mode alone has, of the rows that it prints."""
    source, scope = view.source, view.scope
    if printed.left_out:
        return [
            number(one) for one in ask_totals(source, printed, scope.role, scope.area, scope.period).values()
        ]
    by = ("identification",) if printed.sides else ()
    table = view.cells(printed.question, by)
    return table.printed(table.numbers[0])
