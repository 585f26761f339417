"""The map by cells: in exact mode alone, the numbers another count gives, and the planted places among what stands out."""

from __future__ import annotations

import re
from dataclasses import replace

import h3
import pytest

from answers.finding import Finding
from answers.places.cells import cells, is_offered
from answers.places.layers import LAYERS
from answers.scope import Scope
from answers.source import Source
from answers.view import View, found
from data.demo import PLANTED


def view_of(source: Source, name: str = "found", area: str = "X26") -> View:
    layer = LAYERS[name]
    year = [period for period in source.periods if period.kind == "rolling_year"][-1]
    return View(source, Scope(area, layer.role, year), layer.part)


@pytest.fixture(scope="module")
def county(exact: Source) -> Finding:
    return cells(view_of(exact))


def test_cells_are_told_in_exact_mode_alone(protected: Source, exact: Source) -> None:
    assert found(cells, view_of(protected)).state == "not_available"
    assert [name for name in LAYERS if is_offered(view_of(exact, name))] == [
        "missing_from", "found", "recruitment", "exploitation", "moved_to", "any",
    ]  # fmt: skip
    assert found(cells, view_of(exact, "home")).state == "not_available"


def test_each_cell_has_the_children_that_a_plain_count_gives(exact: Source, county: Finding) -> None:
    period = view_of(exact).scope.period
    rows = exact.rows(
        """
        select child, found_cell from missing_episodes join area_tree on area = found_area
        where ancestor = 'X26' and kind = 'missing' and under_18 and started_on >= $since and started_on < $until
            and found_cell is not null
        """,
        {"since": period.since, "until": period.until},
    )
    assert county.table is not None
    shown = dict(zip(county.table.labels("area"), county.table.values("children"), strict=True))
    size = h3.get_resolution(next(iter(shown)))
    plain: dict[str, set[int]] = {}
    for child, cell in rows:
        if h3.get_resolution(cell) >= size:
            plain.setdefault(h3.cell_to_parent(cell, size), set()).add(child)
    assert shown == {cell: len(children) for cell, children in plain.items()}


def test_planted_places_stand_out_and_quiet_ones_do_not(exact: Source, county: Finding) -> None:
    wards = {exact.area(county.extra["leads"][cell]).name for cell in county.extra["out"]}
    hot = {name for name, _, until, _, _ in PLANTED["hotspots"] if until is None}
    assert {"Ivelmere", "Coldthorpe", "Brackstead"} <= wards <= hot
    assert re.search(r"of \d+ cells stand", county.title)


def test_cells_are_smaller_in_smaller_areas(exact: Source, county: Finding) -> None:
    ward = next(area for area in exact.areas if area.name == "Ivelmere")
    near = cells(view_of(exact, area=ward.code))
    assert near.table is not None
    assert county.table is not None
    assert h3.get_resolution(near.table.labels("area")[0]) > h3.get_resolution(county.table.labels("area")[0])
    assert set(near.extra["leads"].values()) == {ward.code}


def test_cells_of_some_children_are_fewer_and_say_of_whom(exact: Source, county: Finding) -> None:
    some = cells(replace(view_of(exact), whom=("age_group", "14-15")))
    assert "(age: 14 to 15)" in some.title
    assert some.table is not None
    assert county.table is not None
    every = dict(zip(county.table.labels("area"), county.table.values("children"), strict=True))
    for cell, count in zip(some.table.labels("area"), some.table.values("children"), strict=True):
        assert (count or 0) <= (every[cell] or 0)


def test_no_record_is_a_true_zero(exact: Source) -> None:
    early = replace(exact.periods[0], since=exact.periods[0].since.replace(year=1995))
    early = replace(early, until=early.since.replace(year=1996))
    finding = cells(replace(view_of(exact), scope=Scope("X26", "found", early)))
    assert finding.state == "empty"
