"""What may be seen: the rules, and pure functions that apply them."""

from disclosure.counts import Names, show, table_of, withhold_without
from disclosure.derived import (
    Part,
    change,
    furthest_off,
    gathered,
    is_within_noise,
    median_band,
    per_10_000,
    percentage,
    ratio,
    side_by_side,
    stacked,
    with_label,
    with_number,
    without_numbers,
)
from disclosure.rules import Rules, read_rules
from disclosure.shares import shares_of, shares_within
from disclosure.table import BELOW_THRESHOLD, CONFIDENTIAL, NOT_AVAILABLE, Mode, ProtectedTable

__all__ = [
    "BELOW_THRESHOLD",
    "CONFIDENTIAL",
    "NOT_AVAILABLE",
    "Mode",
    "Names",
    "Part",
    "ProtectedTable",
    "Rules",
    "change",
    "furthest_off",
    "gathered",
    "is_within_noise",
    "median_band",
    "per_10_000",
    "percentage",
    "ratio",
    "read_rules",
    "shares_of",
    "shares_within",
    "show",
    "side_by_side",
    "stacked",
    "table_of",
    "with_label",
    "with_number",
    "withhold_without",
    "without_numbers",
]
