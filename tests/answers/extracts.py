"""Extracts that are strange and allowed: a single row, two tables, empty months, no home, a week."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

from answers.cube import build_cube
from data.load import load
from tests.data.sent import AREAS, ref, write

HOMES = "child_ref,gender,home_area\n"


def _rows(count: int, children: int, months: tuple[int, ...] = tuple(range(1, 13))) -> list[str]:
    """Rows of `tests.data.sent`: episode, child, start, end, area."""
    chance = random.Random(5)
    days = [date(2024, month, day) for month in months for day in range(1, 28)]
    slots = chance.sample([(child, day) for child in range(children) for day in days], count)
    rows = []
    for number, (child, day) in enumerate(slots):
        hour, area = chance.randint(10, 19), chance.choice(("C1", "C2"))
        # One in seventeen is of a child seen once and still missing.
        who, end = (f"x{number}", "-") if number % 17 == 16 else (f"c{child}", f"{day}T{hour + 3}:30:00")
        rows.append(f"e{number} {who} {day}T{hour}:15:00 {end} {area}")
    return rows


ROWS = {
    "one_row": _rows(1, 1),
    "two_tables": _rows(120, 40),
    "empty_months": _rows(80, 30, (2, 11)),
    "no_home": _rows(60, 25),
    "a_week": ["e1 c1 2024-01-02T20:00:00 2024-01-02T23:00:00 C1"],
}


def load_extract(folder: Path, name: str) -> Path:
    """A data folder with one of these extracts loaded, cube and all."""
    entries = {"period_end": "2024-01-08", "as_at": "2024-01-09"} if name == "a_week" else {}
    extract = write(folder / "sent", "northshire_police", "police", ROWS[name], **entries)
    if name == "no_home":
        # Children are listed, and no home was recorded of any of them; nor does any area have a population.
        lines = "".join(
            f"{ref(child)},unknown,\n" for child in sorted({row.split()[1] for row in ROWS[name]})
        )
        (extract / "children.csv").write_text(HOMES + lines)
        bare = "\n".join(line.rsplit(",", 1)[0] for line in AREAS.splitlines())
        (extract / "areas.csv").write_text(bare + "\n")
    root = folder / "data"
    root.mkdir()
    load([extract], root, build_cube)
    return root
