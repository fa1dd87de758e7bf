"""What a build knows for a while: names with the rows of their places on disk, traits of places in small arrays.

However many names there are, memory holds one part of them at a time. A part has all names that begin with the same
words, so that it can be put in order without looking at the others.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path

from geomap.places.names import MAX_WORDS
from geomap.places.words import is_dropped

PARTS = 64
# Names with places held in memory before they go to disk.
_BUFFERED = 400_000
# Names with places in one trie: building it takes some 120 bytes for each, which bounds the memory of a build.
_PER_SHARD = 6_000_000
_BLOCK_BITS = 10
_BLOCK = 1 << _BLOCK_BITS
_ABSENT = 255


def part_of(key: str) -> int:
    """The part of a build that a normalised name belongs to, by its first word."""
    space = key.find(" ")
    return zlib.crc32((key if space < 0 else key[:space]).encode("utf-8", "replace")) % PARTS


def shard_of(key: str, shards: int) -> int:
    """Which of so many tries holds a normalised name."""
    return part_of(key) * shards // PARTS if shards > 1 else 0


class Traits:
    """Prominence, population, kind and position of each row, in 17 bytes for rows that lie close together."""

    def __init__(self) -> None:
        self._blocks: dict[int, tuple[array[float], array[int], bytearray]] = {}
        self._positions: dict[int, array[int]] = {}
        self._ranked = 0
        self.count = 0

    def add(self, row: int, prominence: float, population: int, kind: int) -> bool:
        """Remember a place; False if its row is taken."""
        block = self._blocks.get(row >> _BLOCK_BITS)
        if block is None:
            block = (array("d", [0.0]) * _BLOCK, array("I", [0]) * _BLOCK, bytearray([_ABSENT]) * _BLOCK)
            self._blocks[row >> _BLOCK_BITS] = block
        at = row & (_BLOCK - 1)
        if block[2][at] != _ABSENT:
            return False
        block[0][at], block[1][at], block[2][at] = prominence, min(population, 0xFFFFFFFF), kind
        self.count += 1
        return True

    def __contains__(self, row: int) -> bool:
        block = self._blocks.get(row >> _BLOCK_BITS)
        return block is not None and block[2][row & (_BLOCK - 1)] != _ABSENT

    def prominence(self, row: int) -> float:
        """The prominence of a row that was added."""
        return self._blocks[row >> _BLOCK_BITS][0][row & (_BLOCK - 1)]

    def in_order(self) -> Iterator[tuple[int, int, int]]:
        """(row, population, code of the kind) of all rows, in their order."""
        for number in sorted(self._blocks):
            _, populations, kinds = self._blocks[number]
            for at, kind in enumerate(kinds):
                if kind != _ABSENT:
                    yield (number << _BLOCK_BITS) + at, populations[at], kind

    def position(self, row: int) -> int:
        """Where a row comes in the order of the rows; to be asked when all rows have been added."""
        if self._ranked != self.count:
            self._rank()
        return self._positions[row >> _BLOCK_BITS][row & (_BLOCK - 1)]

    def _rank(self) -> None:
        position = 0
        for number in sorted(self._blocks):
            ranks = self._positions[number] = array("I", [0]) * _BLOCK
            for at, kind in enumerate(self._blocks[number][2]):
                ranks[at] = position
                position += kind != _ABSENT
        self._ranked = position


class Spool:
    """Pairs of a name and a row, in two files for each part; a row is inverted where only some list has the name."""

    def __init__(self, folder: Path, build: str) -> None:
        self._paths = [(folder / f"spool-{build}-{n}.keys", folder / f"spool-{build}-{n}.rows") for n in range(PARTS)]
        self._keys: list[list[str]] = [[] for _ in range(PARTS)]
        self._rows = [array("q") for _ in range(PARTS)]
        self._buffered = 0
        self._pairs = 0

    def add(self, key: str, row: int) -> None:
        """Keep a pair."""
        part = part_of(key)
        self._keys[part].append(key)
        self._rows[part].append(row)
        self._buffered += 1
        if self._buffered >= _BUFFERED:
            self._flush()

    def _flush(self) -> None:
        self._pairs += self._buffered
        self._buffered = 0
        for (keys_path, rows_path), keys, rows in zip(self._paths, self._keys, self._rows, strict=True):
            if keys:
                with keys_path.open("ab") as file:
                    file.write(("\n".join(keys) + "\n").encode("utf-8", "replace"))
                with rows_path.open("ab") as file:
                    rows.tofile(file)
                keys.clear()
                del rows[:]

    def shards(self) -> list[range]:
        """The parts that go into each trie."""
        count = min(PARTS, max(1, -(-(self._pairs + self._buffered) // _PER_SHARD)))
        return [range(-(-n * PARTS // count), -(-(n + 1) * PARTS // count)) for n in range(count)]

    def part(self, number: int) -> dict[str, list[int]]:
        """The names of a part that are of use, with their rows as they came; the part is then given up."""
        keys, rows = self._keys[number], self._rows[number]
        keys_path, rows_path = self._paths[number]
        if keys_path.exists():
            keys = [*keys_path.read_text("utf-8").split("\n")[:-1], *keys]
            rows = array("q", rows_path.read_bytes()) + rows
            keys_path.unlink()
            rows_path.unlink()
        self._keys[number], self._rows[number] = [], array("q")
        found: dict[str, list[int]] = {}
        for key, row in zip(keys, rows, strict=True):
            listed = found.get(key)
            if listed is None:
                found[key] = [row]
            else:
                listed.append(row)
        for key in [key for key in found if is_dropped(key) or key.count(" ") >= MAX_WORDS]:
            del found[key]
        return found

    def keep_names(self, number: int, names: Iterable[str]) -> Path:
        """Keep the names of a part, in this order, for those who read them later."""
        path = self._paths[number][0].with_suffix(".names")
        path.write_text("".join(f"{name}\n" for name in names), "utf-8", "replace")
        return path


def read_names(path: Path) -> list[str]:
    """The names that were kept, in their order."""
    return path.read_text("utf-8").split("\n")[:-1]
