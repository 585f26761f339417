"""How many children were identified: by quarter, and for each 10,000 who live in an area (S6)."""

from __future__ import annotations

from answers.finding import Finding
from answers.missing.areas import rates_by_area
from answers.view import View, emptied, finding_of, needed_quarters
from answers.words import children

LOOKED_FOR = "In 2011, exploitation was found wherever it was looked for."


def quarters(view: View) -> Finding:
    """Children identified in each of the last twelve quarters."""
    view = view.for_question("victims")
    periods = needed_quarters(view, 12)
    table = view.cells("victims", periods=periods)
    now = view.total("victims", "children")
    finding = finding_of(
        view,
        "children_by_quarter",
        "victims",
        table,
        title=f"{children(now)} {'was' if now == 1 else 'were'} identified {_when(view)}",
        subtitle=f"Children by the quarter in which they were identified, {view.place}. At risk among them.",
        sentence="More children identified can mean that more are looked for.",
        columns={"period": "Quarter", "children": "Children"},
        labels={"period": {period.name: period.label_long for period in periods}},
        extra={"values": table.values("children"), "periods": periods, "number": "children"},
    )
    return emptied(finding, "children")


def _when(view: View) -> str:
    period = view.scope.period
    return f"from {period.label_long}" if period.kind == "dates" else f"in {period.label_long}"


def areas(view: View) -> Finding:
    """The rate of each area; few identified may be few looked for."""
    view = view.for_question("victims")
    return rates_by_area(view, "children_by_area", "victims", "Children identified")
