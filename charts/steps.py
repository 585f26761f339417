"""An axis of steps in time: which of them are named, and how far names hang over the ends of the plot."""

from __future__ import annotations

from collections.abc import Sequence

from charts.frame import width_of


def named_steps(words: Sequence[str], step: float) -> list[int]:
    """The first and last step, and between them each January that has room; `step` in pixels of the desk view."""
    if not words:
        return []
    last = len(words) - 1
    named = [0]
    for place in (at for at in range(1, last) if words[at].startswith("Jan")):
        if _is_clear(words, named[-1], place, step) and _is_clear(words, place, last, step):
            named.append(place)
    return [*named, last] if last and _is_clear(words, named[-1], last, step) else [*named[:-1], last]


def _is_clear(words: Sequence[str], one: int, other: int, step: float) -> bool:
    """Whether the names of two steps stand apart."""
    return (other - one) * step > (width_of(words[one]) + width_of(words[other])) / 2 + 10


def overhang(words: str, step: float) -> float:
    """How far the name of the first or last step hangs over the plot's edge."""
    return max(0.0, (width_of(words) - step) / 2)
