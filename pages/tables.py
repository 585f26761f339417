"""Tables: one that a reader builds from any question, or one of the 2011 assessment; the page's address is the table."""

from __future__ import annotations

import streamlit as st

from answers.finding import Finding
from answers.source import Source
from answers.tables import choices, ready
from answers.tables.built import built
from answers.tables.choices import NUMBERS, Choice, Offer
from answers.view import View, found
from pages.frame.choices import choose, choose_name, explain, offer_all_areas
from pages.frame.sheet import show_sheet
from pages.frame.viewing import current_view

OWN = "own"
NOTED = ("table", "count", "rows", "columns", "number")


def choose_start(source: Source) -> tuple[str, str, str]:
    """A ready-made table or one's own; the question that is counted; the name to save it under."""
    with st.container(key="table_start", horizontal=True, vertical_alignment="bottom"):
        start = choose(
            "table", "Start from", Offer({OWN: "A table of your own", **ready.ready_tables()}), 300
        )
        if start == OWN:
            question = choose(
                "count", "What to count (type to search)", Offer(choices.questions(source)), 590
            )
        else:
            question = ready.question_of(start)
        return start, question, choose_name()


def choose_parts(view: View, question: str) -> Choice:
    """Rows, columns, and the number in the cells where there is a choice."""
    with st.container(key="table_parts", horizontal=True, vertical_alignment="bottom"):
        rows = choose("rows", "Rows", choices.rows_of(view, question), 330, question)
        columns = choose("columns", "Columns", choices.columns_of(view, question, rows), 330, question)
        numbers = choices.numbers_of(question)
        number = next(iter(numbers.options))
        if columns != NUMBERS and len(numbers.options) > 1:
            number = choose("number", "In the cells", numbers, 170, question)
    return Choice(question, rows, columns, number)


def own_table(view: View, question: str) -> Finding:
    """The reader's table, after its choices and what is said of them."""
    choice = choose_parts(view, question)
    offers = [choices.rows_of(view, question), choices.columns_of(view, question, choice.rows)]
    explain(NOTED, [*said, *(offer.note for offer in offers)])
    if choices.needs_all_areas(view, question):
        offer_all_areas()

    def table(view: View) -> Finding:
        return built(view, choice)

    return found(table, view)


def ready_table(view: View, name: str) -> Finding:
    """A table of the assessment."""
    explain(NOTED[:1], said)

    def table(view: View) -> Finding:
        return ready.ready(view, name)

    return found(table, view)


asked = current_view()
start, question, name = choose_start(asked.source)
view, said = choices.fitted(asked, question)
finding = own_table(view, question) if start == OWN else ready_table(view, start)
show_sheet(finding, view, name)
if start != OWN and ready.needs_all_areas(view, start):
    offer_all_areas()
