"""Children set against the children who live in their area: rates, and how many times one is of another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from answers.breakdown import NOT_KNOWN, counts_of
from answers.cautions import ETHNICITY_OF_CHILDREN, TOO_INCOMPLETE
from answers.finding import Finding
from answers.intervals import Interval, ends, rate_per_10_000, rate_ratio
from answers.offenders.sides import FEW, SMALL
from answers.question import NeedsTable
from answers.view import View, emptied, finding_of
from answers.who import Who
from answers.words import capital, in_sentence, interval, label, number, ratio, said_of_shares
from data.problem import Problem
from disclosure import (
    Mode,
    ProtectedTable,
    is_within_noise,
    per_10_000,
    percentage,
    side_by_side,
    with_number,
)

TABLE = "population"
# The group that the others are set against.
AGAINST = {"gender": "female", "age_group": "14-15", "ethnic_group": "white"}
BY = {"gender": "by gender", "age_group": "by age", "ethnic_group": "by recorded ethnic group"}
COLUMNS = {
    "population_0_17": "Residents",
    "rate": "Children for each 10,000",
    "low": "From",
    "high": "To",
    "ratio": "Times the rate set against",
    "ratio_low": "Ratio from",
    "ratio_high": "Ratio to",
}
NOTHING = "Nothing is concluded here about any group of people."


@dataclass(frozen=True)
class Residents:
    """Published residents of one area by the codes of one dimension, and the year that they are of."""

    year: int
    persons: dict[str, int]

    @property
    def whole(self) -> int:
        """All of them."""
        return sum(self.persons.values())


def residents_of(view: View, by: str) -> Residents:
    """Who lives in the area; NeedsTable where nobody sent it, Problem where not of this area or not by this."""
    if TABLE not in view.source.tables:
        raise NeedsTable(TABLE)
    rows = [one for one in view.source.population if one["area"] == view.scope.area]
    persons: dict[str, int] = {}
    for one in rows:
        persons[one[by]] = persons.get(one[by], 0) + one["persons"]
    known = {
        code: count for code, count in persons.items() if code not in (*NOT_KNOWN, "not_listed") and count
    }
    if not known:
        raise Problem(
            what=f"No residents {BY[by]} were sent for this area",
            todo="Choose another area, or send its rows in the table 'population'.",
        )
    return Residents(rows[0]["year"], known)


def rates_of_children(view: View, who: Who, by: str) -> Finding:
    """Each part's rate, by home area whichever is chosen; of ethnic groups under their caution, none against a line."""
    view = replace(view, scope=replace(view.scope, role="home"))
    people = residents_of(view, by)
    cells = side_by_side(view.cells(who.question, (by,)), "", {"": "children"}, "children")
    whole = view.total(who.question, "children")
    table = cells.where([code in people.persons for code in cells.labels(by)])
    table, rates = _with_rates(table, by, people)
    table, ratios = _with_ratios(table, by, people)
    finding = finding_of(
        view,
        f"{who.key}_rate_by_{by}",
        who.question,
        table,
        title=_title(who, cells, by, whole),
        subtitle=f"For each 10,000 of {number(people.whole)} residents in {people.year}, with 95% interval, {view.place}, "
        f"{view.scope.period.label_long}. {_in_no_row(view, cells, by, whole, people)}.",
        sentence=_sentence(view, who, table, by, people, ratios),
        columns={by: capital(label("", by.removesuffix("_group"))), "children": who.words, **COLUMNS},
        extra={"by": by, "intervals": rates, "number": "children", **_against(by, whole, people)},
    )
    return emptied(finding, "children", whole)


def _against(by: str, whole: float | None, people: Residents) -> dict[str, Any]:
    """The line that parts are set against; ethnic groups against none, so that no row stands out."""
    if by == "ethnic_group":
        return {"whole": None, "whole_name": "", "caution": ETHNICITY_OF_CHILDREN}
    return {"whole": per_10_000(whole, people.whole), "whole_name": "All, unknown too"}


