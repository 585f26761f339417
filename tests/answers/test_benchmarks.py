"""Published figures beside local ones: as published, with a local figure only where one may be compared."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from answers.benchmarks import HEADINGS, benchmarks, published
from answers.question import question_named
from answers.scope import Scope
from answers.source import Source, open_source
from answers.tables.grid import Grid
from answers.view import View
from data.demo.ceop2011 import REFERENCE
from disclosure import percentage
from tests.answers.extracts import load_extract

RANKING = ("better", "worse", "best", "worst", "rank", "above average", "below average", "target")


def rows_of(view: View) -> dict[str, dict[str, str]]:
    grid: Grid = benchmarks(view).extra["grid"]
    return {row[0]: dict(zip(HEADINGS, row, strict=True)) for row in grid.rows}


def year_of(source: Source, area: str = "all") -> View:
    year = [period for period in source.periods if period.kind == "rolling_year"][-1]
    return View(source, Scope(area, "home", year))


def numbers_in(published: Any) -> set[int]:
    """Every whole number of the published tables and figures."""
    if isinstance(published, dict):
        published = list(published.values())
    if isinstance(published, list):
        return {number for part in published for number in numbers_in(part)}
    return {published} if isinstance(published, int) else set()


def test_every_published_benchmark_is_declared_as_it_was_published() -> None:
    declared = [(one.value, one.unit, one.section) for one in published() if not one.counted]
    printed = [
        (one["value"], one["unit"], one["where"].removeprefix("section ")) for one in REFERENCE["benchmarks"]
    ]
    assert sorted(declared, key=str) == sorted(printed, key=str)


def test_every_count_behind_a_share_was_published() -> None:
    known = numbers_in(REFERENCE["tables"]) | numbers_in(REFERENCE["figures"]) | {940 + 277}
    assert {number for one in published() for number in one.counted} <= known


def test_figures_print_as_a_reader_says_them() -> None:
    printed = {one.measure: one.printed for one in published()}
    assert printed["Children who run away who are harmed while away"] == "1 in 12"
    assert printed["Victims who had been missing, national"] == "40% (842 of 2,083)"
    assert printed["Young people at Safe and Sound Derby with an offending history"] == "40% of 552"
    assert printed["Risk of Sexual Harm Orders, Lancashire"] == "1 order"
    assert printed["Repeat missing children and their episodes in six months, case study 7"] == (
        "8 children, 225 episodes"
    )


def test_each_has_a_reason_and_what_it_is_set_beside_exists() -> None:
    for one in published():
        assert one.why.endswith(".")
        if one.local:
            question = question_named(one.local.question)
            assert one.local.code in question.dimensions[one.local.by].values
            assert (one.local.by,) in question.held
            assert one.local.counted in question.counts


def test_a_local_share_is_worked_out_from_the_shown_numbers_beside_it(protected: Source) -> None:
    view = year_of(protected)
    shown = view.cells("victims", ("gender",)).only(gender="female").values("children")[0]
    whole = view.total("victims", "children")
    share = percentage(shown, whole, "protected")
    row = rows_of(view)["Victims who were girls, national"]
    assert row["Here"] == f"{share:.0f}%"
    assert row["Counted here"].startswith(f"{shown:,.0f} of {whole:,.0f} children")


def test_what_is_not_comparable_has_no_local_figure(exact: Source) -> None:
    for one in published():
        row = rows_of(year_of(exact))[one.measure]
        assert (row["Here"] == ":") == (one.local is None), one.measure
        assert row["Why the two may differ"] == one.why


def test_a_withheld_number_gives_no_share(protected: Source) -> None:
    ward = rows_of(year_of(protected, "X05000003"))
    for row in ward.values():
        if row["Counted here"].startswith(("<10", "c", "0 of")) or " of <10" in row["Counted here"]:
            assert not row["Here"].endswith("%") or row["Here"] == "0%"


def test_a_quarter_is_told_of_the_year_that_ends_with_it(protected: Source) -> None:
    year = year_of(protected)
    quarter = [period for period in protected.periods if period.kind == "quarter"][-1]
    told = benchmarks(View(protected, Scope("all", "host", quarter)))
    assert year.scope.period.label_long in told.subtitle
    rows = {row[0]: row for row in told.extra["grid"].rows}
    assert "by home area" in rows["Victims who were girls, national"][4]


def test_nothing_is_called_better_or_worse(exact: Source) -> None:
    words = " ".join(cell for row in rows_of(year_of(exact)).values() for cell in row.values()).lower()
    assert not [word for word in RANKING if word in words]


def test_a_table_that_nobody_sent_is_named(tmp_path: Path) -> None:
    source = open_source("exact", load_extract(tmp_path, "one_row"))
    view = View(source, Scope("all", source.default_role, source.periods[0]))
    row = rows_of(view)["Victims who were girls, national"]
    assert (row["Here"], row["Counted here"]) == (":", "No agency has sent the table ‘victims’.")
    source.close()


@pytest.mark.parametrize("mode", ["protected", "exact"])
def test_every_row_is_printed_in_full(mode: str, request: pytest.FixtureRequest) -> None:
    for area in ("all", "X26", "unknown"):
        for row in rows_of(year_of(request.getfixturevalue(mode), area)).values():
            assert all(row[heading] for heading in HEADINGS if heading != "Counted here")
            assert "None" not in " ".join(row.values()).split()
