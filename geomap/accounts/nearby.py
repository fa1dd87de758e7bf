"""Tells whether two places are one stop, and finds what is told of one among thousands of statements."""

from __future__ import annotations

import math

from geomap.geodesy import distance_km
from geomap.records import WIDE_KINDS, Place

# Two points this close are one stop: a town and its station.
SAME_STOP_KM = 5.0
# A degree of latitude is 110.57 km at the equator and more elsewhere, so that one stop spans two bands at most.
_KM_PER_DEGREE = 110.0
_BAND_DEG = SAME_STOP_KM / _KM_PER_DEGREE


def same_place(a: Place, b: Place) -> bool:
    """Whether two places are one stop."""
    if a.at is None or b.at is None or {a.kind, b.kind} & WIDE_KINDS or a.country != b.country:
        return a.id == b.id
    if abs(a.at.lat_deg - b.at.lat_deg) > _BAND_DEG:
        return False
    return distance_km(a.at, b.at) <= SAME_STOP_KM


class Nearby:
    """Numbers of statements by their places: `near` gives all those that `same_place` may hold for."""

    def __init__(self) -> None:
        self._by_id: dict[str, list[int]] = {}
        self._by_band: dict[int, list[int]] = {}

    def add(self, place: Place, number: int) -> None:
        """Keep a number under a place; a number may have several places."""
        self._by_id.setdefault(place.id, []).append(number)
        if place.at is not None:
            self._by_band.setdefault(_band(place.at.lat_deg), []).append(number)

    def near(self, place: Place) -> list[int]:
        """The numbers whose places may be one stop with this one, in order, each once."""
        found = set(self._by_id.get(place.id, ()))
        if place.at is not None:
            band = _band(place.at.lat_deg)
            for other in (band - 1, band, band + 1):
                found.update(self._by_band.get(other, ()))
        return sorted(found)


def _band(lat_deg: float) -> int:
    return math.floor(lat_deg / _BAND_DEG)
