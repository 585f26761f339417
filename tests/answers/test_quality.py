"""What cannot be concluded: the demo's silent agencies are named, and a field is named by its shown share."""

from __future__ import annotations

from answers.quality import fields, gaps
from answers.scope import Scope
from answers.source import Source
from answers.view import View
from data.demo.names import AGENCIES, PLANTED


def last_quarter(source: Source) -> View:
    quarters = [period for period in source.periods if period.kind == "quarter"]
    return View(source, Scope(source.default_area, "home", quarters[-1]))


def test_agencies_that_never_answered_or_stopped_are_named(protected: Source) -> None:
    said = [gap.said for gap in gaps.silent(last_quarter(protected))]
    silent = {*PLANTED["never_answered"], PLANTED["stopped_answering"][0]}
    assert len(said) == len(silent)
    for agency in silent:
        assert any(one.startswith(f"{AGENCIES[agency][0]} did not answer") for one in said)


def test_a_gap_is_told_only_where_the_shown_share_is_large(protected: Source) -> None:
    view = last_quarter(protected)
    table = fields.left_out(view).table
    assert table is not None
    assert len(gaps.fields(view)) == sum((share or 0) >= fields.OFTEN for share in table.values("share"))


def test_each_field_has_a_record_and_a_conclusion() -> None:
    assert set(gaps.NEEDED) == set(fields.RECORD_OF)
    assert set(gaps.RECORDS) == set(fields.FIELDS)
