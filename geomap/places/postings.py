"""The places of each name in a file of their own: found by the name's number in the trie, mapped and never loaded.

A file holds a header, the records, the offset of each name's record by the name's number, and the numbers of the names
in the order of the records. A record is a byte of flags; the kind of its place, or the kinds and the number of its
places; the largest population if there is one; and the rows of its places, most prominent first. All numbers are
little-endian.
"""

from __future__ import annotations

import mmap
import struct
import sys
from array import array
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

_MAGIC = b"geomap-postings\n"
_HEADER = struct.Struct("<16s12sIII")
_NUMBER = struct.Struct("<I")
_COMMON, _SINGLE, _POPULATED = 1, 2, 4
_ONE, _ONE_POPULATED = struct.Struct("<BBI"), struct.Struct("<BBII")
_MANY, _MANY_POPULATED = struct.Struct("<BQI"), struct.Struct("<BQII")
_NOTHING = 0xFFFFFFFF
MAX_POPULATION = 0xFFFFFFFF


class Record(NamedTuple):
    """What is known of a name: the rows of its places, their largest population, a bit for each kind."""

    rows: tuple[int, ...]
    population: int
    kinds: int
    common: bool


class PostingsWriter:
    """Writes the records of the names of one trie; their numbers follow when the trie has been built."""

    def __init__(self, path: Path, build: str) -> None:
        self._file: BinaryIO = path.open("wb")
        self._build = build
        self._offsets = array("I")
        self._position = _HEADER.size
        self._file.seek(self._position)

    def add_one(self, row: int, population: int, kind: int, *, common: bool) -> None:
        """A name that means one place; `kind` is its code."""
        if population:
            packed = _ONE_POPULATED.pack(_SINGLE | _POPULATED | common, kind, population, row)
        else:
            packed = _ONE.pack(_SINGLE | common, kind, row)
        self._put(packed)

    def add_many(self, rows: Sequence[int], population: int, kinds: int, *, common: bool) -> None:
        """A name that means several places; `kinds` has a bit for each of their kinds."""
        if population:
            head = _MANY_POPULATED.pack(_POPULATED | common, kinds, len(rows), population)
        else:
            head = _MANY.pack(common, kinds, len(rows))
        self._put(head + struct.pack(f"<{len(rows)}I", *rows))

    def _put(self, packed: bytes) -> None:
        self._offsets.append(self._position)
        self._file.write(packed)
        self._position += len(packed)

    def finish(self, numbers: Iterable[int], total: int) -> int:
        """Write where the records are and close the file; how many records there are.

        Args:
            numbers: The numbers of the names in the order in which their records were added.
            total: How many numbers the trie has given out.
        """
        order = array("I", numbers)
        table = array("I", [_NOTHING]) * total
        for number, offset in zip(order, self._offsets, strict=True):
            table[number] = offset
        for numbers_of in (table, order):
            if sys.byteorder == "big":
                numbers_of.byteswap()
            numbers_of.tofile(self._file)
        self._file.seek(0)
        self._file.write(_HEADER.pack(_MAGIC, self._build.encode("ascii"), self._position, total, len(order)))
        self.close()
        return len(order)

    def close(self) -> None:
        """Close the file as it is."""
        self._file.close()


class Postings:
    """A file of records, open for reading; safe to use from threads and after a fork."""

    def __init__(self, path: Path) -> None:
        """Map the file.

        Raises:
            ValueError: It is no such file, or shorter than it says.
        """
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if len(self._map) < _HEADER.size:
            raise ValueError("the postings are cut off")
        magic, build, self._table, self._total, self.names = _HEADER.unpack_from(self._map)
        if magic != _MAGIC or len(self._map) != self._table + _NUMBER.size * (self._total + self.names):
            raise ValueError("these are no postings")
        self.build = build.decode("ascii", "replace")

    def number_of(self, name: int) -> int:
        """The number in the trie of a name by its place in the order of the records.

        Raises:
            struct.error: There are fewer names.
        """
        if not 0 <= name < self.names:
            raise struct.error("there are fewer names")
        return int(_NUMBER.unpack_from(self._map, self._table + _NUMBER.size * (self._total + name))[0])

    def record(self, number: int) -> Record | None:
        """The record of a name; None where the trie has something else under this number.

        Raises:
            struct.error: The file is damaged.
        """
        if number >= self._total:
            return None
        (at,) = _NUMBER.unpack_from(self._map, self._table + _NUMBER.size * number)
        if at == _NOTHING:
            return None
        if at >= self._table:
            raise struct.error("an offset lies outside the postings")
        flags, population = self._map[at], 0
        common = bool(flags & _COMMON)
        if flags & _SINGLE:
            if flags & _POPULATED:
                _, kind, population, row = _ONE_POPULATED.unpack_from(self._map, at)
            else:
                _, kind, row = _ONE.unpack_from(self._map, at)
            return Record((row,), population, 1 << kind, common)
        if flags & _POPULATED:
            head = _MANY_POPULATED
            _, kinds, count, population = head.unpack_from(self._map, at)
        else:
            head = _MANY
            _, kinds, count = head.unpack_from(self._map, at)
        if count > len(self._map) // _NUMBER.size:
            raise struct.error("a count exceeds the postings")
        return Record(struct.unpack_from(f"<{count}I", self._map, at + head.size), population, kinds, common)

    def close(self) -> None:
        """Unmap the file."""
        self._map.close()
