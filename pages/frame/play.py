"""The map quarter by quarter: stepped through by buttons, or by itself until the last; all quarters in the table below."""

from __future__ import annotations

from html import escape

import streamlit as st

from answers.finding import Finding
from answers.view import View, found
from charts import places
from pages.frame.drawings import table_of
from pages.frame.finding import Build, define, head, offer_download, said_of
from pages.frame.maps import NO_OUTLINES, key_of, offer_picture, show_areas
from pages.frame.states import show_state
from pages.frame.viewing import current_look

STEP, PLAYING, DRAWN, TURNED = "play_step", "play_on", "play_drawn", "play_turned"
SECONDS = 2.5  # long enough to read a map of eight districts


def show_play(build: Build, view: View, **own: str) -> None:
    """Ask, and show one quarter's map at a time above the table of all of them."""
    finding = found(build, view)
    head(finding)
    if finding.state != "ok":
        show_state(finding)
        return
    playing = st.session_state.get(PLAYING, False)
    st.fragment(_show_step, run_every=SECONDS if playing else None)(finding)
    st.html(f'<p class="sentence">{escape(finding.sentence)}</p>')
    with st.container(horizontal=True):
        with st.popover("Definition", type="tertiary"):
            define(finding)
        offer_download(finding, said_of(finding, view))
        offer_picture(finding, said_of(finding, view), "map_by_quarter")
    show_areas(finding, own)


def _show_step(finding: Finding) -> None:
    """One quarter, and the buttons to the others; nothing else of the page is drawn again."""
    names = list(finding.extra["panels"])
    if st.session_state.get(STEP) not in names:
        st.session_state[STEP] = names[-1]
    if st.session_state.get(PLAYING) and st.session_state.get(DRAWN):
        st.session_state[PLAYING] = not (is_over := st.session_state[STEP] == names[-1])
        st.session_state[TURNED] = is_over
        _step(names, 1)
    if st.session_state.pop(TURNED, False):
        st.rerun()  # it is the page that tells the browser to ask again and again, or no longer
    st.session_state[DRAWN] = True
    name: str = st.session_state[STEP]
    _show_buttons(names, names.index(name))
    st.html(f'<h3 aria-live="polite">{escape(finding.extra["panels"][name])}</h3>')
    _show_map(finding, name)


def _show_buttons(names: list[str], at: int) -> None:
    playing = st.session_state.get(PLAYING, False)
    with st.container(horizontal=True, vertical_alignment="center", key="play"):
        st.button("Previous quarter", on_click=_go, args=(names, -1), disabled=at == 0)
        st.button("Next quarter", on_click=_go, args=(names, 1), disabled=at == len(names) - 1)
        with st.container(key="play_alone", width="content"):
            st.button("Pause" if playing else "Play", on_click=_turn, args=(names, not playing))


def _go(names: list[str], by: int) -> None:
    _turn(names, False)
    _step(names, by)


def _step(names: list[str], by: int) -> None:
    at = names.index(st.session_state[STEP]) + by
    st.session_state[STEP] = names[min(max(at, 0), len(names) - 1)]


def _turn(names: list[str], on: bool) -> None:
    """Start, from the first quarter where the last one is shown, or stop; the quarter shown first has its time too."""
    st.session_state[TURNED] = on != st.session_state.get(PLAYING, False)
    st.session_state[PLAYING], st.session_state[DRAWN] = on, False
    if on and st.session_state[STEP] == names[-1]:
        st.session_state[STEP] = names[0]


def _show_map(finding: Finding, name: str) -> None:
    extra, words = finding.extra, finding.labels["area"]
    if not extra["outlines"]:
        st.html(f'<div class="notice"><p>{NO_OUTLINES}</p></div>')
        return
    ground = places.Ground(extra["outlines"], extra["around"])
    drawing = places.draw(table_of(finding), name, extra["breaks"], ground, current_look(), words)
    st.html(key_of(drawing))
    st.pydeck_chart(drawing.deck, height=drawing.height, alt=drawing.alt)
