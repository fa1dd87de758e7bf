"""Prints how fast the gazetteer opens, answers and scans, and how much memory it takes.

Run: `python benchmarks/gazetteer.py`.

The text is made of 20 % names of the gazetteer's towns and 80 % other words, with a fixed seed.
"""

from __future__ import annotations

import random
import resource
import time

from geomap import catalogue
from geomap.places.gazetteer import IndexGazetteer
from geomap.places.layout import read_manifest
from geomap.places.store import Store

WORDS = "the of and said on train border near after from officials talks river station road this week it was".split()


def timed(label: str, seconds: float, count: int = 1, unit: str = "") -> None:
    print(f"{label}: {seconds * 1000 / count:.3f} ms" + (f" each ({count} {unit})" if count > 1 else ""))


def main() -> None:
    manifest = read_manifest(catalogue.index_dir())
    size = sum(entry["size"] for entry in manifest["files"].values())
    print(f"{manifest['places']:,} places, {manifest['names']:,} names, {size / 1e6:.1f} MB on disk")
    start = time.perf_counter()
    places = IndexGazetteer([Store(catalogue.index_dir())])
    places.find_places("Vladivostok")
    timed("open and first answer", time.perf_counter() - start)
    towns = [town.name for town, _ in places.find_near(places.find_places("Paris")[0].at, radius_km=900, limit=4000)]  # type: ignore[arg-type]
    start = time.perf_counter()
    for name in towns:
        places.find_places(name)
    timed("find_places", time.perf_counter() - start, len(towns), "names, none asked before")
    start = time.perf_counter()
    for name in towns:
        places.describe_name(name)
    timed("describe_name", time.perf_counter() - start, len(towns), "names")
    rng = random.Random(1)
    text = " ".join(rng.choice(towns) if rng.random() < 0.2 else rng.choice(WORDS) for _ in range(200_000))
    for any_start in (False, True):
        start = time.process_time()
        found = places.find_names(text, any_start=any_start)
        took = time.process_time() - start
        kind = "any start" if any_start else "capitalised starts"
        print(f"find_names, {kind}: {len(text) / took / 1e6:.2f} million characters/s, {len(found):,} names")
    print(f"resident: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most")
    places.close()


if __name__ == "__main__":
    main()
