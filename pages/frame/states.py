"""What stands in place of a number that cannot be shown: which table is missing, or why it is not held."""

from __future__ import annotations

from html import escape

import streamlit as st

from answers.finding import Finding
from answers.view import View
from data.declarations import TABLES
from data.problem import Problem
from pages.frame.template import offer_template


def show_state(finding: Finding) -> None:
    """A finding without numbers, in words that say what would bring them."""
    if finding.state == "needs_table":
        st.html(f'<div class="notice">{needs_table(finding.note)}</div>')
        offer_template(f"template_{finding.key}")
    else:
        st.html(f'<div class="notice"><p>{escape(finding.note)}</p></div>')


def show_wider(view: View) -> None:
    """Say so where what takes two breakdowns at once is told of a larger area than was chosen."""
    wider = view.for_pairs()
    if wider.scope.area != view.scope.area:
        st.html(
            f"<p class='note'>In protected mode two breakdowns at once are held for all areas together: "
            f"a chart of two of them is of {escape(wider.area.name)}.</p>"
        )


def show_by_home(view: View) -> None:
    """Say so where rates are told by home area, and another role of the area was chosen."""
    if view.scope.role != "home":
        st.html(
            "<p class='note'>Rates by gender, age and ethnic group are by home area: residents are counted where they live.</p>"
        )


def needs_table(name: str) -> str:
    """Who usually sends a table, and which columns it must and can have."""
    table = TABLES[name]
    needed = [column.name for column in table.columns if column.required]
    more = [column.name for column in table.columns if not column.required]
    rows = [
        ("Who usually sends it", table.sent_by.capitalize()),
        ("Columns needed", ", ".join(needed)),
        ("Columns that add more", ", ".join(more)),
    ]
    said = "".join(f"<dt>{name}</dt><dd>{escape(words)}</dd>" for name, words in rows if words)
    return (
        f"<p>No agency has sent the table ‘{escape(name)}’ yet. Everything else works without it.</p>"
        f"<dl>{said}</dl>"
    )


def show_problem(problem: Problem) -> None:
    """The one error that a reader sees."""
    what = problem.what.rstrip(".")
    st.html(f'<div class="notice"><h2>{escape(what)}</h2><p>{escape(problem.todo)}</p></div>')
