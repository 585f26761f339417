"""The lines of a map of journeys: drawn of shown numbers of ten or more, and told by nothing else."""

from __future__ import annotations

import json
from typing import Any

from charts import journeys
from charts.ground import Map
from charts.tokens import Look, look
from tests.charts.conftest import MakeTable

BREAKS = (10, 20, 40, 80, 160)
CODES = ["a", "b", "d", "e"]
GROUND = journeys.Ground(
    {code: [[[[x, 0.0], [x + 1, 0.0], [x + 1, 1.0], [x, 1.0], [x, 0.0]]]] for x, code in enumerate(CODES)},
    {},
    ["a"],
)
ENDS = ["a", "b", "d", "e", "f"]


def drawn(make: MakeTable, numbers: list[float | str], seen: Look) -> Map:
    table = make({"area": ["a"] * len(ENDS), "destination": ENDS}, {"children": numbers})
    return journeys.draw(table, BREAKS, GROUND, seen, {"a": "Ashby"})


def layers_of(drawing: Map) -> dict[str, Any]:
    return {layer["id"]: layer for layer in json.loads(drawing.deck.to_json())["layers"]}


def test_a_line_is_drawn_of_a_shown_number_to_another_area_with_an_outline(
    make_table: MakeTable, seen: Look
) -> None:
    drawing = drawn(make_table, [60, 25, "<10", 0, 90], seen)  # a's own, shown, withheld, none, no outline
    layers = layers_of(drawing)
    assert [one["name"] for one in layers["journeys"]["data"]] == ["Ashby to b: 25 children"]
    assert [one["text"] for one in layers["numbers"]["data"]] == ["25"]
    assert len(layers["arrows"]["data"]) == 1
    assert "Ashby to b: 25" in drawing.alt


def test_nothing_that_is_sent_follows_what_is_withheld(make_table: MakeTable, seen: Look) -> None:
    """Attacks 7 and 17: whatever is withheld, and whether it is withheld or nobody."""
    sent = {drawn(make_table, [60, 25, mark, "<10", 90], seen).deck.to_json() for mark in ("<10", 0, "c")}
    assert len(sent) == 1


def test_a_line_is_as_wide_as_its_class_and_ends_at_the_middle_of_its_area(make_table: MakeTable) -> None:
    light = look()
    for value, width in zip((10, 35, 40, 155, 160), (1.5, 3, 5, 8, 12), strict=True):
        (line,) = layers_of(drawn(make_table, [0, value, 0, 0, 0], light))["journeys"]["data"]
        assert line["width"] == width
    assert set(line) == {"path", "name", "width"}


def test_there_and_back_lie_apart(make_table: MakeTable) -> None:
    table = make_table({"area": ["a", "b"], "destination": ["b", "a"]}, {"children": [10, 10]})
    there, back = layers_of(journeys.draw(table, BREAKS, GROUND, look(), {}))["journeys"]["data"]
    assert max(north for _, north in back["path"]) < 0.5 < min(north for _, north in there["path"])


def test_of_too_many_lines_the_lowest_classes_stand_in_the_table_alone(make_table: MakeTable) -> None:
    codes = [f"t{number}" for number in range(7)]
    squares = [[[[[x, 0.0], [x + 1, 0.0], [x + 1, 1.0], [x, 1.0], [x, 0.0]]]] for x in range(len(codes))]
    ground = journeys.Ground(dict(zip(codes, squares, strict=True)), {}, codes)
    pairs = [(one, other) for one in codes for other in codes if one != other]
    table = make_table(
        {"area": [one for one, _ in pairs], "destination": [other for _, other in pairs]},
        {"children": [10 + 5 * place for place in range(len(pairs))]},
    )
    drawing = journeys.draw(table, BREAKS, ground, look(), {})
    lines = layers_of(drawing)["journeys"]["data"]
    assert 0 < len(lines) <= journeys.MOST
    assert drawing.keys[-1].words == "fewer than 80: in the table"
