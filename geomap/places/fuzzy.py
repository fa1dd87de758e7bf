"""Names that are spelt nearly alike: an index of three-letter pieces to narrow, edit distance to rank."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

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


class FuzzyWriter:
    """Writes the pieces of names of three letters and more; a name's number is its place in the order of its coming."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.executescript(TABLES)
        self._db.execute("BEGIN")
        self._count = 0

    def add(self, names: Sequence[str]) -> None:
        """Write the pieces of these names."""
        rows = (
            (number, " ".join(pieces(key, step=2))) for number, key in enumerate(names, self._count) if len(key) > 2
        )
        self._db.executemany("INSERT INTO fuzzy(rowid, pieces) VALUES (?,?)", rows)
        self._count += len(names)

    def finish(self) -> None:
        """Write what is left, and put the pieces of all names together."""
        self._db.execute("COMMIT")
        self._db.execute("INSERT INTO fuzzy(fuzzy) VALUES ('optimize')")
        self.close()

    def close(self) -> None:
        """Close the file as it is."""
        self._db.close()


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
