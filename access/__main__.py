"""python -m access: start the dashboard's server and print its address once it answers."""

from __future__ import annotations

import os
import socket
import sys
import threading
import time
import traceback
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from streamlit.runtime.pages_manager import PagesManager

from access.headers import Headers
from access.settings import Settings, read_settings
from data.problem import Problem

DASHBOARD = Path(__file__).parents[1] / "dashboard.py"
PATIENCE = 60
# The charts' library, from the package that is installed: nothing is fetched from anywhere else.
PLOTLY = Mount("/plotly", StaticFiles(packages=[("plotly", "package_data")]))


def main() -> int:
    """Serve until stopped; 1 with one clear line on standard error when that would not be safe."""
    try:
        settings = read_settings(os.environ)
        _refuse_taken_port(settings)
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1
    os.environ["MODE"] = settings.mode
    # Before anyone opens the front page, Streamlit would run a deep link's file in pages/ alone.
    PagesManager.uses_pages_directory = False
    threading.Thread(target=announce, args=(settings,), daemon=True).start()
    app = st.App(DASHBOARD, routes=[PLOTLY], middleware=[Middleware(Headers)], on_script_error=apologise)
    app.run(config={"server.address": settings.address, "server.port": settings.port})
    return 0


def _refuse_taken_port(settings: Settings) -> None:
    with socket.socket(socket.AF_INET6 if ":" in settings.address else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.address, settings.port))
        except OSError:
            raise Problem(
                what=f"The dashboard cannot listen on {settings.address}, port {settings.port}",
                todo="Another program may be using it: try another one, such as PORT=8600.",
            ) from None


def announce(settings: Settings) -> None:
    """Print the address as soon as the server accepts a reader."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(settings.address, settings.address)  # noqa: S104
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            socket.create_connection((host, settings.port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
            continue
        print(f"Sightline, {settings.mode} mode: {settings.url}", flush=True)
        return


def apologise(error: Exception) -> bool:
    """Log where the program failed, without the message (it could hold a value), and say sorry on the page."""
    frames = traceback.extract_tb(error.__traceback__)[-6:]
    places = " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames))
    print(f"error: {type(error).__name__} at {places}", file=sys.stderr, flush=True)
    st.error(
        "Sorry, this page could not be drawn. Nothing was changed and the data is safe. "
        "Choose another area or period, or tell whoever runs this dashboard the time at which it happened."
    )
    return True


if __name__ == "__main__":
    sys.exit(main())
