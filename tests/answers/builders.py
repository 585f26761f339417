"""Every function that makes a finding, found by its signature, so that a new one is tested already."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable

import answers.briefing
import answers.children
import answers.disruption
import answers.groups
import answers.interviews
import answers.missing
import answers.offenders
import answers.pathways
import answers.places
import answers.quality
import answers.services
from answers.finding import Finding
from answers.view import View

Build = Callable[[View], Finding]


PACKAGES = (
    answers.briefing, answers.children, answers.disruption, answers.groups, answers.interviews, answers.missing,
    answers.offenders, answers.pathways, answers.places, answers.quality, answers.services,
)  # fmt: skip


def builders() -> list[Build]:
    """All of them, in the order of their names."""
    found: list[Callable[[View], Finding]] = []
    for package in PACKAGES:
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            for _, made in inspect.getmembers(importlib.import_module(module.name), inspect.isfunction):
                if made.__module__ == module.name and _makes_a_finding(made):
                    found.append(made)
    return found


def _makes_a_finding(function: Callable[..., object]) -> bool:
    hints = inspect.get_annotations(function)
    return hints == {"view": "View", "return": "Finding"}
