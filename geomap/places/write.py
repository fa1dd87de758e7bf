"""Writes rows into the files of an index."""

from __future__ import annotations

import json
import math
import sqlite3
import time
import uuid
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from geomap.places import layout
from geomap.places.fuzzy import FuzzyWriter
from geomap.places.kinds import KIND_CODES
from geomap.places.name_files import MoreNames, NameFiles, names_beside, rows_file
from geomap.places.progress import Progress, silent
from geomap.places.rows import OWN_ROWS, Numbering, Row, listed_id, pack_rows, scaled, short_id
from geomap.places.spool import read_names
from geomap.records import Source

TABLES = """
PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT, version TEXT, licence TEXT, attribution TEXT, url TEXT);
CREATE TABLE place (
  row INTEGER PRIMARY KEY, name TEXT NOT NULL, lat INTEGER, lon INTEGER, sort INTEGER NOT NULL,
  division INTEGER NOT NULL, population INTEGER NOT NULL, slug TEXT, admin2 TEXT);
CREATE TABLE sort (
  id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, radius INTEGER, source INTEGER NOT NULL, rank INTEGER NOT NULL);
CREATE TABLE division (id INTEGER PRIMARY KEY, country TEXT, admin1 TEXT);
CREATE TABLE cell (cell INTEGER PRIMARY KEY, rows BLOB NOT NULL);
CREATE TABLE region (code TEXT PRIMARY KEY, name TEXT NOT NULL, row INTEGER) WITHOUT ROWID;
CREATE TABLE word (word TEXT, use TEXT, place INTEGER, PRIMARY KEY (word, use, place)) WITHOUT ROWID;
CREATE TABLE neighbour (country TEXT PRIMARY KEY, others TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE member (row INTEGER PRIMARY KEY, codes TEXT NOT NULL);
CREATE TABLE outline (row INTEGER PRIMARY KEY, rings BLOB NOT NULL);
"""
INDEXES = """
CREATE UNIQUE INDEX place_by_slug ON place (slug) WHERE slug IS NOT NULL;
ANALYZE;
"""
_INSERT_PLACE = "INSERT OR IGNORE INTO place VALUES (?,?,?,?,?,?,?,?,?)"
Cells = defaultdict[int, "array[int]"]
Divisions = dict[tuple[str | None, str | None], int]
Sort = tuple[int, int | None, int, int]
# A twentieth of the file is room between rows; giving it back takes as long again as writing, which shows beyond this.
_PACKED_ROWS = 1_000_000
TOWNS = frozenset({"city", "district"})
CELLS_PER_DEGREE = 4


