"""Well-known dated events and recurring ones with their places, from data/events.csv."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from geomap import catalogue
from geomap.records import Source

TABLE = "events.csv"


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """An event that the world dates: from `start` to `end` (None: a single day, or not over)."""

    id: str
    name: str
    kind: str
    start: date
    end: date | None
    place: str
    country: str
    pattern: str
    source: Source

    @property
    def words(self) -> re.Pattern[str]:
        """What the event is called."""
        return _compiled(self.pattern)

    @property
    def place_id(self) -> str:
        """The id of its place; the table names places only."""
        return ""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@cache
def _any_name() -> re.Pattern[str]:
    """Any event's name, so that a sentence without one is passed over at once."""
    return re.compile("|".join(event.pattern for event in _table()), re.IGNORECASE)


@cache
def _table() -> tuple[KnownEvent, ...]:
    path = catalogue.data_dir() / TABLE
    if not path.is_file():
        return ()
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(_read(row) for row in csv.DictReader(file))


def _read(row: dict[str, str]) -> KnownEvent:
    return KnownEvent(
        id=row["id"],
        name=row["name"],
        kind=row["kind"],
        start=date.fromisoformat(row["start"]),
        end=date.fromisoformat(row["end"]) if row["end"] else None,
        place=row["place"],
        country=row["country"],
        pattern=rf"\b(?:{row['words']})",
        source=Source(name=f"table of events: {row['source']}"),
    )


def named_in(words: str) -> Iterator[KnownEvent]:
    """The events that some words name, recurring ones left out."""
    if not _any_name().search(words):
        return iter(())
    return (event for event in _table() if event.kind != "fixture" and event.words.search(words))


def fixture(name: str) -> KnownEvent | None:
    """The recurring event of this name."""
    if not _any_name().search(name):
        return None
    return next((event for event in _table() if event.kind == "fixture" and event.words.search(name)), None)


def named_after(person: str) -> Iterator[KnownEvent]:
    """The meetings whose name holds a person's."""
    words = {word for word in re.split(r"[\s-]", person) if len(word) > 2}
    return (e for e in _table() if e.kind == "summit" and words & set(re.split(r"[\s-]", e.name)))


def by_id(event_id: str) -> KnownEvent | None:
    """The event of this id."""
    return next((event for event in _table() if event.id == event_id), None)
