"""Possible offenders: what is told of groups 1 and 2 side by side."""

from __future__ import annotations

from answers.offenders import ethnicity
from answers.offenders.sides import NAMES
from answers.scope import Scope
from answers.source import Source
from answers.view import View


def test_nationalities_that_are_withheld_in_both_groups_are_counted_in_words(protected: Source) -> None:
    year = [period for period in protected.periods if period.kind == "rolling_year"][-1]
    finding = ethnicity.nationality(View(protected, Scope(protected.default_area, "home", year)))
    assert finding.table is not None
    codes = finding.table.labels("nationality")
    both = list(zip(*(finding.table.values(name) for name in NAMES), strict=True))
    left = [code for code, counts in zip(codes, both, strict=True) if counts == (None, None)]
    assert set(left) <= {"unknown", "not_recorded", "not_listed"}
    assert finding.sentence.endswith(ethnicity.NO_CONCLUSION)
    assert "withheld in both groups" in finding.sentence
