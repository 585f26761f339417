"""C3: children newly referred, from which source, and the sources that sent nothing."""

from __future__ import annotations

from dataclasses import replace

from answers.breakdown import NOT_KNOWN, Breakdown, counts_of, largest, tell
from answers.finding import Finding
from answers.view import View, emptied, finding_of
from answers.words import counted, label, percent, plural, rate
from disclosure import ProtectedTable, per_10_000

QUESTION = "referral_sources"


def sources(view: View) -> Finding:
    """Children referred by source, those that sent nothing left to the list beside it."""
    told = Breakdown("sources", QUESTION, "source", "Children referred, by source", _words)
    finding = tell(view, told.of("children"))
    table = finding.table
    if table is None or finding.state != "ok":
        return finding
    return replace(finding, table=table.without("source", silent_sources(table)))


def silent_sources(table: ProtectedTable) -> list[str]:
    """Those from which no child was referred: true zeros, never what is withheld."""
    counts = counts_of(table, "source", "children")
    return [code for code, count in counts.items() if count == 0 and code not in NOT_KNOWN]


def _words(view: View, table: ProtectedTable) -> tuple[str, str]:
    counts = {
        code: count for code, count in counts_of(table, "source", "children").items() if code not in NOT_KNOWN
    }
    first = largest(counts, view.source.mode)
    share = counts_of(table, "source", "share")[first] if first else None
    title = "Who referred children"
    if first and share is not None:
        title = f"{label('source', first)} referred {percent(share)} of the children"
    return title, f"{_rate_words(view)} More referred can be better noticed."


def _rate_words(view: View) -> str:
    """'110 children referred, 5.1 for each 10,000.'"""
    total = view.total(QUESTION, "children")
    if total is None:
        return "How many were referred is withheld."
    each = per_10_000(total, view.area.population_0_17)
    said = f"{plural(total, 'child', 'children')} referred"
    return f"{said}." if each is None else f"{said}, {rate(each)} for each 10,000 aged 0 to 17."


def silent(view: View) -> Finding:
    """Where referrals are not coming from."""
    view = view.for_question(QUESTION)
    cells = view.cells(QUESTION, ("source",))
    none = silent_sources(cells)
    whole = view.total(QUESTION, "children")
    table = view.with_shares(cells, "children", whole)
    table = table.without("source", [code for code in cells.labels("source") if code not in none])
    hidden = sum(count is None for count in cells.values("children"))
    finding = finding_of(
        view,
        "silent_sources",
        QUESTION,
        table,
        title=_silent_title(len(none)),
        subtitle=f"Sources of the Department for Education’s list with no child referred, {view.place}, "
        f"{view.scope.period.label_long}.",
        sentence=_silent_words(hidden),
        columns={"source": "Source", "children": "Children referred", "share": "Share of children"},
        extra={"accent": None, "number": "children"},
    )
    return emptied(finding, "children", 0) if whole == 0 else finding


def _silent_title(count: int) -> str:
    if not count:
        return "No source sent nothing"
    return f"{counted(count)} {'source' if count == 1 else 'sources'} sent nothing"


def _silent_words(hidden: int) -> str:
    said = "No child is recorded as referred by these: none was, or it was recorded under another."
    return f"{said} {counted(hidden)} more withheld." if hidden else said
