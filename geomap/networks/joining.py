"""Joins fragments of ways into a routable graph: junctions, ends and stations become vertices."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import cos, pi, sqrt
from typing import Any

from geomap.geodesy import MEAN_RADIUS_KM, rough_distance_km
from geomap.networks.junctions import add_chains, links
from geomap.records import LatLon

# Cells of vertices are a tenth of a degree wide and high.
CELLS_PER_DEGREE = 10
# Edges are cut so that a place is never farther than about half of this from a vertex along the track (chosen by us).
MOST_EDGE_KM = 2.0
# A station belongs to the track nearest to it within this distance (chosen by us: large stations are 300 m wide).
STATION_REACH_KM = 0.5
SCALE = 10_000_000
KM_PER_UNIT = MEAN_RADIUS_KM * pi / 180 / SCALE
HALF_RADIAN = pi / 180 / SCALE / 2


@dataclass(frozen=True, slots=True)
class Way:
    """A fragment as mapped: its nodes in order, its line's name and its gauge in mm (0 for unknown)."""

    nodes: array[int]
    name: str
    gauge: int


@dataclass(slots=True)
class Fragments:
    """What an import read: ways, where their nodes lie (1e-7 degrees), and stations."""

    ways: list[Way] = field(default_factory=list)
    points: dict[int, tuple[int, int]] = field(default_factory=dict)
    stations: list[tuple[str, LatLon]] = field(default_factory=list)


@dataclass(slots=True)
class Joined:
    """A graph ready to write, and what is worth telling about it."""

    arrays: dict[str, array[Any]]
    gauges: list[int]
    length_km: float
    parts: int
    largest_part_km: float
    lost_stations: list[str]

    def summary(self) -> str:
        """One line for the person who imported it."""
        vertices, edges, stations = (len(self.arrays[name]) for name in ("lat", "start", "station"))
        told = f"{self.length_km:,.0f} km of line, {vertices:,} nodes, {edges:,} edges, {stations:,} stations"
        if self.parts > 1:
            told += f"; {self.parts - 1} bits ({self.length_km - self.largest_part_km:,.0f} km) are not connected"
        if self.lost_stations:
            told += f"; {len(self.lost_stations)} stations lie on no track ({', '.join(self.lost_stations[:3])} …)"
        return told


def cell_of(lat: int, lon: int) -> int:
    """The number of the cell that a point (1e-7 degrees) lies in."""
    row = (lat + 90 * SCALE) * CELLS_PER_DEGREE // SCALE
    column = (lon + 180 * SCALE) * CELLS_PER_DEGREE // SCALE
    return row * 360 * CELLS_PER_DEGREE + column % (360 * CELLS_PER_DEGREE)


def join(fragments: Fragments, *, tell: Callable[[str], None] = lambda _: None) -> Joined:
    """Turn fragments into a graph; `tell` gets a line for each step."""
    tell(f"joining {len(fragments.ways):,} ways")
    at_station, lost = _stations_on_track(fragments)
    vertices = _vertices(fragments, at_station)
    edges = list(_cut(fragments, vertices))
    tell(f"{len(vertices):,} vertices, {len(edges):,} edges")
    return _build(fragments, edges, at_station, lost)


