"""The places of each name in files of their own: found by the name's number in the trie, mapped and never loaded.

`rows-BUILD.bin` holds each place once, in the order of the rows: the rows up to those that follow one another to the
end, all populations in three bytes each, a byte for each kind, and the populations that three bytes cannot hold, with
the positions of their places. What comes after names a place by its position there. A file of postings holds lists of
places; an entry for each number of the trie; and the numbers of the names in the order in which they were written. An
entry tells whether the name is a common word and holds a place, or where the name has several, the position of their
list: how many they are, then the places, most prominent first. Entries, numbers and places take three bytes where that
is enough, else four. All numbers are little-endian.
"""

from __future__ import annotations

import mmap
import struct
import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple, Protocol

_MAGIC, _ROWS_MAGIC = b"geomap-postings\n", b"geomap-rows\n\0\0\0\0"
_HEADER, _ROWS_HEADER = struct.Struct("<16s12sIIIBBB"), struct.Struct("<16s12sIIII")
_NUMBER = struct.Struct("<I")
_COMMON, _SEVERAL, _FLAG_BITS = 1, 2, 2
_NARROW, _WIDE = 3, 4
_MILLIONS = (1 << 8 * _NARROW) - 1


class Record(NamedTuple):
    """What is known of a name: the rows of its places, their largest population, a bit for each kind."""

    rows: tuple[int, ...]
    population: int
    kinds: int
    common: bool


class Places(Protocol):
    """The places of a build while it is made."""

    @property
    def count(self) -> int:
        """How many places there are."""
        ...

    def position(self, row: int) -> int:
        """Where a row comes in the order of the rows."""
        ...

    def in_order(self) -> Iterator[tuple[int, int, int]]:
        """(row, population, code of the kind) in the order of the rows."""
        ...


