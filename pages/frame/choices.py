"""A page's own choices: they live in the address, and one that is not offered is replaced and explained."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from html import escape

import streamlit as st

from answers.tables.choices import Offer
from pages.frame.address import asked_anew, drop_note, keep_choice, note, note_choice, notes
from pages.frame.viewing import current_look

LONGEST = 60
NOT_PLAIN = re.compile(r"[^\w \-.,:;()/&'’–%+?!]")


def choose(name: str, words: str, offer: Offer, width: int, of: str = "") -> str:
    """The code that the reader chose, or that the address asks for; the first of the offer otherwise.

    `of` says what the choice belongs to: with another question it starts afresh.
    """
    key, first = f"own_{name}_{of}", next(iter(offer.options))
    before = st.session_state.get(key)
    asked = asked_anew(name, first)
    wanted = asked if asked is not None else before or first
    if before is None or asked is not None:
        drop_note(name)
    if wanted not in offer.options:
        note(name, f"{words}: what was asked for is not held here.")
        wanted = first
    st.session_state[key] = wanted
    chosen: str = st.selectbox(
        words,
        list(offer.options),
        format_func=offer.options.__getitem__,
        key=key,
        width=wide(width),
        on_change=note_choice,
    )
    if chosen != first:
        keep_choice(name, chosen)
    return chosen


def choose_name() -> str:
    """The reader's own name for a table, which is its title and stands in the address."""
    asked = asked_anew("name", "")
    st.session_state["own_title"] = plain(asked if asked is not None else st.session_state.get("own_title"))
    name = plain(
        st.text_input(
            "Save it under a name",
            key="own_title",
            max_chars=LONGEST,
            width=wide(330),
            placeholder="Its title, and its bookmark",
            help="The address of this page is the table: bookmark it, or send it. Name no person.",
            on_change=note_choice,
        )
    )
    if name:
        keep_choice("name", name)
    return name


def plain(text: object) -> str:
    """At most sixty letters, digits and plain marks, on one line."""
    line = " ".join(unicodedata.normalize("NFC", str(text or "")).split())
    return NOT_PLAIN.sub("", line)[:LONGEST].strip()


def explain(names: Sequence[str], more: Sequence[str]) -> None:
    """Why choices of the page are not what the address asked for, and what else is to be said of them."""
    words = [notes()[name] for name in names if name in notes()] + [one for one in more if one]
    if words:
        st.html(f'<p class="note">{escape(" ".join(words))}</p>')


def offer_all_areas() -> None:
    """One click to where two breakdowns at once are held."""

    def choose_all() -> None:
        note_choice()
        st.session_state["area"] = "all"

    st.button("Count all areas together", on_click=choose_all)


def wide(pixels: int) -> int:
    """A width on the desk, or as much more in room view as its words are larger."""
    return round(pixels * current_look().factor)
