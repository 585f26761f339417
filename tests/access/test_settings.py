"""The server starts only where that is safe, and says in one line why not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from access.settings import is_loopback, read_settings
from data.problem import Problem

ROOT = Path(__file__).parents[2]


def test_the_usual_server_is_protected_and_on_this_machine() -> None:
    settings = read_settings({})
    assert (settings.mode, settings.url) == ("protected", "http://127.0.0.1:8501")


@pytest.mark.parametrize("address", ["127.0.0.1", "127.9.9.9", "localhost", "::1"])
def test_exact_numbers_are_served_to_this_machine(address: str) -> None:
    assert read_settings({"MODE": "exact", "ADDRESS": address}).mode == "exact"


@pytest.mark.parametrize(
    "address",
    ["0.0.0.0", "::", "192.168.1.20", "sightline.example", "127.0.0.1.example"],  # noqa: S104
)
def test_exact_numbers_are_served_nowhere_else(address: str) -> None:
    assert not is_loopback(address)
    with pytest.raises(Problem, match="no sign-in"):
        read_settings({"MODE": "exact", "ADDRESS": address})


def test_protected_numbers_may_be_served_to_a_network() -> None:
    assert read_settings({"ADDRESS": "0.0.0.0"}).address == "0.0.0.0"  # noqa: S104


@pytest.mark.parametrize(
    "setting", [{"MODE": "open"}, {"MODE": "EXACT"}, {"PORT": "http"}, {"PORT": "70000"}]
)
def test_a_setting_that_is_not_understood_is_refused(setting: dict[str, str]) -> None:
    with pytest.raises(Problem):
        read_settings(setting)


def test_the_command_ends_with_one_line_and_nothing_is_served() -> None:
    refused = {"MODE": "exact", "ADDRESS": "0.0.0.0"}  # noqa: S104
    done = subprocess.run(
        [sys.executable, "-m", "access"],
        cwd=ROOT,
        env=os.environ | refused,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "no sign-in" in done.stderr
