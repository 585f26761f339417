"""Benchmarks: what was published in 2011 beside the local figure of the same measure."""

from __future__ import annotations

from answers.benchmarks import benchmarks
from answers.view import found
from pages.frame.sheet import show_sheet
from pages.frame.viewing import current_view

view = current_view()
show_sheet(found(benchmarks, view), view, key="benchmarks")
