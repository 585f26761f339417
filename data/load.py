"""Load extracts: check them, build the exact warehouse and the protected cube, and put both in service at once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from hashlib import file_digest
from pathlib import Path
from typing import Any

import duckdb

from data import versions
from data.admit import Found, receive_each
from data.declarations import TABLES
from data.others import check_together, keep_others
from data.problem import Problem
from data.reading import literal
from data.receive import Received
from data.warehouse import Progress, build_warehouse, prepare

CubeBuilder = Callable[[Path, Path, Progress], None]


class Refused(Problem):
    """Extracts that break the contract; `breaches` says how, and nothing was changed."""

    def __init__(self, breaches: list[Found]) -> None:
        files = {(breach["extract"], breach["file"]) for breach in breaches}
        counted = f"{_some(len(breaches), 'problem')} in {_some(len(files), 'file')}"
        super().__init__(
            what=f"Nothing was loaded: {counted}",
            todo="Mend what is listed and load again; the last good data stays in service.",
        )
        self.breaches = breaches


def load(
    paths: Iterable[Path], root: Path, build_cube: CubeBuilder, progress: Progress = lambda step: None
) -> str:
    """Load extracts beside those of other agencies already in service; the name of the new version.

    Raises Refused when an extract cannot be read, fails a check or does not fit the others, and Problem when
    another load is under way. A refused or interrupted load leaves the version in service as it was.
    """
    with versions.building(root, f"{date.today():%Y-%m-%d}") as (name, folder):
        exact, cube = folder / "exact.duckdb", folder / "cube.duckdb"
        with duckdb.connect(str(exact)) as con:
            prepare(con, root, folder)
            with _arrivals(con, folder):
                warnings = _receive_all(con, list(paths), root, progress)
            keep_others(con, root)
            _refuse(root, [{"extract": "all", **breach.to_dict()} for breach in check_together(con)])
            brought = _count_rows(con)
            build_warehouse(con, name, progress)
            con.execute("checkpoint")
        build_cube(exact, cube, progress)
        progress("verify")
        manifest = {**_verify(exact, cube, name, brought), "warnings": warnings}
        (folder / "manifest.json").write_text(json.dumps(manifest, indent=1), "utf-8")
        versions.put_in_service(root, folder, name)
    (root / "refused.json").unlink(missing_ok=True)
    return name


@contextmanager
def _arrivals(con: duckdb.DuckDBPyConnection, folder: Path) -> Iterator[None]:
    """A database to receive in, gone afterwards: what is dropped from a file can still be read in it."""
    file = folder / "arrivals.duckdb"
    con.execute(f"attach {literal(file)} as arrivals; use arrivals")
    try:
        yield
    finally:
        con.execute("use exact; detach arrivals")
        file.unlink(missing_ok=True)


def _receive_all(
    con: duckdb.DuckDBPyConnection, paths: list[Path], root: Path, progress: Progress
) -> list[Found]:
    """Keep every extract, or refuse all of them; the warnings, which do not refuse."""
    breaches = receive_each(con, paths, root, progress, lambda received: _keep(con, received))
    _refuse(root, [breach for breach in breaches if breach["severity"] == "refuse"])
    return breaches


def _keep(con: duckdb.DuckDBPyConnection, received: Received) -> None:
    """Move one received extract to `sent` of the exact warehouse, its pseudonyms hashed again."""
    manifest = received.manifest
    for name in received.tables:
        table = TABLES[name]
        columns = ", ".join(
            f"own_pseudonym({column}) as {column}" if table.is_ref(column) else column
            for column, _ in table.received_columns()
        )
        con.execute(
            f"insert into exact.sent.{name} by name select {columns}, $sender as sender from received.{name}",
            {"sender": manifest.agency},
        )
    con.execute(
        "insert into exact.sent.outlines by name select *, $sender as sender from received.outlines",
        {"sender": manifest.agency},
    )
    con.execute(
        "insert into exact.extracts values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            manifest.agency,
            manifest.agency,
            manifest.agency_type,
            manifest.as_at,
            manifest.period_start,
            manifest.period_end,
            manifest.marking,
            manifest.pseudonym_key_id,
            " ".join(received.tables),
            "missing_episodes" in received.tables,
        ],
    )
    for change in manifest.recording_changes:
        con.execute(
            "insert into exact.recording_changes values (?, ?, ?, ?)",
            [manifest.agency, change.on, change.kind, change.note],
        )
    for holiday in manifest.school_holidays:
        con.execute(
            "insert into exact.school_holidays values (?, ?, ?)",
            [manifest.agency, holiday.first, holiday.last],
        )
    for mark in manifest.marked_cells:
        con.execute(
            "insert into exact.marked_cells values (?, ?, ?)", [manifest.agency, mark.cell, mark.reason]
        )


def _count_rows(con: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Rows of each table as sent, of all agencies together."""
    return {name: con.execute(f"select count(*) from sent.{name}").fetchall()[0][0] for name in TABLES}


def _verify(exact: Path, cube: Path, name: str, brought: dict[str, int]) -> dict[str, Any]:
    """The manifest of a finished build; Problem when a file, opened again, does not hold what was put in."""
    with duckdb.connect(str(exact), read_only=True) as con:
        senders = [sender for (sender,) in con.execute("select sender from extracts order by all").fetchall()]
        absences = con.execute(
            "select sent_by, count(*) from missing_episodes group by all order by all"
        ).fetchall()
        held = _count_rows(con)
    with duckdb.connect(str(cube), read_only=True) as con:
        version = con.execute("select value from about where key = 'version'").fetchall()
    if version != [(name,)] or held != brought:
        raise Problem(
            what="The new version could not be read back", todo="Nothing was changed; load it again."
        )
    return {
        "version": name,
        "senders": senders,
        "rows": sum(held.values()),
        "absences": dict(absences),
        "sha256": {path.name: _sha256(path) for path in (exact, cube)},
    }


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _refuse(root: Path, breaches: list[Found]) -> None:
    """Note what was refused, for the dashboard to tell, and raise; nothing where there is no breach."""
    if breaches:
        noted = {"on": f"{date.today():%Y-%m-%d}", "breaches": breaches}
        (root / "refused.json").write_text(json.dumps(noted), "utf-8")
        raise Refused(breaches)


def _some(count: int, thing: str) -> str:
    return f"{count:,} {thing}" + ("s" if count != 1 else "")
