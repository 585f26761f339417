"""Every way that the protected server can be asked: each question, role, breakdown, area and period."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from answers.periods import Period
from answers.question import ask, has_months, takes_pairs
from answers.source import Source
from disclosure import ProtectedTable
from queries.lattice import LEVELS, YEARS
from queries.question import Question

Strings = dict[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True)
class Route:
    """One question, counted by one role, broken down one way."""

    question: Question
    role: str
    by: tuple[str, ...]

    def areas(self, source: Source) -> list[str]:
        """Every area that is held for it, the unknown one too."""
        smallest = LEVELS.index(self.question.smallest_level)
        held = [area.code for area in source.areas if LEVELS.index(area.level) <= smallest]
        return ["unknown", *(code for code in held if len(self.by) < 2 or takes_pairs(source, code))]

    def periods(self, source: Source) -> list[Period]:
        """Every period that is held for all of its areas."""
        years = self.question.periods == "years"
        return [one for one in source.periods if one.kind in YEARS or (one.kind == "quarter" and not years)]

    def months(self, source: Source) -> list[Period]:
        """Every month that is held, for the largest areas only."""
        return [one for one in source.periods if one.kind == "month" and self.question.periods == "months"]


def routes(question: Question) -> Iterator[Route]:
    """Every role and breakdown of one question."""
    for role in question.areas:
        yield from (Route(question, role, by) for by in question.held)


def first_routes(question: Question) -> list[Route]:
    """Those by one role, with one dimension at most; what is true of the others is asked of the cube itself."""
    role = next(iter(question.areas))
    return [Route(question, role, by) for by in question.held if len(by) < 2]


def asked(source: Source, route: Route) -> Iterator[ProtectedTable]:
    """Everything that is held on a route: quarters and years of all areas, months of the largest."""
    question, areas = route.question, route.areas(source)
    yield ask(source, question.name, route.role, areas, route.periods(source), route.by)
    if months := route.months(source):
        large = [code for code in areas if has_months(source, code)]
        yield ask(source, question.name, route.role, large, months, route.by)


def strings(table: ProtectedTable) -> Strings:
    """What is printed for each area, period and code: one string for each number."""
    names = zip(*(table.labels(dimension) for dimension in table.dimensions), strict=True)
    printed = zip(*(table.printed(number) for number in table.numbers), strict=True)
    return dict(zip(names, printed, strict=True))
