"""One finding: the protected numbers of a chart with every word that is printed around it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from disclosure import ProtectedTable

State = Literal["ok", "empty", "not_available", "needs_table"]


@dataclass(frozen=True)
class Finding:
    """What a page, a document or a slide shows of one question.

    `columns` are the printed headings of the table, `labels` the printed words of each dimension's codes.
    `extra` holds what the chart needs beside the table, all of it shown or worked out from shown numbers.
    `state` says what to draw; `note` says why where it is not 'ok' (for 'needs_table': the table's name).
    """

    key: str
    title: str
    subtitle: str = ""
    sentence: str = ""
    table: ProtectedTable | None = None
    columns: dict[str, str] = field(default_factory=dict)
    labels: dict[str, dict[str, str]] = field(default_factory=dict)
    definition: str = ""
    source: str = ""
    caveat: str = ""
    sql: str = ""
    alt: str = ""
    extra: dict[str, Any] = field(default_factory=dict)
    state: State = "ok"
    note: str = ""


@dataclass(frozen=True)
class Figure:
    """One figure at the head of a page: what is printed, its name and what it is of."""

    printed: str
    name: str
    note: str
