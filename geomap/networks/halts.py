"""Towns that lie on a railway between two stations of the atlas: where on the line, and ways from there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product
from math import sqrt

from geomap.geodesy import distance_km, rough_distance_km
from geomap.networks.atlas import Atlas, Railway, Station
from geomap.networks.search import NO_LINE, Edge
from geomap.records import LatLon, Leg, Place, Route

# A town lies on the line between two stations if it is at most so far beside the straight line that joins them: so
# many km, more where they are far apart, and never more than the last (chosen by us: Czyżew is on the line from Warsaw
# to Białystok, a cosmodrome 15 km from its station is not on the Trans-Siberian).
BESIDE_KM, BESIDE_SHARE, BESIDE_MOST_KM = 2.5, 0.07, 6.0
# Kinds of places that lie on lines.
TOWNS = frozenset({"city", "district"})
# The place on a stretch is told from straight lines: so much of the stretch its length may be off (chosen by us).
SPREAD = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Halt:
    """A place on a stretch between two stations, `share` of it from its start."""

    place: Place
    edge: Edge
    share: float

    def ends(self) -> tuple[tuple[int, float], tuple[int, float]]:
        """The stations at both ends of the stretch, with their km from here."""
        return (self.edge.start, self.share * self.edge.km), (self.edge.end, (1.0 - self.share) * self.edge.km)


def find_halt(place: Place, numbers: Iterable[int], atlas: Atlas) -> Halt | None:
    """Where a town lies on a stretch from one of the stations: on the one that it is least beside."""
    if place.at is None or place.kind not in TOWNS:
        return None
    best: tuple[float, Halt] | None = None
    for edge in _stretches(numbers, atlas):
        start, end = (atlas.stations[number].at for number in (edge.start, edge.end))
        apart = rough_distance_km(start, end)
        one, other = rough_distance_km(start, place.at), rough_distance_km(end, place.at)
        beside = _beside_km(apart, one, other)
        if beside is None or beside > min(BESIDE_MOST_KM, max(BESIDE_KM, BESIDE_SHARE * apart)):
            continue
        if best is None or beside < best[0]:
            best = beside, Halt(place=place, edge=edge, share=one / (one + other))
    return best[1] if best else None


def _stretches(numbers: Iterable[int], atlas: Atlas) -> set[Edge]:
    """The stretches of lines in service from some stations."""
    graph = atlas.graph
    tracks = [track for number in numbers for track in (number, *graph.twins.get(number, ()))]
    edges = {graph.edges[link[2]] for track in tracks for link in graph.links[track]}
    return {edge for edge in edges if edge.line != NO_LINE and not atlas.railways[edge.line].suspended}


def _beside_km(apart: float, one: float, other: float) -> float | None:
    """How far beside the side of a triangle its corner lies, in km; None if it lies beyond one of the ends."""
    if max(one, other) ** 2 > apart**2 + min(one, other) ** 2 or not apart:
        return None
    half = (apart + one + other) / 2
    return 2.0 * sqrt(max(0.0, half * (half - apart) * (half - one) * (half - other))) / apart


def route_from_halts(
    stops: Sequence[Place],
    halts: tuple[Halt | None, Halt | None],
    atlas: Atlas,
    between: Callable[[Sequence[Place]], Route | None],
) -> Route | None:
    """The shortest way whose ends are halts; `between` finds ways between stations. None where there is none."""
    first, last = halts
    if first and last and first.edge == last.edge and len(stops) == 2:
        return _along(first, last, atlas)
    best: Route | None = None
    for (start, start_km), (end, end_km) in product(_ends(first), _ends(last)):
        inner = [_station(stops[0], start, atlas), *stops[1:-1], _station(stops[-1], end, atlas)]
        way = between(inner)
        if way is None or way.length_km is None:
            return None  # both towns have this station: by the other one the way would be there and back
        whole = _lengthen(way, stops, (first, start, start_km), (last, end, end_km), atlas)
        if best is None or (whole.length_km or 0.0) < (best.length_km or 0.0):
            best = whole
    return best


def _ends(halt: Halt | None) -> Sequence[tuple[int, float]]:
    return halt.ends() if halt else ((-1, 0.0),)


def _station(stop: Place, number: int, atlas: Atlas) -> Place:
    return as_place(atlas.stations[number]) if number >= 0 else stop


def as_place(station: Station) -> Place:
    """A station of the atlas as a place."""
    return Place(id=station.place, name=station.name, at=station.at, kind="station", country=station.country)


def _lengthen(
    way: Route,
    stops: Sequence[Place],
    start: tuple[Halt | None, int, float],
    end: tuple[Halt | None, int, float],
    atlas: Atlas,
) -> Route:
    """A way between stations, from the halts before and behind them."""
    legs, stations = list(way.legs), [(name, at, km + start[2]) for name, at, km in way.stations]
    length, why = way.length_km or 0.0, [way.why] if way.why else []
    if start[0]:
        legs.insert(0, _leg(start[0], start[1], start[2], atlas))
        stations.insert(0, _point(start[0], 0.0))
    if end[0]:
        last = _leg(end[0], end[1], end[2], atlas)
        legs.append(replace(last, start=last.end, end=last.start))
        stations.append(_point(end[0], stations[-1][2] + end[2]))
    for halt, _, _ in (start, end):
        why += [_where(halt, atlas)] if halt else []
    length += start[2] + end[2]
    off = SPREAD * sum(halt.edge.km for halt in (start[0], end[0]) if halt)
    railways = [atlas.railways[halt.edge.line] for halt in (start[0], end[0]) if halt]
    return replace(
        way,
        stops=tuple(stops),
        length_km=round(length, 1),
        length_source=way.length_source if way.legs else f"railway atlas: {railways[0].name}",
        straight_km=straight_km(stops),
        low_km=max(0.0, (way.low_km or 0.0) + start[2] + end[2] - off),
        high_km=(way.high_km or 0.0) + start[2] + end[2] + off,
        legs=tuple(legs),
        stations=tuple(stations),
        geometry=(tuple(at for _, at, _ in stations),),
        sources=tuple(dict.fromkeys([*way.sources, *(railway.source for railway in railways)])),
        why="; ".join(why),
    )


def _along(first: Halt, last: Halt, atlas: Atlas) -> Route:
    """The way between two halts on one stretch."""
    km = abs(first.share - last.share) * first.edge.km
    railway = atlas.railways[first.edge.line]
    stops = (first.place, last.place)
    stations = (_point(first, 0.0), _point(last, km))
    leg = _leg_on(railway, first.place.name, last.place.name, km)
    return Route(
        mode="rail",
        stops=stops,
        length_km=round(km, 1),
        length_source=f"railway atlas: {railway.name}",
        straight_km=straight_km(stops),
        low_km=max(0.0, km - SPREAD * first.edge.km),
        high_km=km + SPREAD * first.edge.km,
        legs=(leg,),
        stations=stations,
        geometry=(tuple(at for _, at, _ in stations),),
        sources=(railway.source,),
        why="; ".join(_where(halt, atlas) for halt in (first, last)),
    )


def _leg(halt: Halt, number: int, km: float, atlas: Atlas) -> Leg:
    return _leg_on(atlas.railways[halt.edge.line], halt.place.name, atlas.stations[number].name, km)


def _leg_on(railway: Railway, start: str, end: str, km: float) -> Leg:
    return Leg(
        start=start, end=end, length_km=round(km, 1), line=railway.name, source=railway.source, kind=railway.mode
    )


def _point(halt: Halt, km: float) -> tuple[str, LatLon, float]:
    assert halt.place.at is not None
    return halt.place.name, halt.place.at, round(km, 3)


def _where(halt: Halt, atlas: Atlas) -> str:
    start, end = (atlas.stations[number].name for number in (halt.edge.start, halt.edge.end))
    return f"{halt.place.name} lies on the line between {start} and {end}, told from straight lines"


def straight_km(stops: Sequence[Place]) -> float:
    """The straight lines from stop to stop, in km."""
    points = [stop.at for stop in stops if stop.at is not None]
    return sum(distance_km(a, b) for a, b in pairwise(points))
