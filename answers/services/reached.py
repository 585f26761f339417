"""S4: which children in need are in a service, group against group; who is overlooked earlier is not here."""

from __future__ import annotations

from dataclasses import dataclass

from answers.breakdown import NOT_KNOWN
from answers.cautions import TOO_INCOMPLETE, caution_of
from answers.finding import Finding
from answers.intervals import Interval, ends, proportion, rate_ratio
from answers.periods import print_date
from answers.view import View, emptied, finding_of
from answers.words import capital, in_sentence, interval, label, listed, percent, ratio
from disclosure import ProtectedTable, is_within_noise, percentage, side_by_side, with_number

# The group that the others are set against.
AGAINST = {"gender": "female", "age_group": "14-15", "ethnic_group": "white", "disability": "no"}
PLAIN = {
    "gender": "Who is reached, by gender",
    "age_group": "Who is reached, by age",
    "ethnic_group": "Who is reached, by recorded ethnic group",
    "disability": "Who is reached, by disability",
}
COLUMNS = {
    "children": "Children in need",
    "in_service": "In a service",
    "share": "Share in a service",
    "low": "From",
    "high": "To",
    "ratio": "Times as often as those set against",
    "ratio_low": "Ratio from",
    "ratio_high": "Ratio to",
}


@dataclass(frozen=True)
class Reached:
    """The groups of one dimension with the share in a service, and how many times that of the group set against."""

    table: ProtectedTable
    shares: list[Interval | None]
    ratios: list[Interval | None]
    whole: float | None


def gender(view: View) -> Finding:
    """Boys and girls."""
    return _told(view, "gender")


def age(view: View) -> Finding:
    """By age at the latest assessment."""
    return _told(view, "age_group")


def ethnic_group(view: View) -> Finding:
    """By recorded ethnic group, under its caution."""
    return _told(view, "ethnic_group")


def disability(view: View) -> Finding:
    """By recorded disability."""
    return _told(view, "disability")


def _told(view: View, by: str) -> Finding:
    view = view.for_pairs()
    found = _reached(view, by)
    codes = found.table.labels(by)
    title, sentence = _words(view, found, by)
    caution = caution_of("need_reached", (by,))
    finding = finding_of(
        view,
        f"reached_by_{by}",
        "need_reached",
        found.table,
        title=title,
        subtitle=f"Share of children at medium or high risk in any service, {print_date(view.scope.period.last_day)}, "
        f"{view.place}, with 95% interval. {_unknown(view, found, by)}.",
        sentence=sentence,
        columns={by: capital(label("", by.removesuffix("_group"))), **COLUMNS},
        labels={by: {code: label(by, code) for code in codes}},
        extra={
            "by": by,
            "intervals": found.shares,
            "whole": found.whole,
            "whole_name": "All",
            **({"caution": caution} if caution else {}),
        },
    )
    return emptied(finding, "children")


def _reached(view: View, by: str) -> Reached:
    cells = view.cells("need_reached", ("reached", by))
    need = view.cells("need_reached", (by,)).values("children")
    table = side_by_side(cells, "reached", {"in_service": "in_service"}, "children")
    table = with_number(table, "children", need, [count is None for count in need])
    table = table.without(
        by, [code for code, count in zip(table.labels(by), need, strict=True) if count == 0]
    )
    pairs = list(zip(table.values("in_service"), table.values("children"), strict=True))
    told = [percentage(*pair, view.source.mode) for pair in pairs]
    hidden = [share is None for share in told]
    shares = [
        None
        if share is None or pair[0] is None or pair[1] is None
        else _percent(proportion(pair[0], pair[1]))
        for share, pair in zip(told, pairs, strict=True)
    ]
    table = _with(
        table, {"share": told, "low": ends(shares, "low", 0), "high": ends(shares, "high", 0)}, hidden
    )
    ratios = _ratios(view, table.labels(by), pairs, by)
    times = {
        "ratio": ends(ratios, "value", 1),
        "ratio_low": ends(ratios, "low", 1),
        "ratio_high": ends(ratios, "high", 1),
    }
    return Reached(_with(table, times, hidden), shares, ratios, _whole(view))


def _percent(found: Interval | None) -> Interval | None:
    return None if found is None else found.times(100)


