"""Every state of the maps, as a reader meets it: no request leaves the machine, and nothing is sent that is not shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from answers.places.layers import LAYERS
from tests.browser import payload
from tests.browser.server import Server
from tests.browser.visit import Visit

Serve = Callable[[str], Server]
CELL = 15  # letters and digits of the id of an H3 cell; a pseudonym has more


def layer(name: str) -> str:
    return f"places?role={LAYERS[name].role}&layer={name}"


# The usual state of each page is opened by the tests of all pages.
STATES = [
    f"{layer('home')}&whom=kind:away&show=rate",
    f"{layer('host')}&level=below",
    layer("exploitation"),
    f"{layer('any')}&whom=place_group:park",
    f"{layer('found')}&time=quarters",
    "journeys?journey=moved_to&way=arriving",
    f"{layer('found')}&whom=age_group:14-15",
]
OF_ANALYSTS = [
    f"{layer('found')}&time=near",
    f"{layer('exploitation')}&whom=gender:female",
    f"{layer('found')}&level=cells",
]


@pytest.fixture(scope="module")
def secrets(demo_extracts: list[Path], demo_root: Path) -> set[bytes]:
    version = (demo_root / "CURRENT").read_text(encoding="utf-8").strip()
    return payload.known_secrets(demo_extracts, demo_root / "versions" / version / "exact.duckdb")


def go_through(visit: Visit, states: list[str]) -> None:
    """Opens each state, and the last one nearer and farther."""
    for state in states:
        visit.open(*state.split("?"))
        assert not visit.errors, state
        assert visit.page.locator("[data-testid='stException'], [data-testid='stAlert']").count() == 0, state
    for zoom in ("in", "out"):
        visit.page.locator(f".mapboxgl-ctrl-zoom-{zoom}").first.click()
        visit.settle()
    assert not visit.strangers()


def test_no_map_of_a_meeting_asks_another_machine_or_sends_what_is_not_shown(
    browser: Browser, server: Serve, secrets: set[bytes]
) -> None:
    with Visit(browser, server("protected")) as visit:
        go_through(visit, STATES)
        assert not payload.tokens(visit.messages) & secrets
        small = {cell for cell in payload.count_cells(visit.messages) if not payload.may_be_shown(cell[1])}
        assert not small


def test_no_map_of_an_analyst_asks_another_machine_or_sends_a_pseudonym(
    browser: Browser, server: Serve, secrets: set[bytes]
) -> None:
    with Visit(browser, server("exact")) as visit:
        go_through(visit, OF_ANALYSTS)
        sent = payload.tokens(visit.messages) & secrets
        assert {token for token in sent if len(token) != CELL} == set()


def test_who_asks_for_less_motion_steps_through_quarters_by_hand(browser: Browser, server: Serve) -> None:
    with Visit(browser, server("protected"), reduced_motion="reduce") as visit:
        visit.open(*f"{layer('found')}&time=quarters".split("?"))
        assert not visit.page.get_by_role("button", name="Play", exact=True).is_visible()
        shown = visit.page.locator("h3[aria-live]")
        last = shown.inner_text()
        visit.page.get_by_role("button", name="Previous quarter").click()
        visit.settle()
        assert shown.inner_text() != last
        assert visit.page.evaluate("document.getAnimations().length") == 0
