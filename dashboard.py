"""Sightline: the menu, the filter bar and the status line around every page, and the one place errors are shown."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import cast

import streamlit as st

from answers.scope import ROLES
from answers.source import Source, current_version, open_source
from answers.view import View
from data.problem import Problem
from disclosure import Mode
from pages.frame.address import note_filters, write_address
from pages.frame.asked import filters_of, set_filters
from pages.frame.filters import OFFERED_ROLES, choose_scope
from pages.frame.states import show_problem
from pages.frame.status import show_status
from pages.frame.strip import show_strip
from pages.frame.style import apply_style
from pages.frame.viewing import current_look, viewing

MENU = {
    "": [st.Page("pages/briefing.py", title="Briefing", default=True)],
    "Children missing": [
        st.Page("pages/missing.py", title="Missing"),
        st.Page("pages/interviews.py", title="Return interviews"),
        st.Page("pages/places.py", title="Places"),
        st.Page("pages/journeys.py", title="Journeys"),
    ],
    "Exploitation": [
        st.Page("pages/children.py", title="Children"),
        st.Page("pages/offenders.py", title="Possible offenders"),
        st.Page("pages/groups.py", title="Groups"),
    ],
    "Response": [
        st.Page("pages/pathways.py", title="Pathways"),
        st.Page("pages/services.py", title="Services and need"),
        st.Page("pages/disruption.py", title="Disruption and outcomes"),
        st.Page("pages/board.py", title="The board"),
    ],
    "Data": [
        st.Page("pages/loading.py", title="Loading and completeness"),
        st.Page("pages/quality.py", title="Data quality"),
        st.Page("pages/definitions.py", title="Definitions"),
        st.Page("pages/tables.py", title="Tables"),
        st.Page("pages/benchmarks.py", title="Benchmarks"),
    ],
}
# Of few people a quarter shows little: these pages tell of a year, and ask by roles that missing episodes have not.
OF_A_YEAR = {
    "places",
    "journeys",
    "children",
    "offenders",
    "groups",
    "benchmarks",
    "services",
    "disruption",
    "pathways",
}
A_YEAR = {"period": "this page needs a year"}
ROLES_OF_CASES = ("home", "exploited", "recorded")
ROLES_OF_PLACES = ("home", "missing_from", "host", "found", "exploited")
ROLES_OF_PAGE = dict.fromkeys(OF_A_YEAR, ROLES_OF_CASES) | {
    "tables": tuple(ROLES),
    "places": ROLES_OF_PLACES,
    "journeys": ("home", "host"),
    "services": ("home",),
    "pathways": ("home",),
    "board": ("home",),
    "disruption": ("recorded",),
}
ROOT = Path(os.environ.get("SIGHTLINE_DATA", "var"))
MODE = cast(Mode, os.environ.get("MODE", "protected"))
STATIC = Path(__file__).parent / "static"


@st.cache_resource(max_entries=2, show_spinner=False)
def opened(mode: Mode, root: Path, version: str) -> Source:
    """The data of one version in one mode, opened once for everybody; `version` is only what it is kept by."""
    return open_source(mode, root)


@st.cache_resource(max_entries=1, show_spinner=False)
def set_apart(version: str) -> None:
    """What the first page brought in stays, and Streamlit looks for garbage after each run: it need not look there.

    A version that is no longer served was set apart too: it is let go first.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def main() -> None:
    """One run: one version of the data, one state of the filters, one page."""
    st.set_page_config(page_title="Sightline", layout="wide", page_icon=str(STATIC / "mark.svg"))
    page = st.navigation(MENU, position="top")
    look = current_look()
    st.logo(str(STATIC / f"wordmark-{look.theme}.svg"), size="large")
    try:
        source = opened(MODE, ROOT, current_version(ROOT))
        set_filters(source)
        of_a_year = page.url_path in OF_A_YEAR
        scope = choose_scope(source, ROLES_OF_PAGE.get(page.url_path, OFFERED_ROLES))
        view = View(source, scope).of_a_year() if of_a_year else View(source, scope)
        look = current_look()
        apply_style(look)
        show_status(source, view.scope, A_YEAR if view.scope != scope else {})
        st.html(f'<h1 class="unseen">{page.title}</h1>')
        filters = filters_of(source, scope, look.room)
        note_filters(filters)
        show_strip(view, page.url_path)
        with viewing(view):
            page.run()
        write_address(filters)
        set_apart(source.version)
    except Problem as problem:
        apply_style(look)
        show_problem(problem)


main()
