"""The page of tables: its address is the table, and whatever an address asks for, only what is held is shown."""

from __future__ import annotations

import csv
from html import unescape
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from answers.cautions import ETHNICITY
from pages.frame.choices import LONGEST, plain
from tests.app import dashboard
from tests.browser.payload import Tables, html_count_cells, may_be_shown
from tests.pages.conftest import Open, words_of

MODES = ["protected", "exact"]
FORGED: list[dict[str, str]] = [
    {"count": "x'; drop table children --"},
    {"count": "victims", "rows": "child", "columns": "record_key"},
    {"count": "victims", "rows": "living", "columns": "nationality", "area": "X05000003"},
    {"count": "victims", "rows": "gender", "columns": "gender"},
    {"count": "groups", "rows": "size"},
    {"count": "missing", "rows": "areas", "columns": "quarters", "number": "child_key"},
    {"count": "exploited_and_missing", "rows": "together", "columns": "quarters"},
    {"table": "CEOP14"},
    {"table": "CEOP4", "area": "X05000003"},
    {"table": "CEOP11", "count": "victims"},
]


def chosen(app: AppTest) -> dict[str, str]:
    return {box.label: str(box.value) for box in app.selectbox}


def pick(app: AppTest, label: str, value: str) -> AppTest:
    next(box for box in app.selectbox if box.label == label).select(value)
    return app.run()


def printed(app: AppTest) -> list[list[list[str]]]:
    """Every table of the page: rows of cells."""
    parser = Tables()
    for element in app.get("html"):
        parser.feed(element.proto.body)
    return parser.tables


def titles(app: AppTest) -> list[str]:
    bodies = [element.proto.body for element in app.get("html")]
    return [unescape(body.split("<h2>")[1].split("</h2>")[0]) for body in bodies if "<h2>" in body]


@pytest.mark.parametrize("mode", MODES)
def test_an_address_is_a_table_with_its_name(open_page: Open, demo_root: Path, mode: str) -> None:
    address = {
        "count": "victims",
        "rows": "gender",
        "columns": "harm",
        "name": "For the board",
        "area": "all",
    }
    app = open_page(demo_root, "tables", mode, **address)
    assert titles(app) == ["For the board"]
    (table,) = printed(app)
    assert table[0][0] == "Gender as recorded"
    assert table[0][-1] == table[-1][0] == "All"
    assert {name: app.query_params[name] for name in ("count", "columns", "name")} == {
        name: address[name] for name in ("count", "columns", "name")
    }
    said = words_of(app)
    for part in (
        "All areas, by home area",
        "July to September 2026",
        "Version",
        "At risk is never counted as harmed",
    ):
        assert part in said


def test_the_bar_offers_every_role_and_one_that_the_question_has_not_is_replaced_with_a_word(
    open_page: Open, demo_root: Path
) -> None:
    victims = open_page(demo_root, "tables", count="victims", role="exploited")
    assert "by area where exploited" in words_of(victims)
    missing = open_page(demo_root, "tables", count="missing", role="exploited")
    assert "the role chosen above is not recorded for this" in words_of(missing)


def test_a_choice_is_written_into_the_address(open_page: Open, demo_root: Path) -> None:
    app = open_page(demo_root, "tables")
    pick(app, "What to count (type to search)", "missing_by_harm")
    pick(app, "Columns", "quarters")
    pick(app, "In the cells", "episodes")
    app.text_input[0].set_value("Harm, quarter by quarter").run()
    own = {
        "count": "missing_by_harm",
        "columns": "quarters",
        "number": "episodes",
        "name": "Harm, quarter by quarter",
    }
    assert {name: app.query_params[name] for name in own} == own
    assert titles(app) == ["Harm, quarter by quarter"]
    pick(app, "What to count (type to search)", "victims")
    assert "columns" not in app.query_params
    assert "not held" not in words_of(app)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("address", FORGED, ids=lambda one: " ".join(one.values()))
def test_a_forged_address_shows_only_what_is_held(
    open_page: Open, demo_root: Path, mode: str, address: dict[str, str]
) -> None:
    app = open_page(demo_root, "tables", mode, **address)
    assert titles(app)
    if mode == "protected":
        tables = [element.proto.body for element in app.get("html") if "<table" in element.proto.body]
        assert not [cell for body in tables for cell in html_count_cells(body) if not may_be_shown(cell[1])]


