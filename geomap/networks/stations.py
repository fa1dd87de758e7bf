"""Puts stations on the track that is nearest to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geomap.geodesy import rough_distance_km
from geomap.networks.netfile import SCALE
from geomap.records import LatLon

Numbers = NDArray[Any]
# A station belongs to the track nearest to it within this distance (chosen by us: large stations are 300 m wide).
STATION_REACH_KM = 0.5
# Nodes are looked up in squares of a hundredth of a degree; as many rows lie within reach, and so many columns.
SQUARE = SCALE // 100
COLUMNS = 36_000
ROWS_NEAR, COLUMNS_NEAR = 1, 3


def find_stations(
    stations: Sequence[tuple[str, LatLon]], lat: Numbers, lon: Numbers, known: Numbers
) -> tuple[dict[int, str], list[str]]:
    """The node of the track for each station, and the names of stations that have none near."""
    if not stations:
        return {}, []
    square = np.where(known, _square(lat, lon), -1)
    order = np.argsort(square, kind="stable")
    square = square[order]
    found: dict[int, str] = {}
    lost = []
    for name, at in stations:
        best, least = -1, STATION_REACH_KM
        for node in _near(at, square, order):
            away = rough_distance_km(at, LatLon(int(lat[node]) / SCALE, int(lon[node]) / SCALE))
            if away <= least:
                best, least = node, away
        if best < 0:
            lost.append(name)
        else:
            found.setdefault(best, name)
    return found, lost


def _square(lat: Any, lon: Any) -> Any:
    """The number of the square that a point (1e-7 degrees) lies in."""
    return (lat.astype(np.int64) + 90 * SCALE) // SQUARE * COLUMNS + (lon.astype(np.int64) + 180 * SCALE) // SQUARE


def _near(at: LatLon, square: Numbers, order: Numbers) -> Iterator[int]:
    """The nodes in the squares around a point."""
    row, column = round((at.lat_deg + 90) * SCALE) // SQUARE, round((at.lon_deg + 180) * SCALE) // SQUARE
    for r in range(row - ROWS_NEAR, row + ROWS_NEAR + 1):
        for c in range(column - COLUMNS_NEAR, column + COLUMNS_NEAR + 1):
            number = r * COLUMNS + c % COLUMNS
            first, last = np.searchsorted(square, [number, number + 1])
            yield from order[first:last].tolist()
