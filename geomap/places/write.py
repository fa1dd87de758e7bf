"""Writes rows into the files of an index."""

from __future__ import annotations

import json
import sqlite3
import time
import uuid
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

from geomap.places import layout
from geomap.places.fuzzy import writing_fuzzy
from geomap.places.kinds import KIND_CODES
from geomap.places.names import MAX_WORDS, normalise
from geomap.places.rows import OWN_ROWS, SCALE, Row
from geomap.places.words import is_common, is_dropped
from geomap.records import Source

TABLES = """
PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT, version TEXT, licence TEXT, attribution TEXT, url TEXT);
CREATE TABLE place (
  row INTEGER PRIMARY KEY, slug TEXT, name TEXT NOT NULL, lat INTEGER, lon INTEGER, kind INTEGER NOT NULL, country TEXT,
  admin1 TEXT, admin2 TEXT, population INTEGER NOT NULL, radius INTEGER, source INTEGER NOT NULL, cell INTEGER);
CREATE TABLE region (code TEXT PRIMARY KEY, name TEXT NOT NULL, row INTEGER) WITHOUT ROWID;
CREATE TABLE name (id INTEGER PRIMARY KEY, places BLOB NOT NULL, population INTEGER, kinds INTEGER, common INTEGER);
CREATE TABLE word (word TEXT, use TEXT, place INTEGER, PRIMARY KEY (word, use, place)) WITHOUT ROWID;
CREATE TABLE neighbour (country TEXT PRIMARY KEY, others TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE member (row INTEGER PRIMARY KEY, codes TEXT NOT NULL);
CREATE TABLE outline (row INTEGER PRIMARY KEY, rings BLOB NOT NULL);
"""
INDEXES = """
CREATE INDEX place_by_cell ON place (cell) WHERE cell IS NOT NULL;
CREATE UNIQUE INDEX place_by_slug ON place (slug) WHERE slug IS NOT NULL;
ANALYZE;
"""
_FILES, _SUFFIXES = ("names", "places", "fuzzy"), ("trie", "sqlite", "sqlite")
TOWNS = frozenset({"city", "district"})
CELLS_PER_DEGREE = 4
# "Khasan" is a transliteration of Hassan in India, and "Odessa" an older spelling of Odesa: the first must not come
# before the Russian border town, the second must come before Odessa in Texas.
LISTED_NAME = 0.15


def cell_of(lat_deg: float, lon_deg: float) -> int:
    """The quarter-degree cell that holds a point."""
    row = int((lat_deg + 90.0) * CELLS_PER_DEGREE)
    return row * 360 * CELLS_PER_DEGREE + int(((lon_deg + 180.0) % 360.0) * CELLS_PER_DEGREE)


class Numbering:
    """Gives each place id its row: GeoNames ids their own number, others the next free one."""

    def __init__(self) -> None:
        self._own: dict[str, int] = {}

    def row_of(self, place_id: str) -> int:
        """The row of an id, the same at each call."""
        kind, _, rest = place_id.partition(":")
        if kind == "geonames" and rest.isdigit() and int(rest) < OWN_ROWS:
            return int(rest)
        return self._own.setdefault(place_id, OWN_ROWS + len(self._own))


def write_index(
    folder: Path,
    rows: Iterable[Row],
    *,
    sources: Sequence[Source],
    about: Mapping[str, Any],
    words: Iterable[tuple[str, str, str]] = (),
    regions: Iterable[tuple[str, str, str]] = (),
    neighbours: Mapping[str, Iterable[str]] | None = None,
    outlines: Iterable[tuple[str, bytes]] = (),
    members: Iterable[tuple[str, str]] = (),
    progress: Callable[[str], None] = lambda _: None,
) -> dict[str, Any]:
    """Write a whole index into a folder and return its manifest. Call under the folder's lock.

    Args:
        folder: Where the index goes; what it holds stays valid until the new manifest is in place.
        rows: The places; of two with one id the first counts.
        sources: What `Row.source` numbers.
        about: What the manifest says beside the files (version, stamp, title).
        words: (word, use, place id) of demonyms, metonyms, abbreviations and the like.
        regions: (first-level code, name, place id).
        neighbours: Country to the countries with which it shares a land border.
        outlines: (place id, packed rings).
        members: (place id, codes of the countries and regions that it consists of).
        progress: Told what is being done.
    """
    build = uuid.uuid4().hex[:12]
    paths = [folder / f"{name}-{build}.{suffix}" for name, suffix in zip(_FILES, _SUFFIXES, strict=True)]
    names_path, places_path, fuzzy_path = paths
    numbering = Numbering()
    postings: dict[str, list[int]] = {}
    with closing(sqlite3.connect(places_path, isolation_level=None)) as db:
        db.executescript(TABLES)
        db.execute("BEGIN")
        db.executemany("INSERT INTO source VALUES (?,?,?,?,?,?)", _source_rows(sources))
        progress("places")
        traits = _write_places(db, rows, numbering, postings)
        progress("names")
        count = _write_names(db, names_path, fuzzy_path, postings, traits, build)
        db.executemany("INSERT OR IGNORE INTO word VALUES (?,?,?)", ((w, u, numbering.row_of(p)) for w, u, p in words))
        found = ((code, name, numbering.row_of(place)) for code, name, place in regions)
        db.executemany("INSERT INTO region VALUES (?,?,?)", found)
        shared = ((country, ",".join(sorted(others))) for country, others in (neighbours or {}).items())
        db.executemany("INSERT INTO neighbour VALUES (?,?)", shared)
        db.executemany("INSERT OR REPLACE INTO outline VALUES (?,?)", ((numbering.row_of(p), b) for p, b in outlines))
        db.executemany("INSERT OR REPLACE INTO member VALUES (?,?)", ((numbering.row_of(p), c) for p, c in members))
        db.execute("INSERT INTO meta VALUES ('build', ?)", (build,))
        progress("indexes")
        db.execute("COMMIT")
        db.executescript(INDEXES)
    return _put_in_place(folder, paths, about, sources, build, len(traits), count)


