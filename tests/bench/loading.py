"""How long loading takes, beside DuckDB reading the same files alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import duckdb

ROOT = Path(__file__).parents[2]


def command(root: Path, *words: str) -> str:
    """What one of the product's command lines prints; its errors are shown as they come."""
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=ROOT,
        env=os.environ | {"SIGHTLINE_DATA": str(root)},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return done.stdout


def extracts(folder: Path, episodes: int) -> list[Path]:
    """The demo's extracts of a size, written once and kept."""
    done = folder / "demo.done"
    if not done.exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        command(folder, "data", "demo", str(folder / "demo"), "--episodes", str(episodes))
        done.touch()
    return sorted(path for path in (folder / "demo").iterdir() if path.is_dir())


def load(folder: Path, episodes: int) -> tuple[float, float]:
    """Seconds to check and load both files, and seconds in which DuckDB reads the same CSV."""
    paths = extracts(folder, episodes)
    shutil.rmtree(folder / "data", ignore_errors=True)
    (folder / "data").mkdir()
    start = time.perf_counter()
    command(folder / "data", "data", "load", *map(str, paths))
    loaded = time.perf_counter() - start
    start = time.perf_counter()
    with duckdb.connect() as con:
        for number, path in enumerate(found for folder in paths for found in folder.glob("*.csv")):
            con.execute(
                f"create table read_{number} as from read_csv($path, all_varchar=true)", {"path": str(path)}
            )
    return loaded, time.perf_counter() - start
