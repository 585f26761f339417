"""The filters live in the address: they survive a reload, Back, and a change of page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator

from tests.browser.pages import MODES, address, front, stems
from tests.browser.server import Server
from tests.browser.visit import Visit

Serve = Callable[[str], Server]
ELSEWHERE = [stem for stem in stems() if stem != front()][:1]


def choice(visit: Visit, label: str) -> Locator:
    """The field of the filter bar with this label."""
    return visit.page.locator(f"[data-testid='stSelectbox'] input[aria-label='{label}']")


def chosen(visit: Visit, label: str) -> str:
    """What the field says."""
    return choice(visit, label).input_value()


def choose_next(visit: Visit, label: str, steps: int = 1) -> None:
    """Picks a later entry of a select box, by keyboard alone."""
    choice(visit, label).focus()
    visit.page.keyboard.press("ArrowDown")
    for _ in range(steps):
        visit.page.keyboard.press("ArrowDown")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_timeout(300)
    visit.settle()


@pytest.mark.parametrize("mode", MODES)
def test_a_choice_survives_a_reload(browser: Browser, server: Serve, mode: str) -> None:
    with Visit(browser, server(mode)) as visit:
        visit.open(address(front()))
        choose_next(visit, "Area")
        query, area = visit.query(), chosen(visit, "Area")
        assert query
        visit.page.reload(wait_until="commit")
        visit.settle()
        assert (visit.query(), chosen(visit, "Area")) == (query, area)


def go_to(visit: Visit, stem: str) -> None:
    """Follows the menu to a page, opening the part of the menu that holds it."""
    link = visit.page.locator(f"a[href*='/{stem}']").first
    if not link.is_visible():
        for part in visit.page.get_by_test_id("stTopNavSection").all():
            part.click()
            if link.is_visible():
                break
    link.click()
    visit.page.wait_for_url(f"**/{stem}*")
    visit.page.wait_for_timeout(300)
    visit.settle()


@pytest.mark.parametrize("stem", ELSEWHERE)
def test_a_choice_survives_a_change_of_page_and_back(browser: Browser, server: Serve, stem: str) -> None:
    with Visit(browser, server("protected")) as visit:
        visit.open(address(front()))
        choose_next(visit, "Area")
        query, area = visit.query(), chosen(visit, "Area")
        go_to(visit, stem)
        assert chosen(visit, "Area") == area
        visit.page.go_back(wait_until="commit")
        visit.page.wait_for_timeout(500)
        visit.settle()
        assert (visit.query(), chosen(visit, "Area")) == (query, area)


@pytest.mark.parametrize("mode", MODES)
def test_an_unknown_choice_in_the_address_is_no_error(browser: Browser, server: Serve, mode: str) -> None:
    with Visit(browser, server(mode)) as visit:
        visit.open(address(front()), "area=NOWHERE&period=1066-Q4")
        assert visit.page.locator("[data-testid='stException']").count() == 0
        assert server(mode).version in visit.text()
