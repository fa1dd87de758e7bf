"""Lengths of ways where no network is known: the straight line times a circuity, with its spread."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from geomap.geodesy import distance_km, geodesic_line
from geomap.records import Place, Route, Source


@dataclass(frozen=True, slots=True)
class Circuity:
    """How much longer than the straight line ways of a mode are: usual value, low and high; and who says so."""

    usual: float
    low: float
    high: float
    source: str


# Sea is not in any of the sources: it depends on the coast, so the band is wide and the upper end open-handed.
CIRCUITY: dict[str, Circuity] = {
    "road": Circuity(
        1.3, 1.1, 1.6, "road 1.2-1.4: Newell 1980; O'Sullivan and Morrall 1996; Ballou, Rahardja and Sakai 2002"
    ),
    # The middle of 3,000 pairs of stations of the railway atlas, 50 to 1,500 km apart; the ends are their 5th and 95th
    # percentiles (1.20, 2.44), the lower one taken down, for the atlas has trunk lines only.
    "rail": Circuity(1.48, 1.05, 2.44, "measured on 3,000 pairs of stations of the railway atlas"),
    "sea": Circuity(1.5, 1.0, 3.0, "chosen by us: ships go around coasts, so only the straight line bounds it"),
    "air": Circuity(1.06, 1.0, 1.15, "chosen by us: flights leave the great circle by a few per cent"),
    "foot": Circuity(1.3, 1.1, 1.7, "as road"),
    "horse": Circuity(1.3, 1.1, 1.7, "as road"),
    "straight": Circuity(1.0, 1.0, 1.0, "geodesic on WGS84 (Karney 2013)"),
}


# Ways that go over land, but for ferries, bridges and tunnels.
OVERLAND = frozenset({"road", "rail", "foot", "horse"})
Neighbours = Callable[[str], Iterable[str]]


def estimate_route(start: Place, end: Place, *, mode: str, neighbours: Neighbours | None = None) -> Route:
    """The likely length of a way, marked as an estimate; its length is None where a place has no point.

    `neighbours` gives the countries that share a land border with one; with it the estimate says where a way by land
    has to cross the sea.
    """
    circuity = CIRCUITY.get(mode, CIRCUITY["road"])
    stops = (start, end)
    if start.at is None or end.at is None:
        why = f"{start.name if start.at is None else end.name} has no point on the map"
        return Route(mode=mode, stops=stops, length_km=None, length_source="", straight_km=0.0, estimated=True, why=why)
    straight = distance_km(start.at, end.at)
    return Route(
        mode=mode,
        stops=stops,
        length_km=round(straight * circuity.usual, 1),
        length_source=f"estimate: straight line times {circuity.usual:g} ({circuity.source})",
        straight_km=straight,
        low_km=straight * circuity.low,
        high_km=straight * circuity.high,
        geometry=(geodesic_line(start.at, end.at),),
        sources=(Source(name=circuity.source),),
        estimated=mode != "straight",
        why=f"no {mode} network reaches these places, so the length is estimated from the straight line"
        + _over_sea(start, end, mode, neighbours),
    )


def _over_sea(start: Place, end: Place, mode: str, neighbours: Neighbours | None) -> str:
    if neighbours is None or mode not in OVERLAND or not start.country or not end.country:
        return ""
    reached, ahead = {start.country}, [start.country]
    while ahead:
        more = set(neighbours(ahead.pop())) - reached
        reached |= more
        ahead += more
    if end.country in reached:
        return ""
    return (
        f"; no land joins {start.name} ({start.country}) and {end.name} ({end.country}): without a ferry, a bridge "
        f"or a tunnel there is no way by {mode}"
    )
