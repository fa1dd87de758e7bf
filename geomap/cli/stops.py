"""Names on the command line as the stops of a way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import log10

from geomap import coordinates, defaults
from geomap.divisions import lies_in
from geomap.errors import UsageError
from geomap.geodesy import rough_distance_km
from geomap.records import DIVISIONS, LatLon, Place
from geomap.station_words import bare_names, heads, town_of_station

# How many of a name's places are looked at, and how many km of way a place with a tenth of the people must save to be
# taken before its larger namesake (chosen by us: London-Newcastle is in England, Paris-Lyon not in Texas).
NAMESAKES = 8
SMALLER_KM = 1200.0
# Where the largest is a city of so many people, the world knows it first: each further tenth counts so many km more
# than the one before (chosen by us: Chicago-Rotterdam is over the ocean, London-Toronto and Portland-Boston are not).
KNOWN_PEOPLE, KNOWN_KM = 300_000, 1500.0
# … and how many one must save whose chief name is another (chosen by us: Kars is not Kadirli, which was once called so;
# Newcastle upon Tyne is still the Newcastle nearer to London).
BYNAME_KM = 600.0
# Whose chief name is another is no better known by this one than a place with so many times fewer people that is called
# so (chosen by us: Tirano is in Lombardy, not Tirana; Bombay is Mumbai, not the hamlet in New York).
BYNAME_SHARE = 30
# … and how many one must save whose station is another town's: its own is no farther off than so many km (chosen by us:
# Saint Albans is a stop in Vermont and not the suburb of Charleston, Salamanca a town and not the quarter of Madrid),
# and so many more for each km that it is farther off (Emeryville is the end of the line in California).
ELSEWHERE_KM, OWN_STATION_KM, FARTHER_KM = 600.0, 3.0, 50.0
# A station that the gazetteer knows no place of counts as a town of so many people (chosen by us: Padang Besar is the
# station at the border, not the town 30 km from it).
STATION_PEOPLE = 10_000
# Beside a city of so many people that bears the name, the size of those that are also called so says nothing (chosen by
# us: Thái Nguyên is not Taiyuan, which is called so in Vietnamese).
OWN_PEOPLE = 100_000


# How many times the people of a town an area of its name may have, and the town is still meant (chosen by us:
# Luxembourg and Victoria are towns; Texas is not the one in Hidalgo).
AREA_PEOPLE = 200

# Words that make a town's name the name of one of its stations; a town is one station here.
STATION_WORDS = re.compile(r"[\s,]+(?:(?:railway|train|union|main|central|grand central) )?station$", re.IGNORECASE)


def choose_places(names: Sequence[str], *, mode: str = "") -> list[Place]:
    """The place of each name or id: large ones that the mode reaches, near each other where a name has several."""
    options = [_places_of(name, rail=mode == "rail") for name in names]
    if mode == "rail":
        options = [_with_stations(name, places) for name, places in zip(names, options, strict=True)]
    own = [_own_km(name, places, mode) for name, places in zip(names, options, strict=True)]
    costs = [[(km, -1) for km in own[0]]]
    for number, (before, now) in enumerate(pairwise(options), start=1):
        row = []
        for place, km in zip(now, own[number], strict=True):
            cost, back = min((costs[-1][n][0] + _apart_km(other, place), n) for n, other in enumerate(before))
            row.append((cost + km, back))
        costs.append(row)
    pick = min(range(len(costs[-1])), key=lambda n: costs[-1][n][0])
    chosen = []
    for n in range(len(names) - 1, -1, -1):
        chosen.append(options[n][pick])
        pick = costs[n][pick][1]
    return chosen[::-1]


def _places_of(name: str, *, rail: bool = False) -> list[Place]:
    """What a name, an id or a pair of coordinates may mean: places with a point, towns before areas."""
    gazetteer = defaults.gazetteer()
    if ":" in name and (one := gazetteer.get(name)) is not None:
        return [one]
    if (point := coordinates.read_point(name.strip(), told=True)) is not None:
        return [point.place(name)]
    found = [place for place in gazetteer.find_places(name) if place.at is not None]
    found = found or list(defaults.find_stations(name)) or find_in_area(name)
    if not found and (town := STATION_WORDS.sub("", name).strip() or name) == name:
        town = town_of_station(name)
    if not found and town:
        return _places_of(town, rail=rail)
    if not found and rail:
        found = _towns_of(name)
    if not found:
        near = ", ".join(gazetteer.suggest(name, limit=3))
        raise UsageError(f"no place is called {name!r}" + (f"; nearest names: {near}" if near else ""))
    return (_settled(found, name) or found)[:NAMESAKES]


def _towns_of(name: str) -> list[Place]:
    """The places in the name of a station that no table has: "Delhi (NDLS)", "Ga Hà Nội", "Semarang Tawang".

    "Mughalsarai" is Mughal Sarai.
    """
    gazetteer = defaults.gazetteer()
    together = [near for near in gazetteer.suggest(name, limit=3) if _letters(near) == _letters(name)]
    for bare in [*bare_names(name), *together]:
        try:
            return _places_of(bare)
        except UsageError:
            continue
    for head in heads(name):
        towns = [p for p in gazetteer.find_places(head) if p.at is not None and p.population >= STATION_PEOPLE]
        if towns := [town for town in towns if town.kind not in DIVISIONS and _has_station(town)]:
            return towns
    return []


def _has_station(place: Place) -> bool:
    station = _station_at(place)
    return station is not None and place.at is not None and rough_distance_km(station[1], place.at) <= OWN_STATION_KM


def _with_stations(name: str, places: list[Place]) -> list[Place]:
    """The places, and the stations of the name that are at none of them: Bagan is not in Malaysia for a train."""
    gazetteer = defaults.gazetteer()
    added = []
    for station in defaults.find_stations(name):
        town = gazetteer.get(station.id) or replace(station, population=STATION_PEOPLE)
        if all(_apart_km(town, place) > OWN_STATION_KM for place in places):
            added.append(town)
    return places + added


def _settled(found: Sequence[Place], name: str) -> list[Place]:
    """The places that are no areas; none if the name is first of all an area's, and theirs are hamlets beside it."""
    settled = [place for place in found if place.kind not in DIVISIONS]
    first = found[0]
    if first.kind not in DIVISIONS or _plain(first.name) != _plain(name):
        return settled
    return settled if any(place.population * AREA_PEOPLE >= first.population for place in settled) else []