def cell_of(lat_deg: float, lon_deg: float) -> int:
    """The quarter-degree cell that holds a point."""
    row = int((lat_deg + 90.0) * CELLS_PER_DEGREE)
    return row * 360 * CELLS_PER_DEGREE + int(((lon_deg + 180.0) % 360.0) * CELLS_PER_DEGREE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """What an index knows of places beside their rows; places go by their ids.

    `words` are (word, use, place) of demonyms, metonyms, abbreviations and the like, `regions` (first-level code, name,
    place), `neighbours` the countries with which a country shares a land border, `outlines` (place, packed rings),
    `members` (place, codes of the countries and regions that it consists of).
    """

    words: Iterable[tuple[str, str, str]] = ()
    regions: Iterable[tuple[str, str, str]] = ()
    neighbours: Mapping[str, Iterable[str]] = field(default_factory=dict)
    outlines: Iterable[tuple[str, bytes]] = ()
    members: Iterable[tuple[str, str]] = ()


NO_TABLES = Tables()


def write_index(
    folder: Path,
    rows: Iterable[Row],
    *,
    sources: Sequence[Source],
    about: Mapping[str, Any],
    tables: Tables = NO_TABLES,
    more_names: MoreNames | None = None,
    account: Callable[[Mapping[str, Any]], dict[str, Any]] | None = None,
    progress: Progress = silent,
) -> dict[str, Any]:
    """Write a whole index into a folder and return its manifest. Call under the folder's lock.

    Args:
        folder: Where the index goes; what it holds stays valid until the new manifest is in place.
        rows: The places; of two with one id the first counts.
        sources: What `Row.source` numbers.
        about: What the manifest says beside the files (version, stamp, title).
        tables: What is known of places beside their rows.
        more_names: Further names of the places.
        account: Says what became of the lines that were read, given how many `places` there are; for the manifest.
        progress: Told what is being done, and how much of this is done, from 0 to 1.

    Raises:
        OSError: It cannot be written; nothing of it is left then, and what was there is as it was.
    """
    build = uuid.uuid4().hex[:12]
    numbering = Numbering()
    names = NameFiles(folder, build, numbering, more_names)
    places_path = folder / f"places-{build}.sqlite"
    try:
        with names_beside(rows, names) as beside:
            count = _write_places(places_path, beside.rows, numbering, tables, sources=sources, progress=progress)
            fuzzy_path = folder / f"fuzzy-{build}.sqlite"
            with closing(FuzzyWriter(fuzzy_path)) as fuzzy:
                shards = beside.finish(progress, lambda path: fuzzy.add(read_names(path)))
                fuzzy.finish()
        files = {"places": places_path, "fuzzy": fuzzy_path, "rows": rows_file(folder, build)}
        for number, shard in enumerate(shards):
            files |= {f"names-{number}": shard.trie, f"postings-{number}": shard.postings}
        told = {"build": build, "places": count, "names": sum(shard.names for shard in shards)}
        if account is not None:
            told["counts"] = account(told) | ({"more": names.told} if names.told else {})
        return _put_in_place(folder, files, {**about, **told}, sources)
    except BaseException as error:
        for path in folder.glob(f"*-{build}*"):
            path.unlink(missing_ok=True)
        if isinstance(error, sqlite3.Error):  # a full disk, most of all
            raise OSError(f"{folder}: {error}") from error
        raise


def _write_places(
    path: Path,
    rows: Iterable[Row],
    numbering: Numbering,
    tables: Tables,
    *,
    sources: Sequence[Source],
    progress: Progress,
) -> int:
    """Write the file of places, which is named after its build; how many there are."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.executescript(TABLES)
        db.execute("BEGIN")
        db.executemany("INSERT INTO source VALUES (?,?,?,?,?,?)", _source_rows(sources))
        cells: Cells = defaultdict(lambda: array("I"))
        divisions: Divisions = {}
        sorts = Sorts(len(sources))
        db.executemany(_INSERT_PLACE, _place_values(rows, numbering, cells, divisions, sorts))
        db.executemany("INSERT INTO division VALUES (?,?,?)", ((n, *codes) for codes, n in divisions.items()))
        db.executemany("INSERT INTO sort VALUES (?,?,?,?,?)", ((n, *sort) for sort, n in sorts.numbers.items()))
        db.executemany("INSERT INTO cell VALUES (?,?)", _cell_values(cells))
        (count,) = db.execute("SELECT count(*) FROM place").fetchone()
        _write_tables(db, numbering, tables)
        db.execute("INSERT INTO meta VALUES ('build', ?)", (path.stem.partition("-")[2],))
        progress("indexing places", 0.0)
        db.execute("COMMIT")
        db.executescript(INDEXES)
        if count <= _PACKED_ROWS:
            db.execute("VACUUM")
    return int(count)


class Sorts:
    """Numbers for what places share: kind, radius, source and rank.

    Each source's first ones, which most of its places have, are so small that they take one byte.
    """

    def __init__(self, sources: int) -> None:
        self.numbers: dict[Sort, int] = {}
        self._sources = sources
        self._of_source = [0] * sources

    def number(self, sort: Sort) -> int:
        """The number of a sort, the same at each call."""
        found = self.numbers.get(sort)
        if found is None:
            source = sort[2]
            found = self.numbers[sort] = self._of_source[source] * self._sources + source
            self._of_source[source] += 1
        return found


def _write_tables(db: sqlite3.Connection, numbering: Numbering, tables: Tables) -> None:
    row_of = numbering.row_of
    db.executemany("INSERT OR IGNORE INTO word VALUES (?,?,?)", ((w, u, row_of(p)) for w, u, p in tables.words))
    db.executemany("INSERT INTO region VALUES (?,?,?)", ((code, name, row_of(p)) for code, name, p in tables.regions))
    shared = ((country, ",".join(sorted(others))) for country, others in tables.neighbours.items())
    db.executemany("INSERT INTO neighbour VALUES (?,?)", shared)
    db.executemany("INSERT OR REPLACE INTO outline VALUES (?,?)", ((row_of(p), b) for p, b in tables.outlines))
    db.executemany("INSERT OR REPLACE INTO member VALUES (?,?)", ((row_of(p), codes) for p, codes in tables.members))


def _put_in_place(
    folder: Path, files: Mapping[str, Path], about: Mapping[str, Any], sources: Sequence[Source]
) -> dict[str, Any]:
    """Write the manifest, from when on readers see this build, and remove what older builds left."""
    manifest = dict(about) | {
        "schema": layout.SCHEMA,
        "made": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "sources": [asdict(source) for source in sources],
        "files": {name: layout.describe_file(path) for name, path in files.items()},
    }
    layout.write_whole(folder / layout.MANIFEST, json.dumps(manifest, indent=1, ensure_ascii=False))
    layout.remove_leftovers(folder, {path.name for path in files.values()} | {layout.MANIFEST})
    return manifest


def _source_rows(sources: Sequence[Source]) -> Iterator[tuple[Any, ...]]:
    for number, s in enumerate(sources):
        yield number, s.name, s.version, s.licence, s.attribution, s.url


def _place_values(
    rows: Iterable[Row], numbering: Numbering, cells: Cells, divisions: Divisions, sorts: Sorts
) -> Iterator[tuple[Any, ...]]:
    """What the table keeps of each place; towns are gathered by their cells, divisions and sorts are numbered."""
    for place in rows:
        row = numbering.row_of(place.id)
        lat, lon = _scaled(place.lat), _scaled(place.lon)
        if place.kind in TOWNS and place.lat is not None and place.lon is not None:
            cells[cell_of(place.lat, place.lon)].append(row)
        division = divisions.setdefault((place.country, place.admin1_code), len(divisions))
        sort = sorts.number((KIND_CODES[place.kind], _radius(place), place.source, _rank(place)))
        slug = _kept_id(place, row, lat, lon)
        yield row, place.name, lat, lon, sort, division, place.population, slug, place.admin2_code


def _cell_values(cells: Cells) -> Iterator[tuple[int, bytes]]:
    """Each cell with the rows of its towns, each once."""
    for cell in sorted(cells):
        yield cell, pack_rows(sorted(set(cells[cell])))


def _kept_id(place: Row, row: int, lat: int | None, lon: int | None) -> str | None:
    """The id in short, unless the number of the row or the name and the point of the place give it."""
    if row < OWN_ROWS:
        return None
    given = lat is None or lon is None or place.id != listed_id(place.name, place.country, lat, lon)
    return short_id(place.id) if given else None


def _scaled(degrees: float | None) -> int | None:
    return None if degrees is None else scaled(degrees)


def _rank(place: Row) -> int:
    """How far below others of its kind and population a place stands, in tenths of a power of ten; 0 for none."""
    return max(0, round(-10 * math.log10(place.rank)))


def _radius(place: Row) -> int | None:
    """Tenths of a kilometre; None where the kind and the population give it."""
    return round(place.radius_km * 10) if place.area_km2 else None
