"""Published figures beside the local ones that they may be compared with, and why the two may differ; never ranked."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from answers.finding import Finding
from answers.question import NeedsTable, question_named
from answers.scope import COUNTED_BY
from answers.tables.choices import fitted
from answers.tables.grid import Grid, number_words
from answers.view import View
from answers.words import NOT_KNOWING, in_sentence, label, number
from data.problem import Problem
from disclosure import NOT_AVAILABLE, ProtectedTable

HEADINGS = [
    "Measure",
    "Published",
    "In the 2011 assessment",
    "Here",
    "Counted here",
    "Why the two may differ",
]


@dataclass(frozen=True)
class Local:
    """Which share is set beside a published one: of a question's own total, by one breakdown, that of one code."""

    question: str
    by: str
    code: str
    number: str = ""

    @property
    def counted(self) -> str:
        """The number whose share it is: the question's people, unless another is named."""
        return self.number or question_named(self.question).people


@dataclass(frozen=True)
class Benchmark:
    """One published figure: its `value` and `unit`, or the part and the whole that were `counted`."""

    measure: str
    section: str
    year: str
    why: str
    value: float | Sequence[int] | None = None
    unit: str = "percent"
    counted: Sequence[int] = ()
    local: Local | None = None

    @property
    def printed(self) -> str:
        """'40% of 552', '40% (842 of 2,083)', '1 in 12', '3 times', '575 victims'."""
        if self.counted:
            part, whole = self.counted
            return f"{100 * part / whole:.0f}% ({number(part)} of {number(whole)})"
        if isinstance(self.value, Sequence):
            return ", ".join(
                f"{one} {unit}" for one, unit in zip(self.value, self.unit.split(", "), strict=True)
            )
        if self.unit == "proportion":
            return f"1 in {1 / float(self.value or 1):.0f}"
        return f"{number(self.value)}{self.unit.replace('percent', '%') if 'percent' in self.unit else f' {self._unit}'}"

    @property
    def _unit(self) -> str:
        return {"ratio": "times"}.get(
            self.unit, self.unit.removesuffix("s") if self.value == 1 else self.unit
        )


@cache
def published() -> tuple[Benchmark, ...]:
    """All of them, in the order in which they are declared."""
    declared = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["benchmark"]
    return tuple(_benchmark(about) for about in declared)


def _benchmark(about: dict[str, Any]) -> Benchmark:
    local = Local(**about.pop("local")) if "local" in about else None
    return Benchmark(**about, local=local)


def benchmarks(view: View) -> Finding:
    """Each published figure, with the local one of the same measure where there is one; of a year."""
    year = view.of_a_year()
    rows = [_row(year, one) for one in published()]
    return Finding(
        key="benchmarks",
        title="Published figures, and the same measures here",
        subtitle=f"Local figures: {year.place}, {year.scope.period.label_long}.",
        extra={"grid": Grid(HEADINGS, rows, len(HEADINGS))},
        definition="Shares of all that are counted, unknown included, of the numbers shown.",
        caveat="A published figure is no target, and neither a higher nor a lower one is better: more can be better "
        "identification, and what is unknown differs from place to place.",
        source="CEOP thematic assessment 'Out of Mind, Out of Sight', 2011; figures of services and forces as quoted in it.",
    )


def _row(view: View, one: Benchmark) -> list[str]:
    where = one.section if one.section.startswith("app") else f"section {one.section}"
    here, counted = _here(view, one.local) if one.local else (NOT_AVAILABLE, "")
    return [one.measure, one.printed, f"{one.year}; {where}", here, counted, one.why]


def _here(view: View, local: Local) -> tuple[str, str]:
    """The local share, and the numbers that it was worked out from; `:` where there are none."""
    try:
        return _share(view, local)
    except NeedsTable as missing:
        return NOT_AVAILABLE, f"No agency has sent the table ‘{missing.table}’."
    except Problem as problem:
        return NOT_AVAILABLE, problem.what


def _share(view: View, local: Local) -> tuple[str, str]:
    asked, _ = fitted(view, local.question)
    total = asked.cells(local.question)
    table = asked.with_shares(
        asked.cells(local.question, (local.by,)), local.counted, total.values(local.counted)[0]
    )
    shown = dict(zip(table.labels(local.by), table.printed(local.counted), strict=True))
    share = table.only(**{local.by: local.code}).printed("share")[0]
    unknown = [
        f"{in_sentence(label(local.by, code))} {printed}"
        for code, printed in shown.items()
        if code in NOT_KNOWING and code != local.code and printed != "0"
    ]
    if _is_unknown_of_all(table, local):
        share = NOT_AVAILABLE
    role = f", by {COUNTED_BY[asked.scope.role]}" if asked.scope.role != view.scope.role else ""
    counted = f"{shown[local.code]} of {total.printed(local.counted)[0]} {in_sentence(number_words(local.counted))}{role}"
    return f"{share}%" if share[0].isdigit() else share, "; ".join([counted, *unknown])


def _is_unknown_of_all(table: ProtectedTable, local: Local) -> bool:
    """Whether nothing is known of any of them: a share of 0% would say more than the records do."""
    counts = dict(zip(table.labels(local.by), table.values(local.counted), strict=True))
    known = [count for code, count in counts.items() if code not in NOT_KNOWING]
    return local.code not in NOT_KNOWING and all(count == 0 for count in known)
