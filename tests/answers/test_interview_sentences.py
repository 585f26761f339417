"""What findings say of drawn return interviews: no more than the shown numbers bear, and no hours from days alone."""

from __future__ import annotations

import pytest

from answers.interviews.pathway import offered, pathway, timing
from answers.interviews.said import declined, disclosed, themes
from answers.interviews.timely import areas, places, repeats, trend
from answers.interviews.waiting import overdue, standing, waited
from answers.measures import MEASURES, ask_part
from answers.view import View
from tests.answers import test_sentences
from tests.answers.test_sentences import Draw, Shown, by_code

draw_view = test_sentences.draw
ALL = {
    "ended": 200.0,
    "applicable": 190.0,
    "offered": 160.0,
    "accepted": 120.0,
    "completed": 100.0,
    "due": 180.0,
    "completed_due": 90.0,
    "within_72h": 45.0,
    "after_72h": 35.0,
    "not_timed": 10.0,
}
UNTIMED = ALL | {"within_72h": 0.0, "after_72h": 0.0, "not_timed": 90.0}
NOT_AVAILABLE = "Whether interviews were held within 72 hours is not available"


def test_the_share_in_time_is_told_of_those_held_and_of_all_that_are_due(draw_view: Draw) -> None:
    finding = pathway(draw_view(by_code(ALL, 200)))
    assert finding.title == "An interview within 72 hours followed 25% of returns due"
    assert finding.sentence == (
        "Within 72 hours: 45 of 90 held (50%); 45 of 180 due (25%). Of 10 held the hours are not known."
    )
    assert finding.table is not None
    told = dict(zip(finding.table.labels("reached"), finding.table.printed("share"), strict=True))
    assert (told["offered"], told["accepted"], told["completed"], told["within_72h"]) == (
        "84",
        "75",
        "50",
        "25",
    )
    assert told["not_timed"] == "11", "of those held"


def test_days_alone_tell_of_no_hours_anywhere(draw_view: Draw) -> None:
    view = draw_view(by_code(UNTIMED, 200))
    finding = pathway(view)
    assert finding.title == NOT_AVAILABLE
    assert finding.table is not None
    row = finding.table.only(reached="within_72h")
    assert (row.printed("children"), row.printed("episodes"), row.printed("share")) == ([":"], [":"], [":"])
    assert finding.table.only(reached="completed").printed("episodes") == ["100"]
    assert trend(view).title == areas(view).title == NOT_AVAILABLE
    assert timing(view).title == "When the interviews were held"


@pytest.mark.parametrize("build", [places, repeats])
def test_parts_with_days_alone_tell_of_no_hours(draw_view: Draw, build: object) -> None:
    def count(name: str, key: tuple[str, ...]) -> Shown:
        return UNTIMED.get(key[2], 0) if len(key) > 2 and key[2] in UNTIMED else 90

    def of_parts(name: str, key: tuple[str, ...]) -> Shown:
        timed = {"within_72h", "after_72h", "before_return", "not_completed"}
        return 0.0 if timed & set(key) else count(name, key)

    assert build(draw_view(of_parts)).title == NOT_AVAILABLE  # type: ignore[operator]


def test_none_held_is_a_true_zero_and_not_unknown(draw_view: Draw) -> None:
    nobody = ALL | dict.fromkeys(("completed", "completed_due", "within_72h", "after_72h", "not_timed"), 0.0)
    finding = pathway(draw_view(by_code(nobody, 200)))
    assert finding.title == "An interview within 72 hours followed 0% of returns due"
    assert finding.sentence == "Within 72 hours: 0 of 180 due (0%)."


def test_what_is_withheld_is_said_to_be(draw_view: Draw) -> None:
    finding = pathway(draw_view(by_code(ALL | {"within_72h": None}, 200)))
    assert finding.sentence == "How many interviews were held within 72 hours is withheld."
    few = pathway(draw_view(by_code(ALL | {"completed_due": None, "not_timed": None}, 200)))
    assert few.sentence == "Within 72 hours: 45 of 180 due (25%). Of some held the hours are not known."


