"""The small demo as each server opens it, and time enough for a property on a busy machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from answers.source import Source, open_source

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture(scope="module")
def protected(demo_root: Path) -> Iterator[Source]:
    """The demo as a meeting's server opens it."""
    source = open_source("protected", demo_root)
    yield source
    source.close()


@pytest.fixture(scope="module")
def exact(demo_root: Path) -> Iterator[Source]:
    """The demo as an analyst's server opens it: what an attacker wants to learn."""
    source = open_source("exact", demo_root)
    yield source
    source.close()
