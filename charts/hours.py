"""Kinds of place by parts of the day, in classes with the numbers inside; beside and below them, in no class, the whole."""

from __future__ import annotations

from dataclasses import dataclass

from charts.bars import NOT_KNOWN
from charts.frame import Drawing, Row, Sheet, band, bands, rows_of, start, ticks, widest, wrap
from charts.heat import add_cells, alt_of, classes, hatch, print_inside, says_below
from charts.keys import Key, draw_key, key_height
from charts.tokens import Look
from disclosure import ProtectedTable

ROW, LINE = 34, 19
NAMES = 0.2  # of the width, for the words of the rows
GAP = 0.25  # of a column, between those in classes and the others


@dataclass(frozen=True)
class Cell:
    """One cell: where it lies, its row of the table, and whether it is in a class."""

    down: int
    across: float
    row: Row
    is_part: bool


def draw(
    table: ProtectedTable,
    look: Look,
    rows: tuple[str, dict[str, str]],
    timed: dict[str, str],
    apart: dict[str, str],
    whole: str,
    width: float = 1302,
) -> Drawing:
    """`rows` is a dimension with its codes and words in order, `whole` the code of all of them; `timed` and `apart` are
    numbers of the table with their words: those of the parts of the day, and those that are none."""
    width = look.across(width)
    codes, words = list(rows[1]), [wrap(name, width * NAMES) for name in rows[1].values()]
    left = widest(words) + 14
    places = [*map(float, range(len(timed))), *(len(timed) + GAP + at for at in range(len(apart)))]
    cells = [
        Cell(codes.index(row.code), place, row, number in timed and row.code != whole)
        for place, number in zip(places, (*timed, *apart), strict=True)
        for row in rows_of(table, rows[0], number)
    ]
    each = (width - left) / (len(places) + GAP)
    heads = [wrap(name, each - 10) for name in (*timed.values(), *apart.values())]
    sheet = _grid(look, cells, codes, heads, left, width)
    _rule_off(sheet, look, codes, whole)
    sheet.update_yaxes(bands(look, codes, words))
    across = ticks(look, [place + 0.5 for place in places], heads)
    sheet.update_xaxes(range=[0, len(places) + GAP], side="top", **across)
    parts = [(cell.down, int(cell.across), cell.row) for cell in cells if cell.is_part]
    return Drawing(sheet, alt_of(parts, {code: rows[1][code] for code in codes if code != whole}, timed))


def _grid(
    look: Look, cells: list[Cell], codes: list[str], heads: list[str], left: float, width: float
) -> Sheet:
    made = classes(look, [cell.row.value for cell in cells if cell.is_part])
    withheld = [cell for cell in cells if cell.row.value is None]
    says = says_below([(cell.down, cell.across, cell.row) for cell in withheld])
    keys = [Key("<10" if says else "withheld")] if withheld else []
    keys += [Key(one.words, one.colour) for one in made]
    tall = LINE * max((head.count("<br>") + 1 for head in heads), default=1) + 10
    top = key_height(keys, width) + tall
    sheet = start(look, ROW * len(codes) + top + 8, (left, 2, top, 8))
    draw_key(sheet, look, keys, width, left, tall)
    down = [band(code) for code in codes]
    add_cells(sheet, [(cell.down, cell.across) for cell in withheld], down, hatch(look))
    for one in made:
        held = [cell for cell in cells if cell.is_part and cell.row.value is not None]
        places = [(cell.down, cell.across) for cell in held if one.holds(cell.row.value or 0)]
        add_cells(sheet, places, down, {"color": one.colour})
    for cell in cells:
        print_inside(sheet, look, made if cell.is_part else [], cell.across, cell.row, down[cell.down])
    return sheet


def _rule_off(sheet: Sheet, look: Look, codes: list[str], whole: str) -> None:
    """A dotted rule above the kinds that are not known, and a line above the whole."""
    not_known = [at for at, code in enumerate(codes) if code in NOT_KNOWN][:1]
    rules = [(at, "dot") for at in not_known] + [
        (at, "solid") for at in range(len(codes)) if codes[at] == whole
    ]
    for at, dash in rules:
        line = {"color": look["line_strong"], "width": 1, "dash": dash}
        sheet.add_shape(type="line", xref="paper", x0=0, x1=1, y0=at - 0.5, y1=at - 0.5, line=line)
