"""What an attacker learns who compares a world with the same world without one child (attack 2)."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from answers.periods import period_named
from disclosure import Names, show
from queries.engine import count
from queries.question import Question, read_questions
from tests.queries.drawn import draw_warehouse

PLACES = ("home", "foster", "childrens_home", "hospital", "school", "unknown")
RISKS = ("low", "medium", "high")
DRAWN = [name for name, question in read_questions().items() if set(question.tables) == {"missing_episodes"}]


def records(children: int, seed: int = 3) -> tuple[str, str]:
    """Drawn tables of so many children in two areas, some of whom went missing often."""
    chance = random.Random(seed)
    people = ["child_ref | home_area"]
    episodes = [
        "child_ref | started_at | ended_at | missing_from | missing_from_area | initial_risk | highest_risk"
    ]
    for number in range(children):
        home = chance.choice(("east", "west"))
        people.append(f"c{number} | {home}")
        for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
            day = f"2024-{chance.randint(1, 12):02d}-{chance.randint(1, 27):02d}"
            hour, risk = chance.randint(10, 20), chance.choice(RISKS)
            episodes.append(
                f"c{number} | {day}T{hour}:00 | {day}T{hour + 2}:30 | {chance.choice(PLACES)} | {home} | {risk} | {risk}"
            )
    return "\n".join(people), "\n".join(episodes)


def world(root: Path, without: str | None = None) -> duckdb.DuckDBPyConnection:
    """The warehouse of sixty children, or of all of them but one."""
    people, episodes = records(60)
    if without:
        people, episodes = (
            "\n".join(line for line in drawn.splitlines() if not line.startswith(f"{without} "))
            for drawn in (people, episodes)
        )
    return draw_warehouse(root, children=people, missing_episodes=episodes)


def outputs(
    con: duckdb.DuckDBPyConnection, question: Question
) -> Iterator[tuple[tuple[Any, ...], pd.Series, pd.Series]]:
    """Each cell's name with its shown and its true numbers: every role, breakdown, area, quarter and year."""
    periods = [
        period_named(name) for name in ("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2024-Q1..2024-Q4")
    ]
    for role in question.areas:
        for breakdown in question.counted:
            true = count(
                con, question, role, ["all", "county", "east", "west", "unknown"], periods, breakdown
            )
            shown = show(true, question.spread, names=Names(question.people, question.key, question.events))
            for place in range(len(true)):
                name = (role, breakdown, *(true.iloc[place][key] for key in ("area", "period", *breakdown)))
                yield name, shown.iloc[place], true.iloc[place]


@pytest.mark.parametrize("name", DRAWN)
def test_a_world_without_one_child_looks_like_the_world_with_it(tmp_path: Path, name: str) -> None:
    """Cells that the child is not in are the same; in the others no count moves by more than the noise."""
    question = read_questions()[name]
    with_child = {key: (shown, true) for key, shown, true in outputs(world(tmp_path), question)}
    without = {key: (shown, true) for key, shown, true in outputs(world(tmp_path, "c7"), question)}
    assert set(without) <= set(with_child)
    for key, (shown, true) in with_child.items():
        other = without.get(key)
        assert true["children"] > 5 or pd.isna(shown["children"])
        if other is None:
            assert true["children"] == 1
            assert pd.isna(shown["children"]), "one child alone is always withheld"
        elif true["child_key"] == other[1]["child_key"]:
            pd.testing.assert_series_equal(shown, other[0], check_names=False)
        elif pd.notna(shown["children"]) and pd.notna(other[0]["children"]):
            assert abs(shown["children"] - other[0]["children"]) <= 5
        else:
            assert {10} >= {int(one["children"]) for one in (shown, other[0]) if pd.notna(one["children"])}


@pytest.mark.parametrize("child", ["c0", "c19", "c41"])
def test_whichever_child_is_left_out_most_cells_look_as_before(tmp_path: Path, child: str) -> None:
    """A child is in few cells of the lattice, and no other cell gives a hint."""
    question = read_questions()["missing_by_place"]
    with_child = {key: shown for key, shown, _ in outputs(world(tmp_path), question)}
    without = {key: shown for key, shown, _ in outputs(world(tmp_path, child), question)}
    differ = [key for key, shown in without.items() if not shown.equals(with_child[key])]
    assert len(differ) < len(with_child) / 4
