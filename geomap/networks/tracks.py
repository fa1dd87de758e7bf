"""Ways over a network that the user brought, straight from its memory map."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from math import cos, radians
from pathlib import Path

from geomap.geodesy import distance_km, rough_distance_km
from geomap.networks.estimates import estimate_route
from geomap.networks.junctions import shortest
from geomap.networks.netfile import CELLS_PER_DEGREE, SCALE, NetFile, cell_of
from geomap.networks.rail import AREAS
from geomap.records import LatLon, Leg, Line, Place, Route, Source

KM_PER_DEGREE = 111.2
# A place is served by a track or station at most this far beyond its own radius (chosen by us).
SNAP_KM = 3.0
# A station is taken before a nearer piece of track if it is at most this much farther, and the place's radius.
STATION_KM = 1.0
# Places farther apart than this have a way between them (chosen by us: a station and its town's centre).
APART_KM = 1.0
MODES = {"rail": ("rail",), "road": ("road", "foot", "horse"), "ferry": ("sea", "ferry")}


class TrackNetwork:
    """A network in a file; opened at the first question."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @cached_property
    def file(self) -> NetFile:
        """The opened file."""
        return NetFile(self._path)

    @cached_property
    def _stations(self) -> dict[int, str]:
        net = self.file
        return {v: net.name(n) for v, n in zip(net["station"], net["station_name"], strict=True)}

    @cached_property
    def source(self) -> Source:
        """The file that was imported."""
        facts = self.file.facts
        return Source(
            name=f"{facts['source']} (imported)", licence=facts["licence"], attribution=_credit(facts["licence"])
        )

    def serves(self, mode: str) -> bool:
        """Whether it is a network of this mode."""
        return mode in MODES[self.file.facts["network"]]

    def route(self, stops: Sequence[Place], *, mode: str = "rail", by: str = "") -> Route | None:
        """The shortest way through the stops; None where the mode is another or a stop is off this network."""
        if not self.serves(mode):
            return None
        served = [self.near(stop) for stop in stops]
        if any(one is None for one in served):
            return None
        vertices = [one[1] for one in served if one is not None]
        if any(
            _is_unserved(a, b, same=v == w) for (a, b), (v, w) in zip(pairwise(stops), pairwise(vertices), strict=True)
        ):
            return None
        edges: list[int] = []
        for start, end in pairwise(vertices):
            part = shortest(self.file, start, end, measure=self._measure(by))
            if part is None:
                return None
            edges += part
        away = [one[0] for one in served if one is not None]
        return self._route(stops, away, vertices, edges, mode)

    def _measure(self, by: str) -> str:
        """What ways are compared by: as asked, else roads by time and others by km."""
        facts = self.file.facts
        wanted = by or ("time" if facts["network"] == "road" else "km")
        return wanted if wanted in facts["measures"] else "km"

    def alternatives(self, start: Place, end: Place, *, mode: str = "rail", limit: int = 3) -> Sequence[Route]:
        """The shortest way alone."""
        route = self.route((start, end), mode=mode)
        return [route] if route is not None else []

    def estimate(self, start: Place, end: Place, *, mode: str) -> Route:
        """A length by circuity."""
        return estimate_route(start, end, mode=mode)

    def near(self, place: Place) -> tuple[float, int] | None:
        """How far a place is from this network, and the vertex: the nearest station, else the nearest track."""
        if place.at is None or place.kind in AREAS:
            return None
        reach = SNAP_KM + place.radius_km
        found = [(rough_distance_km(place.at, self._at(v)), v) for v in self._around(place.at, reach)]
        found = [one for one in found if one[0] <= reach]
        nearest = min(found, default=None)
        if nearest is None:
            return None
        town = nearest[0] + STATION_KM + place.radius_km
        return min((one for one in found if one[1] in self._stations and one[0] <= town), default=nearest)

    def _at(self, vertex: int) -> LatLon:
        return LatLon(self.file["lat"][vertex] / SCALE, self.file["lon"][vertex] / SCALE)

    def _around(self, at: LatLon, reach_km: float) -> list[int]:
        """Vertices in the cells around a point."""
        cells, step = self.file["cell"], SCALE // CELLS_PER_DEGREE
        rows = 1 + int(reach_km / KM_PER_DEGREE * CELLS_PER_DEGREE)
        columns = 1 + int(reach_km / KM_PER_DEGREE * CELLS_PER_DEGREE / max(0.05, cos(radians(at.lat_deg))))
        lat, lon = round(at.lat_deg * SCALE), round(at.lon_deg * SCALE)
        found: list[int] = []
        for row in range(-rows, rows + 1):
            for column in range(-columns, columns + 1):
                cell = cell_of(lat + row * step, lon + column * step)
                n = bisect_left(cells, cell)
                while n < len(cells) and cells[n] == cell:
                    found.append(n)
                    n += 1
        return found

    def _route(
        self, stops: Sequence[Place], away: Sequence[float], vertices: Sequence[int], edges: Sequence[int], mode: str
    ) -> Route:
        net = self.file
        visited, line = self._follow(vertices[0], edges)
        km, at_km = 0.0, [0.0]
        for edge in edges:
            km += net["dm"][edge] / 10_000
            at_km.append(km)
        stations = tuple(
            (self._stations[v], self._at(v), round(run, 3))
            for v, run in zip(visited, at_km, strict=True)
            if v in self._stations
        )
        said = [
            f"{stop.name} is {far:.1f} km from the track" for stop, far in zip(stops, away, strict=True) if far > 1.0
        ]
        points = [stop.at for stop in stops if stop.at is not None]
        return Route(
            mode=mode,
            stops=tuple(stops),
            length_km=round(km, 1),
            length_source=f"measured along {self.source.name}",
            straight_km=sum(distance_km(a, b) for a, b in pairwise(points)),
            low_km=km * 0.99,
            high_km=km * 1.01,
            legs=self._legs(visited, edges),
            stations=stations,
            gauge_breaks=self._gauge_breaks(visited, edges),
            geometry=(line,) if len(line) > 1 else (),
            sources=(self.source,),
            why="; ".join(said),
        )

    def _follow(self, start: int, edges: Sequence[int]) -> tuple[list[int], Line]:
        """The vertices along edges, and the points of their tracks."""
        net = self.file
        visited, line = [start], [self._at(start)]
        for edge in edges:
            a, b = net["shape"][edge], net["shape"][edge + 1]
            forward = net["start"][edge] == visited[-1]
            order = range(a + 1, b) if forward else range(b - 2, a - 1, -1)
            line += [LatLon(net["shape_lat"][n] / SCALE, net["shape_lon"][n] / SCALE) for n in order]
            visited.append(net["end"][edge] if forward else net["start"][edge])
        return visited, tuple(line)

    def _legs(self, visited: Sequence[int], edges: Sequence[int]) -> tuple[Leg, ...]:
        """A leg for each stretch on one line, as fast or as slow, from station to station."""
        net = self.file
        legs: list[Leg] = []
        begin = 0
        for n, edge in enumerate(edges):
            last = n + 1 == len(edges)
            if last or self._line(edges[n + 1]) != self._line(edge) or visited[n + 1] in self._stations:
                line, kind = self._line(edge)
                legs.append(
                    Leg(
                        start=self._called(visited[begin]),
                        end=self._called(visited[n + 1]),
                        length_km=round(sum(net["dm"][e] for e in edges[begin : n + 1]) / 10_000, 3),
                        line=line or net.facts["network"],
                        source=self.source,
                        kind=kind,
                    )
                )
                begin = n + 1
        return tuple(legs)

    def _line(self, edge: int) -> tuple[str, str]:
        """The name of an edge's line, and the kind of leg that it is: "highspeed", or as the network."""
        name, _, rank = self.file.facts["kinds"][self.file["kind"][edge]]
        return str(name), "highspeed" if rank == "highspeed" else str(self.file.facts["network"])

    def _called(self, vertex: int) -> str:
        at = self._at(vertex)
        return self._stations.get(vertex) or f"{at.lat_deg:.4f}, {at.lon_deg:.4f}"

    def _gauge_breaks(self, visited: Sequence[int], edges: Sequence[int]) -> tuple[str, ...]:
        kinds, kind_of = self.file.facts["kinds"], self.file["kind"]
        breaks, running = [], 0
        for vertex, edge in zip(visited, edges, strict=False):
            gauge = kinds[kind_of[edge]][1]
            if gauge and running and gauge != running:
                breaks.append(f"{self._called(vertex)}: {running} to {gauge} mm")
            running = gauge or running
        return tuple(breaks)


def _is_unserved(one: Place, other: Place, *, same: bool) -> bool:
    """Whether two places apart have only one piece of track between them: one of them is beyond the network's end."""
    return same and one.at is not None and other.at is not None and rough_distance_km(one.at, other.at) > APART_KM


def _credit(licence: str) -> str:
    return "© OpenStreetMap contributors" if licence == "ODbL-1.0" else ""
