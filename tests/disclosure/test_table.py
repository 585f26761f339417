"""The only table that may be drawn is made by the rules, and refuses what they have not passed."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data.problem import Problem
from disclosure import Part, ProtectedTable, read_rules, stacked, table_of
from disclosure.rules import RULES_FILE

CODES, SHOWN, MARKS = {"area": ["north"]}, {"children": [20.0]}, {"children": ["<10"]}
COLUMNS: dict[str, list[Any]] = {"area": ["north", "south"], "children": [20, None]}


def shown_table() -> ProtectedTable:
    return table_of(COLUMNS, ("area",), ("children",), "protected")


def test_a_withheld_number_is_a_symbol_and_never_0() -> None:
    table = shown_table()
    assert table.values("children") == [20, None]
    assert table.shown["children"] == (20, None)  # nothing lies beneath it
    assert table.printed("children") == ["20", "<10"]
    assert table.rows() == [{"area": "north", "children": 20}, {"area": "south", "children": "<10"}]


def test_a_table_cannot_be_made_elsewhere() -> None:
    with pytest.raises(TypeError, match="disclosure only"):
        ProtectedTable(CODES, SHOWN, MARKS, "protected")
    with pytest.raises(TypeError, match="disclosure only"):
        ProtectedTable(CODES, SHOWN, MARKS, "protected", object())


def test_a_table_cannot_be_given_other_numbers() -> None:
    with pytest.raises((TypeError, ValueError)):
        dataclasses.replace(shown_table(), shown={"children": [3, 4]})
    with pytest.raises(dataclasses.FrozenInstanceError):
        shown_table().shown = SHOWN  # type: ignore[misc]
    with pytest.raises(TypeError):
        shown_table().shown["children"] = [3, 4]  # type: ignore[index]


def test_an_order_keeps_every_row_with_its_own_symbol() -> None:
    table = shown_table().in_order([1, 0])
    assert table.labels("area") == ["south", "north"]
    assert table.printed("children") == ["<10", "20"]
    with pytest.raises(ValueError, match="each row once"):
        table.in_order([0])


@pytest.mark.parametrize("make", [copy.copy, copy.deepcopy, pickle.dumps])
def test_a_table_is_not_copied(make: Callable[[ProtectedTable], object]) -> None:
    """What comes back could hold other numbers."""
    with pytest.raises(TypeError, match="not copied or pickled"):
        make(shown_table())


@pytest.mark.parametrize("count", [1, 5, 9, 11, 23])
def test_a_number_that_no_rule_has_passed_is_refused(count: int) -> None:
    with pytest.raises(ValueError, match="no rule has passed"):
        table_of(COLUMNS | {"children": [20, count]}, ("area",), ("children",), "protected")


def test_a_mode_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValueError, match="mode"):
        table_of(COLUMNS, ("area",), ("children",), "open")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("threshold = 10 ", "threshold = 10.0 "),
        ("threshold = 10 ", 'threshold = "10" '),
        ("threshold = 10 ", "threshold = 10\nexception = 3 "),
        ("threshold = 10 ", "# "),
        ("[changes]", "[differences]"),
        ("[lattice]", "[lattice]\n[more]\n"),
    ],
    ids=["another type", "text", "a key too many", "a key too few", "another section", "a section too many"],
)
def test_rules_that_are_not_understood_stop_the_program(tmp_path: Path, was: str, becomes: str) -> None:
    text = RULES_FILE.read_text(encoding="utf-8")
    assert was in text
    changed = tmp_path / "rules.toml"
    changed.write_text(text.replace(was, becomes, 1), encoding="utf-8")
    with pytest.raises(Problem, match="cannot be used"):
        read_rules(changed)


def test_tables_under_one_another_print_what_each_printed() -> None:
    one = table_of(COLUMNS, ("area",), ("children",), "protected")
    two = table_of(
        {"home": COLUMNS["area"], "children": COLUMNS["children"]}, ("home",), ("children",), "protected"
    )
    table = stacked(
        [Part(one, {"area": "place"}, {"of": "one"}), Part(two, {"home": "place"}, {"of": "two"})],
        ("of", "place"),
    )
    assert table.labels("of") == ["one", "one", "two", "two"]
    assert table.labels("place") == ["north", "south", "north", "south"]
    assert table.printed("children") == ["20", "<10", "20", "<10"]
