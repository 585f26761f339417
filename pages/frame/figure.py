"""Figures in large print: the headlines of the front page, and those at the head of another page."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from answers.briefing.headlines import Headline
from answers.finding import Figure
from charts.spark import data_uri, spark_svg
from charts.tokens import Look


def figure(one: Headline, look: Look) -> str:
    """One headline figure with its line, its earlier periods and its note."""
    number = f"<div class='big'><b>{escape(one.printed)}</b>{_line(one, look)}</div>"
    earlier = "".join(
        f"<tr><th scope='row'>{escape(before.printed)}</th><td>{before.period.label_long}</td>"
        f"<td class='number'>{before.difference}</td></tr>"
        for before in one.comparisons
    )
    table = f"<table class='earlier'><tbody>{earlier}</tbody></table>" if earlier else ""
    return f"<div class='figure'><h3 class='plain'>{escape(one.title)}</h3>{number}{table}<p>{escape(one.note)}</p></div>"


def plain_figures(figures: Sequence[Figure]) -> str:
    """Figures side by side, each with its name and what it is of."""
    said = "".join(
        f"<div class='figure plain'><b>{escape(one.printed)}</b><p><strong>{escape(one.name)}</strong><br>"
        f"{escape(one.note)}</p></div>"
        for one in figures
    )
    return f"<div class='figures'>{said}</div>"


def _line(one: Headline, look: Look) -> str:
    """The line of the quarters within their limits; it starts where recording last changed."""
    if all(value is None for value in one.line):
        return ""
    chart = one.chart.segments[-1] if one.chart and one.chart.segments else None
    limits = (max(chart.lower, 0.0), chart.mean, chart.upper) if chart else None
    drawn = spark_svg(one.line, limits, look, one.since)
    return f"<img src='{data_uri(drawn)}' alt='Line of the last {len(one.line)} quarters'>"
