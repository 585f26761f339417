"""A map with its key beside its table: every number of the one is in the other, and a name leads to its area."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from types import MappingProxyType
from typing import Any

import streamlit as st

from answers.finding import Finding
from answers.view import View, found
from charts import map_print, paper, places
from charts.ground import Map
from pages.frame.address import address_of, note_choice
from pages.frame.drawings import table_of
from pages.frame.finding import Build, define, head, offer_download, said_of
from pages.frame.states import show_state
from pages.frame.table import html_table, printed_rows
from pages.frame.viewing import current_look

CLICKS = "map_clicks"
NO_OUTLINES = (
    "There is no map: no agency has sent outlines of these areas. Send areas.geojson beside the table areas: "
    "polygons in degrees of longitude and latitude, each with the property area_code."
)


def show_map(build: Build, by_quarter: Build, under: Sequence[Build], view: View, **own: str) -> None:
    """Ask, and show as a map beside its table, and other findings under the map; `by_quarter` is for its picture.

    `own` are the page's own choices, for the links of the tables.
    """
    finding = found(build, view)
    head(finding)
    if finding.state in ("needs_table", "not_available"):
        show_state(finding)
        return
    left, right = st.columns([7.2, 4.8], gap="large")
    with left:
        _show_drawing(finding, view)
        st.html(f'<p class="sentence">{escape(finding.sentence)}</p>')
        for other in under:
            _show_under(other, view, own)
    with right:
        show_areas(finding, own)
        with st.container(horizontal=True):
            with st.popover("Definition", type="tertiary"):
                define(finding)
            offer_download(finding, said_of(finding, view))
        with st.container(horizontal=True):
            for one, file in ((finding, "map"), (found(by_quarter, view), "map_by_quarter")):
                offer_picture(one, said_of(one, view), file)


def offer_picture(finding: Finding, said: str, file: str) -> None:
    """The map as a picture for documents, drawn when it is asked for."""
    if finding.table is None or not finding.extra["outlines"]:
        return
    extra, table = finding.extra, finding.table
    ground = places.Ground(
        extra["outlines"], extra["around"], out=extra.get("out", ()), least=extra.get("least", 0)
    )
    panels = extra.get("panels") or {extra["number"]: ""}
    words = words_around(finding, said)
    download_picture(
        "Download map for print" if file == "map" else "Download maps by quarter",
        file,
        lambda: map_print.draw(table, panels, extra["breaks"], ground, words),
    )


def words_around(finding: Finding, said: str) -> paper.Words:
    """What stands above a picture of the finding, and below it how it may be handled."""
    below = said.removeprefix(f"{finding.title}. {finding.subtitle} ")
    return paper.Words(finding.title, finding.subtitle, f"{finding.sentence}\n{below}")


def download_picture(label: str, file: str, draw: Callable[[], str]) -> None:
    """A picture for documents, drawn when it is asked for."""
    st.download_button(
        label,
        draw,
        f"{file}.svg",
        "image/svg+xml",
        key=f"download_{file}",
        type="tertiary",
        on_click="ignore",
    )


def _show_drawing(finding: Finding, view: View) -> None:
    if not finding.extra["outlines"]:
        st.html(f'<div class="notice"><p>{NO_OUTLINES}</p></div>')
        return
    extra = finding.extra
    ground = places.Ground(
        extra["outlines"], extra["around"], extra["chosen"], extra["out"], extra.get("least", 0)
    )
    words = finding.labels["area"]
    number, breaks = extra["number"], extra["breaks"]
    drawing = places.draw(table_of(finding), number, breaks, ground, current_look(), words)
    st.html(key_of(drawing))
    show_clickable(drawing, set(ground.outlines), extra.get("leads", {}))


def _show_under(build: Build, view: View, own: dict[str, str]) -> None:
    """Ask, and show as a table whose names lead to the map of each area; nothing where it cannot be told."""
    finding = found(build, view)
    if finding.table is None:
        return
    head(finding)
    st.html(f'<p class="sentence">{escape(finding.sentence)}</p>')
    if len(finding.table):
        show_areas(finding, own)
    with st.container(horizontal=True):
        with st.popover("Definition", type="tertiary"):
            define(finding)
        offer_download(finding, said_of(finding, view))


def show_clickable(drawing: Map, known: set[str], leads: Mapping[str, str] = MappingProxyType({})) -> None:
    """A map that stays in its place when filters change: without a graphics card a new one takes a second to draw.

    `leads` says which area an outline leads to that is not of one itself.

    After a click it is a new one: the area that was clicked would stay marked.
    """
    key = f"map_{st.session_state.get(CLICKS, 0)}"
    st.pydeck_chart(
        drawing.deck,
        height=drawing.height,
        alt=drawing.alt,
        key=key,
        on_select=lambda: go_to(key, known, leads),
    )


def go_to(key: str, known: set[str], leads: Mapping[str, str]) -> None:
    """After a click on an area of the map: the filters are of that area."""
    st.session_state[CLICKS] = st.session_state.get(CLICKS, 0) + 1
    chosen: Any = st.session_state[key]
    for one in chosen["selection"]["objects"].get("areas", []):
        code = one.get("properties", {}).get("area")
        if code in known:
            st.session_state["area"] = leads.get(code, code)
            note_choice()


def key_of(drawing: Map) -> str:
    """The classes with their numbers, above the map."""
    entries = "".join(
        f'<span><i class="{one.colour}"></i>{escape(one.words)}</span>'
        if one.colour in ("hatched", "open", "outlined")
        else f'<span><i style="background:{one.colour}"></i>{escape(one.words)}</span>'
        for one in drawing.keys
    )
    return f'<p class="key">{entries}</p>'


def show_areas(finding: Finding, own: dict[str, str]) -> None:
    """The table, each name a link to the page of that area."""
    headings, rows, words = printed_rows(finding)
    leads: dict[str, str] = finding.extra.get("leads", {})
    codes = [leads.get(code, code) for code in table_of(finding).labels("area")]
    links = [address_of("places", **own, area=code) for code in codes]
    st.html(html_table(headings, rows, words, finding.title, links))
