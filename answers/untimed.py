"""Hours that no record can tell: where the times of returns or interviews are not sent, `:` and never 0."""

from __future__ import annotations

from collections import defaultdict

from disclosure import NOT_AVAILABLE, ProtectedTable, without_numbers

NOT_TIMED = "not_timed"
TIMED = ("within_72h", "after_72h", "before_return")


def mark_untimed(table: ProtectedTable) -> ProtectedTable:
    """The table with `:` for what was held within 72 hours, or not, where interviews were held and none has times."""
    by = next((name for name in table.dimensions if {NOT_TIMED, *TIMED} <= set(table.labels(name))), None)
    if by is None:
        return table
    others = [table.labels(name) for name in table.dimensions if name != by]
    keys = list(zip(*others, strict=True)) or [()] * len(table)
    codes, counts = table.labels(by), table.values(table.numbers[0])
    held: dict[tuple[str, ...], dict[str, float | None]] = defaultdict(dict)
    for key, code, count in zip(keys, codes, counts, strict=True):
        held[key][code] = count
    without = {key for key, of in held.items() if of[NOT_TIMED] != 0 and all(of[code] == 0 for code in TIMED)}
    if not without:
        return table
    return without_numbers(
        table, [key in without and code in TIMED for key, code in zip(keys, codes, strict=True)]
    )


def is_untimed(table: ProtectedTable) -> bool:
    """Whether some of it was marked so."""
    return any(NOT_AVAILABLE in table.printed(number) for number in table.numbers)


def is_withheld(printed: str, share: float | None, whole: float | None) -> bool:
    """Whether a share that is not there was withheld; it is not available where its number is not."""
    return share is None and whole != 0 and printed != NOT_AVAILABLE
