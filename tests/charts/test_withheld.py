"""Attacks 7 and 17 of docs/disclosure.md on every chart: nothing that is sent follows what is withheld."""

from __future__ import annotations

import json

import pytest

from charts import areas, bars, columns, control, flow, stacked
from charts.limits import limit_words
from charts.tokens import Look
from tests.charts.conftest import MakeTable
from tests.charts.drawn import (
    Draw,
    draw_areas,
    draw_bars,
    draw_columns,
    draw_control,
    draw_flow,
    draw_pairs,
    each_chart,
    spec,
)

SHOWN = [120, "<10", 0, 30, "c"]


@each_chart
def test_order_and_axes_follow_codes_and_shown_numbers_whatever_is_withheld_beside_them(
    draw: Draw, make_table: MakeTable, seen: Look
) -> None:
    one, other = (json.loads(spec(draw(make_table, seen, [120, mark, 0, 30, mark]))) for mark in ("<10", "c"))
    for name in ("xaxis", "yaxis"):
        for part in ("range", "categoryarray", "tickvals"):
            assert one["layout"][name].get(part) == other["layout"][name].get(part)


@pytest.mark.parametrize("draw", [draw_bars, draw_areas], ids=lambda draw: draw.__name__)
def test_rows_keep_their_order_whatever_their_numbers(draw: Draw, make_table: MakeTable, seen: Look) -> None:
    """A list in order of size would put a withheld row among its neighbours."""
    orders = [
        draw(make_table, seen, numbers).sheet.layout["yaxis"]["categoryarray"]
        for numbers in ([10, 20, 30, 40, 50], [50, 40, 30, 20, 10], [50, "<10", 30, "<10", 10])
    ]
    assert orders[0] == orders[1] == orders[2]


@pytest.mark.parametrize("draw", [draw_columns, draw_pairs], ids=lambda draw: draw.__name__)
def test_a_withheld_column_is_14_pixels_high_whatever_the_others(
    draw: Draw, make_table: MakeTable, seen: Look
) -> None:
    for top in (20, 470, 12_345_680):
        sheet = draw(make_table, seen, [top, "<10", "c", 10, 0]).sheet
        marks = [trace for trace in sheet.data if trace["marker"].get("pattern")]
        highest = sheet.layout["yaxis"]["range"][1]
        heights = {round(height / highest * columns.PLOT, 3) for mark in marks for height in mark["y"]}
        assert heights == {columns.MARK}


def test_a_withheld_point_is_one_mark_on_its_step_and_breaks_the_line(
    make_table: MakeTable, seen: Look
) -> None:
    paths = set()
    for top in (20, 12_345_680):
        sheet = draw_control(make_table, seen, [top, "<10", "c", 10, 0]).sheet
        marks = [shape for shape in sheet.layout["shapes"] if shape["type"] == "path"]
        assert [mark["xanchor"] for mark in marks] == [1, 2]
        assert {mark["yanchor"] for mark in marks} == {0}
        paths |= {mark["path"] for mark in marks}
        assert sheet.data[-1]["y"] == [top, None, None, 10, 0]
    assert len(paths) == 1


def test_a_withheld_area_is_words_without_a_dot(make_table: MakeTable, seen: Look) -> None:
    """A rate is withheld with the children that it counts, and says so."""
    table = make_table({"area": ["a", "b", "d"]}, {"children": [20, "<10", 0], "rate": [40, "c", 0]})
    drawing = areas.draw(table, "rate", [(30, 50), None, (0, 20)], seen, {})
    assert "b: withheld: fewer than 10 children" in drawing.alt
    assert "b" not in {code for trace in drawing.sheet.data for code in trace["y"]}
    assert "d: 0.0" in drawing.alt


