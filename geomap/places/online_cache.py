"""What online geocoders have answered, kept in SQLite, and whose turn it is to ask."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# A change of what a row means takes another number; rows of older numbers are dropped and asked for again.
VERSION = 1
DAY_S = 86_400.0
FOUND_DAYS = 90.0
NOT_FOUND_DAYS = 7.0
BUSY_MS = 5_000
# A clock that was set back must not make anybody wait for the turn that it once promised.
LONGEST_TURN_S = 900.0

_TABLES = """
CREATE TABLE IF NOT EXISTS answer (key TEXT PRIMARY KEY, answered_at REAL NOT NULL, rows TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS turn (service TEXT PRIMARY KEY, next_at REAL NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer: its rows (none for "no such place"), when it was given, and whether that is recent enough."""

    rows: list[dict[str, Any]]
    answered_at: float
    fresh: bool


class AnswerCache:
    """A file of answers that processes and threads share; without a file that can be written it keeps nothing.

    A damaged file is put aside, one of an older layout is emptied, one of a newer layout is left alone.
    """

    def __init__(self, path: Path, *, clock: Callable[[], float] = time.time) -> None:
        self._path = path
        self._clock = clock
        self._connections: dict[tuple[int, int], sqlite3.Connection] = {}
        self._lock = threading.Lock()
        self._usable = True
        self.problems: list[str] = []

    def find(self, key: str) -> Kept | None:
        """What was answered, however old."""
        row = self._run(lambda db: db.execute("SELECT answered_at, rows FROM answer WHERE key = ?", (key,)).fetchone())
        if row is None:
            return None
        answered_at, text = row
        try:
            rows = json.loads(text)
        except ValueError:
            return None
        age_days = (self._clock() - answered_at) / DAY_S
        return Kept(rows, answered_at, -1.0 <= age_days <= (FOUND_DAYS if rows else NOT_FOUND_DAYS))

    def store(self, key: str, rows: list[dict[str, Any]]) -> float:
        """Keep an answer; return when it was given."""
        now = self._clock()
        values = (key, now, json.dumps(rows, ensure_ascii=False))
        self._run(lambda db: _write(db, "INSERT OR REPLACE INTO answer VALUES (?, ?, ?)", values))
        return now

    def take_turn(self, service: str, every_s: float) -> float:
        """Take the next turn at a service, of which there is one in `every_s`; return the seconds until then."""

        def take(db: sqlite3.Connection) -> float:
            with _writing(db):
                now = self._clock()
                row = db.execute("SELECT next_at FROM turn WHERE service = ?", (service,)).fetchone()
                at = row[0] if row is not None and now < row[0] <= now + LONGEST_TURN_S else now
                db.execute("INSERT OR REPLACE INTO turn VALUES (?, ?)", (service, at + every_s))
                return at - now

        return self._run(take) or 0.0

    def put_off(self, service: str, seconds: float) -> bool:
        """Let nobody have a turn at a service before these seconds are over; whether that could be written down."""
        values = (service, self._clock() + seconds)
        sql = (
            "INSERT INTO turn VALUES (?, ?) ON CONFLICT(service) DO UPDATE SET next_at = max(next_at, excluded.next_at)"
        )
        return bool(self._run(lambda db: _write(db, sql, values)))

    def close(self) -> None:
        """Close this process's connections."""
        with self._lock:
            for (pid, _), connection in self._connections.items():
                if pid == os.getpid():
                    connection.close()
            self._connections.clear()

    def __del__(self) -> None:
        if hasattr(self, "_lock"):
            self.close()

    def _run(self, work: Callable[[sqlite3.Connection], Any]) -> Any:
        """The result of some work on the file, or None where it cannot be done; once more with a damaged file aside."""
        deadline = time.monotonic() + BUSY_MS / 1000
        while self._usable:
            try:
                return work(self._connect())
            except sqlite3.OperationalError as error:
                if "locked" not in str(error):
                    self._give_up(f"answers are not kept in {self._path} ({error})")
                elif time.monotonic() > deadline:
                    return None  # for this once; the next question may find it free
                else:  # a change of the journal does not wait for others as other work does
                    time.sleep(0.02)
            except sqlite3.DatabaseError as error:
                self._put_aside(error)
            except OSError as error:
                self._give_up(f"answers are not kept in {self._path} ({error.strerror})")
        return None

    def _connect(self) -> sqlite3.Connection:
        key = (os.getpid(), threading.get_ident())
        connection = self._connections.get(key)
        if connection is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(
                self._path, timeout=BUSY_MS / 1000, isolation_level=None, check_same_thread=False
            )
            try:
                self._prepare(connection)
            except BaseException:
                connection.close()
                raise
            with self._lock:
                self._connections[key] = connection
        return connection

    def _prepare(self, db: sqlite3.Connection) -> None:
        if db.execute("PRAGMA user_version").fetchone()[0] != VERSION:
            with _writing(db):
                found = db.execute("PRAGMA user_version").fetchone()[0]
                if found > VERSION:
                    raise sqlite3.OperationalError("it was made by a newer geomap")
                if found < VERSION:
                    db.execute("DROP TABLE IF EXISTS answer")
                    db.execute("DROP TABLE IF EXISTS turn")
                    for statement in filter(None, map(str.strip, _TABLES.split(";"))):
                        db.execute(statement)
                    db.execute(f"PRAGMA user_version = {VERSION}")
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")

    def _put_aside(self, error: sqlite3.DatabaseError) -> None:
        self.close()
        aside = self._path.with_name(f"{self._path.name}.corrupt-{int(self._clock())}-{os.getpid()}")
        try:
            self._path.rename(aside)
            for suffix in ("-wal", "-shm"):
                self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
        except FileNotFoundError:
            return  # another process has just done so
        except OSError:
            self._give_up(f"answers are not kept: {self._path} is damaged ({error}) and cannot be replaced")
            return
        self.problems.append(f"{self._path} was damaged ({error}) and is begun anew; the old file is {aside.name}")

    def _give_up(self, problem: str) -> None:
        self._usable = False
        self.problems.append(problem)


@contextlib.contextmanager
def _writing(db: sqlite3.Connection) -> Iterator[None]:
    """One writer's transaction, undone if anything in it fails."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _write(db: sqlite3.Connection, sql: str, values: tuple[Any, ...]) -> bool:
    with _writing(db):
        db.execute(sql, values)
    return True
