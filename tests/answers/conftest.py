"""The small demo as each server opens it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from answers.source import Source, open_source


@pytest.fixture(scope="module")
def protected(demo_root: Path) -> Iterator[Source]:
    """The demo as a meeting's server opens it."""
    source = open_source("protected", demo_root)
    yield source
    source.close()


@pytest.fixture(scope="module")
def exact(demo_root: Path) -> Iterator[Source]:
    """The demo as an analyst's server opens it."""
    source = open_source("exact", demo_root)
    yield source
    source.close()
