"""`make bench`: the goals of speed, as ratios, in a real browser; `python -m tests.bench 100000 1000000`."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import psutil
from playwright.sync_api import Browser, sync_playwright

from tests.bench import loading
from tests.bench.clock import change_area, change_layer, changes
from tests.bench.goals import HEADER, Ratio, exponent, spread
from tests.browser.server import Server
from tests.browser.visit import Visit
from tests.conftest import CHROMIUM

PAGE, MAP = "missing", "places"
CHANGES = 40
SESSIONS = 5
EMPTY = (
    *("-m", "streamlit", "run", "tests/bench/empty.py", "--server.headless", "true"),
    *("--server.address", "127.0.0.1", "--server.port", "{port}", "--logger.hideWelcomeMessage", "false"),
)
Seconds = dict[str, float]


@contextmanager
def served(data: Path, mode: str, command: tuple[str, ...] = ("-m", "access")) -> Iterator[Server]:
    server = Server(data, mode, command)
    try:
        yield server
    finally:
        server.stop()


def memory(server: Server) -> float:
    """Megabytes held by the server and its children."""
    process = psutil.Process(server.process.pid)
    return sum(one.memory_info().rss for one in [process, *process.children(recursive=True)]) / 1e6


def memory_of_a_session(browser: Browser, server: Server) -> float:
    """Megabytes that each further reader adds."""
    before = memory(server)
    visits = [Visit(browser, server).open(PAGE) for _ in range(SESSIONS)]
    added = memory(server) - before
    for visit in visits:
        visit.context.close()
    return added / SESSIONS


def measure(browser: Browser, folder: Path, size: int, nothing: Server) -> tuple[list[Ratio], Seconds]:
    """Every ratio at one size, and the seconds that growth is taken from."""
    loaded, read = loading.load(folder, size)
    data, name = folder / "data", f"{size:,}"
    with served(data, "protected") as server:
        protected, empty = changes(
            browser, [(server, PAGE, change_area), (nothing, "", change_area)], CHANGES
        )
        layer, empty_beside_map = map(
            median, changes(browser, [(server, MAP, change_layer), (nothing, "", change_area)], 14)
        )
        added = memory_of_a_session(browser, server)
    with served(data, "exact") as server:
        exact, empty_beside = map(
            median, changes(browser, [(server, PAGE, change_area), (nothing, "", change_area)], 10)
        )
    floor: Seconds = json.loads(loading.command(data, "tests.bench.floor", PAGE).splitlines()[-1])
    ratios = [
        Ratio(
            "protected: a filter change / an empty page's rerun", name, median(protected) / median(empty), 3
        ),
        Ratio(
            "protected: another layer of the map / an empty page's rerun", name, layer / empty_beside_map, 3
        ),
        Ratio("protected: 95th percentile / median of 40 changes", name, spread(protected), 2),
        Ratio("protected: memory of each further session, MB", name, added, 5),
        Ratio(
            "exact: a filter change / (an empty rerun + its SQL alone)",
            name,
            exact / (empty_beside + floor["page"]),
            2.5,
        ),
        Ratio("loading: check and load both files / DuckDB reading the CSV", name, loaded / read, 10),
    ]
    return ratios, floor | {
        "loaded": loaded,
        "read": read,
        "protected": median(protected),
        "exact": exact,
        "empty": median(empty),
    }


def growth(sizes: list[int], seconds: list[Seconds]) -> list[Ratio]:
    """How time grows from the smallest size to the largest."""
    goals = {"protected": 0.05, "area": 0.15, "force": 0.3, "national": 1.1}
    name = f"{sizes[0] // 1000}k-{sizes[-1] // 1000}k"
    return [
        Ratio(f"growth exponent: {kind}", name, exponent(sizes, [one[kind] for one in seconds]), goal)
        for kind, goal in goals.items()
    ]


def main(sizes: list[int]) -> int:
    folder = Path(os.environ.get("SIGHTLINE_DATA", "var")).resolve() / "bench"
    ratios: list[Ratio] = []
    seconds: list[Seconds] = []
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM)
        print(HEADER)
        with served(folder, "protected", EMPTY) as nothing:
            for size in sizes:
                found, spent = measure(browser, folder / str(size), size, nothing)
                print("\n".join(ratio.line() for ratio in found), flush=True)
                ratios, seconds = ratios + found, [*seconds, spent]
    if len(sizes) > 1:
        ratios += (grown := growth(sizes, seconds))
        print("\n".join(ratio.line() for ratio in grown))
    written = {
        "ratios": [one.to_dict() for one in ratios],
        "sizes": sizes,
        "seconds": seconds,
    }
    (folder / "ratios.json").write_text(json.dumps(written, indent=1), encoding="utf-8")
    return 0 if all(ratio.met for ratio in ratios) else 1


if __name__ == "__main__":
    sys.exit(main([int(word) for word in sys.argv[1:]] or [100_000, 1_000_000]))