@pytest.mark.parametrize(
    ("address", "label"),
    [
        ({"count": "nonsense"}, "What to count"),
        ({"count": "victims", "rows": "child"}, "Rows"),
        ({"count": "victims", "columns": "gender"}, "Columns"),
        ({"table": "CEOP14"}, "Start from"),
    ],
)
def test_what_is_not_held_snaps_with_a_word(
    open_page: Open, demo_root: Path, address: dict[str, str], label: str
) -> None:
    said = words_of(open_page(demo_root, "tables", **address))
    assert f"{label}" in said
    assert "what was asked for is not held here" in said


def test_a_pair_off_the_lattice_is_explained_and_all_areas_are_one_click_away(
    open_page: Open, demo_root: Path
) -> None:
    pair = {"count": "victims", "rows": "gender", "columns": "harm"}
    app = open_page(demo_root, "tables", area="X05000003", **pair)
    assert "held for all areas together only" in words_of(app)
    assert chosen(app)["Columns"] == "numbers"
    next(button for button in app.button if button.label == "Count all areas together").click().run()
    assert chosen(app)["Area"] == "all"
    pick(app, "Columns", "harm")
    assert printed(app)[0][0][-1] == "All"


def test_groups_side_by_side_are_for_all_areas_and_stand_under_the_caution(
    open_page: Open, demo_root: Path
) -> None:
    app = open_page(demo_root, "tables", table="CEOP4", area="X05000003")
    assert "held for all areas together only" in words_of(app)
    assert not printed(app)
    app = next(button for button in app.button if button.label == "Count all areas together").click().run()
    said = words_of(app)
    assert said.index("Read with caution.") < said.index("White British")
    assert ETHNICITY.split(". ", 1)[1] in said
    assert app.query_params["table"] == "CEOP4"


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("<script>alert(1)</script>", "scriptalert(1)/script"),
        ("<b>Board</b> & 'friends'", "bBoard/b & 'friends'"),
        ("a\u202eb\x00c\nd", "abc d"),
        ("Llanrŵst: ŷ", "Llanrŵst: ŷ"),
        ("x" * 300, "x" * LONGEST),
    ],
)
def test_a_name_is_plain_text_of_at_most_sixty_characters(
    open_page: Open, demo_root: Path, asked: str, shown: str
) -> None:
    assert plain(asked) == shown
    app = open_page(demo_root, "tables", name=asked)
    assert titles(app) == [shown]
    assert app.query_params["name"] == shown
    assert not [one for one in app.get("html") if "<script" in one.proto.body or "<b>B" in one.proto.body]


def test_a_forged_widget_state_is_replaced(demo_root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIGHTLINE_DATA", str(demo_root))
    monkeypatch.setenv("MODE", "protected")
    app = dashboard().run()
    app.switch_page("pages/tables.py")
    forged: dict[str, Any] = {
        "own_table_": "CEOP99",
        "own_count_": "groups",
        "own_rows_groups": "size",
        "own_columns_groups": "composition",
        "own_title": "<i>x</i>",
    }
    for name, value in forged.items():
        app.session_state[name] = value
    app.run()
    assert not app.exception
    assert chosen(app)["Rows"] == "size_band"
    assert chosen(app)["Columns"] == "numbers"
    assert titles(app) == ["ix/i"]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    "address", [{"count": "missing_by_harm"}, {"table": "CEOP4", "area": "all"}], ids=str
)
def test_what_is_copied_is_what_is_on_screen(
    open_page: Open, demo_root: Path, mode: str, address: dict[str, str]
) -> None:
    app = open_page(demo_root, "tables", mode, **address)
    read = list(csv.reader(StringIO(app.code[0].value), delimiter="\t"))
    (table,) = printed(app)
    assert read[-len(table) :] == table
    assert ("CONTAINS SMALL NUMBERS" if mode == "exact" else "protected") in read[0][0]
    assert ([ETHNICITY] in read) == ("table" in address)


@pytest.mark.parametrize("mode", MODES)
def test_benchmarks_open_with_their_reasons(open_page: Open, demo_root: Path, mode: str) -> None:
    app = open_page(demo_root, "benchmarks", mode)
    (table,) = printed(app)
    assert table[0][0] == "Measure"
    assert all(len(row) == len(table[0]) and row[-1] for row in table)
