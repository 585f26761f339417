"""Two areas or two periods side by side: both shown, on one scale, and no difference that the shown numbers do not bear."""

from __future__ import annotations

import pytest

from answers.breakdown import TOO_FEW
from answers.children import beside
from answers.children.beside import NO_CONCLUSION, OF_FEW, PROFILE, offered, pair_of
from answers.children.beside import beside as set_beside
from answers.periods import period_between
from answers.scope import Scope
from answers.source import Source
from answers.view import View
from disclosure import ProtectedTable, side_by_side, table_of
from tests.answers.test_findings import refuse

Shown = float | None
BOTH = {"a": "here", "b": "there"}


def year(source: Source, area: str = "all", role: str = "home") -> View:
    years = [period for period in source.periods if period.kind == "rolling_year"]
    return View(source, Scope(area, role, years[-1]))


@pytest.mark.parametrize("mode", ["protected", "exact"])
def test_every_pair_that_is_offered_is_told(mode: str, request: pytest.FixtureRequest) -> None:
    source: Source = request.getfixturevalue(mode)
    for view in (year(source), year(source, source.areas[-1].code, "exploited")):
        choices = list(offered(view))
        for chosen in (*choices[:3], *choices[-3:]):
            for dimension in PROFILE:
                finding = set_beside(view, pair_of(view, chosen), dimension)
                for said in (finding.title, finding.subtitle, finding.sentence, finding.note):
                    refuse(said)
                assert ("caution" in finding.extra) == (dimension == "ethnic_group")


def test_both_columns_are_what_each_would_show_alone(protected: Source) -> None:
    view = year(protected)
    chosen = next(
        code for code in offered(view) if code.startswith("area:") and protected.area(code[5:]).depth == 2
    )
    table = set_beside(view, pair_of(view, chosen), "harm").table
    assert table is not None
    for name, area in (("here", "all"), ("there", chosen[5:])):
        alone = view.cells("victims", ("harm",), areas=[area])
        shown = dict(zip(alone.labels("harm"), alone.printed("children"), strict=True))
        assert table.printed(name) == [shown[code] for code in table.labels("harm")]


def test_periods_that_share_a_day_are_not_set_beside_each_other(protected: Source) -> None:
    view = year(protected)
    periods = {period.name: period for period in protected.periods}
    others = [periods[code[7:]] for code in offered(view) if code.startswith("period:")]
    assert others
    assert all(one.until <= view.scope.period.since for one in others)
    assert others == sorted(others, key=lambda one: one.since, reverse=True)


def test_free_days_have_other_areas_beside_them_only(exact: Source) -> None:
    days = period_between(exact.data_date.replace(day=1), exact.data_date)
    view = View(exact, Scope("all", "home", days))
    assert {code.split(":")[0] for code in offered(view)} == {"area"}


def drawn(
    monkeypatch: pytest.MonkeyPatch,
    here: dict[str, Shown],
    there: dict[str, Shown],
    wholes: tuple[Shown, Shown],
) -> None:
    """Every number is the one given, of the years a and b."""

    def cells(view: View, pair: beside.Pair, by: tuple[str, ...]) -> ProtectedTable:
        sides = ({"": wholes[0]}, {"": wholes[1]}) if not by else (here, there)
        rows = [
            (period, code, count)
            for period, side in zip(BOTH, sides, strict=True)
            for code, count in side.items()
        ]
        periods, codes, counts = zip(*rows, strict=True)
        columns = {
            "area": ["all"] * len(rows),
            "period": periods,
            **dict.fromkeys(by, codes),
            "children": counts,
        }
        return side_by_side(
            table_of(columns, ("area", "period", *by), ("children",), "protected"), "period", BOTH, "children"
        )

    monkeypatch.setattr(beside, "_cells", cells)


@pytest.mark.parametrize(
    ("here", "there", "sentence"),
    [
        ((60.0, 20.0), (60.0, 30.0), "The most of those named and shown, on both sides: confirmed."),
        ((60.0, 20.0), (20.0, 60.0), "The most of those named and shown: confirmed in 2025, suspected in 2024."),
        ((60.0, 55.0), (20.0, 60.0), TOO_FEW),  # rounding alone could make that
        ((None, None), (20.0, 60.0), TOO_FEW),
        ((0.0, 0.0), (20.0, 60.0), "No named kind is recorded in 2025."),
    ],
)  # fmt: skip
def test_a_difference_is_told_only_where_the_shown_numbers_bear_it(
    protected: Source, monkeypatch: pytest.MonkeyPatch,
    here: tuple[Shown, Shown], there: tuple[Shown, Shown], sentence: str,
) -> None:  # fmt: skip
    codes = ("confirmed", "suspected")
    drawn(monkeypatch, dict(zip(codes, here, strict=True)), dict(zip(codes, there, strict=True)), (100, 100))
    pair = beside.Pair("period", ("all",), (), ("2025", "2024"))
    assert set_beside(year(protected), pair, "harm").sentence == sentence


@pytest.mark.parametrize("wholes", [(15.0, 100.0), (None, 100.0), (100.0, 0.0)])
def test_of_few_children_no_pattern_is_told(
    protected: Source, monkeypatch: pytest.MonkeyPatch, wholes: tuple[Shown, Shown]
) -> None:
    drawn(monkeypatch, {"confirmed": 60.0}, {"confirmed": 60.0}, wholes)
    pair = beside.Pair("period", ("all",), (), ("2025", "2024"))
    assert set_beside(year(protected), pair, "harm").sentence == OF_FEW


def test_of_ethnicity_nothing_is_concluded(protected: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn(
        monkeypatch, {"white": 90.0, "not_recorded": 10.0}, {"white": 60.0, "not_recorded": 40.0}, (100, 100)
    )
    pair = beside.Pair("period", ("all",), (), ("2025", "2024"))
    finding = set_beside(year(protected), pair, "ethnic_group")
    assert finding.title == "Ethnic group as recorded is too incomplete to conclude from in 2024"
    assert finding.sentence == NO_CONCLUSION
    assert finding.extra["caution"].startswith("Read with caution.")
