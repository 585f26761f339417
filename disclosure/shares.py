"""The shares of the parts of one whole, beside each other: what one says must not be false of the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence

from disclosure.derived import Shown, percentage
from disclosure.table import Mode


def shares_of(parts: Sequence[Shown], whole: Shown, mode: Mode) -> list[Shown]:
    """The percentage that each part of one breakdown is of a shown whole.

    Rounding makes some shown parts as large as their whole, or too small for one per cent. '100%' beside another part
    that is not a true zero, and '0%' of somebody, would be false: such a share is withheld.
    """
    shares = [percentage(part, whole, mode) for part in parts]
    if mode == "exact":
        return shares
    is_only_one = sum(part != 0 for part in parts) == 1
    return [
        None if (share == 100 and not is_only_one) or (share == 0 and part != 0) else share
        for part, share in zip(parts, shares, strict=True)
    ]


def shares_within(
    keys: Sequence[Hashable], parts: Sequence[Shown], wholes: Sequence[Shown], mode: Mode
) -> list[Shown]:
    """The same where rows are parts of several wholes: those of one key are parts of one."""
    rows = defaultdict(list)
    for place, key in enumerate(keys):
        rows[key].append(place)
    shares: list[Shown] = [None] * len(parts)
    for places in rows.values():
        told = shares_of([parts[place] for place in places], wholes[places[0]], mode)
        for place, share in zip(places, told, strict=True):
            shares[place] = share
    return shares
