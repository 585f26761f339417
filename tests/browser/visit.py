"""One reader's window onto a server, and a record of everything that crossed it."""

from __future__ import annotations

import re
from types import TracebackType
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, WebSocket

from tests.browser.server import Server

Scheme = Literal["light", "dark"]
SIZES = {"1366": (1366, 768), "1920": (1920, 1080)}
PATIENCE = 45_000
# Streamlit looks for its server below a deep link's own path first, and then at the root.
PROBE = re.compile(r"/[^/]+/_stcore/(health|host-config)")
LOCAL_SCHEMES = {"data", "blob", "about"}

# True once the script has ended, nothing is stale and every chart has been drawn, three looks in a row.
SETTLED = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  const done = app && app.dataset.testScriptState === 'notRunning'
    && app.dataset.testConnectionState === 'CONNECTED'
    && !document.querySelector('[data-testid="stSkeleton"], [data-stale="true"]')
    && document.querySelector('[data-testid="stMainBlockContainer"]')
    && [...document.querySelectorAll('.stBidiComponent')]
      .every(chart => chart.querySelector('.words'));
  window.sightlineLooks = done ? (window.sightlineLooks || 0) + 1 : 0;
  return window.sightlineLooks >= 3;
}"""
# Remarks of Chromium on a machine without a graphics card; nothing is wrong with the page.
HARMLESS = ("ResizeObserver loop", "GPU stall due to ReadPixels", "WebGL")


class Visit:
    """A window that remembers errors, requests and messages. Use it with `with`."""

    def __init__(
        self, browser: Browser, server: Server, size: str = "1366", scheme: Scheme = "light", **options: Any
    ) -> None:
        width, height = SIZES[size]
        self.server = server
        self.errors: list[str] = []
        self.requests: list[str] = []
        self.messages: list[bytes] = []
        self.context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, locale="en-GB", **options
        )
        self.page: Page = self.context.new_page()
        self._listen()

    def __enter__(self) -> Visit:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.context.close()

    def open(self, path: str = "", query: str = "") -> Visit:
        """Opens one page by its address and waits until it is drawn."""
        self.page.goto(f"{self.server.url}/{path}{'?' + query if query else ''}", wait_until="commit")
        return self.settle()

    def settle(self) -> Visit:
        """Waits until the page is drawn and quiet."""
        self.page.evaluate("window.sightlineLooks = 0")
        self.page.wait_for_function(SETTLED, polling=100, timeout=PATIENCE)
        return self

    def text(self) -> str:
        """Everything that can be read on the page."""
        return self.page.inner_text("body")

    def query(self) -> dict[str, str]:
        """The filters that the address holds."""
        pairs = [pair.partition("=") for pair in urlsplit(self.page.url).query.split("&") if pair]
        return {name: value for name, _, value in pairs}

    def strangers(self) -> list[str]:
        """Every address asked for that is not on this server."""
        own = urlsplit(self.server.url).netloc
        return [
            url
            for url in self.requests
            if urlsplit(url).scheme not in LOCAL_SCHEMES and urlsplit(url).netloc != own
        ]

    def _listen(self) -> None:
        self.context.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("websocket", self._record)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type != "error" or any(words in message.text for words in HARMLESS):
            return
        where = urlsplit(message.location.get("url", "")).path
        if not PROBE.fullmatch(where):
            self.errors.append(f"{message.text} {where}")

    def _record(self, socket: WebSocket) -> None:
        self.requests.append(socket.url)
        socket.on("framereceived", self._keep)

    def _keep(self, payload: bytes | str) -> None:
        self.messages.append(payload if isinstance(payload, bytes) else payload.encode())
