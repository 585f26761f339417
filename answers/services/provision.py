"""S1: which services are open, where, for whom, with how many places, from when: published facts, no count of anybody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from answers.periods import month_of, print_date
from answers.question import NeedsTable
from answers.source import Area, Source
from answers.view import View
from answers.words import counted, in_sentence, label, listed, number, plural

KINDS = ("specialist_cse", "missing", "therapeutic", "health", "advocacy", "family_support", "outreach")
HEADINGS = ("Service", "Kind", "Serves", "For", "Places", "Open since", "Run by")


@dataclass(frozen=True)
class Service:
    """One service as it is published; None is not recorded. It is closed from the day `closed_on`."""

    service_name: str
    kind: str
    sector: str
    area: str
    places: int | None
    opened_on: date | None
    closed_on: date | None
    for_group: str

    def is_open(self, day: date) -> bool:
        """Whether it was open on a day; one whose opening is not recorded was."""
        return (self.opened_on is None or self.opened_on <= day) and (
            self.closed_on is None or self.closed_on > day
        )


@dataclass(frozen=True)
class Provision:
    """The services of one kind that are open to an area: its `own`, and those `shared` with a wider one."""

    own: list[Service]
    shared: list[Service]
    closed: list[Service]

    @property
    def places(self) -> float | None:
        """Places of its own; None where a service has not said how many, 0 without one."""
        return sum_of_places(self.own)


def sum_of_places(services: Sequence[Service]) -> float | None:
    """Places are published, so they may be added up; None where one service has not said how many."""
    known = [service.places for service in services]
    return None if None in known else float(sum(places or 0 for places in known))


def services_of(source: Source) -> list[Service]:
    """Every service that was ever sent; NeedsTable where no agency sent any."""
    if "services" not in source.tables:
        raise NeedsTable("services")
    return [Service(**row) for row in source.services]


def provision(view: View, area: str, kind: str) -> Provision:
    """What was open to an area on the last day of the period."""
    day = view.scope.period.last_day
    of_kind = [one for one in services_of(view.source) if one.kind == kind]
    reached = [one for one in of_kind if one.is_open(day)]
    own = [one for one in reached if area in (one.area, *view.source.above(one.area))]
    shared = [one for one in reached if one not in own and one.area in view.source.above(area)]
    closed = [one for one in of_kind if one.area == area and one.closed_on and one.closed_on <= day]
    return Provision(own, shared, closed)


def provision_words(view: View, found: Provision) -> str:
    """'35 places of its own since October 2024', '60 places shared across Eldermere', 'No service of this kind'."""
    if found.own:
        places = "places not recorded" if found.places is None else plural(found.places, "place", "places")
        said = f"{places} of its own{_since(found.own)}{_for(found.own)}"
    elif found.closed:
        last = max(one.closed_on for one in found.closed if one.closed_on)
        said = f"no service of its own since one closed in {month_of(last)}"
    else:
        said = "no service of its own" if found.shared else "no service of this kind, here or wider"
    shared = [_shared(view, one) for one in found.shared]
    words = "; ".join([said, *shared])
    return f"{words[:1].upper()}{words[1:]}"


def places_words(found: Provision) -> str:
    """The same in two words: '35 places', '60 shared', 'no service'."""
    own, shared = found.places, sum_of_places(found.shared)
    if found.own:
        return "a service" if own is None else plural(own, "place", "places")
    if found.shared:
        return "shared" if shared is None else f"{number(shared)} shared"
    return "no service"


def _since(own: list[Service]) -> str:
    opened = own[0].opened_on
    return f" since {month_of(opened)}" if len(own) == 1 and opened else ""


def _for(services: list[Service]) -> str:
    groups = sorted({one.for_group for one in services})
    return (
        "" if "all" in groups else f", for {listed([in_sentence(label('for_group', one)) for one in groups])}"
    )


def _shared(view: View, one: Service) -> str:
    places = "places not recorded" if one.places is None else plural(one.places, "place", "places")
    return f"{places} shared across {view.source.area(one.area).name}{_for([one])}"


def open_rows(view: View) -> list[list[str]]:
    """One printed row for each service open to the chosen area, or in a part of it, on the last day of the period."""
    day = view.scope.period.last_day
    return [
        _row(view, one) for one in services_of(view.source) if one.is_open(day) and _serves(view, one.area)
    ]


def _serves(view: View, area: str) -> bool:
    chosen = view.scope.area
    return chosen in (area, *view.source.above(area)) or area in view.source.above(chosen)


def _row(view: View, one: Service) -> list[str]:
    return [
        one.service_name,
        label("service_kind", one.kind),
        _name(view.source, one.area),
        label("for_group", one.for_group),
        "not recorded" if one.places is None else number(one.places),
        print_date(one.opened_on) if one.opened_on else "not recorded",
        label("sector", one.sector),
    ]


def _name(source: Source, code: str) -> str:
    known: dict[str, Area] = {area.code: area for area in source.areas}
    return known[code].name if code in known else "an area not listed"


def open_words(view: View) -> str:
    """'Five services are open to Eldermere on 30 September 2026, and no service of these kinds: health'."""
    day = view.scope.period.last_day
    found = [one for one in services_of(view.source) if one.is_open(day) and _serves(view, one.area)]
    kinds = {one.kind for one in found}
    none = [in_sentence(label("service_kind", kind)) for kind in KINDS if kind not in kinds]
    opening = f"{counted(len(found))} {'service is' if len(found) == 1 else 'services are'} open to {view.area.name}"
    return f"{opening} on {print_date(day)}" + (
        f", and no service of these kinds: {listed(none)}" if none else ""
    )


def changed_rows(view: View) -> list[str]:
    """What opened or closed in the period, in words."""
    period = view.scope.period
    told = []
    for one in services_of(view.source):
        for day, verb in ((one.opened_on, "opened"), (one.closed_on, "closed")):
            if day and period.since <= day < period.until and _serves(view, one.area):
                told.append(f"{one.service_name} {verb} on {print_date(day)}.")
    return told
