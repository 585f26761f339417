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

from streamlit.testing.v1 import AppTest

import answers.question
from answers.periods import Period
from answers.source import Source, open_source
from queries.engine import count
from queries.question import read_questions

ROOT = Path(__file__).parents[2]
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


def sql_of_page(page: str) -> float:
    """Seconds of SQL in one run of a page, the median of three runs."""
    meter = Meter()
    answers.question.count = meter.watch(count)
    Source.frame = meter.watch(Source.frame)  # type: ignore[method-assign]
    test = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=120).run()
    test.switch_page(f"pages/{page}.py").run()
    runs = []
    for _ in range(3):
        meter.seconds = 0.0
        test.run()
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
    print(json.dumps(found | {"page": sql_of_page(page)}))


if __name__ == "__main__":
    main(sys.argv[1])
