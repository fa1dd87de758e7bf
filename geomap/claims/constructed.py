"""Points that only a text's distances and directions put on the map, such as the epicentre of an earthquake."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from geomap.claims.compass import NAMES
from geomap.claims.geometry import is_area, means_edge
from geomap.coordinates import KIND
from geomap.geodesy import compass_azimuth_deg, destination
from geomap.quantities import convert
from geomap.records import Claim, Participant, Place

# So near to a named place a point needs no direction to be held against distances that are a multiple (chosen by us).
_BESIDE_KM = 15.0
_MOVED_ON = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|noon|night|dawn|dusk|midnight|morning|evening|hours?|days?|then|later|now"
    r"|today|tomorrow|yesterday|will)\b",
    re.IGNORECASE,
)
_SURE = 0.75
# An area with a radius below this share of a stated distance counts as a point (chosen by us).
_SMALL = 0.25


def with_constructed(claims: list[Claim], text: str) -> Iterator[Claim]:
    """The claims of a sentence; a figure that only its distances place is placed by those that the claim is not.

    "6 miles northeast of X and 30 miles southeast of Y": the first puts a point on the map, the second is held to it.
    What `text` tells of another day is no such claim: "200 km south of X, and on Friday 90 km from Y".
    """
    if any(_MOVED_ON.search(text, a.end, b.start) for a, b in pairwise(claims)):
        yield from claims
        return
    fixes = [c for c in claims if _is_loose(c) and is_fix(c)]
    same = [c for c in fixes if _said(c) == _said(fixes[0])]
    for claim in claims:
        others = (
            [c for c in same if c is not claim] if same and _is_loose(claim) and _said(claim) == _said(same[0]) else []
        )
        if not others or (len(same) == 2 and claim is same[0]):
            yield claim
            continue
        yield replace(claim, figure=constructed_point(min(others, key=_reach)))


def _is_loose(claim: Claim) -> bool:
    return claim.figure is not None and claim.figure.place is None


def _said(claim: Claim) -> str:
    return claim.figure.text if claim.figure is not None else ""


def is_constructed(participant: Participant) -> bool:
    """Whether a participant's place is a point that only the text's distances make."""
    place = participant.place
    return place is not None and place.kind == KIND and participant.start is None


def made_point(claim: Claim) -> str:
    """What a claim is told of or from that only the text's distances put on the map; empty for named places."""
    return next((p.text for p in (claim.figure, claim.ground) if p is not None and is_constructed(p)), "")


def is_fix(claim: Claim) -> bool:
    """Whether a statement puts what it is told of on the map: a distance and direction, or one of a few kilometres."""
    ground = claim.ground
    place = ground.place if ground else None
    if claim.stated is None or ground is None or place is None or place.at is None or means_edge(ground):
        return False
    if is_area(place) and place.radius_km > _SMALL * _reach(claim):
        return False  # no point of Syria says where "100 km west of Syria" is
    return claim.direction is not None or _reach(claim) <= _BESIDE_KM


def _reach(claim: Claim) -> float:
    assert claim.stated is not None
    return convert(claim.stated.value, claim.stated.unit, "km")


def constructed_point(claim: Claim) -> Participant:
    """The point that a claim of distance and direction describes, as wide as its figure and direction are vague."""
    assert claim.ground is not None
    assert claim.ground.place is not None
    assert claim.ground.place.at is not None
    assert claim.stated is not None
    km = _reach(claim)
    ground = claim.ground.place
    at, words = claim.ground.place.at, f"{claim.stated.text} from {ground.name}"
    if claim.direction is not None:
        at = destination(at, compass_azimuth_deg(claim.direction), km)
        words = f"{claim.stated.text} {NAMES[claim.direction]} of {ground.name}"
    place = Place(
        id=f"geomap:point-{ground.id.replace(':', '-')}-{claim.direction}-{km:.0f}",
        name=f"the point {words}",
        at=at,
        kind=KIND,
        country=ground.country,
        radius_km=max(2.0, (0.4 if claim.direction else 1.0) * km + 0.5 * ground.radius_km),
        source=ground.source,
    )
    said = claim.figure.text if claim.figure else ""
    return Participant(place=place, text=said, score=_SURE, why=f"placed by “{words}”")
