"""Whether a place lies in an area that no administration draws: a vague region, a landscape, an island."""

from __future__ import annotations

from geomap import tolerances
from geomap.claims.areas import holds_point
from geomap.claims.borders import km_to_line
from geomap.claims.winding import needs_water
from geomap.geodesy import distance_km
from geomap.interfaces import Gazetteer, Network
from geomap.records import Outcome, Place

Finding = tuple[Outcome, str, str]
OK, DOUBT, NO, OPEN = Outcome.CONSISTENT, Outcome.DOUBTFUL, Outcome.INCONSISTENT, Outcome.UNVERIFIABLE
# The outline of a region without agreed borders is drawn to about this.
_VAGUE_KM = 100.0
# A vague region without an outline or a known reach holds what lies so near its point, and surely not what lies
# farther than the second figure (chosen by us: the gazetteer's own reach for them is a guess).
_GUESSED_KM, _UNTOLD_KM, _BEYOND_KM = 500.0, 150.0, 1500.0
# How far an island's ends lie from its middle, in radii of a circle of its size (chosen by us: Java's at 2.6, that of
# Vancouver Island at 2.4).
_LONG, _LONGEST = 2.75, 3.5
# An ocean is known by its middle and the disc of its size; what lies within so many radii is surely in it.
_OCEAN_REACH = 1.5
_LANDSCAPES = frozenset({"vague", "peninsula", "island", "range", "valley"})


def in_vague(inner: Place, outer: Place, gazetteer: Gazetteer) -> Finding:
    """A region without an agreed border: by its countries, its outline or its reach, and never contradicted."""
    rule = "containment.vague"
    outline = gazetteer.outline(outer.id)
    inside = holds_point(outline, inner.at)
    members = gazetteer.members(outer.id)
    if members and not inside and inner.country and not members & {inner.country, inner.admin1_code}:
        return DOUBT, rule, f"{inner.name} lies in a country that is not counted to {outer.name}"
    if inside is False and inner.at and (km_to_line(inner.at, outline) or 0.0) <= _VAGUE_KM:
        inside = True
    if outer.country and inner.country and outer.country != inner.country and not inside:
        why = f"{inner.name} lies in another country than {outer.name}, a region without an agreed border"
        return DOUBT, rule, why
    away = distance_km(inner.at, outer.at) if inner.at and outer.at else 0.0
    far = f"{outer.name} has no agreed border, and {inner.name} lies {away:,.0f} km from its middle"
    if inside is None and not members and outer.radius_km == _GUESSED_KM and _UNTOLD_KM < away <= _BEYOND_KM:
        return OPEN, rule, f"{far}; how far it reaches is not known (geomap data import-places FILE)"
    if inside is False or (inside is None and outer.radius_km > 50 and away > 3 * outer.radius_km):
        return DOUBT, rule, far
    return OK, rule, f"{inner.name} lies in {outer.name}, a region without an agreed border"


def on_island(inner: Place, outer: Place, network: Network | None) -> Finding | None:
    """A place and an island without an outline: whether land joins the two; None where that cannot be told."""
    if outer.kind != "island" or inner.at is None or outer.at is None or network is None:
        return None
    away, rule = distance_km(inner.at, outer.at), "containment.outline"
    told = f"{inner.name} lies {away:,.0f} km from the middle of {outer.name}"
    if away > _LONGEST * outer.radius_km + tolerances.OUTLINE_FAR_KM.value:
        return NO, rule, f"does not match: {told}"
    if inner.kind == "island" or inner.is_wide:
        return None
    dry = not needs_water(network.estimate(inner, outer, mode="road"))
    if not dry and away > outer.radius_km + inner.radius_km:
        return NO, rule, f"does not match: {told}, with water between"
    if away <= _LONG * outer.radius_km + inner.radius_km:
        return OK, rule, f"{told}, with land between" if dry else told
    return None


def in_water(inner: Place, outer: Place) -> Finding:
    """An island and the sea or ocean it lies in, of which only the middle and the size are known."""
    rule = "containment.outline"
    if inner.at is None or outer.at is None or not outer.radius_km:
        return OPEN, "containment.unknown", f"no outline of {outer.name} is known to look in"
    away = distance_km(inner.at, outer.at)
    told = f"{inner.name} lies {away:,.0f} km from the middle of {outer.name}"
    reach = _OCEAN_REACH if outer.kind == "ocean" else tolerances.SEA_REACH.value
    if away <= reach * outer.radius_km + inner.radius_km:
        return OK, rule, told
    if outer.kind == "ocean" or away <= tolerances.SEA_BEYOND.value * outer.radius_km + inner.radius_km:
        return OPEN, rule, f"{told}, whose outline is not known here"
    return NO, rule, f"does not match: {told}"


def in_landscape(inner: Place, outer: Place, gazetteer: Gazetteer) -> Finding | None:
    """A place beside a region that bears the name of a peninsula or landscape: Sevastopol in Crimea."""
    if outer.kind != "region" or inner.country != outer.country or inner.at is None:
        return None
    lands = [p for p in gazetteer.find_places(outer.name) if p.kind in _LANDSCAPES and p.country == outer.country]
    away = km_to_line(inner.at, gazetteer.outline(outer.id)) if lands else None
    if away is None or away > tolerances.OUTLINE_FAR_KM.value:
        return None
    why = f"{inner.name} lies {away:,.0f} km outside the region {outer.name}, whose name is that of a landscape too"
    return OK, "containment.vague", why


def drawn(outer: Place, gazetteer: Gazetteer) -> Place:
    """The county or region that a vague region of the same name is, where nothing else is known of its extent."""
    if outer.kind != "vague" or gazetteer.outline(outer.id) or gazetteer.members(outer.id) or not outer.country:
        return outer
    if outer.radius_km != _GUESSED_KM:
        return outer
    found = [p for p in gazetteer.find_places(outer.name) if p.kind in {"county", "region"}]
    return next((p for p in found if p.country == outer.country and p.name == outer.name), outer)
