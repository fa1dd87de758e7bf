"""An open index: names and postings mapped into memory, places in SQLite; nothing is loaded."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from geomap.errors import DataError
from geomap.places import layout
from geomap.places.fuzzy import candidates
from geomap.places.kinds import KINDS, radius_km
from geomap.places.postings import Record
from geomap.places.rows import OWN_ROWS, SCALE, listed_id, listed_key, short_id, unpack_rows, whole_id
from geomap.places.tries import DAMAGE, Tries
from geomap.places.wholeness import check_whole
from geomap.records import LatLon, NameTraits, Place, Source

_PLACE_COLUMNS = "row, name, lat, lon, sort, division, population, slug, admin2"
_SORT = "SELECT kind, radius, source, rank FROM sort WHERE id = ?"
_DIVISION = "SELECT d.country, d.admin1, r.name FROM division d LEFT JOIN region r ON r.code = d.admin1 WHERE d.id = ?"
_BATCH = 500


class Store:
    """One index folder, open for reading; safe to use from threads and after a fork."""

    def __init__(self, folder: Path, *, mend: str = layout.BUILD_COMMAND) -> None:
        self.folder = folder
        self._mend = mend
        self.manifest = self._open()
        self._connections: dict[tuple[int, int, str], sqlite3.Connection] = {}
        self._lock = threading.Lock()
        self._divisions: dict[int, tuple[Any, ...]] = {}
        self._sorts: dict[int, tuple[Any, ...]] = {}
        if self.one("SELECT value FROM meta WHERE key = 'build'") != (self.manifest["build"],):
            raise DataError(f"the gazetteer in {folder} is of several builds; run: {mend}")

    def _open(self) -> dict[str, Any]:
        """Map the names of the build that the manifest names; once more if a build has just replaced it."""
        for last in (False, True):
            manifest = layout.read_manifest(self.folder, mend=self._mend)
            try:
                check_whole(self.folder, manifest, mend=self._mend)
                self.names = Tries(self.folder, manifest)
            except (DataError, *DAMAGE) as error:
                if last and isinstance(error, DataError):
                    raise
                if last:
                    raise self._damaged(error) from error
            else:
                break
        return manifest

    def _damaged(self, error: Exception) -> DataError:
        return DataError(f"the gazetteer in {self.folder} is damaged ({error}); run: {self._mend}")

    @property
    def db(self) -> sqlite3.Connection:
        """This process and thread's connection to the places."""
        return self._connect("places")

    def _connect(self, file: str) -> sqlite3.Connection:
        key = (os.getpid(), threading.get_ident(), file)
        connection = self._connections.get(key)
        if connection is None:
            path = self.folder / self.manifest["files"][file]["name"]
            uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
            connection = sqlite3.connect(uri, uri=True, check_same_thread=False, cached_statements=32)
            with self._lock:
                self._connections[key] = connection
        return connection

    def close(self) -> None:
        """Close this process's connections."""
        with self._lock:
            for (pid, _, _), connection in self._connections.items():
                if pid == os.getpid():
                    connection.close()
            self._connections.clear()

    def __del__(self) -> None:
        if hasattr(self, "_lock"):
            self.close()

    def query(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        try:
            return self.db.execute(sql, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise self._damaged(error) from error

    def one(self, sql: str, *values: Any) -> tuple[Any, ...] | None:
        """The first row of a query."""
        rows = self.query(sql, *values)
        return rows[0] if rows else None

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Where this index's places come from."""
        rows = self.query("SELECT name, version, licence, attribution, url FROM source ORDER BY id")
        return tuple(Source(name=n, version=v, licence=li, attribution=a, url=u) for n, v, li, a, u in rows)

    @cached_property
    def words(self) -> Mapping[tuple[str, str], Sequence[int]]:
        """The rows that a word of a use (demonym, metonym, abbreviation, capital) stands for: some thousand words."""
        found: dict[tuple[str, str], list[int]] = {}
        for word, use, row in self.query("SELECT word, use, place FROM word ORDER BY word, use, place"):
            found.setdefault((word, use), []).append(row)
        return found

    def record(self, key: str) -> Record | None:
        """The rows of a normalised name, most prominent first, with what the places have in common."""
        try:
            return self.names.record(key)
        except DAMAGE as error:
            raise self._damaged(error) from error

    def rows_of(self, key: str) -> Sequence[int]:
        """The rows of a normalised name, most prominent first."""
        found = self.record(key)
        return found.rows if found is not None else ()

    def traits(self, key: str) -> NameTraits | None:
        """What is known of a normalised name."""
        found = self.record(key)
        if found is None:
            return None
        return NameTraits(
            count=len(found.rows), population=found.population, kinds=_kinds_of(found.kinds), common=found.common
        )

    def fetch(self, rows: Iterable[int]) -> list[Place]:
        """The places of these rows, in their order."""
        wanted = list(rows)
        found = self.fetch_rows(wanted)
        return [found[row] for row in wanted if row in found]

    def fetch_rows(self, wanted: Sequence[int]) -> dict[int, Place]:
        """The places of these rows by their rows, in no order."""
        found: dict[int, Place] = {}
        for begin in range(0, len(wanted), _BATCH):
            part = wanted[begin : begin + _BATCH]
            marks = ",".join("?" * len(part))
            for cells in self.query(f"SELECT {_PLACE_COLUMNS} FROM place WHERE row IN ({marks})", *part):
                found[cells[0]] = self._place(cells)
        return found

    def row_of(self, place_id: str) -> int | None:
        """The row of an id."""
        kind, _, rest = place_id.partition(":")
        if kind == "geonames" and rest.isdecimal() and rest.isascii() and len(rest) < 11 and int(rest) < OWN_ROWS:
            return int(rest)
        found = self.one("SELECT row FROM place WHERE slug = ?", short_id(place_id))
        if found is not None:
            return int(found[0])
        namesakes = self.fetch_rows(self.rows_of(key)) if (key := listed_key(place_id)) else {}
        return next((row for row, place in namesakes.items() if place.id == place_id), None)

    def alike(self, key: str) -> set[str]:
        """Names that share pieces with this one."""
        try:
            return {self.names.restore(number) for number in candidates(self._connect("fuzzy"), key)}
        except (sqlite3.DatabaseError, *DAMAGE) as error:
            raise self._damaged(error) from error

    def in_cells(self, cells: Iterable[tuple[int, int]]) -> list[Place]:
        """The towns of ranges of cells."""
        rows: list[int] = []
        for first, last in cells:
            for (packed,) in self.query("SELECT rows FROM cell WHERE cell BETWEEN ? AND ?", first, last):
                rows.extend(unpack_rows(packed))
        return self.fetch(rows)

    def _place(self, cells: tuple[Any, ...]) -> Place:
        row, name, lat, lon, sort, division, population, slug, admin2 = cells
        try:
            country, admin1, region = self._noted(self._divisions, _DIVISION, division)
            kind, radius, source, rank = self._noted(self._sorts, _SORT, sort)
            own = whole_id(slug) if slug else None
            return Place(
                id=own or (f"geonames:{row}" if row < OWN_ROWS else listed_id(name, country, lat, lon)),
                name=name,
                at=None if lat is None else LatLon(lat / SCALE, lon / SCALE),
                kind=KINDS[kind],
                country=country,
                admin1=region,
                admin1_code=admin1,
                admin2_code=admin2,
                population=population,
                radius_km=round(radius_km(KINDS[kind], population, None), 1) if radius is None else radius / 10,
                source=self.sources[source],
                rank=1.0 if not rank else float(10.0 ** (-rank / 10)),
            )
        except (IndexError, TypeError, ValueError, OverflowError) as error:
            raise self._damaged(error) from error

    def _noted(self, known: dict[int, tuple[Any, ...]], sql: str, number: int) -> tuple[Any, ...]:
        """What many places share, by its number."""
        found = known.get(number)
        if found is None:
            found = self.one(sql, number)
            if found is None:
                raise ValueError(f"nothing has the number {number}")
            known[number] = found
        return found


@lru_cache(maxsize=4096)
def _kinds_of(bits: int) -> frozenset[str]:
    return frozenset(kind for code, kind in enumerate(KINDS) if bits >> code & 1)
