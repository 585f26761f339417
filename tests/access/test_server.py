"""What a running server holds open, and what its answers allow a browser to do; seen from outside the process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.request import urlopen

import psutil
from playwright.sync_api import Browser

from tests.browser.pages import address, stems
from tests.browser.server import Server
from tests.browser.visit import Visit

Serve = Callable[[str], Server]


def open_data_files(server: Server) -> set[str]:
    process = psutil.Process(server.process.pid)
    held = [file.path for one in [process, *process.children(recursive=True)] for file in one.open_files()]
    return {Path(path).name for path in held if path.startswith(str(server.data))}


def test_the_protected_server_never_opens_the_exact_file(browser: Browser, server: Serve) -> None:
    protected = server("protected")
    with Visit(browser, protected) as visit:
        for stem in stems():
            visit.open(address(stem))
            assert open_data_files(protected) == {"cube.duckdb"}


def test_the_exact_server_opens_the_exact_file_and_not_the_cube(browser: Browser, server: Serve) -> None:
    exact = server("exact")
    with Visit(browser, exact) as visit:
        visit.open()
        assert open_data_files(exact) == {"exact.duckdb"}


def test_every_answer_shuts_the_browser_in(server: Serve) -> None:
    for path in ("/", "/_stcore/health", "/app/static/mark.svg"):
        with urlopen(server("protected").url + path) as answer:
            policy = answer.headers["content-security-policy"]
            assert "default-src 'self'" in policy
            assert "frame-ancestors 'none'" in policy
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert answer.headers["referrer-policy"] == "no-referrer"
