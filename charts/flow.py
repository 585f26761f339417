"""A Sankey: from each state of a step to the states of the next, with those who wait and those of whom nothing is known.

A flow is as wide as its shown number. One that is withheld is a line of one fixed width, and a true zero is not
drawn: no width, and no place, follows a number that is not shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from charts.frame import Drawing, Row, Sheet, rows_of, spoken, start, ticks, widest, write
from charts.keys import Key, draw_key, key_height
from charts.tokens import Look
from disclosure import ProtectedTable

PLOT, HEAD, PAD, THICK = 430, 30, 24, 12
WITHHELD = 4  # pixels of the desk view, whatever is withheld
ALL = "all"


@dataclass(frozen=True)
class Step:
    """One step: its code, its printed name, and the words of its states in the order in which they are drawn."""

    code: str
    name: str
    states: dict[str, str]


@dataclass(frozen=True)
class Node:
    """A state of a step, where it lies among those drawn of its step, and whether its step is the first to be drawn."""

    step: int
    state: str
    row: Row
    colour: str


@dataclass(frozen=True)
class Flow:
    """From one node to another, by their places in the list of nodes."""

    source: int
    target: int
    row: Row


def draw(
    table: ProtectedTable,
    number: str,
    look: Look,
    steps: Sequence[Step],
    reached: Sequence[str],
    width: float = 1302,
) -> Drawing:
    """`table` has the dimensions `step`, `state` and `next`: a row whose `next` is `all` is of a node, others of flows.

    `reached` are the states that are drawn in the colour of what the title speaks of.
    """
    width = look.across(width)
    nodes, flows = _read(table, number, look, steps, reached)
    words = [_words(node, steps) for node in nodes]
    keys = _keys(look, nodes, flows)
    top = key_height(keys, width) + HEAD
    right = (
        widest([text for node, text in zip(nodes, words, strict=True) if node.step == len(steps) - 1]) + 26
    )
    sheet = start(look, PLOT + top + 6, (0, right, top, 6))
    sheet.update_xaxes(range=[0, 1], visible=False, **ticks(look, [], []))
    sheet.update_yaxes(range=[0, 1], visible=False, **ticks(look, [], []))
    draw_key(sheet, look, keys, width, 0, HEAD)
    places = _places(nodes, flows, len(steps))
    if flows:
        _add(sheet, look, nodes, flows, places)
    _name_steps(sheet, look, steps)
    for place, text in zip(places, words, strict=True):
        _name(sheet, look, text, *place)
    return Drawing(sheet, _alt(nodes, flows, steps))


def _read(
    table: ProtectedTable, number: str, look: Look, steps: Sequence[Step], reached: Sequence[str]
) -> tuple[list[Node], list[Flow]]:
    """The nodes that hold anybody, or are withheld, and the flows between them."""
    rows = rows_of(table, "state", number)
    keys = zip(table.labels("step"), table.labels("state"), table.labels("next"), strict=True)
    found = dict(zip(keys, rows, strict=True))
    nodes = [
        Node(place, state, row, look["accent"] if state in reached else look["context"])
        for place, step in enumerate(steps)
        for state in step.states
        if (row := found.get((step.code, state, ALL))) and row.value != 0
    ]
    flows = [
        Flow(one, other, row)
        for one, node in enumerate(nodes)
        for other, after in enumerate(nodes)
        if after.step == node.step + 1
        and (row := found.get((steps[node.step].code, node.state, after.state)))
        and row.value != 0
    ]
    return nodes, flows


def _words(node: Node, steps: Sequence[Step]) -> str:
    return f"<b>{node.row.printed}</b> {steps[node.step].states[node.state]}"


def _drawn(nodes: list[Node], flows: list[Flow]) -> list[float]:
    """The drawn width of each flow in numbers: its own, or that of `WITHHELD` pixels at the scale of the shown ones."""
    shown = sum(flow.row.value or 0 for flow in flows if nodes[flow.source].step == 0)
    least = max(shown, 1.0) * WITHHELD / (PLOT / 2)
    return [least if flow.row.value is None else flow.row.value for flow in flows]


def _heights(nodes: list[Node], flows: list[Flow]) -> list[float]:
    """What Plotly makes of each node: the larger of what goes in and what comes out, as drawn."""
    drawn = _drawn(nodes, flows)
    pairs = list(zip(flows, drawn, strict=True))
    return [
        max(
            sum(wide for flow, wide in pairs if flow.target == place),
            sum(wide for flow, wide in pairs if flow.source == place),
        )
        for place in range(len(nodes))
    ]


def _places(nodes: list[Node], flows: list[Flow], steps: int) -> list[tuple[float, float]]:
    """The middle of each node, from the left and from the top, as parts of the plot: states in their own order."""
    heights = _heights(nodes, flows)
    columns = [[place for place, node in enumerate(nodes) if node.step == step] for step in range(steps)]
    fits = [
        (PLOT - PAD * (len(column) - 1)) / total
        for column in columns
        if (total := sum(heights[place] for place in column))
    ]
    scale, found = min(fits, default=1.0), [(0.0, 0.0)] * len(nodes)
    for step, column in enumerate(columns):
        down = 0.0
        for place in column:
            tall = heights[place] * scale
            x = min(max(step / max(steps - 1, 1), 0.001), 0.999)
            found[place] = (x, min(max((down + tall / 2) / PLOT, 0.001), 0.999))
            down += tall + PAD
    return found


def _add(
    sheet: Sheet, look: Look, nodes: list[Node], flows: list[Flow], places: list[tuple[float, float]]
) -> None:
    colours = [look["ground"] if node.row.value is None else node.colour for node in nodes]
    sheet.data.append(
        {
            "type": "sankey",
            "arrangement": "fixed",
            "hoverinfo": "skip",
            "node": {
                "x": [x for x, _ in places],
                "y": [y for _, y in places],
                "label": [""] * len(nodes),
                "color": colours,
                "line": {"color": look["line_strong"], "width": 1},
                "pad": look.px(PAD),
                "thickness": look.px(THICK),
                "hoverinfo": "skip",
            },
            "link": {
                "source": [flow.source for flow in flows],
                "target": [flow.target for flow in flows],
                "value": _drawn(nodes, flows),
                "color": [_fill(look, nodes, flow) for flow in flows],
                "line": {"color": look["ground"], "width": 1},
                "hoverinfo": "skip",
            },
        }
    )


def _fill(look: Look, nodes: list[Node], flow: Flow) -> str:
    if flow.row.value is None:
        return look["unknown"]
    return look.classes[0] if nodes[flow.target].colour == look["accent"] else look["line"]


def _keys(look: Look, nodes: list[Node], flows: list[Flow]) -> list[Key]:
    rows = [*(node.row for node in nodes), *(flow.row for flow in flows)]
    if all(row.value is not None for row in rows):
        return []
    return [Key("Withheld: a line of one width", look["unknown"])]


def _name(sheet: Sheet, look: Look, text: str, x: float, y: float) -> None:
    """The number and words of a node, to its right."""
    at: dict[str, Any] = {"xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "middle"}
    write(sheet, look, text, x=x, y=1 - y, xshift=THICK / 2 + 5, bgcolor=look["ground"], borderpad=1, **at)


def _name_steps(sheet: Sheet, look: Look, steps: Sequence[Step]) -> None:
    at: dict[str, Any] = {
        "xref": "paper",
        "yref": "paper",
        "xanchor": "left",
        "yanchor": "bottom",
        "yshift": 6,
    }
    for place, step in enumerate(steps):
        write(sheet, look, step.name, "muted", x=place / max(len(steps) - 1, 1), y=1, **at)


def _alt(nodes: list[Node], flows: list[Flow], steps: Sequence[Step]) -> str:
    """Every state of every step, and how many flows are withheld; the table has them all."""
    said: list[str] = []
    for place, step in enumerate(steps):
        of_step = [node for node in nodes if node.step == place]
        told = [f"{step.states[node.state].lower()} {spoken(node.row.printed)}" for node in of_step]
        said += [f"{step.name}: {', '.join(told)}"] if told else []
    hidden = sum(flow.row.value is None for flow in flows)
    more = f" {hidden} of {len(flows)} flows are withheld." if hidden else ""
    return f"Flow from step to step. {'; '.join(said)}.{more}" if said else "Flow from step to step. Nobody."
