"""Which pages there are: every file in `pages/`, so a page not yet written is already tested."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
MODES = ("protected", "exact")


def front() -> str:
    """The page that the menu opens first."""
    for node in ast.walk(ast.parse((ROOT / "dashboard.py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and any(
            word.arg == "default" and ast.unparse(word.value) == "True" for word in node.keywords
        ):
            return Path(str(ast.literal_eval(node.args[0]))).stem
    return "briefing"


def stems() -> list[str]:
    """The names of the pages: files of `pages/` that the menu of `dashboard.py` names."""
    menu = (ROOT / "dashboard.py").read_text(encoding="utf-8") if (ROOT / "dashboard.py").exists() else ""
    files = sorted(path.stem for path in (ROOT / "pages").glob("*.py") if not path.stem.startswith("_"))
    return [stem for stem in files if stem in menu]


def address(stem: str) -> str:
    """The path of a page's address: the front page is the address itself."""
    return "" if stem == front() else stem
