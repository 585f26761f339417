"""python -m answers: the same numbers as on screen, for people who script."""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from answers.assessment import Printed, ask_printed, ask_totals, printed_named, whole_period
from answers.measures import MEASURES, ask_measure, measure_by, measure_named
from answers.periods import Period, period_between, period_named
from answers.printers import PRINTERS
from answers.question import question_named
from answers.source import Source, open_source
from answers.words import capital
from data.problem import Problem
from queries.question import read_questions


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 1 with one clear line on standard error when it cannot be done."""
    try:
        options = _parser().parse_args(arguments)
        options.run(options)
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with an option as everything else is said."""

    def error(self, message: str) -> NoReturn:
        raise Problem(what=capital(" ".join(message.split())), todo=f"See: {self.prog} --help")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m answers", description=__doc__)
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
    else:
        _ask_measure(options, source)


def _ask_measure(options: argparse.Namespace, source: Source) -> None:
    """A measure or a question; the partnership's own area and the newest quarter, unless others are asked for."""
    by = None if options.by is None else tuple(part.strip() for part in options.by.split(","))
    measure = measure_named(options.name) if by is None else measure_by(options.name, by)
    question = question_named(measure.parts[0].question)
    area = _given(options.area, "all" if question.smallest_level == "all" else source.default_area)
    roles = question.areas
    role = _given(options.role, source.default_role if source.default_role in roles else next(iter(roles)))
    period = _period(options, source) or _newest_quarter(source)
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


def _given(option: str | None, otherwise: str) -> str:
    """An option as it was given, be it empty: that is refused, not taken for none."""
    return otherwise if option is None else option


def _ask_printed(options: argparse.Namespace, source: Source, printed: Printed) -> None:
    """A table of the 2011 assessment; all areas, and every day of the data, unless others are asked for."""
    if options.by is not None:
        raise Problem(what="A table of the assessment has its own breakdown", todo="Ask without --by.")
    area, role = _given(options.area, "all"), _given(options.role, "home")
    period = _period(options, source) or whole_period(source)
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


def _period(options: argparse.Namespace, source: Source) -> Period | None:
    """The period that was asked for; None for none."""
    if options.since is None and options.until is None:
        return None if options.period is None else _with_data(period_named(options.period), source)
    if source.mode != "exact":
        raise Problem(what="Free dates are held in exact mode only", todo="Use --period, or --mode exact.")
    if options.since is None or options.until is None or options.period is not None:
        raise Problem(
            what="The period is not clear", todo="Give --since and --until together, or --period alone."
        )
    return _with_data(period_between(options.since, options.until), source)


def _with_data(period: Period, source: Source) -> Period:
    """The period, unless exact mode would count 0 in days of which nobody has sent anything."""
    if source.mode == "exact":
        whole = whole_period(source)
        if period.until <= whole.since or period.since >= whole.until:
            raise Problem(
                what="The data holds no day of that period", todo=f"Choose days of {whole.label_long}."
            )
    return period


def _newest_quarter(source: Source) -> Period:
    quarters = [period for period in source.periods if period.kind == "quarter"]
    if not quarters:
        raise Problem(
            what="The data holds no complete quarter", todo="Give --period, or --since and --until."
        )
    return quarters[-1]


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `ask ... | head` ends quietly
    sys.exit(main())
