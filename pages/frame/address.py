"""The filters in the page's address: they survive a reload, Back and a change of page, and can be shared."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

CHOSEN, WRITTEN, ASKED, OWN, NOTES = (
    f"address_{word}" for word in ("chosen", "written", "asked", "own", "notes")
)


def note_choice() -> None:
    """Called when a reader uses a filter: what the widgets say then counts, not the address."""
    st.session_state[CHOSEN] = True
    st.session_state[NOTES] = {}


def read_address() -> dict[str, str] | None:
    """What a link, Back or a reload asks for; None where the address says nothing new."""
    asked = None if st.session_state.pop(CHOSEN, False) else st.query_params.to_dict()
    is_new = bool(asked) and asked != st.session_state.get(WRITTEN)
    st.session_state[ASKED] = asked if is_new else None
    st.session_state[OWN] = {}
    return asked if is_new else None


def asked_for(name: str) -> str | None:
    """What the address newly asks of a page's own choice."""
    asked: dict[str, str] | None = st.session_state.get(ASKED)
    return asked.get(name) if asked else None


def asked_anew(name: str, usual: str) -> str | None:
    """The same, the usual where a new address is silent of it; None where the address says nothing new."""
    asked: dict[str, str] | None = st.session_state.get(ASKED)
    return None if asked is None else asked.get(name, usual)


def keep_choice(name: str, value: str) -> None:
    """Put a page's own choice into the address beside the filters."""
    st.session_state[OWN][name] = value


def write_address(filters: dict[str, str]) -> None:
    """Put the filters that are not the usual ones, and the page's own choices, into the address."""
    shown = {**filters, **st.session_state.get(OWN, {})}
    if st.query_params.to_dict() != shown:
        st.query_params.from_dict(shown)
    st.session_state[WRITTEN] = shown


def note_filters(filters: dict[str, str]) -> None:
    """Before the page runs: the filters that its links keep."""
    st.session_state["address_filters"] = filters


def address_of(page: str, **own: str) -> str:
    """The address of a page with the filters as they are, for a link in a sentence."""
    query = {**st.session_state.get("address_filters", {}), **own}
    return f"{page}?{urlencode(query)}" if query else page


def note(name: str, words: str) -> None:
    """Remember why a filter is not what the address asked for."""
    st.session_state[NOTES] = {**st.session_state.get(NOTES, {}), name: words}


def drop_note(name: str) -> None:
    """Forget why a filter is not what an earlier address asked for."""
    note_kept = {one: words for one, words in notes().items() if one != name}
    st.session_state[NOTES] = note_kept


def notes() -> dict[str, str]:
    """Why an area or period is not the one that was asked for, by filter."""
    return dict(st.session_state.get(NOTES, {}))
