"""Points against the outlines and extents of areas."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from geomap.geodesy import unwrap
from geomap.records import LatLon, Line

_SIDES = {"north": (0, 1), "south": (0, -1), "east": (1, 0), "west": (-1, 0)}


def holds_point(outline: Sequence[Line] | None, at: LatLon | None) -> bool | None:
    """Whether a point lies inside rings (even-odd rule); None without an outline or a point, or for an open line."""
    if not outline or at is None:
        return None
    rings = [ring for ring in outline if len(ring) > 3 and ring[0] == ring[-1]]
    if not rings:
        return None
    return sum(_crossings(unwrap(ring), at) for ring in rings) % 2 == 1


def _crossings(ring: Line, at: LatLon) -> int:
    """How often a line from the point to the east meets the ring, on whichever turn of the globe the ring was drawn."""
    middle = sum(p.lon_deg for p in ring) / len(ring)
    lon = at.lon_deg + 360.0 * round((middle - at.lon_deg) / 360.0)
    count = 0
    for a, b in pairwise(ring):
        if (a.lat_deg > at.lat_deg) != (b.lat_deg > at.lat_deg):
            where = a.lon_deg + (at.lat_deg - a.lat_deg) / (b.lat_deg - a.lat_deg) * (b.lon_deg - a.lon_deg)
            count += where > lon
    return count


def in_part(at: LatLon, part: str, outline: Sequence[Line] | None, middle: LatLon | None) -> tuple[float, str] | None:
    """How far a point lies on the named side of an area's middle, as a share of the area's half extent.

    Positive is on that side. "central" is positive within the middle half of both extents. None where neither an
    outline nor a middle is known; without an outline the share is of 10 degrees.
    """
    box = _box(outline, middle)
    if box is None:
        return None
    lat, lon, half_lat, half_lon = box
    x = (at.lon_deg - lon + 180.0) % 360.0 - 180.0
    y = at.lat_deg - lat
    x, y = x / half_lon, y / half_lat
    if part.startswith(("central", "mid")):
        return 0.5 - max(abs(x), abs(y)), f"{max(abs(x), abs(y)):.0%} of the way from its middle to its edge"
    sides = [side for name, side in _SIDES.items() if name in part]
    if not sides:
        return None
    share = min(dx * x + dy * y for dx, dy in sides)
    word = "in" if share >= 0 else "not in"
    return share, f"{word} the {part} half of its extent"


def _box(outline: Sequence[Line] | None, middle: LatLon | None) -> tuple[float, float, float, float] | None:
    if outline:
        rings = [unwrap(ring) for ring in outline]
        main = max(rings, key=len)
        home = main[0].lon_deg
        points = [
            (p.lat_deg, p.lon_deg + 360.0 * round((home - ring[0].lon_deg) / 360.0)) for ring in rings for p in ring
        ]
        lats, lons = [p[0] for p in points], [p[1] for p in points]
        half_lat, half_lon = (max(lats) - min(lats)) / 2, (max(lons) - min(lons)) / 2
        return (max(lats) + min(lats)) / 2, (max(lons) + min(lons)) / 2, max(half_lat, 0.05), max(half_lon, 0.05)
    if middle is None:
        return None
    return middle.lat_deg, middle.lon_deg, 10.0, 10.0
