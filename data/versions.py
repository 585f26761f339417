"""Versions of the warehouse: each in a folder of its own, and one pointer to the one in service."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
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
    in_service = current(root)
    manifests = (versions_folder(root) / name / "manifest.json" for name in _names(root))
    return [
        {**json.loads(path.read_text("utf-8")), "in_service": path.parent.name == in_service}
        for path in manifests
    ]


def _names(root: Path) -> list[str]:
    """Finished versions, oldest first: by number, for a machine's date can be set back."""
    names = [path.name for path in versions_folder(root).glob("*.[0-9]*") if path.suffix[1:].isdigit()]
    return sorted(names, key=_number)


def _number(name: str) -> int:
    return int(name.rpartition(".")[2])


@contextmanager
def building(root: Path, day: str) -> Iterator[tuple[str, Path]]:
    """A name for the next version, in order of making (`2026-10-14.0003`), and an empty folder to build it in.

    Whatever ends the build, what is left in the folder goes; if the process is killed, the next build removes
    it. Raises Problem while another build is under way.
    """
    versions_folder(root).mkdir(parents=True, exist_ok=True)
    with _alone(root):
        for left in versions_folder(root).glob("*.tmp"):
            shutil.rmtree(left)
        name = f"{day}.{max(map(_number, _names(root)), default=0) + 1:04d}"
        folder = versions_folder(root) / f"{name}.tmp"
        folder.mkdir()
        try:
            yield name, folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Keeps other loads out; the lock goes with the process, however that ends."""
    with (root / "load.lock").open("w") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Problem(
                what="Another load is under way", todo="Wait until it has ended, and load again."
            ) from None
        yield


def put_in_service(root: Path, built: Path, name: str) -> None:
    """Rename a finished build to its name and point to it, in two steps that cannot be half done."""
    for path in (*built.iterdir(), built):
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
    names = _names(root)
    if name is None:
        in_service = current(root)
        earlier = names[: names.index(in_service)] if in_service in names else []
        name = earlier[-1] if earlier else None
    if name is None or name not in names:
        raise Problem(
            what="There is no such version to go back to",
            todo="See the kept ones with: python -m data versions.",
        )
    point_to(root, name)
    return name


def _forget_oldest(root: Path) -> None:
    for name in _names(root)[:-KEPT]:
        if name != current(root):
            going = versions_folder(root) / f"{name}.tmp"
            os.rename(versions_folder(root) / name, going)  # a version half removed is not one
            shutil.rmtree(going)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
