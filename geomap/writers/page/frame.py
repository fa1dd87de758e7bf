"""Which part of the world a map shows, where longitudes may run on past the antimeridian."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from geomap.records import LatLon, Line

# Web Mercator ends here: EPSG:3857, a square world.
MERCATOR_LIMIT_DEG = 85.0511
# A story that reaches beyond 80 degrees and stays beyond 50 is drawn around its pole: Mercator would lose its end.
POLAR_REACH_DEG, POLAR_REST_DEG = 80.0, 50.0
MIN_SPAN_DEG = 1.2


@dataclass(frozen=True, slots=True)
class Frame:
    """A window of longitudes that starts at `west_deg`, and the box that the map shows at first."""

    west_deg: float
    box: tuple[float, float, float, float]
    pole: int = 0
    empty: bool = False

    @property
    def span_deg(self) -> float:
        """The box's longer side."""
        south, west, north, east = self.box
        return max(north - south, east - west)

    def reaches(self, point: LatLon) -> bool:
        """Whether a point lies in the box or not farther from it than half its size, at least 3 degrees."""
        return self.reaches_deg(point.lat_deg, point.lon_deg)

    def reaches_deg(self, lat: float, lon: float) -> bool:
        """The same for a latitude and a longitude."""
        south, west, north, east = self.box
        high, wide = max((north - south) / 2, 3.0), max((east - west) / 2, 3.0)
        lon += 360.0 * round(((west + east) / 2 - lon) / 360.0)
        return south - high <= lat <= north + high and west - wide <= lon <= east + wide

    def lon(self, lon_deg: float) -> float:
        """The longitude as it is drawn: within 360° east of `west_deg`."""
        return (lon_deg - self.west_deg) % 360.0 + self.west_deg

    def at(self, point: LatLon) -> tuple[float, float]:
        """A point as (lat, lon) of the map, rounded to a metre."""
        return round(point.lat_deg, 5), round(self.lon(point.lon_deg), 5)

    def line(self, line: Line) -> list[tuple[float, float]]:
        """A line without jumps, beginning inside the window."""
        out: list[tuple[float, float]] = []
        for point in line:
            lat, lon = self.at(point)
            if out:
                lon += 360.0 * round((out[-1][1] - lon) / 360.0)
            out.append((lat, lon))
        return out

    def parts(self, line: Line) -> list[list[tuple[float, float]]]:
        """A line as the map can draw it: without jumps, and cut where it passes beyond the edge of Mercator's world."""
        whole = self.line(line)
        if self.pole:
            return [whole]
        inside = groupby(whole, key=lambda point: abs(point[0]) <= MERCATOR_LIMIT_DEG)
        return [part for fits, points in inside if fits and len(part := list(points)) > 1]


def frame(points: Iterable[LatLon]) -> Frame:
    """The smallest window and box around some points; the whole world where there are none."""
    found = [p for p in points if p.lat_deg == p.lat_deg and abs(p.lat_deg) <= 90]
    if not found:
        return Frame(west_deg=-180.0, box=(-50.0, -170.0, 72.0, 170.0), empty=True)
    west = _west_edge([p.lon_deg for p in found])
    lats = [p.lat_deg for p in found]
    pole = _pole(min(lats), max(lats))
    lons = [(p.lon_deg - west) % 360.0 + west for p in found]
    if max(lons) - min(lons) < 180.0:
        west = (min(lons) + max(lons)) / 2 - 180.0
    box = _padded(min(lats), min(lons), max(lats), max(lons), limit=90.0 if pole else MERCATOR_LIMIT_DEG)
    return Frame(west_deg=west, box=box, pole=pole)


def _pole(south: float, north: float) -> int:
    if south > POLAR_REST_DEG and north > POLAR_REACH_DEG:
        return 1
    return -1 if north < -POLAR_REST_DEG and south < -POLAR_REACH_DEG else 0


def _west_edge(lons: Sequence[float]) -> float:
    """The longitude after the widest gap between the points, so that the window cuts where nothing is."""
    order = sorted({(lon + 180.0) % 360.0 - 180.0 for lon in lons})
    gaps = [((b - a) % 360.0 or 360.0, -abs(b), b) for a, b in zip(order, [*order[1:], order[0]], strict=True)]
    return max(gaps)[2] - 1e-6


def _padded(south: float, west: float, north: float, east: float, *, limit: float) -> tuple[float, float, float, float]:
    """The box with a margin, and never smaller than a town with its surroundings."""
    high = max((north - south) * 0.08, (MIN_SPAN_DEG - (north - south)) / 2, 0.0)
    wide = max((east - west) * 0.08, (MIN_SPAN_DEG * 1.5 - (east - west)) / 2, 0.0)
    south, north = max(south - high, -limit), min(north + high, limit)
    return round(south, 4), round(west - wide, 4), round(north, 4), round(east + wide, 4)
