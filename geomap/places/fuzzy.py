"""Names that are spelt nearly alike: an index of three-letter pieces to narrow, edit distance to rank."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import marisa_trie

TABLES = """
PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
CREATE VIRTUAL TABLE fuzzy USING fts5(
  pieces, content='', columnsize=0, detail=none, tokenize="unicode61 tokenchars '_'");
"""
# Enough pieces that a name with two wrong letters shares one; the commonest pieces would bring half of all names.
_MAX_PIECES = 8
_MAX_PER_PIECE = 3_000
_MAX_RANKED = 500
_LEAST_SIMILAR = 0.62
_LATIN = "abcdefghijklmnopqrstuvwxyz "


def pieces(key: str, *, step: int = 1) -> list[str]:
    """Three letters each of a name: every second piece is indexed, every piece is asked for."""
    joined = key.replace(" ", "_")
    return [joined[i : i + 3] for i in range(0, len(joined) - 2, step)]


def write_fuzzy(path: Path, tries: Iterable[Path]) -> None:
    """Write the pieces of all names of three letters and more, under their numbers in the tries, taken one by one."""
    base = 0
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.executescript(TABLES)
        db.execute("BEGIN")
        for name in tries:
            trie = marisa_trie.Trie()
            trie.mmap(str(name))
            db.executemany("INSERT INTO fuzzy(rowid, pieces) VALUES (?,?)", _piece_rows(trie, base))
            base += len(trie)
        db.execute("COMMIT")
        db.execute("INSERT INTO fuzzy(fuzzy) VALUES ('optimize')")


def _piece_rows(trie: Any, base: int) -> Iterator[tuple[int, str]]:
    """In the order of numbers, which FTS5 wants; what ends with a blank or begins with a NUL is no name."""
    for number in range(len(trie)):
        key = trie.restore_key(number)
        if len(key) > 2 and key[-1] != " " and key[0] != "\0":
            yield base + number, " ".join(pieces(key, step=2))


def neighbours_of(key: str) -> set[str]:
    """All spellings with one letter more, less, other, or swapped with the next."""
    letters = sorted({*_LATIN, *key}) if key.isascii() else sorted(set(key))
    halves = [(key[:i], key[i:]) for i in range(len(key) + 1)]
    found = {a + b[1:] for a, b in halves if b}
    found |= {a + b[1] + b[0] + b[2:] for a, b in halves if len(b) > 1}
    found |= {a + c + b[1:] for a, b in halves if b for c in letters}
    found |= {a + c + b for a, b in halves for c in letters}
    return found - {key, ""}


def candidates(db: sqlite3.Connection, key: str) -> list[int]:
    """Numbers of the names that share most pieces with this key."""
    lists = []
    for piece in sorted(set(pieces(key))):
        quoted = piece.replace('"', '""')
        sql = "SELECT rowid FROM fuzzy WHERE fuzzy MATCH ? LIMIT ?"
        if rows := db.execute(sql, (f'"{quoted}"', _MAX_PER_PIECE)).fetchall():
            lists.append(rows)
    lists.sort(key=len)
    shared: Counter[int] = Counter()
    for rows in lists[:_MAX_PIECES]:
        shared.update(number for (number,) in rows)
    return [number for number, _ in shared.most_common(_MAX_RANKED)]


def rank(key: str, names: Sequence[str], weight: Callable[[str], float]) -> list[str]:
    """Names by likeness to the key, best first; of two alike the better known one first."""
    scored = []
    for name in names:
        longest = max(len(key), len(name))
        most = int((1 - _LEAST_SIMILAR) * longest)
        if abs(len(key) - len(name)) <= most and (edits := edits_between(key, name)) <= most:
            scored.append((1 - edits / longest, name))
    scored.sort(reverse=True)
    return [name for _, name in sorted(((-alike - weight(name), name) for alike, name in scored[:60]))]


def edits_between(a: str, b: str) -> int:
    """How many letters must be added, dropped, changed or swapped with the next to make one word the other."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, start=1):
        older, before, row = before, row, [i]
        for j, y in enumerate(b, start=1):
            cost = before[j - 1] if x == y else 1 + min(before[j - 1], before[j], row[j - 1])
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]
