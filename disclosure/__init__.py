"""What may be seen: the rules, and pure functions that apply them."""

from disclosure.counts import show, table_of
from disclosure.rules import Rules, read_rules
from disclosure.table import Mode, ProtectedTable

__all__ = ["Mode", "ProtectedTable", "Rules", "read_rules", "show", "table_of"]
