"""Ways by sea over the shipping lanes of the world."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from math import inf
from pathlib import Path

from geomap.files import open_table
from geomap.geodesy import rough_distance_km, unwrap
from geomap.networks.estimates import estimate_route
from geomap.networks.halts import straight_km
from geomap.networks.rail import AREAS, SAY_KM
from geomap.networks.search import Edge, Graph
from geomap.records import LatLon, Leg, Place, Route, Source

TABLE = "sea_lanes.csv"
# A place is a port of call if a lane passes within this of its edge (chosen by us: 60 km take in harbours up a river or
# at the head of a bay, and no capital of an inland country).
SNAP_KM = 60.0
# Lanes are up to this much longer or shorter than published distances between ports: tests/oracles/sea_distances.csv
# has 4.2 % and 3.0 %, and sparser lanes of narrow seas are longer still (chosen by us).
LONGER, SHORTER = 0.12, 0.05
# On a way shorter than this, boats keep to no lane and only the straight line bounds it (chosen by us).
COASTAL_KM = 500.0
# A country or other area within this radius is a port itself, as Singapore is (chosen by us).
PORT_STATE_KM = 40.0
# A ship does not come back the way it came: lanes that it has used count this many times their length (chosen by us).
WORN = 3.0
# A narrow water that another way leaves out counts this many times its length.
SHUT = 1e6
# Where the way to the lanes and from them is more than this share of the whole, the lanes say little about its length.
MAX_ENDS = 0.35
# Lanes that ice closes to ordinary shipping.
CLOSED = frozenset({"Northwest Passage"})
# Points are looked up by squares of this many degrees.
SQUARE_DEG = 2


class SeaLanes:
    """The shipping lanes as a network; the table is read at the first question."""

    def __init__(self, folder: Path, source: Source) -> None:
        self._folder = folder
        self._source = source

    @cached_property
    def _lanes(self) -> tuple[Graph, list[LatLon], list[str]]:
        """The graph, the point of each node, and the narrow water that each line passes."""
        graph, points, passages = Graph(), [], []
        numbers: dict[LatLon, int] = {}
        for passage, line in _read(self._folder / TABLE):
            if passage in CLOSED:
                continue
            passages.append(passage)
            for point in line:
                if point not in numbers:
                    numbers[point] = graph.add_station("")
                    points.append(point)
            for a, b in pairwise(line):
                edge = Edge(numbers[a], numbers[b], rough_distance_km(a, b), len(passages) - 1)
                graph.add(edge)
        return graph, points, passages

    @cached_property
    def _grid(self) -> dict[tuple[int, int], list[int]]:
        grid: dict[tuple[int, int], list[int]] = {}
        for number, point in enumerate(self._lanes[1]):
            grid.setdefault(_square(point), []).append(number)
        return grid

    def near(self, place: Place) -> tuple[float, int] | None:
        """The nearest point of a lane, as (km, number); None where none passes near the place."""
        if place.at is None or (place.kind in AREAS and place.radius_km > PORT_STATE_KM):
            return None
        row, column = _square(place.at)
        wrap = 360 // SQUARE_DEG
        half = wrap // 2
        near = (
            (rough_distance_km(place.at, self._lanes[1][number]), number)
            for r in (row - 1, row, row + 1)
            for c in range(column - 2, column + 3)
            for number in self._grid.get((r, (c + half) % wrap - half), ())
        )
        found = min(near, default=None)
        return found if found is not None and found[0] <= SNAP_KM + place.radius_km else None

    def route(self, stops: Sequence[Place], *, mode: str = "sea", by: str = "") -> Route | None:
        """The shortest way by the lanes; its `length_km` is None, with a why, where no lane serves a stop."""
        if mode != "sea":
            return None
        served = self._serve(stops)
        if isinstance(served, str):
            return _no_route(stops, served)
        graph = self._lanes[0]
        way: list[int] = []
        for (_, start), (_, end) in pairwise(served):
            part = graph.shortest(start, end, worn=dict.fromkeys(way, WORN))
            if part is None:
                return _no_route(stops, "no shipping lane connects these places")
            way += part
        return self._route(stops, served, way)

    def alternatives(self, start: Place, end: Place, *, mode: str = "sea", limit: int = 3) -> Sequence[Route]:
        """The shortest way, then ways that leave out one of its narrow waters, by length."""
        usual = self.route((start, end), mode=mode)
        if usual is None or usual.length_km is None:
            return []
        served = self._serve((start, end))
        graph, _, passages = self._lanes
        ways = [usual]
        for shut in dict.fromkeys(filter(None, passages)):
            if shut in usual.length_source and not isinstance(served, str):
                closed = {n: SHUT for n, edge in enumerate(graph.edges) if passages[edge.line] == shut}
                way = graph.shortest(served[0][1], served[1][1], worn=closed)
                if way is not None and not closed.keys() & set(way):
                    ways.append(self._route((start, end), served, way))
        others = {way.length_source: way for way in ways[1:] if way.length_source != usual.length_source}
        return [usual, *sorted(others.values(), key=lambda way: way.length_km or inf)][:limit]

    def estimate(self, start: Place, end: Place, *, mode: str) -> Route:
        """A length by circuity."""
        return estimate_route(start, end, mode=mode)

    def _serve(self, stops: Sequence[Place]) -> list[tuple[float, int]] | str:
        """The lane at each stop, or the reason why there is none."""
        found = []
        for stop in stops:
            near = self.near(stop)
            if near is None:
                return f"no shipping lane passes within {SNAP_KM + stop.radius_km:.0f} km of {stop.name}"
            found.append(near)
        return found

    def _route(self, stops: Sequence[Place], served: Sequence[tuple[float, int]], way: Sequence[int]) -> Route:
        graph, _, passages = self._lanes
        ends_km = served[0][0] + served[-1][0]
        ends_km += sum(2 * km for stop, (km, _) in zip(stops[1:-1], served[1:-1], strict=True) if stop.population)
        length_km = ends_km + sum(graph.edges[number].km for number in way)
        if ends_km > MAX_ENDS * length_km:
            return _no_route(stops, "the ports lie too near each other for the shipping lanes to tell their way")
        narrow = list(dict.fromkeys(p for n in way if (p := passages[graph.edges[n].line])))
        line = f"shipping lanes by {', '.join(narrow)}" if narrow else "shipping lanes"
        straight = straight_km(stops)
        return Route(
            mode="sea",
            stops=tuple(stops),
            length_km=round(length_km, 1),
            length_source=line,
            straight_km=straight,
            low_km=straight if length_km < COASTAL_KM else max(length_km * (1 - LONGER), straight),
            high_km=length_km * (1 + SHORTER),
            legs=(
                Leg(
                    start=stops[0].name,
                    end=stops[-1].name,
                    length_km=round(length_km, 1),
                    line=line,
                    source=self._source,
                ),
            ),
            geometry=(self._line(stops, served, way),),
            sources=(self._source,),
            why="; ".join(
                f"{stop.name} is taken where a lane passes {km:.0f} km away"
                for stop, (km, _) in zip(stops, served, strict=True)
                if km > max(SAY_KM, stop.radius_km)
            ),
        )

    def _line(
        self, stops: Sequence[Place], served: Sequence[tuple[float, int]], way: Sequence[int]
    ) -> tuple[LatLon, ...]:
        """The line for a map, from port to port."""
        graph, points, _ = self._lanes
        here = served[0][1]
        numbers = [here]
        for number in way:
            edge = graph.edges[number]
            here = edge.end if edge.start == here else edge.start
            numbers.append(here)
        first, last = stops[0].at, stops[-1].at
        assert first is not None
        assert last is not None
        return unwrap((first, *(points[n] for n in numbers), last))


def _read(path: Path) -> Iterator[tuple[str, list[LatLon]]]:
    """Passage and points of each line of the table."""
    with open_table(path) as file:
        for passage, points in list(csv.reader(file))[1:]:
            yield passage, [LatLon(*map(float, point.split("/"))) for point in points.split()]


def _square(at: LatLon) -> tuple[int, int]:
    return int(at.lat_deg // SQUARE_DEG), int(at.lon_deg // SQUARE_DEG)


def _no_route(stops: Sequence[Place], why: str) -> Route:
    return Route(
        mode="sea", stops=tuple(stops), length_km=None, length_source="", straight_km=straight_km(stops), why=why
    )
