"""How far places lie from seas and lakes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from geomap import tolerances
from geomap.claims.areas import holds_point
from geomap.claims.borders import km_to_line
from geomap.claims.lands import coast_of, outline_of
from geomap.claims.proximity.coasts import WATERS
from geomap.geodesy import rough_distance_km
from geomap.interfaces import Gazetteer
from geomap.records import Line, Outcome, Place

# Namesakes that may be meant instead: the first of them, with a tenth of the people (chosen by us).
_MOST_NAMESAKES, _LEAST_SHARE = 10, 0.1


@lru_cache(maxsize=512)
def judge_shore(place: Place, water: Place, gazetteer: Any) -> tuple[Outcome, str, float | None]:
    """The outcome of "place lies on water", why, and the kilometres to the shore where they are known.

    A lake is measured to its outline. Of seas only a middle and a size are known: the place must lie on the coast of
    its country, and so near to the middle that this coast may be the sea's.
    """
    outline = gazetteer.outline(water.id) if water.kind == "lake" else None
    coast = outline or (_coast(place, water, gazetteer) if water.kind != "lake" else None)
    if place.at is None or coast is None:
        return Outcome.UNVERIFIABLE, f"the shore of {water.name} is not known here", None
    if not coast:
        return Outcome.INCONSISTENT, f"does not match: the country of {place.name} has no coast", None
    away = 0.0 if outline and holds_point(outline, place.at) else km_to_line(place.at, coast) or 0.0
    told = f"{place.name} lies about {away:,.0f} km from {f'the shore of {water.name}' if outline else 'the coast'}"
    if away > tolerances.SHORE_FAR_KM.value + place.radius_km:
        return Outcome.INCONSISTENT, f"does not match: {told}", away
    if away > tolerances.SHORE_KM.value + place.radius_km:
        return Outcome.DOUBTFUL, told, away
    return (Outcome.CONSISTENT, told, away) if outline else _which_sea(place, water, told, away)


def namesake_on(name: str, place: Place, water: Place, gazetteer: Gazetteer) -> Place | None:
    """Another place of a name and kind that lies on a water, if it is not much smaller."""
    known: Any = gazetteer
    if water.kind not in WATERS:
        return None
    for other in gazetteer.find_places(name)[:_MOST_NAMESAKES]:
        large = other.kind == place.kind and other.population >= _LEAST_SHARE * place.population
        if large and judge_shore(other, water, known)[0] is Outcome.CONSISTENT:
            return other
    return None


def _which_sea(place: Place, water: Place, told: str, away: float) -> tuple[Outcome, str, float]:
    """Whether a coast may be that of a sea, by how far its middle is."""
    if place.at is None or water.at is None or water.kind == "ocean" or not water.radius_km:
        return (
            Outcome.UNVERIFIABLE,
            f"{told}; that it is the coast of {water.name} cannot be told without outlines",
            away,
        )
    middle = rough_distance_km(place.at, water.at)
    reach = f"{told}, and {middle:,.0f} km from the middle of {water.name}"
    if middle > tolerances.SEA_BEYOND.value * water.radius_km:
        return Outcome.INCONSISTENT, f"does not match: {reach}", away
    if middle > tolerances.SEA_REACH.value * water.radius_km:
        return Outcome.UNVERIFIABLE, f"{reach}, whose outline is not known here", away
    return Outcome.CONSISTENT, reach, away


def _coast(place: Place, water: Place, gazetteer: Gazetteer) -> Sequence[Line] | None:
    """The edges of a place's country that are no border with a neighbour; empty for a country that has none.

    None where the country has no outline, and where the water lies in it or in a neighbour, as the Dead Sea does.
    """
    lands = [place.country, *gazetteer.neighbours(place.country)] if place.country else []
    if not lands or any(holds_point(outline_of(land, gazetteer), water.at) for land in lands if land):
        return None
    return coast_of(place.country, gazetteer) if place.country and outline_of(place.country, gazetteer) else None


def judge_offshore(island: Place, land: Place, gazetteer: Gazetteer) -> tuple[Outcome, str, float | None]:
    """The outcome of "an island off the coast of a land", why, and how far it lies off that."""
    outline = gazetteer.outline(land.id)
    if island.at is None or not outline:
        return Outcome.UNVERIFIABLE, f"the coast of {land.name} is not known here", None
    away = max(0.0, (km_to_line(island.at, outline) or 0.0) - island.radius_km)
    told = f"{island.name} lies about {away:,.0f} km from {land.name}"
    if away <= tolerances.OFFSHORE_KM.value:
        return Outcome.CONSISTENT, told, away
    if away <= tolerances.FAR_OFFSHORE_KM.value:
        return Outcome.DOUBTFUL, f"{told}, further than an island off its coast usually does", away
    return Outcome.INCONSISTENT, f"does not match: {told}", away
