"""Q1: what is left out of records by field and quarter, of all agencies or of one; by month in exact mode."""

from __future__ import annotations

from answers.finding import Finding
from answers.periods import Period
from answers.quality.fields import FIELDS, RECORD_OF, with_shares
from answers.question import NeedsTable
from answers.tables.choices import Offer
from answers.view import View, emptied, finding_of, needed_quarters
from disclosure import ProtectedTable

STEPS = 12
ALL = "all"


def agencies(view: View) -> Offer:
    """All agencies together, and each that sent a record in the time that is drawn."""
    names = view.source.agency_names
    sent = _cells(view, "records_sent", ("agency",))
    senders = {
        code for code, count in zip(sent.labels("agency"), sent.values("records"), strict=True) if count != 0
    }
    return Offer({ALL: "All agencies", **{code: name for code, name in names.items() if code in senders}})


def over_time(view: View) -> Finding:
    """For each field and step of time, the share of records in which it is left out, of all areas together."""
    if not set(FIELDS) & view.source.tables:
        raise NeedsTable("missing_episodes")
    agency = view.part[1] if view.part else ALL
    steps = _steps(view)
    table = _told(view, agency)
    name = "all agencies" if agency == ALL else view.source.agency_names[agency]
    step = "month" if steps[0].kind == "month" else "quarter"
    finding = finding_of(
        view,
        "over_time",
        "records_incomplete",
        table,
        title=f"What is left out, {step} by {step}",
        subtitle=f"Per cent of the records of {name} in which a field is empty or unknown, all areas, "
        f"{steps[0].label_long if len(steps) == 1 else _span(steps)}.",
        sentence="A field that does not arise is not left out. Blank: no such record was sent.",
        columns={
            "field": "Field left out",
            "period": step.capitalize(),
            "children": "Children",
            "records": "Records without it",
            "whole": "Records sent",
            "share": "Share left out",
        },
        labels={"period": {one.name: one.label_long for one in steps}},
        extra={"steps": {one.name: one.label_short for one in steps}},
    )
    return emptied(finding, "whole")


def _steps(view: View) -> list[Period]:
    """The last months in exact mode, the last quarters in protected: months of one agency's fields are not held."""
    if view.source.mode == "exact":
        months = [
            one for one in view.source.periods if one.kind == "month" and one.until <= view.scope.period.until
        ]
        if months:
            return months[-STEPS:]
    return needed_quarters(view, STEPS)


def _span(steps: list[Period]) -> str:
    return f"{steps[0].label_long} to {steps[-1].label_long}"


def _cells(view: View, question: str, by: tuple[str, ...]) -> ProtectedTable:
    return view.cells(question, by, [ALL], _steps(view), "home")


def _told(view: View, agency: str) -> ProtectedTable:
    """Rows by field and step, each with its records, the records sent, and the share of the two."""
    if agency == ALL:
        gaps, sent = _cells(view, "records_incomplete", ("field",)), _cells(view, "records_sent", ("record",))
    else:
        gaps, sent = (
            _cells(view, question, ("agency", by)).only(agency=agency)
            for question, by in (("records_incomplete", "field"), ("records_sent", "record"))
        )
    keys = zip(sent.labels("period"), sent.labels("record"), strict=True)
    wholes = dict(zip(keys, sent.values("records"), strict=True))
    fields = list(zip(gaps.labels("period"), gaps.labels("field"), strict=True))
    table = with_shares(view, gaps, [wholes[period, RECORD_OF[field]] for period, field in fields])
    return table.in_order(
        sorted(range(len(table)), key=lambda place: list(RECORD_OF).index(table.labels("field")[place]))
    )
