"""One way in which an extract breaks the contract."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Severity = Literal["refuse", "warn"]


@dataclass(frozen=True)
class Breach:
    """What is wrong, where and how often, and what to do; never a value from the data.

    `rule` is the number of the national return's rule where it has one, else a short name. `rows` are the
    first row numbers of the file (the header is row 1). `refuse` keeps the extract out; `warn` does not.
    """

    rule: str
    what: str
    todo: str
    file: str
    column: str | None = None
    count: int = 1
    rows: tuple[int, ...] = ()
    severity: Severity = "refuse"

    def to_dict(self) -> dict[str, Any]:
        """The breach as plain values, for JSON."""
        return {
            "rule": self.rule,
            "severity": self.severity,
            "what": self.what,
            "file": self.file,
            "column": self.column,
            "count": self.count,
            "rows": list(self.rows),
            "todo": self.todo,
        }

    def __str__(self) -> str:
        place = f"{self.file}, {self.column}" if self.column else self.file
        rows = f", first rows {', '.join(map(str, self.rows))}" if self.rows else ""
        return f"{place}: {self.what} ({self.count:,}{rows}; rule {self.rule}). {self.todo}"
