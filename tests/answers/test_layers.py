"""What the map shows of some children alone is what a question says of them, and is offered only where it is held."""

from __future__ import annotations

from dataclasses import replace

import pytest

from answers.places.areas import smallest_areas
from answers.places.layers import AWAY, LAYERS, cells_of, layer_of, whom_of
from answers.places.levels import smallest_within
from answers.question import ask
from answers.scope import Scope
from answers.source import Source
from answers.view import View
from answers.words import in_sentence
from disclosure import ProtectedTable

NAMES = list(LAYERS)


def view_of(source: Source, name: str) -> View:
    layer = LAYERS[name]
    year = [period for period in source.periods if period.kind == "rolling_year"][-1]
    return View(source, Scope("X26", layer.role, year), layer.part)


def shown(table: ProtectedTable) -> list[tuple[str, str]]:
    return list(zip(table.labels("area"), table.printed("children"), strict=True))


@pytest.mark.parametrize("name", NAMES)
def test_whom_a_layer_tells_of_is_what_the_lattice_holds(protected: Source, exact: Source, name: str) -> None:
    of_a_case = bool(LAYERS[name].happened)
    offered = whom_of(view_of(protected, name))
    assert offered[None] == "All children"
    assert (len(offered) == 1) == of_a_case
    assert len(whom_of(view_of(exact, name))) > 10
    assert (AWAY in offered) == (name in ("home", "missing_from", "host"))


@pytest.mark.parametrize("mode", ["protected", "exact"])
@pytest.mark.parametrize("name", NAMES)
def test_every_map_of_some_children_is_told_by_the_question_of_them(
    protected: Source, exact: Source, name: str, mode: str
) -> None:
    source = protected if mode == "protected" else exact
    view = view_of(source, name)
    areas = [area.code for area in smallest_within(source, source.area("X26"))]
    for whom in whom_of(view):
        chosen = replace(view, whom=whom)
        table = cells_of(chosen, layer_of(chosen), areas)
        assert list(table.labels("area")) == areas
        finding = smallest_areas(chosen)
        assert finding.table is not None
        printed = dict(shown(finding.table))
        assert printed == dict(shown(table))
        if whom is not None and whom != AWAY:
            assert in_sentence(whom_of(view)[whom]) in finding.title


def test_children_of_one_age_are_those_of_the_breakdown(protected: Source) -> None:
    view = replace(view_of(protected, "found"), whom=("age_group", "14-15"))
    told = ask(protected, "missing_by_child", "found", ["X26"], [view.scope.period], ("age_group",))
    expected = told.only(age_group="14-15").printed("children")
    assert cells_of(view, layer_of(view), ["X26"]).printed("children") == expected


def test_analysts_see_what_happened_to_some_children(exact: Source) -> None:
    view = replace(view_of(exact, "exploitation"), whom=("gender", "female"))
    by = ("happened", "gender")
    told = ask(exact, "victims_by_place", "exploited", ["all"], [view.scope.period], by)
    girls = told.only(happened="exploitation", gender="female").values("children")
    assert cells_of(view, layer_of(view), ["all"]).values("children") == girls
    assert girls != told.only(happened="exploitation", gender="male").values("children")


def test_no_rate_is_told_of_one_age_or_gender(protected: Source) -> None:
    view = view_of(protected, "home")
    view = replace(view, scope=replace(view.scope, show="rate"))
    table = smallest_areas(view).table
    assert table is not None
    assert "rate" in table.numbers
    for whom in (("gender", "male"), ("age_group", "12-13")):
        table = smallest_areas(replace(view, whom=whom)).table
        assert table is not None
        assert "rate" not in table.numbers
    table = smallest_areas(replace(view, whom=("place", "home"))).table
    assert table is not None
    assert "rate" in table.numbers
