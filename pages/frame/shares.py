"""Fields and the share of records in which each was filled in, drawn and printed."""

from __future__ import annotations

from html import escape

from answers.finding import Finding
from charts.spark import data_uri, share_svg
from charts.tokens import Look


def shares_table(finding: Finding, look: Look) -> str:
    """One row for each field; the missing part of a bar is hatched."""
    if finding.table is None:
        return ""
    names = [finding.labels["field"][code] for code in finding.table.labels("field")]
    cells = zip(names, finding.extra["shares"], finding.table.printed("share"), strict=True)
    rows = "".join(_row(*cell, look) for cell in cells)
    head = "".join(f"<th scope='col'{kind}>{words}</th>" for words, kind in HEADINGS)
    return f"<table class='shares'><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


HEADINGS = (("Field", ""), ("Share of episodes", ""), ("Recorded", " class='number'"))


def _row(name: str, share: float | None, printed: str, look: Look) -> str:
    bar = f"<img src='{data_uri(share_svg(share, look))}' alt=''>"
    said = f"{printed}%" if share is not None else printed
    return f"<tr><th scope='row'>{escape(name)}</th><td>{bar}</td><td class='number'>{escape(said)}</td></tr>"