def find_in_area(name: str) -> list[Place]:
    """The places of "Paris, Texas" or "Newcastle, Australia": of the name, within an area of the other name."""
    head, comma, tail = (part.strip() for part in name.rpartition(","))
    if not comma or not head or not tail:
        return []
    gazetteer = defaults.gazetteer()
    areas = [area for area in gazetteer.find_places(tail) if area.kind in DIVISIONS]
    found = [place for place in gazetteer.find_places(head) if place.at is not None]
    return [
        place
        for place in found
        if place.country == tail.upper() or any(place.id != area.id and lies_in(place, area) for area in areas)
    ]


def _own_km(name: str, namesakes: Sequence[Place], mode: str) -> list[float]:
    """How many km of way it counts as to take each of a name's places."""
    stations = [_station_at(place) for place in namesakes] if mode == "rail" and len(namesakes) > 1 else []
    called = [
        _plain(place.name) == _plain(name) or (bool(stations) and _is_called(stations[n], place, name))
        for n, place in enumerate(namesakes)
    ]
    strange = [_strange_km(place, name, namesakes, called) for place in namesakes]
    if not stations:
        return strange
    return [km + _unreached_km(place, at, name) for km, place, at in zip(strange, namesakes, stations, strict=True)]


def _strange_km(place: Place, name: str, namesakes: Sequence[Place], called: Sequence[bool]) -> float:
    """How many km of way it counts as to take a smaller namesake, or one that is mostly called otherwise.

    `called` says which of them bear the name themselves.
    """
    own = [other for other, chief in zip(namesakes, called, strict=True) if chief]
    cities = [float(other.population) for other in own if other.population >= OWN_PEOPLE]
    most = max(cities or [_known_people(other, name, own) for other in namesakes])
    tenths = max(0.0, log10(most / max(place.population, 500)))
    byname = bool(own) and place not in own
    known = KNOWN_KM * tenths**2 if most >= KNOWN_PEOPLE else 0.0
    return SMALLER_KM * tenths + known + BYNAME_KM * byname


def _known_people(place: Place, name: str, own: Sequence[Place]) -> float:
    """By how many people a place is known under a name: few, where it only has it beside others whose name it is."""
    longer = _plain(place.name).startswith(_plain(name) + " ")
    return max(place.population / (1 if not own or place in own or longer else BYNAME_SHARE), 500)


def _plain(name: str) -> str:
    """A name without case and accents: who writes Thai Nguyen means Thái Nguyên."""
    return "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))


def _letters(name: str) -> str:
    """The letters and digits of a name alone."""
    return "".join(c for c in _plain(name) if c.isalnum())


def _station_at(place: Place) -> tuple[str, LatLon] | None:
    """The station that serves a place by rail: its name and its point."""
    route = defaults.network().route([place, place], mode="rail")
    return route.stations[0][:2] if route is not None and route.stations else None


def _is_called(station: tuple[str, LatLon] | None, place: Place, name: str) -> bool:
    """Whether a place's own station bears the name, whatever the town is called: Greater Sudbury's is Sudbury."""
    return station is not None and station[1] == place.at and _plain(station[0]) == _plain(name)


def _unreached_km(place: Place, station: tuple[str, LatLon] | None, name: str) -> float:
    """What it costs a namesake to have no station, or another town's: Gorakhpur in Uttar Pradesh before Haryana's."""
    if station is None:
        return SMALLER_KM
    away_km = rough_distance_km(station[1], place.at) if place.at is not None else OWN_STATION_KM
    if station[1] == place.at or (away_km <= OWN_STATION_KM and _plain(station[0]) == _plain(name)):
        return 0.0
    return ELSEWHERE_KM + FARTHER_KM * max(0.0, away_km - OWN_STATION_KM)


def _apart_km(one: Place, other: Place) -> float:
    return rough_distance_km(one.at, other.at) if one.at and other.at else 0.0