def write_rows(path: Path, build: str, places: Places) -> None:
    """Write the file that has each place once."""
    rows, populations, kinds = array("I"), array("I"), bytearray()
    large = array("I")
    for position, (row, population, kind) in enumerate(places.in_order()):
        rows.append(row)
        populations.append(min(population, _MILLIONS))
        kinds.append(kind)
        if population >= _MILLIONS:
            large.extend((position, population))
    listed = len(rows)
    while listed and (listed == len(rows) or rows[listed - 1] + 1 == rows[listed]):
        listed -= 1
    told = (len(rows), listed, rows[listed] if rows else 0, len(large) // 2)
    with path.open("wb") as file:
        file.write(_ROWS_HEADER.pack(_ROWS_MAGIC, build.encode("ascii"), *told))
        file.write(_packed(rows[:listed], _WIDE))
        file.write(_packed(populations, _NARROW))
        file.write(kinds)
        file.write(_packed(large, _WIDE))


class PostingsWriter:
    """Writes the places of the names of one trie; their numbers follow when the trie has been built."""

    def __init__(self, path: Path, build: str, places: Places) -> None:
        self._file: BinaryIO = path.open("wb")
        self._build = build
        self._places = places
        self._width = _width_of(places.count)
        self._entries = array("I")
        self._position = _HEADER.size
        self._file.seek(self._position)

    def add(self, rows: Sequence[int], *, common: bool) -> None:
        """A name of these places, the most prominent first."""
        positions = list(map(self._places.position, rows))
        if len(positions) == 1:
            self._entries.append(positions[0] << _FLAG_BITS | common)
            return
        self._entries.append(self._position << _FLAG_BITS | _SEVERAL | common)
        packed = _packed(array("I", [len(positions), *positions]), self._width)
        self._file.write(packed)
        self._position += len(packed)

    def finish(self, numbers: Iterable[int], total: int) -> int:
        """Write the entries and close the file; how many names there are.

        Args:
            numbers: The numbers of the names in the order in which they were added.
            total: How many numbers the trie has given out.
        """
        order = array("I", numbers)
        wide = _width_of(max(self._entries, default=0) + 1)
        table = array("I", [_nothing(wide)]) * total
        for number, entry in zip(order, self._entries, strict=True):
            table[number] = entry
        wide_order = _width_of(total)
        self._file.write(_packed(table, wide))
        self._file.write(_packed(order, wide_order))
        self._file.seek(0)
        told = (self._position, total, len(order), self._width, wide, wide_order)
        self._file.write(_HEADER.pack(_MAGIC, self._build.encode("ascii"), *told))
        self.close()
        return len(order)

    def close(self) -> None:
        """Close the file as it is."""
        self._file.close()


def _width_of(limit: int) -> int:
    """How many bytes hold numbers below this limit, and one more that stands for none."""
    return _NARROW if limit < 1 << 8 * _NARROW else _WIDE


def _nothing(width: int) -> int:
    return (1 << 8 * width) - 1


def _packed(numbers: array[int], width: int) -> bytes:
    """Numbers of four bytes in so many bytes each."""
    if sys.byteorder == "big":
        numbers = array("I", numbers)
        numbers.byteswap()
    whole = numbers.tobytes()
    if width == _WIDE:
        return whole
    out = bytearray(width * len(numbers))
    for byte in range(width):
        out[byte::width] = whole[byte::_WIDE]
    return bytes(out)


def _map(path: Path, header: struct.Struct, magic: bytes) -> tuple[mmap.mmap, tuple[int, ...], str]:
    """A file, mapped, with the numbers of its header and the build that it is of."""
    with path.open("rb") as file:
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    if len(mapped) < header.size:
        raise ValueError("the postings are cut off")
    found, build, *numbers = header.unpack_from(mapped)
    if found != magic:
        raise ValueError("these are no postings")
    return mapped, tuple(numbers), build.decode("ascii", "replace")


class Rows:
    """The file that has each place once, open for reading; safe to use from threads and after a fork."""

    def __init__(self, path: Path) -> None:
        """Map the file.

        Raises:
            ValueError: It is no such file, or shorter than it says.
        """
        self._map, told, self.build = _map(path, _ROWS_HEADER, _ROWS_MAGIC)
        self.count, self._listed, self._first, large = told
        self._populations = _ROWS_HEADER.size + _NUMBER.size * self._listed
        self._kinds = self._populations + _NARROW * self.count
        end = self._kinds + self.count
        if self._listed > self.count or len(self._map) != end + 2 * _NUMBER.size * large:
            raise ValueError("these are no postings")
        self._large = dict(struct.iter_unpack("<II", self._map[end:]))

    def of(self, position: int) -> tuple[int, int, int]:
        """(row, population, code of the kind).

        Raises:
            struct.error: There are fewer places.
        """
        if position >= self.count:
            raise struct.error("a place lies outside the postings")
        row = self._first + position - self._listed
        if position < self._listed:
            (row,) = _NUMBER.unpack_from(self._map, _ROWS_HEADER.size + _NUMBER.size * position)
        at = self._populations + _NARROW * position
        population = int.from_bytes(self._map[at : at + _NARROW], "little")
        if population == _MILLIONS:
            population = self._large.get(position, population)
        return row, population, self._map[self._kinds + position]

    def close(self) -> None:
        """Unmap the file."""
        self._map.close()


class Postings:
    """A file of postings, open for reading; safe to use from threads and after a fork."""

    def __init__(self, path: Path, rows: Rows) -> None:
        """Map the file.

        Raises:
            ValueError: It is no such file, or shorter than it says.
        """
        self._map, numbers, self.build = _map(path, _HEADER, _MAGIC)
        self._entries, self._total, self.names, self._width, self._wide, self._wide_order = numbers
        self._order = self._entries + self._wide * self._total
        if len(self._map) != self._order + self._wide_order * self.names or not {_NARROW, _WIDE} >= set(numbers[3:]):
            raise ValueError("these are no postings")
        self._rows = rows
        self._nothing = _nothing(self._wide)

    def number_of(self, name: int) -> int:
        """The number in the trie of a name by its place in the order in which the names were written.

        Raises:
            struct.error: There are fewer names.
        """
        if not 0 <= name < self.names:
            raise struct.error("there are fewer names")
        at = self._order + self._wide_order * name
        return int.from_bytes(self._map[at : at + self._wide_order], "little")

    def record(self, number: int) -> Record | None:
        """What is known of a name; None where the trie has something else under this number.

        Raises:
            struct.error: The file is damaged.
        """
        if number >= self._total:
            return None
        at = self._entries + self._wide * number
        entry = int.from_bytes(self._map[at : at + self._wide], "little")
        if entry == self._nothing:
            return None
        common, target = bool(entry & _COMMON), entry >> _FLAG_BITS
        if not entry & _SEVERAL:
            row, population, kind = self._rows.of(target)
            return Record((row,), population, 1 << kind, common)
        rows, most, kinds = [], 0, 0
        for position in self._listed(target):
            row, population, kind = self._rows.of(position)
            rows.append(row)
            most, kinds = max(most, population), kinds | 1 << kind
        return Record(tuple(rows), most, kinds, common)

    def _listed(self, at: int) -> Iterator[int]:
        """The places of the list at a position."""
        width, mapped = self._width, self._map
        count = int.from_bytes(mapped[at : at + width], "little")
        if at + width * (count + 1) > self._entries:
            raise struct.error("a list lies outside the postings")
        return (
            int.from_bytes(mapped[i : i + width], "little") for i in range(at + width, at + width * (count + 1), width)
        )

    def close(self) -> None:
        """Unmap the file."""
        self._map.close()
