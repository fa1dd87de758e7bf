"""Puts ways end to end, so that a journey can go over several networks."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.records import LatLon, Route


def put_together(parts: Sequence[Route], *, why: str = "") -> Route:
    """One way of several that each begin where the one before ends; without a length if any part has none.

    Its straight line is the sum of the straight lines of the parts.
    """
    if len(parts) == 1 and not why:
        return parts[0]
    stops = [parts[0].stops[0], *(stop for part in parts for stop in part.stops[1:])]
    lost = next((part for part in parts if part.length_km is None), None)
    straight = sum(part.straight_km for part in parts)
    if lost is not None:
        return Route(
            mode=lost.mode, stops=tuple(stops), length_km=None, length_source="", straight_km=straight, why=lost.why
        )
    stations: list[tuple[str, LatLon, float]] = []
    km = 0.0
    for part in parts:
        first = 1 if stations and part.stations and stations[-1][0] == part.stations[0][0] else 0
        stations += [(name, at, round(km + run, 3)) for name, at, run in part.stations[first:]]
        km += part.length_km or 0.0
    said = [part.why for part in parts if part.why]
    return Route(
        mode=parts[0].mode,
        stops=tuple(stops),
        length_km=round(km, 1),
        length_source="; ".join(dict.fromkeys(part.length_source for part in parts)),
        straight_km=straight,
        low_km=sum(part.low_km if part.low_km is not None else part.length_km or 0.0 for part in parts),
        high_km=sum(part.high_km if part.high_km is not None else part.length_km or 0.0 for part in parts),
        legs=tuple(leg for part in parts for leg in part.legs),
        stations=tuple(stations),
        gauge_breaks=tuple(found for part in parts for found in part.gauge_breaks),
        borders=tuple(border for part in parts for border in part.borders),
        geometry=tuple(line for part in parts for line in part.geometry),
        sources=tuple(dict.fromkeys(source for part in parts for source in part.sources)),
        estimated=any(part.estimated for part in parts),
        why="; ".join(dict.fromkeys([*([why] if why else []), *said])),
    )
