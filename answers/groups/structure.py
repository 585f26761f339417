"""One group's own structure: who is linked to which child, by short labels alone; exact mode alone, and nobody stands out."""

from __future__ import annotations

from dataclasses import dataclass

from answers.finding import Finding
from answers.groups.records import groups_in, in_exact_mode, short, told, true_table
from answers.question import NeedsTable
from answers.source import Source
from answers.view import View
from answers.words import capital, plural
from data.problem import Problem
from disclosure import ProtectedTable

COLUMNS = {"possible_offender": "Possible offender", "child": "Child", "cases": "Cases"}
DEFINITION = (
    "Members of the group, and the children whom a record links to them, in any case and on any day. Members are N, "
    "children C, numbered in an order that tells of nothing."
)
CAVEAT = "A link is what a record says; it is not an outcome of a court."
CAUTION = (
    "Read with caution. Whoever was looked into most has most links: no place in this drawing says who leads, or what "
    "anyone did."
)
CENTRES = {
    "two_hold_69": (
        "The links are centred on a few",
        "Two hold 69% of them or more, as in one network of the 2011 assessment; another had no centre.",
    ),
    "two_hold_half": (
        "Half of the links or more are held by two",
        "In 2011 one network turned on two with 69% of its abuse; another had no centre.",
    ),
    "spread": (
        "The links have no centre",
        "No two hold half of them. In 2011 one network was like that; another turned on two people.",
    ),
    # Of fewer than four who are linked to a child.
    "few_linked": ("Too few to speak of a centre", "Of so few, any two hold most links."),
    "none_linked": ("No child is linked to them", ""),
}


@dataclass(frozen=True)
class Node:
    """A member ('N1') or a child ('C3'): the part of the drawing it is in, and its place."""

    label: str
    network: int
    x: float
    y: float


@dataclass(frozen=True)
class Sizes:
    """How many members and children; members with a child in common, and children linked to more than one."""

    members: int
    together: int
    children: int
    shared: int
    centralisation: str


def offered(view: View) -> dict[str, str]:
    """The groups of the view that can be chosen, with their sizes, in the order of their numbers; none where none were sent."""
    try:
        view = in_exact_mode(view)
    except NeedsTable:
        return {}
    rows = view.source.rows(
        """
        select offender_group, nominals, children from groups where list_contains($inside, offender_group)
        order by offender_group
        """,
        {"inside": groups_in(view)},
    )
    return {short(group): f"{short(group)}: {_size(members, children)}" for group, members, children in rows}


def _size(members: int, children: int, labels: tuple[str, str] = ("", "")) -> str:
    """'6 possible offenders (N), 14 children (C)'."""
    people = plural(members, "possible offender", "possible offenders")
    return f"{people}{labels[0]}, {plural(children, 'child', 'children')}{labels[1]}"


def structure(view: View, label: str) -> Finding:
    """The links within one group, by its short label: one row for each member and child."""
    view = in_exact_mode(view)
    if label not in offered(view):
        raise Problem(
            what="No group of that number is recorded in this area and period",
            todo="Choose a group of the list, or a larger area or a longer period.",
        )
    group = int(label[1:])
    table, sizes = view.source.once(_links, group), view.source.once(_sizes, group)
    opening, contrast = CENTRES[sizes.centralisation]
    return told(
        view,
        "group_structure",
        table,
        DEFINITION,
        CAVEAT,
        title=opening,
        subtitle=(
            f"{label}: {_size(sizes.members, sizes.children, (' (N)', ' (C)'))}, of all records held. "
            "A line without a number is one case."
        ),
        sentence=f"{contrast} {_together(sizes)}" if contrast else "",
        columns=COLUMNS,
        extra={"nodes": _nodes(view.source, group), "number": "cases", "caution": CAUTION},
    )


def _together(sizes: Sizes) -> str:
    """How many offended, and were exploited, with another, as far as is recorded."""
    if not sizes.together:
        return "No two members are linked to the same child."
    members = f"{sizes.together} of {sizes.members} are linked to a child together with another member"
    return f"{capital(members)}; {sizes.shared} of {plural(sizes.children, 'child', 'children')} to more than one."


def _links(source: Source, group: int) -> ProtectedTable:
    frame = source.frame(
        """
        select possible_offender, linked_child as child, cases from group_links where offender_group = $group
        order by cast(possible_offender[2:] as integer), cast(linked_child[2:] as integer)
        """,
        {"group": group},
    )
    return true_table(frame, ("possible_offender", "child"), ("cases",))


def _sizes(source: Source, group: int) -> Sizes:
    (sizes,) = source.rows(
        """
        with links as (
            select *, count(*) over (partition by linked_child) as members from group_links where offender_group = $group
        )
        select
            any_value(nominals),
            count(distinct possible_offender) filter (members > 1),
            any_value(children),
            count(distinct linked_child) filter (members > 1),
            any_value(centralisation)
        from groups left join links using (offender_group)
        where offender_group = $group
        """,
        {"group": group},
    )
    return Sizes(*sizes)


def _nodes(source: Source, group: int) -> list[Node]:
    rows = source.rows(
        "select node, network, x, y from node_places where offender_group = $group order by network, node",
        {"group": group},
    )
    return [Node(*row) for row in rows]
