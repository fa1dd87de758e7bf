"""Make scripts/rail/tracks.csv: how long OpenStreetMap's tracks are from station to station of each railway line.

    PYTHONPATH=. python scripts/rail_tracks.py [LINE ...]

Needs `pip install scgraph_data scipy`; reads data/rail_stations.csv, so make_rail.py has run before. A line is measured
stretch by stretch: stations with no track near are passed over, stretches that no track joins are left out. Of the
points of track near a station those are taken that make the whole line short. The tracks are simplified and have
gaps; short ones are bridged. With ids of lines, only these are measured anew.
"""

from __future__ import annotations

import ast
import csv
import importlib.util
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components, dijkstra
from scipy.spatial import cKDTree

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "scripts" / "rail" / "tracks.csv"
EARTH_KM = 6371.0
KM_PER_DEG = 111.2
# Links are cut into pieces of so many km, for a station to lie near one of their points.
STEP_KM = 2.0
# A station's track is looked for within so many km, in squares so wide, at most so many of them.
REACH_KM, SQUARE_KM, MOST_SQUARES = 8.0, 0.7, 14
# A km from a station to its track counts as so many on the way: with 4, lines whose km have a source come out 0.7 %
# short in the middle and three in four within 3 %; with 1, 4 % short and a third within.
AWAY = 4.0
# A loose end of track is joined to other track so many km away that cannot be reached within BALL_KM of it.
BRIDGE_KM, BALL_KM, ROUND_KM, BRIDGE_FACTOR = 8.0, 15.0, 20.0, 1.05
# Tracks between two stations are looked for in their box, wider by so many km and this share of the straight line.
MARGIN_KM, MARGIN_SHARE = 10.0, 0.35
# No way between two stations is longer than this, straight lines and km; a gap counts as so much.
LONGEST, LONGEST_KM = 2.5, 15.0
GAP, GAP_KM = 3.0, 20.0
# A stretch is taken if its tracks are so many straight lines and km long: shorter ones end in the wrong place, longer
# ones go round a gap.
SHORT, SHORT_KM, LONG, LONG_KM = 0.9, 3.0, 2.0, 6.0

# Ways of knowing a line's km that do not lean on memory, and the least share of a line that is held against them.
SOURCED = frozenset({"chainage", "timetable", "length stated, stations interpolated"})
MEASURED = 0.9

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Spot:
    """A point of track near a station: its number, and how many km it is away."""

    number: int
    away_km: float


