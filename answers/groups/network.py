"""Groups that children link: which share children with which, and the standing of members as recorded; exact mode alone."""

from __future__ import annotations

from dataclasses import dataclass

from answers.finding import Finding
from answers.groups.records import groups_in, in_exact_mode, short, told, true_table
from answers.source import Source
from answers.view import View
from answers.words import plural
from data.problem import Problem
from disclosure import ProtectedTable

MOST = 120  # more groups than a screen can show apart
STANDINGS = ("core", "peripheral", "standing_not_known")
COLUMNS = {
    "group": "Group",
    "other": "Shares with",
    "children": "Children in common",
    "nominals": "Possible offenders",
    "core": "Core",
    "peripheral": "Peripheral",
    "standing_not_known": "Standing not known",
    "linked": "Children linked",
    "sharing": "Groups it shares with",
}
HELD = "sizes and links are of all records held"
DEFINITION = (
    "Groups of possible offenders, and the children whom a record links to members of both of a pair; a member or a "
    "child counts whatever the day. A group is of the period by the days of its members’ cases."
)
CAVEAT = (
    "Groups are numbered at loading; the numbers stand for nothing. A link is what a record says. "
    "Where a group stands in the drawing says nothing of who leads."
)


@dataclass(frozen=True)
class Node:
    """A group in the drawing: its short label, the network it is in, its place, whether it is of the period."""

    label: str
    network: int
    x: float
    y: float
    is_inside: bool


def shared(view: View) -> Finding:
    """Pairs of groups with the children they have in common, one of the two at least in the area and period."""
    view = in_exact_mode(view)
    nodes = nodes_of(view)
    pairs = view.source.once(_pairs, frozenset(node.label for node in nodes))
    return told(
        view,
        "groups_shared",
        pairs,
        DEFINITION,
        CAVEAT,
        title=_title(nodes),
        subtitle=_subtitle(view),
        sentence=_sentence(nodes),
        columns={name: COLUMNS[name] for name in ("group", "other", "children")},
        extra={"nodes": nodes, "number": "children"},
        state="ok" if nodes else "empty",
        note="" if nodes else "No group of these shares a child with another, as far as is recorded.",
    )


def standing(view: View) -> Finding:
    """The same groups: how many members, of what standing, and children; in the order of their numbers."""
    view = in_exact_mode(view)
    nodes = nodes_of(view)
    table = view.source.once(_standing, frozenset(node.label for node in nodes))
    return told(
        view,
        "groups_standing",
        table,
        DEFINITION,
        CAVEAT,
        title="Core and peripheral members, as recorded",
        subtitle=f"Groups of the drawing; {HELD}.",
        sentence=_standing_words(table),
        columns={name: words for name, words in COLUMNS.items() if name in ("group", *table.numbers)},
        extra={"number": "nominals"},
        state="ok" if nodes else "empty",
        note="" if nodes else "No group of these shares a child with another, as far as is recorded.",
    )


def nodes_of(view: View) -> list[Node]:
    """The groups of the view that share children, and those that they share them with."""
    inside = groups_in(view)
    rows = view.source.rows(
        """
        select offender_group, network, x, y from group_places
        where list_contains($inside, offender_group) or offender_group in (
            select other_group from groups_sharing where list_contains($inside, offender_group)
        )
        order by network, offender_group
        """,
        {"inside": inside},
    )
    if len(rows) > MOST:
        raise Problem(
            what=f"{len(rows):,} groups are linked by children, more than a drawing can show",
            todo=f"Choose a smaller area or a shorter period: a drawing holds up to {MOST} groups.",
        )
    return [Node(short(group), network, x, y, group in inside) for group, network, x, y in rows]


def _pairs(source: Source, labels: frozenset[str]) -> ProtectedTable:
    frame = source.frame(
        """
        select 'G' || offender_group as "group", 'G' || other_group as other, children
        from groups_sharing
        where offender_group < other_group
            and list_contains($labels, 'G' || offender_group) and list_contains($labels, 'G' || other_group)
        order by offender_group, other_group
        """,
        {"labels": sorted(labels)},
    )
    return true_table(frame, ("group", "other"), ("children",))


def _standing(source: Source, labels: frozenset[str]) -> ProtectedTable:
    frame = source.frame(
        """
        select
            'G' || offender_group as "group", any_value(nominals) as nominals,
            count(*) filter (standing = 'core') as core,
            count(*) filter (standing = 'peripheral') as peripheral,
            count(*) filter (standing not in ('core', 'peripheral')) as standing_not_known,
            any_value(children) as linked, any_value(groups_sharing) as sharing
        from groups join group_members using (offender_group)
        where list_contains($labels, 'G' || offender_group)
        group by offender_group order by offender_group
        """,
        {"labels": sorted(labels)},
    )
    return true_table(frame, ("group",), ("nominals", *STANDINGS, "linked", "sharing"))


def _subtitle(view: View) -> str:
    scope = f"{view.place}, {view.scope.period.label_long}"
    return f"Filled: recorded in {scope}. Open: others that share children with them. A line without a number is one child."


def _title(nodes: list[Node]) -> str:
    inside = sum(node.is_inside for node in nodes)
    if not inside:
        return "No group here shares a child with another"
    return f"{plural(inside, 'group shares', 'groups share')} children with another group"


def _sentence(nodes: list[Node]) -> str:
    sizes = [sum(one.network == number for one in nodes) for number in {node.network for node in nodes}]
    if not sizes:
        return ""
    networks = plural(len(sizes), "network", "networks")
    apart = f"They are {networks}" if len(sizes) > 1 else "They are one network"
    largest = f"; the largest links {max(sizes)} groups" if len(sizes) > 1 else f" of {max(sizes)} groups"
    return f"{apart}{largest}. Groups that share a child may be one network, or may not know of each other."


def _standing_words(table: ProtectedTable) -> str:
    """Memberships, not people: a person can be core in one group and peripheral in another."""
    core, peripheral, unknown = (sum(filter(None, table.values(name))) for name in STANDINGS)
    return (
        f"Of {plural(core + peripheral + unknown, 'membership', 'memberships')}, {core:.0f} were recorded as core and "
        f"{peripheral:.0f} as peripheral; of {unknown:.0f} the standing is not known."
    )
