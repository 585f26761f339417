"""Tables of every size are drawn: none, one row, sixty; nothing shown, nothing but zeros, very large numbers."""

from __future__ import annotations

import json
import re
from typing import Any

import pandas as pd
import pytest

from charts import areas, bars, heat, hours, stacked
from charts.tokens import Look
from tests.charts.conftest import MakeTable
from tests.charts.drawn import DAYS, HOURS, Draw, draw_columns, draw_control, each_chart, of_any_length, spec

LONG = (
    "Semi-independent accommodation with floating support, commissioned from outside the partnership’s area"
)


@of_any_length
@pytest.mark.parametrize("numbers", [[], [40], ["<10"], [0]], ids=["none", "one", "withheld", "zero"])
def test_no_row_and_one_row_are_drawn(
    draw: Draw, make_table: MakeTable, seen: Look, numbers: list[Any]
) -> None:
    drawing = draw(make_table, seen, numbers)
    assert spec(drawing)
    assert drawing.alt.strip().endswith(".")
    assert drawing.sheet.layout["height"] >= 10  # Plotly draws nothing lower


@of_any_length
def test_sixty_points_are_drawn(draw: Draw, make_table: MakeTable, seen: Look) -> None:
    assert spec(draw(make_table, seen, [10, "<10", 0, 45, "c", 120] * 10))


@pytest.mark.parametrize("draw", [draw_columns, draw_control], ids=lambda draw: draw.__name__)
def test_of_sixty_steps_only_those_with_room_are_named(draw: Draw, make_table: MakeTable, seen: Look) -> None:
    drawing = draw(make_table, seen, [10] * 60)
    named = drawing.sheet.layout["xaxis"]["tickvals"]
    assert (named[0], named[-1]) == (0, 59)
    assert len(named) < 12


@each_chart
def test_axes_reach_very_large_numbers(draw: Draw, make_table: MakeTable, seen: Look) -> None:
    sent = json.loads(spec(draw(make_table, seen, [12_345_680, 10, 0, "<10", 20])))
    for name in ("xaxis", "yaxis"):
        low, high = sorted(sent["layout"][name]["range"])
        assert low < high


@pytest.mark.parametrize("chart", ["bars", "areas"])
def test_very_long_words_are_broken_into_lines_that_leave_room_for_the_marks(
    chart: str, make_table: MakeTable, seen: Look
) -> None:
    if chart == "bars":
        table = make_table({"place": ["long", "home"]}, {"episodes": [40, 20]})
        sheet = bars.draw(table, "place", "episodes", seen, {"long": LONG}, width=600).sheet
    else:
        table = make_table({"area": ["long", "home"]}, {"rate": [40, 20]})
        sheet = areas.draw(table, "rate", [(30, 50), (10, 30)], seen, {"long": LONG}).sheet
    assert any("<br>" in words for words in sheet.layout["yaxis"]["ticktext"])
    assert sheet.layout["margin"]["l"] < seen.px(300)


def test_the_alternative_text_keeps_long_words_whole(make_table: MakeTable, seen: Look) -> None:
    table = make_table({"place": ["long"]}, {"episodes": [40]})
    assert LONG in bars.draw(table, "place", "episodes", seen, {"long": LONG}).alt


@each_chart
def test_alternative_text_says_no_symbol_that_is_not_read_aloud(
    draw: Draw, make_table: MakeTable, seen: Look
) -> None:
    said = draw(make_table, seen, [120, "<10", 0, 30, "c"]).alt.lower()
    assert "<" not in said
    assert not re.search(r"\bc\b", said)
    assert "withheld" in said or "fewer than 10" in said


@each_chart
def test_every_text_is_14_pixels_or_more(draw: Draw, make_table: MakeTable, seen: Look) -> None:
    sent = json.loads(spec(draw(make_table, seen, [120, "<10", 0, 30, "c"])))
    fonts = [words["font"] for words in sent["layout"]["annotations"]]
    fonts += [sent["layout"][axis]["tickfont"] for axis in ("xaxis", "yaxis")]
    assert min(font["size"] for font in fonts if "size" in font) >= seen.px(14)


@pytest.mark.parametrize("other", [pd.DataFrame({"place": ["home"], "episodes": [3]}), None, {"home": 3}])
def test_any_other_table_is_refused(other: Any, seen: Look) -> None:
    for draw in (
        lambda: bars.draw(other, "place", "episodes", seen),
        lambda: areas.draw(other, "rate", [(1, 2)], seen, {}),
        lambda: stacked.draw(other, "number", [("Episodes", "share")], seen),
        lambda: heat.draw(other, "episodes", seen, ("weekday", DAYS), ("hour", HOURS)),
        lambda: hours.draw(
            other, seen, ("place", {"home": "Home"}), {"from_0": "Midnight to 4am"}, {}, "all"
        ),
        lambda: heat.draw_strip(other, "hour", "episodes", seen, HOURS),
    ):
        with pytest.raises(TypeError, match="ProtectedTable"):
            draw()
