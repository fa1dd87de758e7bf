"""Import and routing of a synthetic OpenStreetMap extract: time, memory, size and way lengths.

    python benchmarks/network_import.py [NODES]

Makes a lattice of railways with as many nodes (2,000,000 unless told), imports it, and routes corner to corner.
"""

from __future__ import annotations

import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

from geomap.networks.imports import import_osm
from geomap.networks.tracks import TrackNetwork
from geomap.records import LatLon, Place

# Nodes between two crossings of lines, 250 m apart.
BETWEEN = 40
STEP_DEG = 0.00225


def make_extract(path: Path, nodes: int) -> tuple[int, int]:
    """Write the lattice; how many nodes and ways it has."""
    import osmium

    side = max(2, int((nodes / (2 * BETWEEN)) ** 0.5))
    writer = osmium.SimpleWriter(str(path))
    count = 0
    rows: list[list[int]] = []
    ways: list[list[int]] = []

    def add(lat: float, lon: float) -> int:
        nonlocal count
        count += 1
        writer.add_node(osmium.osm.mutable.Node(id=count, location=(lon, lat), version=1))
        return count

    for row in range(side):
        line = [add(45.0 + row * BETWEEN * STEP_DEG, 5.0 + n * STEP_DEG) for n in range((side - 1) * BETWEEN + 1)]
        rows.append(line)
        ways += [line[n : n + BETWEEN + 1] for n in range(0, len(line) - 1, BETWEEN)]
    for column in range(side):
        for row in range(side - 1):
            lat, lon = 45.0 + row * BETWEEN * STEP_DEG, 5.0 + column * BETWEEN * STEP_DEG
            between = [add(lat + n * STEP_DEG, lon) for n in range(1, BETWEEN)]
            ways.append([rows[row][column * BETWEEN], *between, rows[row + 1][column * BETWEEN]])
    for number, refs in enumerate(ways, start=1):
        tags = {"railway": "rail", "gauge": "1435", "name": f"line {number % 97}"}
        writer.add_way(osmium.osm.mutable.Way(id=number, nodes=refs, tags=tags, version=1))
    writer.close()
    return count, len(ways)


def place(name: str, lat: float, lon: float) -> Place:
    return Place(id=name, name=name, at=LatLon(lat, lon), kind="city", radius_km=1.0)


def main() -> None:
    nodes = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000_000
    with tempfile.TemporaryDirectory() as folder:
        extract, net = Path(folder) / "lattice.osm.pbf", Path(folder) / "lattice.geomapnet"
        written, ways = make_extract(extract, nodes)
        print(f"extract: {written:,} nodes, {ways:,} ways, {extract.stat().st_size / 1e6:.1f} MB")
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        began = time.perf_counter()
        joined = import_osm(extract, net)
        took = time.perf_counter() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"import: {took:.1f} s, peak {peak:.0f} MB ({before:.0f} MB before), {net.stat().st_size / 1e6:.1f} MB file"
        )
        print(f"network: {len(joined.arrays['start']):,} edges, {joined.length_km:,.0f} km, {joined.parts} part(s)")
        began = time.perf_counter()
        network = TrackNetwork(net)
        network.near(place("corner", 45.0, 5.0))
        print(f"open and snap: {(time.perf_counter() - began) * 1000:.1f} ms")
        lats, lons = network.file["lat"], network.file["lon"]
        north, east = max(lats) / 1e7, max(lons) / 1e7
        for share in (0.1, 0.5, 1.0):
            times = []
            for _ in range(3):
                began = time.perf_counter()
                to = place("far", 45.0 + (north - 45.0) * share, 5.0 + (east - 5.0) * share)
                route = network.route([place("corner", 45.0, 5.0), to])
                times.append((time.perf_counter() - began) * 1000)
            assert route is not None
            print(f"route of {route.length_km:,.0f} km: {statistics.median(times):.0f} ms")


if __name__ == "__main__":
    main()
