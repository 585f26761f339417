"""The picture of journeys for documents: the lines, classes and words of the screen, and nothing of what is withheld."""

from __future__ import annotations

import re
from collections.abc import Sequence

from charts import journeys, journeys_print
from charts.paper import Words
from charts.tokens import look
from tests.charts.conftest import MakeTable
from tests.charts.test_journeys import BREAKS, ENDS, GROUND
from tests.charts.test_map_print import said

WORDS = Words("Where children went", "A year.", "OFFICIAL-SENSITIVE.")
LABELS = {"a": "Ashby", "b": "Byfleet"}


def drawn(make: MakeTable, numbers: Sequence[float | str]) -> str:
    table = make({"area": ["a"] * len(ENDS), "destination": ENDS}, {"children": numbers})
    return journeys_print.draw(table, BREAKS, GROUND, WORDS, LABELS)


def test_the_picture_says_what_the_screen_does(make_table: MakeTable) -> None:
    words = said(drawn(make_table, [60, 25, "<10", 0, 90]))
    assert {"Ashby", "Byfleet", "25", WORDS.title, WORDS.subtitle, WORDS.below} <= set(words)
    keys = {one.words for one in journeys.keys_of(BREAKS, 10)}
    assert keys <= set(words)
    assert not {"60", "90"} & set(words)  # who stayed is no line, and an area without an outline has none


def test_nothing_follows_what_is_withheld(make_table: MakeTable) -> None:
    assert len({drawn(make_table, [60, 25, mark, "<10", 90]) for mark in ("<10", 0, "c")}) == 1


def test_a_line_is_as_wide_as_its_class(make_table: MakeTable) -> None:
    for value, width in zip((10, 35, 160), (1.5, 3, 12), strict=True):
        svg = drawn(make_table, [0, value, 0, 0, 0])
        lines = re.findall(rf"stroke: {look()['accent']}; stroke-width: ([0-9.]+)", svg, re.IGNORECASE)
        assert float(lines[0]) == journeys_print.POINTS * width


def test_the_same_numbers_make_the_same_file(make_table: MakeTable) -> None:
    once, again = (drawn(make_table, [60, 25, "<10", 0, 90]) for _ in range(2))
    assert once == again
