"""Q1, Q2: what each agency leaves out of its records, and how long after the event a report is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from answers.breakdown import Breakdown, leading_words, tell
from answers.finding import Finding
from answers.question import NeedsTable
from answers.untimed import is_withheld
from answers.view import View, emptied, finding_of
from answers.words import counted
from disclosure import ProtectedTable, percentage, with_number

# The fields of each kind of record, in the order in which they are printed.
FIELDS: dict[str, tuple[str, ...]] = {
    "missing_episodes": (
        "start_time", "reported_time", "end_time", "missing_from_kind", "missing_from_cell", "initial_risk",
        "found_place", "found_by", "harm",
    ),
    "return_interviews": ("accepted", "declined_reason", "interview_time", "independent", "shared", "themes"),
    "assessments": ("level", "next_due"),
    "victims": ("identified_by", "age_identified", "exploitation_start", "ever_missing", "living", "school"),
    "referrals": ("reason", "service"),
}  # fmt: skip
RECORD_OF = {field: record for record, fields in FIELDS.items() for field in fields}
OFTEN = 25  # per cent left out, from which a field says little


def left_out(view: View) -> Finding:
    """For each field and agency, the share of its records in which the field is left out, of all areas together."""
    if not set(FIELDS) & view.source.tables:
        raise NeedsTable("missing_episodes")
    table = _told(view)
    finding = finding_of(
        view,
        "left_out",
        "records_incomplete",
        table,
        title=_title(table),
        subtitle="Per cent of an agency’s records in which a field is empty or unknown, all areas, "
        f"{view.scope.period.label_long}.",
        sentence="A field that does not arise is not left out. Blank: the agency sent no such record.",
        columns={
            "agency": "Agency",
            "field": "Field left out",
            "children": "Children",
            "records": "Records without it",
            "whole": "Records sent",
            "share": "Share left out",
        },
        extra={"number": "share"},
    )
    return emptied(finding, "whole")


def _told(view: View) -> ProtectedTable:
    """The fields of the kinds of record that an agency sent in the period, each with its share of them."""
    gaps = view.cells("records_incomplete", ("agency", "field"), ["all"], role="home")
    sent = view.cells("records_sent", ("agency", "record"), ["all"], role="home")
    keys = zip(sent.labels("agency"), sent.labels("record"), strict=True)
    wholes = dict(zip(keys, sent.values("records"), strict=True))
    fields = zip(gaps.labels("agency"), gaps.labels("field"), strict=True)
    return with_shares(view, gaps, [wholes[agency, RECORD_OF[field]] for agency, field in fields])


def with_shares(view: View, gaps: ProtectedTable, of: Sequence[float | None]) -> ProtectedTable:
    """The table with `whole`, the records that each row is of, and the share of them; without rows of no record."""
    shares = [percentage(*pair, view.source.mode) for pair in zip(gaps.values("records"), of, strict=True)]
    table = with_number(gaps, "whole", of, [whole is None for whole in of])
    hidden = zip(gaps.printed("records"), shares, of, strict=True)
    table = with_number(table, "share", shares, [is_withheld(*one) for one in hidden])
    return table.where([whole != 0 for whole in of])


def drawn_fields(table: ProtectedTable) -> list[str]:
    """The fields of those kinds of record that some agency sent."""
    return [field for field in RECORD_OF if field in table.labels("field")]


def _title(table: ProtectedTable) -> str:
    often = sum((share or 0) >= OFTEN for share in table.values("share"))
    if not often:
        return "What agencies leave out of their records"
    fields = "field is" if often == 1 else "fields are"
    return f"{counted(often)} {fields} left out by an agency in a quarter of its records or more"


def lag(view: View) -> Finding:
    """How long after a child went missing the report was made, of all areas together."""
    words = leading_words("lag", "From going missing to the report", "records")
    told = Breakdown("lag", "records_lag", "lag", "Absences as sent, by the time to the report", words)
    view = replace(view, scope=replace(view.scope, area="all", role="home"))
    return tell(view, told.of("records"))
