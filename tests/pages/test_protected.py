"""What a protected page sends, in every part and as tables: shown values only, the same on every route."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from html import escape
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from answers.scope import Scope
from answers.source import open_source
from answers.view import View, found
from pages.frame.table import csv_of, html_table, printed_rows
from tests.answers.builders import Build, builders
from tests.browser.payload import html_count_cells, may_be_shown
from tests.pages.conftest import Open

PARTS = [
    ("missing", part)
    for part in ("overview", "areas", "who", "care", "time", "length", "return", "recording")
]
PARTS += [("interviews", part) for part in ("overview", "offered", "said", "waiting")]
PARTS += [("children", part) for part in ("overview", "who", "found", "life", "where", "signs")]
PARTS += [("offenders", part) for part in ("overview", "history", "background", "done")]
PARTS += [("services", part) for part in ("need", "waits", "reached", "found")]
PARTS += [("disruption", part) for part in ("overview", "live", "outcomes")]
PARTS += [("pathways", part) for part in ("way", "assessed", "sources")]
PARTS += [("quality", part) for part in ("fields", "values")]
PARTS += [("groups", ""), ("journeys", "")]
SMALL = ["X07000001", "X05000003", "unknown"]
BUILDERS = [build for build in builders() if ".briefing." not in build.__module__]


def tables(app: AppTest) -> Iterator[str]:
    yield from (one.proto.body for one in app.get("html") if "<table" in one.proto.body)


def as_tables(app: AppTest) -> AppTest:
    """Every finding of the page as a table."""
    switches: Any = app.button_group
    for switch in switches:
        if switch.options == ["Chart", "Table"]:
            switch.set_value("Table")
    return app.run()


@pytest.mark.parametrize("area", SMALL)
@pytest.mark.parametrize(("page", "part"), PARTS)
def test_every_count_of_every_table_has_passed_the_rule(
    open_page: Open, demo_root: Path, page: str, part: str, area: str
) -> None:
    app = as_tables(open_page(demo_root, page, area=area, section=part))
    cells = [cell for body in tables(app) for cell in html_count_cells(body)]
    assert cells
    assert not [cell for cell in cells if not may_be_shown(cell[1])]


@pytest.mark.parametrize(("page", "part"), PARTS)
def test_a_chart_holds_no_number_that_its_table_does_not(
    open_page: Open, demo_root: Path, page: str, part: str
) -> None:
    """No hover, no hidden data: a trace holds places, drawn lengths and printed words only."""
    app = open_page(demo_root, page, area="X05000003", section=part)
    specs = [json.loads(one.proto.json)["figure"] for one in app.get("bidi_component")]
    for spec in specs:
        for trace in spec["data"]:
            assert not {"customdata", "hovertext", "hovertemplate", "text", "meta", "ids"} & set(trace)
            assert trace.get("hoverinfo", "skip") == "skip"
    assert specs


@pytest.mark.parametrize("build", BUILDERS, ids=lambda build: build.__name__)
def test_a_number_is_one_string_on_screen_and_in_the_file(demo_root: Path, build: Build) -> None:
    source = open_source("protected", demo_root)
    quarter = [period for period in source.periods if period.kind == "quarter"][-1]
    finding = found(build, View(source, Scope("X07000001", "home", quarter)))
    headings, rows, words = printed_rows(finding)
    html = html_table(headings, rows, words, finding.title)
    _, *read = csv.reader(StringIO(csv_of(finding, "said")))
    assert read == [headings, *rows]
    assert all(f">{escape(cell)}<" in html for row in rows for cell in row if "’" not in cell)
    source.close()
