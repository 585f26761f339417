"""Pictures of every page at two sizes, for the README and for comparing by eye (`make screens`)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from tests.browser.pages import ROOT, address, stems
from tests.browser.server import Server
from tests.browser.visit import SIZES, Visit

FOLDER = ROOT / "docs" / "screens"
OVERFLOW = """() => Math.max(...[document.documentElement, document.querySelector('[data-testid="stMain"]')]
  .map(box => box.scrollWidth - box.clientWidth))"""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("stem", stems())
def test_a_page_fits_its_window(
    browser: Browser, server: Callable[[str], Server], request: pytest.FixtureRequest, stem: str, size: str
) -> None:
    """Nothing is wider than the window; the picture is kept when asked for, or when there is none yet."""
    picture = FOLDER / f"{stem}-{size}.png"
    with Visit(browser, server("protected"), size) as visit:
        visit.open(address(stem))
        overflow = visit.page.evaluate(OVERFLOW)
        if request.config.getoption("--screens") or not picture.exists():
            FOLDER.mkdir(parents=True, exist_ok=True)
            visit.page.screenshot(path=picture)
        assert overflow <= 0
