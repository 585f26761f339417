"""Receive one extract: read it, type it, check it, and say what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from data.breach import Breach
from data.check import check_table
from data.declarations import TABLES
from data.extract import Manifest, read_manifest
from data.outlines import check_outlines, receive_outlines
from data.reading import read_source
from data.references import check_references
from data.rules_missing import check_missing
from data.sources import Source, find_sources
from data.typed import make_empty, make_received, settle_ends

__all__ = ["Breach", "Received", "receive"]

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Received:
    """What one extract brought: its manifest, the tables sent (`rows` of each), and every breach found."""

    manifest: Manifest
    tables: tuple[str, ...]
    breaches: list[Breach]
    rows: dict[str, int] = field(default_factory=dict)

    @property
    def refused(self) -> bool:
        """Whether any breach keeps the extract out."""
        return any(breach.severity == "refuse" for breach in self.breaches)


def receive(
    con: duckdb.DuckDBPyConnection,
    path: Path,
    progress: Progress | None = None,
    known_areas: set[str] | None = None,
) -> Received:
    """Read an extract (folder or workbook) into `received.<table>`; every table exists, empty if not sent.

    `known_areas` are the areas that other agencies sent. Raises Problem only if the extract cannot be read
    at all (no manifest, a workbook that is not safe to open).
    """
    manifest = read_manifest(path)
    sources, breaches = find_sources(path, manifest)
    in_order = con.execute("select current_setting('preserve_insertion_order')").fetchall()[0][0]
    con.execute("set preserve_insertion_order = true")
    con.execute("create schema if not exists received; create schema if not exists staged")
    try:
        return _receive(
            con, path, manifest, sources, breaches, progress or (lambda table: None), known_areas or set()
        )
    finally:
        con.execute("drop schema if exists staged cascade")
        con.execute(f"set preserve_insertion_order = {in_order}")


def _receive(
    con: duckdb.DuckDBPyConnection,
    path: Path,
    manifest: Manifest,
    sources: list[Source],
    breaches: list[Breach],
    progress: Progress,
    known_areas: set[str],
) -> Received:
    for table in TABLES.values():
        make_empty(con, table)
    read = []
    for source in sources:
        progress(source.table.name)
        unread = read_source(con, source, manifest)
        breaches += unread
        if not unread:
            read.append(source)
            make_received(con, source.table)
    breaches += _check(con, path, manifest, read, known_areas)
    breaches += _missing_tables({source.table.name for source in sources}, known_areas)
    rows = {source.table.name: _count(con, source) for source in read}
    return Received(manifest, tuple(rows), breaches, rows)


def _check(
    con: duckdb.DuckDBPyConnection, path: Path, manifest: Manifest, read: list[Source], known_areas: set[str]
) -> list[Breach]:
    breaches = []
    for source in read:
        if source.table.name == "missing_episodes":
            settle_ends(con)
        breaches += check_table(con, source)
    for source in read:
        if source.table.name == "missing_episodes":
            breaches += check_missing(con, source, manifest)
    breaches += check_references(con, read, manifest.agency, known_areas)
    codes = {code for (code,) in con.execute("select area_code from received.areas").fetchall()}
    unclear = check_outlines(path, codes | known_areas)
    if not unclear:
        receive_outlines(con, path)
    return breaches + unclear


def _count(con: duckdb.DuckDBPyConnection, source: Source) -> int:
    return int(con.execute(f"select count(*) from received.{source.table.name}").fetchall()[0][0])


def _missing_tables(sent: set[str], known_areas: set[str]) -> list[Breach]:
    breaches = []
    if "areas" not in sent and not known_areas:
        todo = "Send areas with every area that the other tables name."
        breaches.append(Breach("missing_table", "The table areas is missing", todo, "areas"))
    if not sent - {"areas"}:
        todo = "Send at least one table besides areas, such as missing_episodes."
        breaches.append(Breach("missing_table", "There is no table besides areas", todo, "extract"))
    return breaches
