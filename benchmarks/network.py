"""The railway atlas: how long it takes to open and to route, and how near its ways come to published distances.

PYTHONPATH=. python benchmarks/network.py
"""

from __future__ import annotations

import csv
import random
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from geomap import catalogue
from geomap.networks.atlas import read_atlas
from geomap.networks.rail import RailAtlas
from geomap.records import Place

PUBLISHED = Path(__file__).resolve().parent.parent / "tests" / "oracles" / "rail_distances.csv"


def milliseconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000


def show(what: str, times: Sequence[float]) -> None:
    ordered = sorted(times)
    print(f"{what}: median {statistics.median(ordered):.1f} ms, 95 % {ordered[int(len(ordered) * 0.95)]:.1f} ms")


def main() -> None:
    folder = catalogue.data_dir()
    show("open", [milliseconds(lambda: read_atlas(folder)) for _ in range(10)])
    network = RailAtlas(folder)
    atlas = network.atlas
    chance = random.Random(1)
    served = [n for n, first in enumerate(atlas.base) if n == first and atlas.graph.links[n]]
    pairs = [(chance.choice(served), chance.choice(served)) for _ in range(600)]
    pairs = [(a, b) for a, b in pairs if atlas.graph.part(a) == atlas.graph.part(b)]
    show("shortest way", [milliseconds(lambda a=a, b=b: atlas.graph.shortest(a, b)) for a, b in pairs])
    by_name = {(s.name, s.country): s for s in atlas.stations}

    def place(name: str, country: str) -> Place:
        station = by_name[name, country]
        return Place(id=station.place, name=name, at=station.at, kind="city")

    with PUBLISHED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    off = []
    for row in rows:
        route = network.route([place(row["from"], row["from_country"]), place(row["to"], row["to_country"])])
        if route is not None and route.length_km is not None:
            off.append(abs(route.length_km / float(row["km"]) - 1))
    print(f"published distances: {len(off)}, median {statistics.median(off):.2%} off, worst {max(off):.2%}")


if __name__ == "__main__":
    main()
