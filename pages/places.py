"""Places: where children who went missing live, go missing from and are found, and where children were harmed."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from answers.places import areas, foretold, hotspots, levels, near_repeat, over_time
from answers.places.layers import LAYERS, layer_of
from answers.view import View
from pages.frame.address import asked_for, keep_choice, note_choice
from pages.frame.finding import show_table
from pages.frame.hours import show_hours
from pages.frame.maps import show_map
from pages.frame.play import show_play
from pages.frame.sections import choose_one
from pages.frame.viewing import current_view

PROTECTED = {"year": "The year", "quarters": "Quarter by quarter", "hours": "Hours"}
TIMES = {**PROTECTED, "near": "Near-repeats"}
LEVELS = {"below": areas.areas_below, "smallest": areas.smallest_areas}


def choose_layer(view: View) -> View:
    """The view of the layer chosen: the filter bar's role is one of them, and what happened the page's own choice."""
    asked = asked_for("layer")
    if asked in LAYERS:
        st.session_state["happened"] = asked
    happened = st.session_state.get("happened", "exploitation")
    view = replace(view, part=LAYERS.get(happened, LAYERS["exploitation"]).part)
    st.session_state["layer"] = next(name for name, one in LAYERS.items() if one == layer_of(view))
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
    if LAYERS[name].happened:
        st.session_state["happened"] = name
    note_choice()


def choose_level(view: View) -> str:
    """How large the areas of the map are, where there is a choice."""
    offered = levels.offered(view)
    if (asked := asked_for("level")) in offered:
        st.session_state["level"] = asked
    if not offered:
        return "below"
    if st.session_state.get("level") not in offered:
        st.session_state["level"] = "smallest"
    chosen = st.segmented_control(
        "Size of the areas",
        list(offered),
        format_func=offered.__getitem__,
        key="level",
        required=True,
        label_visibility="collapsed",
        on_change=note_choice,
    )
    return chosen or "smallest"


view = current_view()
with st.container(horizontal=True):
    view = choose_layer(view)
    time = choose_one("time", "Which time", TIMES if view.source.mode == "exact" else PROTECTED)
    level = choose_level(view) if time == "year" else "smallest"
layer = layer_of(view)
own = {"level": level, **({"layer": layer.happened} if layer.happened else {})}
for name, value in own.items():
    keep_choice(name, value)
if time == "year":
    show_map(LEVELS[level], over_time.by_quarter, [hotspots.standing_out, foretold.foretold], view, **own)
elif time == "near":
    show_table(near_repeat.near_repeat, view)
elif time == "hours":
    show_hours(view)
else:
    show_play(over_time.by_quarter, view, **own, time=time)