def test_returns_that_are_not_due_yet_give_no_share(draw_view: Draw) -> None:
    late = ALL | dict.fromkeys(("due", "completed_due", "within_72h", "after_72h", "not_timed"), 0.0)
    assert "due yet" in pathway(draw_view(by_code(late, 200))).sentence


def test_areas_that_rounding_alone_could_part_are_not_told_apart(draw_view: Draw) -> None:
    def of_areas(in_time: Shown) -> View:
        def count(_: str, key: tuple[str, ...]) -> Shown:
            if key[0] in ("X26", "all", "unknown") or len(key) < 3:
                return ALL.get(key[2], 0.0) if len(key) > 2 else 200.0
            return {"within_72h": in_time, "due": 180.0}.get(key[2], 0.0)

        return draw_view(count)

    assert areas(of_areas(50)).title == "No area shown can be told apart from Eldermere"
    assert "can be told apart from Eldermere" in areas(of_areas(150)).title
    assert not areas(of_areas(150)).title.startswith("No area")
    assert "withheld" in areas(of_areas(None)).sentence


def test_reasons_and_themes_in_other_words_are_not_named(draw_view: Draw) -> None:
    words = {"not_listed": 90.0, "other": 80.0, "child_declined": 40.0, "peers": 40.0}
    assert "the child declined" in declined(draw_view(by_code(words, 200))).title
    finding = themes(draw_view(by_code(words, 200)))
    assert finding.sentence.startswith("Friends and peers: 40 episodes, the most of those named and shown.")
    alike = {"peers": 40.0, "exploitation": 45.0}
    assert "alike" in themes(draw_view(by_code(alike, 200))).sentence
    assert finding.table is not None
    assert set(finding.table.labels("theme")) == {"peers", "other", "not_listed"}


def test_offers_and_disclosures_have_their_denominators(draw_view: Draw) -> None:
    view = draw_view(by_code(ALL | {"yes": 160.0, "no": 30.0, "not_applicable": 10.0}, 200))
    assert offered(view).title == "An interview was offered after 84% of the returns where one applied"
    assert "160 of 190 returns where one applied" in offered(view).sentence
    said = disclosed(
        draw_view(by_code({"yes": 20.0, "no": 60.0, "unknown": 10.0, "not_recorded": 10.0}, 100))
    )
    assert said.title == "Exploitation was disclosed after 20% of returns with an interview"
    assert "100 episodes; unknown 10%, not recorded 10%" in said.subtitle


@pytest.mark.parametrize(
    ("count", "title"),
    [
        (40.0, "After 40 returns the interview was overdue on 31 March 2026"),
        (0.0, "No interview was overdue on 31 March 2026"),
        (None, "How many interviews were overdue on 31 March 2026 is withheld"),
    ],
)
def test_the_queue_is_counted_in_words_that_agree(draw_view: Draw, count: Shown, title: str) -> None:
    assert overdue(draw_view(lambda name, key: count)).title == title


def test_the_queue_is_told_by_what_can_still_be_done(draw_view: Draw) -> None:
    queue = {"1_7_days": 20.0, "8_28_days": None, "91_365_days": 90.0, "not_offered": 60.0, "accepted": 20.0}
    view = draw_view(by_code(queue, 120))
    assert waited(view).sentence.startswith("1 to 7 days: 20; 8 to 28 days: withheld.")
    assert standing(view).title == "What is recorded of overdue interviews: most often not offered"


def test_the_command_line_tells_of_no_hours_either(draw_view: Draw, monkeypatch: pytest.MonkeyPatch) -> None:
    view = draw_view(by_code(UNTIMED, 200))
    monkeypatch.setattr("answers.measures.ask", test_sentences.answers.view.ask)
    for part in MEASURES["R4"].parts[:2]:
        row = ask_part(view.source, part, "home", "X26", view.scope.period)
        assert row.printed("episodes") == row.printed("share_of_episodes") == [":"]
