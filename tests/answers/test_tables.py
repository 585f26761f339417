"""Tables that a reader builds: whatever is offered is answered, cell by cell, and nothing is added up."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from answers.assessment import ask_totals, printed_tables
from answers.cautions import ETHNICITY, ETHNICITY_OF_CHILDREN, caution_of
from answers.finding import Finding
from answers.question import ask, question_named, takes_pairs
from answers.scope import Scope
from answers.source import Source
from answers.tables.built import built
from answers.tables.choices import (
    ALONE,
    AREAS,
    NUMBERS,
    QUARTERS,
    YEARS,
    Choice,
    columns_of,
    fitted,
    numbers_of,
    questions,
    rows_of,
)
from answers.tables.grid import MANY, Grid, kept
from answers.tables.ready import needs_all_areas, question_of, ready, ready_tables
from answers.view import View, found
from queries.question import read_questions
from tests.browser.payload import may_be_shown

COMMON = {NUMBERS, QUARTERS, YEARS, AREAS, ALONE}


def view_of(source: Source, area: str = "all", kind: str = "financial_year") -> View:
    newest = [period for period in source.periods if period.kind == kind][-1]
    return View(source, Scope(area, "home", newest))


def grid_of(finding: Finding) -> Grid:
    assert finding.state == "ok", (finding.title, finding.note)
    grid: Grid = finding.extra["grid"]
    assert {len(row) for row in grid.rows} <= {len(grid.headings)}
    return grid


def cells(grid: Grid) -> dict[tuple[str, str], str]:
    return {
        (row[0], heading): cell
        for row in grid.rows
        for heading, cell in zip(grid.headings[1:], row[1:], strict=True)
    }


def offered(view: View) -> Iterator[tuple[View, Choice]]:
    """Every table of rows alone, and every one of two dimensions, or of a dimension and places or times."""
    for name in questions(view.source):
        fit, _ = fitted(view, name)
        for rows in rows_of(fit, name).options:
            for columns in columns_of(fit, name, rows).options:
                if columns in (NUMBERS, AREAS) or not {rows, columns} & COMMON:
                    yield fit, Choice(name, rows, columns, next(iter(numbers_of(name).options)))


def test_every_question_is_offered_with_its_subject(protected: Source) -> None:
    words = questions(protected)
    assert set(words) == set(read_questions())
    assert words["victims"].startswith("Victims: ")
    assert next(iter(words)) == "missing"


def answered(view: View, choice: Choice) -> Finding:
    def table(view: View) -> Finding:
        return built(view, choice)

    return found(table, view)


@pytest.mark.parametrize("area", ["all", "X05000003", "unknown"])
def test_whatever_is_offered_in_protected_mode_is_held_and_shown(protected: Source, area: str) -> None:
    for view, choice in offered(view_of(protected, area)):
        finding = answered(view, choice)
        if finding.state != "ok":
            assert "so small an area" in finding.title, (choice, finding.title)
            assert area == "X05000003"
            continue
        grid = grid_of(finding)
        counts = [at for at, heading in enumerate(grid.headings) if at and not heading.startswith("Share")]
        assert all(may_be_shown(row[at]) for row in grid.rows for at in counts), choice


def test_pairs_are_offered_only_where_they_are_held(protected: Source) -> None:
    """I8: the page cannot even ask for what is off the lattice."""
    for area in ("all", "X05000003"):
        view = view_of(protected, area)
        for name in questions(protected):
            question = question_named(name)
            for rows in rows_of(view, name).options:
                for columns in columns_of(view, name, rows).options:
                    if {rows, columns} <= set(question.dimensions):
                        pair = tuple(one for one in question.dimensions if one in (rows, columns))
                        assert pair in question.held
                        assert takes_pairs(protected, area)


def test_what_is_held_back_is_explained(protected: Source, exact: Source) -> None:
    ward = view_of(protected, "X05000003")
    assert "all areas together only" in columns_of(ward, "victims", "gender").note
    assert "harm" not in columns_of(ward, "victims", "gender").options
    assert "Not held in protected mode" in rows_of(view_of(protected), "groups").note
    assert "size" not in rows_of(view_of(protected), "groups").options
    assert rows_of(view_of(exact), "groups").note == ""
    assert "size" in rows_of(view_of(exact), "groups").options


def test_exact_mode_takes_any_two_dimensions_in_any_area(exact: Source) -> None:
    view = view_of(exact, "X05000003")
    assert set(columns_of(view, "victims", "living").options) >= set(question_named("victims").dimensions) - {
        "living"
    }


@pytest.mark.parametrize("mode", ["protected", "exact"])
@pytest.mark.parametrize(
    ("rows", "columns"), [("gender", "harm"), ("gender", AREAS), ("harm", QUARTERS), (AREAS, YEARS)]
)
def test_rows_and_columns_may_change_places(
    mode: str, rows: str, columns: str, request: pytest.FixtureRequest
) -> None:
    view = view_of(request.getfixturevalue(mode))
    one = cells(grid_of(built(view, Choice("victims", rows, columns, "children"))))
    other = cells(grid_of(built(view, Choice("victims", columns, rows, "children"))))
    assert one == {(row, column): cell for (column, row), cell in other.items()}


def test_totals_have_their_own_cells(protected: Source) -> None:
    """Shown numbers of a row do not add up to its total, which is asked for by itself."""
    view = view_of(protected)
    grid = grid_of(built(view, Choice("victims", "gender", "harm", "children")))
    by_gender = ask(protected, "victims", "home", ["all"], [view.scope.period], ("gender",))
    by_harm = ask(protected, "victims", "home", ["all"], [view.scope.period], ("harm",))
    assert [row[-1] for row in grid.rows[:-1]] == by_gender.printed("children")
    assert grid.rows[-1][1:-1] == by_harm.printed("children")
    assert grid.rows[-1][-1] == view.cells("victims").printed("children")[0]


def test_the_areas_below_stand_above_their_whole(exact: Source) -> None:
    view = view_of(exact, "X26")
    rows = grid_of(built(view, Choice("missing", AREAS))).rows
    assert [row[0] for row in rows] == [*(part.name for part in exact.parts("X26")), "Eldermere"]
    assert rows[-1][1:] == [view.cells("missing").printed(one)[0] for one in ("children", "episodes")]


def test_what_is_not_known_has_its_rows(exact: Source) -> None:
    names = [row[0] for row in grid_of(built(view_of(exact), Choice("victims", "nationality"))).rows]
    assert {"Unknown", "Not recorded"} <= set(names)
    assert grid_of(built(view_of(exact), Choice("missing", AREAS))).rows[-2][0] == "Area not known"


def test_a_long_list_leaves_out_what_nobody_is_counted_under_but_never_the_unknown() -> None:
    codes = [*(f"code{number}" for number in range(MANY)), "unknown"]
    nobody = [["0", "0"]] * len(codes)
    assert kept(codes, [["0", "<10"], *nobody[1:]]) == ["code0", "unknown"]
    assert kept(codes[:MANY], nobody[:MANY]) == codes[:MANY]


def test_a_role_or_a_period_that_a_question_does_not_have_is_replaced_with_a_word(protected: Source) -> None:
    quarter = view_of(protected, kind="quarter")
    host = View(protected, Scope("all", "host", quarter.scope.period))
    view, said = fitted(host, "exploited_and_missing")
    assert (view.scope.role, view.scope.period.kind) == ("home", "rolling_year")
    assert len(said) == 2
    assert fitted(quarter, "missing") == (quarter, [])


OFFENDERS = [
    ("nominals_identified", "ethnicity"),
    ("nominals_identified", "nationality"),
    ("groups", "composition"),
    ("group_children", "composition"),
]


@pytest.mark.parametrize(("question", "dimension"), OFFENDERS)
def test_the_caution_stands_above_the_background_of_possible_offenders(
    exact: Source, question: str, dimension: str
) -> None:
    assert built(view_of(exact), Choice(question, dimension)).extra["caution"] == ETHNICITY


def test_the_ethnicity_of_children_has_a_caution_of_its_own_and_nothing_else_has_one() -> None:
    assert caution_of("victims", ["gender", "ethnicity"]) == ETHNICITY_OF_CHILDREN
    assert caution_of("victims", ["gender", "harm"]) == ""
    assert caution_of("nominals_identified", ["gender", "identification"]) == ""


@pytest.mark.parametrize("name", list(ready_tables()))
def test_the_assessments_tables_are_ready_in_exact_mode(exact: Source, name: str) -> None:
    printed = printed_tables()[name]
    view = view_of(exact)
    finding = ready(view, name)
    grid = grid_of(finding)
    totals = ask_totals(exact, printed, "home", "all", view.scope.period)
    assert grid.rows[-1][-len(totals) :] == [f"{value:,}" for value in totals.values()]
    assert bool(finding.extra["caution"]) == (name in ("CEOP3", "CEOP4", "CEOP6", "CEOP10"))
    assert len(grid.headings) - grid.words == (2 if printed.sides else 1)


@pytest.mark.parametrize("name", list(ready_tables()))
def test_in_protected_mode_a_ready_table_is_shown_or_explained(protected: Source, name: str) -> None:
    for area in ("all", "X05000003"):
        view = view_of(protected, area)
        finding = found(lambda one: ready(one, name), view)
        if finding.state == "ok":
            grid = grid_of(finding)
            assert all(may_be_shown(cell) for row in grid.rows for cell in row[grid.words :])
            assert not needs_all_areas(view, name)
        else:
            assert finding.note.startswith("In protected mode")
            assert needs_all_areas(view, name) or name in ("CEOP5", "CEOP6", "CEOP11")


def test_in_protected_mode_no_ready_table_puts_kinds_of_not_knowing_together(protected: Source) -> None:
    view = view_of(protected)
    for name in ("CEOP7", "CEOP12", "CEOP13"):
        dimension = printed_tables()[name].dimension
        shown = view.cells(question_of(name), (dimension,))
        apart = dict(zip(shown.labels(dimension), shown.printed("children"), strict=True))
        rows = {row[0]: row[-1] for row in grid_of(ready(view, name)).rows}
        assert rows["Unknown"] == apart["unknown"]
        assert rows.get("Not recorded", "0") == apart["not_recorded"]
