"""The parts of a long page, one at a time: a meeting looks at one subject, and the page stays quick."""

from __future__ import annotations

import streamlit as st

from pages.frame.address import asked_for, keep_choice, note_choice


def choose_section(sections: dict[str, str]) -> str:
    """The part that the reader chose, or that the address asks for; the first one otherwise."""
    first = next(iter(sections))
    asked = asked_for("section")
    if asked in sections:
        st.session_state["section"] = asked
    if st.session_state.get("section") not in sections:
        st.session_state["section"] = first
    chosen = st.segmented_control(
        "Part of this page",
        list(sections),
        format_func=sections.__getitem__,
        key="section",
        required=True,
        label_visibility="collapsed",
        on_change=note_choice,
    )
    chosen = chosen or first
    if chosen != first:
        keep_choice("section", chosen)
    return chosen
