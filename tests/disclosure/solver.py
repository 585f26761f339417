"""An attacker who collects every printed number and solves for what is hidden."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

Cell = tuple[str, ...]
Bounds = dict[Cell, tuple[int, int]]
Sums = Sequence[tuple[Cell, Sequence[Cell]]]

ROUNDS = 6
NOISE = 4  # the largest error of a shown count
SMALL = range(1, 5)


def said_by(shown: float | None) -> tuple[int, int]:
    """What one printed count says of the true one: 0 is 0, `<10` is 1 to 9, 15 is 11 to 19."""
    if shown is None:
        return (1, 9)
    return (max(0, int(shown) - NOISE), int(shown) + NOISE) if shown else (0, 0)


def solve(known: Bounds, sums: Sums, unions: Sums = ()) -> Bounds:
    """Bounds drawn together, six times round: more teaches next to nothing.

    `sums` are wholes with the parts that add up to them; `unions` are wholes whose parts may share children:
    at least as many as the largest part, at most as many as all together.
    """
    known = dict(known)
    for _ in range(ROUNDS):
        for whole, parts in sums:
            _narrow_sum(known, whole, parts)
        for whole, parts in unions:
            most = sum(known[part][1] for part in parts)
            _narrow(known, whole, max(known[part][0] for part in parts), most)
            for part in parts:
                others = most - known[part][1]
                _narrow(known, part, known[whole][0] - others, known[whole][1])
    return known


def _narrow_sum(known: Bounds, whole: Cell, parts: Sequence[Cell]) -> None:
    least, most = (sum(known[part][end] for part in parts) for end in (0, 1))
    _narrow(known, whole, least, most)
    for part in parts:
        low, high = known[part]
        _narrow(known, part, known[whole][0] - (most - high), known[whole][1] - (least - low))


def _narrow(known: Bounds, cell: Cell, low: int, high: int) -> None:
    known[cell] = (max(known[cell][0], low), min(known[cell][1], high))


def pinned(known: Bounds, true: Mapping[Cell, int]) -> list[Cell]:
    """The small cells that only one number is left for."""
    return [cell for cell, count in true.items() if count in SMALL and known[cell][0] == known[cell][1]]


def hits_and_blind(known: Bounds, true: Mapping[Cell, int]) -> tuple[float, float]:
    """The share of small cells guessed right from the bounds, and by always naming the commonest number.

    The attacker even knows how often each number occurs, and names the likeliest within the bounds.
    """
    small = {cell: count for cell, count in true.items() if count in SMALL}
    often = Counter(small.values())
    hits = sum(
        max(range(known[cell][0], known[cell][1] + 1), key=lambda number: (often[number], -number)) == count
        for cell, count in small.items()
    )
    return hits / len(small), max(often.values()) / len(small)