def _put_in_place(
    folder: Path,
    paths: Sequence[Path],
    about: Mapping[str, Any],
    sources: Sequence[Source],
    build: str,
    places: int,
    names: int,
) -> dict[str, Any]:
    """Write the manifest, from when on readers see this build, and remove what older builds left."""
    manifest = dict(about) | {
        "schema": layout.SCHEMA,
        "build": build,
        "made": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "places": places,
        "names": names,
        "sources": [asdict(source) for source in sources],
        "files": {name: layout.describe_file(path) for name, path in zip(_FILES, paths, strict=True)},
    }
    layout.write_whole(folder / layout.MANIFEST, json.dumps(manifest, indent=1, ensure_ascii=False))
    layout.remove_leftovers(folder, {path.name for path in paths} | {layout.MANIFEST})
    return manifest


def _source_rows(sources: Sequence[Source]) -> Iterator[tuple[Any, ...]]:
    for number, s in enumerate(sources):
        yield number, s.name, s.version, s.licence, s.attribution, s.url


def _write_places(
    db: sqlite3.Connection, rows: Iterable[Row], numbering: Numbering, postings: dict[str, list[int]]
) -> dict[int, tuple[float, int, int]]:
    """Insert the places and gather the rows of each name, inverted (~row) where some list has the name.

    Returns:
        (prominence, population, bit of kind) of each row.
    """
    traits: dict[int, tuple[float, int, int]] = {}

    def cells() -> Iterator[tuple[Any, ...]]:
        for place in rows:
            row, kind = numbering.row_of(place.id), KIND_CODES[place.kind]
            if row in traits:
                continue
            traits[row] = (place.prominence, place.population, 1 << kind)
            sure = {normalise(name) for name in (place.name, *place.called)}
            for key in sure:
                if key in postings:
                    postings[key].append(row)
                elif not is_dropped(key):
                    postings[key] = [row]
            for key in {normalise(name) for name in place.names} - sure:
                if key in postings:
                    postings[key].append(~row)
                elif not is_dropped(key):
                    postings[key] = [~row]
            cell = None
            if place.kind in TOWNS and place.lat is not None and place.lon is not None:
                cell = cell_of(place.lat, place.lon)
            yield (
                row, place.id if row >= OWN_ROWS else None, place.name, _scaled(place.lat), _scaled(place.lon),
                kind, place.country,
                place.admin1_code, place.admin2_code, place.population, _radius(place), place.source, cell,
            )  # fmt: skip

    db.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)", cells())
    return traits


def _scaled(degrees: float | None) -> int | None:
    return None if degrees is None else round(degrees * SCALE)


def _radius(place: Row) -> int | None:
    """Tenths of a kilometre; None where the kind and the population give it."""
    return round(place.radius_km * 10) if place.area_km2 else None


def _sorted_rows(rows: list[int], traits: dict[int, tuple[float, int, int]]) -> list[int]:
    """Rows, most prominent first; a name that some list has for a place counts less than one that texts use."""
    weighed = [(-traits[r][0], r) if r >= 0 else (-traits[~r][0] * LISTED_NAME, ~r) for r in rows]
    return [row for _, row in sorted(weighed)]


def _write_names(
    db: sqlite3.Connection,
    path: Path,
    fuzzy_path: Path,
    postings: dict[str, list[int]],
    traits: dict[int, tuple[float, int, int]],
    build: str,
) -> int:
    """Write the trie of names and the places of each name, most prominent first."""
    import marisa_trie

    starts = {key[: i + 1] for key in postings for i, char in enumerate(key) if char == " "}
    keys = [key for key in postings if key.count(" ") < MAX_WORDS]
    trie = marisa_trie.Trie([*keys, *starts, f"\x00{build}"])
    trie.save(str(path))

    numbered = sorted((trie[key], key) for key in keys)

    def name_rows() -> Iterator[tuple[int, bytes, int, int, int]]:
        for number, key in numbered:
            places = postings[key]
            if len(places) == 1:
                row = places[0]
                places = [row if row >= 0 else ~row]
                _, best, kinds = traits[places[0]]
            else:
                places = _sorted_rows(places, traits)
                best, kinds = max(traits[row][1] for row in places), 0
                for row in places:
                    kinds |= traits[row][2]
            yield number, array("I", places).tobytes(), best, kinds, int(is_common(key))

    with writing_fuzzy(fuzzy_path, numbered):
        db.executemany("INSERT INTO name VALUES (?,?,?,?,?)", name_rows())
    return len(keys)
