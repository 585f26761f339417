"""Where the nodes of a graph stand: worked out once, at loading, and the same whenever the same records are loaded."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
import igraph
import pyarrow as pa

STEPS = 5_000  # of a layout, at most: enough for a network of 100, which a screen can show
Link = tuple[str, str]
Place = tuple[str, int, float, float]


def lay_networks(con: duckdb.DuckDBPyConnection) -> None:
    """Write `group_places`: each group that shares children with another, in which network, and where in it."""
    shared = con.execute(
        """
        select cast(offender_group as varchar), cast(other_group as varchar) from groups_sharing
        where offender_group < other_group order by offender_group, other_group
        """
    ).fetchall()
    places = places_of(shared)
    _write(con, "group_places", [int(name) for name, *_ in places], places)


def places_of(links: Sequence[Link]) -> list[Place]:
    """Each node with the number of its network (1 is the largest) and its place: neighbours stand about 1 apart."""
    graph = igraph.Graph.TupleList(links)
    networks = sorted(graph.decompose(), key=lambda network: (-len(network.vs), min(network.vs["name"])))
    return [
        (name, number, round(x, 4), round(y, 4))
        for number, network in enumerate(networks, start=1)
        for name, (x, y) in zip(network.vs["name"], _layout(network), strict=True)
    ]


def _layout(network: igraph.Graph) -> list[list[float]]:
    """Kamada and Kawai, 1989, from a circle: nothing of it is drawn by chance."""
    plain = network.simplify()
    steps = min(50 * len(plain.vs), STEPS)
    return [list(place) for place in plain.layout_kamada_kawai(maxiter=steps, seed=plain.layout_circle())]


def _write(con: duckdb.DuckDBPyConnection, table: str, groups: list[int], places: Sequence[Place]) -> None:
    _, networks, x, y = zip(*places, strict=True) if places else ((), (), (), ())
    columns = {"offender_group": pa.array(groups, pa.int32())}
    columns |= {"network": pa.array(networks, pa.int32())}
    columns |= {"x": pa.array(x, pa.float64()), "y": pa.array(y, pa.float64())}
    con.register("laid", pa.table(columns))
    con.execute(f"create table {table} as select * from laid")
    con.unregister("laid")
