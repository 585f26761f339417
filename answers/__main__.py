"""python -m answers: the same numbers as on screen, for people who script."""

from __future__ import annotations

import argparse
import csv
import json
import os
import signal
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from answers.assessment import Printed, ask_printed, ask_totals, printed_named, whole_period
from answers.measures import MEASURES, ask_measure, measure_by, measure_named
from answers.periods import Period, period_between, period_named
from answers.question import question_named
from answers.source import Source, open_source
from data.problem import Problem
from disclosure import ProtectedTable
from queries.question import read_questions


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 1 with one clear line on standard error when it cannot be done."""
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m answers", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    listing = commands.add_parser("list", help="every measure and question, with its definition")
    listing.add_argument("--json", action="store_true", help="print one JSON object")
    listing.set_defaults(run=_list)
    asking = commands.add_parser("ask", help="the numbers of one measure or question")
    asking.add_argument(
        "name", metavar="NAME", help="a question's name, a measure's number such as M3, or CEOP1 to CEOP13"
    )
    asking.add_argument(
        "--area", help="an area code, 'all' or 'unknown' (default: the partnership's own area)"
    )
    asking.add_argument(
        "--role",
        help="home, missing_from, host, found, exploited or recorded (default: home, where it is recorded)",
    )
    asking.add_argument(
        "--period", help="2024-Q1, 2023-24, 2024-Q1..2024-Q4 or 2024-03 (default: the newest quarter)"
    )
    asking.add_argument("--since", type=_day, help="first day, in exact mode")
    asking.add_argument("--until", type=_day, help="the day after the last, in exact mode")
    asking.add_argument("--by", help="break down by a dimension, or by two with a comma between")
    asking.add_argument("--mode", choices=("protected", "exact"), default="protected")
    asking.add_argument("--format", choices=("table", "csv", "json"), default="table")
    asking.add_argument(
        "--json", action="store_const", dest="format", const="json", help="the same as --format json"
    )
    asking.set_defaults(run=_ask)
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("must be a date such as 2024-03-31") from None


def _list(options: argparse.Namespace) -> None:
    measures = [
        {
            "measure": measure.id,
            "name": measure.name,
            "questions": sorted({part.question for part in measure.parts}),
            "definition": question_named(measure.parts[0].question).definition,
        }
        for measure in MEASURES.values()
    ]
    questions = [
        {
            "question": question.name,
            "asks": question.question,
            "definition": question.definition,
            "measures": list(question.measures),
            "roles": list(question.areas),
            "by": [", ".join(names) for names in question.breakdowns if names],
        }
        for question in read_questions().values()
    ]
    if options.json:
        print(json.dumps({"measures": measures, "questions": questions}, indent=1))
        return
    for measure in measures:
        print(f"{measure['measure']:<4} {measure['name']}\n     {measure['definition']}")
    for question in questions:
        print(f"{question['question']}\n     {question['asks']} {question['definition']}")


def _ask(options: argparse.Namespace) -> None:
    source = open_source(options.mode, Path(os.environ.get("SIGHTLINE_DATA", "var")))
    printed = printed_named(options.name)
    if printed:
        _ask_printed(options, source, printed)
        return
    by = tuple(part.strip() for part in options.by.split(",")) if options.by else None
    measure = measure_named(options.name) if by is None else measure_by(options.name, by)
    area = options.area or source.default_area
    roles = question_named(measure.parts[0].question).areas
    role = options.role or (source.default_role if source.default_role in roles else next(iter(roles)))
    period = _period(options, source)
    tables = ask_measure(source, measure, role, area, period)
    said = {
        "question": measure.parts[0].question,
        "measure": measure.id,
        "area": area,
        "period": period.name,
        "mode": source.mode,
        "version": source.version,
    }
    if options.format == "table":
        print(f"{measure.name} · counted by {role} · {' · '.join(list(said.values())[2:])}")
    PRINTERS[options.format](said, tables)


def _ask_printed(options: argparse.Namespace, source: Source, printed: Printed) -> None:
    """A table of the 2011 assessment; all areas, and every day of the data, unless others are asked for."""
    area, role = options.area or "all", options.role or "home"
    period = _period(options, source) if options.period or options.since else whole_period(source)
    table = ask_printed(source, printed, role, area, period)
    said = {
        "question": printed.question,
        "measure": f"CEOP{printed.number}",
        "name": printed.title,
        "area": area,
        "role": role,
        "period": period.name,
        "mode": source.mode,
        "version": source.version,
        "totals": ask_totals(source, printed, role, area, period),
    }
    if options.format == "table":
        print(
            f"{printed.title} · counted by {role} · {area} · {period.name} · {source.mode} · {source.version}"
        )
    PRINTERS[options.format](said, [table])


def _period(options: argparse.Namespace, source: Source) -> Period:
    if options.since or options.until:
        if source.mode != "exact":
            raise Problem(
                what="Free dates are held in exact mode only", todo="Use --period, or --mode exact."
            )
        if not (options.since and options.until) or options.period:
            raise Problem(
                what="The period is not clear", todo="Give --since and --until together, or --period alone."
            )
        return period_between(options.since, options.until)
    if options.period:
        return period_named(options.period)
    quarters = [period for period in source.periods if period.kind == "quarter"]
    if not quarters:
        raise Problem(
            what="The data holds no complete quarter", todo="Give --period, or --since and --until."
        )
    return quarters[-1]


def _rows(table: ProtectedTable) -> list[dict[str, Any]]:
    return [
        {name: value for name, value in row.items() if name not in ("area", "period")} for row in table.rows()
    ]


def _print_json(said: dict[str, Any], tables: list[ProtectedTable]) -> None:
    print(json.dumps({**said, "rows": [row for table in tables for row in _rows(table)]}, indent=1))


def _print_csv(said: dict[str, Any], tables: list[ProtectedTable]) -> None:
    rows = [row for table in tables for row in _rows(table)]
    columns = list(dict.fromkeys(name for row in rows for name in row))
    writer = csv.DictWriter(sys.stdout, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)


def _print_table(said: dict[str, Any], tables: list[ProtectedTable]) -> None:
    for table in tables:
        shown = [name for name in table.dimensions if name not in ("area", "period")]
        columns = [[name, *table.labels(name)] for name in shown]
        columns += [[name, *table.printed(name)] for name in table.numbers]
        widths = [max(map(len, column)) for column in columns]
        print()
        for line in zip(*columns, strict=True):
            print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


PRINTERS = {"json": _print_json, "csv": _print_csv, "table": _print_table}

if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `ask ... | head` ends quietly
    sys.exit(main())
