"""C1, C2, C4: children at a level of risk, and children who were both exploited and missing."""

from __future__ import annotations

from answers.breakdown import Breakdown, counts_of, leading_words, tell
from answers.finding import Finding
from answers.view import View, emptied, finding_of
from answers.words import fewer, percent
from disclosure import ProtectedTable, percentage


def level(view: View) -> Finding:
    """The common level of the latest assessment at the end of the period."""
    words = leading_words("level", "Latest assessment", "children")
    told = Breakdown("assessed_level", "assessed", "level", "Children by the latest assessed level", words)
    return tell(view, told.of("children"))


def review(view: View) -> Finding:
    """Whether the next assessment was overdue."""
    told = Breakdown(
        "assessed_review", "assessed", "review", "Children by when reassessment is due", _review_words
    )
    return tell(view, told.of("children"))


def _review_words(view: View, table: ProtectedTable) -> tuple[str, str]:
    counts, share = counts_of(table, "review", "children"), counts_of(table, "review", "share")["overdue"]
    title = "Reassessments that were due"
    if share is not None:
        title = f"{percent(share)} of the children assessed were due a new assessment"
    return title, f"Overdue: {fewer(counts['overdue'])}. After the date the agency gave, or six weeks."


def together(view: View) -> Finding:
    """Children both identified and missing in the year, of those identified and of those missing."""
    view = view.for_question("exploited_and_missing")
    table = view.cells("exploited_and_missing", ("together",))
    whole = view.total("exploited_and_missing", "children")
    table = view.with_shares(table, "children", whole)
    both = counts_of(table, "together", "children")["both"]
    title, sentence = _together_words(view, both)
    finding = finding_of(
        view,
        "exploited_and_missing",
        "exploited_and_missing",
        table,
        title=title,
        subtitle=f"Children identified in a case, missing, or both in the year, {view.place}, "
        f"{view.scope.period.label_long}.",
        sentence=sentence,
        columns={"together": "In the year", "children": "Children", "share": "Share of all of them"},
        extra={"accent": ("both",), "number": "children"},
    )
    return emptied(finding, "children", whole)


def _together_words(view: View, both: float | None) -> tuple[str, str]:
    identified, missing = (view.total(name, "children") for name in ("victims", "missing"))
    of_identified = percentage(both, identified, view.source.mode)
    of_missing = percentage(both, missing, view.source.mode)
    title = "Children both identified and missing"
    if of_identified is not None:
        title = f"{percent(of_identified)} of the children identified went missing in the same year"
    said = f"Both: {fewer(both)}. "
    if of_missing is not None:
        said += f"{percent(of_missing)} of the children who went missing were identified in the year. "
    return title, f"{said}Identified includes those at risk."
