"""Our own keys: made once, for their owner alone, and used as HMAC-SHA256."""

from __future__ import annotations

import hmac
from pathlib import Path

import duckdb

from data.keys import add_key_functions, read_key


def test_a_key_is_made_once_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    key = read_key(tmp_path, "arrival")
    assert read_key(tmp_path, "arrival") == key
    assert len(key) == 32
    assert (tmp_path / "keys" / "arrival.key").stat().st_mode & 0o777 == 0o600


def test_pseudonyms_and_record_keys_are_hmac_sha256_under_two_keys(tmp_path: Path) -> None:
    refs = ["9f2c41d07ab35e86", "mfrggzdfmztwq2lk"]
    with duckdb.connect() as con:
        add_key_functions(con, tmp_path)
        found = con.execute(
            "select own_pseudonym(ref), record_key(ref) from (select unnest($refs) as ref)", {"refs": refs}
        ).fetchall()
        assert con.execute("select own_pseudonym(null)").fetchall() == [(None,)]
    for ref, (pseudonym, record) in zip(refs, found, strict=True):
        arrival = hmac.digest(read_key(tmp_path, "arrival"), ref.encode(), "sha256")
        disclosure = hmac.digest(read_key(tmp_path, "disclosure"), ref.encode(), "sha256")
        assert pseudonym == arrival.hex()[:32]
        assert record == int.from_bytes(disclosure[:4], "big")
