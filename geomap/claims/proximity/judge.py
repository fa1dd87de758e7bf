"""Judges statements that places are near each other or share a border."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from geomap import tolerances
from geomap.claims.areas import holds_point
from geomap.claims.best_known import outshines
from geomap.claims.borders import km_to_border, km_to_division, km_to_line
from geomap.claims.placing import unknown
from geomap.claims.proximity.doubts import at_border, obscure, of_one_point
from geomap.claims.proximity.shapes import ACROSS_WATER
from geomap.claims.proximity.shores import judge_offshore, judge_shore, namesake_on
from geomap.claims.verdicts import unless_namesake
from geomap.geodesy import distance_km, geodesic_line, rough_distance_km
from geomap.interfaces import Gazetteer
from geomap.records import Claim, Line, Modality, Outcome, Participant, Place, Verdict

OK, DOUBT, NO, OPEN = Outcome.CONSISTENT, Outcome.DOUBTFUL, Outcome.INCONSISTENT, Outcome.UNVERIFIABLE
_LINES = frozenset({"river", "border", "canal", "railway", "road", "strait", "range"})
_COUNTRIES = frozenset({"country"})
_LANDS = frozenset({"country", "region"})


def judge_proximity(claim: Claim, gazetteer: Gazetteer) -> Verdict:
    """What holds of a statement of nearness."""
    if claim.modality is Modality.NEGATED:
        return _verdict(
            claim,
            OPEN,
            "proximity.unknown",
            "the text denies it, and how far from each other “not near” begins is open",
        )
    claim = _with_sides(claim, gazetteer)
    figure, ground = claim.figure, claim.ground
    if figure is None or figure.place is None or (ground is not None and ground.place is None):
        return _verdict(claim, OPEN, "proximity.unknown", unknown(figure, ground))
    if claim.event == "river" and ground is not None and ground.place is not None:
        return _by_river(claim, figure.place, ground.place, gazetteer)
    if claim.event in ("shore", "offshore") and ground is not None and ground.place is not None:
        return _at_shore(claim, figure, ground.place, gazetteer)
    if claim.event == "near-border":
        return _river_at_border(claim, gazetteer)
    if claim.event == "border":
        claim = at_border(claim, gazetteer)
        assert claim.figure is not None
        return _at_border(claim, claim.figure.place or figure.place, ground, gazetteer)
    assert ground is not None and ground.place is not None
    if figure.place.kind in _COUNTRIES and ground.place.kind in _COUNTRIES:
        return _neighbours(claim, figure.place, ground.place, gazetteer)
    return _near(claim, figure.place, ground.place, gazetteer)


def _at_shore(claim: Claim, figure: Participant, water: Place, gazetteer: Gazetteer) -> Verdict:
    """A place on or off a shore; of namesakes that the text leaves open, the one that lies there is meant."""
    assert figure.place is not None
    known: Any = gazetteer
    judge_by = judge_offshore if claim.event == "offshore" else judge_shore
    outcome, why, away = judge_by(figure.place, water, known)
    if outcome is NO and figure.score < _CLEAR and (other := namesake_on(figure.text, figure.place, water, known)):
        claim = replace(claim, figure=replace(figure, place=other, why=f"the one of this name on {water.name}"))
        outcome, why, away = judge_shore(other, water, known)
    return _verdict(claim, outcome, f"proximity.{claim.event}", why, km=away)


def _with_sides(claim: Claim, gazetteer: Gazetteer) -> Claim:
    """The claim with a border that the gazetteer does not know ("the Ukrainian border") put by its country."""
    ground, figure = claim.ground, claim.figure
    if ground is None or not ground.text.lower().endswith(("border", "frontier")):
        return claim
    if ground.place is not None and (ground.place.kind != "border" or re.search(r"[-–—/]| and ", ground.text)):
        return claim
    words = re.split(r"[-–—/ ]+", ground.text)[:-1]
    names = [" ".join(words), *words]
    sides = next(
        (found for name in names if (found := [p for p in gazetteer.find_demonym(name) if p.kind == "country"])), []
    )
    if not sides or (ground.place is not None and _is_elsewhere(figure, sides[0], gazetteer)):
        return claim
    return replace(claim, ground=replace(ground, place=sides[0]), event="border")


def _is_elsewhere(figure: Participant | None, side: Place, gazetteer: Gazetteer) -> bool:
    """Whether a place lies neither in a country nor in a neighbour of it, so that no border of its own can be meant."""
    country = figure.place.country if figure is not None and figure.place is not None else None
    return country is None or (country != side.country and country not in gazetteer.neighbours(side.country or ""))


def _verdict(
    claim: Claim, outcome: Outcome, rule: str, why: str, *, km: float | None = None, lines: tuple[Line, ...] = ()
) -> Verdict:
    people = [p for p in (claim.figure, claim.ground, *claim.via) if p and p.place]
    sources = tuple(dict.fromkeys(p.place.source for p in people if p.place))
    measured = {"straight_km": round(km, 1)} if km is not None else {}
    outcome, why = unless_namesake(claim, outcome, why)
    return Verdict(
        claim=claim,
        outcome=outcome,
        rule=rule,
        why=why[:1].upper() + why[1:],
        measured=measured,
        lines=lines,
        score=claim.score,
        sources=sources,
    )


def _by_river(claim: Claim, place: Place, river: Place, gazetteer: Gazetteer) -> Verdict:
    """A place on a river, by the course that is drawn through a few of its points."""
    km = km_to_line(place.at, gazetteer.outline(river.id)) if place.at and not place.is_wide else None
    if km is None:
        return _verdict(claim, OPEN, "proximity.unknown", f"the course of {river.name} is not known")
    told = f"{place.name} lies {km:,.0f} km from the course of {river.name}"
    if km <= tolerances.NEAR_KM.value + place.radius_km:
        return _verdict(claim, OK, "proximity.river", told, km=km)
    if km <= tolerances.COURSE_KM.value:
        return _verdict(claim, OPEN, "proximity.river", f"{told}, which is drawn through a few points only", km=km)
    for other in gazetteer.find_places(place.name):
        away = km_to_line(other.at, gazetteer.outline(river.id)) if other.kind == place.kind and other.at else None
        if away is not None and away <= tolerances.NEAR_KM.value + other.radius_km and not outshines(place, other):
            where = ", ".join(x for x in (other.admin1, other.country) if x)
            why = f"{other.name} in {where} lies {away:,.0f} km from the course of {river.name}"
            meant = replace(claim, figure=replace(claim.figure, place=other)) if claim.figure else claim
            return _verdict(meant, OK, "proximity.river", why, km=away)
    return _verdict(claim, NO, "proximity.river", f"does not match: {told}", km=km)


def _neighbours(claim: Claim, a: Place, b: Place, gazetteer: Gazetteer) -> Verdict:
    near = gazetteer.neighbours(a.country or "")
    if not near:
        return _verdict(claim, OPEN, "proximity.neighbours", f"no land borders of {a.name} are known")
    if b.country in near:
        return _verdict(claim, OK, "proximity.neighbours", f"{a.name} and {b.name} share a land border")
    if claim.event == "near":
        return _verdict(claim, OPEN, "proximity.neighbours", f"{a.name} and {b.name} share no land border")
    return _verdict(claim, NO, "proximity.neighbours", f"does not match: {a.name} and {b.name} share no land border")


def _near(claim: Claim, a: Place, b: Place, gazetteer: Gazetteer) -> Verdict:
    away = _apart(a, b, gazetteer)
    if away is None:
        return _verdict(claim, OPEN, "proximity.unknown", f"no point or course of {b.name} is known to measure to")
    km, exact = away
    limit = tolerances.NEAR_KM.value
    if claim.event == "near":
        limit = max(limit, *(tolerances.NEAR_SHARE.value * q.value for q in claim.quantities), 0.0)
    limit += sum(p.radius_km for p in (a, b) if p.kind not in _LANDS) if exact else 0.0
    rule = "proximity.across" if claim.event == "across" else "proximity.near"
    lines = (geodesic_line(a.at, b.at),) if a.at and b.at and km > 0 else ()
    told = f"{a.name} and {b.name} are {km:,.0f} km apart"
    if rule == "proximity.across" and km > limit and (width := _of_water(claim)) is not None:
        if km > width:
            why = f"{told}; how far apart the two shores of such a water may lie is open"
            return _verdict(claim, OPEN, rule, why, km=km, lines=lines)
        return _verdict(claim, OK, rule, f"{told}, no more than a strait is wide", km=km, lines=lines)
    if km <= limit:
        return _verdict(claim, OK, rule, told, km=km, lines=lines)
    if not exact:
        return _verdict(
            claim,
            OPEN,
            "proximity.unknown",
            of_one_point(a, b, km, _LINES),
            km=km,
        )
    if near := _namesakes(claim, limit, gazetteer):
        return _verdict(claim, OK, rule, near)
    absurd_km = tolerances.ABSURD_RATIO.value * tolerances.NEAR_KM.value + tolerances.ABSURD_KM.value
    if km > max(absurd_km, limit) and (astray := obscure(claim)):
        why = f"the {astray.name} known here lies {km:,.0f} km away, so another place of that name is probably meant"
        return _verdict(claim, OPEN, "proximity.other-place", why, km=km)
    outcome = DOUBT if km <= 3 * limit else NO
    usual = "the two sides of a river or border usually are" if rule == "proximity.across" else "near usually means"
    why = f"{told}, further than {usual}" if outcome is DOUBT else f"does not match: {told}"
    return _verdict(claim, outcome, rule, why, km=km, lines=lines)


def _of_water(claim: Claim) -> float | None:
    """How wide the water may be that two places lie across from each other, in km; None for a river or a border."""
    return tolerances.STRAIT_KM.value if ACROSS_WATER in claim.notes else None


# A place is only doubted for a namesake where the choice among them was not clear.
_CLEAR = 0.85


def _namesakes(claim: Claim, limit: float, gazetteer: Gazetteer) -> str | None:
    """Two places of these names that are near each other, where the choice of places was uncertain."""
    if claim.score >= _CLEAR or claim.figure is None or claim.ground is None:
        return None
    for a in gazetteer.find_places(claim.figure.text)[:20]:
        for b in gazetteer.find_places(claim.ground.text)[:20]:
            if a.at and b.at and a.country == b.country and rough_distance_km(a.at, b.at) <= limit:
                return (
                    f"places of these names lie {rough_distance_km(a.at, b.at):,.0f} km apart in "
                    f"{a.admin1 or a.country}"
                )
    return None


def _apart(a: Place, b: Place, gazetteer: Gazetteer) -> tuple[float, bool] | None:
    """Kilometres between two places, and whether both ends are as good as points."""
    for one, other in ((a, b), (b, a)):
        if (
            other.kind in _LINES
            and one.at is not None
            and (km := km_to_line(one.at, gazetteer.outline(other.id))) is not None
        ):
            return km, True
    for one, other in ((a, b), (b, a)):
        outline = gazetteer.outline(other.id) if other.kind in _LANDS and one.kind not in _LANDS else None
        if outline and one.at is not None and (km := km_to_line(one.at, outline)) is not None:
            return (0.0 if holds_point(outline, one.at) else km), True
    if a.at is None or b.at is None:
        return None
    return distance_km(a.at, b.at), not (
        {a.kind, b.kind} & (_LINES | {"country", "region", "vague", "sea", "ocean", "desert", "lake"})
    )


def _at_border(claim: Claim, place: Place, ground: Participant | None, gazetteer: Gazetteer) -> Verdict:
    """A place at the border of its country, with the named neighbour where one is named."""
    sides = [p.place for p in (ground, *claim.via) if p and p.place]
    if any(side.kind == "border" for side in sides):
        return _near(claim, place, sides[0], gazetteer)
    others = [side.country for side in sides if side.country and side.country != place.country]
    other = others[0] if others else None
    if other and other not in gazetteer.neighbours(place.country or ""):
        known = gazetteer.neighbours(place.country or "")
        return _verdict(
            claim,
            NO if known else OPEN,
            "proximity.border",
            (f"does not match: {place.name} lies in a country that does not border on {sides[0].name}")
            if known
            else f"no land borders of the country of {place.name} are known",
        )
    if place.kind in ("region", "county", "river", "lake", "mountain", "range"):
        return _verdict(claim, OPEN, "proximity.unknown", f"{place.name} is no single point to measure from")
    inland = next((s for s in sides if s.kind not in _COUNTRIES and s.country == place.country), None)
    if inland is not None:  # "near the Montana border" is no border of the country
        away = km_to_division(place, inland, gazetteer)
    else:
        side = sides[0] if other and sides[0].kind == "country" else None
        away = km_to_border(place, gazetteer, other=other, side=side)
    if away is None:
        return _verdict(
            claim, OPEN, "proximity.unknown", (f"how far {place.name} is from the border could not be measured")
        )
    limit = tolerances.BORDER_TOWN.value + place.radius_km
    if claim.hedge == "near":
        limit += tolerances.NEAR_KM.value
    told = f"{place.name} lies {'less than 1' if away < 1 else f'about {away:.0f}'} km from the border"
    doubted = 3 * limit
    if claim.hedge == "near":
        doubted = max(doubted, *(tolerances.NEAR_SHARE.value * q.value for q in claim.quantities), 0.0)
    outcome = OK if away <= limit else DOUBT if away <= doubted else NO
    return _verdict(
        claim,
        outcome,
        "proximity.border",
        {OK: told, DOUBT: f"{told}, further than a place on or near it usually does"}.get(
            outcome, f"does not match: {told} or more"
        ),
        km=away,
    )


def _river_at_border(claim: Claim, gazetteer: Gazetteer) -> Verdict:
    """Something between two countries near a river or town: that one must lie where places of both are close."""
    sides = {p.place.country for p in (claim.figure, *claim.via) if p and p.place and p.place.country}
    other = claim.ground
    if other is None or other.place is None:
        return _verdict(claim, OPEN, "proximity.unknown", "nothing but the border is named")
    if len(sides) >= 2 and not any(b in gazetteer.neighbours(a) for a in sides for b in sides if a != b):
        return _verdict(
            claim, NO, "proximity.neighbours", (f"does not match: {' and '.join(sorted(sides))} share no land border")
        )
    course = gazetteer.outline(other.place.id) or ()
    points = [p for line in course for p in line] or ([other.place.at] if other.place.at else [])
    for at in points[:: max(1, len(points) // 40)]:
        near = {
            place.country
            for place, _ in gazetteer.find_near(at, radius_km=3 * tolerances.BORDER_TOWN.value, limit=2000)
        }
        if sides <= near:
            return _verdict(
                claim, OK, "proximity.border", (f"places of both sides of the border lie close to {other.place.name}")
            )
    if not points:
        return _verdict(claim, OPEN, "proximity.unknown", f"no point of {other.place.name} is known")
    return _verdict(
        claim,
        DOUBT,
        "proximity.border",
        (f"no places of both sides of the border were found close to {other.place.name}"),
    )
