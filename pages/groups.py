"""Groups of possible offenders: sizes, children linked, areas and composition; in exact mode which groups children link."""

from __future__ import annotations

import streamlit as st

from answers.groups import groups, network
from pages.frame.drawings import draw_shared
from pages.frame.finding import show, show_bars, show_table
from pages.frame.sections import choose_section
from pages.frame.viewing import current_view


def in_bands() -> None:
    """What a meeting is shown: of so few groups, more could tell of one."""
    show_bars([groups.size, groups.alone], [groups.children_linked])
    st.html(
        "<p class='note'>Composition, councils crossed, children in common, how links are spread and which groups "
        "children link are held in exact mode only: of so few groups, they could tell of one.</p>"
    )


def overview() -> None:
    """Sizes, links and composition of all groups together."""
    show_bars(
        [groups.size, groups.alone, groups.areas_crossed],
        [groups.children_linked, groups.shared, groups.centralisation, groups.composition],
    )


def linked() -> None:
    """Groups as nodes, the children they share as lines; then their members' standing."""
    show(network.shared, draw_shared)
    show_table(network.standing)


PARTS = {
    "overview": ("Overview", overview),
    "linked": ("Linked by children", linked),
}
if current_view().source.mode == "exact":
    PARTS[choose_section({name: words for name, (words, _) in PARTS.items()})][1]()
else:
    in_bands()
