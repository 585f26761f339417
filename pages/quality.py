"""Data quality: what cannot be concluded, what is left out and when, who answered, and what words say something else."""

from __future__ import annotations

from dataclasses import replace
from html import escape

import streamlit as st

from answers.missing.breakdowns import senders
from answers.quality import apart, changes, fields, gaps, over_time, values
from data.problem import Problem
from pages.frame import drawings
from pages.frame.answered import show_answered
from pages.frame.choices import choose, explain
from pages.frame.drawings import draw_bars
from pages.frame.finding import show, show_table
from pages.frame.sections import choose_section
from pages.frame.viewing import current_view


def listed(heading: str, told: list[gaps.Gap], none: str) -> str:
    """The gaps under a heading: what is not known, then what cannot be concluded because of it."""
    said = "".join(f"<p><strong>{escape(gap.said)}</strong><br>{escape(gap.so)}</p>" for gap in told)
    return f"<section class='ruled gaps'><h2>{heading}</h2>{said or f'<p>{none}</p>'}</section>"


def not_known() -> None:
    """The gaps in words: agencies that are silent, changes of recording, fields left out, words that say something else."""
    view = current_view()
    left, right = st.columns(2, gap="large")
    with left:
        none = "Every agency answered for this period."
        st.html(listed("Agencies that did not answer", gaps.silent(view), none))
        none = f"No share moved by {changes.LEAST} points or more in three years, beyond chance and rounding."
        st.html(listed("Where recording changed", changes.recording(view), none))
        none = "No nationality or ethnicity is known to say something else."
        st.html(listed("Words that say something else", values.gaps_of(view), none))
    with right:
        none = f"No field is known to be left out of {fields.OFTEN}% of an agency’s records or more."
        st.html(listed("What cannot be concluded", gaps.fields(view), none))


def left_out() -> None:
    """By field and agency in the period, by field over time, and which kind of not knowing it is."""
    show(fields.left_out, drawings.draw_left_out)
    view = current_view()
    try:
        agency = choose("agency", "Records of", over_time.agencies(view), 300)
    except Problem:
        agency = over_time.ALL
    explain(("agency",), ())
    show(over_time.over_time, drawings.draw_over_time, replace(view, part=("agency", agency)))
    show_table(apart.apart)


def agencies() -> None:
    """Who answered, quarter by quarter, and whom two agencies know."""
    show_answered(current_view())
    left, _ = st.columns(2, gap="large")
    with left:
        show(senders, draw_bars())


def values_and_lag() -> None:
    """Words that are no nationality or ethnicity; how late a child is reported, and identified."""
    left, right = st.columns(2, gap="large")
    with left:
        show(values.conflated, draw_bars())
        show(fields.lag, draw_bars())
    with right:
        show(values.identified_lag, draw_bars())


PARTS = {
    "gaps": ("What is not known", not_known),
    "fields": ("Fields left out", left_out),
    "agencies": ("Who answered", agencies),
    "values": ("Words and delays", values_and_lag),
}
current_view()
PARTS[choose_section({name: words for name, (words, _) in PARTS.items()})][1]()
