"""Sudden changes of recording: shares that jump from one quarter to the next by more than chance and rounding explain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from answers.intervals import difference_of_proportions
from answers.periods import Period, month_of
from answers.quality.fields import FIELDS, RECORD_OF
from answers.quality.gaps import RECORDS, Gap
from answers.view import View, quarters_until
from answers.words import in_sentence, label, percent, ratio
from disclosure import Mode, furthest_off, percentage

QUARTERS = 12
LEAST = 15  # points by which a share must move
SURE = 0.999  # many fields of many agencies are looked at: by luck alone one in a thousand stands out
SURE_OF_ONE = 0.99
Part = tuple[float | None, float | None]  # a shown number, and the shown number that it is a part of


@dataclass(frozen=True)
class Jump:
    """A share before and after, each as its part and whole, and the first quarter after."""

    after: Period
    before: Part
    now: Part


def jumps(
    quarters: Sequence[Period], parts: Sequence[Part], mode: Mode, least: float = LEAST, level: float = SURE
) -> list[Jump]:
    """Where the share of one quarter is far from that of the quarter before it."""
    return [
        Jump(quarters[at], parts[at - 1], parts[at])
        for at in range(1, len(quarters))
        if is_far(parts[at], parts[at - 1], mode, least, level)
    ]


def is_far(now: Part, before: Part, mode: Mode, least: float, level: float) -> bool:
    """Whether two shares differ by so much, and by more than chance, wherever rounding has put their numbers."""
    shares = [percentage(*pair, mode) for pair in (now, before)]
    if shares[0] is None or shares[1] is None or abs(shares[0] - shares[1]) < least:
        return False
    large, small = (now, before) if shares[0] > shares[1] else (before, now)
    least_large, most_small = _drawn_in(large, -1, mode), _drawn_in(small, 1, mode)
    apart = difference_of_proportions(least_large, most_small, level)
    return apart is not None and apart.low > 0


def _drawn_in(part: Part, way: int, mode: Mode) -> tuple[float, float]:
    """The true numbers that would bring the share nearest to the other, of all that could have been shown so."""
    few, whole = part[0] or 0.0, part[1] or 0.0
    whole_then = max(1.0, whole - way * furthest_off(whole, mode))
    return min(max(0.0, few + way * furthest_off(few, mode)), whole_then), whole_then


def recording(view: View) -> list[Gap]:
    """What changed in recording in the last three years: away and missing, then fields by agency, the newest first."""
    quarters = quarters_until(view, QUARTERS)
    if len(quarters) < 2:
        return []
    return [*_away(view, quarters), *_fields(view, quarters)]


def _away(view: View, quarters: list[Period]) -> list[Gap]:
    """Where absences came to be recorded as missing rather than as away, or the other way."""
    if "missing_episodes" not in view.source.tables:
        return []
    away, missing = (
        view.cells(question, (), ["all"], quarters, "home").values("episodes")
        for question in ("away", "missing")
    )
    parts = [
        (one, None if one is None or other is None else one + other)
        for one, other in zip(away, missing, strict=True)
    ]
    found = jumps(quarters, parts, view.source.mode, 5, SURE_OF_ONE)
    return [_away_gap(view, jump) for jump in reversed(found)]


def _away_gap(view: View, jump: Jump) -> Gap:
    now, before = (ratio(_each(part)) for part in (jump.now, jump.before))
    noted = any(
        (jump.after.since - one["on_date"]).days < 92 and one["on_date"] < jump.after.until
        for one in view.source.recording_changes
    )
    said = (
        f"From {month_of(jump.after.since)} absences were recorded differently: {now} away for each missing, "
        f"{before} in the quarter before. {'An agency noted the change.' if noted else 'No agency noted a change.'}"
    )
    return Gap(said, "Whether more or fewer children went missing across that date cannot be concluded.")


def _each(part: Part) -> float | None:
    away, all_absences = part
    if away is None or all_absences is None or all_absences <= away:
        return None
    return away / (all_absences - away)


def _fields(view: View, quarters: list[Period]) -> list[Gap]:
    """Fields that an agency came to leave out far more often, or far less."""
    if not set(FIELDS) & view.source.tables:
        return []
    gaps = view.cells("records_incomplete", ("agency", "field"), ["all"], quarters, "home")
    sent = view.cells("records_sent", ("agency", "record"), ["all"], quarters, "home")
    wholes = dict(
        zip(
            zip(sent.labels("agency"), sent.labels("record"), sent.labels("period"), strict=True),
            sent.values("records"),
            strict=True,
        )
    )
    rows = zip(
        gaps.labels("agency"),
        gaps.labels("field"),
        gaps.labels("period"),
        gaps.values("records"),
        strict=True,
    )
    parts = {(agency, field, period): few for agency, field, period, few in rows}
    told: list[tuple[Jump, str, str]] = []
    for agency, field in dict.fromkeys((agency, field) for agency, field, _ in parts):
        series = [
            (parts[agency, field, one.name], wholes[agency, RECORD_OF[field], one.name]) for one in quarters
        ]
        told += [(jump, agency, field) for jump in jumps(quarters, series, view.source.mode)]
    told.sort(key=lambda one: one[0].after.since, reverse=True)
    return [_field_gap(view, *one) for one in told]


def _field_gap(view: View, jump: Jump, agency: str, field: str) -> Gap:
    now, before = (percent(percentage(*part, view.source.mode)) for part in (jump.now, jump.before))
    said = (
        f"{view.source.agency_names[agency]} left out {in_sentence(label('field', field))} in {now} of "
        f"{RECORDS[RECORD_OF[field]]} of {jump.after.label_long}, and in {before} the quarter before."
    )
    since = month_of(jump.after.since)
    return Gap(said, f"What is told by this field from {since} cannot be compared with earlier numbers.")
