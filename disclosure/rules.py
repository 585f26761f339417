"""The partnership's risk appetite, read from rules.toml and refused where it is not understood."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from data.problem import Problem

RULES_FILE = Path(__file__).with_name("rules.toml")


@dataclass(frozen=True)
class People:
    base: int
    threshold: int


@dataclass(frozen=True)
class Episodes:
    base: int
    large_base: int
    large_from: int
    largest_share: float
    two_largest_share: float


@dataclass(frozen=True)
class Percentages:
    smallest_denominator: int


@dataclass(frozen=True)
class Changes:
    noise: int


@dataclass(frozen=True)
class Medians:
    smallest_group: int


@dataclass(frozen=True)
class Concentration:
    smallest_tenth: int
    nearest: int


@dataclass(frozen=True)
class Lattice:
    levels_with_months: list[str]


@dataclass(frozen=True)
class Rules:
    """Every limit of the protected server, by the kind of number it limits."""

    people: People
    episodes: Episodes
    percentages: Percentages
    changes: Changes
    medians: Medians
    concentration: Concentration
    lattice: Lattice


SECTIONS: dict[str, type] = {
    "people": People,
    "episodes": Episodes,
    "percentages": Percentages,
    "changes": Changes,
    "medians": Medians,
    "concentration": Concentration,
    "lattice": Lattice,
}
TYPES: dict[str, type] = {"int": int, "float": float, "list[str]": list}


@cache
def read_rules(path: Path = RULES_FILE) -> Rules:
    """The rules in force; Problem when a section, key or type is not the one expected."""
    sections = tomllib.loads(path.read_text("utf-8"))
    if set(sections) != set(SECTIONS):
        raise _refusal(path, "its sections are not the ones that the program knows")
    return Rules(**{name: _section(path, SECTIONS[name], values) for name, values in sections.items()})


def _section(path: Path, kind: type, values: dict[str, Any]) -> Any:
    expected = {field.name: TYPES[str(field.type)] for field in fields(kind)}
    if set(values) != set(expected):
        raise _refusal(path, f"the section for {kind.__name__.lower()} has a key too many or too few")
    for key, value in values.items():
        if type(value) is not expected[key]:
            raise _refusal(path, f"{key} is not of the type expected")
    return kind(**values)


def _refusal(path: Path, why: str) -> Problem:
    return Problem(
        what=f"The disclosure rules cannot be used: {why}",
        todo="Restore the signed-off rules file; nothing is shown without it.",
        file=path.name,
    )
