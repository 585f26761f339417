"""Loading and completeness: who has answered, what was refused, and what the records leave out."""

from __future__ import annotations

from typing import Any

import streamlit as st

from answers.briefing.completeness import completeness, who_answered
from answers.periods import print_date
from answers.view import View, found
from answers.words import label, number
from pages.frame.address import address_of
from pages.frame.shares import shares_table
from pages.frame.table import html_table
from pages.frame.viewing import current_look, current_view


def refusal(view: View) -> str:
    """The last extract that was refused: what is wrong, where, and what to do; never a value."""
    refused = view.source.refusal
    if refused is None:
        return ""
    breaches: list[dict[str, Any]] = refused["breaches"]
    sent = ", ".join(sorted({breach["extract"] for breach in breaches}))
    headings = ["What is wrong", "Extract", "File", "Column", "Rows", "First rows", "What to do"]
    rows = [
        [b["what"], b["extract"], b["file"], b["column"] or "", *_rows(view, b), b["todo"]] for b in breaches
    ]
    return (
        f'<div class="notice"><h2>The extract {sent} was refused; nothing was changed</h2><p>The figures on every page '
        f"are still those of version {view.source.version}. Mend what is listed and load it again.</p></div>"
        f'<p class="subtitle">Refused {refused["on"]}. Values are never shown here, because a value can identify a child.</p>'
        + html_table(headings, rows, len(headings), "What was refused")
    )


def _rows(view: View, breach: dict[str, Any]) -> list[str]:
    """How many rows, and the first of them: to an analyst only, since a meeting is shown no small number."""
    if view.source.mode == "exact":
        return [number(breach["count"]) if breach["count"] else "", ", ".join(map(str, breach["rows"]))]
    few = breach["count"] and breach["count"] < 10
    return [
        "<10" if few else number(breach["count"]) if breach["count"] else "",
        "run the check to list them",
    ]


def answered(view: View) -> str:
    """Every agency that was asked, with its newest answer; who did not answer is in bold."""
    said = who_answered(view.source)
    rows = [
        [
            agency["agency_name"],
            label("agency_type", agency["agency_type"]),
            label("answer", agency["answer"]),
            f"to {agency['period_end']:%b %Y}" if agency["period_end"] else "",
            print_date(agency["received_on"]) if agency["received_on"] else "",
        ]
        for agency in view.source.answered
    ]
    headings = ["Agency", "Kind", "Answer", "Period covered", "Extract taken"]
    table = html_table(headings, rows, len(headings), said.heading)
    table = table.replace("<td>No answer</td>", "<td><strong>No answer</strong></td>")
    return (
        f"<section class='ruled'><h2>{said.heading}</h2><p class='subtitle'>A nil return says that there was nothing to "
        f"report; no answer says nothing, and is never counted as none. {said.sentence}</p>{table}</section>"
    )


view = current_view()
st.html(refusal(view) or "<span></span>")
st.html(answered(view))
finding = found(completeness, view)
st.html(
    f"<h2>{finding.title}</h2><p class='subtitle'>{finding.subtitle}</p>{shares_table(finding, current_look())}"
)
st.html(
    f"<p>What each agency leaves out, and what cannot be concluded for it: "
    f"<a href='{address_of('quality')}' target='_self'>Data quality</a>.</p>"
)
