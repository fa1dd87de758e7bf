"""Outlines of countries, with the borders that two of them share and the coasts that are left."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from geomap import catalogue
from geomap.interfaces import Gazetteer
from geomap.records import LatLon, Line

_TABLE = "countries.tsv"


def outline_of(country: str, gazetteer: Gazetteer) -> Sequence[Line]:
    """The rings of a country by its ISO code; empty where it has none."""
    place_id = _ids().get(country)
    return (gazetteer.outline(place_id) or ()) if place_id is not None else ()


def coast_of(country: str, gazetteer: Gazetteer) -> Sequence[Line]:
    """The edges of a country's outline that no neighbour shares."""
    known: Any = gazetteer
    return _coast_of(country, known)


def coast_around(country: str, gazetteer: Gazetteer, *, rings: int = 1) -> Sequence[Line]:
    """The coasts of a country and of its neighbours, and for each further ring of those around them."""
    known: Any = gazetteer
    return _coast_around(country, known, rings)


def border_of(country: str, other: str, gazetteer: Gazetteer) -> Sequence[Line]:
    """The edges that the outlines of two countries share; empty where they share none or have no outline."""
    known: Any = gazetteer
    return _border_of(country, other, known)


@lru_cache(maxsize=64)
def _coast_of(country: str, gazetteer: Any) -> Sequence[Line]:
    shared: set[_Edge] = set()
    for other in gazetteer.neighbours(country):
        shared |= _edges(other, gazetteer)
    return tuple(edge for edge in _pairs(country, gazetteer) if _key(*edge) not in shared)


@lru_cache(maxsize=64)
def _coast_around(country: str, gazetteer: Any, rings: int) -> Sequence[Line]:
    lands = {country}
    for _ in range(rings):
        lands |= {other for land in lands for other in gazetteer.neighbours(land)}
    return tuple(edge for land in sorted(lands) for edge in _coast_of(land, gazetteer))


@lru_cache(maxsize=256)
def _border_of(country: str, other: str, gazetteer: Any) -> Sequence[Line]:
    theirs = _edges(other, gazetteer)
    return tuple(edge for edge in _pairs(country, gazetteer) if _key(*edge) in theirs)


# An edge by the numbers of its ends, the smaller latitude first: sets of these are quicker than those of points.
_Edge = tuple[float, float, float, float]


def _key(a: LatLon, b: LatLon) -> _Edge:
    one, two = (a.lat_deg, a.lon_deg), (b.lat_deg, b.lon_deg)
    return (*one, *two) if one < two else (*two, *one)


@lru_cache(maxsize=32)
def _edges(country: str, gazetteer: Any) -> frozenset[_Edge]:
    return frozenset(_key(*edge) for edge in _pairs(country, gazetteer))


def _pairs(country: str, gazetteer: Gazetteer) -> Sequence[tuple[LatLon, LatLon]]:
    return [edge for ring in outline_of(country, gazetteer) for edge in pairwise(ring)]


@cache
def _ids() -> dict[str, str]:
    """The gazetteer's ids of countries by ISO code."""
    path = catalogue.data_dir() / _TABLE
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        rows = (line.split("\t", 6) for line in file)
        return {row[5]: row[0] for row in rows if row[2] == "country"}
