"""Services and need: waits with those still waiting, what is withheld, the planted opening, and the arithmetic."""

from __future__ import annotations

from datetime import date

import pytest

from answers.scope import Scope
from answers.services import found, gap, lengths, what_if
from answers.services.provision import Provision, Service, places_words
from answers.source import Source
from answers.view import View
from data.demo import PLANTED


def kaplan_meier(waits: list[tuple[int, bool]]) -> list[float]:
    """Share started by each time: one by one, starts before losses of the same time."""
    still, told = 1.0, []
    for time in range(5):
        at_risk = sum(wait >= time for wait, _ in waits)
        began = sum(wait == time and has_begun for wait, has_begun in waits)
        still *= 1 - began / at_risk if at_risk else 1
        told.append(1 - still)
    return told


def test_without_losses_the_share_is_that_of_all() -> None:
    assert lengths.started_by([5, 3, 0, 2, 0], [0] * 5) == pytest.approx([0.5, 0.8, 0.8, 1, 1])


def test_in_bands_it_lies_near_kaplan_and_meier() -> None:
    started, lost = [20, 30, 10, 5, 0], [4, 2, 6, 8, 15]
    waits = [(at, True) for at, many in enumerate(started) for _ in range(many)]
    waits += [(at, False) for at, many in enumerate(lost) for _ in range(many)]
    assert lengths.started_by(started, lost) == pytest.approx(kaplan_meier(waits), abs=0.05)


def test_with_everyone_still_waiting_nobody_has_started() -> None:
    assert lengths.started_by([0] * 5, [4, 0, 8, 0, 12]) == [0] * 5
    title, sentence = lengths.length_words(lengths.between([0] * 5, [20, 0, 0, 0, 0]), [0] * 5, 20)
    assert title == "No child referred has started yet"
    assert sentence == "All wait, or left: 20 children."


def test_who_still_waits_makes_the_wait_longer() -> None:
    alone = lengths.started_by([10, 0, 0, 0, 0], [0] * 5)
    assert lengths.started_by([10, 0, 0, 0, 0], [0, 0, 0, 0, 10])[0] == pytest.approx(alone[0] / 2)


def test_a_middle_that_withheld_numbers_could_move_is_not_told() -> None:
    sure = lengths.between([70, 70, None, 0, 0], [10, None, None, 10, None])
    assert lengths.band_of(sure, 0.5) == 1
    unsure = lengths.between([15, None, 0, 0, 0], [0, 0, 0, 15, 0])
    assert lengths.band_of(unsure, 0.5) is None
    assert unsure[0][0] < unsure[0][1] or unsure[1][0] < unsure[1][1]


def view_of(source: Source, area: str = "X26") -> View:
    year = [period for period in source.periods if period.kind == "rolling_year"][-1]
    return View(source, Scope(area, "home", year))


def test_the_planted_opening_is_found_and_said(exact: Source) -> None:
    opened = found.opening(view_of(exact))
    assert opened is not None
    assert opened.service.opened_on == PLANTED["service_opened"]
    assert not opened.is_mid_quarter
    title = found.before_and_after(view_of(exact)).title
    assert PLANTED["service_district"] in title
    assert "October 2024" in title


def test_the_quarter_in_which_a_service_opened_is_in_neither_year(protected: Source) -> None:
    service = Service("Lamp", "specialist_cse", "voluntary", "X07000006", 10, date(2024, 11, 15), None, "all")
    years = found._years_around(view_of(protected), service)
    assert years is not None
    assert years.is_mid_quarter
    assert years.before[-1].until == date(2024, 10, 1)
    assert years.after[0].since == date(2025, 1, 1)


def test_a_service_is_open_from_its_first_day_to_the_day_before_it_closed() -> None:
    service = Service("Lamp", "missing", "council", "X26", None, date(2024, 8, 15), date(2025, 1, 1), "all")
    days = [date(2024, 8, 14), date(2024, 8, 15), date(2024, 12, 31), date(2025, 1, 1)]
    assert [service.is_open(day) for day in days] == [False, True, True, False]
    assert places_words(Provision([service], [], [])) == "a service"
    assert places_words(Provision([], [service], [])) == "shared"
    assert places_words(Provision([], [], [service])) == "no service"


def test_the_gap_is_ranked_and_says_why(protected: Source) -> None:
    finding = gap.ranked(view_of(protected))
    assert finding.table is not None
    shown = [count for count in finding.table.values("children") if count is not None]
    assert shown == sorted(shown, reverse=True)
    assert all(finding.table.labels("provided"))
    for place, share in enumerate(finding.table.values("share")):
        part, whole = (finding.table.values(name)[place] for name in ("children", "in_need"))
        assert share is None or (part and whole and share == min(100, round(100 * part / whole)))


def test_more_places_are_arithmetic_of_shown_numbers(exact: Source) -> None:
    view = view_of(exact)
    told = what_if.coverage(view, "X07000006", "no_specialist_cse", 20)
    need = float(told.rows[0][2])
    assert told.rows[0][1:] == ["35", f"{need:.0f}", f"{round(3500 / need)}"]
    assert told.rows[1][1:] == ["55", f"{need:.0f}", f"{round(5500 / need)}"]
    assert "Arithmetic, not a prediction" in what_if.NO_PREDICTION


def test_of_a_withheld_need_nothing_is_worked_out() -> None:
    said = what_if.coverage_words(
        "Oakenleigh", "health service", "children at medium or high risk", None, 35, 55
    )
    assert (
        said
        == "Oakenleigh: how many children at medium or high risk there are is withheld, and so is the arithmetic."
    )
    assert gap.for_each_100(35, None) is None


def test_a_service_added_is_arithmetic_of_published_facts_and_shown_need(exact: Source) -> None:
    view = view_of(exact)
    told = what_if.service_added(view, "X07000001", "no_specialist_cse", 20)
    now, then = told.rows
    need = float(now[3])
    assert now[1:] == ["1 of 8", "0", f"{need:.0f}", "0"]  # Pellport alone has one
    assert then[1:] == ["2 of 8", "20", f"{need:.0f}", f"{round(2000 / need)}"]
    assert "It would be the first for Dunmarsh. Without one: six areas." in told.sentence


def test_a_service_for_several_areas_is_the_first_for_those_that_have_none(exact: Source) -> None:
    view = view_of(exact)
    names = what_if.servable(view)
    assert {"X07000001", "X10000001", "X26"} <= set(names)
    told = what_if.service_added(view, "X10000001", "no_specialist_cse", 0)
    assert [row[1] for row in told.rows] == ["1 of 8", "4 of 8"]
    assert "It would be the first for Dunmarsh, Hatherby and Ravenleigh." in told.sentence
    again = what_if.service_added(view, "X07000006", "no_specialist_cse", 5)
    assert "Every area it serves has one already" in again.sentence
