"""Every page, in both modes, as a reader meets it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import payload
from tests.browser.pages import MODES, address, front, stems
from tests.browser.server import Server
from tests.browser.visit import Visit

Serve = Callable[[str], Server]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("stem", stems())
def test_a_page_opens_without_an_error_or_a_stranger(
    browser: Browser, server: Serve, stem: str, mode: str
) -> None:
    with Visit(browser, server(mode)) as visit:
        text = visit.open(address(stem)).text()
        assert not visit.errors
        assert not visit.strangers()
        assert visit.page.locator("[data-testid='stException']").count() == 0
        assert server(mode).version in text, "the status line names the data version"
        assert mode in text.lower(), "the status line names the mode"


@pytest.mark.parametrize("stem", stems())
def test_the_first_visitors_deep_link_is_served_through_the_dashboard(
    browser: Browser, demo_root: Path, stem: str
) -> None:
    """The front page's own file name is no address: who asks for it is sent to the front, and told so."""
    fresh = Server(demo_root, "protected")
    try:
        with Visit(browser, fresh) as visit:
            assert fresh.version in visit.open(stem).text()
            assert all("Running the app's main page" in error for error in visit.errors if stem == front())
            assert not visit.errors or stem == front()
    finally:
        fresh.stop()


@pytest.fixture(scope="module")
def secrets(demo_extracts: list[Path], demo_root: Path) -> set[bytes]:
    version = (demo_root / "CURRENT").read_text(encoding="utf-8").strip()
    return payload.known_secrets(demo_extracts, demo_root / "versions" / version / "exact.duckdb")


@pytest.mark.parametrize("stem", stems())
def test_a_protected_page_sends_shown_values_only(
    browser: Browser, server: Serve, stem: str, secrets: set[bytes]
) -> None:
    assert secrets
    with Visit(browser, server("protected")) as visit:
        visit.open(address(stem))
        assert not payload.tokens(visit.messages) & secrets
        small = {cell for cell in payload.count_cells(visit.messages) if not payload.may_be_shown(cell[1])}
        assert not small
