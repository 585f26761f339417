"""A section that sets the chosen area and period beside another: the choice stands in the address."""

from __future__ import annotations

import streamlit as st

from answers.children import beside
from answers.finding import Finding
from answers.tables.choices import Offer
from answers.view import View
from pages.frame.choices import choose, explain
from pages.frame.drawings import draw_sides
from pages.frame.finding import Build, show
from pages.frame.viewing import current_view


def show_beside() -> None:
    """Each part of the profile, of both."""
    view = current_view()
    offered = beside.offered(view)
    if not offered:
        st.html("<p class='note'>The data holds no other area and no other period of this kind.</p>")
        return
    pair = beside.pair_of(view, choose("beside", "Set beside", Offer(offered), 380))
    explain(["beside"], [])
    columns = st.columns(2, gap="large")
    for place, dimension in enumerate(beside.PROFILE):
        with columns[place % 2]:
            show(_told(pair, dimension), draw_sides(is_grey=dimension == "ethnic_group"))


def _told(pair: beside.Pair, dimension: str) -> Build:
    def told(view: View) -> Finding:
        return beside.beside(view, pair, dimension)

    return told
