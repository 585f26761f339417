"""A graph: nodes with short labels, and lines between them as wide as their number; each network apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from charts.frame import Drawing, Sheet, rows_of, spoken, start, ticks, write
from charts.tokens import Look
from disclosure import ProtectedTable

SPACE = 84  # pixels between neighbours
EDGE, GAP = 30, 12  # around a network, and between networks
TALLEST = 720
NODE = 42
THIN, STEP, WIDEST = 1.5, 1.5, 9.0
SYMBOLS = {"full": "circle", "open": "circle", "square": "square"}


@dataclass(frozen=True)
class Node:
    """A short label, its network (1 is drawn first), its place where neighbours are about 1 apart, and how it is drawn."""

    label: str
    network: int
    x: float
    y: float
    kind: str


@dataclass(frozen=True)
class Line:
    """A line between two nodes: its number as a width and as it is printed."""

    ends: tuple[str, str]
    value: float | None
    printed: str


Places = dict[str, tuple[float, float]]


def draw(
    table: ProtectedTable,
    ends: tuple[str, str],
    number: str,
    nodes: Sequence[Node],
    look: Look,
    about: str,
    width: float = 1302,
) -> Drawing:
    """One line for each row of the table; a line of 1 has no number printed. `about` opens the alternative text."""
    lines = [
        Line((row.code, other), row.value, row.printed)
        for row, other in zip(rows_of(table, ends[0], number), table.labels(ends[1]), strict=True)
    ]
    places, tall = pack(nodes, look.across(width))
    sheet = start(look, tall, (0, 0, 0, 0))
    sheet.update_xaxes(range=[0, look.across(width)], **ticks(look, [], []))
    sheet.update_yaxes(range=[tall, 0], **ticks(look, [], []))
    drawn = [line for line in lines if set(line.ends) <= set(places)]
    for line in drawn:
        _add_line(sheet, look, line, places)
    for kind in SYMBOLS:
        _add_nodes(sheet, look, [node for node in nodes if node.kind == kind], kind, places)
    for line in drawn:
        _add_number(sheet, look, line, places)
    return Drawing(sheet, alt(about, lines))


def pack(nodes: Sequence[Node], width: float) -> tuple[Places, float]:
    """Where each node is drawn, in desk pixels from the upper left, and how high all is: networks in rows."""
    places: Places = {}
    left = top = row = 0.0
    for network in sorted({node.network for node in nodes}):
        within = [node for node in nodes if node.network == network]
        spots, across, down = _fitted(within, width)
        if left and left + across > width:
            left, top, row = 0.0, top + row + GAP, 0.0
        places |= {label: (left + x, top + y) for label, (x, y) in spots.items()}
        left, row = left + across + GAP, max(row, down)
    return places, max(top + row, 2 * EDGE)


def _fitted(nodes: list[Node], width: float) -> tuple[Places, float, float]:
    """The places of one network in a box of its own, and the box's size."""
    low_x, low_y = min(node.x for node in nodes), min(node.y for node in nodes)
    across, down = max(node.x for node in nodes) - low_x, max(node.y for node in nodes) - low_y
    scale = min(SPACE, (width - 2 * EDGE) / max(across, 0.1), (TALLEST - 2 * EDGE) / max(down, 0.1))
    spots = {node.label: (EDGE + (node.x - low_x) * scale, EDGE + (node.y - low_y) * scale) for node in nodes}
    return spots, across * scale + 2 * EDGE, down * scale + 2 * EDGE


def _add_line(sheet: Sheet, look: Look, line: Line, places: Places) -> None:
    (x0, y0), (x1, y1) = (places[end] for end in line.ends)
    wide = THIN if line.value is None else min(THIN + STEP * max(line.value - 1, 0), WIDEST)
    drawn = {"color": look["context"], "width": look.px(wide)}
    if line.value is None:
        drawn["dash"] = "dot"
    sheet.add_scatter(x=[x0, x1], y=[y0, y1], mode="lines", line=drawn, hoverinfo="skip")


def _add_number(sheet: Sheet, look: Look, line: Line, places: Places) -> None:
    if line.value == 1:
        return
    (x0, y0), (x1, y1) = (places[end] for end in line.ends)
    write(sheet, look, f"<b>{line.printed}</b>", x=(x0 + x1) / 2, y=(y0 + y1) / 2, bgcolor=look["ground"])


def _add_nodes(sheet: Sheet, look: Look, nodes: list[Node], kind: str, places: Places) -> None:
    if not nodes:
        return
    fill = look["accent"] if kind == "full" else look["ground"]
    edge = {"color": look["accent" if kind == "full" else "line_strong"], "width": look.px(1.5)}
    spots = [places[node.label] for node in nodes]
    marker = {"symbol": SYMBOLS[kind], "size": look.px(NODE), "color": fill, "opacity": 1, "line": edge}
    x, y = [spot[0] for spot in spots], [spot[1] for spot in spots]
    sheet.add_scatter(x=x, y=y, mode="markers", marker=marker, cliponaxis=False, hoverinfo="skip")
    for node, (across, down) in zip(nodes, spots, strict=True):
        write(sheet, look, node.label, x=across, y=down, on=fill)


def alt(about: str, lines: Sequence[Line]) -> str:
    """'Groups that share children. G1 and G2: 1; G1 and G4: 3.'"""
    said = "; ".join(f"{line.ends[0]} and {line.ends[1]}: {spoken(line.printed)}" for line in lines)
    return f"Graph. {about}. {said}." if said else f"Graph. {about}: no line."
