"""Versions of the warehouse: each in a folder of its own, and one pointer to the one in service."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

from data.problem import Problem

KEPT = 3


def versions_folder(root: Path) -> Path:
    """Where versions live."""
    return root / "versions"


def current(root: Path) -> str | None:
    """The name of the version in service, or None."""
    pointer = root / "CURRENT"
    return pointer.read_text("utf-8").strip() if pointer.is_file() else None


def listed(root: Path) -> list[dict[str, Any]]:
    """The manifest of each version, oldest first, with whether it is in service."""
    manifests = sorted(versions_folder(root).glob("*/manifest.json"))
    in_service = current(root)
    return [
        {**json.loads(path.read_text("utf-8")), "in_service": path.parent.name == in_service}
        for path in manifests
    ]


def next_name(root: Path, day: str) -> str:
    """A name for the next version, in order of making: `2026-10-14.003`."""
    numbers = [int(path.name.split(".")[1]) for path in versions_folder(root).glob("*.[0-9][0-9][0-9][0-9]")]
    return f"{day}.{max(numbers, default=0) + 1:04d}"


def begin(root: Path, name: str) -> Path:
    """An empty folder to build a version in; what an interrupted build left behind is removed."""
    versions_folder(root).mkdir(parents=True, exist_ok=True)
    for left in versions_folder(root).glob("*.tmp"):
        shutil.rmtree(left)
    folder = versions_folder(root) / f"{name}.tmp"
    folder.mkdir()
    return folder


def put_in_service(root: Path, built: Path, name: str) -> None:
    """Rename a finished build to its name and point to it, in two steps that cannot be half done."""
    for path in built.iterdir():
        _sync(path)
    os.rename(built, versions_folder(root) / name)
    _sync(versions_folder(root))
    point_to(root, name)
    _forget_oldest(root)


def point_to(root: Path, name: str) -> None:
    """Make a version the one in service."""
    pointer = root / "CURRENT.tmp"
    pointer.write_text(name + "\n", "utf-8")
    _sync(pointer)
    os.replace(pointer, root / "CURRENT")
    _sync(root)


def roll_back(root: Path, name: str | None = None) -> str:
    """Return to a kept version: the one before the one in service, unless named. Problem if there is none."""
    names = [manifest["version"] for manifest in listed(root)]
    in_service = current(root)
    if name is None:
        before = [known for known in names if in_service and known < in_service]
        name = before[-1] if before else None
    if name is None or name not in names:
        raise Problem(
            what="There is no such version to go back to",
            todo="See the kept ones with: python -m data versions.",
        )
    point_to(root, name)
    return name


def _forget_oldest(root: Path) -> None:
    in_service = current(root)
    kept = sorted(path for path in versions_folder(root).iterdir() if path.is_dir())
    for path in kept[:-KEPT]:
        if path.name != in_service:
            shutil.rmtree(path)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
