"""Names that are spelt nearly alike: an index of three-letter pieces to narrow, edit distance to rank."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

TABLES = """
PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
CREATE VIRTUAL TABLE fuzzy USING fts5(
  pieces, content='', columnsize=0, detail=none, tokenize="ascii tokenchars '_'");
"""
# Enough pieces that a name with two wrong letters shares one; the commonest pieces would bring half of all names.
_MAX_PIECES = 12
_MAX_PER_PIECE = 5_000
_MAX_RANKED = 1_500
# Pieces are told apart by how long their name is, so that those of names of another length are not looked at.
_LENGTHS = "abcdefghijklmnopqrstuvwxyz"
_LETTERS_PER_LENGTH = 3
_MAX_DIFFERENCE = 2
_LEAST_SIMILAR = 0.62
# From here on letters stand for syllables or words, and names have few of them.
_FIRST_IDEOGRAPH = "\u2e80"
_LATIN = "abcdefghijklmnopqrstuvwxyz "


def pieces(key: str, *, step: int = 1) -> list[str]:
    """Three letters each of a name, two of Han, kana and Hangul; every second is indexed, every one is asked for."""
    joined = key.replace(" ", "_")
    size = 2 if joined >= _FIRST_IDEOGRAPH else 3
    return [joined[i : i + size] for i in range(0, len(joined) - size + 1, step if size == 3 else 1)]


def _length_of(letters: int) -> str:
    """The mark of names of about so many letters."""
    return "_" + _LENGTHS[min(max(0, letters) // _LETTERS_PER_LENGTH, len(_LENGTHS) - 1)]


def _indexed(key: str) -> str:
    length = _length_of(len(key))
    return " ".join([piece + length for piece in pieces(key, step=2)])


class FuzzyWriter:
    """Writes the pieces of names; a name's number is its place in the order of its coming."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.executescript(TABLES)
        self._db.execute("BEGIN")
        self._count = 0

    def add(self, names: Sequence[str]) -> None:
        """Write the pieces of these names."""
        rows = ((number, _indexed(key)) for number, key in enumerate(names, self._count) if len(key) > 1)
        self._db.executemany("INSERT INTO fuzzy(rowid, pieces) VALUES (?,?)", rows)
        self._count += len(names)

    def finish(self) -> None:
        """Write what is left, and put the pieces of all names together."""
        self._db.execute("COMMIT")
        self._db.execute("INSERT INTO fuzzy(fuzzy) VALUES ('optimize')")
        self._db.execute("VACUUM")  # putting pieces together leaves a third of the file empty
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
    lengths = {_length_of(len(key) + more) for more in range(-_MAX_DIFFERENCE, _MAX_DIFFERENCE + 1)}
    lists = []
    for piece in sorted(set(pieces(key))):
        any_length = " OR ".join(f'"{piece}{length}"' for length in sorted(lengths))
        sql = "SELECT rowid FROM fuzzy WHERE fuzzy MATCH ? LIMIT ?"
        if rows := db.execute(sql, (any_length, _MAX_PER_PIECE)).fetchall():
            lists.append(rows)
    lists.sort(key=len)
    shared: Counter[int] = Counter()
    for rows in lists[:_MAX_PIECES]:
        shared.update(number for (number,) in rows)
    return [number for number, _ in shared.most_common(_MAX_RANKED)]


def rank(key: str, names: Sequence[str], weight: Callable[[str], float]) -> list[str]:
    """Names by likeness to the key, best first; of two alike the better known one first."""
    edits_to = edits_from(key)
    scored = []
    for name in names:
        longest = max(len(key), len(name))
        most = int((1 - _LEAST_SIMILAR) * longest)
        if abs(len(key) - len(name)) <= most and (edits := edits_to(name)) <= most:
            scored.append((1 - edits / longest, name))
    scored.sort(reverse=True)
    return [name for _, name in sorted(((-alike - weight(name), name) for alike, name in scored[:60]))]


def edits_from(word: str) -> Callable[[str], int]:
    """Counts the letters to add, drop, change or swap with the next that make this word another one.

    A row of the usual table is a number with a bit for each letter (Hyyrö 2003, "A bit-vector algorithm for computing
    Levenshtein and Damerau edit distances", Nordic Journal of Computing 10).
    """
    full, last = (1 << len(word)) - 1, 1 << max(0, len(word) - 1)
    places: dict[str, int] = {}
    for at, letter in enumerate(word):
        places[letter] = places.get(letter, 0) | 1 << at

    def count(other: str) -> int:
        if not word:
            return len(other)
        more, less, diagonal, before, edits = full, 0, 0, 0, len(word)
        for letter in other:
            same = places.get(letter, 0)
            swapped = ((~diagonal & same) << 1) & before
            diagonal = ((((same & more) + more) ^ more) | same | less | swapped) & full
            right_more = less | (~(diagonal | more) & full)
            right_less = diagonal & more
            if right_more & last:
                edits += 1
            elif right_less & last:
                edits -= 1
            right_more = (right_more << 1 | 1) & full
            more = ((right_less << 1) | ~(diagonal | right_more)) & full
            less = right_more & diagonal
            before = same
        return edits

    return count