@pytest.mark.parametrize("line", [5.0, 30.0, 48.0])
def test_the_words_of_a_withheld_area_stand_clear_of_the_line(
    line: float, make_table: MakeTable, seen: Look
) -> None:
    table = make_table({"area": ["a", "b"]}, {"rate": [40, "<10"]})
    sheet = areas.draw(table, "rate", [(30, 50), None], seen, {}, areas.Whole("All", line, "x")).sheet
    at = line / sheet.layout["xaxis"]["range"][1]
    words = next(one for one in sheet.layout["annotations"] if one["text"].startswith("withheld"))
    assert words["x"] == pytest.approx(at if line < 30 else 0)


def test_withheld_shares_are_one_piece_that_shows_only_that_they_are_there(
    make_table: MakeTable, seen: Look
) -> None:
    table = make_table({"number": ["1", "2", "3-4"]}, {"share": [60, "c", "c"]})
    data = stacked.draw(table, "number", [("Episodes", "share")], seen).sheet.data
    assert [(trace["base"], trace["x"]) for trace in data] == [([0.0], [60.0]), ([60.0], [40.0])]


@each_chart
def test_a_zero_is_not_drawn_as_withheld(draw: Draw, make_table: MakeTable, seen: Look) -> None:
    drawing = draw(make_table, seen, [0] * 5)
    assert "withheld" not in drawing.alt.lower()
    assert '"pattern"' not in spec(drawing)


@pytest.mark.parametrize(
    "draw", [draw_bars, draw_columns, draw_pairs, draw_areas], ids=lambda draw: draw.__name__
)
def test_a_zero_is_printed_as_0(draw: Draw, make_table: MakeTable, seen: Look) -> None:
    words = [one["text"] for one in draw(make_table, seen, [40, 0, 0, 0, 0]).sheet.layout["annotations"]]
    assert sum(text == "0" or text.startswith("<b>0.0</b>") for text in words) >= 4


def test_a_withheld_flow_has_one_width_and_a_zero_none(make_table: MakeTable, seen: Look) -> None:
    """Attack 17: as wide whatever is beneath, and whichever symbol is printed for it."""
    for first, second in (("<10", "c"), ("c", "<10")):
        (trace,) = draw_flow(make_table, seen, [200, first, 0, second, 40]).sheet.data
        assert len(trace["link"]["value"]) == 4
        least = 240 * flow.WITHHELD / (flow.PLOT / 2)
        assert trace["link"]["value"] == [200, least, least, 40]
        assert len(set(trace["link"]["color"][1:3])) == 1


def test_what_is_shown_flows_as_wide_as_it_is_printed(make_table: MakeTable, seen: Look) -> None:
    drawing = draw_flow(make_table, seen, [200, 10, 0, 30, 45])
    assert drawing.sheet.data[0]["link"]["value"] == [200, 10, 30, 45]
    assert "Withheld" not in spec(drawing)


def test_the_alternative_text_of_a_withheld_row_says_why(make_table: MakeTable, seen: Look) -> None:
    table = make_table({"place": ["a"]}, {"episodes": ["<10"]})
    assert bars.draw(table, "place", "episodes", seen).alt == "Bar chart. a: fewer than 10."


class Limits:
    """Limits of the first eight points, by hand."""

    start, stop, mean, upper, lower = 0, 8, 34.0, 58.0, 10.0
    uppers: list[float] = []
    lowers: list[float] = []


def test_limits_that_ended_at_a_change_are_not_named_beside_later_points(seen: Look) -> None:
    values = [30.0, 40, 30, 40, 30, 40, 30, 40, 70, 75]
    words = [f"step {at}" for at in range(10)]
    series = control.Series(values, [str(value) for value in values], words, words)
    drawing = control.draw(series, [Limits()], [], [control.Change(8, "Changed.")], seen)
    assert limit_words([Limits()], 10) == []
    assert [text for text, _ in limit_words([Limits()], 8)] == [
        "Upper process limit 58", "Mean 34", "Lower process limit 10",
    ]  # fmt: skip
    assert "up to step 7" in drawing.alt
    assert "process limit" not in spec(drawing)
