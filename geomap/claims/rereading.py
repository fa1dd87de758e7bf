"""Other places of the same names, where the ones chosen make a statement absurd and others make it true.

A statement of distance is the best evidence for which Austin is meant: 35 miles from Louisville is the one in Indiana.
A reading changes only where the chosen places are off by a multiple, so that a wrong figure stays a wrong figure.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from geomap.claims.best_known import SURE, Names
from geomap.claims.borders import km_to_line
from geomap.claims.settled import Settled
from geomap.claims.signs import AREAS
from geomap.geodesy import angle_between_deg, bearing_deg, compass_azimuth_deg, rough_distance_km
from geomap.interfaces import Gazetteer, Network
from geomap.quantities import convert
from geomap.records import Claim, Participant, Place, Reading
from geomap.tolerances import WELL_KNOWN

# How far off the chosen places must be before others are looked at (chosen by us): by less, a figure is simply wrong.
TOO_NEAR, TOO_FAR, LEAST_KM = 4.0, 2.5, 60.0
# What a fitting figure makes of the straight line: nine in ten true statements.
FITS = (0.85, 1.6)
# No degree of latitude is shorter.
_KM_A_DEGREE = 110.5

# The note of a claim whose length is that of the way there and back.
ROUND_TRIP = "a round trip"
# The note of a claim whose way is a race's or a tour's.
RACE = "a race"
# The note of a claim whose way is a new one, so that the known ways do not bound its length.
NEW_WAY = "a new way"
Fit = Callable[[Place, Place], float | None]


class Rereader:
    """Looks for places of the same names that a statement fits."""

    def __init__(self, gazetteer: Gazetteer | None = None, network: Network | None = None) -> None:
        self._gazetteer = gazetteer
        self._names = Names(gazetteer)
        self._settled = Settled(network)

    def reread(self, reading: Reading, claim: Claim, fit: Fit) -> Claim:
        """The claim with the places that fit best, unchanged where none fit.

        `fit` gives the cost of a pair of ground and figure, None where they do not fit.
        """
        if self._gazetteer is None or claim.ground is None or claim.figure is None:
            return claim
        if any(p.place is None and p.score < 0.4 for p in (claim.ground, claim.figure)):
            return claim
        if self._settled.holds(reading, claim):
            return claim
        grounds = self._names.candidates(reading, claim.ground, claim.figure)
        figures = self._names.candidates(reading, claim.figure, claim.ground)
        best: tuple[float, Place, Place] | None = None
        for ground, figure in _pairs(claim, grounds, figures):
            cost = fit(ground, figure)
            if cost is None:
                continue
            cost += _price(ground, claim.ground) + _price(figure, claim.figure)
            if best is None or cost < best[0]:
                best = cost, ground, figure
        if best is None:
            return claim
        return replace(claim, ground=_as(claim.ground, best[1]), figure=_as(claim.figure, best[2]))

    def weigh(self, reading: Reading, claim: Claim) -> Claim:
        """A distance that the chosen places do not fit, read of another place of one of the names if that fits.

        Where the resolver was not sure of the name, the other place is meant; else it is an alternative.
        """
        ground, figure, km = claim.ground, claim.figure, one_way(claim)[1]
        if self._gazetteer is None or ground is None or figure is None or ground.place is None or figure.place is None:
            return claim
        a, b = ground.place, figure.place
        if b.kind == "border" or a.kind == "border":
            return self._at_nearest_border(reading, claim)
        if km < 2 or {a.kind, b.kind} & AREAS or cost_of(a, b, km, claim.direction) is not None:
            return claim
        if self._settled.holds(reading, claim):
            return claim
        found = [
            (cost, role, place)
            for role, known, other in (("figure", figure, ground), ("ground", ground, figure))
            if _may_differ(known)
            for place in self._names.candidates(reading, known, other)
            if place.id not in {a.id, b.id} and place.at is not None
            for pair in [(a, place) if role == "figure" else (place, b)]
            if (cost := cost_of(*pair, km, claim.direction)) is not None
        ]
        if not found:
            return claim
        _, role, place = min(found, key=lambda one: one[0])
        known = figure if role == "figure" else ground
        changed = _as(known, place)
        read = replace(claim, figure=changed) if role == "figure" else replace(claim, ground=changed)
        return read if known.score < SURE else replace(claim, alternatives=(*claim.alternatives, read))

    def _at_nearest_border(self, reading: Reading, claim: Claim) -> Claim:
        """Of the borders of the one country that a text names ("the Pakistani border") the nearest to the other end."""
        assert self._gazetteer is not None and claim.ground is not None and claim.figure is not None
        ground, figure = claim.ground, claim.figure
        is_ground = ground.place is not None and ground.place.kind == "border"
        line, other = (ground, figure) if is_ground else (figure, ground)
        at = other.place.at if other.place is not None else None
        borders = [p for p in self._names.candidates(reading, line) if p.kind == "border"]
        if at is None or len(borders) < 2:
            return claim
        away = {p.id: km_to_line(at, self._gazetteer.outline(p.id)) for p in borders}
        nearest = _as(line, min(borders, key=lambda p: math.inf if (km := away[p.id]) is None else km))
        return replace(claim, ground=nearest) if is_ground else replace(claim, figure=nearest)

    def between(self, reading: Reading, *three: Participant) -> tuple[Participant, Participant, Participant]:
        """A place and the two ends it lies between; what has no place, or lies absurdly, becomes the least detour."""
        out = list(three)
        for n, participant in enumerate(three):
            others = [p.place.at for p in out[:n] + out[n + 1 :] if p.place is not None and p.place.at is not None]
            if len(others) < 2 or participant.score < 0.4 or "," in participant.text:
                continue
            side = rough_distance_km(*others)
            at = participant.place.at if participant.place is not None else None
            now = sum(rough_distance_km(at, o) for o in others) if at is not None else None
            if now is not None and now <= TOO_FAR * max(side, 50.0) * (2 if n else 1):
                continue
            known = [p for p in self._names.candidates(reading, participant) if p.at is not None]
            bends = {p.id: sum(rough_distance_km(p.at, o) for o in others) for p in known if p.at is not None}
            found = [p for p in known if bends[p.id] > 1]
            best = min(found, key=lambda p: bends[p.id] / (1 + 0.1 * math.log10(p.population + 1)), default=None)
            if best is not None and bends[best.id] <= 1.6 * max(side, 30.0) * (3 if n else 1):
                out[n] = _as(participant, best)
        return out[0], out[1], out[2]


def _pairs(claim: Claim, grounds: Sequence[Place], figures: Sequence[Place]) -> Iterable[tuple[Place, Place]]:
    """Pairs with one place changed, or both where neither is sure; what is qualified or huge stays."""
    assert claim.ground is not None
    assert claim.figure is not None
    grounds = [claim.ground.place] if claim.ground.place and _is_fixed(claim.ground) else grounds
    figures = [claim.figure.place] if claim.figure.place and _is_fixed(claim.figure) else figures
    unsure = max(claim.ground.score, claim.figure.score) < SURE
    free = claim.ground.place is None or claim.figure.place is None
    free = free or (unsure and len(grounds) * len(figures) <= 200)
    for ground in grounds:
        for figure in figures:
            kept = _is_chosen(ground, claim.ground) or _is_chosen(figure, claim.figure)
            if ground.id != figure.id and (free or kept):
                yield ground, figure


def _is_chosen(place: Place, participant: Participant) -> bool:
    return participant.place is not None and participant.place.id == place.id


def _is_fixed(participant: Participant) -> bool:
    """Whether a name means its place for good: its region stands beside it, or it is a huge city and surely meant."""
    place = participant.place
    city = place is not None and place.kind not in AREAS and place.population >= WELL_KNOWN.value
    return "," in participant.text or (city and participant.score >= SURE)


def _may_differ(participant: Participant) -> bool:
    """Whether a name can mean another place at all: not one that the user set, has its region beside it or is huge."""
    place = participant.place
    return (
        place is not None
        and participant.score < 1.0
        and "," not in participant.text
        and place.population < WELL_KNOWN.value
    )


def _price(place: Place, chosen: Participant) -> float:
    """What it costs to read a name as this place: less for what was chosen, and for the well known."""
    if chosen.place is not None and chosen.place.id == place.id:
        return -0.6 * chosen.score
    return 1.0 - 0.12 * math.log10(place.population + 10) + (0.5 if place.kind in AREAS else 0.0)


def _as(participant: Participant, place: Place) -> Participant:
    if participant.place is not None and participant.place.id == place.id:
        return participant
    where = ", ".join(x for x in (place.admin1, place.country) if x)
    why = f"read as {place.name} ({where}), which the stated figure fits; the name alone would mean another place"
    return replace(participant, place=place, score=max(0.6, min(0.8, participant.score)), why=why)


def _is_absurd(a: Place | None, b: Place | None, km: float) -> bool:
    """Whether an area lies another continent away from where the figure puts it."""
    if a is None or b is None or a.at is None or b.at is None:
        return False
    return rough_distance_km(a.at, b.at) > 10 * km + 1000 + a.radius_km + b.radius_km


def one_way(claim: Claim) -> tuple[float, float, float]:
    """Lowest, stated and highest length from end to end in km: half of what a round trip has; 0 for no length."""
    stated = claim.stated
    if stated is None:
        return 0.0, 0.0, 0.0
    share = 0.5 if ROUND_TRIP in claim.notes else 1.0
    low, value, high = (share * convert(v, stated.unit, "km") for v in (stated.low, stated.value, stated.high))
    return low, value, high


def fit_distance(claim: Claim) -> Fit | None:
    """How well two places fit a stated distance and direction; None where the chosen ones are not far off."""
    stated = claim.stated
    if stated is None or not math.isfinite(stated.value):
        return None
    km = one_way(claim)[1]
    a, b = (claim.ground.place if claim.ground else None), (claim.figure.place if claim.figure else None)
    areas = any(p is not None and p.kind in AREAS for p in (a, b))
    if km < 2 or (areas and not _is_absurd(a, b, km)):
        return None
    if a is not None and b is not None and a.at is not None and b.at is not None:
        straight = rough_distance_km(a.at, b.at)
        reach = a.radius_km + b.radius_km
        near = km > TOO_NEAR * (straight + reach) and stated.hedge not in {"within", "up to", "less than"}
        far = straight > TOO_FAR * km + LEAST_KM and stated.hedge not in {"at least", "more than"}
        far = far or straight > 2 * TOO_FAR * km + LEAST_KM
        if not (near or far):
            return None

    return lambda ground, figure: cost_of(ground, figure, km, claim.direction)


def cost_of(ground: Place, figure: Place, km: float, direction: str | None) -> float | None:
    """How badly two places fit a stated distance and direction, None where they do not fit at all."""
    if ground.at is None or figure.at is None or ground.kind in AREAS or figure.kind in AREAS:
        return None
    reach = 0.5 * (min(ground.radius_km, 20) + min(figure.radius_km, 20))
    if FITS[0] * (_KM_A_DEGREE * abs(ground.at.lat_deg - figure.at.lat_deg) - reach) > km:
        return None  # too far by their latitudes alone
    straight = rough_distance_km(ground.at, figure.at)
    if not (FITS[0] * (straight - reach) <= km <= FITS[1] * straight + reach):
        return None
    cost = 2 * abs(math.log(km / (1.08 * max(straight, 0.5))))
    if direction is not None and straight > 2 * reach:
        off = angle_between_deg(compass_azimuth_deg(direction), bearing_deg(ground.at, figure.at))
        if off > 60:
            return None
        cost += off / 45
    return cost


def fit_reach(claim: Claim, most_km: float) -> Fit | None:
    """How well two places fit a time in which no more than `most_km` can be made; None where the chosen ones do."""
    a, b = (claim.ground.place if claim.ground else None), (claim.figure.place if claim.figure else None)
    if (a is not None and a.kind in AREAS) or (b is not None and b.kind in AREAS) or not math.isfinite(most_km):
        return None
    points = [p.at for p in (a, b) if p is not None and p.at is not None]
    if len(points) == 2 and rough_distance_km(*points) <= TOO_FAR * most_km + LEAST_KM:
        return None

    huge = {p.id for p in (a, b) if p is not None and p.population >= WELL_KNOWN.value}

    def fit(ground: Place, figure: Place) -> float | None:
        if huge - {ground.id, figure.id}:  # any near pair fits a time: it says little against a huge city
            return None
        if ground.at is None or figure.at is None or ground.kind in AREAS or figure.kind in AREAS:
            return None
        straight = rough_distance_km(ground.at, figure.at)
        if not 1 < straight <= most_km:
            return None
        if claim.direction is not None:
            off = angle_between_deg(compass_azimuth_deg(claim.direction), bearing_deg(ground.at, figure.at))
            return None if off > 60 else off / 45
        return 0.5 * straight / most_km

    return fit
