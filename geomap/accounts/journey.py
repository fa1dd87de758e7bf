"""Tells journeys: a traveller's stops in order, on the line of the network where one is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby, pairwise

from geomap.accounts.nearby import SAME_STOP_KM, same_place
from geomap.accounts.sightings import Trip
from geomap.accounts.stop_roles import planned_stop, still_ahead, stop_of, turned_at
from geomap.accounts.stops import find_trips
from geomap.accounts.visits import (
    Visit,
    arrived_by,
    got_to,
    in_told_order,
    is_narrative,
    recent,
    split_visits,
    start_of,
    without_namesakes,
)
from geomap.calendar_dates import find_anchor
from geomap.geodesy import distance_km, geodesic_line
from geomap.interfaces import Gazetteer, Network
from geomap.records import WIDE_KINDS, Claim, Journey, LatLon, Line, Place, Reading, Route, Stop, StopRole, Verdict

# Ways of travelling whose networks come with geomap: their journeys are drawn and measured along them.
NETWORKED = frozenset({"rail", "sea"})
# The way to and between stops is searched on the network; a traveller of a book, or "the train", is told so far.
MAX_TOLD = 300


class NetworkTeller:
    """Orders stops by time, then by how far along the network they lie."""

    def __init__(self, gazetteer: Gazetteer, network: Network | None) -> None:
        self._gazetteer = gazetteer
        self._network = network
        self._ways: dict[tuple[str, str, str], float] = {}
        self._written: dict[str, date] = {}

    def find_journeys(self, readings: Sequence[Reading], verdicts: Sequence[Verdict]) -> Sequence[Journey]:
        """The journeys that the documents tell, the one with most stops first."""
        self._ways.clear()
        self._written = {r.document.id: day for r in readings if (day := find_anchor(r.document))}
        found = [journey for trip in find_trips(readings, verdicts) if (journey := self._tell(trip))]
        return sorted(found, key=lambda journey: -len(journey.stops))

    def _tell(self, trip: Trip) -> Journey | None:
        reached, planned = split_visits(recent(trip)[:MAX_TOLD])
        if len(reached) + len(planned) < 2 or not any(
            s.role in ("from", "to", "via", "cross") for p in reached for s in p.sightings
        ):
            return None
        mode = trip.mode or "straight"
        reached = without_namesakes(reached, mode)
        ordered, beyond = got_to(self._order(reached, mode))
        planned = [*beyond, *self._ahead(planned, ordered, mode)]
        by = {visit.place.id: means for visit in (*planned, *reached) if (means := arrived_by(visit))}
        stops = list(self._with_borders(ordered, mode, by))
        routes = self._routes([stop.place for stop in _without_strays(stops)], mode, by)
        lines = tuple(line for route in routes for line in route.geometry)
        ahead = [planned_stop(p) for p in planned]
        documents = {s.verdict.claim.document for s in trip.sightings}
        lengths = [route.length_km or route.straight_km for route in routes]
        return Journey(
            id="",
            mode=mode,
            document=documents.pop() if len(documents) == 1 else None,
            stops=(*stops, *ahead),
            length_km=round(sum(lengths), 1) if routes else None,
            length_source="; ".join(dict.fromkeys(route.length_source or "straight line" for route in routes)),
            geometry=lines,
            planned=tuple(self._planned_lines(stops, still_ahead(planned, ordered, self._written), mode, by)),
            subject=trip.traveller,
        )

    def _order(self, places: Sequence[Visit], mode: str) -> list[Visit]:
        """By time where it is told; the others where the way along the network puts them."""
        left = [p for p in places if any(s.role == "from" for s in p.sightings)]
        origin = start_of(places)
        rest = [p for p in places if p is not origin]
        timed = self._settled(sorted((p for p in rest if p.first), key=lambda p: p.first or datetime.max), origin, mode)
        out = [origin, *timed]
        loose = [p for p in rest if not p.first]
        if not left and origin.first and loose:
            before = [p for p in places if not p.first and all(s.role != "to" and not s.usual for s in p.sightings)]
            return [*before, origin, *timed, *(p for p in loose if p not in before)]
        if mode not in NETWORKED and is_narrative(out):
            return in_told_order(out, loose)
        last = {s.verdict.claim.id: visit for visit in timed for s in visit.sightings if s.role == "from"}
        for place in sorted(loose, key=lambda p: p.place.kind in _LINES):
            claim = place.sightings[0].verdict.claim.id
            usual = all(s.usual for s in place.sightings)
            slot = out.index(last[claim]) + 1 if claim in last and not usual else self._slot(place, out, mode)
            out.insert(slot, place)
            last[claim] = place
        return out

    def _settled(self, timed: Sequence[Visit], origin: Visit, mode: str) -> list[Visit]:
        """Visits in order; of "Tuesday" and "Tuesday morning" the nearer to the start along the way comes first."""
        out = list(timed)
        for n in range(len(out) - 1, 0, -1):
            wide, narrow = out[n - 1], out[n]
            if not (wide.first and narrow.first and wide.last and narrow.last) or narrow.first < wide.first:
                continue
            if narrow.last > wide.last or any(s.role == "from" for s in wide.sightings):
                continue
            alike = (narrow.first, narrow.last) == (wide.first, wide.last)
            apart = not alike or not _dated_by(wide) & _dated_by(narrow)
            if apart and self._along(origin.place, narrow.place, mode) < self._along(origin.place, wide.place, mode):
                out[n - 1], out[n] = narrow, wide
        return out

    def _ahead(self, planned: Sequence[Visit], ordered: Sequence[Visit], mode: str) -> list[Visit]:
        """What is only planned, without a time in the order of the way along the network from the last stop."""
        if mode not in NETWORKED or not ordered or any(v.first for v in planned):
            return list(planned)
        return sorted(planned, key=lambda v: self._along(ordered[-1].place, v.place, mode))

    def _slot(self, place: Visit, ordered: Sequence[Visit], mode: str) -> int:
        """After the last stop that is nearer to the start along the way; a river stands where the text tells of it."""
        if place.place.kind in _LINES:
            told = place.sightings[0].verdict.claim
            beside = [n for n, other in enumerate(ordered) if any(c is told for c in _claims(other))]
            goal = told.figure.place.id if told.figure and told.figure.place else ""
            ahead = [n for n, other in enumerate(ordered) if other.place.id == goal]
            if (found := beside or ahead) and found[0] > 0:
                return found[0]
            sooner = [
                n
                for n, other in enumerate(ordered)
                if any(c.document == told.document and c.start <= told.start for c in _claims(other))
            ]
            return (sooner[-1] if sooner else 0) + 1
        mine = self._along(ordered[0].place, place.place, mode)
        before = [n for n, other in enumerate(ordered) if self._along(ordered[0].place, other.place, mode) <= mine]
        return (before[-1] if before else 0) + 1

    def _along(self, start: Place, place: Place, mode: str) -> float:
        key = (start.id, place.id, mode)
        if key not in self._ways:
            self._ways[key] = self._measured(start, place, mode)
        return self._ways[key]

    def _measured(self, start: Place, place: Place, mode: str) -> float:
        if start.id == place.id or start.at is None or place.at is None:
            return 0.0
        route = self._network.route([start, place], mode=mode) if self._network and mode in NETWORKED else None
        return route.length_km if route and route.length_km is not None else distance_km(start.at, place.at)

    def _with_borders(self, ordered: Sequence[Visit], mode: str, by: Mapping[str, str]) -> Iterator[Stop]:
        """The stops, with the border stations that the railway passes between them."""
        stops = [stop_of(p, n, len(ordered)) for n, p in enumerate(ordered)]
        main = {id(stop) for stop in _without_strays(stops)}
        for a, b in pairwise(stops):
            yield a
            if id(a) not in main or id(b) not in main or by.get(b.place.id, mode) != "rail":
                continue
            route = self._leg(a.place, b.place, "rail")
            for name, at, _ in route.stations[1:-1]:
                country = _border_country(name, route)
                place = self._station(name, at, country) if country else None
                if place and not any(same_place(place, s.place) for s in stops):
                    yield Stop(place=place, role=StopRole.PASSED)
        yield stops[-1]

    def _station(self, name: str, at: LatLon, country: str) -> Place:
        found = [
            p
            for p in self._gazetteer.find_places(name)
            if p.at and p.kind not in WIDE_KINDS and distance_km(p.at, at) <= 10
        ]
        slug = "-".join(name.lower().split())
        return (
            found[0] if found else Place(id=f"geomap:{slug}-station", name=name, at=at, kind="station", country=country)
        )

    def _routes(self, places: Sequence[Place], mode: str, by: Mapping[str, str]) -> list[Route]:
        """The way through the stops, each leg by the means that is told of it."""
        out: list[Route] = []
        for way, legs in groupby(pairwise(places), key=lambda leg: by.get(leg[1].id, mode)):
            found = list(legs)
            out += self._way([found[0][0], *(end for _, end in found)], way)
        return out

    def _way(self, places: Sequence[Place], mode: str) -> list[Route]:
        """The way through some stops: as one where a network knows it, to keep to its line; else leg by leg."""
        if self._network is not None and mode in NETWORKED:
            whole = self._network.route(places, mode=mode)
            if whole is not None and whole.length_km is not None and whole.geometry:
                return [whole]
        return [self._leg(a, b, mode) for a, b in pairwise(places)]

    def _leg(self, start: Place, end: Place, mode: str) -> Route:
        """The way between two stops: on the network, else the straight line."""
        if self._network is not None and mode in NETWORKED:
            route = self._network.route([start, end], mode=mode)
            if route is not None and route.length_km is not None and route.geometry:
                return route
        line: tuple[Line, ...] = (geodesic_line(start.at, end.at),) if start.at and end.at else ()
        straight = distance_km(start.at, end.at) if start.at and end.at else 0.0
        return Route(
            mode=mode,
            stops=(start, end),
            length_km=None,
            length_source="straight line",
            straight_km=straight,
            geometry=line,
        )

    def _planned_lines(
        self, stops: Sequence[Stop], ahead: Sequence[Stop], mode: str, by: Mapping[str, str]
    ) -> Iterator[Line]:
        """From where the traveller turned away, or from the last stop, to each place that was only planned."""
        for stop in ahead:
            if not stops or stop.place.at is None:
                continue
            yield from self._leg(turned_at(stops, stop).place, stop.place, by.get(stop.place.id, mode)).geometry


# A river, strait or range has one point, which may lie far from where it was crossed.
_LINES = frozenset("river strait canal range bay channel".split())
# The way by a crossing is no longer than this share of the way without it, or its point is not where it was crossed.
_STRAY = 1.2


def _claims(visit: Visit) -> list[Claim]:
    return [s.verdict.claim for s in visit.sightings]


def _dated_by(visit: Visit) -> set[str]:
    """The documents that tell the time of a visit."""
    return {s.verdict.claim.document for s in visit.sightings if s.time and s.time.earliest == visit.first}


def _without_strays(stops: Sequence[Stop]) -> list[Stop]:
    """The stops less the points of rivers and the like that lie off the way between their neighbours."""
    out = list(stops[:1])
    for stop, after in zip(stops[1:], (*stops[2:], None), strict=False):
        a, at, b = out[-1].place.at, stop.place.at, after.place.at if after else None
        if stop.place.kind in _LINES and a and at and b:
            direct = distance_km(a, b)
            if distance_km(a, at) + distance_km(at, b) > _STRAY * direct + 2 * SAME_STOP_KM:
                continue
        out.append(stop)
    return out


def _border_country(name: str, route: Route) -> str | None:
    """The country of a station that a border of the route names: "Tumangang (KP) - Khasan (RU)"."""
    for border in route.borders:
        for side in border.split(" - "):
            station, _, country = side.rpartition(" (")
            if station == name:
                return country.rstrip(")")
    return None
