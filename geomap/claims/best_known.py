"""Cities that a bare name means before the hamlets that are called so: Denver is in Colorado, Dijon no farm."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.claims.signs import AREAS
from geomap.claims.spans import mentions_within
from geomap.geodesy import angle_between_deg, bearing_deg, compass_azimuth_deg, rough_distance_km
from geomap.interfaces import Gazetteer
from geomap.records import Claim, Participant, Place, Reading

MAX_CANDIDATES = 40
# Below this score of a name a fitting figure decides which place is meant (3 of 100 above it are wrong).
SURE = 0.9

# A city of this size outshines namesakes that are smaller by such a factor, those of unknown size counted as small
# towns (chosen by us: Austin in Indiana and Melbourne in Florida stay possible where a text speaks of their regions).
CITY, FACTOR, SMALL = 100_000, 50, 500
# Who tells how far a hamlet is tells it from a town nearby (chosen by us; of the places in print that fewer than 500
# people live in, 19 in 20 are told of by places within 110 km).
LOCAL_KM = 150.0
# Of several cities of a name in one country one is meant without saying if it is so many times larger.
ALONE = 10
# A city of the country that a statement speaks of is meant before one abroad if it is so many times larger.
ABROAD = 3
# A stated direction so far off speaks for another place of the name, one so near fits (chosen by us).
ASTRAY_DEG, FITTING_DEG = 90.0, 45.0
# How sure a city is that a name is taken for since it stands out (chosen by us).
SURE_OF_CITY = 0.6

_CAPITALISED = re.compile(
    r"[A-ZÀ-ÖØ-Þ][\w'’.-]*(?:[ ](?:(?:of|de|del|la|le|el|al|upon|on"
    r"|the)[ ])?[A-ZÀ-ÖØ-Þ][\w'’.-]*){0,3}"
)


def outshines(city: Place, place: Place) -> bool:
    """Whether a name means the one city to anybody who does not live near the other place."""
    return (
        city.kind not in AREAS
        and city.population >= CITY
        and city.population >= FACTOR * max(place.population, SMALL)
        and city.id != place.id
    )


def stands_alone(city: Place, places: Sequence[Place]) -> bool:
    """Whether a name means a city and nothing else, unless a text tells so: all others are hamlets beside it."""
    return all(p.id == city.id or p.kind in AREAS or outshines(city, p) for p in places)


def without_outshone(name: str, places: Sequence[Place], kept: Place | None, other: Place | None) -> list[Place]:
    """The places that a name can mean in a statement with another place.

    Left out, unless they are `kept` or lie around the other place, are hamlets that share their name with a city, and
    what lies abroad or is only called so in another list where a city of the name lies in the country of the other.
    """
    city = max(places, key=_size, default=None)
    if city is None or city.population < CITY:
        return list(places)
    home = max((p for p in places if other is not None and p.country == other.country), key=_size, default=None)

    def is_likely(place: Place) -> bool:
        if place is kept or _is_near(place, other):
            return True
        if outshines(city, place):
            return False
        if home is None or home.population < CITY or home.id == place.id:
            return True
        abroad = place.country != home.country and home.population > ABROAD * place.population
        alias = place.name != name and home.name == name and home.population > ALONE * place.population
        return not (abroad or alias)

    return [p for p in places if is_likely(p)]


def best_known(name: str, places: Sequence[Place], chosen: Place | None, other: Place | None) -> Place | None:
    """The city that a name means in spite of what a statement seems to fit; None where that is open.

    That is a city in the country of the other place that stands out from its namesakes there, where no place was
    chosen, or a hamlet far away, or one that only another list calls so. It may be the one that was chosen.

    Args:
        name: The name in the text.
        places: All places of the name.
        chosen: The one that was chosen, if any.
        other: The place at the other end of the statement.
    """
    if other is None or other.country is None:
        return None
    towns = sorted((p for p in places if p.kind not in AREAS and p.country == other.country), key=_size, reverse=True)
    if not towns or towns[0].population < CITY or towns[0].id == other.id:
        return None
    city = towns[0]
    if any(ALONE * p.population > city.population for p in towns[1:]):
        return None
    if chosen is None or chosen.id == city.id:
        return city
    alias = chosen.name != name and city.name == name and city.population > ALONE * chosen.population
    return city if alias or (outshines(city, chosen) and not _is_near(chosen, other)) else None


def _size(place: Place) -> int:
    return 0 if place.kind in AREAS else place.population


def _turned_deg(ground: Place | None, figure: Place | None, direction: str) -> float:
    """By how much a place lies off a stated direction from another; 0 where that is not known."""
    if ground is None or figure is None or ground.at is None or figure.at is None or figure.kind in AREAS:
        return 0.0
    return angle_between_deg(compass_azimuth_deg(direction), bearing_deg(ground.at, figure.at))


def _is_near(place: Place, other: Place | None) -> bool:
    return (
        other is not None
        and place.at is not None
        and other.at is not None
        and rough_distance_km(place.at, other.at) <= LOCAL_KM
    )


class Names:
    """Looks up what the names of a statement can mean."""

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        self._gazetteer = gazetteer

    def well_known(self, reading: Reading, claim: Claim) -> Claim:
        """The claim with a city where a name was left open or read as a hamlet far off, because of its figure alone."""
        for role in ("figure", "ground"):
            known, other = getattr(claim, role), claim.ground if role == "figure" else claim.figure
            if known is None or other is None or other.place is None or not _is_open(known):
                continue
            name = _name(reading, known) or ""
            places = self.candidates(reading, known)
            city = best_known(name, places, known.place, other.place)
            if city is not None:
                where = ", ".join(x for x in (city.admin1, city.country) if x)
                why = f"taken for {city.name} ({where}), which is by far the best known of its name there"
                score = SURE if stands_alone(city, places) else max(known.score, SURE_OF_CITY)
                read = replace(known, place=city, score=score, why=why)
                claim = replace(claim, figure=read) if role == "figure" else replace(claim, ground=read)
        return claim

    def facing(self, reading: Reading, claim: Claim) -> Claim:
        """The claim of a direction with a city that lies so, where a hamlet of its name lies the other way."""
        if claim.direction is None or claim.figure is None or claim.ground is None:
            return claim
        if _turned_deg(claim.ground.place, claim.figure.place, claim.direction) <= ASTRAY_DEG:
            return claim
        for role in ("figure", "ground"):
            known, other = getattr(claim, role), claim.ground if role == "figure" else claim.figure
            for place in self.candidates(reading, known, other) if known.place is not None else ():
                ground, figure = (other.place, place) if role == "figure" else (place, other.place)
                at_home = other.place is not None and place.country == other.place.country
                fits = at_home and _turned_deg(ground, figure, claim.direction) <= FITTING_DEG
                if fits and outshines(place, known.place):
                    read = replace(
                        known, place=place, why=f"{place.name} lies as stated, and the hamlet of its name not"
                    )
                    return replace(claim, figure=read) if role == "figure" else replace(claim, ground=read)
        return claim

    def candidates(
        self, reading: Reading, participant: Participant, other: Participant | None = None
    ) -> Sequence[Place]:
        """Places of the name that a participant has in the text or the title; no hamlets far from the other end."""
        name = _name(reading, participant)
        if name is None or self._gazetteer is None:
            return [participant.place] if participant.place else []
        found = [p for p in self._gazetteer.find_places(name) if p.at is not None][:MAX_CANDIDATES]
        if participant.place is not None and all(p.id != participant.place.id for p in found):
            found.insert(0, participant.place)
        if other is None:
            return found
        return without_outshone(name, found, participant.place, other.place)


def _name(reading: Reading, participant: Participant) -> str | None:
    """The name to look up: that of the last mention inside the participant's words, else its own."""
    if participant.start is None or participant.end is None:
        return participant.text if participant.place is not None else None
    inside = mentions_within(reading.mentions, participant.start, participant.end)
    first = [m for m in inside if m.place is participant.place] or inside
    if first:
        return first[0].mention.lookup_name
    names = _CAPITALISED.findall(participant.text)
    return names[-1] if names else None


def _is_open(participant: Participant) -> bool:
    """Whether a name of the text was left open or is not surely the place that was chosen."""
    told = "," in participant.text or "title" in participant.why
    return participant.start is not None and participant.score < SURE and not told
