"""The measures that boards ask for by number: which questions each one puts together, and what is divided by what."""

from __future__ import annotations

from dataclasses import dataclass

from answers.periods import Period
from answers.question import ask, question_named, takes_pairs
from answers.source import Source
from answers.untimed import is_withheld, mark_untimed
from data.problem import Problem
from disclosure import ProtectedTable, per_10_000, percentage, ratio, shares_of, with_number
from queries.lattice import LEVELS, YEARS
from queries.question import Question, read_questions


@dataclass(frozen=True)
class Part:
    """One question of a measure.

    `share` names the count whose share of a total is added (`of`: another question whose total it is, and by
    which the same codes are matched where `of_by` is set; `of_code`: a code of the same breakdown). `each` adds
    episodes for each child, `rate` the rate for each 10,000 aged 0 to 17. `only` keeps one code of the breakdown.
    """

    question: str
    by: tuple[str, ...] = ()
    share: str = ""
    of: str = ""
    of_by: tuple[str, ...] = ()
    of_code: str = ""
    each: bool = False
    rate: bool = False
    only: str = ""


@dataclass(frozen=True)
class Measure:
    """A measure of the catalogue: its number, its name, and its parts in printing order."""

    id: str
    name: str
    parts: tuple[Part, ...]


def _step(step: str, of: str) -> Part:
    """The episodes that reached one step to a return interview, and their share of those at another."""
    return Part("interview_steps", ("reached",), share="episodes", of_code=of, only=step)


MEASURES = {
    measure.id: measure
    for measure in (
        Measure("M1", "Missing episodes", (Part("missing"),)),
        Measure("M2", "Away without authorisation", (Part("away"),)),
        Measure(
            "M3",
            "Children missing",
            (
                Part("missing"),
                Part("missing_by_child", ("gender",), share="children"),
                Part("missing_by_child", ("age_group",), share="children"),
                Part("missing_by_child", ("ethnic_group",), share="children"),
            ),
        ),
        Measure("M4", "Episodes for each missing child", (Part("missing", each=True),)),
        Measure(
            "M5",
            "Looked-after children who went missing",
            (Part("missing_from_care", share="children", of="in_care"),),
        ),
        Measure(
            "M6",
            "Repeat missing",
            (
                Part("missing_by_number", ("repeated",), share="children", only="more_than_once"),
                Part("missing_repeat", share="children", of="missing"),
            ),
        ),
        Measure(
            "M7",
            "Episodes of repeat children; concentration",
            (
                Part("missing_by_number", ("repeated",), share="episodes"),
                Part("missing_by_number", ("number",), share="episodes"),
                Part("missing_by_number"),
            ),
        ),
        Measure("M8", "Missing at a date", (Part("missing_at_end"),)),
        Measure("M9", "Duration", (Part("missing_by_duration", ("duration",), share="episodes"),)),
        Measure("M10", "Rate for each 10,000", (Part("missing", rate=True),)),
        Measure("M11", "From home and from care", (Part("missing_by_place", ("place",), share="episodes"),)),
        Measure(
            "M12",
            "Placed out of area; hosted from elsewhere",
            (Part("missing_by_placement", ("placed",), share="episodes"),),
        ),
        Measure(
            "M13",
            "Risk grade, first and highest",
            (
                Part("missing_by_risk", ("initial_risk",), share="episodes"),
                Part("missing_by_risk", ("highest_risk",), share="episodes"),
            ),
        ),
        Measure("M14", "Harm while missing", (Part("missing_by_harm", ("harm",), share="episodes"),)),
        Measure(
            "M15",
            "Hour and weekday",
            (
                Part("missing_by_hour", ("weekday",), share="episodes"),
                Part("missing_by_hour", ("hour",), share="episodes"),
                Part("missing_by_hour", ("weekday", "hour")),
            ),
        ),
        Measure(
            "M16",
            "Where found, by whom",
            (
                Part("missing_found", ("found_place",), share="episodes"),
                Part("missing_found", ("found_by",), share="episodes"),
            ),
        ),
        Measure(
            "M17",
            "By establishment type",
            (
                Part(
                    "missing_by_establishment", ("placement",), each=True, of="in_care", of_by=("placement",)
                ),
            ),
        ),
        Measure(
            "R1",
            "Return interview offered",
            (_step("offered", "applicable"), Part("returned", ("offered",), share="episodes")),
        ),
        Measure("R2", "Return interview accepted", (_step("accepted", "offered"),)),
        Measure("R3", "Return interview held", (_step("completed", "ended"),)),
        Measure(
            "R4",
            "Return interview within 72 hours of return",
            (
                _step("within_72h", "completed_due"),
                _step("within_72h", "due"),
                Part("interviews_due", ("timing",), share="episodes"),
            ),
        ),
        Measure(
            "R5",
            "Return interview declined, by reason",
            (Part("interviews_declined", ("reason",), share="episodes"),),
        ),
        Measure(
            "R6",
            "Interviewer independent; shared with police",
            (
                Part("interviews_completed", ("independent",), share="episodes"),
                Part("interviews_completed", ("shared",), share="episodes"),
            ),
        ),
        Measure(
            "R7",
            "Themes; exploitation disclosed",
            (
                Part("interview_themes", ("theme",), share="episodes"),
                Part("interviews_completed", ("disclosed",), share="episodes"),
            ),
        ),
        Measure("Q1", "Completeness", (Part("missing_completeness", ("field",), share="episodes"),)),
        Measure("Q4", "Match between agencies", (Part("missing_by_sender", ("sent_by",), share="children"),)),
    )
}


