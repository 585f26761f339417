"""What tests share: a small demo, made once; a server of it; a browser."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.server import Server

EPISODES, YEARS = 3_000, 3
CHROMIUM = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--screens", action="store_true", help="draw every page again into docs/screens/")


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Lets one test process in at a time."""
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def once_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all test processes of one run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def demo_extracts(once_root: Path) -> list[Path]:
    """The five agencies' demo extracts: about 3,000 episodes over three years."""
    from data.demo import make_demo

    folder = once_root / "demo-extracts"
    with alone(once_root / "demo-extracts.lock"):
        if not folder.exists():
            make_demo(folder, episodes=EPISODES, years=YEARS)
    return sorted(path for path in folder.iterdir() if path.is_dir())


@pytest.fixture(scope="session")
def demo_root(once_root: Path, demo_extracts: list[Path]) -> Path:
    """A data folder with the demo loaded. Shared: read it only, and copy it before loading anything else."""
    from answers.cube import build_cube
    from data.load import load

    root = once_root / "demo-data"
    with alone(once_root / "demo-data.lock"):
        if not (root / "CURRENT").exists():
            (root / "keys").mkdir(parents=True, exist_ok=True)
            for name in ("arrival", "disclosure"):  # not by chance, so that a failure can be seen again
                (root / "keys" / f"{name}.key").write_bytes(name.encode().ljust(32))
            load(demo_extracts, root, build_cube)
    return root


@pytest.fixture(scope="session")
def server(demo_root: Path) -> Iterator[Callable[[str], Server]]:
    """`server(mode)`: the one running server of the demo in that mode."""
    running: dict[str, Server] = {}

    def start(mode: str) -> Server:
        if mode not in running:
            running[mode] = Server(demo_root, mode)
        return running[mode]

    yield start
    for one in running.values():
        one.stop()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, without a window and without calls of its own; closed after each file, as it is never idle."""
    with sync_playwright() as play:
        found = play.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM)
        yield found
        found.close()
