"""A server of the dashboard, started as a reader starts it and seen from outside the process."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
PATIENCE = 90.0


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """`python -m access` on a free port; ready once it has printed its address."""

    def __init__(self, data: Path, mode: str, command: tuple[str, ...] = ("-m", "access")) -> None:
        self.mode = mode
        self.data = data
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.lines: list[str] = []
        self.process = subprocess.Popen(
            [sys.executable, *(part.format(port=self.port) for part in command)],
            cwd=ROOT,
            env=self.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.ready = threading.Event()
        threading.Thread(target=self._listen, daemon=True).start()
        self._wait()

    def environment(self) -> dict[str, str]:
        own = {"SIGHTLINE_DATA": str(self.data), "MODE": self.mode, "PORT": str(self.port)}
        return os.environ | own | {"ADDRESS": "127.0.0.1", "PYTHONUNBUFFERED": "1"}

    @property
    def version(self) -> str:
        """The name of the data version in service."""
        return (self.data / "CURRENT").read_text(encoding="utf-8").strip()

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _listen(self) -> None:
        for line in self.process.stdout or ():
            self.lines.append(line.rstrip())
            if f":{self.port}" in line:
                self.ready.set()

    def _wait(self) -> None:
        until = time.monotonic() + PATIENCE
        while not self.ready.wait(0.1):
            if self.process.poll() is not None or time.monotonic() > until:
                self.stop()
                raise RuntimeError("The server did not start:\n" + "\n".join(self.lines[-20:]))
