"""How far a place is from a border."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.claims.lands import border_of
from geomap.geodesy import distance_km, rough_distance_km
from geomap.interfaces import Gazetteer
from geomap.records import LatLon, Line, Place

# How far around a place to look for places of another country, in km.
_LOOK_KM = 80.0
# More towns and villages than lie in so wide a circle anywhere.
_MOST_TOWNS = 20_000


def km_to_line(at: LatLon, lines: Sequence[Line] | None) -> float | None:
    """Kilometres from a point to the nearest part of some lines."""
    if not lines:
        return None
    best = None
    for line in lines:
        for a, b in zip(line, line[1:] or line, strict=False):
            near = min(rough_distance_km(at, p) for p in _along(a, b, at))
            best = near if best is None or near < best else best
    return best


def _along(a: LatLon, b: LatLon, at: LatLon) -> tuple[LatLon, ...]:
    """The nearest point of a short segment, on a plane scaled to its latitude, and its ends."""
    from math import cos, radians

    scale = max(0.05, cos(radians(at.lat_deg)))
    ax, ay, bx, by = a.lon_deg * scale, a.lat_deg, b.lon_deg * scale, b.lat_deg
    px, py = at.lon_deg * scale, at.lat_deg
    length = (bx - ax) ** 2 + (by - ay) ** 2
    t = 0.0 if length == 0 else max(0.0, min(1.0, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length))
    return a, b, LatLon(a.lat_deg + t * (b.lat_deg - a.lat_deg), a.lon_deg + t * (b.lon_deg - a.lon_deg))


def km_to_border(
    place: Place, gazetteer: Gazetteer, *, other: str | None = None, side: Place | None = None
) -> float | None:
    """About how far a place is from the border of its country (with `other`), in km; None where that is not known.

    To the line that the outlines of two countries share; where they share none, by the nearest place of another
    country, at most 80 km, and farther off by the outline of `side`, the other country.
    """
    if place.at is None or not place.country:
        return None
    to_lines = [
        away
        for neighbour in ((other,) if other else gazetteer.neighbours(place.country))
        if (away := km_to_line(place.at, border_of(place.country, neighbour, gazetteer))) is not None
    ]
    return min(to_lines) if to_lines else _km_by_places(place, place.at, gazetteer, other, side)


def km_to_division(place: Place, division: Place, gazetteer: Gazetteer) -> float | None:
    """About how far a place is from the border of a division of its own country, in km; None where that is not known.

    To the division's outline; where it has none, half way to the nearest place on the other side, at most 80 km off.
    """
    if place.at is None:
        return None
    if (away := km_to_line(place.at, gazetteer.outline(division.id))) is not None:
        return away
    code = division.admin1_code
    if division.kind != "region" or code is None or place.admin1_code is None:
        return None
    inside = place.admin1_code == code
    across = [
        near
        for near, _ in gazetteer.find_near(place.at, radius_km=_LOOK_KM, limit=_MOST_TOWNS)
        if near.country == place.country and near.admin1_code and (near.admin1_code == code) is not inside
    ]
    return min((distance_km(place.at, near.at) for near in across if near.at), default=2 * _LOOK_KM) / 2


def _km_by_places(
    place: Place, at: LatLon, gazetteer: Gazetteer, other: str | None, side: Place | None
) -> float | None:
    found = [
        near
        for near, _ in gazetteer.find_near(at, radius_km=_LOOK_KM, limit=_MOST_TOWNS)
        if near.country and near.country != place.country and (other is None or near.country == other) and near.at
    ]
    if not found and side is not None and (away := km_to_line(at, gazetteer.outline(side.id))) is not None:
        return max(_LOOK_KM, away)
    if not found:
        return _LOOK_KM if gazetteer.neighbours(place.country or "") else None
    away = min(distance_km(at, near.at) for near in found if near.at)
    return max(1.0, away / 2 if away > 4 else away - 1)
