"""Places and words for people in WordNet 3.0, from Debian's package wordnet-base."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from feature_evidence import Evidence, Named, forms
from shapely import Polygon, make_valid
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from geomap.places.names import normalise
from geomap.places.readers import read_places, read_table

DATA = Path(__file__).resolve().parent.parent / "data"
# What WordNet calls a place, and the kinds that geomap may give it.
_KINDS = {
    "island": "island", "archipelago": "island", "coral reef": "island", "atoll": "island", "river": "river",
    "mountain peak": "mountain", "mountain": "mountain", "volcano": "mountain", "hill": "mountain range",
    "range": "range", "desert": "desert", "sea": "sea lake", "lake": "lake sea", "gulf": "gulf", "bay": "bay",
    "strait": "strait", "channel": "strait", "peninsula": "peninsula", "cape": "cape", "plain": "plain",
    "plateau": "plateau vague", "waterfall": "waterfall", "canal": "canal", "national park": "park",
    "university": "university", "suspension bridge": "bridge", "bridge": "bridge", "valley": "valley",
    "glacier": "glacier", "ocean": "ocean",
    "geographical area": "vague coast plain valley", "region": "vague coast", "district": "district vague",
    "city district": "district", "street": "road district", "estuary": "bay river", "inlet": "bay", "sound": "bay",
    "naval battle": "", "dam": "dam", "coast": "coast", "isthmus": "vague", "oasis": "vague", "highway": "road",
    "geographic area": "vague", "borough": "district", "military academy": "base university", "fortress": "building",
    "palace": "building", "tower": "building", "monument": "building", "memorial": "building", "prison": "building",
    "stadium": "building", "residence": "building", "waterway": "canal strait", "mountain pass": "crossing",
    "tunnel": "crossing", "beach": "coast", "forest": "forest",
    "world organization": "union", "organization": "union", "alliance": "union", "confederation": "union",
    "world organisation": "union", "international organization": "union", "treaty": "union", "empire": "historic",
    "combine": "union", "Axis": "", "customs union": "union", "league": "union", "association": "union",
}  # fmt: skip
# The largest region that says where something is: beyond it a name of its kind may well occur twice.
_MOST_KM2, _MOST_LANDS = 500_000.0, 6

Areas = dict[str, tuple[str, BaseGeometry]]


@dataclass(frozen=True, slots=True)
class Synset:
    """One meaning: its words, the numbers of what it is an instance and a part of, what it derives from, its gloss."""

    words: tuple[str, ...]
    kinds: tuple[str, ...]
    wholes: tuple[str, ...]
    gloss: str


def read_synsets(packages: Path, part: str = "noun") -> dict[str, Synset]:
    found = {}
    path = packages / f"wordnet-base/usr/share/wordnet/data.{part}"
    for line in path.read_text(encoding="latin-1").splitlines():
        if line.startswith("  "):
            continue
        head, _, gloss = line.partition(" | ")
        cells = head.split()
        count = int(cells[3], 16)
        words = tuple(cells[4 + 2 * i].replace("_", " ") for i in range(count))
        at = 4 + 2 * count
        pointers = [tuple(cells[at + 1 + 4 * i : at + 3 + 4 * i]) for i in range(int(cells[at]))]
        kinds = tuple(number for sign, number in pointers if sign in ("@i", "@"))
        wholes = tuple(number for sign, number in pointers if sign == "#p")
        found[cells[0]] = Synset(words, kinds, wholes, gloss.strip())
    return found


def read_areas() -> Areas:
    """Names of countries and first-level regions to their code and outline."""
    outlines: dict[str, BaseGeometry] = {}
    for table in ("outlines.tsv", "region_outlines.tsv"):
        for row in read_table(DATA / table):
            if row["form"] == "area":
                outlines.setdefault(row["place"], _outline(row["points"]))
    found = {}
    for table in ("regions.tsv", "countries.tsv"):
        for place in read_places(DATA / table, 0):
            code = place.admin1_code if place.kind == "region" else place.country
            outline = outlines.get(code or "") or outlines.get(place.id)
            if outline is not None:
                for name in {normalise(n) for n in (place.name, *place.called)}:
                    found[name] = (code or "", outline)
    return found


def _outline(points: str) -> BaseGeometry:
    rings = [[tuple(map(float, p.split(",")))[::-1] for p in ring.split()] for ring in points.split(";")]
    return unary_union([make_valid(Polygon(ring)) for ring in rings if len(ring) > 3])


def read_features(packages: Path) -> Named:
    """Instances of a kind of place; one without a shape for its kind, one for each smaller land named."""
    synsets, areas = read_synsets(packages), read_areas()
    found: Named = defaultdict(list)
    for synset in synsets.values():
        kinds = frozenset(
            kind for number in synset.kinds for word in synsets[number].words for kind in _KINDS.get(word, "").split()
        )
        if kinds and synset.words[0][0].isupper():
            told = [Evidence(kinds, None, "WordNet 3.0")]
            for code, outline in _lands(synset, synsets, areas):
                told.append(Evidence(kinds, outline, f"WordNet 3.0: in {code}, as its point", code[:2]))
            for form in {form for word in synset.words for form in forms(word)}:
                found[form] += told
    return found


def _lands(synset: Synset, synsets: dict[str, Synset], areas: Areas) -> Iterator[tuple[str, BaseGeometry]]:
    told = [word for number in synset.wholes for word in synsets[number].words]
    told += re.findall(r"[A-Z][\w'-]*(?: [A-Z][\w'-]*)*", synset.gloss)
    known = dict(areas[normalise(name)] for name in told if normalise(name) in areas)
    small = {code: outline for code, outline in known.items() if _km2(outline) < _MOST_KM2}
    if len(small) <= _MOST_LANDS:
        yield from sorted(small.items())


def _km2(outline: BaseGeometry) -> float:
    return outline.area * 111.2**2 * math.cos(math.radians(outline.centroid.y))
