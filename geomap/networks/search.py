"""Shortest ways through a graph of stations, and ways that differ from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from heapq import heappop, heappush
from math import inf
from typing import NamedTuple

# An edge of a way already found weighs this much more, so that the next way leaves it where it can (chosen by us).
PENALTY = 1.5
# Another way counts as one if at least this share of it runs elsewhere than every way before it (chosen by us) …
MIN_NEW_SHARE = 0.2
# … and if it is at most this many times as long as the shortest (chosen by us: Moscow-Beijing by Harbin is 1.14 times).
MAX_STRETCH = 1.6


class Edge(NamedTuple):
    """A stretch of line between neighbouring stations, in km."""

    start: int
    end: int
    km: float
    line: int


Weight = Callable[[Edge], float]


@dataclass(slots=True)
class Graph:
    """Stations by number, and for each its edges as (neighbour, km, edge number); a two-way graph."""

    edges: list[Edge] = field(default_factory=list)
    links: list[list[tuple[int, float, int]]] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)

    def add(self, edge: Edge) -> None:
        """Add an edge, and its stations where they are new."""
        while len(self.links) <= max(edge.start, edge.end):
            self.parents.append(len(self.links))
            self.links.append([])
        number = len(self.edges)
        self.edges.append(edge)
        self.links[edge.start].append((edge.end, edge.km, number))
        self.links[edge.end].append((edge.start, edge.km, number))
        self.parents[self.part(edge.start)] = self.part(edge.end)

    def part(self, station: int) -> int:
        """A number that all stations share which are connected with this one."""
        parents = self.parents
        if station >= len(parents):
            return -1 - station
        while parents[station] != station:
            parents[station] = parents[parents[station]]
            station = parents[station]
        return station

    def edges_at(self, station: int) -> Iterable[Edge]:
        """The edges that meet at a station."""
        links = self.links[station] if station < len(self.links) else []
        return (self.edges[number] for _, _, number in links)

    def shortest(self, start: int, end: int, *, weight: Weight | None = None) -> list[int] | None:
        """Edge numbers of the shortest way, by km or by `weight`; None where there is none."""
        if self.part(start) != self.part(end):
            return None
        best = [inf] * len(self.links)
        came = [-1] * len(self.links)
        best[start] = 0.0
        queue = [(0.0, start)]
        links, edges = self.links, self.edges
        while queue:
            cost, here = heappop(queue)
            if here == end:
                break
            if cost > best[here]:
                continue
            for there, km, number in links[here]:
                reached = cost + (km if weight is None else weight(edges[number]))
                if reached < best[there]:
                    best[there] = reached
                    came[there] = number
                    heappush(queue, (reached, there))
        return self._trace(came, start, end)

    def _trace(self, came: list[int], start: int, end: int) -> list[int]:
        way: list[int] = []
        while end != start:
            edge = self.edges[came[end]]
            way.append(came[end])
            end = edge.start if edge.end == end else edge.end
        return way[::-1]

    def differing(self, start: int, end: int, *, limit: int) -> list[list[int]]:
        """Up to `limit` ways that differ from each other, shortest first."""
        first = self.shortest(start, end)
        if first is None:
            return []
        found = [first]
        used: dict[Edge, float] = {}
        for _ in range(4 * limit):
            if len(found) >= limit:
                break
            for number in found[-1]:
                used[self.edges[number]] = used.get(self.edges[number], 1.0) * PENALTY
            way = self.shortest(start, end, weight=lambda edge: edge.km * used.get(edge, 1.0))
            if way is None or self.length_km(way) > MAX_STRETCH * self.length_km(first):
                break
            if all(self._new_share(way, other) >= MIN_NEW_SHARE for other in found):
                found.append(way)
            else:
                for number in way:
                    used[self.edges[number]] = used.get(self.edges[number], 1.0) * PENALTY
        return sorted(found, key=self.length_km)

    def length_km(self, way: Iterable[int]) -> float:
        """The length of a way."""
        return sum(self.edges[number].km for number in way)

    def _new_share(self, way: list[int], other: list[int]) -> float:
        """How much of a way does not run where another does."""
        known = set(other)
        return self.length_km(n for n in way if n not in known) / (self.length_km(way) or 1.0)
