"""Graphs of groups and of one group, and combinations: which node is drawn how, and what is said to those who do not see it."""

from __future__ import annotations

from answers.finding import Finding
from charts import combined, network
from charts.frame import Drawing
from charts.tokens import Look
from pages.frame.drawings import FULL, table_of


def draw_shared(finding: Finding, look: Look) -> Drawing:
    """Groups that share children, filled where they are of the chosen area and period."""
    nodes = [
        network.Node(node.label, node.network, node.x, node.y, "full" if node.is_inside else "open")
        for node in finding.extra["nodes"]
    ]
    about = "Groups with the number of children that each two share"
    return network.draw(table_of(finding), ("group", "other"), "children", nodes, look, about, FULL)


def draw_structure(finding: Finding, look: Look) -> Drawing:
    """One group's members as discs and the children linked to them as squares, none to be looked at before another."""
    nodes = [
        network.Node(node.label, node.network, node.x, node.y, "full" if node.label[0] == "N" else "square")
        for node in finding.extra["nodes"]
    ]
    about = "Possible offenders of one group and the children linked to them, with the number of cases"
    return network.draw(table_of(finding), ("possible_offender", "child"), "cases", nodes, look, about, FULL)


def draw_combined(finding: Finding, look: Look) -> Drawing:
    """Domains as columns, combinations as rows."""
    sizes, words = finding.extra["sizes"], finding.extra["domains"]
    return combined.draw(
        table_of(finding), "combination", "children", sizes, "domain", look, words, width=FULL
    )
