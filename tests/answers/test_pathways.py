"""Pathways: flows of shown cells alone, sources that sent nothing, and one map from each tool to the common level."""

from __future__ import annotations

import pytest

from answers.pathways import levels, sources, steps
from answers.question import ask
from answers.scope import Scope
from answers.source import Source
from answers.view import View
from disclosure import ProtectedTable


def view_of(source: Source, area: str = "X26") -> View:
    year = [period for period in source.periods if period.kind == "rolling_year"][-1]
    return View(source, Scope(area, "home", year))


def cells_of(table: ProtectedTable) -> dict[tuple[str, ...], str]:
    keys = zip(*(table.labels(name) for name in ("step", "state", "next")), strict=True)
    return dict(zip(keys, table.printed("referrals"), strict=True))


@pytest.mark.parametrize("mode", ["protected", "exact"])
def test_every_node_and_flow_prints_the_cell_of_the_question(
    mode: str, request: pytest.FixtureRequest
) -> None:
    source: Source = request.getfixturevalue(mode)
    view = view_of(source)
    drawn = cells_of(steps.flow_table(view))
    for by in (("assessed",), ("discussed", "planned"), ("planned", "served"), ("served",)):
        asked = ask(source, steps.QUESTION, "home", ["X26"], [view.scope.period], by)
        for *codes, printed in zip(
            *(asked.labels(name) for name in by), asked.printed("referrals"), strict=True
        ):
            key = (by[0], *codes) if len(by) == 2 else (by[0], *codes, "all")
            assert drawn[key] == printed


def test_in_exact_mode_what_enters_a_step_leaves_the_one_before(exact: Source) -> None:
    table = steps.flow_table(view_of(exact))
    numbers = dict(zip(cells_of(table), table.values("referrals"), strict=True))
    for (step, state, after), count in numbers.items():
        if after == "all" and step not in ("referred", "served"):
            assert count == sum(
                many or 0 for key, many in numbers.items() if key[:2] == (step, state) and key[2] != "all"
            )
    whole = numbers["referred", "all", "all"]
    for step in steps.STEPS:
        assert whole == sum(many or 0 for key, many in numbers.items() if key[0] == step and key[2] == "all")


def test_a_district_is_followed_no_further_than_one_breakdown(protected: Source) -> None:
    finding = steps.flow(view_of(protected, "X07000001"))
    assert "Eldermere" in finding.subtitle
    conversion = steps.conversion(view_of(protected, "X07000001"))
    assert "Eldermere" not in conversion.subtitle
    assert conversion.state == "ok"


def test_what_is_withheld_is_said_to_be_and_never_none(protected: Source) -> None:
    view = view_of(protected)
    table = steps.flow_table(view)
    told = steps.flow_words(view, table, None)
    assert told[0] == "From referral to service"
    counts = cells_of(table)
    waits = counts["served", "waiting", "all"]
    expected = {"c": "withheld for a service", "0": "none for a service"}.get(waits, f"{waits} for a service")
    assert expected in told[1]


@pytest.mark.parametrize("mode", ["protected", "exact"])
def test_only_true_zeros_are_called_silent(mode: str, request: pytest.FixtureRequest) -> None:
    finding = sources.silent(view_of(request.getfixturevalue(mode)))
    assert finding.table is not None
    assert set(finding.table.values("children")) == {0}
    assert "3E" in finding.table.labels("source")  # accident and emergency: the demo plants none
    assert not {"unknown", "not_listed", "not_recorded"} & set(finding.table.labels("source"))
    assert finding.title == "16 sources sent nothing"


def test_of_a_withheld_district_no_source_is_called_silent_for_being_small(protected: Source) -> None:
    view = view_of(protected, protected.areas[-1].code)
    table = view.cells(sources.QUESTION, ("source",))
    silent = sources.silent_sources(table)
    counts = dict(zip(table.labels("source"), table.values("children"), strict=True))
    assert all(counts[code] == 0 for code in silent)


def test_the_map_from_each_tool_is_visible(protected: Source) -> None:
    view = view_of(protected)
    assert levels.common_level(view, "eldermere_tool_2: amber") == "Medium"
    finding = levels.tools(view)
    assert finding.labels["tool_level"]["eldermere_tool_2: amber"] == "Eldermere tool 2: amber (medium)"
    assert finding.table is not None
    assert (
        finding.table.labels("common")[finding.table.labels("tool_level").index("not_listed")]
        == "Not one level"
    )


def test_a_level_mapped_in_two_ways_says_so(exact: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    twice = [
        {"tool_level": "blue: amber", "tool": "blue", "local_level": "amber", "level": level}
        for level in ("low", "medium")
    ]
    monkeypatch.setitem(exact.__dict__, "tool_levels", twice)
    monkeypatch.setitem(exact.__dict__, "tool_names", {"blue: amber": "Blue: amber"})
    assert levels.common_level(view_of(exact), "blue: amber") == "Low and medium"
    assert "Mapped in more than one way: Blue: amber." in levels._conflict_words(view_of(exact))
