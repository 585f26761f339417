"""A table on its page: title, what it is of, caution, ways to take it along, its cells, and what is read with them."""

from __future__ import annotations

from html import escape

import streamlit as st

from answers.finding import Finding
from answers.tables.grid import Grid
from answers.view import View
from pages.frame.states import show_state
from pages.frame.table import html_table, separated

RULES = {
    "protected": "Protected: numbers are rounded at random to 5 or 10, and under 10 is shown as <10.",
    "exact": "Exact: CONTAINS SMALL NUMBERS.",
}


def show_sheet(finding: Finding, view: View, name: str = "", key: str = "table") -> None:
    """The finding as a table under the reader's own name for it, or what stands in place of its numbers."""
    title = name or finding.title
    about = f"{finding.title} {finding.subtitle}" if name else finding.subtitle
    st.html(f'<h2>{escape(title)}</h2><p class="subtitle">{escape(about)}</p>')
    if finding.state != "ok":
        show_state(finding)
        return
    grid: Grid = finding.extra["grid"]
    caution: str = finding.extra.get("caution", "")
    said = [f"{title.rstrip('.')}. {about} {_handling(view)}", *filter(None, [caution])]
    if caution:
        start, rest = caution.split(". ", 1)
        st.html(f'<p class="caution"><strong>{escape(start)}.</strong> {escape(rest)}</p>')
    table = html_table(grid.headings, grid.rows, grid.words, said[0])
    _take_along(grid, said, key)
    st.html(f'<div class="sheet{" totalled" if grid.is_totalled else ""}">{table}</div>')
    st.html(_read_with(finding, grid, view))


def _handling(view: View) -> str:
    source = view.source
    rule = "CONTAINS SMALL NUMBERS" if source.mode == "exact" else "protected"
    return f"{source.marking}. Version {source.version}, {rule}."


def _read_with(finding: Finding, grid: Grid, view: View) -> str:
    """The symbols in one line, then definition, caveat and source."""
    rule = f"{RULES[view.source.mode]} Version {view.source.version}."
    lines = [(f"{grid.symbols}.", "")] if grid.symbols else []
    lines += [(" ".join([*grid.notes, rule]), "")]
    lines += [
        (finding.definition, "What is counted. "),
        (finding.caveat, "Read with care. "),
        (finding.source, "Source. "),
    ]
    return "".join(
        f'<p class="note"><strong>{start}</strong>{escape(words)}</p>' for words, start in lines if words
    )


def _take_along(grid: Grid, said: list[str], key: str) -> None:
    """Above the table, where there is room for what opens below."""
    with st.container(horizontal=True, vertical_alignment="center"):
        with st.popover("Copy", type="tertiary"):
            st.html("<p>Copy all of it, and paste it into a spreadsheet or a document.</p>")
            st.code(separated(said, grid.headings, grid.rows, "\t"), language=None)
        st.download_button(
            "Download table",
            separated(said, grid.headings, grid.rows).encode("utf-8-sig"),
            f"{key}.csv",
            "text/csv",
            key=f"download_{key}",
            type="tertiary",
            on_click="ignore",
        )
