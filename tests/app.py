"""The dashboard in the test's own process, its pages found as a served one finds them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest

DASHBOARD = Path(__file__).parents[1] / "dashboard.py"


class ServedPages(PagesManager):
    """Finds pages through the menu alone, as `access` has it before it serves; AppTest forgets that at each run."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        PagesManager.uses_pages_directory = False


def dashboard() -> AppTest:
    """The dashboard before its first run; the environment says which data and which mode."""
    return AppTest.from_file(str(DASHBOARD), default_timeout=120)
