"""The published counts, and how they are drawn out into one value for each record."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

REFERENCE: dict[str, Any] = json.loads(Path(__file__).with_name("reference.json").read_text("utf-8"))
FIGURES = REFERENCE["figures"]


def margin(table: int, number: str = "count") -> dict[str, int]:
    """The count of each printed category of a table."""
    cells = REFERENCE["tables"][table - 1]["cells"]
    return {cell["category"]: cell[number] for cell in cells}


def shuffled(rng: np.random.Generator, counts: dict[Any, int]) -> list[Any]:
    """Each category as often as it is counted, in an order of chance."""
    values = [value for value, count in counts.items() for _ in range(count)]
    return [values[place] for place in rng.permutation(len(values))]


def not_known(rng: np.random.Generator, values: Sequence[str | None]) -> list[str | None]:
    """The values with `unknown` left empty in every other record: the assessment prints both as unknown."""
    empty = rng.random(len(values)) < 0.5
    return [None if value == "unknown" and left else value for value, left in zip(values, empty, strict=True)]
