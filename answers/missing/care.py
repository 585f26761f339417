"""M5, M8 and M12: children in care, placed out of area and hosted from elsewhere."""

from __future__ import annotations

from answers.finding import Finding
from answers.view import View, finding_of
from answers.words import number, percent
from disclosure import percentage, with_number

PLACED = ("own_area", "out_of_area", "not_recorded")


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
        title = f"{percent(shares[0])} of episodes of the area’s own children in care were out of area"
    said = [
        f"Of {_count(totals[0])} of children the area is responsible for, {_count(away)} started while placed elsewhere.",
        f"Of {_count(totals[1])} of children placed here, {_count(here)} were of children from elsewhere.",
    ]
    return finding_of(
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


def _count(value: float | None) -> str:
    return "a withheld number of episodes" if value is None else f"{number(value)} episodes"


def looked_after(view: View) -> Finding:
    """M5: children who went missing while in care, of all children in care, period by period."""
    periods = [
        one for one in view.source.periods if one.kind == "quarter" and one.until <= view.scope.period.until
    ][-12:]
    table = view.cells("missing_from_care", periods=periods)
    care = view.cells("in_care", periods=periods).values("children")
    shares = [
        percentage(*pair, view.source.mode) for pair in zip(table.values("children"), care, strict=True)
    ]
    table = with_number(table, "in_care", care, [value is None for value in care])
    table = with_number(table, "share", shares, [share is None for share in shares])
    now = shares[-1] if shares else None
    title = "Children in care who went missing"
    if now is not None:
        title = f"{percent(now)} of children in care went missing in {periods[-1].label_long}"
    missing, all_in_care = table.values("children")[-1], care[-1]
    known = missing is not None and all_in_care is not None
    return finding_of(
        view,
        "looked_after",
        "missing_from_care",
        table,
        title=title,
        subtitle=f"Children missing while in care, of children in care at any time in the quarter, {view.place}.",
        sentence=f"{number(missing)} of {number(all_in_care)} children in care. England, a whole year: 11% (2018)."
        if known
        else "One or both numbers are withheld.",
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


def still_missing(view: View) -> Finding:
    """M8: children missing at the end of each of the last eight quarters."""
    periods = [
        one for one in view.source.periods if one.kind == "quarter" and one.until <= view.scope.period.until
    ][-8:]
    table = view.cells("missing_at_end", periods=periods)
    now = table.values("children")[-1]
    day = periods[-1].last_day
    count = number(now) if now is not None else "Fewer than 10"
    return finding_of(
        view,
        "still_missing",
        "missing_at_end",
        table,
        title=f"{count} children were recorded as still missing on {day.day} {day:%B %Y}",
        subtitle=f"Children with an episode that had not ended at the end of the quarter, {view.place}.",
        sentence="An episode whose end was never recorded counts as open.",
        columns={"period": "At the end of", "children": "Children", "episodes": "Episodes"},
        labels={"period": {period.name: period.label_long for period in periods}},
        extra={"values": table.values("children"), "periods": periods, "number": "children"},
    )
