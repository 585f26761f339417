"""Attacks 4, 12 and 15: what small groups, shares and the sizes of networks give away."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest

from answers.question import ask, question_named
from answers.scope import Scope
from answers.source import Source
from answers.view import View, found
from disclosure import percentage
from queries.question import read_questions
from tests.answers.builders import builders

OF_GROUPS = [name for name, question in read_questions().items() if question.behind]
SHARES = [
    build for build in builders() if build.__module__.split(".")[1] in ("children", "offenders", "groups")
]


def cells_of(
    source: Source, name: str, by: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], float | None]]:
    """Every cell of a question that the cube can be asked for, by area, period and code."""
    areas = [area.code for area in source.areas]
    periods = [period for period in source.periods if period.kind != "month"]
    table = ask(source, name, "home", areas, periods, by)
    keys = zip(*(table.labels(one) for one in table.dimensions), strict=True)
    yield from zip(keys, table.values(table.numbers[0]), strict=True)


@pytest.mark.parametrize("name", OF_GROUPS)
def test_no_group_is_counted_unless_enough_people_stand_behind_it(protected: Source, name: str) -> None:
    """Attack 15: a number of groups is shown where it is 10 or more, and so is everybody it is made of."""
    question = question_named(name)
    for by in question.held:
        if len(by) > 1:
            continue
        behind = [dict(cells_of(protected, other, by)) for other in question.behind]
        for key, value in cells_of(protected, name, by):
            if value:
                assert value >= 10
                assert all((people[key] or 0) >= 10 for people in behind), key


def test_nothing_that_could_describe_one_group_is_held(protected: Source) -> None:
    """Attack 15: sizes, composition and how links are spread are in no table of the cube."""
    columns = {
        column for (column,) in protected.rows("select column_name from information_schema.columns", {})
    }
    exact_only = {
        name
        for question in read_questions().values()
        for name, dimension in question.dimensions.items()
        if dimension.exact_only
    }
    assert {"size", "composition", "centralisation", "children_linked"} <= exact_only
    assert not exact_only & columns


def test_no_graph_of_groups_is_held(protected: Source) -> None:
    """Attack 15: no list of who is linked to whom, no layout and no degree: the cube holds no table of groups at all."""
    tables = {name for (name,) in protected.rows("select table_name from information_schema.tables", {})}
    columns = {name for (name,) in protected.rows("select column_name from information_schema.columns", {})}
    assert (
        not {"group_places", "node_places", "group_nodes", "group_links", "groups_sharing", "offending"}
        & tables
    )
    assert not {"offender_group", "other_group", "network", "x", "y", "node", "nominal", "child"} & columns


@pytest.mark.parametrize("build", SHARES, ids=lambda build: f"{build.__module__}.{build.__name__}")
def test_a_share_is_of_shown_numbers_and_of_no_small_group(protected: Source, build: object) -> None:
    """Attacks 4 and 12: a share tells of no count that is not shown, and of no whole below 20, at 0% or 100% either."""
    periods = [period for period in protected.periods if period.kind == "rolling_year"][-2:]
    for area, period in product([area.code for area in protected.areas if area.depth <= 2], periods):
        finding = found(build, View(protected, Scope(area, "home", period)))  # type: ignore[arg-type]
        table = finding.table
        if table is None:
            continue
        for name in table.numbers:
            if not name.startswith("share"):
                continue
            counted = name.removeprefix("share_of_") if name != "share" else finding.extra["number"]
            counts, shares = table.values(counted), table.values(name)
            for share, count in zip(shares, counts, strict=True):
                assert share is None or (count is not None and share.is_integer())
                assert share != 0 or count == 0
            assert 100 not in shares or sum(count != 0 for count in counts) == 1, finding.key


@pytest.mark.parametrize(("part", "whole"), [(10, 20), (20, 20), (15, 85), (30, 160)])
def test_a_share_follows_from_its_printed_parts_alone(part: int, whole: int) -> None:
    """Attack 4: solved back, it gives the printed numbers again, and nothing of the true ones."""
    assert percentage(part, whole, "protected") == round(100 * part / whole)
    assert percentage(None, whole, "protected") is None
    assert percentage(part, 15, "protected") is None
