"""How far apart two places can be said to lie, given how far each reaches."""

from __future__ import annotations

import heapq
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from geomap.claims.lands import border_of, coast_around, coast_of
from geomap.claims.patterns import EDGE
from geomap.claims.signs import AREAS, REGIONS
from geomap.coordinates import KIND
from geomap.geodesy import distance_km, geodesic_line, map_bearing_deg, measure, rough_distance_km
from geomap.interfaces import Gazetteer
from geomap.records import LatLon, Line, Participant, Place

# A country within this radius is measured from its point, as a city is (chosen by us: Singapore has 15 km, Hong Kong
# 19; Luxembourg has 29).
CITY_STATE_KM = 20.0
# So far inland the nearest sea may be that of a country farther off: Lhasa is nearest to that of Bangladesh.
_FAR_INLAND_KM = 300.0
_EDGE = re.compile(rf"\b{EDGE}\b", re.IGNORECASE)
_COAST = re.compile(r"\b(?:coast|coastline|shores?|shoreline)\b", re.IGNORECASE)
_BORDER = re.compile(r"\b(?:border|frontier|boundary)\b", re.IGNORECASE)
_SEA = re.compile(r"(?:the|its|their)\s(?:nearest\s)?(?:coast|coastline|sea|ocean|shore|seashore)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Gap:
    """The straight distance between two places: between their nearest and their furthest parts, and the usual one.

    `bearing_deg` is the azimuth at the ground towards the figure, `map_deg` the course that a map shows; None where
    they have no points of their own.
    `reach_km` is what the extents add up to; `of_edge` marks a distance to a border or coast, `inside` that it is that
    of the area in which the other place lies, `known` that the extents come from outlines, not from a radius alone.
    """

    low_km: float
    usual_km: float
    high_km: float
    reach_km: float
    bearing_deg: float | None
    lines: tuple[Line, ...]
    of_edge: bool = False
    of_area: bool = False
    known: bool = True
    map_deg: float | None = None
    inside: bool = False
    of_coast: bool = False
    sea: str = ""


class Geometry:
    """Measures gaps; a gazetteer gives the outlines of areas."""

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        self._gazetteer = gazetteer

    def gap(self, ground: Participant, figure: Participant) -> Gap | None:
        """The gap between two participants; None where one has no place, or is an area of unknown extent."""
        a, b = ground.place, figure.place
        for end, other in ((ground, b), (figure, a)):
            if other is not None and means_sea(end) and not (end.place is not None and self._outline(end.place)):
                return self._to_sea(end, other)
        if a is None or b is None or a.at is None or b.at is None:
            return None
        for end, area, point in ((ground, a, b), (figure, b, a)):
            if means_edge(end):
                gap = self._to_edge(area, point, self._edge_lines(end, area))
                return gap and replace(gap, of_coast=_COAST.search(end.text) is not None)
        if is_area(a) or is_area(b):
            return self._between_areas(a, b)
        straight, bearing = measure(a.at, b.at)
        reach = reach_km(a) + reach_km(b)
        lines = (line_between(a.at, b.at, straight),) if straight > 0 else ()
        return Gap(
            max(0.0, straight - reach),
            straight,
            straight + reach,
            reach,
            bearing,
            lines,
            map_deg=map_bearing_deg(a.at, b.at),
        )

    def _outline(self, place: Place) -> tuple[Line, ...]:
        found = self._gazetteer.outline(place.id) if self._gazetteer else None
        return tuple(line for line in found if len(line) > 1) if found else ()

    def _edge_lines(self, end: Participant, area: Place) -> Sequence[Line]:
        """The part of an area's outline that words mean: "the Kenyan coast", "the border with Sudan"."""
        if self._gazetteer is None or area.kind != "country" or area.country is None:
            return self._outline(area)
        if _COAST.search(end.text):
            return coast_of(area.country, self._gazetteer) or self._outline(area)
        lines = [
            edge
            for other in self._gazetteer.neighbours(area.country)
            for edge in border_of(area.country, other, self._gazetteer)
        ]
        return lines if lines and _BORDER.search(end.text) else self._outline(area)

    def _to_sea(self, end: Participant, other: Place) -> Gap | None:
        """The distance of a place to the nearest coast: that of its country or of the countries around it."""
        if self._gazetteer is None or other.at is None or other.country is None or is_area(other):
            return None
        gap = self._to_edge(other, other, coast_around(other.country, self._gazetteer))
        if gap is None or gap.usual_km > _FAR_INLAND_KM:
            gap = self._to_edge(other, other, coast_around(other.country, self._gazetteer, rings=2))
        if gap is None:
            return None
        named = end.place.name if end.place is not None else ""
        return replace(gap, of_coast=True, inside=False, sea=named)

    def _to_edge(self, area: Place, other: Place, lines: Sequence[Line]) -> Gap | None:
        """The distance of a place to the border or coast of an area."""
        rings = self._outline(area)
        if not lines or other.at is None:
            return None
        nearest, at = nearest_on(lines, other.at)
        if is_area(other) and (shore := self._outline(other)):
            nearest, at = nearest_on(lines, nearest_on(shore, at)[1])
        reach = reach_km(other) + 0.05 * nearest
        line = line_between(at, other.at, nearest) if nearest > 0 else ()
        bearing = measure(at, other.at)[1]
        return Gap(
            max(0.0, nearest - reach),
            nearest,
            nearest + reach,
            reach,
            bearing,
            (line,) if line else (),
            of_edge=True,
            inside=contains(rings, other.at),
        )

    def _between_areas(self, a: Place, b: Place) -> Gap | None:
        """From the nearest parts of two places to their points and beyond; never a centroid alone."""
        assert a.at is not None
        assert b.at is not None
        known = True
        centre, bearing = measure(a.at, b.at)
        low, high = centre, centre
        for area, other in ((a, b), (b, a)):
            if not is_area(area):
                low, high = low - reach_km(area), high + reach_km(area)
                continue
            rings = self._outline(area)
            if not rings:
                known = False
                low, high = low - area.radius_km, high + area.radius_km
                if area.radius_km <= 1.0:
                    return None
                continue
            assert other.at is not None
            nearest = 0.0 if contains(rings, other.at) else nearest_on(rings, other.at)[0]
            away = other.at
            corners = (p for ring in rings for p in ring[:: max(1, len(ring) // 40)])
            furthest = distance_km(away, max(corners, key=lambda p: rough_distance_km(away, p)))
            low, high = min(low, nearest), max(high, furthest)
        if is_area(a) and is_area(b) and known:
            low = self._nearest_parts(a, b)
        lines = (line_between(a.at, b.at, centre),) if centre > 0 else ()
        course = map_bearing_deg(a.at, b.at)
        return Gap(
            max(0.0, low), centre, high, high - centre, bearing, lines, of_area=True, known=known, map_deg=course
        )

    def _nearest_parts(self, a: Place, b: Place) -> float:
        """How near two areas come to each other, found by going to and fro between their outlines.

        From one start that may end at a bay or a cape, so it begins at a point of the one and at the corners that are
        nearest to each other.
        """
        one, two = self._outline(a), self._outline(b)
        assert b.at is not None
        corners = _corners(one)
        nearest = {q: min(rough_distance_km(p, q) for p in corners) for q in _corners(two)}
        best = math.inf
        for start in (b.at, *heapq.nsmallest(_STARTS, nearest, key=lambda q: nearest[q])):
            at, near = start, 0.0
            for _ in range(4):
                near, here = nearest_on(one, at)
                near, at = nearest_on(two, here)
            best = min(best, near)
        return best


# So many points of an outline stand for it in a first look, and so many of them are looked at again (chosen by us).
_CORNERS, _STARTS = 60, 2


def _corners(rings: Sequence[Line]) -> Sequence[LatLon]:
    """Some points of an outline, about evenly spread over its lines."""
    points = [p for ring in rings for p in ring[:: max(1, len(ring) // _CORNERS)]]
    return points[:: max(1, len(points) // _CORNERS)]


@lru_cache(maxsize=8192)
def line_between(a: LatLon, b: LatLon, length_km: float) -> Line:
    """The shortest line for a map: two points where it looks straight, at most two dozen where it bends."""
    if length_km < 150 and abs(a.lon_deg - b.lon_deg) < 180:
        return (a, b)
    return geodesic_line(a, b, step_km=max(150.0, length_km / 24))


def means_edge(participant: Participant) -> bool:
    """Whether the words mean a border or a coast and not the place itself: "the border with Senegal"."""
    place = participant.place
    if place is None or place.kind not in AREAS:
        return False
    match = list(_EDGE.finditer(participant.text))
    return bool(match)


def means_sea(participant: Participant) -> bool:
    """Whether the words mean the sea or the nearest coast, or a sea by its name: "the coast", "the Pacific"."""
    if participant.place is None:
        return _SEA.fullmatch(participant.text) is not None
    return participant.place.kind in {"ocean", "sea", "gulf", "bay"}


def is_area(place: Place) -> bool:
    """Whether a place is so large that its point says little; a region or state that is a city is not."""
    if place.kind == "region" and place.name.endswith(" City"):
        return False
    if place.kind == "country" and 1.0 < place.radius_km <= CITY_STATE_KM:
        return False
    return place.kind in REGIONS - {"vague"} or place.radius_km > 40


def reach_km(place: Place) -> float:
    """How far a place reaches from its point: a city 30 km at most, a point that the text makes as it is vague."""
    if place.kind == KIND:
        return max(place.radius_km, 1.0)
    return min(max(place.radius_km, 1.0), 30.0)


def nearest_on(rings: Sequence[Line], point: LatLon) -> tuple[float, LatLon]:
    """Distance and position of the nearest point of some lines; flat around `point`, exact in the end."""
    scale = max(0.05, math.cos(math.radians(point.lat_deg)))
    best, best_at = math.inf, rings[0][0]
    for ring in rings:
        flat = [(((p.lon_deg - point.lon_deg + 540) % 360 - 180) * scale, p.lat_deg - point.lat_deg) for p in ring]
        for (ax, ay), (bx, by) in pairwise(flat):
            dx, dy = bx - ax, by - ay
            length = dx * dx + dy * dy
            if abs(dx) > 180:
                continue
            share = 0.0 if length == 0 else min(1.0, max(0.0, -(ax * dx + ay * dy) / length))
            x, y = ax + share * dx, ay + share * dy
            if x * x + y * y < best:
                best = x * x + y * y
                lon = (x / scale + point.lon_deg + 540) % 360 - 180
                best_at = LatLon(y + point.lat_deg, lon)
    return distance_km(point, best_at), best_at


def contains(rings: Sequence[Line], point: LatLon) -> bool:
    """Whether a point lies inside the rings (even-odd rule)."""
    inside = False
    for ring in rings:
        for a, b in pairwise((*ring, ring[0])):
            if (a.lat_deg > point.lat_deg) != (b.lat_deg > point.lat_deg) and abs(a.lon_deg - b.lon_deg) < 180:
                lon = a.lon_deg + (point.lat_deg - a.lat_deg) / (b.lat_deg - a.lat_deg) * (b.lon_deg - a.lon_deg)
                inside ^= point.lon_deg < lon
    return inside
