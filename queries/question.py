"""A question file: a TOML header that says what is asked, and SQL that selects its records."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

from data.codes import CODES, NOT_LISTED
from data.declarations import TABLES

FOLDER = Path(__file__).parent
# Whom a question can count, and the column of its records that says which one; a table of each name holds their record keys.
# Not all are people: groups and cases are counted, and shown, by the same rules.
PEOPLE = {
    "children": "child",
    "nominals": "nominal",
    "groups": "offender_group",
    "offenders": "offender",
    "cases": "case_number",
    "disruptions": "disruption",
}
TOP_TENTH = "top_tenth"
RECORDS = "records"  # what the events are called of a question that does not print their number
WHEN = ("day", "stay", "at_end")
PERIODS = ("years", "quarters", "months")
# Columns that the counting gives its own cells: a dimension of such a name would be counted by them instead.
TAKEN = (
    *(
        "area",
        "area_id",
        "period",
        "span_id",
        "step",
        "quarter",
        "month",
        "bit",
        "bits",
        "day",
        "since",
        "until",
        "weight",
    ),
    *(
        "is_inside",
        "most_of_one",
        "next_most",
        "by_two",
        "people",
        "key",
        "events",
        "most",
        "times",
        "people_of_times",
    ),
)
OF_DATA = ("agencies", "tools", "towns")  # codes that are known when data is loaded
NOT_KNOWN = ("unknown", "not_applicable", "not_recorded")
NOT_COUNTED_AS = (NOT_LISTED, *NOT_KNOWN)


@dataclass(frozen=True)
class Dimension:
    """What a question can be broken down by: every code it can take, in printing order.

    One that is `exact_only` is not held in protected mode. Agencies, levels of assessment tools and towns are not known
    before data is loaded, so that a dimension `of` them lists none here: `words_of` in `answers/question.py` does.
    """

    name: str
    about: str
    values: tuple[str, ...]
    exact_only: bool = False
    of: str = ""


@dataclass(frozen=True)
class Question:
    """One file of `queries/`.

    The first of `counts` says who is counted (`children`: distinct ones), the second how often (`episodes`, or
    whatever a record of the question is), and `top_tenth` asks for the share of the most-reported tenth.

    `when` says how a record is placed in a period: by its `day`, by every period that the stay from `since`
    to `until` touches, or by whether it was open `at_end` of the period. In protected mode `periods` says the shortest held:
    `years` (financial years and four quarters), `quarters` too, or `months` too; nothing is held below `smallest_level`.

    `scope` names the question whose records are first counted for each child (`child`, `episodes`, and
    whether any of its `flags` is true); this question then reads them as `scoped`. `spread` says that each
    record carries a `weight`, a part of an episode. `whole` names the question that is asked in place of this
    one where there is no breakdown; `pair` says whether two dimensions may be asked for at once, and `pairs` which
    are held in protected mode where there are more than two. `behind` names questions of the same areas and
    dimensions: in protected mode a number is shown only where the people of each of them are.
    """

    name: str
    sql: str
    question: str
    definition: str
    source: str
    caveat: str
    tables: tuple[str, ...]
    counts: tuple[str, ...]
    areas: dict[str, str]
    measures: tuple[str, ...] = ()
    dimensions: dict[str, Dimension] = field(default_factory=dict)
    when: str = "day"
    periods: str = "quarters"
    smallest_level: str = "ward"
    scope: str = ""
    flags: tuple[str, ...] = ()
    spread: bool = False
    whole: str = ""
    pair: bool = True
    pairs: tuple[tuple[str, ...], ...] = ()
    behind: tuple[str, ...] = ()

    @property
    def people(self) -> str:
        """Who is counted: `children`, `nominals`."""
        return self.counts[0]

    @property
    def one(self) -> str:
        """The column that says which person a record is of: `child`."""
        return PEOPLE[self.people]

    @property
    def key(self) -> str:
        """The column that the engine gives with the sum of their record keys: `child_key`."""
        return f"{self.one}_key"

    @property
    def events(self) -> str:
        """What a record of the question is, in the plural: `episodes`."""
        return next((name for name in self.counts[1:] if name != TOP_TENTH), RECORDS)

    @property
    def counts_events(self) -> bool:
        """Whether events are counted, and not people alone."""
        return self.events in self.counts

    @property
    def breakdowns(self) -> tuple[tuple[str, ...], ...]:
        """Each set of dimensions that may be asked for in exact mode: none, one, and two unless `pair` is false."""
        pairs = tuple(combinations(self.dimensions, 2)) if self.pair else ()
        return ((), *((name,) for name in self.dimensions), *pairs)

    @property
    def held(self) -> tuple[tuple[str, ...], ...]:
        """Those that may be asked for in protected mode: of pairs, the only one there is, or those of `pairs`."""
        pairs = self.pairs if self.pairs or len(self.dimensions) > 2 else self.breakdowns[-1:]
        shown = [names for names in self.breakdowns if len(names) < 2 or names in pairs]
        return tuple(names for names in shown if not any(self.dimensions[name].exact_only for name in names))

    @property
    def held_dimensions(self) -> tuple[str, ...]:
        """The dimensions that a cell of the protected cube can have."""
        return tuple(name for name in self.dimensions if not self.dimensions[name].exact_only)

    @property
    def counted(self) -> tuple[tuple[str, ...], ...]:
        """The breakdowns that this question counts itself for the protected cube."""
        return self.held[1:] if self.whole else self.held


@cache
def read_questions(folder: Path = FOLDER) -> dict[str, Question]:
    """Every question of the folder by name; ValueError when a header is not of the form above."""
    return {path.stem: read_question(path) for path in sorted(folder.glob("*.sql"))}


def read_question(path: Path) -> Question:
    """One question file."""
    text = path.read_text("utf-8")
    opening, header, sql = text.partition("/*")[1], *text.partition("/*")[2].partition("*/")[::2]
    if not opening or not sql.strip():
        raise ValueError(f"{path.name} does not start with a header in /* */ followed by SQL.")
    settings = tomllib.loads(header)
    dimensions = {name: _dimension(name, about) for name, about in settings.pop("dimensions", {}).items()}
    for key in ("tables", "counts", "measures", "flags", "behind"):
        settings[key] = tuple(settings.get(key, ()))
    settings["pairs"] = tuple(map(tuple, settings.get("pairs", ())))
    question = Question(name=path.stem, sql=sql.strip(), dimensions=dimensions, **settings)
    _refuse_unknown(question)
    return question


def _dimension(name: str, about: dict[str, Any]) -> Dimension:
    """The codes are listed in the header (`values`), declared for a column of an extract (`values_of`), those under
    which a freely written column is counted (`codes_of`), or the agencies, tools or towns of the data (`of_agencies`,
    `of_tools`, `of_towns`)."""
    exact_only = about.get("exact_only", False)
    listed: tuple[str, ...]
    ends: tuple[str, ...]
    if of := next((of for of in OF_DATA if about.get(f"of_{of}")), ""):
        return Dimension(name, about["about"], (), exact_only, of)
    if "values" in about:
        return Dimension(name, about["about"], tuple(about["values"]), exact_only)
    if "codes_of" in about:
        listed, ends = tuple(CODES[about["codes_of"]]), NOT_COUNTED_AS
    else:
        table, column = about["values_of"].split(".")
        listed, ends = TABLES[table].column(column).values, NOT_KNOWN
    known = [value for value in listed if value not in ends]
    return Dimension(name, about["about"], (*known, *ends), exact_only)


def _refuse_unknown(question: Question) -> None:
    first, *rest = question.counts or ("",)
    events = [name for name in rest if name != TOP_TENTH]
    if first not in PEOPLE or len(events) > 1 or not all(map(str.isidentifier, events)):
        raise ValueError(
            f"{question.name}: counts are one of {', '.join(PEOPLE)}, then the name of one event, then {TOP_TENTH}."
        )
    if question.when not in WHEN or question.periods not in PERIODS:
        raise ValueError(f"{question.name}: when is one of {WHEN}, periods one of {PERIODS}.")
    if question.when == "stay" and question.counts_events:
        raise ValueError(f"{question.name}: of stays only people are counted.")
    if set(question.dimensions) & set(TAKEN):
        raise ValueError(f"{question.name}: no dimension is called {', '.join(TAKEN)}.")
    if not set(question.pairs) <= set(question.breakdowns):
        raise ValueError(f"{question.name}: pairs are of its own dimensions, in their order.")
