"""Amounts of time as travel times: which can be one, in what unit, and how far one gets in them."""

from __future__ import annotations

from dataclasses import replace

from geomap.claims.attachment import is_difference
from geomap.claims.travel_time.shapes import NOT_AFTER, TIME_BEFORE, TOOK
from geomap.claims.wording import Wording
from geomap.geodesy import angle_between_deg, bearing_deg, compass_azimuth_deg, rough_distance_km
from geomap.quantities import convert
from geomap.records import Participant, Place, Quantity
from geomap.tolerances import CARDINAL_FAR, CEILINGS

# A mean speed below this share of what is hardly reached speaks for another start of the journey (chosen by us).
_IDLE = 0.15
_UNITS = frozenset({"min", "h", "day", "week"})


def is_within_reach(a: Place, b: Place | None, time: Quantity, mode: str | None) -> bool:
    """Whether the straight line between two places is one that a way of travelling makes in a time."""
    hours = convert(time.value, time.unit, "h")
    if b is None or a.at is None or b.at is None or hours <= 0:
        return b is None
    kmh = rough_distance_km(a.at, b.at) / hours
    top = CEILINGS.get(mode or "road", CEILINGS["road"])[0].value
    return _IDLE * top <= kmh <= top


def is_too_far(ends: tuple[Participant, Participant], time: Quantity, mode: str) -> bool:
    """Whether two ends lie further apart than any way of travelling of a kind gets in a time."""
    a, b = (end.place.at if end.place is not None else None for end in ends)
    hours = convert(time.value, time.unit, "h")
    return a is not None and b is not None and rough_distance_km(a, b) > hours * CEILINGS[mode][1].value


def lies_towards(place: Place | None, ground: Place, direction: str | None) -> bool:
    """Whether a place lies in about the stated direction from another one; whatever none is stated of does."""
    if direction is None or place is None or place.at is None or ground.at is None:
        return True
    return angle_between_deg(bearing_deg(ground.at, place.at), compass_azimuth_deg(direction)) <= CARDINAL_FAR.value


def in_hours(quantity: Quantity) -> Quantity:
    """Days and weeks of travel in hours, so that all travel times compare; minutes and hours as they stand."""
    if quantity.unit in {"h", "min", "s"}:
        return quantity
    value, low, high = (convert(v, quantity.unit, "h") for v in (quantity.value, quantity.low, quantity.high))
    return replace(quantity, value=value, low=low, high=high, unit="h")


def is_travel(wording: Wording, at: int, quantity: Quantity) -> bool:
    """Whether an amount of time can be a travel time at all."""
    if quantity.unit not in _UNITS:
        return False
    line = wording.line
    after = NOT_AFTER.match(line, at + 1)
    if after and after[0].strip() == "before" and TOOK.search(line, max(0, at - 40), at):
        after = None  # "took six hours before the war"
    return not (TIME_BEFORE.search(line, max(0, at - 24), at) or after or is_difference(wording, at))
