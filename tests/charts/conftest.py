"""Protected tables drawn up by hand: the only place outside disclosure that makes them, for charts alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pytest

from charts.tokens import Look, look
from disclosure.table import _MAKER, ProtectedTable

Numbers = Mapping[str, Sequence[float | str]]
MakeTable = Callable[[Mapping[str, Sequence[str]], Numbers], ProtectedTable]


def table_from(dimensions: Mapping[str, Sequence[str]], numbers: Numbers) -> ProtectedTable:
    """A table whose numbers hold the printed symbol in place of each withheld one."""
    values = {
        name: [None if isinstance(one, str) else one for one in column] for name, column in numbers.items()
    }
    marks = {
        name: [one if isinstance(one, str) else "" for one in column] for name, column in numbers.items()
    }
    return ProtectedTable(dimensions, values, marks, "protected", _MAKER)


@pytest.fixture
def make_table() -> MakeTable:
    return table_from


@pytest.fixture(params=[("light", False), ("dark", False), ("light", True)], ids=["light", "dark", "room"])
def seen(request: pytest.FixtureRequest) -> Look:
    """Every look that a chart is drawn for."""
    theme, room = request.param
    return look(theme, room)