class Tracks:
    """The world's tracks: `points` (n, 2) in degrees of latitude and longitude, and the km between those that join."""

    def __init__(self) -> None:
        nodes, starts, ends, km = _read_package()
        self.points, starts, ends, km = _cut(nodes, starts, ends, km)
        self._links = _matrix(len(self.points), starts, ends, km)
        bridges = np.array(self._bridges())
        starts = np.concatenate([starts, bridges[:, 0].astype(np.int64)])
        ends = np.concatenate([ends, bridges[:, 1].astype(np.int64)])
        self._links = _matrix(len(self.points), starts, ends, np.concatenate([km, bridges[:, 2] * BRIDGE_FACTOR]))

    def _bridges(self) -> list[tuple[int, int, float]]:
        """Joins from loose ends to track near by that they do not lead to: (end, other point, km)."""
        found = []
        space = EARTH_KM * _on_sphere(self.points)
        tree = cKDTree(space)
        _, part = connected_components(self._links, directed=False)
        for end in np.nonzero(np.diff(self._links.indptr) == 1)[0]:
            around = np.array(tree.query_ball_point(space[end], BRIDGE_KM))
            away = np.linalg.norm(space[around] - space[end], axis=1)
            ball = np.array(tree.query_ball_point(space[end], BALL_KM))
            here = {int(point): n for n, point in enumerate(ball)}
            reached = dijkstra(self._links[ball][:, ball], indices=here[int(end)])
            joined: set[int] = set()
            for km, point in sorted(zip(away, around, strict=True)):
                apart = part[point] != part[end] or reached[here[int(point)]] > ROUND_KM
                if point != end and apart and int(part[point]) not in joined:
                    joined.add(int(part[point]))
                    found.append((int(end), int(point), max(float(km), 1e-3)))
        return found

    def around(self, stops: Floats) -> Ints:
        """The numbers of the points in the boxes of a line's stretches."""
        kept = np.zeros(len(self.points), dtype=bool)
        for a, b in pairwise(stops):
            margin = (MARGIN_KM + MARGIN_SHARE * _km(a, b[None])[0]) / KM_PER_DEG
            wide = margin / max(0.2, np.cos(np.radians((a[0] + b[0]) / 2)))
            wider = np.array([margin, wide])
            low, high = np.minimum(a, b) - wider, np.maximum(a, b) + wider
            kept |= np.all((self.points >= low) & (self.points <= high), axis=1)
        return np.nonzero(kept)[0]

    def measure(self, stops: Floats) -> list[tuple[int, int, float]]:
        """The stretches of a line of stations (n, 2) that tracks join: (from, to, km), stations by their number."""
        inside = self.around(stops)
        points = self.points[inside]
        spots = [_spots(at, points) for at in stops]
        served = [n for n, found in enumerate(spots) if found]
        if len(served) < 2:
            return []
        numbers = sorted({spot.number for found in spots for spot in found})
        row = {number: n for n, number in enumerate(numbers)}
        ways = dijkstra(self._links[inside][:, inside], indices=numbers)
        straight, steps = [], []
        for a, b in pairwise(served):
            straight.append(float(_km(stops[a], stops[b][None])[0]))
            steps.append(ways[np.ix_([row[s.number] for s in spots[a]], [s.number for s in spots[b]])])
        chosen = _shortest([spots[n] for n in served], steps, straight)
        measured = []
        for n, (a, b) in enumerate(pairwise(served)):
            km = float(steps[n][chosen[n], chosen[n + 1]])
            if SHORT * straight[n] - SHORT_KM <= km <= LONG * straight[n] + LONG_KM:
                measured.append((a, b, km))
        return measured


def _shortest(spots: Sequence[Sequence[Spot]], steps: Sequence[Floats], straight: Sequence[float]) -> list[int]:
    """Which spot of each station makes the line shortest; `steps` are the km between the spots of neighbours."""
    cost = np.array([AWAY * spot.away_km for spot in spots[0]])
    back = []
    for here, step, chord in zip(spots[1:], steps, straight, strict=True):
        counted = np.where(step <= LONGEST * chord + LONGEST_KM, step, GAP * chord + GAP_KM)
        total = cost[:, None] + counted + AWAY * np.array([spot.away_km for spot in here])
        back.append(total.argmin(axis=0))
        cost = total.min(axis=0)
    chosen = [int(cost.argmin())]
    for step_back in reversed(back):
        chosen.append(int(step_back[chosen[-1]]))
    return chosen[::-1]


def _spots(at: Floats, points: Floats) -> list[Spot]:
    """The nearest point of each square with track near a station."""
    away = _km(at, points)
    near = np.nonzero(away <= REACH_KM)[0]
    squares: dict[tuple[int, int], Spot] = {}
    wide = KM_PER_DEG * np.cos(np.radians(at[0]))
    for number in near[np.argsort(away[near])]:
        lat, lon = points[number]
        square = (round(lat * KM_PER_DEG / SQUARE_KM), round(lon * wide / SQUARE_KM))
        squares.setdefault(square, Spot(int(number), float(away[number])))
        if len(squares) == MOST_SQUARES:
            break
    return list(squares.values())


def _read_package() -> tuple[Floats, Ints, Ints, Floats]:
    """The points of scgraph_data and its links, each once: (points, starts, ends, km)."""
    spec = importlib.util.find_spec("scgraph_data")
    if spec is None or spec.origin is None:
        raise SystemExit("scgraph_data is not installed; pip install scgraph_data")
    text = (Path(spec.origin).parent / "world_railways.py").read_text(encoding="utf-8")
    found = {}
    for line in text.splitlines():
        name, equals, value = line.partition("=")
        if equals and name in ("graph", "nodes"):
            found[name] = ast.literal_eval(value)
    km: dict[tuple[int, int], float] = {}
    for start, links in enumerate(found["graph"]):
        for end, length in links.items():
            if start != end:
                pair = (min(start, end), max(start, end))
                km[pair] = min(km.get(pair, np.inf), max(length, 1e-3))
    pairs = np.array(list(km), dtype=np.int64)
    return np.array(found["nodes"], dtype=np.float64), pairs[:, 0], pairs[:, 1], np.array(list(km.values()))


