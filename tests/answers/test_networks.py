"""Groups that children link, in exact mode: which, of what standing, and never outside it."""

from __future__ import annotations

import pytest

from answers.groups import network
from answers.groups.network import MOST
from answers.scope import Scope
from answers.source import Source
from answers.view import View, found
from data.problem import Problem
from tests.answers.builders import Build


def year(source: Source, area: str = "all") -> View:
    years = [period for period in source.periods if period.kind == "rolling_year"]
    return View(source, Scope(area, "home", years[-1]))


def test_pairs_are_those_of_the_drawing_each_once(exact: Source) -> None:
    finding = network.shared(year(exact))
    labels = [node.label for node in finding.extra["nodes"]]
    assert finding.table is not None
    pairs = list(zip(finding.table.labels("group"), finding.table.labels("other"), strict=True))
    assert pairs
    assert {end for pair in pairs for end in pair} == set(labels)
    assert len({frozenset(pair) for pair in pairs}) == len(pairs)
    assert all(value and value >= 1 for value in finding.table.values("children"))


def test_the_drawing_is_of_the_area_and_period_and_of_those_linked_to_them(exact: Source) -> None:
    nodes = network.nodes_of(year(exact))
    ((sharing, *_),) = exact.rows("select count(*) from groups where groups_sharing > 0", {})
    inside = {node.label for node in nodes if node.is_inside}
    assert 0 < len(inside) <= len(nodes) <= sharing <= MOST
    counted = network.shared(year(exact)).title
    assert counted.startswith(f"{len(inside)} group")


def test_standing_is_told_of_every_membership(exact: Source) -> None:
    table = network.standing(year(exact)).table
    assert table is not None
    parts = zip(*(table.values(name) for name in network.STANDINGS), strict=True)
    assert [sum(filter(None, part)) for part in parts] == table.values("nominals")


def test_a_district_without_groups_says_so(exact: Source) -> None:
    finding = found(network.shared, year(exact, "unknown"))
    assert finding.state == "empty"
    assert "No group of these shares a child" in finding.note


def test_more_groups_than_a_screen_can_show_are_refused(
    exact: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(network, "MOST", 1)
    with pytest.raises(Problem, match="more than a drawing can show"):
        network.shared(year(exact))


@pytest.mark.parametrize("build", [network.shared, network.standing])
def test_a_meeting_is_refused(protected: Source, build: Build) -> None:
    assert found(build, year(protected)).state == "not_available"
