"""The briefing: what changed, the headline figures, how complete the records are, and who has not answered."""

from __future__ import annotations

from html import escape

import streamlit as st

from answers.briefing.changes import CLEAR, Statement, statements
from answers.briefing.completeness import completeness, who_answered
from answers.briefing.headlines import compared_periods, headlines
from answers.view import View, found
from pages.frame.address import address_of
from pages.frame.figure import figure
from pages.frame.shares import shares_table
from pages.frame.states import show_state
from pages.frame.viewing import current_look, current_view


def what_changed(view: View) -> str:
    """The statements, and what they are set against."""
    rows = (
        "".join(_statement(one) for one in statements(view))
        or "<p>No earlier period is held to compare with.</p>"
    )
    against = compared_periods(view)
    note = (
        f"<p class='note'>Against {against[0].label_long}. In brackets: 95% interval.</p>" if against else ""
    )
    return f"<section class='ruled'><h2 class='plain'>What changed</h2>{rows}{note}</section>"


def _statement(one: Statement) -> str:
    kind = "tag clear" if one.tag == CLEAR else "tag"
    link = (
        f"<a href='{escape(address_of(one.page, section=one.section))}' target='_self'>{escape(one.link)}</a>"
    )
    said = f"<h3>{escape(one.claim)}</h3><p>{escape(one.detail)} {link}</p>"
    return f"<div class='statement'><span class='{kind}'>{escape(one.tag)}</span><div>{said}</div></div>"


def how_complete(view: View) -> None:
    """The fields that are most often left out; the page on loading has them all."""
    finding = found(completeness, view)
    heading = f"<h2 class='plain'>{escape(finding.title)}</h2>"
    if finding.table is None:
        st.html(f"<section class='ruled'>{heading}</section>")
        show_state(finding)
        return
    link = f"<a href='{escape(address_of('loading'))}' target='_self'>All fields</a>"
    table = shares_table(finding, current_look(), least=5)
    st.html(
        f"<section class='ruled'>{heading}{table}<p class='note'>The least complete fields. {link}</p></section>"
    )


def who_is_silent(view: View) -> str:
    """The agencies that have not answered, by name."""
    said = who_answered(view.source)
    link = f"<a href='{escape(address_of('loading'))}' target='_self'>Who answered</a>"
    return f"<section class='ruled'><h2 class='plain'>{escape(said.heading)}</h2><p>{escape(said.sentence)} {link}</p></section>"


view = current_view()
left, right = st.columns([7.4, 4.6], gap="large")
with left:
    st.html(what_changed(view))
with right:
    how_complete(view)
    st.html(who_is_silent(view))
FIGURES = "".join(figure(one, current_look()) for one in headlines(view))
st.html(
    f"<section class='ruled'><h2 class='plain'>Headline figures, {view.scope.period.label_long}</h2>"
    f"<div class='figures'>{FIGURES}</div><p class='note'>Line: last 14 quarters. Band: usual variation (process limits). "
    "Children are counted once in a quarter, so quarters and areas do not add up.</p></section>"
)
