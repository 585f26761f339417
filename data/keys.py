"""Our own keys: pseudonyms are hashed again on arrival, and every child has a secret record key."""

from __future__ import annotations

import hmac
import os
import secrets
from pathlib import Path

import duckdb
import pyarrow as pa


def read_key(root: Path, name: str) -> bytes:
    """The key of a name, made at its first use; only its owner can read the file."""
    path = root / "keys" / f"{name}.key"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        made = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(made, "wb") as file:
            file.write(secrets.token_bytes(32))
    return path.read_bytes()


def add_key_functions(con: duckdb.DuckDBPyConnection, root: Path) -> None:
    """Give SQL `own_pseudonym(text)` and `record_key(text)`, each keyed apart from the other."""
    arrival, disclosure = read_key(root, "arrival"), read_key(root, "disclosure")

    def own_pseudonym(refs: pa.Array) -> pa.Array:
        return pa.array(
            [None if ref is None else _digest(arrival, ref).hex()[:32] for ref in refs.to_pylist()]
        )

    def record_key(refs: pa.Array) -> pa.Array:
        keys = [int.from_bytes(_digest(disclosure, ref)[:4], "big") for ref in refs.to_pylist()]
        return pa.array(keys, type=pa.uint32())

    con.create_function(
        "own_pseudonym", own_pseudonym, ["VARCHAR"], "VARCHAR", type="arrow", null_handling="special"
    )
    con.create_function("record_key", record_key, ["VARCHAR"], "UINTEGER", type="arrow")


def _digest(key: bytes, text: str) -> bytes:
    return hmac.digest(key, text.encode(), "sha256")
