"""The parts of a long page, one at a time: a meeting looks at one subject, and the page stays quick."""

from __future__ import annotations

import streamlit as st

from pages.frame.address import asked_for, keep_choice, note_choice


def choose_section(sections: dict[str, str]) -> str:
    """The part that the reader chose, or that the address asks for; the first one otherwise."""
    return choose_one("section", "Part of this page", sections)


def choose_one(name: str, words: str, options: dict[str, str]) -> str:
    """One of a page's own few choices, side by side: the first of them unless the reader, or the address, asks for another."""
    first = next(iter(options))
    asked = asked_for(name)
    if asked in options:
        st.session_state[name] = asked
    if st.session_state.get(name) not in options:
        st.session_state[name] = first
    chosen = st.segmented_control(
        words,
        list(options),
        format_func=options.__getitem__,
        key=name,
        required=True,
        label_visibility="collapsed",
        on_change=note_choice,
    )
    chosen = chosen or first
    if chosen != first:
        keep_choice(name, chosen)
    return chosen