def _with_rates(
    table: ProtectedTable, by: str, people: Residents
) -> tuple[ProtectedTable, list[Interval | None]]:
    counts = table.values("children")
    residents = [people.persons[code] for code in table.labels(by)]
    hidden = [count is None for count in counts]
    rates = [
        None if count is None else rate_per_10_000(count, lived)
        for count, lived in zip(counts, residents, strict=True)
    ]
    table = with_number(table, "population_0_17", [float(one) for one in residents])
    shown = [per_10_000(*pair) for pair in zip(counts, residents, strict=True)]
    for name, values in (("rate", shown), ("low", ends(rates, "low", 1)), ("high", ends(rates, "high", 1))):
        table = with_number(table, name, values, hidden)
    return table, rates


def _with_ratios(
    table: ProtectedTable, by: str, people: Residents
) -> tuple[ProtectedTable, dict[str, Interval | None]]:
    """How many times the rate of those set against, with its exact interval, of shown numbers."""
    counts = counts_of(table, by, "children")
    base = counts.get(AGAINST[by])
    ratios = {
        code: None
        if base is None or count is None or code == AGAINST[by]
        else rate_ratio(count, base, people.persons[code], people.persons[AGAINST[by]])
        for code, count in counts.items()
    }
    hidden = [code != AGAINST[by] and None in (count, base) for code, count in counts.items()]
    for name, end in (("ratio", "value"), ("ratio_low", "low"), ("ratio_high", "high")):
        table = with_number(table, name, ends(list(ratios.values()), end, 1), hidden)
    return table, ratios


def _title(who: Who, cells: ProtectedTable, by: str, whole: float | None) -> str:
    if by == "ethnic_group" and whole != 0 and _share_unknown(cells, by, whole) >= TOO_INCOMPLETE:
        return "Ethnic group is too incomplete to set against those who live there"
    aged = f" {who.aged}" if by == "age_group" else ""
    return f"{who.words} for each 10,000 who live there, {BY[by]}{aged}"


def _share_unknown(cells: ProtectedTable, by: str, whole: float | None) -> float:
    """At most so many per cent: what is withheld may be as many as it can; of few, or of nobody known, 100."""
    counts = counts_of(cells, by, "children")
    unknown = sum(SMALL if count is None else count for code, count in counts.items() if code in NOT_KNOWN)
    return 100.0 if not whole or whole < FEW else 100 * unknown / whole


def _in_no_row(view: View, cells: ProtectedTable, by: str, whole: float | None, people: Residents) -> str:
    """'18 or over 5%, not recorded 8%': those who cannot be set against anybody."""
    shares = {
        in_sentence(label(by, code)): percentage(count, whole, view.source.mode)
        for code, count in counts_of(cells, by, "children").items()
        if code not in people.persons and count != 0
    }
    return capital(said_of_shares(shares)) if shares else "Recorded for all"


def _sentence(
    view: View,
    who: Who,
    table: ProtectedTable,
    by: str,
    people: Residents,
    ratios: dict[str, Interval | None],
) -> str:
    """How many times, where neither chance nor rounding could make it; of ethnicity nothing."""
    if by == "ethnic_group":
        return f"{NOTHING} {who.depends}"
    base = in_sentence(label(by, AGAINST[by]))
    counts, lived = counts_of(table, by, "children"), people.persons
    if all(one is None for one in ratios.values()):
        return f"No group can be set against ‘{base}’: withheld, or none there."
    times = {code: lived[code] / lived[AGAINST[by]] for code in counts}
    base_count = counts[AGAINST[by]] or 0
    apart = [
        f"{label(by, code)}: {ratio(one.value)} times the rate of ‘{base}’ {interval(one.low, one.high, 2)}"
        for code, one in ratios.items()
        if one
        and one.value
        and not one.holds(1)
        and not _may_be_rounding(counts[code] or 0, base_count, times[code], view.source.mode)
    ]
    if not apart:
        return f"No group shown can be told apart from ‘{base}’. {who.depends}"
    return f"{'; '.join(apart[-2:])}. {who.depends}"


def _may_be_rounding(count: float, base: float, times: float, mode: Mode) -> bool:
    """Whether rounding alone could make the difference from so many times another shown count, or a part of it."""
    return is_within_noise((count - base * times) / max(1, times), mode)
