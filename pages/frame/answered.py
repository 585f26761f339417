"""What each agency answered, quarter by quarter: words in every cell, so that no answer is told by colour alone."""

from __future__ import annotations

from html import escape

import streamlit as st

from answers.finding import Finding
from answers.quality import answered
from answers.question import NeedsTable
from answers.view import View
from data.problem import Problem
from pages.frame.states import show_problem, show_state


def show_answered(view: View) -> None:
    """A row for each agency, a column for each quarter, and who stopped; or which table to send."""
    try:
        told = answered.answered(view)
    except NeedsTable as missing:
        st.html(f"<h2>{escape(missing.what)}</h2>")
        show_state(Finding(key="answered", title=missing.what, state="needs_table", note=missing.table))
    except Problem as problem:
        show_problem(problem)
    else:
        st.html(
            f'<h2>{escape(answered.title(told))}</h2><p class="subtitle">{answered.SAID}</p>'
            f'{_table(told)}<p class="sentence">{escape(answered.sentence(told))}</p>'
        )


def _table(told: answered.Answered) -> str:
    title = escape(answered.title(told))
    head = "".join(f'<th scope="col">{escape(one.label_short)}</th>' for one in told.quarters)
    body = "".join(_row(name, codes) for name, codes in told.by_agency.items())
    return (
        f'<div class="table answered" tabindex="0" role="region" aria-label="{title}"><table>'
        f'<caption class="unseen">{title}</caption><thead><tr><th scope="col">Agency</th>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _row(name: str, codes: list[str]) -> str:
    cells = "".join(
        f'<td class="answer-{code or "unasked"}"><span>{answered.word_of(code)}</span></td>' for code in codes
    )
    return f'<tr><th scope="row">{escape(name)}</th>{cells}</tr>'
