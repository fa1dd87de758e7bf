"""Regions in which a text puts an unknown place, as points spread over them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from geomap.claims.geometry import contains, nearest_on
from geomap.geodesy import destination, rough_distance_km, unwrap
from geomap.records import LatLon, Line

_RINGS, _SPOKES = 3, 12
_GRID = 9
_CORNERS = 40


@dataclass(frozen=True, slots=True)
class Disc:
    """Around a point; `told` are the words that say so."""

    middle: LatLon
    radius_km: float
    told: str
    score: float

    @property
    def step_km(self) -> float:
        """How far any point of the region lies from one of its spread points, at most."""
        return self.radius_km / _RINGS

    @property
    def size_km(self) -> float:
        """How wide the region is, as a radius."""
        return self.radius_km

    def spread(self) -> Iterator[LatLon]:
        """Points all over the region, about evenly."""
        yield self.middle
        for ring in range(1, _RINGS + 1):
            count = _SPOKES * ring // _RINGS
            for n in range(count):
                yield destination(self.middle, 360.0 * n / count, self.radius_km * ring / _RINGS)

    def away_km(self, point: LatLon) -> float:
        """How far a point lies outside the region; 0 for one inside."""
        return max(0.0, rough_distance_km(self.middle, point) - self.radius_km)


@dataclass(frozen=True, slots=True)
class Area:
    """Within the outline of an area; `told` are the words that say so."""

    rings: tuple[Line, ...]
    told: str
    score: float

    @property
    def step_km(self) -> float:
        """How far any point of the region lies from one of its spread points, about."""
        return 2.0 * self.size_km / _GRID

    @property
    def size_km(self) -> float:
        """How wide the region is, as a radius."""
        south, west, north, east = _box(self.rings)
        return rough_distance_km(LatLon(south, west), LatLon(north, east)) / 2

    def spread(self) -> Iterator[LatLon]:
        """Points all over the region, about evenly."""
        yield from _spread(self.rings)

    def away_km(self, point: LatLon) -> float:
        """How far a point lies outside the region; 0 for one inside."""
        return 0.0 if contains(self.rings, point) else nearest_on(self.rings, point)[0]


Region = Disc | Area


@lru_cache(maxsize=64)
def _spread(rings: tuple[Line, ...]) -> tuple[LatLon, ...]:
    south, west, north, east = _box(rings)
    grid = (
        LatLon(south + (north - south) * (row + 0.5) / _GRID, west + (east - west) * (column + 0.5) / _GRID)
        for row in range(_GRID)
        for column in range(_GRID)
    )
    inside = [LatLon(p.lat_deg, (p.lon_deg + 180.0) % 360.0 - 180.0) for p in grid if contains(rings, p)]
    corners = [p for ring in rings for p in ring]
    return (*inside, *corners[:: max(1, len(corners) // _CORNERS)])


@lru_cache(maxsize=64)
def _box(rings: tuple[Line, ...]) -> tuple[float, float, float, float]:
    """South, west, north and east of an area's largest part and of what lies on its side of the globe."""
    home = rings[0][0].lon_deg
    points = [p for ring in rings for p in unwrap(ring)]
    lons = [p.lon_deg + 360.0 * round((home - p.lon_deg) / 360.0) for p in points]
    lats = [p.lat_deg for p in points]
    return min(lats), min(lons), max(lats), max(lons)


def narrowed(regions: Sequence[Region]) -> tuple[Region, list[LatLon]]:
    """The narrowest of some regions with the points spread over it that lie in the others too.

    Regions that share no point leave all of the narrowest: which of the statements is wrong is not told here.
    """
    least = min(regions, key=lambda r: r.size_km)
    points = list(least.spread())
    slack = least.step_km
    shared = [p for p in points if all(r.away_km(p) <= slack for r in regions if r is not least)]
    return least, shared or points
