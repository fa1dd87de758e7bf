"""Points against the outlines and extents of areas."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from geomap.geodesy import unwrap
from geomap.records import LatLon, Line

# A part of a country belongs to its extent if it is so large, as a share of the largest, or so near to another part
# (chosen by us: Malaysia has two parts, Alaska is 22 % of the other states, Shetland and Bornholm lie near).
LARGE_PART, NEAR_PART_DEG = 0.3, 3.0
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
        lats, lons = zip(
            *(corner for box in _main_boxes([unwrap(ring) for ring in outline]) for corner in box), strict=True
        )
        half_lat, half_lon = (max(lats) - min(lats)) / 2, (max(lons) - min(lons)) / 2
        return (max(lats) + min(lats)) / 2, (max(lons) + min(lons)) / 2, max(half_lat, 0.05), max(half_lon, 0.05)
    if middle is None:
        return None
    return middle.lat_deg, middle.lon_deg, 10.0, 10.0


_Corner = tuple[float, float]


def _main_boxes(rings: Sequence[Line]) -> list[tuple[_Corner, _Corner]]:
    """South-west and north-east corners of an area's main parts: of the largest, of those near it and of large ones.

    What lies overseas says nothing of where a country's south is: French Guiana, Alaska, the Canaries.
    """
    main = max(rings, key=_size)
    home, least = main[0].lon_deg, LARGE_PART * _size(main)
    boxes = [(_corners(ring, home), _size(ring) >= least) for ring in rings]
    kept = [box for box, large in boxes if large]
    rest = [box for box, large in boxes if not large]
    while near := [box for box in rest if any(_apart_deg(box, other) <= NEAR_PART_DEG for other in kept)]:
        kept += near
        rest = [box for box in rest if box not in near]
    return kept


def _corners(ring: Line, home_deg: float) -> tuple[_Corner, _Corner]:
    turn = 360.0 * round((home_deg - ring[0].lon_deg) / 360.0)
    lats, lons = [p.lat_deg for p in ring], [p.lon_deg + turn for p in ring]
    return (min(lats), min(lons)), (max(lats), max(lons))


def _apart_deg(a: tuple[_Corner, _Corner], b: tuple[_Corner, _Corner]) -> float:
    return max(max(a[0][n] - b[1][n], b[0][n] - a[1][n], 0.0) for n in (0, 1))


def _size(ring: Line) -> float:
    """The area of a ring in square degrees of the equator."""
    twice = sum(a.lon_deg * b.lat_deg - b.lon_deg * a.lat_deg for a, b in pairwise((*ring, ring[0])))
    return abs(twice) / 2 * math.cos(math.radians(ring[0].lat_deg))
