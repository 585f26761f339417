"""How complete the records are, and which agencies have not answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from answers.finding import Finding
from answers.source import Source
from answers.view import View, finding_of
from answers.words import capital, counted, in_sentence, label, listed, percent

SENT = {"full": "a full extract", "snapshot": "a snapshot", "nil": "a nil return"}


def completeness(view: View) -> Finding:
    """Q1: the share of missing episodes in which each field was recorded."""
    table = view.cells("missing_completeness", ("field",))
    whole = view.total("missing", "episodes")
    table = view.with_shares(table, "episodes", whole, steps=True)
    shares = table.values("share")
    return finding_of(
        view,
        "completeness",
        "missing_completeness",
        table,
        title="How complete the records are",
        subtitle=f"Missing episodes in which the field was recorded, {view.place}, {view.scope.period.label_long}.",
        sentence=_least(dict(zip(table.labels("field"), shares, strict=True))),
        columns={"field": "Field", "children": "Children", "episodes": "Episodes", "share": "Recorded"},
        extra={"shares": shares},
    )


def _least(shares: dict[str, float | None]) -> str:
    """Which fields are most often left out, of those whose share is shown: one that is withheld may be rarer."""
    shown = {field: share for field, share in shares.items() if share is not None}
    if not shown:
        return ""
    least = min(shown.values())
    if least == max(shown.values()):
        return f"Each field{' shown' if None in shares.values() else ''} is recorded in {percent(least)} of episodes."
    names = [in_sentence(label("field", field)) for field, share in shown.items() if share == least]
    of = " of the fields shown" if None in shares.values() else ""
    return f"Least often recorded{of}: {listed(names)}, in {percent(least)} of episodes."


@dataclass(frozen=True)
class Answers:
    """Who answered: a heading, and one sentence that names those who did not."""

    heading: str
    sentence: str
    silent: list[str]


def who_answered(source: Source) -> Answers:
    """Agencies asked, answered in full, with a snapshot, with nil, not at all."""
    asked: list[dict[str, Any]] = source.answered
    silent = [agency["agency_name"] for agency in asked if agency["answer"] == "none"]
    counts = {kind: sum(agency["answer"] == kind for agency in asked) for kind in SENT}
    said = [
        f"{counted(count).lower()} sent {words}" for (kind, words) in SENT.items() if (count := counts[kind])
    ]
    sent = capital(listed(said)) + "." if said else ""
    if not asked:
        return Answers("No agency’s answer is recorded", "", [])
    if not silent:
        return Answers(
            f"All {len(asked)} agencies have answered"
            if len(asked) > 1
            else "The one agency asked has answered",
            sent,
            [],
        )
    heading = f"{counted(len(silent))} of {len(asked)} agencies {'has' if len(silent) == 1 else 'have'} not answered"
    return Answers(heading, f"{', '.join(silent)}. {sent}", silent)
