"""The floor under an exact page: the time that its SQL alone takes, in a process of its own.

`python -m tests.bench.floor PAGE` prints seconds as JSON: `page`, the SQL of one run of the page, and the SQL
of every question for one authority, one force and everywhere, over one year.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from streamlit.testing.v1 import app_test

import answers.question
from answers.periods import Period
from answers.source import Source, open_source
from queries.engine import count
from queries.question import read_questions
from tests.app import ServedPages, dashboard

SCOPES = {"area": "local_authority", "force": "police_force", "national": "all"}


class Meter:
    """Seconds spent in the functions that it watches."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def watch(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*given: Any, **named: Any) -> Any:
            start = time.perf_counter()
            try:
                return function(*given, **named)
            finally:
                self.seconds += time.perf_counter() - start

        return watched


def sql_of_page(page: str, areas: list[str]) -> float:
    """Seconds of SQL in one run of a page, the median over some areas, none of which was asked for before."""
    meter = Meter()
    answers.question.count = meter.watch(count)
    app_test.PagesManager = ServedPages  # type: ignore[misc]
    test = dashboard().run()
    test.switch_page(f"pages/{page}.py").run()
    runs = []
    for area in areas:
        meter.seconds = 0.0
        next(box for box in test.selectbox if box.label == "Area").select(area).run()
        runs.append(meter.seconds)
    return median(runs)


def sql_of_scope(source: Source, level: str, year: Period) -> float:
    """Seconds of SQL of every question for the first area of a level, the median of three runs."""
    parents = {area.parent for area in source.areas} | {"all"}
    area = next(area.code for area in source.areas if area.level == level and area.code in parents)
    runs = []
    for _ in range(3):
        start = time.perf_counter()
        for question in read_questions().values():
            if set(question.tables) <= source.tables:
                with source.con.cursor() as cursor:
                    count(cursor, question, next(iter(question.areas)), [area], [year])
        runs.append(time.perf_counter() - start)
    return median(runs)


def main(page: str) -> None:
    os.environ["MODE"] = "exact"
    source = open_source("exact", Path(os.environ["SIGHTLINE_DATA"]))
    year = [period for period in source.periods if period.kind == "financial_year"][-1]
    found = {name: sql_of_scope(source, level, year) for name, level in SCOPES.items()}
    districts = [area.code for area in source.areas if area.level == "district"][:7]
    print(json.dumps(found | {"page": sql_of_page(page, districts)}))


if __name__ == "__main__":
    main(sys.argv[1])
