"""Places: where children who went missing live, go missing from and are found, and where children were harmed."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from answers.places import areas, cells, foretold, hotspots, levels, near_repeat, over_time
from answers.places.layers import LAYERS, named_layer, whom_of
from answers.view import View
from pages.frame.address import asked_for, keep_choice, note_choice
from pages.frame.choosing import choose_part
from pages.frame.finding import show_table
from pages.frame.hours import show_hours
from pages.frame.maps import show_map
from pages.frame.play import show_play
from pages.frame.sections import choose_one
from pages.frame.viewing import current_view

PROTECTED = {"year": "The year", "quarters": "Quarter by quarter", "hours": "Hours"}
TIMES = {**PROTECTED, "near": "Near-repeats"}
OF_CASES = [name for name, layer in LAYERS.items() if layer.role == "exploited"]
SOME_ALONE = (
    "An age, a gender or a kind of place alone: choose ‘Any of these’, or a layer of missing children."
)
LEVELS = {"below": areas.areas_below, "smallest": areas.smallest_areas, "cells": cells.cells}


def choose_layer(view: View) -> View:
    """The view of the layer chosen: the filter bar's role is one of them, and what happened the page's own choice."""
    asked = asked_for("layer")
    if asked in OF_CASES:
        st.session_state["happened"] = asked
    view = replace(view, part=LAYERS[st.session_state.get("happened", "exploitation")].part)
    st.session_state["layer"] = named_layer(view)
    st.segmented_control(
        "What the map shows",
        list(LAYERS),
        format_func=lambda name: LAYERS[name].words,
        key="layer",
        required=True,
        label_visibility="collapsed",
        on_change=_take_layer,
    )
    return view


def _take_layer() -> None:
    name: str = st.session_state["layer"]
    st.session_state["role"] = LAYERS[name].role
    if name in OF_CASES:
        st.session_state["happened"] = name
    note_choice()


def choose_whom(view: View, own: dict[str, str]) -> View:
    """The view of some children alone, where the reader chose them; kept in the page's links."""
    whom = choose_part(whom_of(view), "whom", SOME_ALONE)
    if whom:
        own["whom"] = ":".join(whom)
    return replace(view, whom=whom)


view = current_view()
own: dict[str, str] = {}
with st.container(horizontal=True, vertical_alignment="center"):
    view = choose_layer(view)
    time = choose_one("time", "Which time", TIMES if view.source.mode == "exact" else PROTECTED)
    if time == "year":
        offered = levels.offered(view)
        if cells.is_offered(view):
            offered = (offered or {"below": "Areas"}) | {"cells": "Cells"}
        own["level"] = choose_one("level", "Size of the areas", offered) if offered else "below"
    if time in ("year", "quarters"):  # the others are told of all children
        view = choose_whom(view, own)
if (layer := named_layer(view)) in OF_CASES:
    own["layer"] = layer
for name, value in own.items():
    keep_choice(name, value)
if time == "year":
    show_map(
        LEVELS[own["level"]], over_time.by_quarter, [hotspots.standing_out, foretold.foretold], view, **own
    )
elif time == "near":
    show_table(near_repeat.near_repeat, view)
elif time == "hours":
    show_hours(view)
else:
    show_play(over_time.by_quarter, view, **own, time=time)
