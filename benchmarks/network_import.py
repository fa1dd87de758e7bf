"""Import and routing of a synthetic OpenStreetMap extract: time, memory, size, and how long ways take to find.

    python benchmarks/network_import.py [rail | road] [SIDE] [--others]

`rail` is a lattice of lines 10 km apart with 40 nodes between two crossings: 2 million nodes. `road` is a lattice of
SIDE times SIDE crossroads (1,000 unless told: 2 million edges) 300 m apart, a tenth of its roads left out, every
eighth row and column a main road, lengths up to a third over the straight line. `--others` also measures what scipy,
igraph and rustworkx need for the same graph, each if it is installed (they are no dependencies of geomap).
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from geomap.networks.imports import import_osm
from geomap.networks.netfile import SCALE
from geomap.networks.tracks import TrackNetwork
from geomap.records import LatLon, Place

STEP_DEG = 0.0027
BETWEEN = {"rail": 40, "road": 2}
SIDES = {"rail": 158, "road": 1000}
LEFT_OUT = {"rail": 0.0, "road": 0.1}


def make_extract(path: Path, network: str, side: int) -> tuple[int, int]:
    """Write the lattice; how many nodes and ways it has."""
    import osmium

    chance, between = random.Random(1), BETWEEN[network]
    nodes = osmium.SimpleWriter(str(path))
    step = STEP_DEG if network == "road" else STEP_DEG * between
    for row in range(side):
        for column in range(side):
            at = (5.0 + column * step, 45.0 + row * step)
            nodes.add_node(osmium.osm.mutable.Node(id=row * side + column + 1, location=at, version=1))
    count, ways = side * side, []
    for row in range(side):
        for column in range(side):
            for down, right in ((0, 1), (1, 0)):
                r, c = row + down, column + right
                if r >= side or c >= side or chance.random() < LEFT_OUT[network]:
                    continue
                refs, bow = [row * side + column + 1], chance.uniform(0, 0.4) * step if network == "road" else 0.0
                for n in range(1, between):
                    count += 1
                    part = n / between
                    at = (
                        5.0 + (column + right * part) * step + down * bow,
                        45.0 + (row + down * part) * step + right * bow,
                    )
                    nodes.add_node(osmium.osm.mutable.Node(id=count, location=at, version=1))
                    refs.append(count)
                main = row % 8 == 0 if right else column % 8 == 0
                ways.append(
                    ([*refs, r * side + c + 1], f"{'row' if right else 'column'} {row if right else column}", main)
                )
    for number, (refs, name, main) in enumerate(ways, start=1):
        tags = {"railway": "rail", "gauge": "1435", "name": name}
        if network == "road":
            tags = {"highway": "primary" if main else "residential", "name": name}
        nodes.add_way(osmium.osm.mutable.Way(id=number, nodes=refs, tags=tags, version=1))
    nodes.close()
    return count, len(ways)


def place(name: str, lat: float, lon: float) -> Place:
    return Place(id=name, name=name, at=LatLon(lat, lon), kind="city", radius_km=1.0)


def peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def show_routes(net: Path, measure: str) -> None:
    """How long ways of several lengths take, after opening."""
    began = time.perf_counter()
    network = TrackNetwork(net)
    corner = place("corner", 45.0, 5.0)
    network.near(corner)
    print(f"open and snap: {(time.perf_counter() - began) * 1000:.1f} ms")
    lats, lons = network.file["lat"], network.file["lon"]
    chance = random.Random(2)
    found: list[tuple[float, float]] = []
    for _ in range(40):
        a, b = chance.randrange(len(lats)), chance.randrange(len(lats))
        ends = [place(str(v), lats[v] / SCALE, lons[v] / SCALE) for v in (a, b)]
        began = time.process_time()
        route = network.route(ends, mode=network.file.facts["network"], by=measure)
        took = (time.process_time() - began) * 1000
        if route is not None and route.length_km:
            found.append((route.length_km, took))
    found.sort()
    for part in (found[: len(found) // 2], found[len(found) // 2 :]):
        times = [took for _, took in part]
        told = f"median {statistics.median(times):.0f} ms, most {max(times):.0f} ms"
        print(f"by {measure}, ways of {part[0][0]:,.0f}-{part[-1][0]:,.0f} km: {told}")


def show_others(net: Path) -> None:
    """The same graph in the libraries that could have been taken: time to load, and for a way across it."""
    import numpy as np

    file = TrackNetwork(net).file
    count = len(file["lat"])
    start, end, dm = (np.array(file[name], dtype=np.int64) for name in ("start", "end", "dm"))
    chance = random.Random(3)
    pairs = [(chance.randrange(count), chance.randrange(count)) for _ in range(5)]

    def scipy_ways() -> tuple[Any, Callable[[int, int], Any]]:
        from scipy.sparse import csr_matrix
        from scipy.sparse.csgraph import dijkstra

        graph = csr_matrix((dm, (start, end)), shape=(count, count))
        return graph, lambda a, b: dijkstra(graph, directed=False, indices=a)[b]

    def igraph_ways() -> tuple[Any, Callable[[int, int], Any]]:
        import igraph

        graph = igraph.Graph(n=count, edges=np.stack([start, end], axis=1), edge_attrs={"w": dm})
        return graph, lambda a, b: graph.get_shortest_path(a, b, weights="w", output="epath")

    def rustworkx_ways() -> tuple[Any, Callable[[int, int], Any]]:
        import rustworkx

        graph = rustworkx.PyGraph()
        graph.add_nodes_from(range(count))
        graph.add_edges_from(list(zip(start.tolist(), end.tolist(), dm.tolist(), strict=True)))
        return graph, lambda a, b: rustworkx.dijkstra_shortest_paths(graph, a, target=b, weight_fn=float)

    for name, make in (("scipy", scipy_ways), ("igraph", igraph_ways), ("rustworkx", rustworkx_ways)):
        began = time.process_time()
        try:
            _, way = make()
        except ImportError:
            print(f"{name}: not installed")
            continue
        load = time.process_time() - began
        times = []
        for a, b in pairs:
            began = time.process_time()
            way(a, b)
            times.append((time.process_time() - began) * 1000)
        print(f"{name}: load {load:.1f} s, way median {statistics.median(times):.0f} ms, peak {peak_mb():,.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("network", nargs="?", choices=["rail", "road"], default="rail")
    parser.add_argument("side", nargs="?", type=int)
    parser.add_argument("--others", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        extract, net = Path(folder) / "lattice.osm.pbf", Path(folder) / "lattice.geomapnet"
        written, ways = make_extract(extract, options.network, options.side or SIDES[options.network])
        size = extract.stat().st_size / 1e6
        print(f"extract: {written:,} nodes, {ways:,} ways, {size:.1f} MB, peak {peak_mb():,.0f} MB")
        began = time.process_time()
        joined = import_osm(
            extract,
            net,
            network=options.network,
            tell=lambda line: print(f"  {time.process_time() - began:5.1f} s {line}"),
        )
        took = time.process_time() - began
        print(
            f"import: {took:.1f} s of processor time, peak {peak_mb():,.0f} MB, {net.stat().st_size / 1e6:.1f} MB file"
        )
        print(f"network: {len(joined.arrays['start']):,} edges, {joined.length_km:,.0f} km, {joined.parts:,} part(s)")
        del joined
        for measure in TrackNetwork(net).file.facts["measures"]:
            show_routes(net, measure)
        if options.others:
            show_others(net)


if __name__ == "__main__":
    main()
