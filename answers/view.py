"""One reader's view: a source and a scope, and the ways in which findings ask of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from answers.finding import Finding
from answers.periods import Period
from answers.question import NeedsTable, ask, has_months, question_named, takes_pairs, words_of_data
from answers.scope import COUNTED_BY, Scope
from answers.source import Area, Source
from answers.untimed import is_withheld, mark_untimed
from answers.words import label, percent
from data.problem import Problem
from disclosure import ProtectedTable, percentage, shares_of, shares_within, with_number

Part = tuple[str, str]


@dataclass(frozen=True)
class View:
    """What one page run may ask: one version of the data, one state of the filters.

    `part` is a dimension and a code of it, where the page tells only of those whom the reader chose; `whom` is a
    second one, where the map of places tells of some children only.
    """

    source: Source
    scope: Scope
    part: Part | None = None
    whom: Part | None = None

    @property
    def area(self) -> Area:
        return self.source.area(self.scope.area)

    @property
    def place(self) -> str:
        """'Eldermere, by home area'."""
        return f"{self.area.name}, by {COUNTED_BY[self.scope.role]}"

    @property
    def chosen(self) -> str:
        """' (gender: female)' where the view is of a part, else nothing."""
        return f" ({label('', self.part[0]).lower()}: {label(*self.part).lower()})" if self.part else ""

    def for_question(self, question: str) -> View:
        """The view by a role of the area that the question has, and by home area where it has not the chosen one."""
        asked = question_named(question)
        if self.scope.role in asked.areas or "home" not in asked.areas:
            return self
        return replace(self, scope=replace(self.scope, role="home"))

    def for_pairs(self) -> View:
        """The view of an area for which two breakdowns at once are held: the chosen one, or all that it lies in."""
        if takes_pairs(self.source, self.scope.area):
            return self
        root = self.source.above(self.scope.area)[-2:][0]
        return replace(self, scope=replace(self.scope, area=root))

    def cells(
        self,
        question: str,
        by: tuple[str, ...] = (),
        areas: Sequence[str] | None = None,
        periods: Sequence[Period] | None = None,
        role: str | None = None,
    ) -> ProtectedTable:
        """Shown counts; the area, period and role of the scope unless others are given."""
        table = ask(
            self.source,
            question,
            role or self.scope.role,
            areas or [self.scope.area],
            periods or [self.scope.period],
            by,
        )
        return mark_untimed(table)

    def total(self, question: str, number: str, **choice: Any) -> float | None:
        """One shown count."""
        return self.cells(question, **choice).values(number)[0]

    def within_year(self) -> Period:
        """The scope's period, or the four quarters that end with it, for questions that need a year."""
        period = self.scope.period
        if period.kind in ("financial_year", "rolling_year") or self.source.mode == "exact":
            return period
        years = [
            one for one in self.source.periods if one.kind == "rolling_year" and one.until <= period.until
        ]
        return years[-1] if years else period

    def of_a_year(self) -> View:
        """The view of the year that its period lies in or ends, where the mode holds whole periods only."""
        return replace(self, scope=replace(self.scope, period=self.within_year()))

    def steps(self, most: int = 42) -> list[Period]:
        """The months up to the end of the scope's period, or its quarters where months are not held."""
        kind = "month" if has_months(self.source, self.scope.area) else "quarter"
        held = [
            one for one in self.source.periods if one.kind == kind and one.until <= self.scope.period.until
        ]
        return held[-most:] or needed_quarters(self, most)

    def unknown_area(self, question: str, number: str, period: Period | None = None) -> str:
        """'home area unknown 3%': the share of all records that no area could be given to."""
        values = self.cells(question, areas=["all", "unknown"], periods=[period or self.scope.period]).values(
            number
        )
        share = percentage(values[1], values[0], self.source.mode)
        name = COUNTED_BY[self.scope.role]
        if values[1] == 0:
            return f"{name} known for all"
        return f"{name} unknown {percent(share)}" if share is not None else f"{name} unknown for few or none"

    def with_shares(
        self,
        table: ProtectedTable,
        number: str,
        whole: float | None,
        name: str = "share",
        steps: bool = False,
    ) -> ProtectedTable:
        """The table with the share that each row is of a shown total; of `steps` any may be all of it."""
        counts, mode = table.values(number), self.source.mode
        shares = [percentage(one, whole, mode) for one in counts] if steps else shares_of(counts, whole, mode)
        pairs = zip(table.printed(number), shares, strict=True)
        return with_number(
            table, name, shares, [is_withheld(printed, share, whole) for printed, share in pairs]
        )

    def with_whole(self, table: ProtectedTable, number: str, wholes: ProtectedTable) -> ProtectedTable:
        """The table with `of`, the shown number of the whole that each row is a part of, and its share of that.

        `wholes` has one dimension less: the one by which the parts are told.
        """
        named = [wholes.labels(name) for name in wholes.dimensions]
        shown = dict(zip(zip(*named, strict=True), wholes.values(number), strict=True))
        keys = list(zip(*(table.labels(name) for name in wholes.dimensions), strict=True))
        of = [shown[key] for key in keys]
        table = with_number(table, "of", of, [count is None for count in of])
        shares = shares_within(keys, table.values(number), of, self.source.mode)
        hidden = [share is None and count != 0 for share, count in zip(shares, of, strict=True)]
        return with_number(table, "share", shares, hidden)


def finding_of(view: View, key: str, question: str, table: ProtectedTable, **words: Any) -> Finding:
    """A finding with the definition, source, caveat and SQL of its question, and printed codes."""
    asked = question_named(question)
    labels = {
        name: {code: label(name, code) for code in table.labels(name)}
        for name in table.dimensions
        if name not in ("area", "period")
    }
    for name in set(labels) & set(asked.dimensions):
        labels[name] |= words_of_data(view.source, asked, name)
    labels["area"] = {area.code: area.name for area in view.source.areas}
    return Finding(
        key=key,
        table=table,
        definition=asked.definition,
        source=asked.source,
        caveat=asked.caveat,
        sql=asked.sql,
        labels={**labels, **words.pop("labels", {})},
        **words,
    )


def found(build: Callable[[View], Finding], view: View) -> Finding:
    """The finding that `build` makes, or one that says why there is none."""
    try:
        return build(view)
    except NeedsTable as missing:
        return Finding(key=build.__name__, title=missing.what, state="needs_table", note=missing.table)
    except Problem as problem:
        return Finding(key=build.__name__, title=problem.what, state="not_available", note=problem.todo)


def emptied(finding: Finding, number: str = "episodes", whole: float | None = None) -> Finding:
    """The finding, or the designed empty state where every count of it is 0, or the `whole` is."""
    if whole != 0 and (finding.table is None or any(value != 0 for value in finding.table.values(number))):
        return finding
    note = "A true zero: the records were looked at, and there are none."
    return replace(finding, state="empty", note=note, sentence="")


def quarters_until(view: View, most: int) -> list[Period]:
    """The newest complete quarters held, up to the end of the scope's period; none where it ends before them."""
    quarters = [one for one in view.source.periods if one.kind == "quarter"]
    return [one for one in quarters if one.until <= view.scope.period.until][-most:]


def needed_quarters(view: View, most: int) -> list[Period]:
    """The same, for what is told quarter by quarter; Problem when there is none."""
    held = quarters_until(view, most)
    if not held:
        raise Problem(
            what="This is told quarter by quarter, and no quarter is complete by then",
            todo="Choose a later period, or load a longer extract.",
        )
    return held
