"""The map for documents holds the numbers of its table, the classes of the screen, and nothing of the machine."""

from __future__ import annotations

import re
from typing import Any, cast

import pandas as pd
import pytest

from charts import map_print
from charts.ground import Outline
from charts.paper import Words
from charts.places import Ground
from charts.tokens import look
from disclosure import Mode, ProtectedTable, table_of

WORDS = Words("Where children were found", "In four squares", "OFFICIAL-SENSITIVE. Version 1, protected.")
BREAKS = (10, 20, 40, 80, 160)


def square(west: float) -> Outline:
    return [[[[west, 51.0], [west + 1, 51.0], [west + 1, 52.0], [west, 52.0], [west, 51.0]]]]


GROUND = Ground({name: square(place) for place, name in enumerate("abcd")}, {}, out=["d"])


def table(mode: Mode = "protected") -> ProtectedTable:
    """One withheld, one nobody, one of the lowest class and one of the highest."""
    return table_of(
        {"area": list("abcd"), "children": [None, 0, 15, 185]}, ("area",), ("children",), mode, "<10"
    )


def drawn(panels: dict[str, str] | None = None) -> str:
    return map_print.draw(table(), panels or {"children": ""}, BREAKS, GROUND, WORDS)


def said(svg: str) -> list[str]:
    """Text is drawn as lines, and each is named in a remark."""
    return [one.strip() for one in re.findall(r"<!--(.*?)-->", svg, re.DOTALL)]


def test_the_picture_says_what_the_table_prints_and_what_stands_around_it() -> None:
    words = said(drawn())
    assert {"15", "185", WORDS.title, WORDS.subtitle, WORDS.below} <= set(words)
    keys = {
        "0",
        "<10",
        "&lt;10",
        "10 to 19",
        "20 to 39",
        "40 to 79",
        "80 to 159",
        "160 or more",
        "stands out",
    }
    assert set(words) - {"15", "185", WORDS.title, WORDS.subtitle, WORDS.below} <= keys


def test_areas_have_the_colours_of_the_screen_and_what_is_withheld_is_hatched() -> None:
    svg = drawn().lower()
    for colour in (look().classes[0], look().classes[4], look()["land"], look()["cat2"]):
        assert colour.lower() in svg
    assert "<pattern" in svg


def test_one_map_for_each_quarter_in_the_same_classes() -> None:
    columns: dict[str, list[Any]] = {"area": list("abcd"), "q0": [10.0] * 4, "q1": [10.0] * 4}
    numbers = table_of(columns, ("area",), ("q0", "q1"), "protected", "<10")
    words = said(map_print.draw(numbers, {"q0": "Spring", "q1": "Summer"}, BREAKS, GROUND, WORDS))
    assert {"Spring", "Summer", "160 or more"} <= set(words)


def test_the_same_numbers_make_the_same_file_and_it_tells_nothing_of_day_or_machine() -> None:
    assert drawn() == drawn()
    assert not re.search(r"<dc:(date|creator)>|matplotlib v", drawn())


def test_no_other_table_is_drawn() -> None:
    with pytest.raises(TypeError):
        map_print.draw(
            cast(Any, pd.DataFrame({"area": ["a"], "children": [3]})), {"children": ""}, BREAKS, GROUND, WORDS
        )
