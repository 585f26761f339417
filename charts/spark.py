"""Small pictures for tables and headline figures, as SVG for an img element."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Sequence

from charts.tokens import Look

SIZE = (168, 48)
BAR = (140, 13)
EDGE = 6


def spark_svg(
    values: Sequence[float | None],
    limits: tuple[float, float, float] | None,
    look: Look,
    since: int = 0,
) -> str:
    """A line within its limits (lower, mean, upper), the last point in accent.

    `since` is the first point after a change in recording: the line starts there, at an ink line. A withheld
    value (None) breaks the line. The scale follows the shown values and their limits only.
    """
    width, height = (look.px(size) for size in SIZE)
    kept = [None if index < since else value for index, value in enumerate(values)]
    shown = [value for value in kept if value is not None]
    ends = [*shown, *(limits or ())]
    low, high = (min(ends), max(ends)) if ends else (0.0, 1.0)
    edge = look.px(EDGE)

    def x(index: float) -> float:
        return round(edge + (width - 2 * edge) * index / max(len(kept) - 1, 1), 1)

    def y(value: float) -> float:
        return round(height - edge - (height - 2 * edge) * (value - low) / ((high - low) or 1), 1)

    first = x(since - 0.5) if since else x(0)
    parts = _limits(look, limits, y, (first, x(len(kept) - 1))) if limits else []
    if since:
        parts.append(_line(first, 0, first, height, look["ink"], look.px(2)))
    parts += _lines(look, [(x(i), y(v)) if v is not None else None for i, v in enumerate(kept)])
    return _svg(width, height, parts)


def _limits(
    look: Look, limits: tuple[float, float, float], y: Callable[[float], float], span: tuple[float, float]
) -> list[str]:
    low, mean, high = (y(value) for value in limits)
    left, right = span
    dash = f' stroke-dasharray="{look.px(3)} {look.px(3)}"'
    return [
        f'<rect x="{left}" y="{high}" width="{right - left:.1f}" height="{low - high:.1f}" fill="{look["raised"]}"/>',
        _line(left, high, right, high, look["line_strong"], look.px(1.2), dash),
        _line(left, low, right, low, look["line_strong"], look.px(1.2), dash),
        _line(left, mean, right, mean, look["line_strong"], look.px(1)),
    ]


def _lines(look: Look, points: list[tuple[float, float] | None]) -> list[str]:
    """One polyline for each unbroken run, and a dot on the last point if it is shown."""
    runs: list[list[tuple[float, float]]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    stroke = f'fill="none" stroke="{look["context"]}" stroke-width="{look.px(2)}" stroke-linejoin="round"'
    parts = [
        f'<polyline points="{" ".join(f"{px},{py}" for px, py in run)}" {stroke}/>'
        for run in runs
        if len(run) > 1
    ]
    parts += [_dot(run[0], look.px(1.8), look["context"]) for run in runs if len(run) == 1]
    if points and points[-1] is not None:
        parts.append(_dot(points[-1], look.px(4.5), look["accent"]))
    return parts


def share_svg(share: float | None, look: Look) -> str:
    """A bar of 0 to 100: what is recorded in accent, the rest hatched; a withheld share is an empty outline."""
    width, height = (look.px(size) for size in BAR)
    inner = width - 1
    gap = look.px(5)
    box = f'<rect x="0.5" y="0.5" width="{inner}" height="{height - 1}" fill="{{}}" stroke="{look["unknown"]}"/>'
    if share is None:
        return _svg(width, height, [box.format("none")])
    lines = f'<path d="M0,0V{gap}" stroke="{look["unknown"]}" stroke-width="{look.px(2)}"/>'
    size = f'width="{gap}" height="{gap}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"'
    hatch = f'<defs><pattern id="h" {size}>{lines}</pattern></defs>'
    filled = round(width * min(max(share, 0), 100) / 100, 1)
    bar = f'<rect x="0" y="0" width="{filled}" height="{height}" fill="{look["accent"]}"/>'
    return _svg(width, height, [hatch, box.format("url(#h)"), bar])


def data_uri(svg: str) -> str:
    """An SVG as the source of an img element; inline SVG is taken out by the page."""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"


def _line(x0: float, y0: float, x1: float, y1: float, colour: str, width: float, more: str = "") -> str:
    return f'<path d="M{x0},{y0}L{x1},{y1}" stroke="{colour}" stroke-width="{width}"{more}/>'


def _dot(point: tuple[float, float], radius: float, colour: str) -> str:
    return f'<circle cx="{point[0]}" cy="{point[1]}" r="{radius}" fill="{colour}"/>'


def _svg(width: float, height: float, parts: Sequence[str]) -> str:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
    return f"{head}{''.join(parts)}</svg>"
