"""Receive several extracts together: what each of them breaks, and what they break between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from data.breach import Breach
from data.extract import Manifest, read_manifest
from data.others import Others, read_others
from data.problem import Problem
from data.receive import Progress, Received, receive

Found = dict[str, Any]


def check(paths: Iterable[Path], root: Path, progress: Progress = lambda step: None) -> list[Found]:
    """Every breach of extracts, as loading them beside the data in service would find it; nothing is kept."""
    with duckdb.connect() as con:
        return receive_each(con, list(paths), root, progress)


def receive_each(
    con: duckdb.DuckDBPyConnection,
    paths: list[Path],
    root: Path,
    progress: Progress,
    keep: Callable[[Received], None] = lambda received: None,
) -> list[Found]:
    """Receive each extract, those that bring areas first, and hand it to `keep` while none has been refused."""
    manifests, breaches = _read_manifests(paths)
    others = read_others(root, [manifest.agency for manifest in manifests.values()])
    breaches += _check_senders(manifests, others)
    known_areas = others.areas
    for path in sorted(manifests, key=lambda path: (not _brings_areas(path), path.name)):
        progress(f"check {path.name}")
        try:
            received = receive(con, path, known_areas=known_areas)
        except Problem as problem:
            breaches.append(_unreadable(path, problem))
            continue
        breaches += [{"extract": path.name, **breach.to_dict()} for breach in received.breaches]
        areas = con.execute("select area_code from received.areas where area_code is not null").fetchall()
        known_areas |= {code for (code,) in areas}
        if all(breach["severity"] != "refuse" for breach in breaches):
            keep(received)
    return breaches


def _read_manifests(paths: list[Path]) -> tuple[dict[Path, Manifest], list[Found]]:
    manifests, breaches = {}, []
    for path in paths:
        try:
            manifests[path] = read_manifest(path)
        except Problem as problem:
            breaches.append(_unreadable(path, problem))
    return manifests, breaches


def _unreadable(path: Path, problem: Problem) -> dict[str, Any]:
    rule, file = problem.rule or "unreadable", problem.file or path.name
    return {"extract": path.name, **Breach(rule, problem.what, problem.todo, file, problem.column).to_dict()}


def _brings_areas(path: Path) -> bool:
    return path.is_file() or any(path.glob("[Aa][Rr][Ee][Aa][Ss].*"))


def _check_senders(manifests: dict[Path, Manifest], others: Others) -> list[Found]:
    """Breaches between extracts: two from one agency, keys that cannot be matched, older than what is in service."""
    breaches: list[Found] = []
    seen: set[str] = set()
    keys = others.keys | {manifest.pseudonym_key_id for manifest in manifests.values()}
    for path, manifest in manifests.items():
        found = []
        if manifest.agency in seen:
            what, todo = (
                "Two of the extracts are from one agency",
                "Load one extract of each agency at a time.",
            )
            found.append(Breach("one_extract", what, todo, "extract.toml", "agency"))
        if len(keys) > 1:
            what = "The extracts were pseudonymised with different keys, so their children cannot be matched"
            todo = "Ask every agency to use one key, and load all their extracts again together."
            found.append(Breach("different_keys", what, todo, "extract.toml", "pseudonym_key_id"))
        if manifest.as_at < others.taken.get(manifest.agency, date.min):
            what, todo = "A later extract of the agency was in service", "Check that this is the one to load."
            found.append(Breach("older", what, todo, "extract.toml", "as_at", severity="warn"))
        seen.add(manifest.agency)
        breaches += [{"extract": path.name, **breach.to_dict()} for breach in found]
    return breaches