def _cut(points: Floats, starts: Ints, ends: Ints, km: Floats) -> tuple[Floats, Ints, Ints, Floats]:
    """The same network with its links in short pieces."""
    pieces = [points]
    links: list[tuple[int, int, float]] = []
    size = len(points)
    for start, end, length in zip(starts.tolist(), ends.tolist(), km.tolist(), strict=True):
        count = max(1, int(np.ceil(_km(points[start], points[end][None])[0] / STEP_KM)))
        share = np.arange(1, count)[:, None] / count
        pieces.append(points[start] + (points[end] - points[start]) * share)
        chain = [start, *range(size, size + count - 1), end]
        size += count - 1
        links += [(a, b, length / count) for a, b in pairwise(chain)]
    table = np.array(links)
    return np.concatenate(pieces), table[:, 0].astype(np.int64), table[:, 1].astype(np.int64), table[:, 2]


def _matrix(size: int, starts: Ints, ends: Ints, km: Floats) -> csr_matrix:
    both = np.concatenate([starts, ends]), np.concatenate([ends, starts])
    return csr_matrix((np.concatenate([km, km]), both), shape=(size, size))


def _on_sphere(points: Floats) -> Floats:
    """Points in degrees, as (n, 3) on the unit sphere."""
    lat, lon = np.radians(points).T
    return np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])


def _km(at: Floats, points: Floats) -> Floats:
    """Straight km from a point to others near it."""
    north, east = ((points - at) * KM_PER_DEG).T
    return np.hypot(north, east * np.cos(np.radians((points[:, 0] + at[0]) / 2)))


def read_lines() -> dict[str, list[dict[str, str]]]:
    lines: dict[str, list[dict[str, str]]] = defaultdict(list)
    with (ROOT / "data" / "rail_stations.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            lines[row["line"]].append(row)
    return lines


def read_kept(anew: set[str]) -> dict[str, list[tuple[str, str, str, str]]]:
    """What was measured before of the lines that are not to be measured anew."""
    kept: dict[str, list[tuple[str, str, str, str]]] = defaultdict(list)
    with OUT.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["line"] not in anew:
                kept[row["line"]].append((row["line"], row["from"], row["to"], row["km"]))
    return kept


def main() -> None:
    tracks = Tracks()
    with (ROOT / "data" / "rail_lines.csv").open(encoding="utf-8", newline="") as file:
        sourced = {
            row["id"] for row in csv.DictReader(file) if row["known"] in SOURCED and "memory" not in row["source"]
        }
    rows: list[tuple[str, str, str, str]] = []
    ratios = []
    lines, wanted = read_lines(), set(sys.argv[1:])
    kept = read_kept(wanted) if wanted else {}
    for line, stations in lines.items():
        if wanted and line not in wanted:
            rows += kept.get(line, [])
            continue
        found = tracks.measure(np.array([(float(s["lat"]), float(s["lon"])) for s in stations]))
        rows += [(line, stations[a]["name"], stations[b]["name"], f"{km:.1f}") for a, b, km in found]
        at = [float(s["km"]) for s in stations]
        stated = sum(abs(at[b] - at[a]) for a, b, _ in found)
        if line in sourced and stated >= MEASURED * abs(at[-1] - at[0]):
            ratios.append(sum(km for _, _, km in found) / stated)
    with OUT.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("line", "from", "to", "km"), *rows])
    print(f"{len(rows)} stretches of {len({row[0] for row in rows})} lines measured")
    if not ratios:
        return
    middle = float(np.median(ratios))
    within = [np.mean(np.abs(np.array(ratios) / middle - 1) <= off) for off in (0.03, 0.05)]
    print(f"tracks over km that have a source, {len(ratios)} lines: median {middle:.3f}; corrected by it", end=" ")
    print(f"{within[0]:.0%} are within 3 %, {within[1]:.0%} within 5 %")


if __name__ == "__main__":
    main()
