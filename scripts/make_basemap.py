"""Make data/basemap/ from the npm package world-atlas (Natural Earth 4.1 as TopoJSON).

    npm install world-atlas@2.0.2
    python scripts/make_basemap.py node_modules/world-atlas data/basemap

Land and borders of the world at 1:50m go into world.json, those at 1:10m into tiles.tsv, cut into squares of 5 degrees.
Lines are written as encoded polylines (latitude before longitude), several in one string with a space between them.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from shapely import LineString, MultiLineString, Polygon, box, unary_union
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge

from geomap.writers.page.polyline import encode

TILE_DEG = 5
WORLD_DECIMALS, TILE_DECIMALS = 2, 3
# Half a pixel of the coarsest zoom at which each scale is looked at: 1:50m at zoom 6 (0.011 deg), 1:10m at zoom 8.
WORLD_TOLERANCE_DEG, TILE_TOLERANCE_DEG = 0.02, 0.002
WORLD_MIN_ISLAND_DEG2 = 0.01

Arc = list[tuple[float, float]]


class Topology:
    """A TopoJSON file with its arcs decoded and simplified, so that neighbours keep a common line."""

    def __init__(self, path: Path, tolerance_deg: float) -> None:
        raw = json.loads(path.read_text(encoding="utf-8"))
        (self.sx, self.sy), (self.tx, self.ty) = raw["transform"]["scale"], raw["transform"]["translate"]
        self.arcs = [self._simplify(self._decode(arc), tolerance_deg) for arc in raw["arcs"]]
        self.countries = raw["objects"]["countries"]["geometries"]

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
        """The polygons of one country, valid."""
        parts = geometry.get("arcs") or []
        for rings in parts if geometry.get("type") == "MultiPolygon" else [parts]:
            shapes = [s for s in (unrolled(self.ring(r)) for r in rings) if s]
            if shapes and len(shapes[0]) > 3:
                whole = Polygon(shapes[0], [s for s in shapes[1:] if len(s) > 3]).buffer(0)
                yield from (p for p in parts_of(on_the_sheet(whole)) if isinstance(p, Polygon))

    def borders(self) -> BaseGeometry:
        """The arcs that two countries share."""
        users: dict[int, set[int]] = defaultdict(set)
        for n, geometry in enumerate(self.countries):
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
    for geometry in topology.countries:
        largest = max(topology.polygons(geometry), key=lambda p: p.area, default=None)
        if largest is not None:
            at = largest.representative_point() if largest.area < 1 else largest.centroid
            if not largest.contains(at):
                at = largest.representative_point()
            out.append([geometry["properties"]["name"], round(at.y, 1), round(at.x, 1), round(largest.area, 1)])
    return sorted(out, key=lambda row: (-row[3], row[0]))


def make_world(topology: Topology, target: Path) -> None:
    land = unary_union([p for g in topology.countries for p in topology.polygons(g)])
    kept = [p for p in parts_of(land) if p.area >= WORLD_MIN_ISLAND_DEG2]
    world = {
        "decimals": WORLD_DECIMALS,
        "land": packed(rings(kept), WORLD_DECIMALS),
        "borders": packed((list(p.coords) for p in parts_of(topology.borders())), WORLD_DECIMALS),
        "labels": labels(topology),
    }
    target.write_text(json.dumps(world, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


def make_tiles(topology: Topology, target: Path) -> None:
    land = unary_union([p for g in topology.countries for p in topology.polygons(g)])
    pieces, borders = parts_of(land), parts_of(topology.borders())
    with target.open("w", encoding="utf-8", newline="\n") as out:
        for south in range(-90, 90, TILE_DEG):
            for west in range(-180, 180, TILE_DEG):
                square = box(west, south, west + TILE_DEG, south + TILE_DEG)
                here = [p.intersection(square) for p in pieces if p.intersects(square)]
                lines = [b.intersection(square) for b in borders if b.intersects(square)]
                ways = [list(p.coords) for b in lines for p in parts_of(b) if isinstance(p, LineString)]
                coast = packed(rings(q for p in here for q in parts_of(p)), TILE_DECIMALS)
                if coast:
                    print(south, west, coast, packed(ways, TILE_DECIMALS), sep="\t", file=out)


def main() -> None:
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    target.mkdir(parents=True, exist_ok=True)
    make_world(Topology(source / "countries-50m.json", WORLD_TOLERANCE_DEG), target / "world.json")
    make_tiles(Topology(source / "countries-10m.json", TILE_TOLERANCE_DEG), target / "tiles.tsv")


if __name__ == "__main__":
    main()
