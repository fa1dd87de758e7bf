"""Whether one place lies in another: by codes, outlines, reach, or the part of an area."""

from __future__ import annotations

from geomap import tolerances
from geomap.claims.areas import holds_point, in_part
from geomap.claims.borders import km_to_line
from geomap.claims.containment.landscapes import (
    DOUBT,
    NO,
    OK,
    OPEN,
    Finding,
    drawn,
    in_landscape,
    in_vague,
    in_water,
    on_island,
)
from geomap.claims.containment.relations import SEAS
from geomap.claims.disputed import dispute_of
from geomap.claims.lands import outline_of
from geomap.divisions import lies_in
from geomap.geodesy import distance_km
from geomap.interfaces import Gazetteer, Network
from geomap.records import DIVISIONS, LatLon, Place

# A county of which only the point is known reaches so much farther than others (chosen by us: Great Yarmouth lies 50
# km from the point of Norfolk, Penzance 45 km from that of Cornwall).
_COUNTY_KM, _COUNTY_GUESS_KM = 35.0, 25.0


def link(
    inner: Place, outer: Place, gazetteer: Gazetteer, name: str, *, sure: bool = False, network: Network | None = None
) -> Finding:
    """Whether one place lies in the other; `sure` says that no namesake of it can be meant."""
    outer = drawn(outer, gazetteer)
    if outer.kind == "vague":
        return _vague(inner, outer, gazetteer)
    if outer.kind in SEAS:
        return in_water(inner, outer)
    by_code = lies_in(inner, outer)
    dispute = dispute_of(inner, outer) if outer.kind == "country" else None
    if dispute is not None and by_code is not None:
        lies = "lies in" if inner.name != dispute.name else "is"
        named = "" if inner.name == dispute.name else dispute.name
        territory = f"{named}, a territory that {dispute.told} claim" if named else f"claimed by {dispute.told}"
        return (OK if by_code else DOUBT), "containment.disputed", f"{inner.name} {lies} {territory}"
    if by_code is True:
        where = inner.admin1 or outer.name
        return (
            OK,
            "containment.codes",
            f"{inner.name} lies in {outer.name}" + (f" ({where})" if where not in (outer.name, inner.name) else ""),
        )
    if by_code is None:
        return _by_shape(inner, outer, gazetteer, network)
    if near := _border_case(inner, outer, gazetteer) or in_landscape(inner, outer, gazetteer):
        return near
    if _namesake(name, outer, gazetteer):
        if sure:
            why = f"{inner.name} lies in {_whereabouts(inner, outer)}; a namesake lies in {outer.name}"
            return DOUBT, "containment.codes", why
        return OK, "containment.codes", f"a place named {name} lies in {outer.name}"
    return (
        NO,
        "containment.codes",
        (f"does not match: {inner.name} lies in {_whereabouts(inner, outer)}, not in {outer.name}"),
    )


def _by_shape(inner: Place, outer: Place, gazetteer: Gazetteer, network: Network | None) -> Finding:
    """By the outline where one is known, else by the reach of the area's point."""
    inside = holds_point(gazetteer.outline(outer.id), inner.at)
    if inside:
        return OK, "containment.outline", f"{inner.name} lies inside the outline of {outer.name}"
    if inner.at is None or outer.at is None:
        return OPEN, "containment.unknown", f"no outline or point is known for {outer.name}"
    if inside is False:
        return _outside(inner, inner.at, outer, gazetteer)
    if (found := on_island(inner, outer, network)) is not None:
        return found
    away = distance_km(inner.at, outer.at)
    reach = outer.radius_km + inner.radius_km
    guessed = outer.kind == "county" and outer.radius_km == _COUNTY_GUESS_KM
    if away <= 1.5 * reach + (_COUNTY_KM if guessed else 5.0):
        return (
            OK,
            "containment.outline",
            (f"{inner.name} lies {away:,.0f} km from the point of {outer.name}, which reaches about that far"),
        )
    if away <= 4 * reach + 30:
        return (
            DOUBT,
            "containment.outline",
            (f"{inner.name} lies {away:,.0f} km from the point of {outer.name}; its outline is not known"),
        )
    if outer.kind not in ("city", "district", "county", "park"):
        return OPEN, "containment.unknown", f"no outline of {outer.name} is known to look in"
    return NO, "containment.outline", f"does not match: {inner.name} lies {away:,.0f} km from {outer.name}"


