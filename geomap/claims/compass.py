"""Checks of a stated direction: the azimuth against the sector that the writer's grain leaves open."""

from __future__ import annotations

import math

from geomap import tolerances
from geomap.claims.geometry import Gap
from geomap.geodesy import angle_between_deg, compass_azimuth_deg, compass_point
from geomap.records import Outcome

NAMES = {
    "N": "north",
    "E": "east",
    "S": "south",
    "W": "west",
    "NE": "north-east",
    "SE": "south-east",
    "SW": "south-west",
    "NW": "north-west",
    "NNE": "north-north-east",
    "ENE": "east-north-east",
    "ESE": "east-south-east",
    "SSE": "south-south-east",
    "SSW": "south-south-west",
    "WSW": "west-south-west",
    "WNW": "west-north-west",
    "NNW": "north-north-west",
}
_BANDS = {
    1: (tolerances.CARDINAL.value, tolerances.CARDINAL_FAR.value),
    2: (tolerances.INTERCARDINAL.value, tolerances.INTERCARDINAL_FAR.value),
    3: (tolerances.SIXTEENTH.value, tolerances.SIXTEENTH_FAR.value),
}


def judge_direction(direction: str, gap: Gap) -> tuple[Outcome, float] | None:
    """The outcome and the angle off; None where the places lie too near or too wide to tell.

    Of the shortest line and the course on a map, which part over long ways, the nearer to the stated direction counts.
    An angle that the extents of the places alone can make is taken off before it is judged.
    """
    if gap.bearing_deg is None or gap.of_edge or gap.usual_km <= 0:
        return None
    if gap.of_area and gap.reach_km > gap.usual_km:
        return None
    off = _off_deg(direction, gap)
    slack = tolerances.EDGE_SHARE.value * gap.reach_km / gap.usual_km
    if slack >= 1:
        return None
    firm = max(0.0, off - math.degrees(math.asin(slack)))
    near, far = _BANDS[len(direction)]
    if off <= near:
        return Outcome.CONSISTENT, off
    return (Outcome.DOUBTFUL if firm <= far else Outcome.INCONSISTENT), off


def _off_deg(direction: str, gap: Gap) -> float:
    stated = compass_azimuth_deg(direction)
    return min(angle_between_deg(stated, seen) for seen in (gap.bearing_deg, gap.map_deg) if seen is not None)


def describe_sight(direction: str, gap: Gap) -> str:
    """Where the figure lies: "north-east (43°)", and the course on a map where the shortest line sets out otherwise."""
    line = gap.bearing_deg or 0.0
    if gap.map_deg is None or compass_point(gap.map_deg) == compass_point(line):
        return f"{describe_bearing(line)} ({line:.0f}°)"
    stated = compass_azimuth_deg(direction)
    if angle_between_deg(stated, gap.map_deg) >= angle_between_deg(stated, line):
        return f"{describe_bearing(line)} ({line:.0f}°)"
    return (
        f"{describe_bearing(gap.map_deg)} on a map ({gap.map_deg:.0f}°; the shortest line sets out to the "
        f"{describe_bearing(line)}, {line:.0f}°)"
    )


def is_near_limit(direction: str, off_deg: float) -> bool:
    """Whether an angle off passes only just."""
    return off_deg >= tolerances.BOTH_DIRECTION.value * near_band(direction)


def bands(direction: str) -> tuple[float, float]:
    """How many degrees off a writer of this grain may be without a doubt, and at most."""
    return _BANDS[len(direction)]


def near_band(direction: str) -> float:
    """How many degrees off a writer of this grain may be without a doubt."""
    return _BANDS[len(direction)][0]


def describe_bearing(bearing_deg: float) -> str:
    """The name of the nearest point of the compass."""
    return NAMES[compass_point(bearing_deg)]
