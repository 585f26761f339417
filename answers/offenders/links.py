"""O3: how far the links between possible offenders and children are concentrated; nobody is named."""

from __future__ import annotations

from answers.breakdown import Breakdown, tell
from answers.finding import Finding
from answers.view import View
from answers.words import percent
from disclosure import ProtectedTable

BENCHMARK = "In one network of the 2011 assessment two held 69%."


def links(view: View) -> Finding:
    """Links to children by the part suspected, and the share of the tenth with most."""
    opening = "Possible offenders by the part suspected"
    return tell(view, Breakdown("links", "offending_links", "part", opening, _words).of("nominals"))


def _words(view: View, table: ProtectedTable) -> tuple[str, str]:
    tenth = view.cells("offending_links").values("top_tenth")[0]
    title = "What part is suspected"
    if tenth:
        title = f"The tenth with most links hold about {percent(tenth)} of the links to children"
    return title, f"Whoever was looked into most has most links. {BENCHMARK}"
