"""Several networks as one: the user's own first, then the built-in ones; a way may change from one to another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from typing import Protocol

from geomap.geodesy import distance_km, rough_distance_km
from geomap.networks.assembly import put_together
from geomap.networks.estimates import Neighbours, estimate_route
from geomap.networks.overland import Overland
from geomap.networks.rail import NOT_CONNECTED, RailAtlas
from geomap.networks.tracks import TrackNetwork
from geomap.records import Place, Route

# So many stations where a way could change from the user's network to the atlas are tried, those least out of the way.
CHANGES = 8
# Of ways that are longer by less than this share, the one with most km on the user's own network is taken (chosen by
# us: the atlas's lengths are no surer than that).
AS_SHORT = 1.02


# So much water, and no railway over it, parts two places (chosen by us: the widest that a railway crosses is 37 km).
NARROW_KM = 40.0
# Ways that are kept for the next question.
REMEMBERED = 2048


class OneNetwork(Protocol):
    """What each of several networks is asked."""

    def route(self, stops: Sequence[Place], *, mode: str = "rail", by: str = "") -> Route | None:
        """As `Network.route`."""
        ...

    def alternatives(self, start: Place, end: Place, *, mode: str = "rail", limit: int = 3) -> Sequence[Route]:
        """As `Network.alternatives`."""
        ...


class Networks:
    """Asks the user's own networks, then the built-in ones, and joins a way of both where each knows a part."""

    def __init__(
        self, networks: Sequence[OneNetwork], *, neighbours: Neighbours | None = None, overland: Overland | None = None
    ) -> None:
        """Over networks in the order in which they are asked.

        For estimates, `neighbours` gives the countries beside one and `overland` the least way over land.
        """
        self._networks = networks
        self._neighbours = neighbours
        self._overland = overland
        self._known: dict[tuple[object, ...], Route | None] = {}

    def route(self, stops: Sequence[Place], *, mode: str = "rail", by: str = "") -> Route | None:
        """The way over the first network that connects the stops, else over several, else the last one's reason.

        A text asks for the same way many times; the last ones are kept.
        """
        key = (tuple((stop.id, stop.at) for stop in stops), mode, by)
        if key not in self._known:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            self._known[key] = self._find(stops, mode, by)
        return self._known[key]

    def explain(self, route: Route) -> Route:
        """A route whose reason, if it has no length, says where the sea parts its stops; that takes a search."""
        if route.why != NOT_CONNECTED or self._overland is None:
            return route
        for a, b in pairwise(route.stops):
            way = self._overland.way(a.at, b.at) if a.at is not None and b.at is not None else None
            if way is not None and way.water_km > NARROW_KM:
                return replace(route, why=f"no railway joins {a.name} and {b.name}: the sea lies between them")
        return route

    def _find(self, stops: Sequence[Place], mode: str, by: str) -> Route | None:
        told = self._whole(stops, mode, by)
        if told is not None and told.length_km is not None and self._is_own(told):
            return told
        if not any(own.serves(mode) and any(own.near(stop) for stop in stops) for own in self._own):
            return told
        parts = [self._part(pair, mode, by) for pair in pairwise(stops)]
        known = [part for part in parts if part is not None and part.length_km is not None]
        return put_together(known) if len(known) == len(parts) else told

    def _is_own(self, route: Route) -> bool:
        return any(own.source in route.sources for own in self._own)

    @cached_property
    def _own(self) -> list[TrackNetwork]:
        return [network for network in self._networks if isinstance(network, TrackNetwork)]

    @cached_property
    def _atlas(self) -> RailAtlas | None:
        return next((network for network in self._networks if isinstance(network, RailAtlas)), None)

    def _whole(self, stops: Sequence[Place], mode: str, by: str) -> Route | None:
        told: Route | None = None
        for network in self._networks:
            route = network.route(stops, mode=mode, by=by)
            if route is not None and route.length_km is not None:
                return route
            told = route or told
        return told

    def _part(self, pair: tuple[Place, Place], mode: str, by: str) -> Route | None:
        """The way from one stop to the next: on one network, or partly on the user's and partly on the atlas."""
        told = self._whole(pair, mode, by)
        if told is not None and told.length_km is not None and self._is_own(told):
            return told
        for own in self._own:
            covered = [own.near(stop) is not None for stop in pair]
            if self._atlas is not None and own.serves(mode) and covered[0] != covered[1]:
                joined = self._change(own, self._atlas, pair, first=covered[0], by=by)
                if joined is not None:
                    return joined
        return told

    def _change(
        self, own: TrackNetwork, atlas: RailAtlas, pair: tuple[Place, Place], *, first: bool, by: str
    ) -> Route | None:
        """The way that changes between the user's network, which has the first or the second stop, and the atlas."""
        found: list[tuple[float, float, Route]] = []
        for change in self._changes(own, atlas, pair):
            networks: tuple[OneNetwork, OneNetwork] = (own, atlas) if first else (atlas, own)
            parts = [networks[0].route((pair[0], change), by=by), networks[1].route((change, pair[1]), by=by)]
            known = [part for part in parts if part is not None and part.length_km is not None]
            if len(known) < 2:
                continue
            said = f"changes at {change.name} between {own.source.name} and the railway atlas"
            whole = put_together(known, why=said)
            points = [place.at for place in pair if place.at is not None]
            straight = sum(distance_km(a, b) for a, b in pairwise(points))
            whole = replace(whole, stops=pair, straight_km=straight)
            found.append((whole.length_km or 0.0, known[0 if first else 1].length_km or 0.0, whole))
        least = min((length for length, _, _ in found), default=0.0)
        good = [one for one in found if one[0] <= AS_SHORT * least]
        return max(good, key=lambda one: (one[1], -one[0]))[2] if good else None

    def _changes(self, own: TrackNetwork, atlas: RailAtlas, pair: tuple[Place, Place]) -> list[Place]:
        """Stations that both networks have, those least out of the way first."""

        def out_of_the_way(change: Place) -> float:
            return sum(rough_distance_km(change.at, stop.at) for stop in pair if change.at and stop.at)

        shared = (place for place in atlas.stations() if own.near(place) is not None)
        return sorted(shared, key=out_of_the_way)[:CHANGES]

    def alternatives(self, start: Place, end: Place, *, mode: str = "rail", limit: int = 3) -> Sequence[Route]:
        """Ways over the first network that connects the places."""
        for network in self._networks:
            if routes := network.alternatives(start, end, mode=mode, limit=limit):
                return routes
        return []

    def estimate(self, start: Place, end: Place, *, mode: str) -> Route:
        """A length by circuity over the land between the places."""
        return estimate_route(start, end, mode=mode, neighbours=self._neighbours, overland=self._overland)
