"""The map of places: what it sends, what it counts by, and where a click leads."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import h3
import pytest
from streamlit.testing.v1 import AppTest

from answers.source import open_source
from tests.browser.payload import html_count_cells, may_be_shown
from tests.pages.conftest import AREAS, MANIFEST, ONE, Open, words_of

LAYERS = [("home", ""), ("missing_from", ""), ("host", ""), ("found", "")]
LAYERS += [("exploited", name) for name in ("recruitment", "exploitation", "moved_to", "any")]


def deck_of(app: AppTest) -> dict[str, Any]:
    (one,) = app.get("deck_gl_json_chart")
    deck: dict[str, Any] = json.loads(one.proto.json)
    return {layer["id"]: layer for layer in deck["layers"]}


def tables_of(app: AppTest) -> list[str]:
    """The map's own, and that of the areas that stand out where there are any."""
    return [one.proto.body for one in app.get("html") if "<table" in one.proto.body]


@pytest.mark.parametrize("level", ["below", "smallest"])
@pytest.mark.parametrize(("role", "layer"), LAYERS)
def test_a_map_sends_outlines_and_the_numbers_of_its_table_alone(
    open_page: Open, demo_root: Path, role: str, layer: str, level: str
) -> None:
    app = open_page(demo_root, "places", role=role, layer=layer, level=level)
    printed = {cell for table in tables_of(app) for _, cell in html_count_cells(table)}
    layers = deck_of(app)
    for feature in layers["areas"]["data"]["features"]:
        about = feature["properties"]
        assert set(about) == {"area", "name", "said", "fill"}
        assert about["said"].removesuffix(" children") in printed
    assert all(may_be_shown(one["text"]) for one in layers["numbers"]["data"])
    assert all(may_be_shown(cell) for cell in printed)


def test_every_point_of_a_map_is_of_an_outline_that_an_agency_sent(open_page: Open, demo_root: Path) -> None:
    source = open_source("protected", demo_root)
    sent = {
        tuple(point) for one in source.outlines.values() for part in one for ring in part for point in ring
    }
    source.close()
    layers = deck_of(open_page(demo_root, "places", role="found"))
    drawn = [
        tuple(point)
        for feature in layers["areas"]["data"]["features"]
        for part in feature["geometry"]["coordinates"]
        for ring in part
        for point in ring
    ]
    assert drawn
    assert set(drawn) <= sent


def test_a_rate_is_drawn_where_rates_are_asked_for(open_page: Open, demo_root: Path) -> None:
    app = open_page(demo_root, "places", role="home", show="rate")
    assert "for each 10,000 who live there" in words_of(app)
    assert all(
        "for each 10,000" in one["properties"]["said"] for one in deck_of(app)["areas"]["data"]["features"]
    )


def test_each_name_of_the_table_leads_to_its_area_with_the_filters_kept(
    open_page: Open, demo_root: Path
) -> None:
    app = open_page(demo_root, "places", role="found", level="below", period="2026-Q1")
    tables = "".join(tables_of(app))
    for kept in ("role=found", "level=below", "area=X07000001", "period=2026-Q1"):
        assert kept in tables


@pytest.mark.parametrize(("role", "layer"), LAYERS)
def test_a_layer_is_sent_in_fewer_than_150_kb(
    open_page: Open, demo_root: Path, role: str, layer: str
) -> None:
    (one,) = open_page(demo_root, "places", role=role, layer=layer, level="smallest").get(
        "deck_gl_json_chart"
    )
    assert len(one.proto.json.encode()) < 150_000


@pytest.mark.parametrize("mark", ["behind_out", "out"])
def test_what_stands_out_is_outlined_and_is_what_the_table_says(
    open_page: Open, demo_root: Path, mark: str
) -> None:
    app = open_page(demo_root, "places", role="found", level="smallest")
    table = next(one for one in tables_of(app) if "Stands out</th>" in one and "By quarter" not in one)
    assert len(deck_of(app)[mark]["data"]) == table.count("<td>Yes</td>") > 0
    assert "At most about one in twenty" in words_of(app)


@pytest.mark.parametrize("forged", ["X26' or 1=1 --", "", "everything"])
def test_a_layer_or_level_that_is_not_offered_is_the_usual_one(
    open_page: Open, demo_root: Path, forged: str
) -> None:
    said = words_of(open_page(demo_root, "places", role="exploited", layer=forged, level=forged))
    assert "Where children were exploited" in said


@pytest.mark.parametrize(
    ("role", "whom", "said"),
    [
        ("found", "age_group:14-15", "Where missing children were found (age: 14 to 15)"),
        ("missing_from", "place:school", "Where children went missing from (missing from: school)"),
        ("host", "kind:away", "Where children who were away without authorisation were placed"),
        ("exploited", "place_group:park", "moved to (place: park)"),
    ],
)
def test_a_map_of_some_children_says_of_whom_and_its_links_keep_them(
    open_page: Open, demo_root: Path, role: str, whom: str, said: str
) -> None:
    app = open_page(demo_root, "places", role=role, layer="any", whom=whom)
    assert said in words_of(app)
    assert f"whom={whom.replace(':', '%3A')}" in "".join(tables_of(app))


@pytest.mark.parametrize(
    "forged", ["gender:female' --", "ethnic_group:asian", "happened:exploitation", "a:b:c"]
)
@pytest.mark.parametrize("role", ["found", "exploited"])
def test_whom_is_not_what_is_not_offered(open_page: Open, demo_root: Path, role: str, forged: str) -> None:
    app = open_page(demo_root, "places", role=role, layer="exploitation", whom=forged)
    said = words_of(app)
    assert "Where missing children were found " in said or "Where children were exploited " in said
    assert "whom" not in app.query_params


