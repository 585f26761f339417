"""The map by cells of a grid, for analysts: wards hide which street. In exact mode alone, where small numbers may be seen."""

from __future__ import annotations

from dataclasses import dataclass

import h3
import numpy as np
import pandas as pd

from answers.finding import Finding
from answers.hotspots import FEWEST_AREAS, gi_star, stands_out
from answers.places.areas import OF_WARDS
from answers.places.hotspots import now
from answers.places.layers import AWAY, Layer, layer_of, of_whom, question_of
from answers.places.levels import smallest_within
from answers.places.marked import of_marked
from answers.places.standing import FEWEST_CHILDREN
from answers.question import NeedsTable, question_named
from answers.source import Source
from answers.view import Part, View, emptied, finding_of
from answers.words import children, counted, plural
from data.problem import Problem
from disclosure import ProtectedTable, table_of
from queries.cells import CELLS, children_by_cell

SIZES, WITHOUT_OUTLINES = range(4, 10), 7  # H3 resolutions, from 1,770 square kilometres to a tenth of one
ENOUGH = 800  # cells of an area: with more, larger ones are taken
MOST_NUMBERS = 100  # of more cells, only the numbers of some can be read
MOST_CELLS = 1_500  # more hexagons than a screen can show, and a square of comparisons that memory can hold
COLUMNS = {"area": "Cell", "out": "Stands out", "children": "Children"}
HOW = (
    "Cells are H3 hexagons; a record counts in the cell that its own lies in, and one with a larger cell in none. A cell stands "
    f"out where it has at least {FEWEST_CHILDREN} children, and more than chance would put there; its surroundings do where the "
    "children of the cell and of the six around it are together more (Getis and Ord's Gi*, binary weights). All cells of the "
    "area are tested at once, so that at most one in twenty of those named is named by chance (Benjamini and Hochberg)."
)


@dataclass(frozen=True)
class Grid:
    """Every cell with a child: its name, the ward most of them were in, and whether it stands out; those that do first.

    `size` is the H3 resolution, `tested` the number of cells compared, `without` that of children without a cell.
    """

    found: pd.DataFrame
    size: int
    tested: int
    without: float

    @property
    def out(self) -> list[str]:
        """The cells that stand out by themselves."""
        return list(self.found.loc[self.found["is_out"], "cell"])


def is_offered(view: View) -> bool:
    """Whether the layer has cells, and the mode shows them."""
    return view.source.mode == "exact" and layer_of(view).role in CELLS


def cells(view: View) -> Finding:
    """How many children of the layer were in each cell of a grid, and which cells stand out."""
    layer, period = layer_of(view), view.scope.period
    if not is_offered(view):
        raise Problem(what="There are no cells of this layer", todo="Choose another layer, in exact mode.")
    for needed in question_named(layer.question).tables:
        if needed not in view.source.tables:
            raise NeedsTable(needed)
    area, source = view.area, view.source
    grid: Grid = source.once(
        _grid, layer, view.whom, area.code, period.since.isoformat(), period.until.isoformat()
    )
    if grid.without and not len(grid.found):
        raise Problem(
            what="No record of this layer has a cell", todo="Send the cells of places with the next extract."
        )
    names = dict(zip(grid.found["cell"], grid.found["name"], strict=True))
    around = {one.parent or area.code for one in smallest_within(source, area)} or {area.code}
    finding = finding_of(
        view,
        "cells",
        question_of(view),
        _table(grid),
        title=_title(layer, view, grid),
        subtitle=f"{layer.who}, {period.label_long}, {area.name}. A cell is about {_wide(grid.size)} across. "
        f"{children(grid.without)} had a record without a cell so small.",
        sentence="Darker is more children recorded there, not more danger. A child counts once in each cell."
        f"{of_marked(view)}",
        columns=COLUMNS,
        labels={"area": names | {code: source.area(code).name for code in around}},
        extra={
            "number": "children",
            "breaks": OF_WARDS,
            "outlines": {cell: _outline(cell) for cell in names},
            "around": {code: source.outlines[code] for code in sorted(around) if code in source.outlines},
            "chosen": "",
            "out": grid.out,
            "least": FEWEST_CHILDREN if len(names) > MOST_NUMBERS else 1,
            "leads": dict(zip(grid.found["cell"], grid.found["area"], strict=True)),
        },
    )
    return emptied(finding, "children", float(len(grid.found)))


