"""python -m data: from agencies' extracts to the data in service."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import duckdb
from tqdm import tqdm

from answers.cube import build_cube
from data import versions
from data.admit import check
from data.load import Refused, load
from data.problem import Problem
from data.warehouse import STAGES
from queries.question import read_questions


def data_root() -> Path:
    """Where data lives: SIGHTLINE_DATA, or `var` beside the program."""
    return Path(os.environ.get("SIGHTLINE_DATA", "var"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 1 with one clear line on standard error when it cannot be done."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except Refused as refused:
        _print_breaches(refused.breaches, options.json)
        print(refused, file=sys.stderr)
    except Problem as problem:
        print(problem, file=sys.stderr)
    except (OSError, duckdb.IOException, duckdb.OutOfMemoryException) as error:
        print(_hindered(error), file=sys.stderr)
    except KeyboardInterrupt:
        print("Stopped. The version in service is as it was.", file=sys.stderr)
    return 1


def _hindered(error: Exception) -> Problem:
    """What the machine refused; DuckDB's own words are left out, for they can repeat what it read."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else "no room or no access"
    return Problem(
        what=f"The machine could not do it: {reason.lower()}",
        todo=f"See that {data_root()} can be written and has room, and that the files can be read.",
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    template = _command(
        commands, "template", _template, "write the blank template: CSVs, workbook, dictionary"
    )
    template.add_argument("directory", type=Path)
    demo = _command(commands, "demo", _demo, "write the extracts of a fictional county")
    demo.add_argument("directory", type=Path)
    demo.add_argument(
        "--episodes", type=_at_least(100), default=25_000, help="distinct absences (default 25,000)"
    )
    demo.add_argument("--years", type=_at_least(1), default=5)
    demo.add_argument("--seed", type=int, default=2011)
    demo.add_argument(
        "--ceop2011",
        action="store_true",
        help="instead, the records behind the counts of the 2011 assessment",
    )
    check = _command(commands, "check", _check, "check extracts without loading them")
    check.add_argument("extracts", type=Path, nargs="+")
    loading = _command(commands, "load", _load, "check extracts, build both files and put them in service")
    loading.add_argument("extracts", type=Path, nargs="+")
    own = _command(commands, "boundaries", _boundaries, "make areas.geojson of published boundaries")
    own.add_argument(
        "file", type=Path, help="GeoJSON in degrees, or in the British National Grid with its crs"
    )
    own.add_argument("--code", required=True, help="the property that holds the code of the area")
    own.add_argument("--name", required=True, help="the property that holds its name")
    own.add_argument("--level", required=True, help="the level of the areas, as in the table areas")
    own.add_argument("--to", type=Path, default=Path("areas.geojson"), help="default: areas.geojson, here")
    _command(commands, "versions", _versions, "list the versions that are kept")
    back = _command(commands, "rollback", _rollback, "return to an earlier version")
    back.add_argument("version", nargs="?", help="default: the one before the one in service")
    return parser


def _command(
    commands: Any, name: str, run: Callable[[argparse.Namespace], int], about: str
) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=about, description=about)
    command.add_argument("--json", action="store_true", help="print one JSON object")
    command.set_defaults(run=run)
    return command


def _at_least(smallest: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        if not text.isdigit() or int(text) < smallest:
            raise argparse.ArgumentTypeError(f"must be a whole number of at least {smallest}")
        return int(text)

    return number


def _template(options: argparse.Namespace) -> int:
    from data.template import write_template

    written = write_template(options.directory)
    return _say(
        options, {"written": [str(path) for path in written]}, f"{len(written)} files in {options.directory}"
    )


def _demo(options: argparse.Namespace) -> int:
    from data.demo import make_ceop2011, make_demo

    if options.ceop2011:
        folder = make_ceop2011(options.directory, options.seed)
        return _say(options, {"written": [str(folder)]}, str(folder))
    with _bar("demo") as bar:
        folders = make_demo(options.directory, options.episodes, options.years, options.seed, _stepper(bar))
    return _say(
        options, {"written": [str(path) for path in folders]}, "\n".join(str(path) for path in folders)
    )


def _check(options: argparse.Namespace) -> int:
    with _bar("check", len(options.extracts)) as bar:
        breaches = check(options.extracts, data_root(), _stepper(bar))
    _print_breaches(breaches, options.json)
    return 1 if any(breach["severity"] == "refuse" for breach in breaches) else 0


def _load(options: argparse.Namespace) -> int:
    steps = len(options.extracts) + len(STAGES) + len(read_questions()) + 1
    with _bar("load", steps) as bar:
        name = load(options.extracts, data_root(), build_cube, _stepper(bar))
    return _say(options, {"version": name}, f"Version {name} is in service.")


def _boundaries(options: argparse.Namespace) -> int:
    from data.boundaries import areas_of, convert

    areas = areas_of(data_root(), options.level)
    report = convert(options.file, options.to, (options.code, options.name), areas)
    return _say(options, vars(report), report.words)


def _bar(name: str, steps: int | None = None) -> Any:
    """A progress bar for a terminal; where nobody watches (a log, a pipe) nothing is written."""
    return tqdm(total=steps, desc=name, unit=" steps", file=sys.stderr, disable=None)


def _stepper(bar: Any) -> Callable[[str], None]:
    def step(name: str) -> None:
        bar.set_postfix_str(name)
        bar.update()

    return step


def _versions(options: argparse.Namespace) -> int:
    found = versions.listed(data_root())
    lines = [
        f"{'*' if one['in_service'] else ' '} {one['version']}  {', '.join(one['senders'])}" for one in found
    ]
    return _say(options, {"versions": found}, "\n".join(lines) or "No version has been loaded yet.")


def _rollback(options: argparse.Namespace) -> int:
    name = versions.roll_back(data_root(), options.version)
    return _say(options, {"version": name}, f"Version {name} is in service.")


def _print_breaches(breaches: list[dict[str, Any]], as_json: bool) -> None:
    if as_json:
        print(json.dumps({"breaches": breaches}, indent=1))
        return
    for breach in breaches:
        place = "/".join(str(breach[key]) for key in ("extract", "file", "column") if breach.get(key))
        counted = f" ({_rows(breach)})" if breach["rows"] or breach["count"] > 1 else ""
        print(
            f"{breach['severity']}: {place}: {breach['what']}{counted}. {breach['todo']} [{breach['rule']}]"
        )
    if not breaches:
        print("Nothing to mend.")


def _rows(breach: dict[str, Any]) -> str:
    first = ", ".join(map(str, breach["rows"]))
    return f"{breach['count']:,} row{'s' * (breach['count'] != 1)}" + (f"; first {first}" if first else "")


def _say(options: argparse.Namespace, fact: dict[str, Any], words: str) -> int:
    print(json.dumps(fact, indent=1) if options.json else words)
    return 0


if __name__ == "__main__":
    sys.exit(main())
