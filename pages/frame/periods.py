"""Which periods the filter bar offers, and the nearest one that is held to a period that is not."""

from __future__ import annotations

from answers.periods import KINDS, Period, period_named
from answers.source import Source
from data.problem import Problem

PROTECTED_KINDS = ("quarter", "financial_year", "rolling_year")
EXACT_KINDS = (*PROTECTED_KINDS, "month", "dates")


def kinds_of(source: Source) -> dict[str, str]:
    """The kinds of period that the mode offers and the data holds, with their words."""
    wanted = EXACT_KINDS if source.mode == "exact" else PROTECTED_KINDS
    held = {period.kind for period in source.periods} | {"dates"}
    return {kind: KINDS[kind] for kind in wanted if kind in held}


def newest_first(source: Source, kind: str) -> list[Period]:
    """The complete periods of a kind, the newest first."""
    return [period for period in reversed(source.periods) if period.kind == kind]


def nearest(held: list[Period], wanted: Period) -> Period:
    """The newest period that ends with the wanted one or before it; the oldest where none does."""
    return next((period for period in held if period.until <= wanted.until), held[-1])


def period_asked_for(source: Source, name: str) -> tuple[Period | None, str]:
    """The period of an address, snapped to one that is held, with a word of explanation where it was."""
    try:
        wanted = period_named(name)
    except Problem:
        return None, "the address named no period that is known"
    kind = wanted.kind if wanted.kind in kinds_of(source) else "quarter"
    held = newest_first(source, kind)
    if not held:
        return None, "the data holds no complete period of that kind"
    found = next((period for period in held if period.name == wanted.name), None)
    return (
        (found, "") if found else (nearest(held, wanted), "the nearest complete period to the one asked for")
    )
