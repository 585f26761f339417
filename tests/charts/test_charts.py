"""What is withheld is a mark of one size: no chart holds, orders, scales or colours by more than is shown."""

from __future__ import annotations

import json
from typing import Any

import pytest

from charts import bars, funnel
from charts.spark import share_svg, spark_svg
from charts.tokens import Look
from tests.charts.conftest import MakeTable
from tests.charts.drawn import Draw, draw_bars, each_chart, spec


@each_chart
def test_every_look_draws_shown_and_withheld_numbers(draw: Draw, make_table: MakeTable, seen: Look) -> None:
    drawing = draw(make_table, seen, [120, "<10", 0, 30, "c"])
    assert drawing.alt.strip()
    assert "nan" not in drawing.alt.lower()
    assert "None" not in spec(drawing)


@each_chart
@pytest.mark.parametrize(
    "numbers", [["<10"] * 5, [0] * 5, ["c"] * 5, [1_234_560] * 5], ids=["<10", "0", "c", "large"]
)
def test_a_chart_of_one_kind_of_number_is_drawn(
    draw: Draw, make_table: MakeTable, seen: Look, numbers: list[Any]
) -> None:
    assert spec(draw(make_table, seen, numbers))


@each_chart
def test_nothing_is_there_for_a_pointer_to_find(draw: Draw, make_table: MakeTable, seen: Look) -> None:
    sent = json.loads(spec(draw(make_table, seen, [120, "<10", 0, 30, "c"])))
    for trace in sent["data"]:
        assert not {"customdata", "hovertext", "hovertemplate", "text", "meta", "ids"} & set(trace)
    assert sent["layout"]["hovermode"] is False


def test_a_withheld_bar_has_one_length_whatever_the_others(make_table: MakeTable, seen: Look) -> None:
    """In pixels: as a share of the axis it is the same where the largest shown number is 20 or 2,000."""
    shares = []
    for top in (20, 2_000):
        drawing = draw_bars(make_table, seen, [top, "<10", "c", 10, 0])
        marks = [
            trace for trace in drawing.sheet.data if trace["marker"].get("pattern") and "foster" in trace["y"]
        ]
        place = marks[0]["y"].index("foster")
        shares.append(marks[0]["x"][place] / drawing.sheet.layout["xaxis"]["range"][1])
        assert len(set(marks[0]["x"])) == 1
    assert shares[0] == pytest.approx(shares[1], rel=0.15)  # the words at the bars' ends leave other room


def test_the_scale_follows_shown_numbers_only(make_table: MakeTable, seen: Look) -> None:
    first, second = (draw_bars(make_table, seen, [40, mark, 10, 0, 0]) for mark in ("<10", "c"))
    assert first.sheet.layout["xaxis"]["range"] == second.sheet.layout["xaxis"]["range"]


def test_what_is_not_known_comes_last_under_a_dotted_rule(make_table: MakeTable, seen: Look) -> None:
    drawing = bars.draw(
        make_table({"place": ["unknown", "home", "not_recorded", "school"]}, {"episodes": [500, 20, 0, 10]}),
        "place", "episodes", seen,
    )  # fmt: skip
    assert drawing.sheet.layout["yaxis"]["categoryarray"] == ["home", "school", "unknown", "not_recorded"]
    assert [shape for shape in drawing.sheet.layout["shapes"] if shape["line"].get("dash") == "dot"]


def test_zero_is_printed_and_not_drawn(make_table: MakeTable, seen: Look) -> None:
    drawing = draw_bars(make_table, seen, [0, 20, "<10", 0, 0])
    printed = [words["text"] for words in drawing.sheet.layout["annotations"]]
    assert printed.count("0") == 3
    assert "home" not in [code for trace in drawing.sheet.data for code in trace["y"]]


def test_bands_like_ages_stay_words(make_table: MakeTable, seen: Look) -> None:
    """'10-11' would be read as a date."""
    table = make_table({"age": ["10-11", "12-13"]}, {"children": [20, 30]})
    axis = bars.draw(table, "age", "children", seen).figure["layout"]["yaxis"]
    assert axis["type"] == "category"
    assert list(axis["ticktext"]) == ["10-11", "12-13"]


def test_a_funnel_names_only_areas_outside_its_limits(seen: Look) -> None:
    points = [
        funnel.Point("Inside", 9_000, 50.0, "50.0"),
        funnel.Point("Outside", 9_000, 90.0, "90.0"),
        funnel.Point("Unseen", 900, None, "c"),
    ]
    drawing = funnel.draw(points, 50.0, lambda population, level: (40.0, 60.0), seen)
    printed = " ".join(str(words["text"]) for words in drawing.sheet.layout["annotations"])
    assert "Outside" in printed
    assert "Inside" not in printed
    assert "Unseen" in printed
    assert spec(drawing)


def test_a_line_breaks_at_a_withheld_number(seen: Look) -> None:
    whole, broken = (spark_svg(line, None, seen) for line in ([10, 20, 30, 20], [10, 20, None, 20]))
    assert (whole.count("polyline"), whole.count("circle")) == (1, 1)
    assert (broken.count("polyline"), broken.count("circle")) == (1, 2)
    assert "nan" not in whole + broken


def test_a_withheld_share_is_an_empty_outline(seen: Look) -> None:
    assert "#h" not in share_svg(None, seen)
    assert seen["accent"] in share_svg(40, seen)


def test_a_code_that_is_a_number_is_not_taken_for_the_number_of_a_row(
    make_table: MakeTable, seen: Look
) -> None:
    """Groups of four are drawn in the row of four, and not in the fifth."""
    table = make_table({"size": ["2", "4", "8_plus"]}, {"groups": [10, 35, 20]})
    sheet = bars.draw(table, "size", "groups", seen).sheet
    places = sheet.layout["yaxis"]["categoryarray"]
    assert [places.index(place) for place in sheet.data[0]["y"]] == [0, 1, 2]
    ends = {note["text"].split("<b>")[1][:2]: note["y"] for note in sheet.layout["annotations"]}
    assert places.index(ends["35"]) == 1
    assert not any(place.isdecimal() for place in places)
