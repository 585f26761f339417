"""Every finding, in every state: built, in words that are true to read, and short enough to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from answers.briefing.changes import statements
from answers.briefing.completeness import who_answered
from answers.briefing.headlines import headlines
from answers.finding import Finding
from answers.periods import Period, period_between
from answers.question import OffLattice
from answers.scope import UNITS, Scope
from answers.source import Source, open_source
from answers.view import View, found
from disclosure import Mode
from tests.answers.builders import Build, builders
from tests.answers.extracts import load_extract

BUILDERS = builders()
OF_PYTHON = re.compile(r"\bNone\b|\bnan\b|\binf\b|NaN|\[\]|\{|<NA>|withheld%|\bTrue\b|\bFalse\b")
TWO_DECIMALS = re.compile(r"\d\.\d{2}")
LONGEST = 200
WITH_RATIOS = {"away", "opening", "schools"}
NO_COUNTS = (
    "rate",
    "low",
    "high",
    "population_0_17",
    "places",
    "days",
    "each",
    "ratio",
    "ratio_low",
    "ratio_high",
)


def said_by(finding: Finding) -> list[str]:
    return [finding.title, finding.subtitle, finding.sentence, finding.note, finding.alt]


def refuse(sentence: str, may_have_ratios: bool = False) -> None:
    """Nothing of Python, no needless decimals, no doubled space or point, not too long."""
    assert not OF_PYTHON.search(sentence), sentence
    assert may_have_ratios or not TWO_DECIMALS.search(sentence), sentence
    assert len(sentence) <= LONGEST, sentence
    assert not re.search(r" {2}|\.\.|\s[.,;]|^\s|\s$", sentence), sentence
    assert not re.search(r"\b1 (?:episodes|children|areas)\b", sentence), sentence


def check(view: View) -> None:
    """Everything that is told of one view."""
    for build in BUILDERS:
        finding = found(build, view)
        for sentence in said_by(finding):
            refuse(
                sentence,
                may_have_ratios=finding.key in WITH_RATIOS
                or finding.key.startswith("reached_by_")
                or "_rate_by_" in finding.key,
            )
        assert finding.title
        assert finding.state == "ok" or finding.note
        assert finding.sentence == "" or finding.sentence != finding.title
        _check_printed(finding)
    if view.scope.period.kind == "month" and view.source.mode == "protected":
        with pytest.raises(OffLattice):
            headlines(view)
        return
    for headline in headlines(view):
        for printed in (headline.title, headline.printed, headline.note):
            refuse(printed)
    for statement in statements(view):
        refuse(statement.claim)
        refuse(statement.detail, may_have_ratios=True)


def _check_printed(finding: Finding) -> None:
    if finding.table is None:
        return
    for number in finding.table.numbers:
        assert number in finding.columns, f"{finding.key}: {number} has no heading"
        for printed in finding.table.printed(number):
            assert re.fullmatch(r"<10|c|z|:|−?-?[\d,]+(?:\.\d)?", printed), (finding.key, number, printed)


def few(source: Source) -> list[Period]:
    """The last of each kind, and the first quarter, before which there is nothing."""
    last = {period.kind: period for period in source.periods}
    return [*source.periods[:1], *last.values()]


def views(source: Source, codes: list[str]) -> Iterator[View]:
    """Each area at every second of the periods: the areas of a level take turns, so that it has seen them all."""
    for turn, code in enumerate(codes):
        for place, period in enumerate(few(source)[turn % 2 :: 2]):
            role = ("home", "missing_from", "host")[(turn + place) % 3]
            yield View(source, Scope(code, role, period, show=list(UNITS)[(turn + place) % 3]))


@pytest.fixture(scope="module")
def every_area(protected: Source) -> list[str]:
    """Each level's first and last area: large and tiny ones, and councils of which little is known."""
    levels = {
        area.level: [one.code for one in protected.areas if one.level == area.level]
        for area in protected.areas
    }
    return ["unknown", *dict.fromkeys(code for codes in levels.values() for code in (codes[0], codes[-1]))]


@pytest.mark.parametrize("mode", ["protected", "exact"])
def test_every_finding_reads_well_for_every_area(
    mode: str, every_area: list[str], request: pytest.FixtureRequest
) -> None:
    source: Source = request.getfixturevalue(mode)
    for view in views(source, every_area if mode == "protected" else every_area[::6]):
        check(view)


@pytest.mark.parametrize("days", [(date(2025, 1, 15), date(2025, 1, 16)), (date(2023, 10, 2), date(2023, 10, 9)),
                                  (date(2001, 1, 1), date(2001, 2, 1)), (date(2024, 2, 29), date(2026, 2, 28))])  # fmt: skip
def test_every_finding_reads_well_for_free_days(exact: Source, days: tuple[date, date]) -> None:
    for code in ("all", exact.default_area):
        check(View(exact, Scope(code, "home", period_between(*days))))


@pytest.mark.parametrize("build", BUILDERS, ids=lambda build: build.__name__)
def test_shares_and_rates_come_from_shown_numbers_alone(protected: Source, build: Build) -> None:
    """I6: a share has the denominator of its own column, and is whole; a rate has one decimal."""
    view = View(protected, Scope(protected.default_area, "home", protected.periods[0]))
    finding = found(build, view)
    if finding.table is None:
        return
    for number in finding.table.numbers:
        for value in finding.table.values(number):
            if number.startswith("share"):
                assert value is None or (value.is_integer() and 0 <= value <= 100)
            elif number not in NO_COUNTS and value:
                assert value % 5 == 0 <= value - 10


@pytest.fixture(scope="module", params=["one_row", "two_tables", "empty_months", "no_home", "a_week"])
def strange(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one strange extract."""
    return load_extract(tmp_path_factory.mktemp(request.param), request.param)


@pytest.mark.parametrize("mode", ["protected", "exact"])
def test_every_finding_reads_well_of_a_strange_extract(strange: Path, mode: Mode) -> None:
    source = open_source(mode, strange)
    free = [period_between(date(2024, 1, 1), date(2024, 1, 8))] if mode == "exact" else []
    for period in [*few(source), *free]:
        check(View(source, Scope("all", source.default_role, period)))
    for period in [*few(source)[-1:], *free]:
        check(View(source, Scope(source.areas[-1].code, source.default_role, period)))
    assert who_answered(source).heading
    source.close()
