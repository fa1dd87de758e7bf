"""Ways by rail over the railway atlas."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from math import cos, radians
from pathlib import Path

from geomap.geodesy import rough_distance_km
from geomap.networks.atlas import Atlas, Railway, Station, read_atlas, square_of
from geomap.networks.atlas_cache import read_kept
from geomap.networks.estimates import estimate_route
from geomap.networks.halts import Halt, as_place, find_halt, route_from_halts, straight_km
from geomap.networks.search import NO_LINE, Edge
from geomap.networks.trains import Timetable, read_trains
from geomap.records import WIDE_KINDS, LatLon, Leg, Place, Route

# A place is served by a station at most this far beyond its own radius (chosen by us: the Vostochny Cosmodrome lies
# some 15 km from its station, airports of large cities up to 40 km from the main one).
SNAP_KM = 30.0
HALT_KM = 80.0  # towns on long stretches without stations lie at most so far from the next one
# A station farther off than this is named in the route's why (chosen by us: within it, it is the town's own).
SAY_KM = 3.0
# An island or a lake that reaches farther than this is no single place (chosen by us: Sakhalin, Sicily, Lake Baikal).
WIDE_KM = 40.0
# Kinds of places that have no one station.
AREAS = WIDE_KINDS - {"county", "range"}
IMPORT_HINT = "an OpenStreetMap extract of the region would settle it (geomap data import-osm FILE)"
NOT_CONNECTED = f"the railway atlas does not connect these places; {IMPORT_HINT}"
# Relative uncertainty of a length by how it is known (chosen by us; benchmarks/network.py compares with published km;
# OpenStreetMap's tracks are within 0.05 of nine in ten lines that have another source).
SPREAD = {
    "chainage": 0.01,
    "timetable": 0.02,
    "estimated from tracks": 0.05,
    "memory, length differs": 0.05,
    "estimated from stations": 0.1,
}
OTHER_SPREAD = 0.03
# Ways of knowing that no source bears out.
UNSURE = frozenset({"memory", "memory, length differs", "estimated from stations"})


class RailAtlas:
    """The railway atlas as a network; its tables, or what `cache` keeps of them, are read at the first question."""

    def __init__(self, folder: Path, cache: Path | None = None) -> None:
        self._folder = folder
        self._cache = cache

    @cached_property
    def atlas(self) -> Atlas:
        """The stations and lines."""
        return read_kept(self._folder, self._cache) if self._cache is not None else read_atlas(self._folder)

    @cached_property
    def trains(self) -> Timetable:
        """The named trains, by numbers of the atlas's stations."""
        numbers: dict[tuple[str, str], int] = {}
        for number, (name, country, *_) in enumerate(self.atlas.stations.rows):
            numbers.setdefault((name, country), number)
        return Timetable(read_trains(self._folder), numbers)

    def near(self, place: Place, *, within_km: float = SNAP_KM) -> list[tuple[float, int]]:
        """Stations that serve a place, as (km, number), nearest first; its own station before all."""
        if place.at is None or place.kind in AREAS or (place.kind == "island" and place.radius_km > WIDE_KM):
            return []
        lat, lon = square_of(place.at.lat_deg, place.at.lon_deg)
        reach = within_km + place.radius_km
        wide = 1 + int(reach / 111.0 / max(0.2, abs(cos(radians(place.at.lat_deg)))))
        found = []
        for row in (lat - 1, lat, lat + 1):
            for column in range(lon - wide, lon + wide + 1):
                for number in self.atlas.squares.get((row, (column + 180) % 360 - 180), ()):
                    station = self.atlas.stations[number]
                    away = 0.0 if station.place == place.id else rough_distance_km(place.at, station.at)
                    if away <= reach:
                        found.append((away, number))
        return self._at_home(sorted(found))

    def _at_home(self, found: list[tuple[float, int]]) -> list[tuple[float, int]]:
        """Without the stations of other countries where a place has its own: Brazzaville is not Kinshasa."""
        if not found or found[0][0] > 0.0:
            return found
        stations = self.atlas.stations
        return [one for one in found if stations[one[1]].country == stations[found[0][1]].country]

    def find_stations(self, name: str) -> list[Place]:
        """The stations of a name, in the order of the tables."""
        wanted = name.casefold()
        found = (s for n, s in enumerate(self.atlas.stations) if self.atlas.base[n] == n)
        return [as_place(s) for s in found if s.name.casefold() == wanted]

    def stations(self) -> list[Place]:
        """Every station that a line in service has, as a place."""
        return [as_place(self.atlas.stations[number]) for numbers in self.atlas.squares.values() for number in numbers]

    def route(self, stops: Sequence[Place], *, mode: str = "rail", by: str = "") -> Route | None:
        """The usual way by rail: that of a named train, else short, on main lines, out of third countries.

        With `by` it is the shortest one ("km"), the fastest ("time") or the usual one off high-speed lines
        ("conventional").
        Its `length_km` is None, with a why, where the atlas does not connect the stops.
        """
        if mode != "rail":
            return None
        if (halting := self._from_halts(stops, by)) is not None:
            return halting
        served = self._serve(stops)
        if isinstance(served, str):
            return _no_route(stops, served)
        if (shared := self._shared(stops, served)) is not None:
            return _no_route(stops, shared)
        numbers = [number for _, number in served]
        train = "" if by else self.trains.name(numbers)
        way = self._train_way(numbers) if train else self.atlas.graph.through(numbers, weights=self._weights(by))
        if way is None:
            return _no_route(stops, NOT_CONNECTED)
        return self._route(stops, served, way, train=train)

    def _from_halts(self, stops: Sequence[Place], by: str) -> Route | None:
        """The way where the first or the last stop has no station, and lies on the line between two of them."""
        if stops[0].id == stops[-1].id:
            return None
        halts = self._halt(stops[0]), self._halt(stops[-1])
        return (
            route_from_halts(stops, halts, self.atlas, lambda inner: self.route(inner, by=by)) if any(halts) else None
        )

    def _halt(self, stop: Place) -> Halt | None:
        found = [] if stop.id in self.atlas.tracks else self.near(stop, within_km=HALT_KM)
        far = found and found[0][0] > max(SAY_KM, stop.radius_km)
        return find_halt(stop, [n for _, n in found], self.atlas) if far else None

    def _train_way(self, numbers: Sequence[int]) -> list[int] | None:
        """The edges of the way that the named train between two stations takes."""
        calls, mode = self.trains.between(numbers)
        return self.atlas.graph.through(calls, weights=self._weights(mode))

    def _shared(self, stops: Sequence[Place], served: Sequence[tuple[float, int]]) -> str | None:
        """Why there is no way, where two places in a row have the same station and lie apart."""
        for (a, (from_km, one)), (b, (to_km, other)) in pairwise(zip(stops, served, strict=True)):
            if one == other and a.id != b.id and max(from_km, to_km) > SAY_KM:
                station = self.atlas.stations[one].name
                return f"{station} is the nearest station of the railway atlas to both {a.name} and {b.name}"
        return None

    def _weights(self, by: str) -> Sequence[float] | None:
        """What each edge counts where ways are not the usual ones: its km, its hours, or for a train off fast lines."""
        if by not in ("km", "time", "rail", "conventional"):
            return None
        edges = self.atlas.graph.edges
        if by == "km":
            return [edge.km for edge in edges]
        railways = self.atlas.railways
        if by == "time":
            return [e.km / (railways[e.line].kmh if e.line != NO_LINE else 1.0) for e in edges]
        return [e.km * (railways[e.line].slow_cost if e.line != NO_LINE else 1.0) for e in edges]

    def alternatives(self, start: Place, end: Place, *, mode: str = "rail", limit: int = 3) -> Sequence[Route]:
        """Ways that differ by a fifth of their length: the usual one first, then by length."""
        served = self._serve((start, end)) if mode == "rail" else ""
        if isinstance(served, str):
            return []
        numbers = [number for _, number in served]
        ways = self.atlas.graph.differing(*numbers, limit=limit)
        if train := self.trains.name(numbers):
            own = self._train_way(numbers) or ways[0]
            ways = [own, *(way for way in ways if set(way) != set(own))][:limit]
        return [self._route((start, end), served, way, train=train if way is ways[0] else "") for way in ways]

    def estimate(self, start: Place, end: Place, *, mode: str) -> Route:
        """A length by circuity."""
        return estimate_route(start, end, mode=mode)

    def _serve(self, stops: Sequence[Place]) -> list[tuple[float, int]] | str:
        """A station for each stop, all of them connected, or the reason why there is none."""
        options = [self.near(stop) for stop in stops]
        for stop, found in zip(stops, options, strict=True):
            if not found:
                if stop.kind in AREAS or stop.at is None or stop.radius_km > WIDE_KM:
                    return f"{stop.name} is no single place on a railway; name a town"
                reach = SNAP_KM + stop.radius_km
                return f"the railway atlas has no station within {reach:.0f} km of {stop.name}; {IMPORT_HINT}"
        part = self.atlas.graph.part
        for _, first in options[0]:
            chosen = [next((o for o in found if part(o[1]) == part(first)), None) for found in options]
            if all(chosen):
                return [option for option in chosen if option is not None]
        return NOT_CONNECTED

    def _route(
        self, stops: Sequence[Place], served: Sequence[tuple[float, int]], way: Sequence[int], *, train: str = ""
    ) -> Route:
        atlas = self.atlas
        edges = [atlas.graph.edges[number] for number in way]
        numbers = _visit(served[0][1], edges, atlas.base)
        visited = [atlas.stations[number] for number in numbers]
        used = list(dict.fromkeys(atlas.railways[edge.line] for edge in edges))
        spread = sum(edge.km * SPREAD.get(atlas.railways[edge.line].known, OTHER_SPREAD) for edge in edges)
        km = sum(edge.km for edge in edges)
        stations = _with_km(visited, edges)
        return Route(
            mode="rail",
            stops=tuple(stops),
            length_km=round(km, 1),
            length_source=_length_source(used),
            straight_km=straight_km(stops),
            low_km=km - spread,
            high_km=km + spread,
            legs=tuple(
                Leg(
                    start=a.name,
                    end=b.name,
                    length_km=e.km,
                    line=atlas.railways[e.line].name,
                    source=atlas.railways[e.line].source,
                    kind=atlas.railways[e.line].mode,
                )
                for (a, b), e in zip(pairwise(visited), edges, strict=True)
            ),
            stations=stations,
            gauge_breaks=tuple(_gauge_breaks(visited, [atlas.railways[e.line] for e in edges])),
            borders=tuple(f"{a.name} ({a.country}) - {b.name} ({b.country})" for a, b in _borders(visited)),
            geometry=(tuple(at for _, at, _ in stations),) if len(stations) > 1 else (),
            sources=tuple(dict.fromkeys(railway.source for railway in used)),
            why="; ".join([*self._why(stops, served), *_suspended(used), *_runs(train)]),
        )

    def _why(self, stops: Sequence[Place], served: Sequence[tuple[float, int]]) -> list[str]:
        """Which stations stand for the stops, where they are not the places themselves."""
        parts = []
        for stop, (away, number) in zip(stops, served, strict=True):
            if away > SAY_KM:
                parts.append(f"{stop.name} is taken at {self.atlas.stations[number].name} station, {away:.0f} km away")
        return parts


