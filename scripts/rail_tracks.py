"""Make scripts/rail/tracks.csv: how long OpenStreetMap's tracks are between the stations of each railway line.

    PYTHONPATH=. python scripts/rail_tracks.py

Needs `pip install scgraph_data scipy`; reads data/rail_stations.csv, so make_rail.py has run before. Measured are lines
whose every station has a track near it and every neighbour is reached; make_rail.py holds lines that are known from
memory against it. The tracks are simplified, so that they come out up to 5 % short in winding country, and a town's
point is not its station: against the lines of this atlas whose kilometres have a source they agree within 3 % for half.
"""

from __future__ import annotations

import ast
import csv
import importlib.util
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from geomap.geodesy import rough_distance_km
from geomap.records import LatLon

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "scripts" / "rail" / "tracks.csv"
# A station's track is looked for within so many km, among so many of the nearest points.
REACH_KM = 6.0
NEAREST = 5
# A stretch that differs by this share and this many km is another way than the line's: the line is left out.
OFF_SHARE, OFF_KM = 0.3, 10.0
# Shorter lines say little, for the way from a town's point to its track is part of them.
LEAST_KM = 30.0


class Tracks:
    """The world's tracks as a matrix of km between numbered points."""

    def __init__(self) -> None:
        spec = importlib.util.find_spec("scgraph_data")
        if spec is None or spec.origin is None:
            raise SystemExit("scgraph_data is not installed; pip install scgraph_data")
        text = (Path(spec.origin).parent / "world_railways.py").read_text(encoding="utf-8")
        found = {}
        for line in text.splitlines():
            name, equals, value = line.partition("=")
            if equals and name in ("graph", "nodes"):
                found[name] = ast.literal_eval(value)
        starts, ends, km = [], [], []
        for start, links in enumerate(found["graph"]):
            for end, length in links.items():
                starts.append(start)
                ends.append(end)
                km.append(max(length, 1e-3))
        self.points = np.array(found["nodes"])
        self._km = csr_matrix((km, (starts, ends)), shape=(len(self.points),) * 2)

    def near(self, at: LatLon) -> list[int]:
        """The nearest points within reach."""
        east = (self.points[:, 1] - at.lon_deg) * np.cos(np.radians(at.lat_deg))
        square = (self.points[:, 0] - at.lat_deg) ** 2 + east**2
        nearest = np.argpartition(square, NEAREST)[:NEAREST]
        found = [(rough_distance_km(at, LatLon(*map(float, self.points[n]))), int(n)) for n in nearest]
        return [number for away, number in sorted(found) if away <= REACH_KM]

    def between(self, starts: list[int], ends: list[int], limit_km: float) -> float:
        """The way between the nearest points that are joined at all; infinite beyond the limit."""
        for start in starts:
            reached = dijkstra(self._km, indices=start, limit=limit_km)
            for end in ends:
                if np.isfinite(reached[end]):
                    return float(reached[end])
        return float("inf")


def read_lines() -> dict[str, list[dict[str, str]]]:
    lines: dict[str, list[dict[str, str]]] = defaultdict(list)
    with (ROOT / "data" / "rail_stations.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            lines[row["line"]].append(row)
    return lines


def measure(tracks: Tracks, stations: list[dict[str, str]]) -> float | None:
    """The km of tracks along a line; None where a stretch has none, or another way is shorter."""
    near = [tracks.near(LatLon(float(s["lat"]), float(s["lon"]))) for s in stations]
    if not all(near):
        return None
    total = 0.0
    for (a, b), (starts, ends) in zip(pairwise(stations), pairwise(near), strict=True):
        stated = abs(float(b["km"]) - float(a["km"]))
        km = tracks.between(starts, ends, 1.5 * stated + OFF_KM)
        if not np.isfinite(km) or abs(km - stated) > max(OFF_KM, OFF_SHARE * stated):
            return None
        total += km
    return total


def main() -> None:
    tracks = Tracks()
    rows = []
    for line, stations in read_lines().items():
        stated = abs(float(stations[-1]["km"]) - float(stations[0]["km"]))
        if stated >= LEAST_KM and (km := measure(tracks, stations)) is not None:
            rows.append((line, f"{km:.0f}"))
    with OUT.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("line", "km"), *rows])
    print(f"{len(rows)} lines measured")


if __name__ == "__main__":
    main()
