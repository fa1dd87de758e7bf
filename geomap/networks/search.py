"""Shortest ways through a graph of stations, and ways that differ from them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import pairwise
from math import inf
from typing import NamedTuple

# Another way counts as one if at least this share of it runs elsewhere than every way before it (chosen by us) …
MIN_NEW_SHARE = 0.2
# … and if it is at most this many times as long as the shortest (chosen by us: Moscow-Beijing by Harbin is 1.14 times).
MAX_STRETCH = 1.6
# What it counts may be more times that of the usual way: main lines and fast ones count less (chosen by us).
MAX_COST = 2.2


# Between places of one country, or of two that a railway joins, a km in a third country counts as this many (chosen by
# us: trains from Moscow to Vladivostok and Pyongyang stay out of China although that is 1,000 to 1,800 km shorter) …
ABROAD = 1.9
# … and crossing a border as this many km more (chosen by us, on the same trains).
BORDER_KM = 100.0
# A stretch without length that joins the two stations of a town belongs to no line.
NO_LINE = -1


class Edge(NamedTuple):
    """A stretch of line between neighbouring stations, in km."""

    start: int
    end: int
    km: float
    line: int


@dataclass(frozen=True, slots=True)
class _Tree:
    """What the best ways to stations cost and by which edge they come; `reached` is the end that stopped it."""

    best: list[float]
    came: list[int]
    reached: int = -1


@dataclass(slots=True)
class Graph:
    """Stations by number with their countries, and for each its links: neighbour, cost in km, edge, country there.

    Between the countries of `open_borders` trains run as at home.
    """

    open_borders: frozenset[str] = frozenset()

    countries: list[str] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    links: list[list[tuple[int, float, int, str]]] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    twins: dict[int, list[int]] = field(default_factory=dict)
    neighbours: set[tuple[str, str]] = field(default_factory=set)

    def add_station(self, country: str) -> int:
        """Add a station; its number."""
        self.countries.append(country)
        self.links.append([])
        self.parents.append(len(self.parents))
        return len(self.parents) - 1

    def add(self, edge: Edge, *, cost: float = 1.0) -> None:
        """Add an edge, usable both ways; `cost` is how much a km of it counts."""
        number = len(self.edges)
        self.edges.append(edge)
        start, end, km, _ = edge
        here, there = self.countries[start], self.countries[end]
        km *= cost
        if here != there:
            self.neighbours |= {(here, there), (there, here)}
            km += 0.0 if self.open_borders >= {here, there} else BORDER_KM
        self.links[start].append((end, km, number, there))
        self.links[end].append((start, km, number, here))
        self.parents[self.part(start)] = self.part(end)

    def join(self, one: int, other: int, *, cost_km: float) -> None:
        """Let ways change between two stations of a town; free of cost where a way begins or ends."""
        number = len(self.edges)
        self.edges.append(Edge(one, other, 0.0, NO_LINE))
        self.links[one].append((other, cost_km, number, self.countries[one]))
        self.links[other].append((one, cost_km, number, self.countries[one]))
        self.parents[self.part(one)] = self.part(other)
        self.twins.setdefault(one, []).append(other)
        self.twins.setdefault(other, []).append(one)

    def part(self, station: int) -> int:
        """A number that all stations share which are connected with this one."""
        parents = self.parents
        while parents[station] != station:
            parents[station] = parents[parents[station]]
            station = parents[station]
        return station

    def shortest(
        self,
        start: int,
        end: int,
        *,
        worn: Mapping[int, float] | None = None,
        weights: Sequence[float] | None = None,
        staying: bool = False,
    ) -> list[int] | None:
        """Edge numbers of the shortest way that avoids third countries and borders; None where there is none.

        `worn` says for some edges how many times their length they count; `weights` what each edge counts wherever it
        lies, in place of the graph's own costs. `staying` goes on from this very station of a town: changing costs.
        """
        if self.part(start) != self.part(end):
            return None
        ends = {end, *self.twins.get(end, ())}
        tree = self._grow(start, end, ends, worn=worn, weights=weights, staying=staying)
        return self._trace(tree.came, tree.reached) if tree.reached >= 0 else None

    def _grow(
        self,
        start: int,
        end: int,
        ends: Container[int] = (),
        *,
        worn: Mapping[int, float] | None = None,
        weights: Sequence[float] | None = None,
        staying: bool = False,
    ) -> _Tree:
        """The best ways from a station towards another: to the first of `ends`, or to every station there is."""
        best = [inf] * len(self.links)
        came = [-1] * len(self.links)
        queue = [(0.0, start), *((0.0, twin) for twin in (() if staying else self.twins.get(start, ())))]
        for _, begin in queue:
            best[begin] = 0.0
        links, home = self.links, {self.countries[start], self.countries[end]}
        near = len(home) == 1 or (self.countries[start], self.countries[end]) in self.neighbours
        abroad = ABROAD if near else 1.0
        if home <= self.open_borders:
            home |= self.open_borders
        while queue:
            cost, here = heappop(queue)
            if here in ends:
                return _Tree(best, came, here)
            if cost > best[here]:
                continue
            for there, km, number, country in links[here]:
                if weights is not None:
                    km = weights[number]
                elif country not in home:
                    km *= abroad
                if worn:
                    km *= worn.get(number, 1.0)
                reached = cost + km
                if reached < best[there]:
                    best[there] = reached
                    came[there] = number
                    heappush(queue, (reached, there))
        return _Tree(best, came)

    def through(self, stations: Sequence[int], *, weights: Sequence[float] | None = None) -> list[int] | None:
        """The way from station to station; in a town between, it goes on from where it has arrived."""
        way: list[int] = []
        at = stations[0]
        for number, (start, end) in enumerate(pairwise(stations)):
            here = start if number == 0 else at
            part = self.shortest(here, end, weights=weights, staying=number > 0)
            if part is None:
                return None
            if part:
                ends = {end, *self.twins.get(end, ())}
                at = next(n for n in self.edges[part[-1]][:2] if n in ends)
            way += part
        return way

    def _trace(self, came: list[int], end: int) -> list[int]:
        way: list[int] = []
        while came[end] >= 0:
            edge = self.edges[came[end]]
            if edge.line != NO_LINE:
                way.append(came[end])
            end = edge.start if edge.end == end else edge.end
        return way[::-1]

    def differing(self, start: int, end: int, *, limit: int) -> list[list[int]]:
        """Up to `limit` ways that differ from each other: the usual one first, then by length.

        Each leads by the best way to some station and on from there by the best way.
        """
        first = self.shortest(start, end)
        if first is None:
            return []
        out, back = self._grow(start, end), self._grow(end, start)
        costs = [one + other for one, other in zip(out.best, back.best, strict=True)]
        most, most_km = MAX_COST * min(costs), MAX_STRETCH * self.length_km(first)
        found, seen = [first], set(self._stations(first))
        for station in sorted((n for n, cost in enumerate(costs) if cost <= most), key=costs.__getitem__):
            if len(found) >= limit:
                break
            if station in seen:
                continue
            way = [*self._trace(out.came, station), *reversed(self._trace(back.came, station))]
            seen |= self._stations(way)
            if len(set(way)) < len(way) or self.length_km(way) > most_km:
                continue
            if all(self._new_share(way, other) >= MIN_NEW_SHARE for other in found):
                found.append(way)
        return [first, *sorted(found[1:], key=self.length_km)]

    def _stations(self, way: Iterable[int]) -> set[int]:
        return {station for number in way for station in self.edges[number][:2]}

    def length_km(self, way: Iterable[int]) -> float:
        """The length of a way."""
        return sum(self.edges[number].km for number in way)

    def _new_share(self, way: list[int], other: list[int]) -> float:
        """How much of a way does not run where another does."""
        known = set(other)
        return self.length_km(n for n in way if n not in known) / (self.length_km(way) or 1.0)
