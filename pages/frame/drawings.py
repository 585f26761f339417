"""Which chart draws which finding: the protected table and the words of a finding in, a drawing out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from answers.finding import Finding
from answers.quality.fields import drawn_fields
from answers.words import label, percent
from charts import areas, bars, columns, control, flow, funnel, gaps, heat, hours, sides, stacked
from charts.frame import Drawing
from charts.tokens import Look
from disclosure import ProtectedTable

NARROW, HALF, WIDE, FULL = 530, 600, 750, 1302  # what columns of the page are wide, in desk pixels
SHARES = (10, 25, 50, 75)  # where the classes of a share left out begin
SHORT_NUMBERS = {"1": "1 episode", "2": "2", "3-4": "3–4", "5-9": "5–9", "10+": "10+"}


def table_of(finding: Finding) -> ProtectedTable:
    """The table of a finding that is drawn; ValueError for one without."""
    if finding.table is None:
        raise ValueError(f"{finding.key} has no table to draw.")
    return finding.table


def draw_trend(finding: Finding, look: Look) -> Drawing:
    """A control chart with its limits, signals and changes of recording."""
    extra = finding.extra
    chart, periods = extra["chart"], extra["periods"]
    series = control.Series(
        extra["values"],
        table_of(finding).printed(extra["number"]),
        [period.label_short for period in periods],
        [period.label_long for period in periods],
    )
    changes = [control.Change(change["at"], _change_words(change)) for change in extra["changes"]]
    return control.draw(series, chart.segments, chart.signals, changes, look, FULL)


def _change_words(change: dict[str, Any]) -> str:
    return f"{change['note']}. Limits start again."


def draw_bars(width: float = HALF) -> Callable[[Finding, Look], Drawing]:
    """Horizontal bars with counts and shares."""

    def draw(finding: Finding, look: Look) -> Drawing:
        table = table_of(finding)
        dimension = dimension_of(finding)
        return bars.draw(
            table,
            dimension,
            finding.extra["number"],
            look,
            finding.labels[dimension],
            share="share",
            accent=finding.extra["accent"],
            unknown=finding.extra.get("apart", bars.NOT_KNOWN),
            width=width,
        )

    return draw


def dimension_of(finding: Finding) -> str:
    """What the rows of a finding's table are."""
    others = (name for name in table_of(finding).dimensions if name not in ("area", "period"))
    return str(finding.extra.get("dimension") or next(others))


def draw_sides(
    is_grey: bool = False, is_mirrored: bool = False, width: float = HALF
) -> Callable[[Finding, Look], Drawing]:
    """Two numbers of a table side by side, with their shares where the table has them."""

    def draw(finding: Finding, look: Look) -> Drawing:
        table, dimension = table_of(finding), dimension_of(finding)
        names = [name for name in table.numbers if not name.startswith("share_of_")]
        shares = {name: f"share_of_{name}" for name in names if f"share_of_{name}" in table.numbers}
        two = [sides.Side(finding.columns[name], name, shares.get(name, "")) for name in names]
        words = finding.labels[dimension]
        return sides.draw(table, dimension, two, look, words, is_grey, is_mirrored, width=width)

    return draw


def draw_periods(finding: Finding, look: Look) -> Drawing:
    """One number over periods, in columns."""
    table, number, periods = table_of(finding), finding.extra["number"], finding.extra["periods"]
    last = [len(periods) - 1]
    one = columns.Columns(finding.columns[number], finding.extra["values"], table.printed(number), last)
    words = [period.label_short for period in periods]
    changes = finding.extra.get("changes", [])
    unit, changed = "%" if number == "share" else "", finding.extra.get("changed", "")
    return columns.draw([one], words, look, HALF, unit, changes, changed)


def draw_started(finding: Finding, look: Look) -> Drawing:
    """The share that had started by the end of each band: one column where nothing is withheld, else the least and the most."""
    table, words = table_of(finding), finding.extra["bands"]
    names = ("low",) if table.values("low") == table.values("high") else ("low", "high")
    titles = ("At least",) if len(names) == 2 else ("Started",)
    series = [
        columns.Columns(title, table.values(name)[: len(words)], table.printed(name)[: len(words)])
        for title, name in zip((*titles, "At most"), names, strict=False)
    ]
    return columns.draw(series, words, look, FULL, "%")


def draw_gaps(finding: Finding, look: Look) -> Drawing:
    """Children in no service, of those in need, by area and kind, with the places that there are."""
    table, extra = table_of(finding), finding.extra
    kinds = {code: finding.labels["need"][code] for code in extra["lines"]}
    numbers = gaps.Numbers("children", "in_need", "share")
    return gaps.draw(table, numbers, extra["below"], look, ("area", extra["areas"]), ("need", kinds), FULL)


def draw_months(finding: Finding, look: Look) -> Drawing:
    """The months of a year in columns, beside those of the year before where the data has them."""
    table = table_of(finding)
    series = [
        columns.Columns(finding.columns[name], table.values(name), table.printed(name))
        for name in finding.extra["numbers"]
    ]
    return columns.draw(
        series, [label("calendar_month", code)[:3] for code in table.labels("calendar_month")], look, HALF
    )


