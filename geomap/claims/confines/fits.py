"""How well a statement about a place fits, if the place lies at a given point."""

from __future__ import annotations

import math
from collections.abc import Callable
from enum import IntEnum

from geomap import tolerances
from geomap.claims.compass import bands
from geomap.claims.geometry import contains, is_area, means_edge, nearest_on, reach_km
from geomap.claims.rereading import one_way
from geomap.claims.travel_time.judge import ceilings
from geomap.claims.winding import PATHS
from geomap.geodesy import angle_between_deg, compass_azimuth_deg, map_bearing_deg, rough_distance_km
from geomap.interfaces import Gazetteer
from geomap.quantities import convert
from geomap.records import Claim, ClaimKind, LatLon, Place


class Grade(IntEnum):
    """How well a statement fits."""

    NOT = 0
    ROUGHLY = 1
    WELL = 2


# How a statement fits with the place at a point, give or take a slack in km.
Test = Callable[[LatLon, float], Grade]


def find_test(claim: Claim, gazetteer: Gazetteer, *, figured: bool) -> Test | None:
    """The test of a statement about an unknown place; `figured` says that the place is its figure.

    None for statements that are not held against regions.
    """
    other = claim.ground if figured else claim.figure
    place = other.place if other is not None else None
    if other is None or place is None or place.at is None:
        return None
    if claim.kind is ClaimKind.CONTAINMENT:
        return _inside(place, gazetteer) if figured and claim.event is None and claim.direction is None else None
    if is_area(place) or means_edge(other):
        return None
    if claim.kind is ClaimKind.DISTANCE and claim.stated is not None:
        return _distance(claim, place, figured=figured)
    if claim.kind is ClaimKind.TRAVEL_TIME and claim.stated is not None:
        return _time(claim, place)
    if claim.kind is ClaimKind.DIRECTION and figured and claim.event is None:
        return lambda point, slack: _sight(claim, place, point, slack)
    if claim.kind is ClaimKind.PROXIMITY and claim.event == "near":
        return _near(claim, place)
    return None


def _distance(claim: Claim, place: Place, *, figured: bool) -> Test | None:
    low, _, high = one_way(claim)
    longest = tolerances.WINDING_RATIO if claim.mode in PATHS else tolerances.FAR_RATIO

    def test(point: LatLon, slack: float) -> Grade:
        assert place.at is not None
        away, reach = rough_distance_km(place.at, point), reach_km(place) + slack
        least, most = max(0.0, away - reach), away + reach
        if high < tolerances.SHORT_RATIO.value * least or low > longest.value * most:
            return Grade.NOT
        firm = high >= least and low <= tolerances.STRAIGHT_RATIO.value * most
        grade = Grade.WELL if firm or claim.mode in PATHS else Grade.ROUGHLY
        return min(grade, _sight(claim, place, point, slack)) if figured and claim.direction else grade

    return test if high > 0 else None


def _sight(claim: Claim, place: Place, point: LatLon, slack: float) -> Grade:
    """Whether a point lies on the stated side of a place."""
    assert place.at is not None and claim.direction is not None
    away, reach = rough_distance_km(place.at, point), 0.5 * reach_km(place) + slack
    if away <= reach:
        return Grade.WELL
    seen = map_bearing_deg(place.at, point)
    off = angle_between_deg(compass_azimuth_deg(claim.direction), seen) - math.degrees(math.asin(reach / away))
    near, far = bands(claim.direction)
    return Grade.WELL if off <= near else Grade.ROUGHLY if off <= far else Grade.NOT


def _time(claim: Claim, place: Place) -> Test | None:
    assert claim.stated is not None
    hours = convert(claim.stated.high, claim.stated.unit, "h")
    warn, reject = (limit.value for limit in ceilings(claim))

    def test(point: LatLon, slack: float) -> Grade:
        assert place.at is not None
        away = max(0.0, rough_distance_km(place.at, point) - reach_km(place) - slack)
        return Grade.NOT if away > reject * hours else Grade.WELL if away <= warn * hours else Grade.ROUGHLY

    return test if 0 < hours < math.inf else None


def _near(claim: Claim, place: Place) -> Test:
    limit = max(tolerances.NEAR_KM.value, *(tolerances.NEAR_SHARE.value * q.value for q in claim.quantities), 0.0)

    def test(point: LatLon, slack: float) -> Grade:
        assert place.at is not None
        away = rough_distance_km(place.at, point) - reach_km(place) - slack
        return Grade.WELL if away <= limit else Grade.ROUGHLY if away <= 3 * limit else Grade.NOT

    return test


def _inside(place: Place, gazetteer: Gazetteer) -> Test | None:
    rings = [ring for ring in gazetteer.outline(place.id) or () if len(ring) > 3 and ring[0] == ring[-1]]
    if not rings or place.kind == "vague":
        return None

    def test(point: LatLon, slack: float) -> Grade:
        away = 0.0 if contains(rings, point) else nearest_on(rings, point)[0] - slack
        if away <= tolerances.OUTLINE_KM.value:
            return Grade.WELL
        return Grade.ROUGHLY if away <= tolerances.OUTLINE_FAR_KM.value else Grade.NOT

    return test
