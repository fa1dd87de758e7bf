"""The names of an index, open: tries mapped into memory, and the postings of each."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import marisa_trie

from geomap.places.postings import Postings, Record, Rows
from geomap.places.spool import shard_of


class Tries:
    """The tries of one index; which of them holds a name is told by its first word."""

    def __init__(self, folder: Path, manifest: dict[str, Any]) -> None:
        """Map the files.

        Raises:
            RuntimeError, OSError, ValueError: A file is missing, damaged, or of another build.
        """
        files, build = manifest["files"], manifest["build"]
        self._tries: list[Any] = []
        self._postings: list[Postings] = []
        rows = Rows(folder / files["rows"]["name"])
        while f"names-{len(self._tries)}" in files:
            number = len(self._tries)
            trie = marisa_trie.Trie()
            trie.mmap(str(folder / files[f"names-{number}"]["name"]))
            postings = Postings(folder / files[f"postings-{number}"]["name"], rows)
            self._tries.append(trie)
            self._postings.append(postings)
            if f"\x00{build}" not in trie or {postings.build, rows.build} != {build}:
                raise ValueError("files of several builds")

    def of(self, word: str) -> Any:
        """The trie that holds the names which begin with this normalised word."""
        return self._tries[shard_of(word, len(self._tries))]

    def all(self) -> Sequence[Any]:
        """All tries."""
        return self._tries

    def __contains__(self, key: str) -> bool:
        return key in self.of(key)

    def record(self, key: str) -> Record | None:
        """What is known of a normalised name.

        Raises:
            struct.error: The postings are damaged.
        """
        shard = shard_of(key, len(self._tries))
        number = self._tries[shard].get(key)
        return None if number is None else self._postings[shard].record(number)

    def restore(self, name: int) -> str:
        """The name of this place in the order in which the names were written.

        Raises:
            struct.error, KeyError: The index is damaged.
        """
        for trie, postings in zip(self._tries, self._postings, strict=True):
            if name < postings.names:
                return str(trie.restore_key(postings.number_of(name)))
            name -= postings.names
        raise KeyError(name)

    def all_names(self) -> Iterator[str]:
        """All names, in no order."""
        for trie in self._tries:
            yield from (key for key in trie.iterkeys() if key[-1] != " " and key[0] != "\x00")


DAMAGE = (RuntimeError, OSError, ValueError, KeyError, struct.error)
