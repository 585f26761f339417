"""The goals of speed: each is a ratio within one run, so that a slow machine does not move it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import median, quantiles


@dataclass(frozen=True)
class Ratio:
    """One measured ratio and the most that it may be; `size` is the number of episodes loaded."""

    name: str
    size: str
    value: float
    goal: float

    @property
    def met(self) -> bool:
        return self.value <= self.goal

    def line(self) -> str:
        verdict = "met" if self.met else "MISSED"
        return f"{self.name:<66}{self.size:>12}{self.value:>9.2f}{self.goal:>8g}  {verdict}"

    def to_dict(self) -> dict[str, str | float | bool]:
        return asdict(self) | {"met": self.met}


HEADER = f"{'ratio':<66}{'episodes':>12}{'value':>9}{'goal':>8}"


def exponent(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """How time grows with size, as the power of it: 0 is flat, 1 in step."""
    return math.log(seconds[-1] / seconds[0]) / math.log(sizes[-1] / sizes[0])


def spread(values: Sequence[float]) -> float:
    """95th percentile over the median."""
    return quantiles(values, n=20)[-1] / median(values)
