"""Our own keys: pseudonyms are hashed again on arrival, and every child has a secret record key."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import duckdb

BLOCK = 64  # bytes of SHA-256; our keys are shorter


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
    """Give SQL `own_pseudonym(text)` and `record_key(text)`, each HMAC-SHA256 (RFC 2104) under its own key.

    In SQL, because DuckDB hashes on every core; the keys are variables of this connection, and are written nowhere.
    """
    for name in ("arrival", "disclosure"):
        block = read_key(root, name).ljust(BLOCK, b"\0")
        for part, mask in (("inner", 0x36), ("outer", 0x5C)):
            con.execute(
                f"set variable {name}_{part} = $block", {"block": bytes(byte ^ mask for byte in block)}
            )
        con.execute(
            f"""
            create or replace temp macro {name}_hash(text) as
                sha256(getvariable('{name}_outer') || from_hex(sha256(getvariable('{name}_inner') || encode(text))))
            """
        )
    con.execute(
        """
        create or replace temp macro own_pseudonym(text) as left(arrival_hash(text), 32);
        create or replace temp macro record_key(text) as cast('0x' || left(disclosure_hash(text), 8) as uinteger)
        """
    )