def test_in_protected_mode_what_happened_is_told_of_all_children(open_page: Open, demo_root: Path) -> None:
    address = {"role": "exploited", "layer": "exploitation", "whom": "gender:female"}
    assert "choose ‘Any of these’" in words_of(open_page(demo_root, "places", **address))
    exact = open_page(demo_root, "places", "exact", **address)
    assert "Where children were exploited (gender: female)" in words_of(exact)


def quarter_of(app: AppTest) -> str:
    (one,) = [one.proto.body for one in app.get("html") if "aria-live" in one.proto.body]
    return one.partition(">")[2].partition("<")[0]


def press(app: AppTest, words: str) -> None:
    next(button for button in app.button if button.label == words).click().run()


def test_the_map_steps_through_the_quarters_of_its_table(open_page: Open, demo_root: Path) -> None:
    app = open_page(demo_root, "places", role="found", time="quarters")
    headings = "".join(tables_of(app))
    seen = [quarter_of(app)]
    while not next(button for button in app.button if button.label == "Previous quarter").disabled:
        press(app, "Previous quarter")
        seen.append(quarter_of(app))
    assert len(seen) == len(set(seen)) == headings.count("Children, ")
    press(app, "Next quarter")
    assert quarter_of(app) == seen[-2]


def test_a_quarter_sends_the_numbers_of_its_column_alone(open_page: Open, demo_root: Path) -> None:
    app = open_page(demo_root, "places", role="found", time="quarters")
    press(app, "Previous quarter")
    (table,) = tables_of(app)
    headings = [name for name, _ in html_count_cells(table)]
    column = list(dict.fromkeys(headings))[-2]
    printed = [cell for name, cell in html_count_cells(table) if name == column]
    said = [one["properties"]["said"] for one in deck_of(app)["areas"]["data"]["features"]]
    assert [one.removesuffix(" children") for one in said] == printed
    assert all(map(may_be_shown, printed))


def test_playing_starts_at_the_first_quarter_and_ends_at_the_last(open_page: Open, demo_root: Path) -> None:
    app = open_page(demo_root, "places", role="found", time="quarters")
    last = quarter_of(app)
    press(app, "Play")
    seen = [quarter_of(app)]
    while any(button.label == "Pause" for button in app.button) and len(seen) < 20:
        app.run()
        seen.append(quarter_of(app))
    quarters = list(dict.fromkeys(seen))
    assert quarters[-1] == last
    assert len(quarters) == 8
    assert [button.label for button in app.button if button.label == "Play"]


def test_near_repeats_are_offered_in_exact_mode_alone(open_page: Open, demo_root: Path) -> None:
    exact = open_page(
        demo_root, "places", "exact", role="found", time="near", since="2025-10-01", until="2026-09-30"
    )
    assert "No sign that events follow on one another more than by chance" in words_of(exact)
    protected = open_page(demo_root, "places", role="found", time="near")
    assert "Near-repeats" not in [option for group in protected.button_group for option in group.options]
    assert "Where missing children were found" in words_of(protected)


@pytest.mark.parametrize(("role", "layer"), LAYERS)
@pytest.mark.parametrize("area", ["X26", "X10000001", "X05000003"])
def test_the_hours_at_each_kind_of_place_are_shown_of_every_layer(
    open_page: Open, demo_root: Path, role: str, layer: str, area: str
) -> None:
    app = open_page(demo_root, "places", role=role, layer=layer, time="hours", area=area)
    said = words_of(app)
    assert "and when" in said
    assert "not recorded." in said
    assert ("two breakdowns at once" in said) == (area != "X26")


def test_the_hours_are_offered_of_the_dates_chosen_in_exact_mode(open_page: Open, demo_root: Path) -> None:
    app = open_page(
        demo_root, "places", "exact", role="found", time="hours", since="2025-10-01", until="2025-10-31"
    )
    assert "Children by local hour found" in words_of(app)
    assert "This chart needs a year" not in words_of(app)


def test_pages_say_which_places_are_left_out_of_wards(
    open_page: Open, load_drawn: Callable[..., Path]
) -> None:
    mark = '[[marked_cells]]\ncell = "891951ca4b7ffff"\nreason = "police_station"\n'
    root = load_drawn(ONE, MANIFEST + mark, AREAS + "N3,Mill,ward,N2,900\n")
    said = "1 police station that an agency has marked counts in its district, not in a ward"
    found = open_page(root, "places", role="found", period="2025-Q1")
    assert words_of(found).count(said) == 2  # under the filters, and under the map
    assert said in words_of(open_page(root, "missing", role="missing_from", period="2025-Q1"))
    assert said not in words_of(open_page(root, "missing", role="home", period="2025-Q1"))


def test_analysts_see_cells_and_each_leads_to_its_ward(open_page: Open, demo_root: Path) -> None:
    dates = {"since": "2025-10-01", "until": "2026-09-30"}
    app = open_page(demo_root, "places", "exact", role="found", level="cells", **dates)
    features = deck_of(app)["areas"]["data"]["features"]
    for feature in features:
        drawn = {tuple(point) for point in feature["geometry"]["coordinates"][0][0]}
        boundary = h3.cell_to_boundary(feature["properties"]["area"])
        assert drawn == {(round(east, 5), round(north, 5)) for north, east in boundary}
    table = max(tables_of(app), key=len)
    assert table.count("<tr") == len(features) + 1
    assert "area=X05" in table
    assert features[0]["properties"]["area"] not in table


def test_no_meeting_sees_cells(open_page: Open, demo_root: Path) -> None:
    app = open_page(demo_root, "places", role="found", level="cells")
    assert "Cells" not in [option for group in app.button_group for option in group.options]
    features = deck_of(app)["areas"]["data"]["features"]
    assert all(feature["properties"]["area"].startswith("X") for feature in features)
