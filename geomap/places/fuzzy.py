"""Names that are spelt nearly alike: an index of three-letter pieces to narrow, edit distance to rank."""

from __future__ import annotations

import contextlib
import multiprocessing
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

TABLES = """
PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
CREATE VIRTUAL TABLE fuzzy USING fts5(name, content='', columnsize=0, detail=none, tokenize='trigram');
"""
# Enough pieces that a name with two wrong letters shares one; the commonest pieces would bring half of all names.
_MAX_PIECES = 8
_MAX_PER_PIECE = 3_000
_MAX_RANKED = 500
_LEAST_SIMILAR = 0.62
_LATIN = "abcdefghijklmnopqrstuvwxyz "


def write_fuzzy(path: Path, numbered: Sequence[tuple[int, str]]) -> None:
    """Write the pieces of all names of three letters and more."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.executescript(TABLES)
        db.execute("BEGIN")
        db.executemany("INSERT INTO fuzzy(rowid, name) VALUES (?,?)", (pair for pair in numbered if len(pair[1]) > 2))
        db.execute("COMMIT")
        db.execute("INSERT INTO fuzzy(fuzzy) VALUES ('optimize')")


@contextlib.contextmanager
def writing_fuzzy(path: Path, numbered: Sequence[tuple[int, str]]) -> Iterator[None]:
    """Write the pieces on the second core while the block runs, where the system can fork; else afterwards."""
    if not sys.platform.startswith("linux"):
        yield
        write_fuzzy(path, numbered)
        return
    child = multiprocessing.get_context("fork").Process(target=write_fuzzy, args=(path, numbered))
    child.start()
    try:
        yield
    except BaseException:
        child.kill()
        raise
    finally:
        child.join()
    if child.exitcode != 0:
        path.unlink(missing_ok=True)
        write_fuzzy(path, numbered)


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
    pieces = sorted({key[i : i + 3] for i in range(len(key) - 2)})
    lists = []
    for piece in pieces:
        quoted = piece.replace('"', '""')
        rows = db.execute(
            "SELECT rowid FROM fuzzy WHERE fuzzy MATCH ? LIMIT ?", (f'"{quoted}"', _MAX_PER_PIECE)
        ).fetchall()
        if rows:
            lists.append(rows)
    lists.sort(key=len)
    shared: Counter[int] = Counter()
    for rows in lists[:_MAX_PIECES]:
        shared.update(number for (number,) in rows)
    return [number for number, _ in shared.most_common(_MAX_RANKED)]


def rank(key: str, names: Sequence[str], weight: Callable[[str], float]) -> list[str]:
    """Names by likeness to the key, best first; of two alike the better known one first."""
    from rapidfuzz.distance import DamerauLevenshtein

    scored = []
    for name in names:
        alike = DamerauLevenshtein.normalized_similarity(key, name, score_cutoff=_LEAST_SIMILAR)
        if alike:
            scored.append((alike, name))
    scored.sort(reverse=True)
    return [name for _, name in sorted(((-alike - weight(name), name) for alike, name in scored[:60]))]
