"""Where a statement puts an unknown place: near a known one, in an area, so far from a town."""

from __future__ import annotations

import math

from geomap import tolerances
from geomap.claims.confines.regions import Area, Disc, Region
from geomap.claims.geometry import is_area, means_edge, reach_km
from geomap.claims.rereading import one_way
from geomap.coordinates import KIND
from geomap.geodesy import bearing_deg, compass_azimuth_deg, destination, distance_km
from geomap.interfaces import Gazetteer
from geomap.records import Claim, ClaimKind, Modality, Participant, Place

# How far from "30 km north of X" a place may lie, as a share of the 30 km: that of a way that winds by a third and
# heads half a right angle off (chosen by us, after the spread of directions and ways in CLAIMS model v0).
_ASTRAY = 0.6
# "near X" is within so many times what counts as near (chosen by us: where nearness is doubted no more than that).
_NEAR = 3.0
# "halfway between X and Y" is within such a share of their distance from the middle of the line (chosen by us).
_HALFWAY = 0.3


# What is told apart by a radius of its own where no outline is known.
_ROUND = frozenset({"island", "district"})


def is_loose(participant: Participant) -> bool:
    """Whether no place is known of a participant, or a point alone that distances make."""
    return participant.place is None or participant.place.kind == KIND


def name_of(participant: Participant | None) -> str:
    """The name by which a text calls a place that is not known; "" for known ones and descriptions."""
    if participant is None or not is_loose(participant):
        return ""
    name = participant.text.partition(",")[0].strip()
    return name.casefold() if name[:1].isupper() else ""


def region_of(claim: Claim, name: str, gazetteer: Gazetteer) -> Region | None:
    """The region in which a statement puts a place; None for one that leaves it open."""
    if claim.modality is not Modality.ASSERTED:
        return None
    figured = name_of(claim.figure) == name
    other = claim.ground if figured else claim.figure
    place = other.place if other is not None else None
    if other is None or place is None or place.at is None or place.kind == KIND:
        return None
    words, score = " ".join(claim.quote.split()), other.score
    if claim.kind is ClaimKind.CONTAINMENT:
        return _within(place, words, score, gazetteer) if figured and claim.event is None else None
    if is_area(place) or means_edge(other):
        return None
    if claim.kind is ClaimKind.DISTANCE and claim.stated is not None:
        return _at_distance(claim, place, words, score, figured=figured)
    if claim.kind is ClaimKind.PROXIMITY and claim.event == "near":
        return Disc(place.at, _NEAR * tolerances.NEAR_KM.value + reach_km(place), words, score)
    if claim.kind is ClaimKind.BETWEEN and claim.event == "half" and figured:
        return _halfway(claim, place, words)
    return None


def _within(place: Place, words: str, score: float, gazetteer: Gazetteer) -> Region | None:
    outline = gazetteer.outline(place.id)
    rings = tuple(ring for ring in outline or () if len(ring) > 3 and ring[0] == ring[-1])
    if rings:
        return Area(rings, words, score)
    if place.at is None or place.kind not in _ROUND or place.radius_km <= 1.0:
        return None  # of a region without an outline only a radius is known that all such regions have
    return Disc(place.at, 1.5 * place.radius_km, words, score)


def _at_distance(claim: Claim, place: Place, words: str, score: float, *, figured: bool) -> Region | None:
    _, km, high = one_way(claim)
    if place.at is None or not 0 < km < math.inf:
        return None
    if claim.direction is not None and figured:
        middle = destination(place.at, compass_azimuth_deg(claim.direction), km)
        return Disc(middle, _ASTRAY * km + reach_km(place), words, score)
    return Disc(place.at, high + reach_km(place), words, score) if high < math.inf else None


def _halfway(claim: Claim, place: Place, words: str) -> Region | None:
    end = claim.via[0] if claim.via else None
    if end is None or end.place is None or end.place.at is None or place.at is None or is_area(end.place):
        return None
    whole = distance_km(place.at, end.place.at)
    middle = destination(place.at, bearing_deg(place.at, end.place.at), whole / 2)
    score = min(end.score, claim.ground.score if claim.ground else 1.0)
    return Disc(middle, _HALFWAY * whole, words, score)
