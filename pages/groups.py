"""Groups of possible offenders: sizes, children linked, areas and composition; never one group, never a person."""

from __future__ import annotations

import streamlit as st

from answers.groups import groups
from pages.frame.drawings import draw_bars
from pages.frame.finding import show
from pages.frame.viewing import current_view

view = current_view()
left, right = st.columns(2, gap="large")
with left:
    show(groups.size, draw_bars())
    show(groups.alone, draw_bars())
with right:
    show(groups.children_linked, draw_bars())
    if view.source.mode == "exact":
        show(groups.shared, draw_bars())
if view.source.mode == "exact":
    with left:
        show(groups.areas_crossed, draw_bars())
    with right:
        show(groups.centralisation, draw_bars())
        show(groups.composition, draw_bars())
else:
    st.html(
        "<p class='note'>Composition, councils crossed, children in common and how links are spread are held in exact "
        "mode only: of so few groups, they could tell of one.</p>"
    )
