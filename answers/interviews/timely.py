"""R4 over time and side by side: the share of returns with an interview within 72 hours, of those that are due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from answers.finding import Finding
from answers.intervals import Interval, proportion
from answers.interviews.pathway import UNTIMED
from answers.missing.areas import above_of, areas_shown
from answers.missing.repeat import ordinal
from answers.periods import Period
from answers.question import takes_pairs
from answers.untimed import is_untimed, is_withheld
from answers.view import View, emptied, finding_of, needed_quarters
from answers.words import capital, counted, interval, label, listed, number, percent
from data.problem import Problem
from disclosure import ProtectedTable, is_within_noise, percentage, side_by_side, with_number

IN_TIME, DUE = "within_72h", "due"
CARE = "Small numbers have wide intervals; this is not a ranking."
PLAIN = {
    "area": "Interviews within 72 hours, by area",
    "place": "Interviews within 72 hours, by the place missing from",
    "repeated": "Interviews within 72 hours, after repeat episodes and others",
}
NOUNS = {"area": "area", "place": "kind of place", "repeated": "kind of episode"}
COLUMNS = {
    "children": "Children due",
    "in_time": "Episodes within 72 hours",
    "due": "Episodes due",
    "share": "Share within 72 hours",
    "low": "From",
    "high": "To",
}


def trend(view: View) -> Finding:
    """The share of returns with an interview within 72 hours, quarter by quarter, of those due and of those held."""
    periods = needed_quarters(view, 12)
    steps = view.cells("interview_steps", ("reached",), periods=periods)
    columns = {IN_TIME: "in_time", "completed_due": "held", DUE: "due"}
    table = side_by_side(steps, "reached", columns, "episodes")
    for name, whole in (("share", "due"), ("share_of_held", "held")):
        table = _with_share(view, table, name, table.values(whole))
    shares = table.values("share")
    title, sentence = _trend_words(periods, table)
    finding = finding_of(
        view,
        "timely",
        "interview_steps",
        table,
        title=title,
        subtitle=f"Share with an interview within 72 hours, of episodes due by the date of the data, {view.place}.",
        sentence=sentence,
        columns={
            "period": "Quarter of the return",
            "in_time": "Episodes within 72 hours",
            "held": "Episodes with an interview",
            "due": "Episodes due",
            "share": "Share of those due",
            "share_of_held": "Share of those held",
        },
        labels={"period": {period.name: period.label_long for period in periods}},
        extra={"values": shares, "periods": periods, "number": "share"},
    )
    return emptied(finding, "due")


def _with_share(
    view: View, table: ProtectedTable, name: str, wholes: Sequence[float | None]
) -> ProtectedTable:
    shares = [
        percentage(*pair, view.source.mode) for pair in zip(table.values("in_time"), wholes, strict=True)
    ]
    told = zip(table.printed("in_time"), shares, wholes, strict=True)
    return with_number(table, name, shares, [is_withheld(*one) for one in told])


def _trend_words(periods: list[Period], table: ProtectedTable) -> tuple[str, str]:
    """The last quarter, of both denominators."""
    last, shares, of_held = periods[-1], table.values("share"), table.values("share_of_held")
    if table.printed("in_time")[-1] == ":":
        return UNTIMED
    title = "Interviews within 72 hours, by quarter"
    if shares[-1] is None:
        return title, f"{last.label_long}: withheld, or too few returns for a share."
    title = f"{percent(shares[-1])} of returns in {last.label_long} had an interview within 72 hours"
    held = (
        ""
        if of_held[-1] is None
        else f", {percent(of_held[-1])} of the {number(table.values('held')[-1])} held"
    )
    said = f"{number(table.values('in_time')[-1])} of {number(table.values('due')[-1])} returns due{held}."
    missing = sum(share is None for share in shares)
    if missing:
        said += f" {counted(missing)} {'quarter has' if missing == 1 else 'quarters have'} no share."
    return title, said


@dataclass(frozen=True)
class Shares:
    """Parts side by side: shares with their intervals, and the share of the whole; None is withheld."""

    table: ProtectedTable
    shares: list[float | None]
    intervals: list[Interval | None]
    whole: float | None
    whole_name: str

    def apart(self) -> list[int]:
        """The places whose interval misses the whole."""
        return [
            place
            for place, one in enumerate(self.intervals)
            if one is not None and self.whole is not None and not one.holds(self.whole)
        ]


def _shares(view: View, table: ProtectedTable, whole: float | None, whole_name: str) -> Shares:
    """Shares of the episodes due, with intervals as wide as their children make them.

    Episodes of one child are not independent: the interval is that of a share of so many children.
    """
    table = _with_share(view, table, "share", table.values("due"))
    shares = table.values("share")
    pairs = [_interval(*pair) for pair in zip(shares, table.values("children"), strict=True)]
    withheld = [printed == "c" for printed in table.printed("share")]
    for name in ("low", "high"):
        ends = [None if one is None else float(round(getattr(one, name))) for one in pairs]
        table = with_number(table, name, ends, withheld)
    return Shares(table, shares, pairs, whole, whole_name)


def _interval(share: float | None, children: float | None) -> Interval | None:
    if share is None or not children:
        return None
    found = proportion(share / 100 * children, children)
    return None if found is None else found.times(100)


def areas(view: View) -> Finding:
    """R4 of each area with its interval, against all of them; alphabetical, never a ranking."""
    above, parts = above_of(view), areas_shown(view, for_rates=False)
    if not parts:
        raise Problem(what="There are no areas to set side by side", todo="Choose a larger area.")
    steps = view.cells("interview_steps", ("reached",), areas=[part.code for part in parts])
    table = side_by_side(steps, "reached", {IN_TIME: "in_time", DUE: "due"}, "episodes")
    table = _with_children(table, steps.only(reached=DUE))
    names = {part.code: part.name for part in parts}
    found = _shares(view, table, _whole(view, above.code), above.name)
    return _side_by_side(view, "timely_areas", "interview_steps", found, "area", names, "Area")


def _with_children(table: ProtectedTable, due: ProtectedTable) -> ProtectedTable:
    children = due.values("children")
    return with_number(table, "children", children, [count is None for count in children])


def _whole(view: View, area: str) -> float | None:
    steps = view.cells("interview_steps", ("reached",), areas=[area])
    counts = dict(zip(steps.labels("reached"), steps.values("episodes"), strict=True))
    return percentage(counts[IN_TIME], counts[DUE], view.source.mode)


def places(view: View) -> Finding:
    """R4 by the kind of place that children went missing from."""
    names = {code: label("place", code) for code in view.cells("interviews_due", ("place",)).labels("place")}
    return _parts(view, "place", names, "Missing from")


def repeats(view: View) -> Finding:
    """R4 of repeat episodes, and of others."""
    least, days = view.source.repeat
    names = {"repeat": f"At least the {ordinal(least)} in {days} days", "not_repeat": "Other episodes"}
    return _parts(view, "repeated", names, "Repeat")


def _parts(view: View, by: str, names: dict[str, str], heading: str) -> Finding:
    if not takes_pairs(view.source, view.scope.area):
        raise Problem(
            what=f"{PLAIN[by]}: told of the whole partnership only",
            todo="Choose the largest area, or all areas.",
        )
    due = view.cells("interviews_due", (by,))
    cells = view.cells("interviews_due", ("timing", by))
    table = side_by_side(cells, "timing", {IN_TIME: "in_time"}, "episodes")
    episodes = due.values("episodes")
    table = with_number(table, "due", episodes, [count is None for count in episodes])
    table = _with_children(table, due)
    nobody = [code for code, count in zip(due.labels(by), episodes, strict=True) if count == 0]
    table = table.without(by, nobody)
    found = _shares(view, table, _whole(view, view.scope.area), "All returns")
    return _side_by_side(view, f"timely_{by}", "interviews_due", found, by, names, heading)


def _side_by_side(
    view: View, key: str, question: str, found: Shares, by: str, names: dict[str, str], heading: str
) -> Finding:
    told = [names[code] for code in found.table.labels(by)]
    title, sentence = UNTIMED if _is_untimed(found) else _words(view, found, told, by)
    finding = finding_of(
        view,
        key,
        question,
        found.table,
        title=title,
        subtitle="Per cent with an interview within 72 hours, of episodes due, "
        f"{view.scope.period.label_long}, with 95% interval. {_counted_by(view, by)}.",
        sentence=sentence,
        columns={by: heading, **COLUMNS},
        labels={by: names},
        extra={
            "by": by,
            "intervals": found.intervals,
            "whole": found.whole,
            "whole_name": found.whole_name,
        },
    )
    return emptied(finding, "due")


def _is_untimed(found: Shares) -> bool:
    return is_untimed(found.table) and all(share is None for share in found.shares)


def _counted_by(view: View, by: str) -> str:
    if by == "area":
        return f"{capital(view.unknown_area('returned', 'episodes'))}. Alphabetical order"
    return view.place


def _words(view: View, found: Shares, names: list[str], by: str) -> tuple[str, str]:
    """What stands apart from the whole, if the intervals say so."""
    plain = PLAIN[by]
    if found.whole is None:
        return plain, "The share of all is withheld, or too few returns are due."
    whole = f"{found.whole_name}: {percent(found.whole)}"
    if all(share is None for share in found.shares):
        return plain, f"{whole}. Each of its parts is withheld, or too small for a share."
    apart = [place for place in found.apart() if _is_clear(view, found, place)]
    told = [
        f"{names[place]}: {percent(found.shares[place])} {interval(round(one.low), round(one.high))}"
        for place in apart[:2]
        if (one := found.intervals[place]) is not None
    ]
    noun, of = NOUNS[by], found.whole_name if by == "area" else "all returns"
    title = f"{listed([names[place] for place in apart]) or f'No {noun} shown'} can be told apart from {of}"
    return title, f"{'. '.join([*told, whole])}. {CARE}"


def _is_clear(view: View, found: Shares, place: int) -> bool:
    """Not where rounding alone could have moved the number of those in time."""
    share, due = found.shares[place], found.table.values("due")[place]
    if share is None or due is None or found.whole is None:
        return False
    return not is_within_noise((share - found.whole) / 100 * due, view.source.mode)
