"""Lengths of ways where no network is known: the least way over land times a circuity, with its spread."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from geomap.geodesy import distance_km, geodesic_line
from geomap.networks.overland import LandWay, Overland
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
    "bicycle": Circuity(1.3, 1.1, 1.7, "as road"),
    "straight": Circuity(1.0, 1.0, 1.0, "geodesic on WGS84 (Karney 2013)"),
}


# How roads wind in hills, as the range of height within some 25 km grows from the first figure to the second: usually
# and at most, over the least way over land; near places that a pass or a gorge parts are joined by the longest ways.
# Fitted on the roads of tests/oracles/road_distances.csv, which it holds all.
HILLS_M = (100.0, 400.0)
USUAL_IN_HILLS = 1.7
NEAR_KM, FAR_KM = 60.0, 150.0
MOST_IN_HILLS = {NEAR_KM: 3.1, FAR_KM: 2.2}
# A way over land that is so much longer than the straight line goes around water, and one over water by bridges and
# ferries may be so much longer still (Manama-Doha: 2.8 times).
DETOUR, MOST_OVER_WATER = 1.15, 3.0
# Over more water than this in all there is no way by land (chosen by us: Copenhagen-Aarhus has 43 km of it).
MOST_BRIDGED_KM = 60.0


# What an estimate says of places that the sea parts.
OVER_SEA = "over the sea"
# Ways that go over land, but for ferries, bridges and tunnels.
OVERLAND = frozenset({"road", "rail", "foot", "horse", "bicycle"})
Neighbours = Callable[[str], Iterable[str]]


def estimate_route(
    start: Place, end: Place, *, mode: str, neighbours: Neighbours | None = None, overland: Overland | None = None
) -> Route:
    """The likely length of a way, marked as an estimate; its length is None where a place has no point.

    `neighbours` gives the countries that share a land border with one; with it the estimate says where a way by land
    has to cross the sea. `overland` gives the way around water and through hills; without it only the straight line
    is known.
    """
    circuity = CIRCUITY.get(mode, CIRCUITY["road"])
    stops = (start, end)
    if start.at is None or end.at is None:
        why = f"{start.name if start.at is None else end.name} has no point on the map"
        return Route(mode=mode, stops=stops, length_km=None, length_source="", straight_km=0.0, estimated=True, why=why)
    straight = distance_km(start.at, end.at)
    way = overland.way(start.at, end.at) if overland is not None and mode in OVERLAND else None
    by_sea = way is not None and way.water_km > MOST_BRIDGED_KM
    way = None if by_sea else way
    line, winds = (way.length_km, _winds(way, straight)) if way is not None else (straight, OVER_SEA if by_sea else "")
    usual, most = _over_hills(circuity, way) if way is not None else (circuity.usual, circuity.high)
    along = f"the least way over land, {line:,.0f} km {winds}," if winds and way else "straight line"
    sources = [Source(name=circuity.source), *([overland.source] if overland and winds else [])]
    return Route(
        mode=mode,
        stops=stops,
        length_km=round(line * usual, 1),
        length_source=f"estimate: {along} times {usual:.2g} ({circuity.source})",
        straight_km=straight,
        low_km=straight * circuity.low,
        high_km=line * most,
        geometry=(geodesic_line(start.at, end.at),),
        sources=tuple(sources),
        estimated=mode != "straight",
        why=f"no {mode} network reaches these places, so the length is estimated from the "
        f"{'land between them' if winds and way else 'straight line'}" + _over_sea(start, end, mode, neighbours),
        winds=winds,
    )


def _over_hills(circuity: Circuity, way: LandWay) -> tuple[float, float]:
    """How much longer than the least way over land a road is, usually and at most."""
    share = _between(way.relief_m, *HILLS_M)
    far = _between(way.length_km, NEAR_KM, FAR_KM)
    steep = MOST_IN_HILLS[NEAR_KM] + far * (MOST_IN_HILLS[FAR_KM] - MOST_IN_HILLS[NEAR_KM])
    usual = circuity.usual + share * max(0.0, USUAL_IN_HILLS - circuity.usual)
    most = circuity.high + share * max(0.0, steep - circuity.high)
    return usual, max(most, MOST_OVER_WATER if way.water_km else 0.0)


def _winds(way: LandWay, straight_km: float) -> str:
    """What makes a way wind more than others do."""
    if way.water_km:
        return f"with {way.water_km:,.0f} km over water"
    if way.length_km > DETOUR * straight_km:
        return "around water"
    return "through mountains" if way.relief_m >= HILLS_M[1] else "through hills" if way.relief_m > HILLS_M[0] else ""


def _between(value: float, low: float, high: float) -> float:
    return min(1.0, max(0.0, (value - low) / (high - low)))


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
