"""A warehouse drawn for one test, in a folder of its own."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from tests.queries.drawn import Draw, draw_warehouse


@pytest.fixture
def draw(tmp_path: Path) -> Draw:
    """`draw(missing_episodes=...)`: the exact warehouse of the drawn tables."""
    return partial(draw_warehouse, tmp_path)
