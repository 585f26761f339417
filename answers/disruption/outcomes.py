"""D2: what came of cases, by the year or quarter in which they were recorded, and why cases stop."""

from __future__ import annotations

from answers.breakdown import Breakdown, counts_of, largest, tell
from answers.finding import Finding
from answers.periods import Period, earlier, print_date
from answers.view import View, emptied, finding_of, needed_quarters
from answers.words import counted, in_sentence, label, percent, plural
from data.problem import Problem
from disclosure import ProtectedTable

STOPPED = ("nfa_police", "nfa_cps", "victim_not_supporting")
MATURE_MONTHS = 12  # a cohort is mature when its last case has had a year
QUARTERS, YEARS = 8, 5


def outcomes(view: View) -> Finding:
    """Outcomes to date of the cases of the period: recent ones have had little time."""
    opening = "Cases recorded in the period by outcome to date"
    told = Breakdown("outcomes", "case_outcomes", "outcome", opening, _outcome_words, unknowns=False)
    return tell(view, told.of("cases"))


def _outcome_words(view: View, table: ProtectedTable) -> tuple[str, str]:
    share = counts_of(table, "outcome", "share")["none_recorded"]
    title = "What came of the cases"
    if share is not None:
        title = f"No outcome is recorded yet for {percent(share)} of the cases"
    return title, "Recent cases have had little time. A case can have several outcomes."


def is_mature(view: View, cohort: Period) -> bool:
    """Whether a year had passed since its last day by the last day of the data."""
    return earlier(cohort, -MATURE_MONTHS).last_day <= view.source.data_date


def by_year(view: View) -> Finding:
    """The cases of each financial year by every outcome to date."""
    years = [one for one in view.source.periods if one.kind == "financial_year"]
    cohorts = [one for one in years if one.until <= view.scope.period.until][-YEARS:]
    if not cohorts:
        raise Problem(
            what="What came of cases is told year by year, and no financial year is complete by then",
            todo="Choose a later period, or load a longer extract.",
        )
    return _cohorts(view, "outcome_years", "Outcomes by the year in which the case was recorded", cohorts)


def by_quarter(view: View) -> Finding:
    """The cases of each of the last quarters by every outcome to date."""
    cohorts = needed_quarters(view, QUARTERS)
    return _cohorts(
        view, "outcome_quarters", "Outcomes by the quarter in which the case was recorded", cohorts
    )


def _cohorts(view: View, key: str, plain: str, cohorts: list[Period]) -> Finding:
    view = view.for_question("case_outcomes")
    cells = view.cells("case_outcomes", ("outcome",), periods=cohorts)
    table = view.with_whole(cells, "cases", view.cells("case_outcomes", periods=cohorts))
    marked = {one.name: one.label_long if is_mature(view, one) else f"{one.label_long}*" for one in cohorts}
    title, sentence = cohort_words(view, table, cohorts, plain)
    finding = finding_of(
        view,
        key,
        "case_outcomes",
        table,
        title=title,
        subtitle=f"Of the cases recorded then, those with each outcome to {print_date(view.source.data_date)}, {view.place}.",
        sentence=sentence,
        columns={
            "period": "Recorded in (* not yet mature)",
            "outcome": "Outcome to date",
            "cases": "Cases",
            "of": "Of all cases recorded then",
            "share": "Share",
        },
        labels={"period": marked},
        extra={"rows": "period", "across": "outcome", "number": "cases"},
    )
    return emptied(finding, "cases")


def cohort_words(view: View, table: ProtectedTable, cohorts: list[Period], plain: str) -> tuple[str, str]:
    """The newest mature cohort, and which have had less than a year."""
    mature = [one for one in cohorts if is_mature(view, one)]
    title = plain
    if mature:
        of_newest = counts_of(table.only(period=mature[-1].name), "outcome", "share")
        share = of_newest["none_recorded"]
        if share is not None:
            title = f"{percent(share)} of cases recorded in {mature[-1].label_long} have no outcome recorded"
    young = len(cohorts) - len(mature)
    if not young:
        return title, "Every one of them has had at least a year. A case can have several outcomes."
    said = (
        "None of them has had a year yet"
        if not mature
        else f"{counted(young)} {'has' if young == 1 else 'have'} had less than a year (*)"
    )
    return title, f"{said}: outcomes of these are still to come, so they are not set against older ones."


def stopped(view: View) -> Finding:
    """Why cases stop, of all cases of the period: a case can stop for one person and go on for another."""
    view = view.for_question("case_outcomes")
    cells = view.cells("case_outcomes", ("outcome",))
    whole = view.total("case_outcomes", "cases")
    table = view.with_shares(cells, "cases", whole)
    table = table.without("outcome", [code for code in cells.labels("outcome") if code not in STOPPED])
    finding = finding_of(
        view,
        "stopped",
        "case_outcomes",
        table,
        title=_stopped_title(view, table),
        subtitle=f"Cases recorded in {view.scope.period.label_long} that stopped for somebody, by reason to date, "
        f"{view.place}. {_of(whole)}.",
        sentence="A case can stop for one person and go on for another, and for more than one reason. "
        "Recent cases may still stop.",
        columns={"outcome": "Reason", "cases": "Cases", "share": "Share of all cases of the period"},
        extra={"accent": None, "number": "cases"},
    )
    return emptied(finding, "cases", whole)


def _of(whole: float | None) -> str:
    return "Of all cases: withheld" if whole is None else f"Of {plural(whole, 'case', 'cases')}"


def _stopped_title(view: View, table: ProtectedTable) -> str:
    counts, shares = (counts_of(table, "outcome", name) for name in ("cases", "share"))
    first = largest(counts, view.source.mode)
    if first is None or shares[first] is None:
        return "Why cases stopped"
    return f"Why cases stopped: {in_sentence(label('outcome', first))} in {percent(shares[first])}"