def _no_route(stops: Sequence[Place], why: str) -> Route:
    return Route(
        mode="rail", stops=tuple(stops), length_km=None, length_source="", straight_km=straight_km(stops), why=why
    )


def _visit(start: int, edges: Sequence[Edge], base: Sequence[int]) -> list[int]:
    """The stations that edges lead through, from `start`; the second station of a town counts as its first."""
    visited = [start]
    for edge in edges:
        one, other = base[edge.start], base[edge.end]
        visited.append(other if one == visited[-1] else one)
    return visited


def _with_km(visited: Sequence[Station], edges: Sequence[Edge]) -> tuple[tuple[str, LatLon, float], ...]:
    """The stations with their points and their km from the start."""
    km = [0.0]
    for edge in edges:
        km.append(round(km[-1] + edge.km, 3))
    return tuple((station.name, station.at, at_km) for station, at_km in zip(visited, km, strict=True))


def _gauge_breaks(visited: Sequence[Station], railways: Sequence[Railway]) -> list[str]:
    """Where a train must change its wheels: "Khasan: 1435 to 1520 mm"."""
    breaks = []
    running: frozenset[int] = frozenset()
    for station, railway in zip(visited, railways, strict=False):
        if running and not running & railway.gauges:
            breaks.append(f"{station.name}: {_gauges(running)} to {_gauges(railway.gauges)} mm")
            running = frozenset()
        running = running & railway.gauges or railway.gauges
    return breaks


def _gauges(gauges: frozenset[int]) -> str:
    return "/".join(str(gauge) for gauge in sorted(gauges))


def _borders(visited: Sequence[Station]) -> list[tuple[Station, Station]]:
    return [(a, b) for a, b in pairwise(visited) if a.country != b.country]


def _length_source(railways: Sequence[Railway]) -> str:
    """How the length is known: its first line, how many more, and what is known from memory only."""
    if not railways:
        return "railway atlas"
    more = f" and {len(railways) - 1} more line{'s' if len(railways) > 2 else ''}" if len(railways) > 1 else ""
    told = f" ({n} of {len(railways)} without a source yet)" if (n := sum(r.known in UNSURE for r in railways)) else ""
    return f"railway atlas: {railways[0].name}{more}{told}"


def _suspended(railways: Sequence[Railway]) -> list[str]:
    """Which lines have rails but no passenger trains."""
    return [f"no passenger trains on {r.name} since {r.suspended}" for r in railways if r.suspended]


def _runs(train: str) -> list[str]:
    """That a way is the one of a named train."""
    return [f"taken as the {train} runs"] if train else []
