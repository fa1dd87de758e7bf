"""Writes the names of an index: tries and postings, on the second core while the places are written."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Protocol

from geomap.errors import DataError
from geomap.places.kinds import KIND_CODES
from geomap.places.names import normalise
from geomap.places.postings import PostingsWriter
from geomap.places.rows import Numbering, Row
from geomap.places.spool import Spool, Traits
from geomap.places.words import is_common

# "Khasan" is a transliteration of Hassan in India, and "Odessa" an older spelling of Odesa: the first must not come
# before the Russian border town, the second must come before Odessa in Texas.
LISTED_NAME = 0.15


class MoreNames(Protocol):
    """Further names of places that come after the places themselves; `told` is what the reader has to say of them."""

    told: dict[str, int]

    def __iter__(self) -> Iterator[tuple[int, str]]:
        """(row, name) in any order; rows that no place has are passed over."""
        ...


@dataclass(frozen=True, slots=True)
class Shard:
    """The files of one trie."""

    trie: Path
    postings: Path
    names: int


class NameFiles:
    """Takes the names of places as they pass and writes them when all have passed."""

    def __init__(self, folder: Path, build: str, numbering: Numbering, more: MoreNames | None) -> None:
        self._folder = folder
        self._build = build
        self._numbering = numbering
        self._more = more
        self._traits = Traits()
        self._spool = Spool(folder, build)
        self.told: dict[str, int] = {}

    def watch(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows, their names gathered; of two with one id the second is passed over."""
        add, spool, row_of = self._traits.add, self._spool.add, self._numbering.row_of
        for place in rows:
            row = row_of(place.id)
            if not add(row, place.prominence, place.population, KIND_CODES[place.kind]):
                continue
            sure = {normalise(name) for name in (place.name, *place.called)}
            for key in sure:
                spool(key, row)
            if place.names:
                for key in {normalise(name) for name in place.names} - sure:
                    spool(key, ~row)
            yield place

    def write(self) -> Iterator[Shard]:
        """Write what was gathered, shard by shard; a trie can be read when its shard is given out."""
        if self._more is not None:
            for row, name in self._more:
                if row in self._traits:
                    self._spool.add(normalise(name), ~row)
            self.told = self._more.told
        for number, parts in enumerate(self._spool.shards()):
            yield self._write_shard(number, parts)
        self._spool.remove()

    def _write_shard(self, number: int, parts: range) -> Shard:
        import marisa_trie

        shard = self._folder / f"names-{self._build}-{number}.trie"
        postings_path = self._folder / f"postings-{self._build}-{number}.bin"
        trie = marisa_trie.Trie(self._keys(parts))
        trie.save(str(shard))
        count = 0
        postings = PostingsWriter(postings_path, self._build, len(trie))
        with contextlib.closing(postings):
            for part in parts:
                for key, rows in self._spool.part(part).items():
                    self._write_record(postings, trie[key], key, rows)
                    count += 1
            postings.finish()
        return Shard(shard, postings_path, count)

    def _keys(self, parts: range) -> Iterator[str]:
        """The names of the parts, all beginnings of theirs that end before a word, and the mark of the build."""
        yield f"\x00{self._build}"
        for part in parts:
            names = self._spool.part(part)
            yield from names
            yield from {key[: i + 1] for key in names if " " in key for i, char in enumerate(key) if char == " "}

    def _write_record(self, postings: PostingsWriter, number: int, key: str, rows: list[int]) -> None:
        if len(rows) == 1:
            row = rows[0] if rows[0] >= 0 else ~rows[0]
            _, population, kind = self._traits.of(row)
            postings.add_one(number, row, population, kind, common=is_common(key))
            return
        weights: dict[int, float] = {}
        most, kinds = 0, 0
        for listed in rows:
            row = listed if listed >= 0 else ~listed
            weight, population, kind = self._traits.of(row)
            if listed < 0:
                weight *= LISTED_NAME
            weights[row] = max(weight, weights.get(row, weight))
            most, kinds = max(most, population), kinds | 1 << kind
        ordered = sorted(weights, key=lambda row: (-weights[row], row))
        if len(ordered) == 1:
            postings.add_one(number, ordered[0], most, kinds.bit_length() - 1, common=is_common(key))
        else:
            postings.add_many(number, ordered, most, kinds, common=is_common(key))


class Shards:
    """What a build has of its names: an iterator over the shards, and when it has ended what was told of them."""

    def __init__(self, given: Iterator[Shard], names: NameFiles) -> None:
        self._given = given
        self._names = names

    def __iter__(self) -> Iterator[Shard]:
        return self._given

    @property
    def told(self) -> dict[str, int]:
        """What the reader of further names says, when the iterator has ended."""
        return self._names.told


@contextlib.contextmanager
def names_beside(rows: Iterable[Row], names: NameFiles) -> Iterator[tuple[Iterable[Row], Shards]]:
    """The rows to write places from, and the shards of their names to take up after these.

    Where the system can fork, a second process reads the rows too and writes their names meanwhile; elsewhere the names
    are gathered as the rows pass, and written when the shards are taken up.
    """
    if not sys.platform.startswith("linux"):
        yield names.watch(rows), Shards(names.write(), names)
        return
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_work, args=(sender, receiver, rows, names), daemon=True)
    child.start()
    sender.close()
    try:
        yield rows, Shards(_received(receiver, names), names)
    finally:
        child.kill()
        child.join()
        receiver.close()


def _work(sender: Connection, receiver: Connection, rows: Iterable[Row], names: NameFiles) -> None:
    """The second process: it sends each shard, then what is told of the names, or the error that stopped it."""
    receiver.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    parent = os.getppid()
    try:
        for count, _ in enumerate(names.watch(rows)):
            if not count & 0xFFFF and os.getppid() != parent:
                os._exit(1)
        for shard in names.write():
            sender.send(shard)
        sender.send(names.told)
    except BaseException as error:
        sender.send(error)


def _received(receiver: Connection, names: NameFiles) -> Iterator[Shard]:
    while True:
        try:
            got: Any = receiver.recv()
        except EOFError as error:
            raise DataError("a process that wrote names was stopped; there may be too little memory") from error
        if isinstance(got, BaseException):
            raise got
        if isinstance(got, dict):
            names.told = got
            return
        yield got
