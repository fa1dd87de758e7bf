"""Several networks as one: the user's own first, then the atlas, then estimates."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.interfaces import Network
from geomap.networks.estimates import estimate_route
from geomap.records import Place, Route


class Networks:
    """Asks each network in turn; the first that connects the stops wins."""

    def __init__(self, networks: Sequence[Network]) -> None:
        self._networks = networks

    def route(self, stops: Sequence[Place], *, mode: str = "rail") -> Route | None:
        """The way over the first network that connects the stops, else the reason that the last one gives."""
        told: Route | None = None
        for network in self._networks:
            route = network.route(stops, mode=mode)
            if route is not None and route.length_km is not None:
                return route
            told = route or told
        return told

    def alternatives(self, start: Place, end: Place, *, mode: str = "rail", limit: int = 3) -> Sequence[Route]:
        """Ways over the first network that connects the places."""
        for network in self._networks:
            if routes := network.alternatives(start, end, mode=mode, limit=limit):
                return routes
        return []

    def estimate(self, start: Place, end: Place, *, mode: str) -> Route:
        """A length by circuity."""
        return estimate_route(start, end, mode=mode)
