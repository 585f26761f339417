"""Each chart drawn from the same few numbers, a withheld one given as its printed symbol."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

import plotly.graph_objects as go
import pytest

from charts import (
    areas,
    bars,
    columns,
    combined,
    control,
    flow,
    funnel,
    gaps,
    heat,
    hours,
    network,
    sides,
    stacked,
)
from charts.frame import Drawing
from charts.tokens import Look
from tests.charts.conftest import MakeTable

HOURS = {str(hour): f"{hour:02d}" for hour in range(24)}
DAYS = {str(day): name for day, name in enumerate(("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"), start=1)}
CODES = ["home", "foster", "school", "unknown", "not_recorded"]
Draw = Callable[[MakeTable, Look, list[Any]], Drawing]


def values_of(numbers: Sequence[Any]) -> list[float | None]:
    return [None if isinstance(one, str) else one for one in numbers]


def codes_of(numbers: Sequence[Any]) -> list[str]:
    """One code for each number: the first are kinds of place, the rest are numbered."""
    return [*CODES, *(f"place {at}" for at in range(len(CODES), len(numbers)))][: len(numbers)]


def draw_bars(make: MakeTable, look: Look, numbers: list[Any]) -> Drawing:
    return bars.draw(make({"place": codes_of(numbers)}, {"episodes": numbers}), "place", "episodes", look)


def draw_areas(make: MakeTable, look: Look, numbers: list[Any]) -> Drawing:
    table = make({"area": codes_of(numbers)}, {"rate": numbers})
    ends = [None if one is None else (one * 0.8, one * 1.2) for one in values_of(numbers)]
    return areas.draw(table, "rate", ends, look, {}, areas.Whole("All", 40, "40.0"))


def draw_columns(make: MakeTable, look: Look, numbers: list[Any]) -> Drawing:
    one = columns.Columns("Away", values_of(numbers), [str(number) for number in numbers])
    return columns.draw([one], codes_of(numbers), look)


def draw_pairs(make: MakeTable, look: Look, numbers: list[Any]) -> Drawing:
    one = columns.Columns("Away", values_of(numbers), [str(number) for number in numbers])
    other = columns.Columns("Missing", values_of(numbers[::-1]), [str(number) for number in numbers[::-1]])
    return columns.draw([one, other], codes_of(numbers), look, changes=[2])


def draw_control(make: MakeTable, look: Look, numbers: list[Any]) -> Drawing:
    printed, words = [str(one) for one in numbers], codes_of(numbers)
    return control.draw(control.Series(values_of(numbers), printed, words, words), [], [], [], look)


def draw_heat(make: MakeTable, look: Look, numbers: list[Any]) -> Drawing:
    cells = [(day, hour) for day in DAYS for hour in HOURS]
    dimensions = {"weekday": [day for day, _ in cells], "hour": [hour for _, hour in cells]}
    table = make(dimensions, {"episodes": (numbers * 168)[: len(cells)]})
    return heat.draw(table, "episodes", look, ("weekday", DAYS), ("hour", HOURS))


def draw_strip(make: MakeTable, look: Look, numbers: list[Any]) -> Drawing:
    table = make({"hour": list(HOURS)}, {"episodes": (numbers * 24)[:24]})
    return heat.draw_strip(table, "hour", "episodes", look, HOURS)


def draw_hours(make: MakeTable, look: Look, numbers: list[Any]) -> Drawing:
    """Two parts of the day, those without a time, and all; the last row is of all kinds of place."""
    codes = [*codes_of(numbers), "all"] if numbers else []
    columns = {name: [*numbers, *numbers[:1]] for name in ("from_0", "from_20", "not_timed", "all")}
    timed = {"from_0": "Midnight to 4am", "from_20": "8pm to midnight"}
    apart, words = {"not_timed": "Time not recorded", "all": "All"}, {code: code for code in codes}
    return hours.draw(make({"place": codes}, columns), look, ("place", words), timed, apart, "all", 760)


def draw_stacked(make: MakeTable, look: Look, numbers: list[Any]) -> Drawing:
    shares = [one if isinstance(one, str) else min(one, 20) for one in numbers]
    table = make({"number": codes_of(numbers)}, {"share": shares})
    return stacked.draw(table, "number", [("Episodes", "share")], look)


def draw_funnel(make: MakeTable, look: Look, numbers: list[Any]) -> Drawing:
    points = [
        funnel.Point(name, 1_000.0 * (at + 1), value, str(number))
        for at, (name, value, number) in enumerate(
            zip(codes_of(numbers), values_of(numbers), numbers, strict=True)
        )
    ]
    return funnel.draw(points, 50.0, lambda population, level: (40.0, 60.0), look)


def draw_sides(make: MakeTable, look: Look, numbers: list[Any]) -> Drawing:
    table = make({"place": codes_of(numbers)}, {"met": numbers, "exploited": numbers[::-1]})
    two = [sides.Side("Met", "met"), sides.Side("Exploited", "exploited")]
    return sides.draw(table, "place", two, look, {})


def draw_mirrored(make: MakeTable, look: Look, numbers: list[Any]) -> Drawing:
    table = make({"place": codes_of(numbers)}, {"female": numbers, "male": numbers[::-1]})
    two = [sides.Side("Female", "female"), sides.Side("Male", "male")]
    return sides.draw(table, "place", two, look, {}, is_grey=True, is_mirrored=True)


def draw_gaps(make: MakeTable, look: Look, numbers: list[Any]) -> Drawing:
    codes = codes_of(numbers)
    shares = [one if isinstance(one, str) else min(one, 100) for one in numbers]
    dimensions = {"area": codes, "need": ["health"] * len(codes)}
    table = make(dimensions, {"children": numbers, "in_need": numbers, "share": shares})
    rows = {code: code for code in codes}
    cells = gaps.Numbers("children", "in_need", "share")
    return gaps.draw(
        table, cells, ["no service"] * len(codes), look, ("area", rows), ("need", {"health": "Health"})
    )


def draw_network(make: MakeTable, look: Look, numbers: list[Any]) -> Drawing:
    """A line from each node to the next."""
    codes = [f"G{at}" for at in range(len(numbers) + 1)]
    table = make({"group": codes[:-1], "other": codes[1:]}, {"children": numbers})
    nodes = [network.Node(code, 1, at % 5 * 2.0, at // 5, "full") for at, code in enumerate(codes)]
    return network.draw(table, ("group", "other"), "children", nodes, look, "Groups")


def draw_flow(make: MakeTable, look: Look, numbers: list[Any]) -> Drawing:
    """So many states of one step, all of them shown or withheld, and a flow to each."""
    codes = codes_of(numbers)
    rows = [("referred", "all", "all"), *(("referred", "all", code) for code in codes)]
    rows += [("assessed", code, "all") for code in codes]
    dimensions = {name: [row[place] for row in rows] for place, name in enumerate(("step", "state", "next"))}
    table = make(dimensions, {"referrals": [*numbers[:1], *numbers, *numbers] if numbers else [0]})
    steps = [flow.Step("referred", "Referral", {"all": "Referrals"})]
    steps.append(flow.Step("assessed", "Assessment", {code: code for code in codes}))
    return flow.draw(table, "referrals", look, steps, ["home"])


def draw_combined(make: MakeTable, look: Look, numbers: list[Any]) -> Drawing:
    """The first row has one part, the next two, and so on round."""
    parts = ["health", "family", "places"]
    rows = ["+".join(parts[: 1 + at % 3]) for at in range(len(numbers))]
    sizes = make({"domain": parts}, {"children": [120, 45, 20]})
    table = make({"combination": rows}, {"children": numbers})
    return combined.draw(
        table, "combination", "children", sizes, "domain", look, {"health": "Health"}, width=760
    )


DRAWINGS = [
    draw_bars, draw_areas, draw_columns, draw_pairs, draw_control, draw_heat, draw_strip, draw_hours, draw_stacked, draw_funnel,
    draw_sides, draw_mirrored, draw_gaps, draw_network, draw_flow, draw_combined,
]  # fmt: skip
FILLED = {draw_heat, draw_strip}  # their number of cells is fixed
each_chart = pytest.mark.parametrize("draw", DRAWINGS, ids=lambda draw: draw.__name__)
of_any_length = pytest.mark.parametrize(
    "draw", [draw for draw in DRAWINGS if draw not in FILLED], ids=lambda draw: draw.__name__
)


def spec(drawing: Drawing) -> str:
    """The figure as it is sent; ValueError where Plotly does not know one of its words."""
    go.Figure({"data": drawing.sheet.data, "layout": drawing.sheet.layout})
    return json.dumps(drawing.figure, allow_nan=False)
