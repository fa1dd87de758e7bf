"""Makes data/sea_lanes.csv: shipping lanes of the world as lines of points, from the package searoute (Apache-2.0).

Needs `pip install searoute`. Lines are cut at the antimeridian's two names for one meridian, which are made one, and
lines longer than STEP_KM get points in between, so that a place in mid-ocean finds a lane near it. Run from the
repository's root: `python scripts/make_sea_lanes.py`.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from geomap.geodesy import distance_km, geodesic_line
from geomap.records import LatLon

OUT = Path(__file__).resolve().parent.parent / "data" / "sea_lanes.csv"
LANES = "data/marnet_searoute.geojson"
STEP_KM = 250.0
# Short words of the package for narrow waters, as readers know them.
PASSAGES = {
    "babalmandab": "Bab-el-Mandeb",
    "bering": "Bering Strait",
    "bosporus": "Bosporus",
    "chili": "Strait of Magellan or Cape Horn",
    "dardanelles": "Dardanelles",
    "gibraltar": "Strait of Gibraltar",
    "malacca": "Strait of Malacca",
    "northwest": "Northwest Passage",
    "ormuz": "Strait of Hormuz",
    "panama": "Panama Canal",
    "south_africa": "Cape of Good Hope",
    "suez": "Suez Canal",
    "sunda": "Sunda Strait",
}


def lanes_file() -> Path:
    """The package's file of lanes, without importing the package."""
    spec = importlib.util.find_spec("searoute")
    if spec is None or spec.origin is None:
        raise SystemExit("searoute is not installed; pip install searoute")
    return Path(spec.origin).parent / LANES


def point(lon_lat: list[float]) -> LatLon:
    """A point with its longitude in (-180, 180]."""
    lon = (lon_lat[0] + 180) % 360 - 180
    return LatLon(round(lon_lat[1], 3), round(180.0 if lon == -180 else lon, 3))


def lines() -> Iterator[tuple[str, list[LatLon]]]:
    """Passage and points of each line, without what only follows the antimeridian."""
    for feature in json.loads(lanes_file().read_text(encoding="utf-8"))["features"]:
        shape = feature["geometry"]
        parts = [shape["coordinates"]] if shape["type"] == "LineString" else shape["coordinates"]
        passage = PASSAGES.get(feature["properties"].get("passage") or "", "")
        for part in parts:
            points = [point(p) for p in part]
            if len(points) > 1 and any(abs(p.lon_deg) < 180 for p in points):
                yield passage, points


def with_steps(points: list[LatLon]) -> list[LatLon]:
    """The points with others between them where they are more than STEP_KM apart."""
    out = points[:1]
    for a, b in pairwise(points):
        if distance_km(a, b) > STEP_KM:
            inner = geodesic_line(a, b, step_km=STEP_KM)[1:-1]
            out += [point([p.lon_deg, p.lat_deg]) for p in inner]
        if b != out[-1]:
            out.append(b)
    return out


def shown(p: LatLon) -> str:
    """Latitude and longitude as the table has them: "1.264/103.84"."""
    return f"{p.lat_deg + 0.0:g}/{p.lon_deg + 0.0:g}"


def main() -> None:
    rows = sorted({(passage, tuple(with_steps(points))) for passage, points in lines()}, key=str)
    text = "".join(f"{passage},{' '.join(map(shown, points))}\n" for passage, points in rows)
    OUT.write_text("passage,points\n" + text, encoding="utf-8")
    print(f"{OUT.name}: {len(rows):,} lines, {sum(len(points) for _, points in rows):,} points")


if __name__ == "__main__":
    main()
