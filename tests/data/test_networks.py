"""Where the nodes of a graph stand: apart by network, the largest first, and the same at every loading."""

from __future__ import annotations

import math
from itertools import combinations

from data.networks import APART, places_of

CLIQUE = [(str(one), str(other)) for one, other in combinations(range(9), 2)]
LINKS = [("p", "q"), *CLIQUE, ("0", "far")]


def test_the_largest_network_comes_first_and_each_node_once() -> None:
    places = places_of(LINKS)
    networks = {name: network for name, network, _, _ in places}
    assert len(places) == len(networks) == 12
    assert {name for name, network in networks.items() if network == 2} == {"p", "q"}


def test_the_same_links_stand_where_they_stood() -> None:
    assert places_of(LINKS) == places_of(LINKS)


def test_no_two_nodes_stand_on_each_other() -> None:
    star = [("hub", f"leaf {number}") for number in range(40)]
    for links in (LINKS, star):
        spots = [(x, y) for _, network, x, y in places_of(links) if network == 1]
        assert min(math.dist(one, other) for one, other in combinations(spots, 2)) > 0.9 * APART


def test_a_node_linked_to_itself_alone_has_a_place_of_its_own() -> None:
    assert [(name, network) for name, network, _, _ in places_of([("N11", "N11"), ("N2", "N2")])] == [
        ("N2", 1),
        ("N11", 2),
    ]


def test_no_link_is_no_place() -> None:
    assert places_of([]) == []
