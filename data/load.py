"""Load extracts: check them, build the exact warehouse and the protected cube, and put both in service at once."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterable
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb

from data import versions
from data.declarations import TABLES
from data.keys import add_key_functions
from data.problem import Problem
from data.receive import Received, receive

HERE = Path(__file__).parent
STAGES = sorted((HERE / "warehouse").glob("*.sql"))
CubeBuilder = Callable[[Path, Path, Callable[[str], None]], None]
Progress = Callable[[str], None]


class Refused(Problem):
    """Extracts that break the contract; `breaches` says how, and nothing was changed."""

    def __init__(self, breaches: list[dict[str, Any]]) -> None:
        files = {breach["file"] for breach in breaches}
        super().__init__(
            what=f"The extract was refused and nothing was changed: {len(breaches)} problems in {len(files)} files",
            todo="Mend what is listed and load it again; the last good data stays in service.",
        )
        self.breaches = breaches


def load(paths: Iterable[Path], root: Path, build_cube: CubeBuilder, progress: Progress = lambda step: None) -> str:
    """Load extracts beside those of other agencies already in service; the name of the new version.

    Raises Refused when a check fails, and Problem when an extract cannot be read or matched. A refused or
    interrupted load leaves the version in service as it was.
    """
    root.mkdir(parents=True, exist_ok=True)
    name = versions.next_name(root, f"{date.today():%Y-%m-%d}")
    folder = versions.begin(root, name)
    exact, cube = folder / "exact.duckdb", folder / "cube.duckdb"
    with duckdb.connect(str(exact)) as con:
        _settle(con, root, folder)
        warnings = _receive_all(con, list(paths), root, progress)
        _keep_other_agencies(con, root)
        _refuse_unmatched_keys(con)
        _build_warehouse(con, name, progress)
        con.execute("checkpoint")
    build_cube(exact, cube, progress)
    progress("verify")
    manifest = _verify(exact, cube, name)
    (folder / "manifest.json").write_text(json.dumps({**manifest, "warnings": warnings}, indent=1), "utf-8")
    versions.put_in_service(root, folder, name)
    (root / "refused.json").unlink(missing_ok=True)
    return name


def _settle(con: duckdb.DuckDBPyConnection, root: Path, folder: Path) -> None:
    con.execute("set memory_limit = '3GB'; set threads = 2; set preserve_insertion_order = false")
    con.execute(f"set temp_directory = '{folder / 'spill'}'")
    add_key_functions(con, root)
    con.execute("create schema sent")
    con.execute(
        """
        create table extracts (
            sender varchar, agency_name varchar, agency_type varchar, as_at date, period_start date, period_end date,
            marking varchar, pseudonym_key_id varchar, tables varchar, sends_episodes boolean
        );
        create table recording_changes (sender varchar, on_date date, kind varchar, note varchar);
        """
    )
    for table in TABLES.values():
        columns = ", ".join(f"{name} {kind}" for name, kind in table.received_columns())
        con.execute(f"create table sent.{table.name} ({columns}, sender varchar)")


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
    with duckdb.connect(str(versions.versions_folder(root) / in_service / "exact.duckdb"), read_only=True) as con:
        return {code for (code,) in con.execute("select area from areas").fetchall()}


def _keep(con: duckdb.DuckDBPyConnection, received: Received) -> set[str]:
    """Move one received extract to `sent`, its pseudonyms hashed again; the areas that it brought."""
    manifest = received.manifest
    sent_already = con.execute("select count(*) from extracts where sender = ?", [manifest.agency]).fetchone()
    if sent_already != (0,):
        raise Problem(
            what="Two of the extracts are from the same agency", todo="Load one extract for each agency at a time."
        )
    for name in received.tables:
        columns = ", ".join(
            f"own_pseudonym({column}) as {column}" if TABLES[name].is_ref(column) else column
            for column, _ in TABLES[name].received_columns()
        )
        con.execute(f"insert into sent.{name} by name select {columns}, $sender as sender from received.{name}",
                    {"sender": manifest.agency})
    con.execute(
        "insert into extracts values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            manifest.agency, manifest.agency, manifest.agency_type, manifest.as_at, manifest.period_start,
            manifest.period_end, manifest.marking, manifest.pseudonym_key_id, " ".join(received.tables),
            "missing_episodes" in received.tables,
        ],
    )
    for change in manifest.recording_changes:
        con.execute("insert into recording_changes values (?, ?, ?, ?)",
                    [manifest.agency, change.on, change.kind, change.note])
    areas = con.execute("select area_code from sent.areas where sender = ?", [manifest.agency]).fetchall()
    con.execute("drop schema if exists received cascade")
    return {code for (code,) in areas}


def _keep_other_agencies(con: duckdb.DuckDBPyConnection, root: Path) -> None:
    """Carry over what the other agencies sent before; only the senders of this load are replaced."""
    in_service = versions.current(root)
    if in_service is None:
        return
    con.execute(f"attach '{versions.versions_folder(root) / in_service / 'exact.duckdb'}' as before (read_only)")
    con.execute("create temp table replaced as select sender from extracts")
    kept = [f"sent.{name}" for name in TABLES] + ["extracts", "recording_changes"]
    for name in kept:
        source = name if "." in name else f"main.{name}"
        con.execute(
            f"insert into {name} by name select * from before.{source} where sender not in (select sender from replaced)"
        )
    con.execute("drop table replaced; detach before")


def _refuse_unmatched_keys(con: duckdb.DuckDBPyConnection) -> None:
    keys = con.execute("select count(distinct pseudonym_key_id) from extracts").fetchone()
    if keys and keys[0] > 1:
        raise Problem(
            what="The extracts were pseudonymised with different keys, so their children cannot be matched",
            todo="Ask every agency to use the same pseudonym_key_id, and load the extracts again.",
        )


def _build_warehouse(con: duckdb.DuckDBPyConnection, name: str, progress: Progress) -> None:
    settings = tomllib.loads((HERE / "settings.toml").read_text("utf-8"))["repeat"]
    filled = {
        "every_child_ref": "\n    union\n    ".join(
            f"select child_ref from sent.{table.name} where child_ref is not null"
            for table in TABLES.values()
            if table.is_ref("child_ref")
        ),
        "repeat_before": str(int(settings["episodes"]) - 1),
        "repeat_days": str(int(settings["days"])),
    }
    con.execute("update extracts set sends_episodes = true where not exists (from extracts where sends_episodes)")
    con.execute("update extracts set agency_name = agency_code_name.agency_name "
                "from sent.agencies as agency_code_name where agency_code_name.agency_code = extracts.sender")
    for stage in STAGES:
        progress(stage.stem[3:].replace("_", " "))
        sql = stage.read_text("utf-8")
        for key, value in filled.items():
            sql = sql.replace("{{" + key + "}}", value)
        con.execute(sql)
    _write_about(con, name, settings)


def _write_about(con: duckdb.DuckDBPyConnection, name: str, settings: dict[str, int]) -> None:
    con.execute("create table about (key varchar, value varchar)")
    facts = {
        "version": name,
        "loaded_on": f"{date.today():%Y-%m-%d}",
        "data_date": _one(con, "select cast(cast(until - interval 1 day as date) as varchar) from coverage"),
        "marking": _one(con, "select max_by(marking, as_at) from extracts") or "OFFICIAL-SENSITIVE",
        "tables": _one(con, "select string_agg(distinct sent, ' ') from (select unnest(split(tables, ' ')) as sent from extracts)"),
        "default_role": _one(con, "select if(avg(if(home_area is null, 0, 1)) >= 0.5, 'home', 'missing_from') from missing_episodes")
        or "home",
        "repeat_episodes": str(settings["episodes"]),
        "repeat_days": str(settings["days"]),
    }
    con.executemany("insert into about values (?, ?)", list(facts.items()))


def _one(con: duckdb.DuckDBPyConnection, sql: str) -> str:
    row = con.execute(sql).fetchone()
    return "" if row is None or row[0] is None else str(row[0])


def _verify(exact: Path, cube: Path, name: str) -> dict[str, Any]:
    """The manifest of a finished build; Problem when a file cannot be opened again or holds nothing."""
    with duckdb.connect(str(exact), read_only=True) as con:
        senders = [row[0] for row in con.execute("select sender from extracts order by sender").fetchall()]
        absences = con.execute("select sent_by, count(*) from missing_episodes group by all order by all").fetchall()
        rows = sum(con.execute(f"select count(*) from sent.{table}").fetchone()[0] for table in TABLES)
    with duckdb.connect(str(cube), read_only=True) as con:
        version = con.execute("select value from about where key = 'version'").fetchone()
    if version != (name,):
        raise Problem(what="The new version could not be read back", todo="Nothing was changed; load it again.")
    return {
        "version": name,
        "senders": senders,
        "rows": rows,
        "absences": dict(absences),
        "sha256": {path.name: sha256(path.read_bytes()).hexdigest() for path in (exact, cube)},
    }


def _record_refusal(root: Path, breaches: list[dict[str, Any]]) -> None:
    (root / "refused.json").write_text(json.dumps({"on": f"{date.today():%Y-%m-%d}", "breaches": breaches}), "utf-8")
