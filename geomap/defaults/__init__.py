"""The one module that says which class stands behind each interface; everything is imported and built on first use."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from geomap.defaults import ways
from geomap.defaults.checks import comparers, event_checkers, measure_checkers, reviewers
from geomap.defaults.formats import (
    SUFFIXES,
    WRITERS,
    explore,
    features,
    from_dict,
    named_places,
    read_report,
    rows,
    to_dict,
)
from geomap.defaults.ways import find_stations, import_network
from geomap.errors import DataError, UsageError
from geomap.interfaces import (
    Account,
    Checker,
    Gazetteer,
    JourneyTeller,
    Network,
    PlaceService,
    Reader,
    Recognizer,
    Resolver,
    Reviser,
)
from geomap.pipeline import Pipeline
from geomap.records import Rule

__all__ = [
    "ONLINE",
    "SUFFIXES",
    "WRITERS",
    "accounts",
    "build_gazetteer",
    "checkers",
    "describe_data",
    "event_checkers",
    "explore",
    "features",
    "find_damage",
    "find_stations",
    "from_dict",
    "gazetteer",
    "geocoder_class",
    "import_geonames",
    "import_network",
    "import_places",
    "journeys",
    "measure_checkers",
    "named_places",
    "network",
    "online_places",
    "pipeline",
    "read_report",
    "reader",
    "recognizer",
    "resolver",
    "revisers",
    "rows",
    "rules",
    "to_dict",
]

Progress = Callable[[str, float], None]
"""Told what is being done, and how much of this is done, from 0 to 1."""


def _silent(step: str, done: float) -> None:
    """Tell nobody how far the work has come."""


ONLINE = "nominatim"
"""The online geocoder that is asked where the user names none."""


@cache
def reader() -> Reader:
    """What reads files, folders and streams."""
    from geomap.documents.read import DocumentReader

    return DocumentReader()


@cache
def gazetteer() -> Gazetteer:
    """The built-in gazetteer with the user's own places before it."""
    from geomap.places.open import open_gazetteer

    return open_gazetteer()


@cache
def geocoder_class() -> type:
    """The geopy geocoder over the default gazetteer."""
    from geomap.places.geocoder import OfflineGeocoder

    bound = {
        "opener": staticmethod(gazetteer),
        "asker": staticmethod(online_places),
        "__doc__": OfflineGeocoder.__doc__,
        "__module__": "geomap",
    }
    return type("Geocoder", (OfflineGeocoder,), bound)


def describe_data() -> Sequence[Any]:
    """The files of data on this machine: `path`, `what`, `version`, `licence` and `size` of each."""
    from geomap.places.status import describe_data

    return describe_data()


def find_damage(*, thorough: bool) -> Sequence[DataError]:
    """What is wrong with the data; `thorough` reads every byte."""
    from geomap.places.status import find_damage

    return find_damage(thorough=thorough)


def import_geonames(
    files: Sequence[Path],
    *,
    countries: Sequence[str] = (),
    features: Sequence[str] = (),
    progress: Progress = _silent,
) -> Mapping[str, Any]:
    """Import a GeoNames dump; return the manifest of its index, whose `counts` account for every line."""
    from geomap.places.imports import import_geonames

    return import_geonames(files, countries=countries, features=features, progress=progress)


def import_places(file: Path, *, progress: Progress = _silent) -> Mapping[str, Any]:
    """Import the user's own places; return the manifest of their index, whose `counts` account for every row."""
    from geomap.places.imports import import_places

    return import_places(file, progress=progress)


def build_gazetteer(*, force: bool = False, progress: Progress = _silent) -> Mapping[str, Any]:
    """Build the index that comes with geomap, unless it is there and made of the same data; return its manifest."""
    from geomap.places.build import build_index

    return build_index(force=force, progress=progress)


@cache
def recognizer(name: str = "") -> Recognizer:
    """The tagger beside the look-up; "spacy:NAME" is an installed spaCy pipeline instead, or one in a folder."""
    if name.startswith("spacy:"):
        from geomap.mentions.spacy_recognizer import load_spacy

        return load_spacy(gazetteer(), name.removeprefix("spacy:"))
    if name:
        raise UsageError(f"no recogniser is called {name!r}; leave it out, or say spacy:NAME")
    from geomap.mentions.recognizer import TaggedRecognizer

    return TaggedRecognizer(gazetteer())


@cache
def online_places(service: str) -> PlaceService:
    """A geopy geocoder with what it has answered before: "nominatim", "photon", "nominatim:domain=localhost:8080"."""
    from geomap import __version__, catalogue
    from geomap.places.online import OnlinePlaces, open_client
    from geomap.places.online_cache import AnswerCache

    client = open_client(service, user_agent=f"geomap/{__version__} (checks what news stories say about places)")
    return OnlinePlaces(client, AnswerCache(catalogue.cache_dir() / "online.sqlite"))


@cache
def resolver(*, online: str = "") -> Resolver:
    """The resolver over the default gazetteer; `online` names a geocoder to ask for names that this lacks."""
    from geomap.places.resolve import ContextResolver

    return ContextResolver(gazetteer(), fallback=online_places(online).find_places if online else None)


@cache
def network() -> Network:
    """The railway atlas and the shipping lanes with the user's own networks before them."""
    return ways.open_networks(lambda country: gazetteer().neighbours(country))


@cache
def checkers() -> Sequence[Checker]:
    """A checker for each kind of claim."""
    return (*measure_checkers(gazetteer(), network()), *event_checkers(gazetteer(), network()))


@cache
def revisers() -> Sequence[Reviser]:
    """What judges statements by the other statements of their text."""
    return reviewers(gazetteer())


def rules() -> Sequence[Rule]:
    """Every rule that a verdict or a comparison can name."""
    found = [rule for checker in checkers() for rule in checker.rules]
    found += [rule for reviser in revisers() for rule in reviser.rules]
    return (*found, *(rule for account in accounts() for rule in account.rules))


@cache
def accounts() -> Sequence[Account]:
    """What compares claims with each other."""
    return comparers(network())


@cache
def journeys() -> JourneyTeller:
    """What puts stops in order."""
    from geomap.accounts.journey import NetworkTeller

    return NetworkTeller(gazetteer(), network())


@cache
def pipeline(*, online: str = "", recognizer_name: str = "") -> Pipeline:
    """The pipeline that the command line and `geomap.check` use; `online` names a geocoder for unknown names."""
    from geomap import __version__

    places = gazetteer()
    return Pipeline(
        recognizer=recognizer(recognizer_name),
        resolver=resolver(online=online),
        checkers=checkers(),
        accounts=accounts(),
        journeys=journeys(),
        sources=tuple(places.sources),
        version=__version__,
        revisers=revisers(),
    )
