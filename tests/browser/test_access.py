"""Pages for everyone: axe-core's rules in light, dark and room view, and the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.pages import address, stems
from tests.browser.server import Server
from tests.browser.visit import Scheme, Visit

Serve = Callable[[str], Server]
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
VIEWS = [("light", False), ("dark", False), ("light", True)]
KEYS_TO_REACH_A_TABLE = 120
IS_WITHIN = "name => document.activeElement.closest(`[data-testid='${name}']`) !== null"


def open_room_view(visit: Visit) -> None:
    """Turns on the view for projectors with its switch in the filter bar."""
    visit.page.get_by_text("Room view").first.click()
    visit.page.wait_for_timeout(300)
    visit.settle()


def violations(visit: Visit) -> list[str]:
    """What axe finds, as 'rule: first element'."""
    options = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]}
    found: dict[str, Any] = Axe().run(visit.page, options=options).response
    return [
        f"{one['id']} x{len(one['nodes'])}: {one['nodes'][0]['html'][:160]}" for one in found["violations"]
    ]


@pytest.mark.parametrize(("scheme", "room"), VIEWS, ids=["light", "dark", "room"])
@pytest.mark.parametrize("stem", stems())
def test_axe_finds_nothing(browser: Browser, server: Serve, stem: str, scheme: Scheme, room: bool) -> None:
    with Visit(browser, server("protected"), "1920" if room else "1366", scheme) as visit:
        visit.open(address(stem))
        if room:
            open_room_view(visit)
        assert not violations(visit)


@pytest.mark.parametrize(
    "query", ["role=found&level=cells&since=2025-10-01&until=2026-09-30", "role=found&time=hours"]
)
def test_axe_finds_nothing_on_what_analysts_see(browser: Browser, server: Serve, query: str) -> None:
    """Their pages have dates to type, and maps of cells."""
    with Visit(browser, server("exact")) as visit:
        visit.open("places", query)
        assert not violations(visit)


@pytest.mark.parametrize("stem", stems())
def test_the_keyboard_reaches_the_filters_and_the_page(browser: Browser, server: Serve, stem: str) -> None:
    """Filters first, then the page's own controls, with Tab alone and never caught."""
    with Visit(browser, server("protected")) as visit:
        visit.open(address(stem))
        wanted = {"stSelectbox"}
        if visit.page.locator("[data-testid='stButtonGroup']").count():
            wanted.add("stButtonGroup")
        for _ in range(KEYS_TO_REACH_A_TABLE):
            visit.page.keyboard.press("Tab")
            wanted -= {name for name in wanted if visit.page.evaluate(IS_WITHIN, name)}
            if not wanted:
                break
        assert not wanted
