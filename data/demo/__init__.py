"""The demo: extracts of a fictional coastal county, sent by five agencies."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from data.demo.ceop2011 import make_ceop2011
from data.demo.making import make
from data.demo.names import PLANTED

__all__ = ["PLANTED", "make_ceop2011", "make_demo"]


def make_demo(
    directory: Path,
    episodes: int = 25_000,
    years: int = 5,
    seed: int = 2011,
    progress: Callable[[str], None] | None = None,
) -> list[Path]:
    """Write one extract folder for each of five agencies; the folders, those that bring the areas first.

    `episodes` is the number of distinct absences in the `years` before 1 October 2026. The same arguments
    give the same bytes.
    """
    return make(directory, episodes, years, seed, progress or (lambda step: None))
