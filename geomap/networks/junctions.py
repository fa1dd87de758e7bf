"""The skeleton of a network: its junctions and ends, and the chains of edges between them, for a quick search."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from heapq import heappop, heappush
from math import cos, inf, radians, sqrt
from typing import Any

from geomap.networks.netfile import NetFile

KM_PER_DEGREE = 111.2
# Straight lines are taken a little short, so that the search never passes over a shorter way.
SHORT = 0.99
SCALE = 10_000_000
# A chain that is not followed to its end has no number.
NONE = 0xFFFFFFFF


def add_chains(arrays: dict[str, array[Any]]) -> None:
    """Add the chains of edges between vertices where other than two edges meet; closed rings get one such vertex."""
    first, link, start, end = arrays["first"], arrays["link"], arrays["start"], arrays["end"]
    count = len(first) - 1
    junction = bytearray(first[v + 1] - first[v] != 2 for v in range(count))
    chain_of = array("I", [NONE]) * len(start)
    chain_at, chain_edges = array("I", [0]), array("I")
    ends_a, ends_b, lengths = array("I"), array("I"), array("I")

    def follow(begin: int, edge: int) -> None:
        here, length = begin, 0
        while True:
            chain_of[edge] = len(lengths)
            chain_edges.append(edge)
            length += arrays["dm"][edge]
            here = end[edge] if start[edge] == here else start[edge]
            if junction[here]:
                break
            a, b = link[first[here]], link[first[here] + 1]
            edge = b if a == edge else a
        ends_a.append(begin)
        ends_b.append(here)
        lengths.append(length)
        chain_at.append(len(chain_edges))

    for vertex in range(count):
        for n in range(first[vertex], first[vertex + 1]) if junction[vertex] else ():
            if chain_of[link[n]] == NONE:
                follow(vertex, link[n])
    for edge in range(len(start)):
        if chain_of[edge] == NONE:
            junction[start[edge]] = 1
            follow(start[edge], edge)
    arrays |= {"chain_at": chain_at, "chain_edges": chain_edges}
    arrays |= {"chain_a": ends_a, "chain_b": ends_b, "chain_dm": lengths}
    arrays["hub_first"], arrays["hub_link"] = links(count, ends_a, ends_b)


def links(count: int, start: array[int], end: array[int]) -> tuple[array[int], array[int]]:
    """Where the lines at each vertex begin in a list, and the list of their numbers."""
    degree = array("I", bytes(4 * (count + 1)))
    for vertex in (*start, *end):
        degree[vertex + 1] += 1
    for n in range(count):
        degree[n + 1] += degree[n]
    first = array("I", degree)
    link = array("I", bytes(4 * 2 * len(start)))
    for number, ends in enumerate(zip(start, end, strict=True)):
        for vertex in ends:
            link[degree[vertex]] = number
            degree[vertex] += 1
    return first, link


def shortest(net: NetFile, start: int, end: int) -> list[int] | None:
    """Edges of the shortest way, in order; None where there is none (A* over the junctions, by straight lines)."""
    if start == end:
        return []
    seeds, goals = _doors(net, start), _doors(net, end)
    direct = _along_chain(net, start, end)
    best_total = sum(net["dm"][e] for e in direct) if direct is not None else inf
    found = _search(net, seeds, goals, net["lat"][end], net["lon"][end], best_total)
    if found is None:
        return direct
    return found


Doors = dict[int, tuple[int, list[int]]]


def _doors(net: NetFile, vertex: int) -> Doors:
    """The junctions next to a vertex, each with decimetres and edges from it."""
    first = net["hub_first"]
    if first[vertex + 1] > first[vertex]:
        return {vertex: (0, [])}
    doors: Doors = {}
    for n in range(net["first"][vertex], net["first"][vertex + 1]):
        edge, here, length, way = net["link"][n], vertex, 0, []
        while True:
            way.append(edge)
            length += net["dm"][edge]
            here = net["end"][edge] if net["start"][edge] == here else net["start"][edge]
            if first[here + 1] > first[here]:
                break
            a = net["first"][here]
            edge = net["link"][a + 1] if net["link"][a] == edge else net["link"][a]
        if here not in doors or length < doors[here][0]:
            doors[here] = (length, way)
    return doors


def _along_chain(net: NetFile, start: int, end: int) -> list[int] | None:
    """The edges between two vertices of one chain that no junction parts."""
    for n in range(net["first"][start], net["first"][start + 1]):
        edge, here, way = net["link"][n], start, []
        while True:
            way.append(edge)
            here = net["end"][edge] if net["start"][edge] == here else net["start"][edge]
            if here == end:
                return way
            if net["hub_first"][here + 1] > net["hub_first"][here] or here == start:
                break
            a = net["first"][here]
            edge = net["link"][a + 1] if net["link"][a] == edge else net["link"][a]
    return None


def _search(
    net: NetFile, seeds: Doors, goals: Mapping[int, tuple[int, list[int]]], to_lat: int, to_lon: int, limit: float
) -> list[int] | None:
    lats, lons = net["lat"], net["lon"]
    first, link = net["hub_first"], net["hub_link"]
    ends_a, ends_b, lengths = net["chain_a"], net["chain_b"], net["chain_dm"]
    scale = KM_PER_DEGREE * 10_000 / SCALE * SHORT
    wide = cos(radians(min(89.0, max(abs(lats[v]) for v in (*seeds, *goals)) / SCALE + 2.0))) * scale
    best = {vertex: cost for vertex, (cost, _) in seeds.items()}
    came: dict[int, int] = {}
    done: set[int] = set()

    def guess_from(vertex: int) -> float:
        dy, dx = (lats[vertex] - to_lat) * scale, (lons[vertex] - to_lon) * wide
        return sqrt(dx * dx + dy * dy)

    queue = sorted((cost + guess_from(vertex), vertex) for vertex, cost in best.items())
    last, total = -1, limit
    while queue:
        guess, here = heappop(queue)
        if guess >= total:
            break
        if here in done:
            continue
        done.add(here)
        so_far = best[here]
        if here in goals and so_far + goals[here][0] < total:
            last, total = here, so_far + goals[here][0]
        for n in range(first[here], first[here + 1]):
            chain = link[n]
            there = ends_b[chain] if ends_a[chain] == here else ends_a[chain]
            reached = so_far + lengths[chain]
            if reached < best.get(there, inf):
                best[there] = reached
                came[there] = chain
                heappush(queue, (reached + guess_from(there), there))
    return None if last < 0 else _trace(net, came, seeds, goals, last)


def _trace(
    net: NetFile, came: Mapping[int, int], seeds: Doors, goals: Mapping[int, tuple[int, list[int]]], last: int
) -> list[int]:
    """The edges from the start by the chains to the last junction, and on to the end."""
    chains: list[list[int]] = []
    here = last
    while here in came:
        chain = came[here]
        edges = list(net["chain_edges"][net["chain_at"][chain] : net["chain_at"][chain + 1]])
        forward = net["chain_b"][chain] == here
        chains.append(edges if forward else edges[::-1])
        here = net["chain_a"][chain] if forward else net["chain_b"][chain]
    way = list(seeds[here][1])
    for edges in reversed(chains):
        way += edges
    return way + goals[last][1][::-1]