def _stations_on_track(fragments: Fragments) -> tuple[dict[int, str], list[str]]:
    """The track's node for each station, and the stations that have none near."""
    if not fragments.stations:
        return {}, []
    grid: dict[tuple[int, int], list[int]] = {}
    for node, (lat, lon) in fragments.points.items():
        grid.setdefault((lat // 100_000, lon // 100_000), []).append(node)
    found: dict[int, str] = {}
    lost = []
    for name, at in fragments.stations:
        row, column = int(at.lat_deg * 100), int(at.lon_deg * 100)
        near = [
            node
            for r in range(row - 2, row + 3)
            for c in range(column - 3, column + 4)
            for node in grid.get((r, c), ())
        ]
        best = min(near, key=lambda node: rough_distance_km(at, _point(fragments, node)), default=None)
        if best is None or rough_distance_km(at, _point(fragments, best)) > STATION_REACH_KM:
            lost.append(name)
        else:
            found.setdefault(best, name)
    return found, lost


def _point(fragments: Fragments, node: int) -> LatLon:
    lat, lon = fragments.points[node]
    return LatLon(lat / SCALE, lon / SCALE)


def _vertices(fragments: Fragments, at_station: Mapping[int, str]) -> set[int]:
    """Nodes where ways end or meet, and stations."""
    seen: Counter[int] = Counter()
    ends: Counter[int] = Counter()
    for way in fragments.ways:
        seen.update(way.nodes)
        ends.update((way.nodes[0], way.nodes[-1]))
    met = {node for node, times in seen.items() if times > 1 and not (times == 2 and ends[node] == 2)}
    dead_ends = {node for node, times in ends.items() if seen[node] == 1}
    return met | dead_ends | set(at_station)


Edge = tuple[list[int], str, int]


def _cut(fragments: Fragments, vertices: set[int]) -> Iterable[Edge]:
    """Pieces of ways between vertices; a piece also ends where its way does."""
    for way in fragments.ways:
        piece = [way.nodes[0]]
        for node in way.nodes[1:]:
            piece.append(node)
            if node in vertices:
                yield piece, way.name, way.gauge
                piece = [node]
        if len(piece) > 1:
            yield piece, way.name, way.gauge


def _split(fragments: Fragments, edges: Iterable[Edge]) -> Iterable[Edge]:
    """Edges cut where they get long."""
    for nodes, name, gauge in edges:
        piece, length = [nodes[0]], 0.0
        for node in nodes[1:]:
            length += _length_km((fragments.points[piece[-1]], fragments.points[node]))
            piece.append(node)
            if length >= MOST_EDGE_KM and node != nodes[-1]:
                yield piece, name, gauge
                piece, length = [node], 0.0
        yield piece, name, gauge


def _merge(edges: list[Edge], keep: set[int]) -> list[Edge]:
    """Join short pieces end to end where nothing branches off."""
    at: dict[int, list[int]] = {}
    for number, (nodes, _, _) in enumerate(edges):
        at.setdefault(nodes[0], []).append(number)
        at.setdefault(nodes[-1], []).append(number)
    joinable = {
        node for node, numbers in at.items() if len(numbers) == 2 and node not in keep and numbers[0] != numbers[1]
    }
    used = bytearray(len(edges))
    merged = []
    for number, (nodes, name, gauge) in enumerate(edges):
        if used[number]:
            continue
        used[number] = 1
        line = list(nodes)
        for _ in range(2):
            here = number
            while line[-1] in joinable:
                following = next((n for n in at[line[-1]] if n != here), None)
                if following is None or used[following] or edges[following][1:] != (name, gauge):
                    break
                used[following] = 1
                more = edges[following][0]
                line += more[1:] if more[0] == line[-1] else more[-2::-1]
                here = following
            line.reverse()
        merged.append((line, name, gauge))
    return merged


def _build(fragments: Fragments, edges: Sequence[Edge], at_station: Mapping[int, str], lost: list[str]) -> Joined:
    kept = list(_split(fragments, _merge(list(edges), set(at_station))))
    order = sorted({node for nodes, _, _ in kept for node in (nodes[0], nodes[-1])}, key=lambda n: _key(fragments, n))
    number = {node: n for n, node in enumerate(order)}
    arrays: dict[str, array[Any]] = {
        "lat": array("i", (fragments.points[n][0] for n in order)),
        "lon": array("i", (fragments.points[n][1] for n in order)),
        "cell": array("I", (cell_of(*fragments.points[n]) for n in order)),
    }
    names = _Names()
    gauges = sorted({gauge for _, _, gauge in kept})
    start, end, dm = array("I"), array("I"), array("I")
    shape, shape_lat, shape_lon = array("I", [0]), array("i"), array("i")
    gauge_of, name_of = array("B"), array("I")
    for nodes, name, gauge in kept:
        points = [fragments.points[n] for n in nodes]
        start.append(number[nodes[0]])
        end.append(number[nodes[-1]])
        dm.append(round(_length_km(points) * 10_000))
        gauge_of.append(gauges.index(gauge))
        name_of.append(names.number(name))
        shape_lat.extend(lat for lat, _ in points)
        shape_lon.extend(lon for _, lon in points)
        shape.append(len(shape_lat))
    stations = [(number[node], names.number(name)) for node, name in at_station.items() if node in number]
    arrays |= {"start": start, "end": end, "dm": dm, "gauge": gauge_of, "name": name_of}
    arrays |= {"shape": shape, "shape_lat": shape_lat, "shape_lon": shape_lon}
    arrays["station"] = array("I", (vertex for vertex, _ in stations))
    arrays["station_name"] = array("I", (name for _, name in stations))
    arrays["first"], arrays["link"] = links(len(order), start, end)
    add_chains(arrays)
    arrays["name_at"], arrays["names"] = names.arrays()
    parts = _parts(len(order), start, end, dm)
    return Joined(arrays, gauges, sum(dm) / 10_000, len(parts), max(parts, default=0) / 10_000, lost)


def _key(fragments: Fragments, node: int) -> tuple[int, int]:
    return cell_of(*fragments.points[node]), node


def _length_km(points: Sequence[tuple[int, int]]) -> float:
    """Length of a short line, piece by piece on a plane (within 0.3 % of the ellipsoid below 80° of latitude)."""
    total = 0.0
    for (lat, lon), (lat2, lon2) in pairwise(points):
        dy, dx = lat2 - lat, (lon2 - lon) * cos((lat + lat2) * HALF_RADIAN)
        total += sqrt(dx * dx + dy * dy)
    return total * KM_PER_UNIT


def _parts(count: int, start: array[int], end: array[int], dm: array[int]) -> list[int]:
    """Lengths in decimetres of the bits that hang together."""
    parent = list(range(count))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    for a, b in zip(start, end, strict=True):
        parent[root(a)] = root(b)
    sums: Counter[int] = Counter()
    for a, length in zip(start, dm, strict=True):
        sums[root(a)] += length
    return list(sums.values())


class _Names:
    """Names by number, each once."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, name: str) -> int:
        return self._numbers.setdefault(name, len(self._numbers))

    def arrays(self) -> tuple[array[int], array[int]]:
        at, raw = array("I", [0]), bytearray()
        for name in self._numbers:
            raw += name.encode("utf-8")
            at.append(len(raw))
        return at, array("B", raw)
