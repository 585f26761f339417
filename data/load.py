"""Load extracts: check them, build the exact warehouse and the protected cube, and put both in service at once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb

from data import versions
from data.declarations import TABLES
from data.problem import Problem
from data.receive import Received, receive
from data.warehouse import Progress, build_warehouse, is_ref, prepare, received_columns

CubeBuilder = Callable[[Path, Path, Callable[[str], None]], None]


class Refused(Problem):
    """Extracts that break the contract; `breaches` says how, and nothing was changed."""

    def __init__(self, breaches: list[dict[str, Any]]) -> None:
        files = {breach["file"] for breach in breaches}
        super().__init__(
            what=f"The extract was refused and nothing was changed: {len(breaches)} problems in {len(files)} files",
            todo="Mend what is listed and load it again; the last good data stays in service.",
        )
        self.breaches = breaches


def load(
    paths: Iterable[Path], root: Path, build_cube: CubeBuilder, progress: Progress = lambda step: None
) -> str:
    """Load extracts beside those of other agencies already in service; the name of the new version.

    Raises Refused when a check fails, and Problem when an extract cannot be read or matched. A refused or
    interrupted load leaves the version in service as it was.
    """
    root.mkdir(parents=True, exist_ok=True)
    name = versions.next_name(root, f"{date.today():%Y-%m-%d}")
    folder = versions.begin(root, name)
    exact, cube = folder / "exact.duckdb", folder / "cube.duckdb"
    with duckdb.connect(str(exact)) as con:
        prepare(con, root, folder)
        warnings = _receive_all(con, list(paths), root, progress)
        _keep_other_agencies(con, root)
        _refuse_unmatched_keys(con)
        build_warehouse(con, name, progress)
        con.execute("checkpoint")
    build_cube(exact, cube, progress)
    progress("verify")
    manifest = _verify(exact, cube, name)
    (folder / "manifest.json").write_text(json.dumps({**manifest, "warnings": warnings}, indent=1), "utf-8")
    versions.put_in_service(root, folder, name)
    (root / "refused.json").unlink(missing_ok=True)
    return name


def _receive_all(
    con: duckdb.DuckDBPyConnection, paths: list[Path], root: Path, progress: Progress
) -> list[dict[str, Any]]:
    """Receive every extract, or refuse all of them; the warnings that do not refuse."""
    refusals: list[dict[str, Any]] = []
    warnings: list[dict[str, Any]] = []
    known_areas = _areas_of_others(root)
    for path in _areas_first(paths):
        progress(f"check {path.name}")
        received = receive(con, path, known_areas=known_areas)
        for breach in received.breaches:
            listed = refusals if breach.severity == "refuse" else warnings
            listed.append({"extract": path.name, **breach.to_dict()})
        if not refusals:
            known_areas |= _keep(con, received)
    if refusals:
        _record_refusal(root, refusals)
        raise Refused(refusals)
    return warnings


def _areas_first(paths: list[Path]) -> list[Path]:
    """Extracts that bring areas before those that use them."""
    return sorted(paths, key=lambda path: (path.is_dir() and not any(path.glob("areas.*")), path.name))


def _areas_of_others(root: Path) -> set[str]:
    in_service = versions.current(root)
    if in_service is None:
        return set()
    with duckdb.connect(
        str(versions.versions_folder(root) / in_service / "exact.duckdb"), read_only=True
    ) as con:
        return {code for (code,) in con.execute("select area from areas").fetchall()}


def _keep(con: duckdb.DuckDBPyConnection, received: Received) -> set[str]:
    """Move one received extract to `sent`, its pseudonyms hashed again; the areas that it brought."""
    manifest = received.manifest
    sent_already = con.execute("select count(*) from extracts where sender = ?", [manifest.agency]).fetchall()
    if sent_already != [(0,)]:
        raise Problem(
            what="Two of the extracts are from the same agency",
            todo="Load one extract for each agency at a time.",
        )
    for name in received.tables:
        columns = ", ".join(
            f'own_pseudonym("{column}") as "{column}"' if is_ref(TABLES[name], column) else f'"{column}"'
            for column, _ in received_columns(TABLES[name])
        )
        con.execute(
            f"insert into sent.{name} by name select {columns}, $sender as sender from received.{name}",
            {"sender": manifest.agency},
        )
    con.execute(
        "insert into extracts values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
            "insert into recording_changes values (?, ?, ?, ?)",
            [manifest.agency, change.on, change.kind, change.note],
        )
    areas = con.execute("select area_code from sent.areas where sender = ?", [manifest.agency]).fetchall()
    con.execute("drop schema if exists received cascade")
    return {code for (code,) in areas}


def _keep_other_agencies(con: duckdb.DuckDBPyConnection, root: Path) -> None:
    """Carry over what the other agencies sent before; only the senders of this load are replaced."""
    in_service = versions.current(root)
    if in_service is None:
        return
    con.execute(
        f"attach '{versions.versions_folder(root) / in_service / 'exact.duckdb'}' as before (read_only)"
    )
    con.execute("create temp table replaced as select sender from extracts")
    kept = [f"sent.{name}" for name in TABLES] + ["extracts", "recording_changes"]
    for name in kept:
        source = name if "." in name else f"main.{name}"
        con.execute(
            f"insert into {name} by name select * from before.{source} where sender not in (select sender from replaced)"
        )
    con.execute("drop table replaced; detach before")


def _refuse_unmatched_keys(con: duckdb.DuckDBPyConnection) -> None:
    keys = con.execute("select count(distinct pseudonym_key_id) from extracts").fetchall()
    if keys[0][0] > 1:
        raise Problem(
            what="The extracts were pseudonymised with different keys, so their children cannot be matched",
            todo="Ask every agency to use the same pseudonym_key_id, and load the extracts again.",
        )


def _verify(exact: Path, cube: Path, name: str) -> dict[str, Any]:
    """The manifest of a finished build; Problem when a file cannot be opened again or holds nothing."""
    with duckdb.connect(str(exact), read_only=True) as con:
        senders = [row[0] for row in con.execute("select sender from extracts order by sender").fetchall()]
        absences = con.execute(
            "select sent_by, count(*) from missing_episodes group by all order by all"
        ).fetchall()
        rows = sum(con.execute(f"select count(*) from sent.{table}").fetchall()[0][0] for table in TABLES)
    with duckdb.connect(str(cube), read_only=True) as con:
        version = con.execute("select value from about where key = 'version'").fetchall()
    if version != [(name,)]:
        raise Problem(
            what="The new version could not be read back", todo="Nothing was changed; load it again."
        )
    return {
        "version": name,
        "senders": senders,
        "rows": rows,
        "absences": dict(absences),
        "sha256": {path.name: sha256(path.read_bytes()).hexdigest() for path in (exact, cube)},
    }


def _record_refusal(root: Path, breaches: list[dict[str, Any]]) -> None:
    (root / "refused.json").write_text(
        json.dumps({"on": f"{date.today():%Y-%m-%d}", "breaches": breaches}), "utf-8"
    )
