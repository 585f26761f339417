"""One line for each page: what its records leave out, from shown numbers, and which agencies are silent."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from answers.quality.gaps import silent_names
from answers.quality.strip import RESTS, named, strip
from answers.scope import Scope
from answers.source import Source, open_source
from answers.view import View
from answers.words import percent
from disclosure import percentage
from tests.answers.extracts import load_extract
from tests.answers.test_findings import refuse
from tests.browser.pages import stems

# Pages about the records themselves, and those whose own numbers say how complete they are.
EXCUSED = {"briefing", "loading", "quality", "definitions", "tables", "benchmarks"}


def view_of(source: Source, kind: str = "rolling_year", area: str = "all") -> View:
    held = [period for period in source.periods if period.kind == kind]
    return View(source, Scope(area, "home", held[-1]))


def test_each_page_of_the_menu_has_a_strip_or_is_excused() -> None:
    assert set(stems()) == {*RESTS, *EXCUSED}


@pytest.mark.parametrize("page", RESTS)
def test_a_strip_reads_well(protected: Source, exact: Source, page: str) -> None:
    for source in (protected, exact):
        told = strip(view_of(source), page)
        assert told
        for words in (*told.fields, told.agencies):
            assert words
            refuse(words)


def test_a_share_is_of_the_shown_numbers(protected: Source) -> None:
    view = view_of(protected)
    told = strip(view, "missing")
    gaps = view.cells("records_incomplete", ("field",), ["all"], role="home").only(field="harm")
    sent = view.cells("records_sent", ("record",), ["all"], role="home").only(record="missing_episodes")
    share = percentage(gaps.values("records")[0], sent.values("records")[0], "protected")
    assert told
    assert f"harm {percent(share)}" in told.fields[0]
    assert f"Left out of {sent.printed('records')[0]} absences" in told.fields[0]


def test_a_strip_is_the_same_whichever_area_is_chosen(protected: Source) -> None:
    whole, small = (strip(view_of(protected, area=area), "children") for area in ("all", "X05000003"))
    assert whole == small


def test_it_names_who_is_silent_and_counts_the_others(protected: Source) -> None:
    view = view_of(protected)
    names, told = silent_names(view), strip(view, "board")
    assert told
    assert names[0] in told.agencies
    assert f"of {len(protected.agency_names)} agencies" in told.agencies
    assert named(["A"]) == "A"
    assert named(["A", "B"]) == "A and B"
    assert named(["A", "B", "C"]) == "A and 2 others"


def test_tables_that_nobody_sent_are_said_not_to_be(tmp_path: Path) -> None:
    source = open_source("protected", load_extract(tmp_path, "one_row"))
    view = View(source, Scope("all", source.default_role, source.periods[-1]))
    for page, rests in RESTS.items():
        told = strip(view, page)
        assert told
        said = " ".join(told.fields)
        assert not re.search(r"\d%", said)
        if page not in ("missing", "places", "journeys"):
            assert said.startswith("No ")
            assert len(told.fields) == max(1, len(rests))
    source.close()
