"""Which of those counted the page tells of: kept in the address as dimension and code."""

from __future__ import annotations

import streamlit as st

from answers.view import Part
from pages.frame.address import asked_for, keep_choice, note_choice

ALL_AREAS = "Some of the children alone: choose all areas together."


def choose_part(parts: dict[Part | None, str], name: str, otherwise: str = ALL_AREAS) -> Part | None:
    """The part that the reader chose, or that the address asks for as `name`; None, of all of them, otherwise.

    `otherwise` says what to choose first where there are none.
    """
    if len(parts) == 1:
        st.html(f'<p class="note">{otherwise}</p>')
        return None
    names = {"" if part is None else ":".join(part): part for part in parts}
    asked = asked_for(name)
    if asked in names:
        st.session_state[name] = asked
    if st.session_state.get(name) not in names:
        st.session_state[name] = ""
    chosen: str = st.selectbox(
        "Which children",
        list(names),
        format_func=lambda name: parts[names[name]],
        key=name,
        width=340,
        label_visibility="collapsed",
        on_change=note_choice,
    )
    if chosen:
        keep_choice(name, chosen)
    return names[chosen]
