"""One quiet line under the filters: what the records of the page leave out, and which agencies are silent."""

from __future__ import annotations

from html import escape

import streamlit as st

from answers.quality.strip import strip
from answers.view import View
from pages.frame.address import address_of


def show_strip(view: View, page: str) -> None:
    """The line of the page, with the way to all that is known of the records."""
    told = strip(view, page)
    if told is None:
        return
    said = "".join(f"<span>{escape(words)}</span>" for words in (*told.fields, told.agencies))
    link = f"<a href='{escape(address_of('quality'))}' target='_self'>Data quality</a>"
    st.html(f"<div class='strip'><b>All areas</b>{said}{link}</div>")
