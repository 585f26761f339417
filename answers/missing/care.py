"""M5, M8 and M12: children in care, placed out of area and hosted from elsewhere."""

from __future__ import annotations

from answers.finding import Finding
from answers.periods import Period, print_date
from answers.view import View, emptied, finding_of, needed_quarters
from answers.words import children, number, percent, plural
from disclosure import percentage, with_number


def placed_and_hosted(view: View) -> Finding:
    """Episodes of the area's own children by where they were placed, and of children placed here by whose they are."""
    period = view.scope.period
    own = view.cells("missing_by_placement", ("placed",), role="home")
    hosted = view.cells("missing_by_placement", ("placed",), role="host")
    table = with_number(
        own,
        "hosted_episodes",
        hosted.values("episodes"),
        [value is None for value in hosted.values("episodes")],
    )
    totals = [view.total("missing_by_placement", "episodes", role=role) for role in ("home", "host")]
    away, here = own.values("episodes")[1], hosted.values("episodes")[1]
    shares = [
        percentage(part, whole, view.source.mode) for part, whole in zip((away, here), totals, strict=True)
    ]
    title = "Children placed elsewhere, and children placed here from elsewhere"
    if shares[0] is not None:
        title = f"{percent(shares[0])} of episodes of this area’s children in care started out of area"
    said = [
        _part_of(totals[0], away, "this area’s own children in care", "started while placed elsewhere"),
        _part_of(totals[1], here, "children placed here", "concerned children from elsewhere"),
    ]
    finding = finding_of(
        view,
        "placed_and_hosted",
        "missing_by_placement",
        table,
        title=title,
        subtitle=f"Episodes of children in care, {view.area.name}, {period.label_long}. "
        "Counted by home area, and by placement area.",
        sentence=" ".join(said),
        columns={
            "placed": "Placement",
            "children": "Children, by home area",
            "episodes": "Episodes, by home area",
            "hosted_episodes": "Episodes, by placement area",
        },
        extra={
            "series": {
                "By home area": own.values("episodes"),
                "By placement area": hosted.values("episodes"),
            },
            "other": "hosted_episodes",
        },
    )
    return finding if any(total != 0 for total in totals) else emptied(finding)


def _part_of(whole: float | None, part: float | None, of: str, which: str) -> str:
    """'15 of 90 episodes of children placed here concerned children from elsewhere.'"""
    if whole == 0:
        return f"No episode of {of}."
    if whole is None:
        return f"How many episodes were of {of} is withheld."
    if part is None:
        return f"{plural(whole, 'episode', 'episodes')} of {of}; how many {which} is withheld."
    return f"{number(part)} of {plural(whole, 'episode', 'episodes')} of {of} {which}."


def looked_after(view: View) -> Finding:
    """M5: children who went missing while in care, of all children in care, period by period."""
    periods = needed_quarters(view, 12)
    table = view.cells("missing_from_care", periods=periods)
    care = view.cells("in_care", periods=periods).values("children")
    shares = [
        percentage(*pair, view.source.mode) for pair in zip(table.values("children"), care, strict=True)
    ]
    table = with_number(table, "in_care", care, [value is None for value in care])
    pairs = zip(shares, care, strict=True)
    table = with_number(table, "share", shares, [share is None and of != 0 for share, of in pairs])
    title, sentence = _care_words(periods[-1], table.values("children")[-1], care[-1], shares[-1])
    finding = finding_of(
        view,
        "looked_after",
        "missing_from_care",
        table,
        title=title,
        subtitle=f"Children missing while in care, of children in care at any time in the quarter, {view.place}.",
        sentence=sentence,
        columns={
            "period": "Quarter",
            "children": "Missing from care",
            "episodes": "Episodes",
            "in_care": "In care",
            "share": "Share",
        },
        labels={"period": {period.name: period.label_long for period in periods}},
        extra={"values": shares, "periods": periods, "number": "share"},
    )
    return emptied(finding, "in_care")


def _care_words(
    last: Period, missing: float | None, in_care: float | None, share: float | None
) -> tuple[str, str]:
    title = "Children in care who went missing"
    if share is not None:
        title = f"{percent(share)} of children in care went missing in {last.label_long}"
    if missing is None or in_care is None:
        return title, f"{last.label_long}: one or both numbers are withheld."
    if not in_care:
        return title, f"{last.label_long}: no child was in care."
    return (
        title,
        f"{number(missing)} of {plural(in_care, 'child', 'children')} in care. England, a whole year: 11% (2018).",
    )


def still_missing(view: View) -> Finding:
    """M8: children missing at the end of each of the last eight quarters."""
    periods = needed_quarters(view, 8)
    table = view.cells("missing_at_end", periods=periods)
    now = table.values("children")[-1]
    were = "were" if now is None or now > 1 else "was"
    finding = finding_of(
        view,
        "still_missing",
        "missing_at_end",
        table,
        title=f"{children(now)} {were} recorded as still missing on {print_date(periods[-1].last_day)}",
        subtitle=f"Children with an episode that had not ended at the end of the quarter, {view.place}.",
        sentence="An episode whose end was never recorded counts as open.",
        columns={"period": "At the end of", "children": "Children", "episodes": "Episodes"},
        labels={"period": {period.name: period.label_long for period in periods}},
        extra={"values": table.values("children"), "periods": periods, "number": "children"},
    )
    return emptied(finding, "children")
