"""The folders import in one direction. Read from the files, so a file not yet written is tested."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# Each folder, and the folders that it may import beside itself. The order is the order of the data's steps.
MAY_IMPORT: dict[str, set[str]] = {
    "data": set(),  # loading is handed the cube's builder by its entry
    "disclosure": set(),
    "queries": {"data"},
    "answers": {"data", "queries", "disclosure"},
    "access": {"data"},
    "charts": {"disclosure"},
    "reports": {"data", "answers", "charts", "disclosure"},
    "pages": {"data", "answers", "charts", "disclosure", "access"},
}
EVERYONE_MAY_IMPORT = {"data.problem"}
STREAMLIT = {"pages", "access"}
DUCKDB = {"data", "queries", "answers"}
ENTRIES = {"dashboard.py"}
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "shared", "lib", "tools"}

FILES = sorted(
    path.relative_to(ROOT)
    for path in [*ROOT.glob("*.py"), *(found for name in MAY_IMPORT for found in (ROOT / name).rglob("*.py"))]
)


def folder(path: Path) -> str:
    """'answers/ask.py' -> 'answers'; a file at the top is its own folder."""
    return path.parts[0]


def is_entry(path: Path) -> bool:
    return path.name == "__main__.py" or str(path) in ENTRIES


def tree(path: Path) -> ast.Module:
    return ast.parse((ROOT / path).read_text(encoding="utf-8"), filename=str(path))


def imports(path: Path) -> set[str]:
    """Every module that a file imports, wherever in the file, as dotted names."""
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            start = ".".join(path.parts[:-1][: len(path.parts) - node.level]) + "." if node.level else ""
            module = f"{start}{node.module or ''}".strip(".")
            found |= {f"{module}.{name.name}" for name in node.names} | {module}
    return found


def imports_of(path: Path, library: str) -> bool:
    return any(name.split(".")[0] == library for name in imports(path))


@pytest.mark.parametrize("path", FILES, ids=str)
def test_a_folder_imports_only_earlier_steps(path: Path) -> None:
    if is_entry(path):
        return
    allowed = MAY_IMPORT[folder(path)] | {folder(path)}
    ours = {name for name in imports(path) if name.split(".")[0] in MAY_IMPORT}
    wrong = {
        name
        for name in ours
        if name.split(".")[0] not in allowed
        and not any(name == free or name.startswith(f"{free}.") for free in EVERYONE_MAY_IMPORT)
        and name != "data"
    }
    assert not wrong, f"{path} may import {sorted(allowed)} only, not {sorted(wrong)}"


@pytest.mark.parametrize("path", FILES, ids=str)
def test_streamlit_stays_in_the_dashboard_its_pages_and_access(path: Path) -> None:
    assert folder(path) in STREAMLIT | ENTRIES or not imports_of(path, "streamlit")


@pytest.mark.parametrize("path", FILES, ids=str)
def test_duckdb_stays_in_data_queries_and_answers(path: Path) -> None:
    assert folder(path) in DUCKDB or not imports_of(path, "duckdb")


@pytest.mark.parametrize("path", [path for path in FILES if folder(path) == "pages"], ids=str)
def test_a_page_can_reach_no_rows(path: Path) -> None:
    reached = {name.split(".")[0] for name in imports(path)}
    assert not reached & {"queries", "duckdb"}


@pytest.mark.parametrize("path", [path for path in FILES if folder(path) != "disclosure"], ids=str)
def test_only_disclosure_makes_a_protected_table(path: Path) -> None:
    made = [
        node.lineno
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "ProtectedTable"
    ]
    assert not made, f"{path}:{made[0]} makes a ProtectedTable"
    assert not any(name.endswith("table._MAKER") for name in imports(path))


@pytest.mark.parametrize("path", FILES, ids=str)
def test_a_file_is_named_for_what_it_holds(path: Path) -> None:
    assert not {part.removesuffix(".py") for part in path.parts} & VAGUE


def test_no_folder_shadows_the_entry() -> None:
    assert not (ROOT / "dashboard").exists()


def test_no_sql_is_formatted_from_a_readers_choice() -> None:
    """A question file holds no placeholder of Python's; values are bound by name."""
    for path in (ROOT / "queries").glob("*.sql"):
        body = path.read_text(encoding="utf-8").split("*/", 1)[-1]
        assert not re.search(r"\{\w*\}|%\(\w+\)s|%s", body), path.name