def draw_series(finding: Finding, look: Look) -> Drawing:
    """Two series side by side, over periods or over the parts of a breakdown."""
    table = table_of(finding)
    printed = [table.printed(number) for number in ("episodes", finding.extra["other"])]
    made = [
        columns.Columns(name, values, said)
        for (name, values), said in zip(finding.extra["series"].items(), printed, strict=True)
    ]
    words = (
        [period.label_short for period in finding.extra["periods"]]
        if "periods" in finding.extra
        else [finding.labels["placed"][code] for code in table.labels("placed")]
    )
    changes = [change["at"] for change in finding.extra.get("changes", [])]
    return columns.draw(made, words, look, HALF, changes=changes)


def draw_concentration(finding: Finding, look: Look) -> Drawing:
    """Episodes above, children below, in the same bands of number of episodes."""
    shares = [("Episodes", "share_of_episodes"), ("Children", "share_of_children")]
    return stacked.draw(table_of(finding), "number", shares, look, SHORT_NUMBERS, NARROW)


def draw_hours(finding: Finding, look: Look) -> Drawing:
    """Hours by weekdays, or one strip of hours where the two together are not held."""
    words = {str(hour): f"{hour:02d}" for hour in range(24)}
    if finding.extra["by"] == ("hour",):
        return heat.draw_strip(
            table_of(finding),
            "hour",
            "episodes",
            look,
            words,
            every=3,
            title="Hour of the day, local time",
            width=WIDE,
        )
    days = {str(day): label("weekday", str(day))[:3] for day in range(1, 8)}
    return heat.draw(table_of(finding), "episodes", look, ("weekday", days), ("hour", words), width=WIDE)


def draw_place_hours(finding: Finding, look: Look) -> Drawing:
    """Kinds of place by parts of the day, and beside them those without a time and all."""
    table, extra, dimension = table_of(finding), finding.extra, dimension_of(finding)
    rows = {code: finding.labels[dimension][code] for code in table.labels(dimension)}
    timed, apart = ({name: finding.columns[name] for name in extra[part]} for part in ("timed", "apart"))
    return hours.draw(table, look, (dimension, rows), timed, apart, extra["whole"], FULL)


def draw_left_out(finding: Finding, look: Look) -> Drawing:
    """Fields by agencies, in classes of the share left out."""
    table = table_of(finding)
    rows = {code: finding.labels["field"][code] for code in drawn_fields(table)}
    agencies = {code: finding.labels["agency"][code] for code in dict.fromkeys(table.labels("agency"))}
    across = "Per cent of its records in which the field is left out"
    down, columns = ("field", rows), ("agency", agencies)
    return heat.draw(table, "share", look, down, columns, 1, across, FULL, SHARES)


def draw_over_time(finding: Finding, look: Look) -> Drawing:
    """Fields by quarters or months, in classes of the share left out."""
    table = table_of(finding)
    rows = {code: finding.labels["field"][code] for code in drawn_fields(table)}
    steps = {name: "<br>".join(words.rsplit(" ", 1)) for name, words in finding.extra["steps"].items()}
    return heat.draw(table, "share", look, ("field", rows), ("period", steps), 1, "", FULL, SHARES)


def draw_grid(finding: Finding, look: Look) -> Drawing:
    """How many of how many in each cell, with the share; `extra` says which dimension is down, and which across."""
    table, extra = table_of(finding), finding.extra
    down, across = (
        (name, {code: finding.labels[name][code] for code in dict.fromkeys(table.labels(name))})
        for name in (extra["rows"], extra["across"])
    )
    below = ["" if share is None else percent(share) for share in table.values("share")]
    numbers = gaps.Numbers(extra["number"], "of", "share")
    return gaps.draw(table, numbers, below, look, down, across, FULL)


def draw_flow(finding: Finding, look: Look) -> Drawing:
    """From step to step: nodes and flows, with those who wait and those of whom nothing is recorded."""
    extra = finding.extra
    steps = [flow.Step(*step) for step in extra["steps"]]
    return flow.draw(table_of(finding), extra["number"], look, steps, extra["reached"], FULL)


def draw_areas(finding: Finding, look: Look) -> Drawing:
    """The rate of each area with its interval, against the rate of all."""
    extra = finding.extra
    whole = (
        areas.Whole(extra["whole_name"], extra["whole"], f"{extra['whole']:,.1f}") if extra["whole"] else None
    )
    ends = [(one.low, one.high) if one else None for one in extra["intervals"]]
    return areas.draw(table_of(finding), "rate", ends, look, finding.labels["area"], whole)


def draw_shares(width: float = HALF, number: str = "share") -> Callable[[Finding, Look], Drawing]:
    """The share (or another `number`) of each area or part of a breakdown, with its interval, against that of all."""
    unit, decimals = ("%", 0) if number == "share" else ("", 1)

    def draw(finding: Finding, look: Look) -> Drawing:
        extra = finding.extra
        name, value = extra["whole_name"], extra["whole"]
        whole = None if value is None else areas.Whole(name, value, f"{value:,.{decimals}f}{unit}")
        ends = [(one.low, one.high) if one else None for one in extra["intervals"]]
        words, by = finding.labels[extra["by"]], extra["by"]
        return areas.draw(table_of(finding), number, ends, look, words, whole, by, decimals, width, unit)

    return draw


def draw_funnel(finding: Finding, look: Look) -> Drawing:
    """Rates against population, within the limits of chance."""
    extra = finding.extra
    points = [
        funnel.Point(name, size, rate, f"{rate:,.1f}")
        for name, size, rate in zip(extra["names"], extra["populations"], extra["rates"], strict=True)
    ]
    return funnel.draw(points, extra["funnel"].target, extra["funnel"].limits, look, "Areas shown", 620)
