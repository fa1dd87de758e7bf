"""Writes the names of an index: tries and postings, on the second core while the places are written."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Protocol

from geomap.errors import DataError
from geomap.places.kinds import KIND_CODES
from geomap.places.names import normalise
from geomap.places.postings import PostingsWriter, write_rows
from geomap.places.progress import Progress, told
from geomap.places.rows import Numbering, Row
from geomap.places.spool import Spool, Traits, read_names
from geomap.places.words import is_common

# "Khasan" is a transliteration of Hassan in India, and "Odessa" an older spelling of Odesa: the first must not come
# before the Russian border town, the second must come before Odessa in Texas.
LISTED_NAME = 0.15


class MoreNames(Protocol):
    """Further names of places that come after the places themselves; `told` is what the reader has to say of them."""

    told: dict[str, int]

    def read(self, progress: Progress) -> Iterator[tuple[int, str]]:
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
            first = normalise(place.name)
            spool(first, row)
            if place.called or place.names:
                sure = {first, *map(normalise, place.called)}
                for key in sure:
                    if key is not first:
                        spool(key, row)
                for key in {*map(normalise, place.names)} - sure:
                    spool(key, ~row)
            yield place

    def write(self, progress: Progress, on_part: Callable[[Path], None]) -> list[Shard]:
        """Write what was gathered; `on_part` is given the names of each part, in the order of their numbers."""
        if self._more is not None:
            for row, name in self._more.read(progress):
                if row in self._traits:
                    self._spool.add(normalise(name), ~row)
            self.told = self._more.told
        write_rows(rows_file(self._folder, self._build), self._build, self._traits)
        return [
            self._write_shard(number, told(parts, progress, "writing names", len(parts)), on_part)
            for number, parts in enumerate(self._spool.shards())
        ]

    def _write_shard(self, number: int, parts: Iterable[int], on_part: Callable[[Path], None]) -> Shard:
        import marisa_trie

        trie_path = self._folder / f"names-{self._build}-{number}.trie"
        postings_path = self._folder / f"postings-{self._build}-{number}.bin"
        kept: list[Path] = []

        def keys() -> Iterator[str]:
            """The names of the parts, all beginnings of theirs that end before a word, and the mark of the build."""
            yield f"\x00{self._build}"
            for part in parts:
                names = self._spool.part(part)
                for key, rows in names.items():
                    self._add_record(postings, key, rows)
                yield from names
                yield from _beginnings(names)
                kept.append(self._spool.keep_names(part, names))
                on_part(kept[-1])

        postings = PostingsWriter(postings_path, self._build, self._traits)
        with contextlib.closing(postings):
            # One level of tries: a third larger than the usual three, and a third faster to build and to ask.
            trie = marisa_trie.Trie(keys(), num_tries=1, order=marisa_trie.LABEL_ORDER)
            _save(trie, trie_path)
            count = postings.finish((trie[key] for path in kept for key in read_names(path)), len(trie))
        return Shard(trie_path, postings_path, count)

    def _add_record(self, postings: PostingsWriter, key: str, rows: list[int]) -> None:
        if len(rows) == 1:
            row = rows[0] if rows[0] >= 0 else ~rows[0]
            postings.add((row,), common=is_common(key))
            return
        weights: dict[int, float] = {}
        for listed in rows:
            row = listed if listed >= 0 else ~listed
            weight = self._traits.prominence(row) * (LISTED_NAME if listed < 0 else 1.0)
            weights[row] = max(weight, weights.get(row, weight))
        postings.add(sorted(weights, key=lambda row: (-weights[row], row)), common=is_common(key))


def rows_file(folder: Path, build: str) -> Path:
    """Where the places of a build are listed."""
    return folder / f"rows-{build}.bin"


def _save(trie: Any, path: Path) -> None:
    """Save a trie, and look whether all of it is there: marisa does not say when the disk is full.

    Raises:
        OSError: It cannot be written.
    """
    try:
        trie.save(str(path))
        type(trie)().mmap(str(path))
    except RuntimeError as error:
        raise OSError(f"{path}: {error}; the disk may be full") from error


def _beginnings(names: Iterable[str]) -> set[str]:
    """All that names begin with up to a blank, such as "new " of "new york"."""
    found = set()
    for name in names:
        blank = name.find(" ")
        while blank >= 0:
            found.add(name[: blank + 1])
            blank = name.find(" ", blank + 1)
    return found


@dataclass(frozen=True, slots=True)
class Beside:
    """The rows to write places from, and how to have their names written when the rows have passed."""

    rows: Iterable[Row]
    finish: Callable[[Progress, Callable[[Path], None]], list[Shard]]


@contextlib.contextmanager
def names_beside(rows: Iterable[Row], names: NameFiles) -> Iterator[Beside]:
    """Gather the names of the rows while their places are written.

    Where the system can fork, a second process reads the rows too and writes their names meanwhile; elsewhere the names
    are gathered as the rows pass, and written in the end.
    """
    if not sys.platform.startswith("linux"):
        yield Beside(names.watch(rows), names.write)
        return
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_work, args=(sender, receiver, rows, names), daemon=True)
    child.start()
    sender.close()
    try:
        yield Beside(rows, lambda progress, on_part: _receive(receiver, names, progress, on_part))
    finally:
        child.kill()
        child.join()
        receiver.close()


def _work(sender: Connection, receiver: Connection, rows: Iterable[Row], names: NameFiles) -> None:
    """The second process: it sends what the first is to be told, in the end the shards or the error that stopped it."""
    receiver.close()
    gc.disable()  # it ends with its work; there is no garbage in cycles to look for
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    parent = os.getppid()
    try:
        for count, _ in enumerate(names.watch(rows)):
            if not count & 0xFFFF and os.getppid() != parent:
                os._exit(1)
        shards = names.write(lambda step, done: sender.send((step, done)), sender.send)
        sender.send((names.told, shards))
    except BaseException as error:
        sender.send(error)


def _receive(
    receiver: Connection, names: NameFiles, progress: Progress, on_part: Callable[[Path], None]
) -> list[Shard]:
    while True:
        try:
            got: Any = receiver.recv()
        except EOFError as error:
            raise DataError("a process that wrote names was stopped; there may be too little memory") from error
        match got:
            case BaseException():
                raise got
            case Path():
                on_part(got)
            case (str() as step, float() as done):
                progress(step, done)
            case (told_of_names, shards):
                names.told = told_of_names
                return list(shards)
