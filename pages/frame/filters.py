"""The filter bar: area, role of the area, period, comparison and unit; in room view behind one button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

import streamlit as st

from answers.periods import Period, period_between
from answers.scope import COMPARISONS, ROLES, UNITS, Scope
from answers.source import Source
from data.problem import Problem
from pages.frame.address import note_choice
from pages.frame.periods import kinds_of, nearest, newest_first

EARLIEST = date(1990, 1, 1)
EM_SPACE = "\N{EM SPACE}"
OFFERED_ROLES = ("home", "missing_from", "host")
WHOLE = {"police_force": "whole county", "local_authority": "whole council"}


def choose_scope(source: Source, roles: Sequence[str] = OFFERED_ROLES) -> Scope:
    """The filters as the reader has set them; in room view they are one button, for words of that size."""
    if not kinds_of(source):
        raise Problem(
            what="The data covers no complete quarter yet, and meetings are shown complete periods only",
            todo="Load an extract that covers a quarter, or serve it to an analyst with MODE=exact.",
        )
    with st.container(key="filter_bar"), st.container(horizontal=True, vertical_alignment="bottom"):
        if st.session_state["room"]:
            with st.popover("Change area, period or comparison"):
                scope = _widgets(source, roles)
        else:
            scope = _widgets(source, roles)
        st.toggle("Room view", key="room", on_change=note_choice)
    st.session_state["period_before"] = scope.period
    return scope


def _widgets(source: Source, roles: Sequence[str]) -> Scope:
    codes = [area.code for area in source.areas] + ["unknown"]
    area = _select("Area", "area", {code: area_words(source, code) for code in codes}, 224)
    role = _select("Counted by", "role", {role: ROLES[role] for role in roles}, 164)
    _select("Period", "kind", kinds_of(source), 158, _snap_period, (source,))
    period = _choose_period(source)
    compare = _select("Compared with", "compare", COMPARISONS, 222)
    show = _select("Show", "show", UNITS, 138)
    return Scope(area, role, period, compare, show)


def _select(
    label: str,
    key: str,
    options: dict[str, str],
    width: int,
    on_change: Callable[..., None] = note_choice,
    args: tuple[Any, ...] = (),
) -> str:
    if st.session_state.get(key) not in options:  # forged, or no longer held
        st.session_state[key] = next(iter(options))
    chosen: str = st.selectbox(
        label,
        list(options),
        format_func=options.__getitem__,
        key=key,
        width=width,
        on_change=on_change,
        args=args,
    )
    return chosen


def area_words(source: Source, code: str) -> str:
    """The area as the list prints it: indented below its parent, the partnership's own as a whole."""
    if code == "unknown":
        return "Area not known"
    area = source.area(code)
    whole = WHOLE.get(area.level) if area.depth == 1 and source.parts(code) else None
    return f"{EM_SPACE * max(area.depth - 1, 0)}{area.name}{f', {whole}' if whole else ''}"


def _choose_period(source: Source) -> Period:
    kind = st.session_state["kind"]
    if kind == "dates":
        return _choose_dates(source)
    held = {period.name: period for period in newest_first(source, kind)}
    words = {name: period.label_short for name, period in held.items()}
    return held[_select("Which", "period", words, 164)]


def _choose_dates(source: Source) -> Period:
    """Any two days, in exact mode; until both are chosen the days before stay in force."""
    shown: tuple[date, ...] = st.session_state["dates"]
    chosen: Any = st.date_input(
        "Which",
        key="dates",
        # Without one it is ten years before today, and a page that is asked for days of 2011 falls over.
        min_value=min(EARLIEST, *shown),
        max_value=max(source.data_date, *shown),
        format="DD/MM/YYYY",
        on_change=note_choice,
        width=276,
    )
    if isinstance(chosen, tuple) and len(chosen) == 2:
        st.session_state["dates_before"] = chosen
    first, last = st.session_state["dates_before"]
    return period_between(first, last + timedelta(days=1))


def _snap_period(source: Source) -> None:
    """After a change of kind: the period of the new kind that ends where the one before did."""
    note_choice()
    before: Period = st.session_state["period_before"]
    kind = st.session_state["kind"]
    if kind == "dates":
        days = (before.since, min(before.last_day, source.data_date))
        st.session_state["dates"] = st.session_state["dates_before"] = days
    else:
        st.session_state["period"] = nearest(newest_first(source, kind), before).name
