"""In a browser, at the widths that pages give: no word is cut off or lies on another, and Plotly warns of nothing."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from plotly.offline import get_plotlyjs

from charts import areas, bars, control
from charts.frame import CONFIG, Drawing
from charts.tokens import Look, look
from pages.frame.chart import SCRIPT
from tests.charts.conftest import MakeTable
from tests.charts.drawn import DRAWINGS, draw_control

FONT = Path(__file__).parents[2] / "static" / "public-sans-latin-wght-normal.woff2"
HALF, FULL = 600, 1302
HEAD = """<!doctype html><meta charset="utf-8"><style>
@font-face {{ font-family: "Public Sans"; font-weight: 100 900; src: url(data:font/woff2;base64,{font}) }}
body {{ margin: 0 }}</style><body><div id="chart"></div>"""
DRAW = """async ([figure, config, width]) => {
  await Promise.all([400, 700].map(weight => document.fonts.load(`${weight} 16px "Public Sans"`)));
  const chart = document.getElementById('chart');
  chart.style.width = `${width}px`;
  chart.style.height = `${figure.layout.height}px`;
  await window.draw(chart, {figure, config});
}"""
# Texts that leave the chart (Plotly cuts them off) and pairs that lie on one another, each in words.
FAULTS = """() => {
  const chart = document.getElementById('chart'), edge = chart.getBoundingClientRect(), faults = [];
  const texts = [...chart.querySelectorAll('text')].filter(one => one.textContent.trim())
    .map(one => [one.textContent, one.getBoundingClientRect()]).filter(([, box]) => box.width);
  texts.forEach(([words, box], at) => {
    if (box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 2 || box.bottom > edge.bottom + 2)
      faults.push(`cut off: ${words}`);
    texts.slice(at + 1).forEach(([others, other]) => {
      const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
      const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
      if (across > 1 && down > 3) faults.push(`on one another: ${words} / ${others}`);
    });
  });
  return faults;
}"""


@pytest.fixture(params=[False, True], ids=["desk", "room"])
def sized(request: pytest.FixtureRequest) -> Look:
    """Both sizes of type; dark is as wide as light."""
    return look("light", request.param)


@pytest.fixture(scope="module")
def sheet(browser: Browser) -> Iterator[Page]:
    """A blank page with Plotly as it is bundled and the house's type."""
    page = browser.new_page(viewport={"width": 2000, "height": 1200})
    page.set_content(HEAD.format(font=b64encode(FONT.read_bytes()).decode()))
    page.add_script_tag(content=get_plotlyjs())
    page.add_script_tag(content=f"{SCRIPT}\nwindow.draw = draw;", type="module")
    page.wait_for_function("() => Boolean(window.draw)")
    yield page
    page.close()


def faults(page: Page, drawing: Drawing, width: float) -> list[str]:
    """What is wrong with a chart drawn so wide; in room view the page is 1,366 pixels wide still."""
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.evaluate(DRAW, [drawing.figure, CONFIG, width])
    found: list[str] = page.evaluate(FAULTS)
    return found + said


NUMBERS: dict[str, list[Any]] = {
    "few": [120, "<10", 0, 30, "c"],
    "large": [12_345_680, 10, 0, "<10", 11_000_000],
    "withheld": ["<10"] * 5,
    "one": [40],
}


@pytest.mark.parametrize("numbers", NUMBERS.values(), ids=NUMBERS)
def test_no_word_is_cut_off_or_covered(
    sheet: Page, make_table: MakeTable, sized: Look, numbers: list[Any]
) -> None:
    wrong = {}
    for draw in DRAWINGS:
        width = FULL if draw is draw_control else 760
        if found := faults(sheet, draw(make_table, sized, numbers), width):
            wrong[draw.__name__] = found
    assert not wrong


def test_words_stay_clear_of_each_other_in_rows_with_long_names(
    sheet: Page, make_table: MakeTable, sized: Look
) -> None:
    name = "Semi-independent accommodation with support, commissioned from outside the area"
    codes = [f"{at}" for at in range(12)]
    words = {code: f"{name} {code}" for code in codes}
    table = make_table({"area": codes}, {"rate": [40] * 12})
    assert not faults(sheet, bars.draw(table, "area", "rate", sized, words, width=HALF), HALF)
    assert not faults(sheet, areas.draw(table, "rate", [(30, 50)] * 12, sized, words), HALF)


class Limits:
    """Limits of a stretch of points, by hand."""

    mean, upper, lower = 40.0, 44.0, 36.0
    uppers: list[float] = []
    lowers: list[float] = []

    def __init__(self, start: int, stop: int) -> None:
        self.start, self.stop = start, stop


class Outside:
    """One point outside its limits."""

    kind = "outside"

    def __init__(self, at: int, direction: str) -> None:
        self.start, self.stop, self.direction = at, at + 1, direction


@pytest.mark.parametrize("at", [0, 1, 19, 20, 38, 39], ids=lambda at: f"point {at}")
def test_signals_and_changes_have_room_wherever_they_fall(sheet: Page, sized: Look, at: int) -> None:
    values: list[float | None] = [40.0 + place % 2 for place in range(40)]
    values[at] = 90.0
    values[(at + 3) % 40] = 4.0
    words = [f"{'Jan' if place % 12 == 0 else 'Apr'} {2020 + place // 12}" for place in range(40)]
    series = control.Series(values, [f"{value:.0f}" for value in values if value is not None], words, words)
    changes = [control.Change(20, "Police changed how they grade absences. Limits start again.")]
    signals = [Outside(at, "up"), Outside((at + 3) % 40, "down")]
    drawing = control.draw(series, [Limits(0, 20), Limits(20, 40)], signals, changes, sized)
    assert not faults(sheet, drawing, FULL)
