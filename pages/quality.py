"""Data quality: what cannot be concluded, what each agency leaves out, and how late it is told."""

from __future__ import annotations

from html import escape

import streamlit as st

from answers.missing.breakdowns import senders
from answers.quality import fields, gaps
from pages.frame import drawings
from pages.frame.drawings import draw_bars
from pages.frame.finding import show
from pages.frame.viewing import current_view


def listed(heading: str, found: list[gaps.Gap], none: str) -> str:
    """The gaps under a heading: what is not known, then what cannot be concluded because of it."""
    said = "".join(f"<p><strong>{escape(gap.said)}</strong><br>{escape(gap.so)}</p>" for gap in found)
    return f"<section class='ruled gaps'><h2>{heading}</h2>{said or f'<p>{none}</p>'}</section>"


view = current_view()
left, right = st.columns(2, gap="large")
with left:
    st.html(
        listed("Agencies that did not answer", gaps.silent(view), "Every agency answered for this period.")
    )
with right:
    none = f"No field is known to be left out of {fields.OFTEN}% of an agency’s records or more."
    st.html(listed("What cannot be concluded", gaps.fields(view), none))
show(fields.left_out, drawings.draw_left_out)
left, right = st.columns(2, gap="large")
with left:
    show(fields.lag, draw_bars())
with right:
    show(senders, draw_bars())
