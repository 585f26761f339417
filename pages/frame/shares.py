"""Fields and the share of records in which each was filled in, drawn and printed."""

from __future__ import annotations

from html import escape

from answers.finding import Finding
from charts.spark import data_uri, share_svg
from charts.tokens import Look


def shares_table(finding: Finding, look: Look, least: int | None = None) -> str:
    """One row for each field, or for the `least` complete ones; the missing part of a bar is hatched."""
    if finding.table is None:
        return ""
    names = [finding.labels["field"][code] for code in finding.table.labels("field")]
    cells = list(zip(names, finding.extra["shares"], finding.table.printed("share"), strict=True))
    kept = sorted(cells, key=lambda cell: -1.0 if cell[1] is None else cell[1])[:least]
    rows = "".join(_row(*cell, look) for cell in cells if cell in kept)
    head = "".join(f"<th scope='col'{kind}>{words}</th>" for words, kind in HEADINGS)
    return f"<table class='shares'><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


HEADINGS = (("Field", ""), ("Share of episodes", ""), ("Recorded", " class='number'"))


def _row(name: str, share: float | None, printed: str, look: Look) -> str:
    bar = f"<img src='{data_uri(share_svg(share, look))}' alt=''>"
    said = f"{printed}%" if share is not None else printed
    return f"<tr><th scope='row'>{escape(name)}</th><td>{bar}</td><td class='number'>{escape(said)}</td></tr>"
