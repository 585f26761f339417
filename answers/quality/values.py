"""Q5, Q2: words that are no nationality or ethnicity, and how late a child is identified; of a year and all areas."""

from __future__ import annotations

from dataclasses import replace

from answers.breakdown import Breakdown, counts_of, tell
from answers.finding import Finding
from answers.quality.gaps import Gap
from answers.view import View
from answers.words import number, percent
from data.problem import Problem
from disclosure import ProtectedTable

SAYS = {
    "ethnicity_as_nationality": ("gave an ethnicity as the nationality", "which nationality they have"),
    "no_nationality": ("gave a nationality that is none that is listed", "which nationality they have"),
    "nationality_as_ethnicity": ("gave a nationality as the ethnicity", "which ethnicity was recorded"),
    "no_ethnicity": ("gave an ethnicity in words that are not listed", "which ethnicity was recorded"),
}


def of_a_year(view: View) -> View:
    """The view of all areas, for a year where only years are held."""
    year = view.of_a_year()
    return replace(year, scope=replace(year.scope, area="all", role="home"))


def conflated(view: View) -> Finding:
    """Q5: children whose nationality or ethnicity says something else, by what it says."""
    opening = "Children of whom an agency gave such words"
    told = Breakdown(
        "conflated", "values_conflated", "conflated", opening, _conflated_words, None, "children", False
    )
    return tell(of_a_year(view), told)


def _conflated_words(view: View, table: ProtectedTable) -> tuple[str, str]:
    counts = counts_of(table, "conflated", "children")
    title = "Nationality or ethnicity that says something else"
    if counts["ethnicity_as_nationality"] == 0:
        return title, "No ethnicity was given as a nationality."
    return title, "A continent or an ethnicity is no nationality: ‘African’, ‘British Asian’."


def gaps_of(view: View) -> list[Gap]:
    """What each agency's words do not tell, where they say something else."""
    if "children" not in view.source.tables:
        return []
    view = of_a_year(view)
    try:
        whole = view.total("values_conflated", "children")
        return [] if whole == 0 else [_few("Agencies", view)] if whole is None else _by_agency(view)
    except Problem:
        return []


def _by_agency(view: View) -> list[Gap]:
    """One sentence for each code that is shown; of an agency with few, that there are some: which may be of any code."""
    told = view.cells("values_conflated", ("agency",))
    cells = view.cells("values_conflated", ("agency", "conflated"))
    sent = view.cells("records_sent", ("agency",))
    wholes = dict(zip(sent.labels("agency"), sent.values("children"), strict=True))
    gaps = []
    for agency, count in zip(told.labels("agency"), told.values("children"), strict=True):
        if count is None:
            gaps.append(_few(view.source.agency_names[agency], view))
        elif count:
            codes = cells.only(agency=agency)
            shown = zip(codes.labels("conflated"), codes.values("children"), strict=True)
            gaps += [_gap(view, agency, code, many, wholes[agency]) for code, many in shown if many]
    return gaps


def _few(who: str, view: View) -> Gap:
    said = (
        f"{who} gave fewer than 10 children a nationality or ethnicity that says something else, "
        f"{view.scope.period.label_long}."
    )
    return Gap(said, "Of these children it cannot be concluded which nationality or ethnicity they have.")


def _gap(view: View, agency: str, code: str, count: float, whole: float | None) -> Gap:
    does, of_what = SAYS[code]
    of = "" if whole is None else f" of {number(whole)}"
    said = (
        f"{view.source.agency_names[agency]} {does} of {number(count)}{of} children, "
        f"{view.scope.period.label_long}."
    )
    return Gap(said, f"Of these children it cannot be concluded {of_what}.")


def identified_lag(view: View) -> Finding:
    """Q2: how long after the exploitation began the child was identified."""
    opening = "Records of children identified, by the time since the exploitation began"
    told = Breakdown("identified_lag", "identified_lag", "lag", opening, _lag_words)
    return tell(of_a_year(view), told.of("records"))


def _lag_words(view: View, table: ProtectedTable) -> tuple[str, str]:
    share = counts_of(table, "lag", "share")["not_recorded"]
    title = "How long exploitation went unseen"
    if share:
        title += f" is not known in {percent(share)} of records"
    return title, "The bands grow longer. A start that is left out may be the longest ago."
