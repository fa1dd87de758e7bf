"""Puts findings into verdicts, the same way for every kind of claim about distance, direction and time."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

from geomap.claims.findings import Finding, no_place
from geomap.claims.geometry import Gap
from geomap.geodesy import rough_distance_km
from geomap.records import Claim, ClaimKind, Modality, Outcome, Participant, Place, Source, Verdict
from geomap.tolerances import (
    ABSURD_KM,
    ABSURD_RATIO,
    CARDINAL_FAR,
    COARSE_KM,
    COARSE_REACH,
    DENIED,
    ROUTE_MATCH,
    WELL_KNOWN,
)

# How bad an outcome is when several checks of one claim differ.
SEVERITY = {Outcome.CONSISTENT: 0, Outcome.UNVERIFIABLE: 1, Outcome.DOUBTFUL: 2, Outcome.INCONSISTENT: 3}
# Below these scores of a place an inconsistency is doubted rather than stated: of one that the text names, which the
# resolver's calibration puts at one wrong in seven or more, and of one that it only implies.
SURE_ENOUGH, SURE_ENOUGH_IMPLIED = 0.8, 0.7
# … and of one that a network of the stated way of travelling joins to the other end (chosen by us).
SURE_ENOUGH_SERVED = 0.3
# … and of a large city that the text names: the finders have looked through its namesakes for one that the statement
# fits, and a large city is not missing from the gazetteer (chosen by us).
SURE_ENOUGH_PROMINENT, PROMINENT = 0.5, 100_000
# No list holds all places that are smaller than this (chosen by us).
_HAMLET = 2_000
# A park that reaches no farther lies in one town (chosen by us).
_TOWN_PARK_KM = 5.0
# From this score on a place is right 97 times of 100 (benchmarks/README.md): only an absurd figure speaks for another.
VERY_SURE = 0.9


def missing(claim: Claim, rule: str) -> Verdict:
    """The verdict on a claim that lacks a place: what is missing and how to supply it."""
    said = [
        _lack(role, p) for role, p in (("what is located", claim.figure), ("where it is measured from", claim.ground))
    ]
    said += [_lack("a further place", p) for p in claim.via]
    lacks = [words for words in said if words]
    why = (
        "; ".join(lacks)
        or "the places have no outline or extent to measure by; import one with geomap data import-places FILE"
    )
    return Verdict(
        claim=claim, outcome=Outcome.UNVERIFIABLE, rule=rule, why=f"Cannot be checked: {why}", score=claim.score
    )


def _lack(role: str, participant: Participant | None) -> str:
    if participant is None:
        return f"the text does not say {role}"
    if participant.place is None:
        return no_place(f"“{participant.text}”", participant.why or role)
    if participant.place.at is None:
        return f"{participant.place.name} has no point on the map"
    return ""


def settle(claim: Claim, finding: Finding, measured: Mapping[str, float], gap: Gap | None) -> Verdict:
    """The verdict of a finding: a denied statement turns around, an unsure place makes an inconsistency doubtful."""
    outcome, rule, why = finding.outcome, finding.rule, finding.why
    if claim.modality is Modality.NEGATED and outcome in {Outcome.CONSISTENT, Outcome.INCONSISTENT}:
        outcome = _denied(outcome, measured)
        rule, why = f"{claim.kind}.negative-claim", f"the text denies it, and {why}"
    served = _is_served(claim, finding)
    meant = () if _is_length_right(claim, measured) else (claim.figure, claim.ground, *claim.via)
    unsure = [p for p in meant if p and p.place and _is_unsure(p, served=served)]
    if rule.endswith((".dates", ".own-distance")):
        pass  # the text does not match itself, whichever places are meant
    elif outcome is Outcome.INCONSISTENT and gap and not served and (doubted := _homonym(claim, gap, measured)):
        outcome, rule = Outcome.UNVERIFIABLE, f"{claim.kind}.other-place"
        why = f"cannot be checked: {doubted}; set the place that is meant with --resolve NAME=ID"
    elif outcome is Outcome.INCONSISTENT and unsure:
        outcome = Outcome.DOUBTFUL
        implied = "the sentence does not name its place, and " if unsure[0].start is None else ""
        why = (
            f"{why}; but {implied}another place than {_where(unsure[0].place)} may be meant (--resolve NAME=ID sets it)"
        )
    elif outcome is Outcome.INCONSISTENT and gap and (coarse := _coarse(claim, gap, measured)):
        outcome = Outcome.DOUBTFUL
        why = f"{why}; but the point of {coarse.name} is only known to some {coarse.radius_km:.0f} km"
    elif outcome is Outcome.INCONSISTENT and not served and _is_guessed(claim):
        outcome = Outcome.DOUBTFUL
        why = f"{why}; but the sentence names neither end, and another way may be meant"
    lines = finding.route.geometry if finding.route and finding.route.geometry else ()
    return Verdict(
        claim=claim,
        outcome=outcome,
        rule=rule,
        why=why[:1].upper() + why[1:] + ("" if why.endswith(".") else "."),
        measured={k: v for k, v in measured.items() if v == v},
        route=finding.route,
        lines=(*(gap.lines if gap else ()), *()) if not lines else gap.lines if gap else (),
        score=claim.score,
        sources=_sources(claim, finding),
    )


def _denied(outcome: Outcome, measured: Mapping[str, float]) -> Outcome:
    """What a denial makes of an outcome; a figure that only fits roughly may well be denied."""
    if outcome is Outcome.INCONSISTENT:
        return Outcome.CONSISTENT
    stated = measured.get("stated_km", 0.0)
    known = [km for name in ("straight_km", "route_km") if (km := measured.get(name))]
    near = not stated or not known or any(abs(stated / km - 1) <= DENIED.value for km in known)
    return Outcome.INCONSISTENT if near else Outcome.DOUBTFUL


def _is_served(claim: Claim, finding: Finding) -> bool:
    """Whether both places lie on one network of the stated way of travelling, as few of their namesakes do.

    The sea is no such network: it joins every harbour.
    """
    route, ends = finding.route, (claim.figure, claim.ground)
    known = route is not None and bool(route.length_km) and route.mode == claim.mode != "sea"
    return known and all(p is not None and p.score >= SURE_ENOUGH_SERVED for p in ends)


def _is_guessed(claim: Claim) -> bool:
    """Whether both ends are only what the text tells before, and none is its title."""
    ends = [p for p in (claim.figure, claim.ground) if p is not None and p.place is not None]
    return len(ends) == 2 and all(p.start is None and p.why and "title" not in p.why for p in ends)


def _is_unsure(participant: Participant, *, served: bool) -> bool:
    place = participant.place
    if served or (participant.start is not None and place is not None and place.population >= PROMINENT):
        return participant.score < (SURE_ENOUGH_SERVED if served else SURE_ENOUGH_PROMINENT)
    return participant.score < (SURE_ENOUGH_IMPLIED if participant.start is None else SURE_ENOUGH)


def unless_namesake(claim: Claim, outcome: Outcome, why: str) -> tuple[Outcome, str]:
    """An outcome and its reason; doubt where what it names may be another place of that name."""
    figure = claim.figure
    if outcome is not Outcome.INCONSISTENT or figure is None or figure.place is None or figure.start is None:
        return outcome, why
    put_in = claim.kind is ClaimKind.CONTAINMENT and claim.event != "capital"
    if put_in and (km := _km_abroad(figure.place, claim.ground)) is not None:
        far = f"the {figure.place.name} known here lies {km:,.0f} km away"
        other = "another place of that name is probably meant; set the place that is meant with --resolve NAME=ID"
        return Outcome.UNVERIFIABLE, f"cannot be checked: {far}, so {other}"
    village = _is_other_village(figure.place, claim.ground)
    if village and (claim.event == "address" or (put_in and figure.place.population < _HAMLET)):
        told = f"the {figure.place.name} known here lies in {_where(figure.place).partition(', ')[2]}"
        return Outcome.UNVERIFIABLE, f"cannot be checked: {told}; set the place that is meant with --resolve NAME=ID"
    if not _is_unsure(figure, served=False):
        return outcome, why
    told = why.removeprefix("does not match: ")
    return (
        Outcome.DOUBTFUL,
        f"{told}; but another place than {_where(figure.place)} may be meant (--resolve NAME=ID sets it)",
    )


def _is_other_village(place: Place, ground: Participant | None) -> bool:
    """Whether "Croft, Yorkshire" may be a village that no list holds: the known one is small and of the same land."""
    held_by = ground.place if ground is not None else None
    small = place.kind == "city" and place.population < PROMINENT
    return small and held_by is not None and held_by.country == place.country


def _km_abroad(place: Place, ground: Participant | None) -> float | None:
    """How far a little-known place lies from what it is put in or near, in another country; None where not absurdly."""
    other = ground.place if ground is not None else None
    if other is None or other.at is None or place.at is None or place.country == other.country:
        return None
    if place.population >= PROMINENT or not (place.kind == "city" or _is_town_park(place)):
        return None
    km = rough_distance_km(place.at, other.at)
    return km if km > place.radius_km + other.radius_km + ABSURD_RATIO.value * ABSURD_KM.value else None


def _is_town_park(place: Place) -> bool:
    """Whether a place is a park within a town, of whose names other towns have one too."""
    return place.kind == "park" and place.radius_km < _TOWN_PARK_KM


def _coarse(claim: Claim, gap: Gap, measured: Mapping[str, float]) -> Place | None:
    """The place whose rough point alone may make a length and its straight line differ; None where it cannot."""
    ends = [p.place for p in (claim.figure, claim.ground) if p is not None and p.place is not None]
    rough = [p for p in ends if p.kind == "city" and not p.population and p.radius_km >= COARSE_KM.value]
    off = abs(measured.get("stated_km", math.inf) - gap.usual_km)
    turned = measured.get("bearing_error_deg", 0.0) > 90.0 and gap.usual_km > gap.reach_km
    return rough[0] if rough and off <= COARSE_REACH.value * gap.reach_km and not turned else None


def _is_length_right(claim: Claim, measured: Mapping[str, float]) -> bool:
    """Whether only the direction is off: a figure that fits so well speaks for the places that the text names."""
    stated, straight = measured.get("stated_km"), measured.get("straight_km")
    ends = [p for p in (claim.figure, claim.ground) if p is not None]
    if not stated or not straight or measured.get("bearing_error_deg", 0.0) < CARDINAL_FAR.value:
        return False
    named = all(p.start is not None and p.score >= SURE_ENOUGH_PROMINENT for p in ends)
    return named and abs(stated / straight - 1) <= ROUTE_MATCH.value


def _is_city_meant(participant: Participant) -> bool:
    place = participant.place
    return place is not None and place.population >= PROMINENT and participant.score >= SURE_ENOUGH


def _where(place: Place | None) -> str:
    """A place with what tells it from others of its name."""
    return ", ".join(x for x in (place.name, place.admin1, place.country) if x) if place is not None else ""


def _homonym(claim: Claim, gap: Gap, measured: Mapping[str, float]) -> str:
    """Says which place is probably another of its name: far off by a multiple, and neither well known nor alone."""
    if "stated_km" not in measured and "straight_kmh" not in measured:
        return ""
    ends = [p for p in (claim.figure, claim.ground) if p is not None]
    if "stated_km" not in measured and all(_is_city_meant(p) for p in ends):
        return ""  # a time between two large cities that no namesakes fit is just wrong
    stated = measured.get("stated_km", 300.0)
    turned = measured.get("bearing_error_deg", 0.0) > 67.5  # both of its numbers are wrong: not one slip but a place
    ratio, margin = (0.8 * ABSURD_RATIO.value, 10.0) if turned else (ABSURD_RATIO.value, ABSURD_KM.value)
    far = gap.usual_km > ratio * stated + margin
    astray = turned and gap.usual_km > 2.5 * stated + 10
    near = "stated_km" in measured and stated > 1.5 * ABSURD_RATIO.value * gap.usual_km + 0.5 * ABSURD_KM.value
    for participant in (claim.figure, claim.ground):
        place = participant.place if participant else None
        if place is None or participant is None or place.population >= WELL_KNOWN.value or "," in participant.text:
            continue
        if place.kind in {"ocean", "sea"}:
            continue  # there is one of its name
        firm = far and "stated_km" in measured
        if firm or ((far or astray or near) and participant.score < VERY_SURE):
            return (
                f"the {place.name} known here lies {gap.usual_km:,.0f} km away, so another place of that "
                f"name is probably meant"
            )
    return ""


def _sources(claim: Claim, finding: Finding) -> tuple[Source, ...]:
    places = [p.place.source for p in (claim.figure, claim.ground, *claim.via) if p is not None and p.place is not None]
    ways = list(finding.route.sources) if finding.route else []
    return tuple(dict.fromkeys([*places, *ways]))


__all__ = ["SEVERITY", "missing", "replace", "settle"]
