"""A stopwatch inside the browser: from the key or click that chooses to the last mark painted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack

from playwright.sync_api import Browser, Locator

from tests.browser.server import Server
from tests.browser.visit import Visit

# Starts at Enter or a click; ends at the last change of the page, or call to draw on a map, before 400 quiet
# milliseconds, once anything was drawn anew.
CLOCK = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  const clock = {start: 0, last: 0, ran: false, result: null};
  window.sightlineClock = clock;
  const begin = event => {
    if (!clock.start && (event.type === 'click' || event.key === 'Enter')) clock.start = clock.last = performance.now();
  };
  for (const kind of ['keydown', 'click']) document.addEventListener(kind, begin, {capture: true, once: true});
  const map = WebGL2RenderingContext.prototype;
  for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced']) {
    const draw = map[name].plain ?? map[name];
    map[name] = function (...all) { clock.last = performance.now(); return draw.apply(this, all); };
    map[name].plain = draw;
  }
  const drawn = change => {
    const box = change.target.nodeType === 1 ? change.target : change.target.parentElement;
    return box && box.closest('[data-testid="stMainBlockContainer"]') && !box.closest('[data-testid="stSelectbox"]');
  };
  const look = new MutationObserver(changes => {
    if (!clock.start) return;
    if (changes.some(drawn)) clock.ran = true;
    clock.last = performance.now();
  });
  look.observe(app, {subtree: true, childList: true, characterData: true, attributes: true});
  const timer = setInterval(() => {
    const idle = app.dataset.testScriptState === 'notRunning'
      && !document.querySelector('[data-stale="true"]');
    if (clock.ran && idle && performance.now() - clock.last > 400) {
      clearInterval(timer); look.disconnect();
      requestAnimationFrame(() => { clock.result = clock.last - clock.start; });
    }
  }, 10);
}"""


def area_box(visit: Visit) -> Locator:
    """The field in which the area is chosen."""
    return visit.page.locator("[data-testid='stSelectbox'] input[aria-label='Area']")


def change_area(visit: Visit) -> float:
    """Chooses the next area by keyboard; seconds from Enter to the last mark painted."""
    area_box(visit).focus()
    visit.page.keyboard.press("ArrowDown")
    visit.page.wait_for_timeout(200)
    visit.page.evaluate(CLOCK)
    visit.page.keyboard.press("Enter")
    done = visit.page.wait_for_function("() => window.sightlineClock.result", polling=50)
    return float(done.json_value()) / 1000


def change_layer(visit: Visit) -> float:
    """Chooses the next layer of the map by a click; seconds from the click to the last mark painted."""
    layers = visit.page.locator("[aria-label='What the map shows'] [role='radio']")
    count = layers.count()
    chosen = next(at for at in range(count) if layers.nth(at).get_attribute("aria-checked") == "true")
    visit.page.evaluate(CLOCK)
    layers.nth((chosen + 1) % count).click()
    done = visit.page.wait_for_function("() => window.sightlineClock.result", polling=50)
    return float(done.json_value()) / 1000


def changes(
    browser: Browser, pages: Sequence[tuple[Server, str, Callable[[Visit], float]]], times: int
) -> list[list[float]]:
    """For each page the seconds of so many changes, after two that warm its server.

    The pages take turns, so that a machine that is slower for a while is slower for all of them.
    """
    with ExitStack() as held:
        visits = [
            (held.enter_context(Visit(browser, server)).open(path), change) for server, path, change in pages
        ]
        turns = [[change(visit) for visit, change in visits] for _ in range(times + 2)][2:]
    return [list(seconds) for seconds in zip(*turns, strict=True)]
