"""What a table can be made of: questions, rows and columns that are held for a view, and why others are not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from answers.periods import Period, period_between
from answers.question import codes_of, question_named, takes_pairs, words_of_data
from answers.source import Source
from answers.tables.grid import number_words
from answers.view import View, quarters_until
from answers.words import capital, label, listed
from queries.lattice import LEVELS
from queries.question import Question, read_questions

AREAS, ALONE, QUARTERS, YEARS, NUMBERS = "areas", "alone", "quarters", "years", "numbers"
TIMES = (QUARTERS, YEARS)
MOST = {QUARTERS: 8, YEARS: 10}
SUBJECTS = {
    "M": "Missing",
    "R": "Return interviews",
    "C": "Children at risk",
    "V": "Victims",
    "O": "Possible offenders",
    "D": "Disruption and outcomes",
    "S": "Services",
    "Q": "Records",
}


@dataclass(frozen=True)
class Offer:
    """What may be chosen, with its words, the usual one first; `note` says what is held back, and why."""

    options: dict[str, str]
    note: str = ""


@dataclass(frozen=True)
class Choice:
    """One table: a question, what its rows and columns are, and which number stands in the cells."""

    question: str
    rows: str
    columns: str = NUMBERS
    number: str = ""


@dataclass(frozen=True)
class Axis:
    """The rows or the columns: the dimension of a protected table, its codes and words, and the name of their total."""

    key: str
    heading: str
    labels: dict[str, str]
    total: str = ""
    periods: list[Period] = field(default_factory=list)


def questions(source: Source) -> dict[str, str]:
    """Every question by subject ('Victims: Which children were ...'); those whose tables were not sent stand last."""
    asked = sorted(
        read_questions().values(), key=lambda one: (not set(one.tables) <= source.tables, *_place(one))
    )
    return {one.name: f"{SUBJECTS.get(_subject(one), 'Other')}: {one.question}" for one in asked}


def _subject(question: Question) -> str:
    return question.measures[0][0] if question.measures else ""


def _place(question: Question) -> tuple[int, int]:
    """By subject, then by the number of its first measure; what answers none comes last."""
    subjects = list(SUBJECTS)
    if _subject(question) not in subjects:
        return len(subjects), 0
    return subjects.index(_subject(question)), int(question.measures[0][1:])


def fitted(view: View, name: str) -> tuple[View, list[str]]:
    """The view with a role and a period that the question is held for, and what had to be changed."""
    question, scope, said = question_named(name), view.scope, []
    if scope.role not in question.areas:
        usual = view.source.default_role
        role = usual if usual in question.areas else next(iter(question.areas))
        scope = replace(scope, role=role)
        said.append(f"Counted by {question.areas[role]}: the role chosen above is not recorded for this.")
    if question.periods == "years" and view.within_year() != scope.period:
        scope = replace(scope, period=view.within_year())
        said.append("This is held for whole years: the four quarters that end with the period chosen above.")
    return replace(view, scope=scope), said


def rows_of(view: View, name: str) -> Offer:
    """What the rows may be: one dimension, the areas below, or periods."""
    question = question_named(name)
    held = [one for one in question.dimensions if view.source.mode == "exact" or (one,) in question.held]
    back = [_about(question, one).lower() for one in question.dimensions if one not in held]
    note = f"Not held in protected mode: {listed(back)}." if back else ""
    others = _places_and_times(view, question) | {ALONE: "The area and period chosen, in one row"}
    return Offer({one: _about(question, one) for one in held} | others, note)


def columns_of(view: View, name: str, rows: str) -> Offer:
    """What the columns may be beside those rows: the numbers of the question, or a second thing."""
    question = question_named(name)
    taken = next((kind for kind in ({AREAS, ALONE}, set(TIMES)) if rows in kind), {rows}) | {ALONE}
    others = [one for one in rows_of(view, name).options if one not in taken]
    held = [one for one in others if _is_pair_held(view, question, rows, one)]
    options = {one: _about(question, one) for one in held if one in question.dimensions}
    times = {one: words for one, words in _places_and_times(view, question).items() if one in held}
    note = "" if len(held) == len(others) else _why_no_pair(view, question)
    return Offer({NUMBERS: "Its numbers, one beside the other"} | options | times, note)


def _is_pair_held(view: View, question: Question, rows: str, columns: str) -> bool:
    """Areas and periods go with everything; two dimensions only where the question has them, and the mode holds them."""
    if not {rows, columns} <= set(question.dimensions):
        return True
    pair = tuple(one for one in question.dimensions if one in (rows, columns))
    return pair in (question.breakdowns if view.source.mode == "exact" else question.held) and takes_pairs(
        view.source, view.scope.area
    )


def _why_no_pair(view: View, question: Question) -> str:
    if view.source.mode == "exact":
        return "This question is not asked by two things at once."
    if not takes_pairs(view.source, view.scope.area):
        return "In protected mode two breakdowns at once are held for all areas together only."
    return "In protected mode only some breakdowns are held two at once."


def needs_all_areas(view: View, name: str) -> bool:
    """Whether a second breakdown is held for all areas together, and not for the area chosen."""
    pairs = any(len(names) > 1 for names in question_named(name).held)
    return pairs and not takes_pairs(view.source, view.scope.area)


def numbers_of(name: str) -> Offer:
    """Which number may stand in the cells of a table with columns."""
    counts = [one for one in question_named(name).counts if one not in ("top_tenth", "records")]
    return Offer({one: number_words(one) for one in counts})


def _about(question: Question, dimension: str) -> str:
    return capital(question.dimensions[dimension].about)


def _places_and_times(view: View, question: Question) -> dict[str, str]:
    offered = {}
    if _parts(view, question):
        offered[AREAS] = "Areas below the one chosen"
    if _periods(view, QUARTERS) and (view.source.mode == "exact" or question.periods != "years"):
        offered[QUARTERS] = "Quarters"
    if _periods(view, YEARS):
        offered[YEARS] = "Financial years"
    return offered


def _parts(view: View, question: Question) -> dict[str, str]:
    """The areas just below, where this mode holds areas so small; below all areas, those that have none too."""
    parts = view.source.parts(view.scope.area)
    smallest = LEVELS.index(question.smallest_level)
    if view.source.mode == "protected" and any(LEVELS.index(part.level) > smallest for part in parts):
        return {}
    unknown = {"unknown": "Area not known"} if view.scope.area == "all" else {}
    return {part.code: part.name for part in parts} | unknown


def _periods(view: View, step: str) -> list[Period]:
    if step == QUARTERS:
        return quarters_until(view, MOST[step])
    until = view.scope.period.until
    years = [one for one in view.source.periods if one.kind == "financial_year" and one.until <= until]
    return years[-MOST[step] :]


def axis_of(view: View, name: str, chosen: str) -> Axis:
    """The codes and words of what was chosen for the rows or the columns."""
    question = question_named(name)
    if chosen == AREAS:
        return Axis("area", "Area", _parts(view, question), view.area.name)
    if chosen == ALONE:
        return Axis("area", "Area", {view.scope.area: view.area.name})
    if chosen in TIMES:
        periods = _periods(view, chosen)
        words = {period.name: period.label_short for period in periods}
        return Axis("period", "Quarter" if chosen == QUARTERS else "Financial year", words, periods=periods)
    codes = codes_of(view.source, question, chosen)
    words = {code: label(chosen, code) for code in codes} | words_of_data(view.source, question, chosen)
    return Axis(chosen, _about(question, chosen), words, "All")


def span_of(view: View, axes: Sequence[Axis]) -> Period:
    """The days that a table is about: the period chosen, or those from the first of its periods to the last."""
    periods = next((axis.periods for axis in axes if axis.periods), [view.scope.period])
    return periods[0] if len(periods) == 1 else period_between(periods[0].since, periods[-1].until)
