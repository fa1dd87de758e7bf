"""What keeps a statement of nearness open: a place that may be another of its name, a road of one known point."""

from __future__ import annotations

from dataclasses import replace

from geomap import tolerances
from geomap.claims.best_known import outshines
from geomap.claims.borders import km_to_border
from geomap.interfaces import Gazetteer
from geomap.records import Claim, Place


def obscure(claim: Claim) -> Place | None:
    """The one of two places that is so little known that one of its name, which is not, may be meant."""
    for participant in (claim.figure, claim.ground):
        place = participant.place if participant is not None else None
        if participant is None or place is None or "," in participant.text or place.kind not in ("city", "district"):
            continue
        if place.population < tolerances.LITTLE_KNOWN.value:
            return place
    return None


def of_one_point(a: Place, b: Place, km: float, lines: frozenset[str]) -> str:
    """What keeps a distance open that was measured to one point of something long or wide."""
    end, wide = (b, a) if a.kind in lines and b.kind not in lines else (a, b)
    return f"{end.name} lies {km:,.0f} km from the one known point of {wide.name}, whose course is not known"


def at_border(claim: Claim, gazetteer: Gazetteer) -> Claim:
    """A place at the border with a land; of its namesakes the one that lies there, where the chosen one is far off."""
    figure = claim.figure
    if figure is None or figure.place is None or figure.place.is_wide or "," in figure.text:
        return claim
    lands = [p.place for p in (claim.ground, *claim.via) if p is not None and p.place is not None]
    land = next((x for x in lands if x.kind == "country" and x.country != figure.place.country), None)
    if land is None or _lies_at(figure.place, land, gazetteer, times=3.0):
        return claim
    others = (p for p in gazetteer.find_places(figure.text) if p.kind == figure.place.kind)
    for other in others:
        if not outshines(figure.place, other) and _lies_at(other, land, gazetteer, times=1.0):
            why = f"the {other.name} at the border with {land.name}"
            return replace(claim, figure=replace(figure, place=other, why=why))
    return claim


def _lies_at(place: Place, land: Place, gazetteer: Gazetteer, *, times: float) -> bool:
    if land.country not in gazetteer.neighbours(place.country or ""):
        return False
    away = km_to_border(place, gazetteer, other=land.country, side=land)
    return away is not None and away <= times * (tolerances.BORDER_TOWN.value + place.radius_km)
