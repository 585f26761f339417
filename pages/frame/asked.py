"""From the page's address to the filters, and back: codes that the command line takes too."""

from __future__ import annotations

from datetime import date

import streamlit as st

from answers.scope import COMPARISONS, ROLES, UNITS, Scope
from answers.source import Source
from pages.frame.address import note, read_address
from pages.frame.filters import OFFERED_ROLES
from pages.frame.periods import kinds_of, newest_first, period_asked_for

Filters = dict[str, str]


def usual(source: Source) -> Filters:
    """The choices of a reader who has chosen nothing."""
    kind = next(iter(kinds_of(source)), "quarter")
    return {
        "area": source.default_area,
        "role": source.default_role if source.default_role in OFFERED_ROLES else OFFERED_ROLES[0],
        "kind": kind,
        "period": next((period.name for period in newest_first(source, kind)), ""),
        "compare": next(iter(COMPARISONS)),
        "show": next(iter(UNITS)),
    }


def set_filters(source: Source) -> None:
    """Set the filters from the address, or at a first visit to what is usual; what is not held is snapped."""
    asked, defaults = read_address(), usual(source)
    first = "area" not in st.session_state
    if asked is None and not first:
        return
    wanted = {**defaults, **(asked or {})}
    _set_codes(source, wanted, defaults)
    _set_period(source, wanted, defaults)
    st.session_state["room"] = wanted.get("room") == "1"


def _set_codes(source: Source, wanted: Filters, defaults: Filters) -> None:
    known = {
        "area": {area.code for area in source.areas} | {"unknown"},
        "role": set(ROLES),
        "compare": set(COMPARISONS),
        "show": set(UNITS),
    }
    for name, codes in known.items():
        is_known = wanted[name] in codes
        st.session_state[name] = wanted[name] if is_known else defaults[name]
        if not is_known and name == "area":
            note("area", "the area asked for is not in the data")


def _set_period(source: Source, wanted: Filters, defaults: Filters) -> None:
    days = days_asked_for(wanted)
    if source.mode == "exact" and (days or defaults["kind"] == "dates"):
        days = days or (min(extract["period_start"] for extract in source.extracts), source.data_date)
        st.session_state.update({"kind": "dates", "dates": days, "dates_before": days})
        return
    kind = (
        wanted["kind"]
        if wanted["kind"] in kinds_of(source) and wanted["kind"] != "dates"
        else defaults["kind"]
    )
    newest = next((period.name for period in newest_first(source, kind)), "")
    st.session_state.update({"kind": kind, "period": newest})
    if wanted["period"] != defaults["period"] or days:
        period, why = period_asked_for(source, wanted["period"])
        if period is not None:
            st.session_state.update({"kind": period.kind, "period": period.name})
        if days or why:
            note("period", "free dates are held in exact mode only" if days else why)


def days_asked_for(asked: Filters) -> tuple[date, date] | None:
    """The first and last day of an address, where both are dates in order."""
    try:
        first, last = date.fromisoformat(asked["since"]), date.fromisoformat(asked["until"])
    except (KeyError, ValueError):
        return None
    return (first, last) if first <= last else None


def filters_of(source: Source, scope: Scope, room: bool) -> Filters:
    """The choices that are not the usual ones, by the names that an address gives them."""
    chosen = {"area": scope.area, "role": scope.role, "compare": scope.compare, "show": scope.show}
    if scope.period.kind == "dates":
        chosen |= {"since": f"{scope.period.since}", "until": f"{scope.period.last_day}"}
    else:
        chosen |= {"kind": scope.period.kind, "period": scope.period.name}
    if room:
        chosen["room"] = "1"
    defaults = usual(source)
    if scope.period.name == next((p.name for p in newest_first(source, scope.period.kind)), None):
        defaults["period"] = scope.period.name
    return {name: value for name, value in chosen.items() if value != defaults.get(name)}
