"""One finding on the page: title, chart or table, sentence, and what it means."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from answers.finding import Finding
from answers.view import View, found
from charts.frame import Drawing
from charts.tokens import Look
from pages.frame.chart import show_chart
from pages.frame.drawings import draw_bars
from pages.frame.states import show_state
from pages.frame.table import csv_of, html_table, printed_rows
from pages.frame.viewing import current_look, current_view, is_told

Build = Callable[[View], Finding]
Draw = Callable[[Finding, Look], Drawing]


def show(build: Build, draw: Draw, view: View | None = None) -> None:
    """Ask, and show as a chart or a table as the reader likes, with its sentence and definition."""
    view = view or current_view()
    finding = found(build, view)
    if finding.state == "needs_table" and is_told(finding.note):
        return
    with st.container(key=f"finding_{finding.key}"):
        head(finding)
        if finding.state in ("needs_table", "not_available"):
            show_state(finding)
        else:
            _body(finding, draw, said_of(finding, view))


def show_table(build: Build, view: View | None = None) -> None:
    """Ask, and show as a table alone, with its sentence and definition."""
    view = view or current_view()
    finding = found(build, view)
    if finding.state == "needs_table" and is_told(finding.note):
        return
    head(finding)
    if finding.state == "ok":
        _show_table(finding)
        st.html(f'<p class="sentence">{escape(finding.sentence)}</p>')
        with st.container(horizontal=True, vertical_alignment="center"):
            with st.popover("Definition", type="tertiary"):
                define(finding)
            offer_download(finding, said_of(finding, view))
    else:
        show_state(finding)


def show_pair(left: tuple[Build, Draw], right: tuple[Build, Draw], widths: Sequence[float] = (6, 6)) -> None:
    """Two findings beside each other."""
    for column, (build, draw) in zip(st.columns(widths, gap="large"), (left, right), strict=True):
        with column:
            show(build, draw)


def show_bars(left: Sequence[Build], right: Sequence[Build], view: View | None = None) -> None:
    """Findings told as bars, in two columns."""
    for column, builds in zip(st.columns(2, gap="large"), (left, right), strict=True):
        with column:
            for build in builds:
                show(build, draw_bars(), view)


def head(finding: Finding) -> None:
    """Title, subtitle, and what must be read first."""
    subtitle = f'<p class="subtitle">{escape(finding.subtitle)}</p>' if finding.subtitle else ""
    st.html(f"<h2>{escape(finding.title)}</h2>{subtitle}{_caution(finding)}")


def _caution(finding: Finding) -> str:
    """What must be read before the chart is."""
    return f'<p class="caution">{escape(finding.extra["caution"])}</p>' if "caution" in finding.extra else ""


def said_of(finding: Finding, view: View) -> str:
    """The first line of the table as a file: what it shows, how it may be handled, and of which data."""
    rule = "CONTAINS SMALL NUMBERS" if view.source.mode == "exact" else "protected"
    return (
        f"{finding.title}. {finding.subtitle} {view.source.marking}. Version {view.source.version}, {rule}."
    )


@st.fragment
def _body(finding: Finding, draw: Draw, said: str) -> None:
    body = st.container()
    if finding.sentence:
        st.html(f'<p class="sentence">{escape(finding.sentence)}</p>')
    with st.container(horizontal=True, vertical_alignment="center"):
        shown = st.segmented_control(
            f"Show “{finding.title}” as",
            ["Chart", "Table"],
            default="Chart",
            required=True,
            key=f"shown_{finding.key}",
            label_visibility="collapsed",
        )
        with st.popover("Definition", type="tertiary"):
            define(finding)
        if shown == "Table":
            offer_download(finding, said)
    with body:
        _show_table(finding) if shown == "Table" else _show_chart(finding, draw)


def _show_chart(finding: Finding, draw: Draw) -> None:
    if finding.state == "empty":
        st.html(f'<p class="empty"><strong>0</strong> {escape(finding.note)}</p>')
        return
    show_chart(draw(finding, current_look()), f"chart_{finding.key}")


def _show_table(finding: Finding) -> None:
    headings, rows, words = printed_rows(finding)
    st.html(html_table(headings, rows, words, finding.title))


def define(finding: Finding) -> None:
    """What is counted, from which source, and with what caution."""
    parts = [
        ("What is counted", finding.definition),
        ("Read with care", finding.caveat),
        ("Source", finding.source),
    ]
    st.html("".join(f"<p><strong>{name}</strong><br>{escape(words)}</p>" for name, words in parts if words))
    if finding.sql:
        st.html("<p><strong>The question, as it is asked of the data</strong></p>")
        st.code(finding.sql, language="sql", wrap_lines=True)


def offer_download(finding: Finding, said: str) -> None:
    """The table as a file, as it is on screen."""
    st.download_button(
        "Download table",
        csv_of(finding, said).encode("utf-8-sig"),
        f"{finding.key}.csv",
        "text/csv",
        key=f"download_{finding.key}",
        type="tertiary",
        on_click="ignore",
    )
