"""What an address asks for: shown where it is held, snapped and explained where it is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.app import DASHBOARD, dashboard
from tests.pages.conftest import Open, words_of


def chosen(app: AppTest) -> dict[str, str]:
    return {box.label: str(box.value) for box in app.selectbox}


def test_the_usual_view_is_the_whole_partnership_in_its_newest_quarter(
    open_page: Open, demo_root: Path
) -> None:
    app = open_page(demo_root)
    assert chosen(app) == {
        "Area": "X26",
        "Counted by": "home",
        "Period": "quarter",
        "Which": "2026-Q3",
        "Compared with": "both",
        "Show": "episodes",
    }
    said = words_of(app)
    for part in (
        "Eldermere, whole county , by home area",
        "July to September 2026",
        "Data to 30 Sep 2026",
        "Protected",
    ):
        assert part in said


def test_an_address_sets_every_filter(open_page: Open, demo_root: Path) -> None:
    app = open_page(
        demo_root, "missing", area="X07000001", role="host", period="2025-26", compare="none", show="rate"
    )
    assert chosen(app) == {
        "Area": "X07000001",
        "Counted by": "host",
        "Period": "financial_year",
        "Which": "2025-26",
        "Compared with": "none",
        "Show": "rate",
    }


def test_a_period_that_is_not_complete_snaps_to_the_nearest_one_and_says_so(
    open_page: Open, demo_root: Path
) -> None:
    app = open_page(demo_root, "missing", period="2026-Q4")
    assert chosen(app)["Which"] == "2026-Q3"
    assert "the nearest complete period to the one asked for" in words_of(app)


def test_a_month_snaps_to_its_quarter_in_protected_mode_only(open_page: Open, demo_root: Path) -> None:
    assert chosen(open_page(demo_root, period="2026-06"))["Which"] == "2026-Q2"
    assert chosen(open_page(demo_root, mode="exact", period="2026-06"))["Which"] == "2026-06"


def test_free_dates_are_for_analysts_only(open_page: Open, demo_root: Path) -> None:
    dates = {"since": "2026-02-03", "until": "2026-02-20"}
    refused, held = open_page(demo_root, **dates), open_page(demo_root, mode="exact", **dates)
    assert "free dates are held in exact mode only" in words_of(refused)
    assert "3 February 2026 to 20 February 2026" not in words_of(refused)
    assert "3 February 2026 to 20 February 2026" in words_of(held)


def test_an_area_that_is_not_in_the_data_is_not_guessed(open_page: Open, demo_root: Path) -> None:
    app = open_page(demo_root, area="X26' or 1=1 --")
    assert chosen(app)["Area"] == "X26"
    assert "the area asked for is not in the data" in words_of(app)


def test_a_forged_widget_state_is_off_the_lattice(demo_root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIGHTLINE_DATA", str(demo_root))
    monkeypatch.setenv("MODE", "protected")
    app = dashboard()
    forged = {
        "area": "X26",
        "role": "found",
        "kind": "month",
        "period": "2026-08",
        "compare": "both",
        "show": "x",
    }
    for name, value in {**forged, "room": False}.items():
        app.session_state[name] = value
    app.run()
    assert not app.exception
    assert chosen(app) | {"Area": "X26"} == {
        "Area": "X26",
        "Counted by": "home",
        "Period": "quarter",
        "Which": "2026-Q3",
        "Compared with": "both",
        "Show": "episodes",
    }


def test_a_change_of_kind_keeps_the_end_of_the_period(open_page: Open, demo_root: Path) -> None:
    app = open_page(demo_root, period="2026-Q2")
    next(box for box in app.selectbox if box.label == "Period").select("financial_year").run()
    assert chosen(app)["Which"] == "2025-26"
    next(box for box in app.selectbox if box.label == "Period").select("rolling_year").run()
    assert chosen(app)["Which"] == "2025-Q2..2026-Q1"


def test_a_choice_is_written_into_the_address_in_codes(open_page: Open, demo_root: Path) -> None:
    app = open_page(demo_root)
    next(box for box in app.selectbox if box.label == "Area").select("X07000001").run()
    assert app.query_params["area"] == "X07000001"
    assert "period" not in app.query_params


def test_room_view_puts_the_filters_behind_one_button(open_page: Open, demo_root: Path) -> None:
    app = open_page(demo_root, room="1")
    assert app.toggle[0].value
    assert len(app.selectbox) == 6


def test_no_page_answers_by_itself() -> None:
    for page in sorted((DASHBOARD.parent / "pages").glob("*.py")):
        app = AppTest.from_file(str(page), default_timeout=30).run()
        assert not app.exception
        assert words_of(app).split() == "This page is part of the dashboard. Open Sightline .".split()


@pytest.mark.parametrize("days", [("1985-01-01", "2011-03-01"), ("2025-01-01", "2039-12-31")])
def test_days_long_before_or_after_the_data_are_an_answer(
    open_page: Open, demo_root: Path, days: tuple[str, str]
) -> None:
    since, until = days
    said = words_of(open_page(demo_root, "groups", "exact", since=since, until=until))
    assert f"{since[:4]} to " in said
