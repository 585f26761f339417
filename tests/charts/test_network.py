"""Graphs: networks side by side, lines as wide as their number."""

from __future__ import annotations

from charts.network import EDGE, Node, draw, pack
from charts.tokens import Look
from tests.charts.conftest import MakeTable


def network(number: int, size: int) -> list[Node]:
    return [Node(f"{number}-{at}", number, at, at % 2, "full") for at in range(size)]


def test_networks_stand_in_rows_within_the_width() -> None:
    places, tall = pack([*network(1, 6), *network(2, 6), *network(3, 6)], 1000)
    assert {round(y) for _, y in places.values() if y < tall / 2} == {30, 114}
    assert all(EDGE <= x <= 1000 - EDGE and EDGE <= y <= tall - EDGE for x, y in places.values())


def test_a_wide_network_is_drawn_within_the_width() -> None:
    places, _ = pack(network(1, 40), 600)
    assert max(x for x, _ in places.values()) <= 600 - EDGE + 0.01


def test_no_node_is_an_empty_sheet() -> None:
    assert pack([], 600) == ({}, 2 * EDGE)


def test_a_line_is_as_wide_as_its_number_and_prints_it_from_two(make_table: MakeTable, seen: Look) -> None:
    table = make_table({"group": ["a", "a"], "other": ["b", "c"]}, {"children": [1, 4]})
    nodes = [Node("a", 1, 0, 0, "full"), Node("b", 1, 1, 0, "open"), Node("c", 1, 0, 1, "full")]
    drawing = draw(table, ("group", "other"), "children", nodes, seen, "Groups")
    one, four = (trace["line"]["width"] for trace in drawing.sheet.data if trace["mode"] == "lines")
    assert one < four
    printed = [words["text"] for words in drawing.sheet.layout["annotations"]]
    assert printed.count("<b>4</b>") == 1
    assert "<b>1</b>" not in printed
    assert drawing.alt == "Graph. Groups. a and b: 1; a and c: 4."
