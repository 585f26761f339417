"""Groups of possible offenders: sizes, children linked, areas and composition; in exact mode which groups children link."""

from __future__ import annotations

import streamlit as st

from answers.finding import Finding
from answers.groups import groups, network, structure
from answers.tables.choices import Offer
from answers.view import View
from pages.frame.choices import choose
from pages.frame.finding import show, show_bars, show_table
from pages.frame.graphs import draw_shared, draw_structure
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


def one_group() -> None:
    """One group of the reader's choice: its members and children by short labels."""
    offered = structure.offered(current_view())
    chosen = choose("group", "Group", Offer(offered), 380) if offered else ""

    def told(view: View) -> Finding:
        return structure.structure(view, chosen)

    show(told, draw_structure)


PARTS = {
    "overview": ("Overview", overview),
    "linked": ("Linked by children", linked),
    "one": ("One group", one_group),
}
if current_view().source.mode == "exact":
    PARTS[choose_section({name: words for name, (words, _) in PARTS.items()})][1]()
else:
    in_bands()