def _outside(inner: Place, at: LatLon, outer: Place, gazetteer: Gazetteer) -> Finding:
    """By how far a place lies outside an outline, which leaves out small islands and capes."""
    away = max(0.0, (km_to_line(at, gazetteer.outline(outer.id)) or 0.0) - inner.radius_km)
    if away <= tolerances.OUTLINE_KM.value:
        return OK, "containment.outline", f"{inner.name} lies on the edge of {outer.name}"
    told = f"{inner.name} lies {away:,.0f} km outside the outline of {outer.name}"
    far = tolerances.OUTLINE_ISLAND_KM if inner.kind == "island" else tolerances.OUTLINE_FAR_KM
    if away <= far.value:
        return DOUBT, "containment.outline", told
    return NO, "containment.outline", f"does not match: {told}"


def _vague(inner: Place, outer: Place, gazetteer: Gazetteer) -> Finding:
    """A region without an agreed border; "Eastern Russia" is the east of Russia."""
    whole = _whole_of(outer, gazetteer)
    if whole is not None:
        place, part = whole
        finding = link(inner, place, gazetteer, inner.name)
        return part_of(inner, place, part, gazetteer, finding) if finding[0] is OK else finding
    return in_vague(inner, outer, gazetteer)


def _whole_of(outer: Place, gazetteer: Gazetteer) -> tuple[Place, str] | None:
    """The country and the part of it that a name such as "Eastern Russia" says."""
    part, _, rest = outer.name.partition(" ")
    if not rest or not part.lower().startswith(("north", "south", "east", "west", "central")):
        return None
    country = next((p for p in gazetteer.find_places(rest) if p.kind == "country"), None)
    return (country, part.lower()) if country else None


def _border_case(inner: Place, outer: Place, gazetteer: Gazetteer) -> Finding | None:
    """A place that codes put elsewhere but that touches the area: disputed land, a city on the line."""
    inside = holds_point(gazetteer.outline(outer.id), inner.at)
    if inside:
        return (
            DOUBT,
            "containment.outline",
            (f"{inner.name} lies inside the outline of {outer.name}, but the gazetteer's codes put it elsewhere"),
        )
    return None


def _namesake(name: str, outer: Place, gazetteer: Gazetteer) -> bool:
    """Whether some other place of this name lies in the area: then that one is meant."""
    return outer.kind in DIVISIONS and any(lies_in(p, outer) for p in gazetteer.find_places(name))


def _whereabouts(inner: Place, outer: Place) -> str:
    """Where a place lies instead, as far as it differs from the area."""
    country = inner.country or "another country"
    if inner.admin1 and inner.country == outer.country:
        return inner.admin1
    return f"{inner.admin1} ({country})" if inner.admin1 else f"the country {country}"


def part_of(inner: Place, outer: Place, part: str, gazetteer: Gazetteer, finding: Finding) -> Finding:
    """Whether a place that lies in an area lies in the named part of it."""
    if inner.at is None:
        return finding
    place = in_part(inner.at, part, gazetteer.outline(outer.id), outer.at)
    if place is None:
        return finding
    share, why = place
    if -0.2 <= share < 0 and not part.startswith(("central", "mid")):
        why = f"close to the middle, where its {part.removesuffix('ern')}ern half begins"
    slack = tolerances.PART_SLACK.value * (1 if gazetteer.outline(outer.id) else 3)
    if share >= -slack:
        return OK, "containment.part", f"{finding[2]}, {why}"
    if told := _as_epithet(outer, part, gazetteer):
        return OK, "containment.part", f"{finding[2]}, {told}"
    outcome = DOUBT if share >= -2 * slack else NO
    return (
        outcome,
        "containment.part",
        (f"{'does not match' if outcome is NO else 'hardly fits'}: {inner.name} lies in {outer.name}, but {why}"),
    )


def _as_epithet(outer: Place, part: str, gazetteer: Gazetteer) -> str:
    """What the part tells of the region itself, empty for nothing: "southern Tamil Nadu state" is in the south."""
    if outer.kind != "region" or outer.at is None or not outer.country:
        return ""
    outline = outline_of(outer.country, gazetteer)
    found = in_part(outer.at, part, outline, None) if outline else None
    if found is None or found[0] < 0:
        return ""
    return f"which lies {found[1].replace('its extent', 'its country')}"
