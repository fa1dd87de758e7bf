"""Lines cut where they cross the antimeridian, as RFC 7946 asks (section 3.1.9)."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.records import LatLon, Line


def split(line: Sequence[LatLon]) -> list[Line]:
    """The parts of a line, each within -180 to 180 degrees; a step of more than 180 degrees is a crossing."""
    if not line:
        return []
    parts: list[list[LatLon]] = [[_normal(line[0])]]
    for point in line[1:]:
        before, after = parts[-1][-1], _normal(point)
        if abs(after.lon_deg - before.lon_deg) > 180:
            east, west = _crossing(before, after)
            if parts[-1][-1] != east:
                parts[-1].append(east)
            parts.append([west])
        if parts[-1][-1] != after:
            parts[-1].append(after)
    whole = [tuple(part) for part in parts if len(part) > 1]
    return whole or [tuple(parts[0])]


def _normal(point: LatLon) -> LatLon:
    lon = point.lon_deg
    return point if -180 <= lon <= 180 else LatLon(point.lat_deg, (lon + 180) % 360 - 180)


def _crossing(before: LatLon, after: LatLon) -> tuple[LatLon, LatLon]:
    """Where a step meets the antimeridian, once on each side of it."""
    side = 180.0 if before.lon_deg > 0 else -180.0
    to_edge, beyond = abs(side - before.lon_deg), abs(-side - after.lon_deg)
    share = to_edge / (to_edge + beyond) if to_edge + beyond else 0.0
    lat = round(before.lat_deg + share * (after.lat_deg - before.lat_deg), 7)
    return LatLon(lat, side), LatLon(lat, -side)