def measure_named(name: str) -> Measure:
    """A measure by its number or by the name of a question; Problem when there is none.

    A number that is not put together above is every question that says it answers it.
    """
    if name.upper() in MEASURES:
        return MEASURES[name.upper()]
    questions = read_questions()
    asked = [question for question in questions.values() if name.upper() in question.measures]
    if name in questions:
        asked = [questions[name]]
    if not asked:
        raise Problem(
            what=f"There is no measure or question '{name[:40]}'", todo="See: python -m answers list."
        )
    numbers = ", ".join(asked[0].measures) if name in questions else name.upper()
    parts = tuple(Part(question.name, by) for question in asked for by in _printed_by(question))
    return Measure(numbers, asked[0].question, parts)


def measure_by(name: str, by: tuple[str, ...]) -> Measure:
    """A measure, or a question, with one breakdown of the reader's choice in place of its own."""
    measure = measure_named(name)
    return Measure(measure.id, measure.name, (Part(measure.parts[0].question, by),))


def _printed_by(question: Question) -> tuple[tuple[str, ...], ...]:
    """What a question is broken down by when nothing else is asked for: one dimension; two where it has two."""
    most = 2 if len(question.dimensions) == 2 else 1
    return tuple(by for by in question.breakdowns if len(by) <= most)


def ask_measure(
    source: Source, measure: Measure, role: str, area: str, period: Period
) -> list[ProtectedTable]:
    """One table for each part of a measure, for one area and period.

    A breakdown that the mode does not hold is left out, and so is a question that it holds for larger areas or longer
    periods only, a pair where pairs are held for all areas together only, and a question whose tables nobody sent,
    unless it is all that the measure has.
    """
    parts = tuple(part for part in measure.parts if _is_sent(source, part)) or measure.parts
    if source.mode == "protected":
        parts = tuple(part for part in parts if _is_held(source, part, area, period)) or parts
    if len(parts) > 1 and source.mode == "protected":
        parts = tuple(part for part in parts if part.by in question_named(part.question).held)
    if len(parts) > 1 and not takes_pairs(source, area):
        parts = tuple(part for part in parts if len(part.by) < 2)
    return [ask_part(source, part, role, area, period) for part in parts]


def _is_sent(source: Source, part: Part) -> bool:
    return set(question_named(part.question).tables) <= source.tables


def _is_held(source: Source, part: Part, area: str, period: Period) -> bool:
    question = question_named(part.question)
    is_large = LEVELS.index(source.area(area).level) <= LEVELS.index(question.smallest_level)
    return is_large and (question.periods != "years" or period.kind in YEARS)


def ask_part(source: Source, part: Part, role: str, area: str, period: Period) -> ProtectedTable:
    """The table of one part, with its shares, rates and ratios."""
    table = mark_untimed(ask(source, part.question, role, [area], [period], part.by))
    if part.share:
        table = _with_share(source, table, part, role, area, period)
    if part.each:
        table = _with_each(source, table, part, role, area, period)
    if part.rate:
        table = with_rates(table, source.area(area).population_0_17)
    return table.only(**{part.by[0]: part.only}) if part.only else table


def _with_share(
    source: Source, table: ProtectedTable, part: Part, role: str, area: str, period: Period
) -> ProtectedTable:
    if part.of_code:
        total = table.only(**{part.by[0]: part.of_code})
    else:
        total = ask(source, part.of or part.question, role, [area], [period])
    whole = total.values(part.share)[0]
    named = part.of_code or part.of
    if named:
        table = with_number(
            table, f"{named}_{part.share}", [whole] * len(table), [whole is None] * len(table)
        )
    counts = table.values(part.share)
    shares = (
        [percentage(value, whole, source.mode) for value in counts]
        if named
        else shares_of(counts, whole, source.mode)
    )
    pairs = zip(table.printed(part.share), shares, strict=True)
    return with_number(
        table,
        f"share_of_{part.share}",
        shares,
        [is_withheld(printed, share, whole) for printed, share in pairs],
    )


def _with_each(
    source: Source, table: ProtectedTable, part: Part, role: str, area: str, period: Period
) -> ProtectedTable:
    children = table.values("children")
    if part.of:
        placed = ask(source, part.of, role, [area], [period], part.of_by)
        children = placed.values("children")
        table = with_number(table, f"{part.of}_children", children, [count is None for count in children])
    ratios = [ratio(*pair) for pair in zip(table.values("episodes"), children, strict=True)]
    withheld = [None in pair for pair in zip(table.values("episodes"), children, strict=True)]
    return with_number(table, "episodes_for_each_child", ratios, withheld)


def with_rates(table: ProtectedTable, population: int | None) -> ProtectedTable:
    """The table with the population and the rate of children and of episodes for each 10,000 aged 0 to 17."""
    table = with_number(table, "population_0_17", [population] * len(table))
    for number in ("children", "episodes"):
        values = table.values(number)
        rates = [per_10_000(value, population) for value in values]
        table = with_number(table, f"{number}_rate", rates, [value is None for value in values])
    return table
