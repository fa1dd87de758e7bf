"""Finds the cheapest way in a network file: up its hierarchy from both ends, then through the core by landmarks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from heapq import heapify, heappop, heappush
from math import inf

from geomap.networks.netfile import NONE, NetFile

# As many landmarks guide a search: those that see its ends farthest apart (chosen by us).
GUIDES = 4
# What leads from the start to a hub: the cost, and the edges in order.
Doors = dict[int, tuple[int, list[int]]]
# A hub that a search has reached: the cost, and the hub and the arc it was reached by, or -1.
Reached = dict[int, tuple[int, int, int]]
# A step from hub to hub, and what is behind it: a hub passed over, or -1 less a chain.
Step = tuple[int, int, int]


def shortest(net: NetFile, start: int, end: int, *, measure: str = "km") -> list[int] | None:
    """Edges of the cheapest way between two vertices, in order; None where there is none."""
    if start == end:
        return []
    return _Search(net, measure).way(start, end)


class _Search:
    """One search by one measure; costs are in decimetres or tenths of a second."""

    def __init__(self, net: NetFile, measure: str) -> None:
        self._net = net
        self._first, self._to = net[f"{measure}_first"], net[f"{measure}_to"]
        self._cost, self._via = net[f"{measure}_cost"], net[f"{measure}_via"]
        self._core, self._mark = net[f"{measure}_core"], net[f"{measure}_mark"]
        self._edge_cost: Callable[[int], int] = net["dm"].__getitem__ if measure == "km" else self._tenths
        self._kmh = net.facts["kmh"]
        self._measure = measure

    def _tenths(self, edge: int) -> int:
        """The cost of an edge by time."""
        kmh: float = self._kmh[self._net["kind"][edge]]
        return round(self._net["dm"][edge] * 3.6 / kmh)

    def way(self, start: int, end: int) -> list[int] | None:
        """The edges from one vertex to another."""
        doors, exits = self._doors(start), self._doors(end)
        direct = self._along_chain(start, end)
        limit = sum(map(self._edge_cost, direct)) if direct is not None else inf
        up, down = self._climb(doors), self._climb(exits)
        meeting, total = -1, limit
        for hub, (cost, _, _) in up.items():
            if hub in down and cost + down[hub][0] < total:
                meeting, total = hub, cost + down[hub][0]
        through = self._through_core(up, down, total)
        if through is None and meeting < 0:
            return direct
        steps, top, bottom = through if through is not None else ([], meeting, meeting)
        rise, begin = self._descend(up, top)
        fall, finish = self._descend(down, bottom)
        steps = [*((there, here, via) for here, there, via in reversed(rise)), *steps, *fall]
        return [*doors[begin][1], *self._unpack(steps), *reversed(exits[finish][1])]

    def _descend(self, reached: Reached, hub: int) -> tuple[list[Step], int]:
        """The steps from a reached hub back to where its search began, and that hub."""
        steps: list[Step] = []
        while reached[hub][2] >= 0:
            _, below, arc = reached[hub]
            steps.append((hub, below, self._via[arc]))
            hub = below
        return steps, hub

    def _unpack(self, steps: list[Step]) -> Iterator[int]:
        """The edges behind steps, in order."""
        net, first, to, vias = self._net, self._first, self._to, self._via
        chain_at, chain_edges, chain_a, hub_of = (net[n] for n in ("chain_at", "chain_edges", "chain_a", "hub_of"))
        stack = steps[::-1]
        while stack:
            here, there, via = stack.pop()
            if via >= 0:
                halves = {to[arc]: vias[arc] for arc in range(first[via], first[via + 1])}
                stack += [(via, there, halves[there]), (here, via, halves[here])]
                continue
            chain = -1 - via
            edges = chain_edges[chain_at[chain] : chain_at[chain + 1]]
            yield from edges if hub_of[chain_a[chain]] == here else edges[::-1]

    def _walk(self, vertex: int, edge: int, stop: int) -> tuple[list[int], int]:
        """Edges from a vertex on to the next hub, or to `stop`; and that vertex."""
        net, way, here = self._net, [], vertex
        starts, ends, first, link, hub_of = net["start"], net["end"], net["first"], net["link"], net["hub_of"]
        while True:
            way.append(edge)
            here = ends[edge] if starts[edge] == here else starts[edge]
            if here in (stop, vertex) or hub_of[here] != NONE:
                return way, here
            at = first[here]
            edge = link[at + 1] if link[at] == edge else link[at]

    def _doors(self, vertex: int) -> Doors:
        """The hubs next to a vertex."""
        net = self._net
        if net["hub_of"][vertex] != NONE:
            return {net["hub_of"][vertex]: (0, [])}
        doors: Doors = {}
        for n in range(net["first"][vertex], net["first"][vertex + 1]):
            way, here = self._walk(vertex, net["link"][n], -1)
            cost, hub = sum(map(self._edge_cost, way)), net["hub_of"][here]
            if hub not in doors or cost < doors[hub][0]:
                doors[hub] = (cost, way)
        return doors

    def _along_chain(self, start: int, end: int) -> list[int] | None:
        """The cheapest edges between two vertices that no hub parts."""
        net, found = self._net, []
        for n in range(net["first"][start], net["first"][start + 1]):
            way, here = self._walk(start, net["link"][n], end)
            if here == end:
                found.append(way)
        return min(found, key=lambda way: sum(map(self._edge_cost, way)), default=None)

    def _climb(self, doors: Doors) -> Reached:
        """The hubs above, up to the first ones of the core, each at its least cost on the way up."""
        first, to, costs, core = self._first, self._to, self._cost, self._core
        reached: Reached = {hub: (cost, -1, -1) for hub, (cost, _) in doors.items()}
        queue = [(cost, hub) for hub, (cost, _) in doors.items()]
        heapify(queue)
        done: set[int] = set()
        while queue:
            cost, here = heappop(queue)
            if here in done:
                continue
            done.add(here)
            if core[here] != NONE:
                continue
            arcs = range(first[here], first[here + 1])
            if any(to[arc] in reached and reached[to[arc]][0] + costs[arc] < cost for arc in arcs):
                continue
            for arc in arcs:
                there, more = to[arc], cost + costs[arc]
                if there not in reached or more < reached[there][0]:
                    reached[there] = (more, here, arc)
                    heappush(queue, (more, there))
        return reached

    def _through_core(self, up: Reached, down: Reached, limit: float) -> tuple[list[Step], int, int] | None:
        """Steps through the core that cost less than `limit`, where they begin and where they end."""
        core, first, to, costs = self._core, self._first, self._to, self._cost
        goals = {hub: cost for hub, (cost, _, _) in down.items() if core[hub] != NONE}
        seeds = {hub: cost for hub, (cost, _, _) in up.items() if core[hub] != NONE}
        if not goals or not seeds:
            return None
        guess = self._guess(seeds, goals)
        best = dict(seeds)
        came: dict[int, int] = {}
        before: dict[int, int] = {}
        queue = [(cost + guess(hub), hub) for hub, cost in seeds.items()]
        heapify(queue)
        done: set[int] = set()
        last, total = -1, limit
        while queue:
            bound, here = heappop(queue)
            if bound >= total:
                break
            if here in done:
                continue
            done.add(here)
            so_far = best[here]
            if here in goals and so_far + goals[here] < total:
                last, total = here, so_far + goals[here]
            for arc in range(first[here], first[here + 1]):
                there, more = to[arc], so_far + costs[arc]
                if more < best.get(there, inf):
                    best[there], came[there], before[there] = more, arc, here
                    heappush(queue, (more + guess(there), there))
        if last < 0:
            return None
        steps: list[Step] = []
        here = last
        while here in before:
            steps.append((before[here], here, self._via[came[here]]))
            here = before[here]
        return steps[::-1], here, last

    def _guess(self, seeds: Mapping[int, int], goals: Mapping[int, int]) -> Callable[[int], int]:
        """A lower bound of the cost from a hub of the core to the end, by the landmarks that see farthest."""
        core, marks = self._core, self._mark
        size = self._net.facts["core"][self._measure]
        found = []
        for begin in range(0, len(marks), size or 1):
            ends = [marks[begin + core[hub]] + cost for hub, cost in goals.items() if marks[begin + core[hub]] != NONE]
            seen = [marks[begin + core[hub]] + cost for hub, cost in seeds.items() if marks[begin + core[hub]] != NONE]
            if ends and seen:
                found.append((abs(min(ends) - min(seen)), begin, min(ends)))
        guides = [(begin, far) for _, begin, far in sorted(found, reverse=True)[:GUIDES]]

        def guess(hub: int) -> int:
            number = core[hub]
            bound = 0
            for begin, far in guides:
                away = marks[begin + number] - far
                if away > bound:
                    bound = away
                elif -away > bound:
                    bound = -away
            return bound

        return guess
