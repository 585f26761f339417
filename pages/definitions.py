"""Definitions: every measure, word and symbol, and every column that an extract can hold."""

from __future__ import annotations

from html import escape
from pathlib import Path

import streamlit as st

from answers.measures import MEASURES
from answers.question import question_named
from data.declarations import TABLES
from data.dictionary import dictionary_rows
from pages.frame.sections import choose_section
from pages.frame.table import html_table
from pages.frame.template import offer_template
from pages.frame.viewing import current_view

SECTIONS = {"measures": "Measures", "words": "Words and symbols", "dictionary": "Data dictionary"}
GLOSSARY = Path(__file__).parents[1] / "docs" / "glossary.md"


def measures() -> None:
    """Each measure with its definition, source and what to be careful of."""
    rows = []
    for measure in MEASURES.values():
        question = question_named(measure.parts[0].question)
        rows.append([measure.id, measure.name, question.definition, question.caveat, question.source])
    headings = ["", "Measure", "What is counted", "Read with care", "Source"]
    st.html(f"<h2>Measures</h2>{html_table(headings, rows, len(headings), 'Measures')}")


def words() -> None:
    """The glossary: one word, one meaning."""
    lines = GLOSSARY.read_text(encoding="utf-8").splitlines()
    rows = [
        [cell.strip().strip("`*") for cell in line.strip("|").split("|")]
        for line in lines
        if line.startswith("| ")
    ]
    table = html_table(["Word", "What it means here"], rows[2:], 2, "Words")
    symbols = "".join(
        f"<p>{escape(line.replace('`', ''))}</p>" for line in lines if line.startswith("Symbols")
    )
    st.html(f"<h2>Words and symbols</h2>{symbols}{table}")


def dictionary() -> None:
    """The columns of one table of the extract, and the blank template of all."""
    name = st.selectbox("Table", list(TABLES), key="dictionary_table", width=300)
    table = TABLES[name]
    headings = ["Column", "", "Form", "Meaning", "Example"]
    rows = [
        [row["column"], row["required"], row["values"] or row["form"], row["meaning"], row["example"]]
        for row in dictionary_rows()
        if row["table"] == name
    ]
    said = f"One row is {table.row}. Usually sent by {table.sent_by}."
    st.html(
        f"<h2>{name}</h2><p class='subtitle'>{escape(said)} Only ‘areas’ and one other table are needed.</p>"
        + html_table(headings, rows, len(headings), f"Columns of {name}")
    )
    offer_template()


current_view()
{"measures": measures, "words": words, "dictionary": dictionary}[choose_section(SECTIONS)]()
