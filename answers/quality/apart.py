"""Q1: three kinds of not knowing, apart: left empty or unknown, of that unknown, and not applicable; of a year."""

from __future__ import annotations

from answers.finding import Finding
from answers.quality.fields import FIELDS, RECORD_OF, with_shares
from answers.quality.values import of_a_year
from answers.question import NeedsTable
from answers.view import View, emptied, finding_of
from disclosure import ProtectedTable, percentage, with_number

SAID = ("unknown", "not_applicable")
Given = dict[tuple[str, str], float | None]


def apart(view: View) -> Finding:
    """For each field, of all areas and agencies: records without it, those that say 'unknown', and 'not applicable'."""
    if not set(FIELDS) & view.source.tables:
        raise NeedsTable("missing_episodes")
    view = of_a_year(view)
    table = _told(view)
    finding = finding_of(
        view,
        "apart",
        "records_not_known",
        table,
        title="Left empty, unknown, and not applicable are not the same",
        subtitle=f"Records as sent, all agencies and areas, {view.scope.period.label_long}.",
        sentence="Unknown: asked, and not known. Empty: nobody can say whether it was asked. Not applicable is not left out.",
        columns={
            "field": "Field",
            "children": "Children without it",
            "whole": "Records sent",
            "records": "Empty or unknown",
            "share": "Share",
            "unknown": "Of these, unknown",
            "share_unknown": "Share unknown",
            "not_applicable": "Not applicable",
        },
    )
    return emptied(finding, "whole")


def _told(view: View) -> ProtectedTable:
    gaps, sent = (
        view.cells(question, (by,))
        for question, by in (("records_incomplete", "field"), ("records_sent", "record"))
    )
    wholes = dict(zip(sent.labels("record"), sent.values("records"), strict=True))
    table = with_shares(view, gaps, [wholes[RECORD_OF[field]] for field in gaps.labels("field")])
    cells = view.cells("records_not_known", ("field", "said"))
    keys = zip(cells.labels("field"), cells.labels("said"), strict=True)
    given: Given = dict(zip(keys, cells.values("records"), strict=True))
    for said in SAID:
        table = _with_said(view, table, given, said)
    return table


def _with_said(view: View, table: ProtectedTable, given: Given, said: str) -> ProtectedTable:
    """The table with how many records say so; `:` for a field that has no room for the word, such as a time."""
    keys = [(field, said) for field in table.labels("field")]
    counts = [given.get(key) for key in keys]
    table = with_number(table, said, counts, [key in given for key in keys])
    if said != "unknown":
        return table
    pairs = list(zip(counts, table.values("whole"), strict=True))
    shares = [percentage(*pair, view.source.mode) for pair in pairs]
    return with_number(table, "share_unknown", shares, [key in given for key in keys])
