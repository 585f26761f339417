"""A protected table as the reader sees it: every cell printed once, numbers to the right, no hidden column."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from html import escape
from io import StringIO

from answers.finding import Finding
from disclosure import ProtectedTable

Rows = list[list[str]]


def printed_rows(finding: Finding) -> tuple[list[str], Rows, int]:
    """Headings, printed rows, and how many of the first columns are words."""
    table: ProtectedTable | None = finding.table
    if table is None:
        return [], [], 0
    words = [name for name in table.dimensions if name in finding.columns]
    numbers = [name for name in table.numbers if name in finding.columns]
    columns = [[_word(finding, name, code) for code in table.labels(name)] for name in words]
    columns += [table.printed(name) for name in numbers]
    headings = [finding.columns[name] for name in (*words, *numbers)]
    return headings, [list(row) for row in zip(*columns, strict=True)], len(words)


def _word(finding: Finding, dimension: str, code: str) -> str:
    return finding.labels.get(dimension, {}).get(code, code)


def html_table(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    words: int,
    caption: str,
    links: Sequence[str] = (),
) -> str:
    """A table for people and for screen readers; the first `words` columns are text, each row's name a link if given."""
    head = "".join(
        f'<th scope="col"{"" if place < words else NUMBER}>{escape(name)}</th>'
        for place, name in enumerate(headings)
    )
    to = links or [""] * len(rows)
    body = "".join(f"<tr>{_cells(row, words, link)}</tr>" for row, link in zip(rows, to, strict=True))
    hidden = f'<caption class="unseen">{escape(caption)}</caption>'
    return (
        f'<div class="table" tabindex="0" role="region" aria-label="{escape(caption)}">'
        f"<table>{hidden}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


NUMBER = ' class="number"'


def _cells(row: Sequence[str], words: int, link: str) -> str:
    return "".join(
        f'<th scope="row">{_linked(cell, link)}</th>'
        if place == 0 and words
        else f"<td{'' if place < words else NUMBER}>{escape(cell)}</td>"
        for place, cell in enumerate(row)
    )


def _linked(cell: str, link: str) -> str:
    return f'<a href="{escape(link)}" target="_self">{escape(cell)}</a>' if link else escape(cell)


def csv_of(finding: Finding, said: str) -> str:
    """The table as a file: what it shows in the first line, then the same strings as on screen."""
    headings, rows, _ = printed_rows(finding)
    return separated([said], headings, rows)


def separated(
    said: Sequence[str], headings: Sequence[str], rows: Sequence[Sequence[str]], between: str = ","
) -> str:
    """Lines of words, then headings and rows, as a spreadsheet reads them."""
    text = StringIO()
    writer = csv.writer(text, delimiter=between, lineterminator="\r\n" if between == "," else "\n")
    writer.writerows([_safe(words)] for words in said)
    writer.writerow([_safe(name) for name in headings])
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return text.getvalue()


def _safe(cell: str) -> str:
    """No cell that a spreadsheet would take for a formula."""
    return f"'{cell}" if cell[:1] in ("=", "+", "@", "\t", "\r") else cell
