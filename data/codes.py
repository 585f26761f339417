"""The codes under which freely written codes are counted, read from `codes.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path

NOT_LISTED = "not_listed"


def _words(written: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """Each code with the words that mean it, itself among them, each once: two rows for a word would be two answers."""
    if "listed" in written:
        return {code: (code.lower(),) for code in written["listed"]}
    return {code: tuple(dict.fromkeys((code, *words))) for code, words in written.items()}


def _read() -> dict[str, dict[str, tuple[str, ...]]]:
    lists = tomllib.loads(Path(__file__).with_name("codes.toml").read_text("utf-8"))
    return {name: _words(written) for name, written in lists.items()}


CODES: dict[str, dict[str, tuple[str, ...]]] = _read()


def code_rows() -> list[tuple[str, str, str]]:
    """The list, the word and the code of every word, for `code_of` of the warehouse."""
    return [
        (name, word, code) for name, words in CODES.items() for code, meant in words.items() for word in meant
    ]
