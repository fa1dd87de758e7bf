"""The functions that scripts and notebooks call."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date as Day
from pathlib import Path
from typing import IO, Any

from geomap import defaults, display, geodesy
from geomap.errors import TextError, UsageError
from geomap.notebook import Places, Report, check_documents
from geomap.records import Document, LatLon, Mention, Place, PlacedMention, ReadOptions, Route, Unread

Source = str | Path | IO[Any] | Document
"""What a document is read from: a path, a text, an open file, or a document."""

_SUFFIXES = (".txt", ".md", ".html", ".htm", ".jsonl", ".ndjson")


def check(
    source: Source | Iterable[Source],
    *,
    date: Day | str | None = None,
    outlet: str | None = None,
    resolve: Mapping[str, str] | None = None,
    recognizer: str | None = None,
    online: bool | str = False,
) -> Report:
    """Read documents, find their places and judge what they say about them.

    Args:
        source: A path of a file or a folder, a text, an open file, a document, or a list of these. A string is a
            path if a file of this name exists or if it ends like one (".txt"), else a text.
        date: The day of documents that do not give theirs, as a date or as "YYYY-MM-DD".
        outlet: Where the documents were published, such as "Lagos".
        resolve: Place ids of names that shall mean these places.
        recognizer: "spacy:NAME" finds names with an installed spaCy pipeline instead, or with one in a folder.
        online: Whether to ask an online geocoder for names that the gazetteer lacks; Nominatim, or another of
            geopy's by its name ("photon").

    Raises:
        TextError: Nothing could be read. Where only some inputs fail, a warning names them.
    """
    options = ReadOptions(day=_day(date), outlet=outlet)
    items = [source] if isinstance(source, (str, Path, Document)) or hasattr(source, "read") else list(source)
    documents: list[Document] = []
    failed: list[Unread] = []
    for found in _read_all(items, options):
        (failed if isinstance(found, Unread) else documents).append(found)  # type: ignore[arg-type]
    if failed and not documents:
        raise TextError("; ".join(f"{item.source}: {item.reason}" for item in failed[:5]))
    for item in failed:
        warnings.warn(f"{item.source}: {item.reason}", stacklevel=2)
    service = _service(online)
    report = check_documents(
        _with_own_ids(documents), outlet=outlet, fixed=resolve or {}, recognizer=recognizer, online=service
    )
    _warn_online(service)
    return report


def _service(online: bool | str) -> str:
    """The name of the online geocoder to ask; "" for none."""
    return online if isinstance(online, str) else defaults.ONLINE if online else ""


def _warn_online(service: str) -> None:
    for problem in defaults.online_places(service).take_problems() if service else ():
        warnings.warn(problem, stacklevel=3)


def _read_all(items: Iterable[Any], options: ReadOptions) -> Iterable[Document | Unread]:
    reader = defaults.reader()
    for item in items:
        if isinstance(item, Document):
            yield replace(item, date=item.date or options.day, outlet=item.outlet or options.outlet)
        elif isinstance(item, Path) or (isinstance(item, str) and _is_path(item)):
            yield from reader.read_paths([Path(item)], options)
        elif isinstance(item, str):
            yield reader.read_text(item, options)
        elif hasattr(item, "read"):
            yield from reader.read_stream(item, options)
        else:
            raise UsageError(f"cannot read a {type(item).__name__}; give a path, a text, an open file or a document")


def _with_own_ids(documents: Sequence[Document]) -> list[Document]:
    """The documents, those with an id that is taken renamed: claims refer to documents by id."""
    taken: set[str] = set()
    found = []
    for document in documents:
        name, number = document.id, 1
        while name in taken:
            number += 1
            name = f"{document.id}-{number}"
        taken.add(name)
        found.append(document if name == document.id else replace(document, id=name))
    return found


def _is_path(text: str) -> bool:
    if not text or len(text) > 4096 or "\n" in text or "\x00" in text:
        return False
    if text.lower().endswith(_SUFFIXES) and len(text) < 260:
        return True
    try:
        return Path(text).exists()
    except OSError:
        return False


def _day(value: Day | str | None) -> Day | None:
    if value is None or isinstance(value, Day):
        return value
    try:
        return Day.fromisoformat(value)
    except ValueError as error:
        raise UsageError(f"{value!r} is not a day; write it as YYYY-MM-DD") from error


def read(source: Source) -> Document:
    """One document from a path, a text or an open file, with the title, day and outlet that stand above it.

    Raises:
        TextError: It cannot be read, or it holds several documents.
    """
    found = list(_read_all([source], ReadOptions()))
    if len(found) != 1:
        raise TextError(f"this holds {len(found)} documents; geomap.check reads them all")
    if isinstance(found[0], Unread):
        raise TextError(f"{found[0].source}: {found[0].reason}")
    return found[0]


def find_places(
    text: str | Document, *, recognizer: str | None = None, online: bool | str = False
) -> list[PlacedMention]:
    """The names of places in a text, in order, each with the place it means.

    Args:
        text: A text, or a document.
        recognizer: "spacy:NAME" finds names with an installed spaCy pipeline instead, or with one in a folder.
        online: As for `check`.
    """
    document = text if isinstance(text, Document) else defaults.reader().read_text(text, ReadOptions())
    display.register()
    service = _service(online)
    mentions = defaults.recognizer(recognizer or "").find_mentions(document)
    found = defaults.resolver(online=service).resolve(document, mentions)
    _warn_online(service)
    return list(found)


def locate(text: str, spans: Sequence[tuple[int, int]], *, outlet: str | None = None) -> list[Place | None]:
    """The places that names at given spans of a text mean, in the order of the spans; None where none fits.

    Raises:
        UsageError: A span does not lie in the text.
    """
    document = Document(id="text", text=text, outlet=outlet)
    for start, end in spans:
        if not 0 <= start < end <= len(text):
            raise UsageError(f"the span {start}-{end} does not lie in the text of {len(text)} characters")
    order = sorted(set(spans))
    mentions = [Mention(document="text", start=start, end=end, text=text[start:end]) for start, end in order]
    placed = defaults.resolver().resolve(document, mentions, outlet=outlet)
    found = {span: m.place for span, m in zip(order, placed, strict=True)}
    return [found[span] for span in spans]


def lookup(
    name: str,
    *,
    country: str | None = None,
    near: LatLon | tuple[float, float] | None = None,
    limit: int = 10,
    online: bool | str = False,
) -> Places:
    """The places of a name in the offline gazetteer, most prominent first.

    Where no place bears the name, the places follow whose name sounds like it: "Ардебиль" is read as Ardabil.

    Args:
        name: A name in any spelling or script.
        country: Only places in this country (ISO 3166 code).
        near: A point (latitude, longitude); the nearest places come first.
        limit: At most this many.
        online: Whether to ask an online geocoder where the gazetteer has none; as for `check`.
    """
    gazetteer = defaults.gazetteer()
    found = _in_country(gazetteer.find_places(name), country)
    if not found and (service := _service(online)):
        found = list(defaults.online_places(service).find_places(name, country=country))
    if not found:
        found = _in_country(gazetteer.find_sounding(name), country)
    if near is not None:
        at = near if isinstance(near, LatLon) else LatLon(*near)
        located = [place for place in found if place.at is not None]
        found = sorted(located, key=lambda place: geodesy.distance_km(at, place.at or at))
    return Places(found[:limit])


def _in_country(places: Sequence[Place], country: str | None) -> list[Place]:
    return [place for place in places if country is None or place.country == country.upper()]


def route(*stops: str | Place, mode: str = "rail") -> Route | None:
    """The way through some stops, with its kilometres leg by leg; None where no network connects them.

    Args:
        *stops: Places, place ids or names; a name means its most prominent place.
        mode: "rail", or what an imported network is made of.

    Raises:
        UsageError: A name is not known, or there are fewer than two stops.
    """
    if len(stops) < 2:
        raise UsageError("a way needs two stops at least: geomap.route('Pyongyang', 'Vladivostok')")
    display.register()
    network = defaults.network()
    found = network.route([_stop(stop) for stop in stops], mode=mode)
    return network.explain(found) if found is not None else None


def _stop(stop: str | Place) -> Place:
    if isinstance(stop, Place):
        return stop
    found = defaults.gazetteer().get(stop) if ":" in stop else None
    if found is None:
        found = next((place for place in defaults.gazetteer().find_places(stop) if place.at is not None), None)
    if found is None:
        near = ", ".join(defaults.gazetteer().suggest(stop, limit=3))
        raise UsageError(f"no place is called {stop!r}{f'; nearest names: {near}' if near else ''}")
    return found
