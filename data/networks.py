"""Where the nodes of a graph stand: worked out once, at loading, and the same whenever the same records are loaded."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

import duckdb
import igraph
import numpy as np
import pyarrow as pa

STEPS = 2_000  # of a layout, at most: enough for a network of 100, which a screen can show
APART = 0.8  # no two nodes are nearer
ROUNDS, MOST = 100, 300  # of moving them apart; no screen shows more nodes
Link = tuple[str, str]
Place = tuple[str, int, float, float]


def lay_networks(con: duckdb.DuckDBPyConnection) -> None:
    """Write `group_places`, of groups that share children, and `node_places`, of those within each group.

    Both say in which network a node is and where in it.
    """
    shared = con.execute(
        """
        select cast(offender_group as varchar), cast(other_group as varchar) from groups_sharing
        where offender_group < other_group order by offender_group, other_group
        """
    ).fetchall()
    places = places_of(shared)
    _write(con, "group_places", [int(name) for name, *_ in places], places)
    within = [(group, place) for group, links in _links_of_groups(con) for place in places_of(links)]
    _write(con, "node_places", [group for group, _ in within], [place for _, place in within], "node")


def _links_of_groups(con: duckdb.DuckDBPyConnection) -> list[tuple[int, list[Link]]]:
    """The links within each group; a member with none is linked to itself, to have a place."""
    rows = con.execute(
        """
        select one.offender_group, node, coalesce(linked_child, node)
        from group_nodes as one
        left join group_links as link on link.offender_group = one.offender_group and link.possible_offender = node
        where nominal is not null
        order by all
        """
    ).fetchall()
    return [(group, [(one, other) for _, one, other in of]) for group, of in groupby(rows, itemgetter(0))]


def places_of(links: Sequence[Link]) -> list[Place]:
    """Each node with the number of its network (1 is the largest) and its place: neighbours stand about 1 apart."""
    graph = igraph.Graph.TupleList(links)
    networks = sorted(graph.decompose(), key=_in_order)
    return [
        (name, number, round(x, 4), round(y, 4))
        for number, network in enumerate(networks, start=1)
        for name, (x, y) in zip(network.vs["name"], _layout(network), strict=True)
    ]


def _in_order(network: igraph.Graph) -> tuple[int, int, str]:
    """The largest first; of one size by the first of their names, 'N2' before 'N11'."""
    first = min(network.vs["name"], key=lambda name: (len(name), name))
    return -len(network.vs), len(first), first


def _layout(network: igraph.Graph) -> list[list[float]]:
    """Kamada and Kawai, 1989, from a circle: nothing of it is drawn by chance. Then nodes are moved off each other."""
    plain = network.simplify()
    if len(plain.vs) == 1:
        return [[0.0, 0.0]]
    steps = min(20 * len(plain.vs), STEPS)
    laid = plain.layout_kamada_kawai(maxiter=steps, seed=plain.layout_circle())
    spots: list[list[float]] = _moved_apart(np.array(laid.coords)).tolist()
    return spots


def _moved_apart(spots: np.ndarray) -> np.ndarray:
    """The places with no two of them nearer than `APART`, as near to where they were as a few rounds find."""
    if len(spots) > MOST:
        return spots
    spots = spots + 1e-6 * np.arange(len(spots))[:, None]  # else two in one place have no way to go
    for _ in range(ROUNDS):
        ways = spots[:, None] - spots[None]
        far = np.hypot(ways[..., 0], ways[..., 1])
        np.fill_diagonal(far, np.inf)
        push = np.clip(APART - far, 0, None) / 2
        if push.max() < 0.02:
            break
        spots = spots + (ways * (push / far)[..., None]).sum(axis=1)
    return spots


def _write(
    con: duckdb.DuckDBPyConnection, table: str, groups: list[int], places: Sequence[Place], named: str = ""
) -> None:
    names, networks, x, y = zip(*places, strict=True) if places else ((), (), (), ())
    columns = {"offender_group": pa.array(groups, pa.int32())}
    if named:
        columns[named] = pa.array(names, pa.string())
    columns |= {"network": pa.array(networks, pa.int32())}
    columns |= {"x": pa.array(x, pa.float64()), "y": pa.array(y, pa.float64())}
    con.register("laid", pa.table(columns))
    con.execute(f"create table {table} as select * from laid")
    con.unregister("laid")
