"""Little data, no data, refused data: each has a page that says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from answers.cube import build_cube
from answers.source import current_version
from data.load import Refused, load
from tests.pages.conftest import ONE, Open, words_of

PAGES = [
    "",
    "missing",
    "interviews",
    "services",
    "disruption",
    "pathways",
    "board",
    "places",
    "journeys",
    "children",
    "offenders",
    "groups",
    "loading",
    "quality",
    "definitions",
    "tables",
    "benchmarks",
]
SERVICE_SECTIONS = {
    "need": "services",
    "open": "services",
    "waits": "referrals",
    "reached": "referrals",
    "found": "victims",
}
DISRUPTION_SECTIONS = {"overview": "disruptions", "live": "disruptions", "outcomes": "cases"}
PATHWAY_SECTIONS = {"way": "referrals", "assessed": "assessments", "sources": "referrals"}
QUALITY_SECTIONS = ["gaps", "fields", "agencies", "values"]
INTERVIEW_SECTIONS = ["overview", "offered", "said", "waiting"]
SECTIONS = ["overview", "areas", "who", "care", "time", "length", "return", "recording"]
LoadDrawn = Callable[..., Path]


def test_without_data_the_dashboard_says_how_to_load_some(open_page: Open, tmp_path: Path) -> None:
    said = words_of(open_page(tmp_path))
    assert "No data has been loaded yet" in said
    assert "python -m data load" in said


@pytest.mark.parametrize("mode", ["protected", "exact"])
@pytest.mark.parametrize("page", PAGES)
def test_one_row_opens_every_page(open_page: Open, one_row: Path, page: str, mode: str) -> None:
    said = words_of(open_page(one_row, page, mode, period="2025-Q1"))
    assert "Northshire" in said
    assert "nan" not in said
    assert "None" not in said.split()


@pytest.mark.parametrize("section", SECTIONS)
def test_one_row_opens_every_part_of_missing(open_page: Open, one_row: Path, section: str) -> None:
    said = words_of(open_page(one_row, "missing", period="2025-Q1", section=section))
    assert "nan" not in said
    assert "None" not in said.split()


@pytest.mark.parametrize("section", QUALITY_SECTIONS)
def test_one_row_opens_every_part_of_data_quality(open_page: Open, one_row: Path, section: str) -> None:
    said = words_of(open_page(one_row, "quality", period="2025-Q1", section=section))
    assert "nan" not in said
    assert "None" not in said.split()


def test_a_meeting_is_not_told_of_one_child(open_page: Open, one_row: Path) -> None:
    said = words_of(open_page(one_row, "missing", period="2025-Q1"))
    assert "1 missing episode" not in said
    assert "withheld" in said


def test_a_table_that_nobody_sent_is_asked_for_with_its_columns(open_page: Open, one_row: Path) -> None:
    app = open_page(one_row, "missing", period="2025-Q1", section="care")
    said = words_of(app)
    assert "No agency has sent the table ‘care_episodes’ yet" in said
    assert "child_ref, started_on" in said
    assert "Download the blank template" in [button.proto.label for button in app.get("download_button")]


def test_without_children_or_residents_which_went_missing_asks_for_each_table_once(
    open_page: Open, one_row: Path
) -> None:
    app = open_page(one_row, "missing", period="2025-Q1", section="who", role="missing_from")
    said = words_of(app)
    for table, columns in (("children", "child_ref"), ("population", "area_code, year, age_band")):
        assert said.count(f"No agency has sent the table ‘{table}’ yet") == 1
        assert columns in said
    assert "Rates by gender, age and ethnic group are by home area" in said
    assert not app.get("bidi_component")


@pytest.mark.parametrize("section", INTERVIEW_SECTIONS)
def test_without_return_interviews_each_part_says_what_to_send(
    open_page: Open, one_row: Path, section: str
) -> None:
    app = open_page(one_row, "interviews", period="2025-Q1", section=section)
    said = words_of(app)
    assert "No agency has sent the table ‘return_interviews’ yet" in said
    assert "interview_ref, child_ref, offered" in said
    assert "Children's services or the voluntary service that holds them" in said
    assert "Download the blank template" in [button.proto.label for button in app.get("download_button")]
    assert not app.get("bidi_component")


@pytest.mark.parametrize(("section", "table"), SERVICE_SECTIONS.items())
def test_without_services_each_part_says_what_to_send(
    open_page: Open, one_row: Path, section: str, table: str
) -> None:
    app = open_page(one_row, "services", period="2025-Q1", section=section)
    said = words_of(app)
    assert f"No agency has sent the table ‘{table}’ yet" in said
    assert "Columns needed" in said
    assert "None" not in said.split()
    assert "Download the blank template" in [button.proto.label for button in app.get("download_button")]
    assert not app.get("bidi_component")


@pytest.mark.parametrize(("section", "table"), DISRUPTION_SECTIONS.items())
def test_without_acts_or_outcomes_each_part_says_what_to_send(
    open_page: Open, one_row: Path, section: str, table: str
) -> None:
    app = open_page(one_row, "disruption", period="2025-Q1", section=section)
    said = words_of(app)
    assert f"No agency has sent the table ‘{table}’ yet" in said
    assert "Download the blank template" in [button.proto.label for button in app.get("download_button")]
    assert not app.get("bidi_component")


@pytest.mark.parametrize(("section", "table"), PATHWAY_SECTIONS.items())
def test_without_referrals_or_assessments_each_part_says_what_to_send(
    open_page: Open, one_row: Path, section: str, table: str
) -> None:
    app = open_page(one_row, "pathways", period="2025-Q1", section=section)
    said = words_of(app)
    assert f"No agency has sent the table ‘{table}’ yet" in said
    assert "Download the blank template" in [button.proto.label for button in app.get("download_button")]
    assert not app.get("bidi_component")


def test_without_arrangements_the_board_says_what_to_send(open_page: Open, one_row: Path) -> None:
    app = open_page(one_row, "board", period="2025-Q1")
    said = words_of(app)
    assert "No agency has sent the table ‘partnership’ yet" in said
    assert "area_code, as_at, sub_group" in said
    assert "Download the blank template" in [button.proto.label for button in app.get("download_button")]


def test_an_area_without_episodes_is_a_true_zero(open_page: Open, one_row: Path) -> None:
    said = words_of(open_page(one_row, "missing", "exact", period="2024-Q2"))
    assert "A true zero: the records were looked at, and there are none." in said


def test_data_short_of_a_quarter_says_so(open_page: Open, load_drawn: LoadDrawn) -> None:
    manifest = (
        'agency = "northshire_police"\nagency_type = "police"\nas_at = "2025-02-27"\nperiod_start = "2025-02-01"\n'
        'period_end = "2025-02-26"\nschema_version = "1"\nmarking = "OFFICIAL"\npseudonym_key_id = "k1"\n'
    )
    root = load_drawn(ONE, manifest)
    assert "no complete quarter yet" in words_of(open_page(root))
    assert "1 February 2025" in words_of(open_page(root, mode="exact"))


def test_after_a_refused_load_the_last_good_data_is_shown_and_what_to_mend(
    open_page: Open, load_drawn: LoadDrawn, tmp_path: Path
) -> None:
    root = load_drawn(ONE)
    version = (root / "CURRENT").read_text().strip()
    broken = tmp_path / "northshire_police"
    (broken / "missing_episodes.csv").write_text(
        ONE.replace("missing,2025", "vanished,2025"), encoding="utf-8"
    )
    with pytest.raises(Refused):
        load([broken], root, build_cube)
    said = words_of(open_page(root, "loading"))
    assert "was refused; nothing was changed" in said
    assert f"still those of version {version}" in said
    assert "vanished" not in said


def test_without_outlines_the_places_are_a_table_and_the_page_says_what_to_send(
    open_page: Open, one_row: Path
) -> None:
    app = open_page(one_row, "places", "exact", period="2025-Q1", role="missing_from")
    assert "Send areas.geojson beside the table areas" in words_of(app)
    assert "Lowmoor" in words_of(app)
    assert not app.get("deck_gl_json_chart")


def test_data_no_longer_in_service_is_let_go(open_page: Open, load_drawn: LoadDrawn) -> None:
    """Two newer versions have been shown: the first is neither kept nor set apart, and may be opened in any way."""
    root = load_drawn(ONE)
    open_page(root)
    first = root / "versions" / current_version(root) / "cube.duckdb"
    with pytest.raises(duckdb.ConnectionException), duckdb.connect(str(first), read_only=True):
        pass
    for row in ("2025-02-04T21:10", "2025-02-05T21:10"):
        open_page(load_drawn(ONE.replace("2025-02-03T21:10", row)))
    with duckdb.connect(str(first), read_only=True) as again:
        assert again.sql("select count(*) from areas").fetchall() == [(2,)]
