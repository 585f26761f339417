"""Which of those counted the page tells of: kept in the address as dimension and code."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from answers.view import View
from pages.frame.address import asked_for, keep_choice, note_choice

Part = tuple[str, str]


def choose_part(view: View, parts: dict[Part | None, str]) -> View:
    """The view of the part that the reader chose, or that the address asks for; of all of them otherwise."""
    if len(parts) == 1:
        st.html("<p class='note'>Some of the children alone: choose all areas together.</p>")
        return view
    names = {"" if part is None else ":".join(part): part for part in parts}
    asked = asked_for("part")
    if asked in names:
        st.session_state["part"] = asked
    if st.session_state.get("part") not in names:
        st.session_state["part"] = ""
    chosen: str = st.selectbox(
        "Which children",
        list(names),
        format_func=lambda name: parts[names[name]],
        key="part",
        width=380,
        on_change=note_choice,
    )
    if chosen:
        keep_choice("part", chosen)
    return replace(view, part=names[chosen])
