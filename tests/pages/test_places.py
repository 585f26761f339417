"""The map of places: what it sends, what it counts by, and where a click leads."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from answers.source import open_source
from tests.browser.payload import html_count_cells, may_be_shown
from tests.pages.conftest import Open, words_of

LAYERS = [("home", ""), ("missing_from", ""), ("host", ""), ("found", "")]
LAYERS += [("exploited", name) for name in ("recruitment", "exploitation", "moved_to")]


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


@pytest.mark.parametrize("forged", ["X26' or 1=1 --", "", "everything"])
def test_a_layer_or_level_that_is_not_offered_is_the_usual_one(
    open_page: Open, demo_root: Path, forged: str
) -> None:
    said = words_of(open_page(demo_root, "places", role="exploited", layer=forged, level=forged))
    assert "Where children were exploited" in said
