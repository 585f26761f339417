"""Two areas, or two periods, side by side: the profile of the children identified in each, on one scale."""

from __future__ import annotations

from dataclasses import dataclass, replace

from answers.breakdown import TOO_FEW, heading, known, largest
from answers.cautions import ETHNICITY_OF_CHILDREN
from answers.finding import Finding
from answers.offenders.sides import FEW, Side, side_of, with_share_of, without_nobody
from answers.periods import Period
from answers.view import View, emptied, finding_of
from answers.words import in_sentence, label, listed
from disclosure import ProtectedTable, side_by_side

QUESTION = "victims"
SIDES = ("here", "there")
# What is told of the two, by dimension.
PROFILE = {
    "harm": "What is known of the harm",
    "age_group": "Age when first known",
    "identified_by": "Who identified them",
    "model": "Model of exploitation",
    "living_group": "Where they lived",
    "gender": "Gender of the children identified",
    "ethnic_group": "Ethnic group as recorded",
    "ever_missing": "Ever reported missing",
}
NO_CONCLUSION = "No conclusion about any group of people can be drawn from this."
OF_FEW = f"Of fewer than {FEW} children on either side no pattern is to be read."


@dataclass(frozen=True)
class Pair:
    """The chosen area and period, and the other one of either: what the two differ in, and how each is called."""

    by: str
    areas: tuple[str, ...]
    periods: tuple[Period, ...]
    names: tuple[str, str]

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that tell the two apart in a table."""
        return self.areas if self.by == "area" else tuple(period.name for period in self.periods)


def offered(view: View) -> dict[str, str]:
    """What can be set beside the view: earlier and later periods that share no day with it, then other areas."""
    now = view.scope.period
    apart = [
        one
        for one in view.source.periods
        if one.kind == now.kind and (one.until <= now.since or one.since >= now.until)
    ]
    periods = sorted(apart, key=lambda one: (one.since > now.since, abs(one.since - now.since)))
    areas = [area for area in view.source.areas if area.code != view.scope.area]
    return {
        **{f"period:{one.name}": f"Period: {one.label_short}" for one in periods},
        **{f"area:{area.code}": f"Area: {area.name}" for area in areas},
    }


def pair_of(view: View, chosen: str) -> Pair:
    """The pair of one of the choices offered."""
    by, code = chosen.split(":", 1)
    scope = view.scope
    if by == "area":
        names = (view.area.name, view.source.area(code).name)
        return Pair("area", (scope.area, code), (scope.period,), names)
    other = next(one for one in view.source.periods if one.name == code)
    names = (scope.period.label_short, other.label_short)
    return Pair("period", (scope.area,), (scope.period, other), names)


def beside(view: View, pair: Pair, dimension: str) -> Finding:
    """One part of the profile, of both: counts on one scale, each with its share of its own whole."""
    view = view.for_question(QUESTION)
    wholes = _cells(view, pair, ())
    table = without_nobody(_cells(view, pair, (dimension,)), dimension, SIDES)
    told = []
    for name, words in zip(SIDES, pair.names, strict=True):
        whole = wholes.values(name)[0]
        table = with_share_of(view, table, name, whole)
        told.append(side_of(view, table, dimension, name, words, whole))
    title, sentence = _words(view, table, dimension, told)
    finding = finding_of(
        view,
        f"beside_{dimension}",
        QUESTION,
        table,
        title=title,
        subtitle=f"{_opening(view, pair)}. {'; '.join(side.words for side in told)}.",
        sentence=sentence,
        columns={
            dimension: heading(QUESTION, dimension),
            **dict(zip(SIDES, pair.names, strict=True)),
            **{f"share_of_{name}": f"Share, {words}" for name, words in zip(SIDES, pair.names, strict=True)},
        },
        extra={"dimension": dimension, "told": told},
    )
    if dimension == "ethnic_group":
        finding = replace(finding, extra={**finding.extra, "caution": ETHNICITY_OF_CHILDREN})
    return emptied(finding, "here", 0) if all(side.whole == 0 for side in told) else finding


def _cells(view: View, pair: Pair, by: tuple[str, ...]) -> ProtectedTable:
    """Children of both in a column for each."""
    cells = view.cells(QUESTION, by, areas=pair.areas, periods=pair.periods)
    return side_by_side(cells, pair.by, dict(zip(pair.codes, SIDES, strict=True)), "children")


def _opening(view: View, pair: Pair) -> str:
    """What the two have in common."""
    if pair.by == "area":
        role = view.place.rsplit(", ", 1)[1]
        return f"Children identified, {role}, {view.scope.period.label_long}"
    return f"Children identified, {view.place}"


def _words(view: View, table: ProtectedTable, dimension: str, told: list[Side]) -> tuple[str, str]:
    """Which kind is named most often on each side, where the shown numbers say so; of ethnicity nothing."""
    title = PROFILE[dimension]
    if dimension == "ethnic_group":
        incomplete = [side.name for side in told if side.is_too_incomplete]
        return (
            f"{title} is too incomplete to conclude from in {listed(incomplete)}" if incomplete else title,
            NO_CONCLUSION,
        )
    if any(side.whole is None or side.whole < FEW for side in told):
        return title, OF_FEW
    unnamed = [
        side.name for side, name in zip(told, SIDES, strict=True) if _is_unnamed(table, dimension, name)
    ]
    if unnamed:
        return title, f"No named kind is recorded in {listed(unnamed)}."
    first, second = (_first(view, table, dimension, name) for name in SIDES)
    if first is None or second is None:
        return title, TOO_FEW
    if first == second:
        return title, f"The most of those named and shown, on both sides: {first}."
    return title, f"The most of those named and shown: {first} in {told[0].name}, {second} in {told[1].name}."


def _first(view: View, table: ProtectedTable, dimension: str, name: str) -> str | None:
    """The named kind with the largest shown count on one side; None where rounding alone could make it so."""
    counts = {code: count for code, count in known(table, dimension, name).items() if code != "other"}
    code = largest(counts, view.source.mode)
    return None if code is None else in_sentence(label(dimension, code))


def _is_unnamed(table: ProtectedTable, dimension: str, name: str) -> bool:
    return all(count == 0 for count in known(table, dimension, name).values())
