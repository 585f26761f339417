"""The dashboard run in the test's own process, on data of the test's choice."""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterator
from functools import partial
from html import unescape
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest, app_test

from answers.cube import build_cube
from data.load import load
from tests.app import ServedPages, dashboard

Open = Callable[..., AppTest]
MANIFEST = """
agency = "northshire_police"
agency_type = "police"
as_at = "2025-04-02"
period_start = "2024-01-01"
period_end = "2025-03-31"
schema_version = "1"
marking = "OFFICIAL-SENSITIVE"
pseudonym_key_id = "k1"
"""
AREAS = "area_code,area_name,level,parent_code,population_0_17\nN1,Northshire,police_force,,52000\nN2,Lowmoor,district,N1,21000\n"


def words_of(app: AppTest) -> str:
    """Everything that the page says, without its tags and styles."""
    bodies = [element.proto.body for element in app.get("html")]
    text = " ".join(body for body in bodies if not body.startswith("<style"))
    return unescape(re.sub(r"<[^>]+>", " ", text)).replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture(autouse=True)
def as_served(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every page is run by the dashboard."""
    monkeypatch.setattr(app_test, "PagesManager", ServedPages)


@pytest.fixture(scope="module", autouse=True)
def let_go() -> Iterator[None]:
    """The dashboard keeps the data it opened; after these tests others open the same file in their own way."""
    yield
    st.cache_resource.clear()
    gc.unfreeze()
    gc.collect()


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> Open:
    """`open_page(root, page="missing", mode="protected", area="X")`: one page, with the filters of its address."""

    def opened(root: Path, page: str = "", mode: str = "protected", **address: str) -> AppTest:
        monkeypatch.setenv("SIGHTLINE_DATA", str(root))
        monkeypatch.setenv("MODE", mode)
        app = dashboard()
        app.query_params.update(address)
        app.run()
        if page:
            app.switch_page(f"pages/{page}.py")
            app.query_params.update(address)
            app.run()
        assert not app.exception
        return app

    return opened


COLUMNS = "episode_ref,child_ref,agency_code,kind,started_at,missing_from,missing_from_area\n"
ONE = COLUMNS + "e000000000000001,c000000000000001,northshire_police,missing,2025-02-03T21:10,home,N2\n"


def load_one(folder: Path, episodes: str, manifest: str = MANIFEST, areas: str = AREAS) -> Path:
    """A data folder of one extract: its areas and these missing episodes."""
    extract = folder / "northshire_police"
    extract.mkdir(exist_ok=True)
    (extract / "extract.toml").write_text(manifest, encoding="utf-8")
    (extract / "areas.csv").write_text(areas, encoding="utf-8")
    (extract / "missing_episodes.csv").write_text(episodes, encoding="utf-8")
    load([extract], folder / "var", build_cube)
    return folder / "var"


@pytest.fixture
def load_drawn(tmp_path: Path) -> Callable[..., Path]:
    """`load_drawn("child_ref,...")`: such a folder of the test's own."""
    return partial(load_one, tmp_path)


@pytest.fixture(scope="session")
def one_row(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One missing episode of one child, loaded once for all tests that only look at it."""
    return load_one(tmp_path_factory.mktemp("one_row"), ONE)