def _grid(source: Source, layer: Layer, whom: Part | None, area: str, since: str, until: str) -> Grid:
    parts = dict(part for part in (layer.part, whom) if part)
    if layer.question in ("missing", "away"):
        parts["kind"] = "away" if whom == AWAY else "missing"
    size, ground = _ground(source, area)
    with source.con.cursor() as cursor:
        found = children_by_cell(cursor, layer.role, parts, area, since, until, size)
    known = found[found["cell"].notna()].reset_index(drop=True)
    if len(known) > MOST_CELLS:
        raise Problem(
            what="There are too many cells for one map", todo="Choose a smaller area, or a shorter period."
        )
    known, tested = _compared(_named(source, known), ground)
    known = known.sort_values("is_out", ascending=False, kind="stable", ignore_index=True)
    without = float(found.loc[found["cell"].isna(), "children"].sum())
    return Grid(known, size, tested, without)


def _named(source: Source, known: pd.DataFrame) -> pd.DataFrame:
    """With `name`, in order: 'Coldthorpe 2' is the second cell, from the north-west, of those mostly in Coldthorpe."""
    places = [h3.cell_to_latlng(cell) for cell in known["cell"]]
    known = known.assign(
        ward=[source.area(code).name for code in known["area"]],
        north=[-north for north, _ in places],
        east=[east for _, east in places],
    ).sort_values(["ward", "north", "east"], ignore_index=True)
    numbers = known.groupby("ward").cumcount() + 1
    return known.assign(name=[f"{ward} {place}" for ward, place in zip(known["ward"], numbers, strict=True)])


def _compared(known: pd.DataFrame, ground: set[str]) -> tuple[pd.DataFrame, int]:
    """With `is_out` and `is_around`, and among how many cells they were tested: among none where there is no outline."""
    numbers = dict(zip(known["cell"], known["children"].astype(float), strict=True))
    every = sorted({*numbers, *ground})
    if not ground or not FEWEST_AREAS <= len(every) <= MOST_CELLS:
        return known.assign(is_out=False, is_around=False), 0
    places = {cell: place for place, cell in enumerate(every)}
    beside = np.eye(len(every), dtype=bool)
    for cell, place in places.items():
        beside[place, [places[one] for one in h3.grid_disk(cell, 1) if one in places]] = True
    values = np.array([numbers.get(cell, 0.0) for cell in every])
    own = stands_out(gi_star(values, np.eye(len(every), dtype=bool))) & (values >= FEWEST_CHILDREN)
    around = stands_out(gi_star(values, beside))
    rows = [places[cell] for cell in known["cell"]]
    return known.assign(is_out=own[rows], is_around=around[rows]), len(every)


def _ground(source: Source, area: str) -> tuple[int, set[str]]:
    """The size of cells for an area, and every cell whose middle lies in it: the smallest of which there are not too many."""
    codes = (
        [area]
        if area in source.outlines
        else [one.code for one in smallest_within(source, source.area(area))]
    )
    shapes = [
        h3.LatLngPoly(*([(north, east) for east, north in ring] for ring in rings))
        for code in codes
        for rings in source.outlines.get(code, [])
    ]
    size, ground = WITHOUT_OUTLINES, set[str]()
    for finer in SIZES if shapes else ():
        within = {cell for shape in shapes for cell in h3.h3shape_to_cells(shape, finer)}
        if len(within) > ENOUGH:
            break
        size, ground = finer, within
    return size, ground


def _outline(cell: str) -> list[list[list[list[float]]]]:
    ring = [[round(east, 5), round(north, 5)] for north, east in h3.cell_to_boundary(cell)]
    return [[[*ring, ring[0]]]]


def _table(grid: Grid) -> ProtectedTable:
    found = grid.found
    flags = zip(found["is_out"], found["is_around"], strict=True)
    return table_of(
        {
            "area": list(found["cell"]),
            "out": [now(*pair) if any(pair) else "No" for pair in flags],
            "children": [float(one) for one in found["children"]],
        },
        ("area", "out"),
        ("children",),
        "exact",
    )


def _wide(size: int) -> str:
    """'2.4 km': from one side of a hexagon to the other."""
    wide = h3.average_hexagon_edge_length(size, unit="km") * 3**0.5
    return f"{wide:.1f} km" if wide >= 1 else f"{round(wide * 1000, -1):.0f} m"


def _title(layer: Layer, view: View, grid: Grid) -> str:
    title = f"{layer.title}{of_whom(view)}"
    if not grid.tested:
        return title
    if not grid.out:
        return f"{title}: no cell stands out clearly from chance"
    of = plural(grid.tested, "cell", "cells")
    return (
        f"{title}: {counted(len(grid.out)).lower()} of {of} {'stands' if len(grid.out) == 1 else 'stand'} out"
    )