def _with(
    table: ProtectedTable, numbers: dict[str, list[float | None]], hidden: list[bool]
) -> ProtectedTable:
    for name, values in numbers.items():
        table = with_number(table, name, values, hidden)
    return table


def _ratios(
    view: View, codes: list[str], pairs: list[tuple[float | None, float | None]], by: str
) -> list[Interval | None]:
    """Each group's share over that of the group set against, from shown numbers of 20 children in need or more."""
    shown = {
        code: (reached, need)
        for code, (reached, need) in zip(codes, pairs, strict=True)
        if reached is not None and need and percentage(reached, need, view.source.mode) is not None
    }
    base = shown.get(AGAINST[by])
    if base is None:
        return [None] * len(codes)
    return [
        None
        if code == AGAINST[by] or code in NOT_KNOWN or code not in shown
        else rate_ratio(shown[code][0], base[0], shown[code][1], base[1])
        for code in codes
    ]


def _whole(view: View) -> float | None:
    reached = view.cells("need_reached", ("reached",)).only(reached="in_service").values("children")[0]
    return percentage(reached, view.total("need_reached", "children"), view.source.mode)


def _share_unknown(view: View, found: Reached, by: str) -> dict[str, float | None]:
    total = view.total("need_reached", "children")
    counts = dict(zip(found.table.labels(by), found.table.values("children"), strict=True))
    return {code: percentage(counts[code], total, view.source.mode) for code in counts if code in NOT_KNOWN}


def _unknown(view: View, found: Reached, by: str) -> str:
    """'unknown 8%, not recorded for few': what is not known of those in need."""
    shares = _share_unknown(view, found, by)
    if shares and all(share is None for share in shares.values()):
        return "Not known for few"
    said = [
        f"{label(by, code).lower()} {'for few' if share is None else percent(share)}"
        for code, share in shares.items()
    ]
    return capital(", ".join(said)) if said else "Recorded for all"


def _words(view: View, found: Reached, by: str) -> tuple[str, str]:
    """Who is reached more or less often than those set against, where neither chance nor rounding could make it."""
    plain = PLAIN[by]
    if by == "ethnic_group":
        return _ethnic_words(view, found)
    base = in_sentence(label(by, AGAINST[by]))
    apart = _apart(view, found, by)
    if all(one is None for one in found.ratios):
        return plain, f"No group can be set against ‘{base}’: withheld, or too few for a share."
    if not apart:
        return f"{plain}: no clear difference", f"No group shown can be told apart from ‘{base}’."
    told = [_times(by, code, one, base) for code, one in apart[:2]]
    fewer = [label(by, code) for code, one in apart if one.value < 1]
    title = f"{listed(fewer)}: less often in a service" if fewer else plain
    return title, f"{'; '.join(told)}."


def _times(by: str, code: str, one: Interval, base: str) -> str:
    said = f"{ratio(one.value)} times as often as ‘{base}’ {interval(one.low, one.high, 2)}"
    return f"{label(by, code)}: {said}"


def _apart(view: View, found: Reached, by: str) -> list[tuple[str, Interval]]:
    codes, need = found.table.labels(by), found.table.values("children")
    shares = dict(zip(codes, found.table.values("share"), strict=True))
    base = shares.get(AGAINST[by])
    return [
        (code, one)
        for code, one, many in zip(codes, found.ratios, need, strict=True)
        if one is not None
        and not one.holds(1)
        and base is not None
        and not is_within_noise(
            (shares[code] or 0) / 100 * (many or 0) - base / 100 * (many or 0), view.source.mode
        )
    ]


def _ethnic_words(view: View, found: Reached) -> tuple[str, str]:
    """Numbers without a conclusion about any group."""
    unknown = _share_unknown(view, found, "ethnic_group").values()
    is_incomplete = sum(share or 0 for share in unknown) >= TOO_INCOMPLETE or None in unknown
    title = "Ethnic group is too incomplete to conclude from" if is_incomplete else PLAIN["ethnic_group"]
    apart = _apart(view, found, "ethnic_group")
    if is_incomplete or not apart:
        return (
            title,
            "Children of minority ethnic groups are often overlooked; nothing is concluded here about any group.",
        )
    base = in_sentence(label("ethnic_group", AGAINST["ethnic_group"]))
    return (
        title,
        f"{_times('ethnic_group', *apart[0], base)}. A question to services, not a finding about a group.",
    )
