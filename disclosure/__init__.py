"""What may be seen: the rules, and pure functions that apply them."""

from disclosure.counts import Names, show, table_of, withhold_without
from disclosure.derived import (
    change,
    is_within_noise,
    median_band,
    per_10_000,
    percentage,
    ratio,
    with_number,
)
from disclosure.rules import Rules, read_rules
from disclosure.table import BELOW_THRESHOLD, CONFIDENTIAL, Mode, ProtectedTable

__all__ = [
    "BELOW_THRESHOLD",
    "CONFIDENTIAL",
    "Mode",
    "Names",
    "ProtectedTable",
    "Rules",
    "change",
    "is_within_noise",
    "median_band",
    "per_10_000",
    "percentage",
    "ratio",
    "read_rules",
    "show",
    "table_of",
    "with_number",
    "withhold_without",
]
