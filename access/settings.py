"""How the server was asked to start, refused where that would not be safe."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

from data.problem import Problem

MODES = ("protected", "exact")


@dataclass(frozen=True)
class Settings:
    """The mode, where the server listens, and where its data lives."""

    mode: str
    address: str
    port: int
    root: Path

    @property
    def url(self) -> str:
        """The address that a reader opens."""
        host = f"[{self.address}]" if ":" in self.address else self.address
        return f"http://{host}:{self.port}"


def read_settings(environment: Mapping[str, str]) -> Settings:
    """The settings of MODE, ADDRESS, PORT and SIGHTLINE_DATA; Problem for any that is not understood.

    Exact numbers are served to this machine only: without sign-in, whoever reaches the port reads them.
    """
    mode = environment.get("MODE") or "protected"
    address = environment.get("ADDRESS") or "127.0.0.1"
    if mode not in MODES:
        raise Problem(what="The mode is not known", todo="Use MODE=protected or MODE=exact.")
    if mode == "exact" and not is_loopback(address):
        raise Problem(
            what="Exact numbers are not served beyond this machine: there is no sign-in yet, "
            "so anyone who reached the port could read them",
            todo="Leave ADDRESS out to serve on 127.0.0.1, or use MODE=protected.",
        )
    root = Path(environment.get("SIGHTLINE_DATA") or "var")
    return Settings(mode, address, _port(environment.get("PORT") or "8501"), root)


def is_loopback(address: str) -> bool:
    """Whether an address can be reached from this machine only."""
    if address == "localhost":
        return True
    try:
        return ip_address(address.strip("[]")).is_loopback
    except ValueError:
        return False


def _port(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= 65535:
        raise Problem(what="The port is not a number from 1 to 65535", todo="Use PORT=8501, or leave it out.")
    return int(text)
