"""A map of journeys with its key beside its table: every line of the one is a row of the other."""

from __future__ import annotations

from html import escape

import streamlit as st

from answers.finding import Finding
from answers.places.journeys import ANY
from answers.view import View, found
from charts import journeys, journeys_print
from charts.ground import Map
from pages.frame.address import address_of
from pages.frame.drawings import table_of
from pages.frame.finding import Build, define, head, offer_download, said_of
from pages.frame.maps import NO_OUTLINES, download_picture, show_clickable, words_around
from pages.frame.states import show_state
from pages.frame.table import html_table, printed_rows
from pages.frame.viewing import current_look


def show_journeys(build: Build, view: View, **own: str) -> None:
    """Ask, and show as a map beside its table; `own` are the page's own choices, for the links of the table."""
    finding = found(build, view)
    head(finding)
    if finding.state in ("needs_table", "not_available"):
        show_state(finding)
        return
    if finding.state == "empty":
        st.html(f'<p class="empty"><strong>0</strong> {escape(finding.note)}</p>')
        return
    left, right = st.columns([7.2, 4.8], gap="large")
    with left:
        _show_drawing(finding, view)
        st.html(f'<p class="sentence">{escape(finding.sentence)}</p>')
    with right:
        headings, rows, words = printed_rows(finding)
        codes = table_of(finding).labels("area")
        links = ["" if code == ANY else address_of("journeys", **own, area=code) for code in codes]
        st.html(html_table(headings, rows, words, finding.title, links))
        with st.container(horizontal=True):
            with st.popover("Definition", type="tertiary"):
                define(finding)
            offer_download(finding, said_of(finding, view))
            _offer_picture(finding, view)


def _offer_picture(finding: Finding, view: View) -> None:
    if finding.extra["outlines"]:
        table, breaks, ground = table_of(finding), finding.extra["breaks"], _ground(finding)
        words, labels = words_around(finding, said_of(finding, view)), finding.labels["area"]
        download_picture(
            "Download map for print",
            "map_of_journeys",
            lambda: journeys_print.draw(table, breaks, ground, words, labels),
        )


def _ground(finding: Finding) -> journeys.Ground:
    extra = finding.extra
    return journeys.Ground(extra["outlines"], extra["around"], extra["chosen"])


def _show_drawing(finding: Finding, view: View) -> None:
    extra = finding.extra
    if not extra["outlines"]:
        st.html(f'<div class="notice"><p>{NO_OUTLINES}</p></div>')
        return
    drawing = journeys.draw(
        table_of(finding), extra["breaks"], _ground(finding), current_look(), finding.labels["area"]
    )
    st.html(_key_of(drawing))
    show_clickable(drawing, set(extra["outlines"]))


def _key_of(drawing: Map) -> str:
    """The widths with their numbers, above the map."""
    entries = "".join(
        f'<span>{f"""<i class="line" style="height:{one.colour}"></i>""" if one.colour else ""}{escape(one.words)}</span>'
        for one in drawing.keys
    )
    return f'<p class="key">{entries}</p>'
