"""One group's own structure, in exact mode: links by short labels, a centre in words alone, and nobody named."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from answers.finding import Finding
from answers.groups import structure
from answers.groups.structure import CENTRES
from answers.question import question_named
from answers.scope import Scope
from answers.source import Source
from answers.view import View, found
from data.problem import Problem
from tests.answers.test_findings import refuse


@pytest.fixture
def view(exact: Source) -> View:
    years = [period for period in exact.periods if period.kind == "rolling_year"]
    return View(exact, Scope("all", "home", years[-1]))


def test_every_group_that_can_be_chosen_is_told(view: View) -> None:
    offered = structure.offered(view)
    assert offered
    for label in offered:
        finding = structure.structure(view, label)
        for said in (finding.title, finding.subtitle, finding.sentence):
            refuse(said)
        assert finding.extra["caution"].startswith("Read with caution.")


def test_labels_are_short_and_nobody_is_told_of_but_in_the_links(view: View) -> None:
    for label in structure.offered(view):
        finding = structure.structure(view, label)
        assert finding.table is not None
        nodes = {node.label for node in finding.extra["nodes"]}
        assert all(re.fullmatch(r"[NC]\d+", node) for node in nodes)
        assert {*finding.table.labels("possible_offender"), *finding.table.labels("child")} <= nodes
        said = f"{finding.title} {finding.sentence}"
        assert not re.search(r"\b[NC]\d+\b", said), said
        assert "ringleader" not in said.lower()


def test_the_numbers_of_the_sentence_are_those_of_the_links(view: View) -> None:
    for label in structure.offered(view):
        table = structure.structure(view, label).table
        assert table is not None
        pairs = list(zip(table.labels("possible_offender"), table.labels("child"), strict=True))
        several = {child for _, child in pairs if sum(other == child for _, other in pairs) > 1}
        sizes = structure._sizes(view.source, int(label[1:]))
        assert sizes.shared == len(several)
        assert sizes.together == len({member for member, child in pairs if child in several})
        assert sizes.children == len({child for _, child in pairs})


def test_a_centre_is_told_as_the_groups_are_counted(view: View) -> None:
    of = dict(view.source.rows("select 'G' || offender_group, centralisation from groups", {}))
    for label in structure.offered(view):
        assert structure.structure(view, label).title == CENTRES[of[label]][0]
    assert set(CENTRES) == set(question_named("groups").dimensions["centralisation"].values)


@pytest.mark.parametrize("label", ["", "G0", "G9999", "7", "N1", "G1; drop table groups"])
def test_a_group_that_is_not_offered_is_refused(view: View, label: str) -> None:
    with pytest.raises(Problem, match="No group of that number"):
        structure.structure(view, label)


def test_a_meeting_is_refused(protected: Source, view: View) -> None:
    def told(view: View) -> Finding:
        return structure.structure(view, "G1")

    assert found(told, replace(view, source=protected)).state == "not_available"
    with pytest.raises(Problem, match="exact mode only"):
        structure.offered(replace(view, source=protected))
