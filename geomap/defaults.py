"""The one module that says which class stands behind each interface; everything is imported and built on first use."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from geomap.interfaces import Account, Checker, Gazetteer, JourneyTeller, Network, Reader, Recognizer, Resolver, Writer
from geomap.pipeline import Pipeline
from geomap.records import Place, Report


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


def geocoder_class() -> type:
    """The geopy geocoder over the default gazetteer."""
    raise NotImplementedError


def build_gazetteer(*, force: bool = False, progress: Callable[[str], None] = lambda _: None) -> Mapping[str, Any]:
    """Build the index that comes with geomap, unless it is there and made of the same data; return its manifest."""
    from geomap.places.build import build_index

    return build_index(force=force, progress=progress)


@cache
def recognizer() -> Recognizer:
    """The tagger beside the look-up."""
    from geomap.mentions.recognizer import TaggedRecognizer

    return TaggedRecognizer(gazetteer())


@cache
def resolver(*, online: bool = False) -> Resolver:
    """The resolver over the default gazetteer; `online` asks a geocoder for names that this lacks."""
    from geomap.places.resolve import ContextResolver

    return ContextResolver(gazetteer())


@cache
def network() -> Network:
    """The railway atlas with the user's own networks before it."""
    from geomap import catalogue
    from geomap.networks.combined import Networks
    from geomap.networks.rail import RailAtlas

    return Networks([RailAtlas(catalogue.data_dir())])


@cache
def checkers() -> Sequence[Checker]:
    """A checker for each kind of claim."""
    return (*measure_checkers(gazetteer(), network()), *event_checkers(gazetteer(), network()))


def event_checkers(places: Gazetteer, ways: Network) -> Sequence[Checker]:
    """The checkers of containment, nearness, routes, schedules and dates."""
    from geomap.claims.calendar import CalendarChecker
    from geomap.claims.containment import ContainmentChecker
    from geomap.claims.proximity import ProximityChecker
    from geomap.claims.route import RouteChecker
    from geomap.claims.schedule import ScheduleChecker

    return (
        ContainmentChecker(places, ways),
        ProximityChecker(places, ways),
        RouteChecker(places, ways),
        ScheduleChecker(places, ways),
        CalendarChecker(places, ways),
    )


def measure_checkers(places: Gazetteer, ways: Network) -> Sequence[Checker]:
    """The checkers of distance, direction, time and speed, which share what they read in a sentence."""
    from geomap.claims.arithmetic import ArithmeticChecker
    from geomap.claims.between import BetweenChecker
    from geomap.claims.direction import DirectionChecker
    from geomap.claims.distance import DistanceChecker
    from geomap.claims.speed import SpeedChecker
    from geomap.claims.travel_time import TravelTimeChecker
    from geomap.claims.triangle import TriangleChecker
    from geomap.claims.wording import Worder

    worder = Worder(places)
    return (
        DistanceChecker(gazetteer=places, network=ways, worder=worder),
        DirectionChecker(gazetteer=places, worder=worder),
        TravelTimeChecker(gazetteer=places, network=ways, worder=worder),
        SpeedChecker(worder),
        ArithmeticChecker(worder),
        BetweenChecker(gazetteer=places, worder=worder),
        TriangleChecker(gazetteer=places, network=ways, worder=worder),
    )


@cache
def accounts() -> Sequence[Account]:
    """What compares claims with each other."""
    from geomap.accounts.agreement import Agreements
    from geomap.accounts.chains import Chains
    from geomap.accounts.copies import WireCopies
    from geomap.accounts.timeline import Timelines

    return (Agreements(), Chains(network()), Timelines(network()), WireCopies())


@cache
def journeys() -> JourneyTeller:
    """What puts stops in order."""
    from geomap.accounts.journey import NetworkTeller

    return NetworkTeller(gazetteer(), network())


def _json() -> Writer:
    from geomap.writers.json import JsonWriter

    return JsonWriter()


def _json_lines() -> Writer:
    from geomap.writers.json import JsonLinesWriter

    return JsonLinesWriter()


def _toponyms() -> Writer:
    from geomap.writers.json import ToponymsWriter

    return ToponymsWriter()


def _page(*, title: str | None = None, tiles: str = "none", small: bool = False) -> Writer:
    from geomap.writers.page import PageWriter

    rules = [rule for checker in checkers() for rule in checker.rules]
    rules += [rule for account in accounts() for rule in account.rules]
    return PageWriter(title, tiles, rules, small=small)


def _svg() -> Writer:
    from geomap.writers.svg import SvgWriter

    return SvgWriter()


def _table(*, layer: str = "claims", width: int = 100, colour: bool = False) -> Writer:
    from geomap.writers.table import TableWriter

    return TableWriter(layer, width, colour)


def _tsv(*, layer: str = "claims") -> Writer:
    from geomap.writers.table import TsvWriter

    return TsvWriter(layer)


def _csv(*, layer: str = "claims") -> Writer:
    from geomap.writers.csv import CsvWriter

    return CsvWriter(layer)


def _geojson(*, layer: str | None = None) -> Writer:
    from geomap.writers.geojson import GeoJsonWriter

    return GeoJsonWriter(layer)


def _kml() -> Writer:
    from geomap.writers.kml import KmlWriter

    return KmlWriter()


def _gpkg() -> Writer:
    from geomap.writers.gpkg import GeoPackageWriter

    return GeoPackageWriter()


def _markdown() -> Writer:
    from geomap.writers.markdown import MarkdownWriter

    return MarkdownWriter()


def _claimreview(*, author: str | None = None, url: str | None = None) -> Writer:
    from geomap.writers.claimreview import ClaimReviewWriter

    return ClaimReviewWriter(author, url)


def _annotation() -> Writer:
    from geomap.writers.annotation import AnnotationWriter

    return AnnotationWriter()


WRITERS: Mapping[str, Callable[..., Writer]] = {
    "annotation": _annotation,
    "claimreview": _claimreview,
    "csv": _csv,
    "geojson": _geojson,
    "gpkg": _gpkg,
    "html": _page,
    "json": _json,
    "jsonl": _json_lines,
    "kml": _kml,
    "md": _markdown,
    "svg": _svg,
    "table": _table,
    "toponyms": _toponyms,
    "tsv": _tsv,
}
"""Each format's name with what builds its writer; some take options (`title`, `tiles`, `layer`, `author`, `url`)."""

SUFFIXES: Mapping[str, str] = {
    ".jsonld": "annotation",
    ".htm": "html",
    ".markdown": "md",
    ".ndjson": "jsonl",
    ".txt": "tsv",
}
"""File suffixes that are not the name of their format."""


def read_report(content: bytes) -> Report:
    """A report from its JSON."""
    from geomap.writers.report_read import read_report

    return read_report(content)


def to_dict(report: Report) -> dict[str, Any]:
    """A report as plain data, of the schema geomap/1."""
    from geomap.writers.report_dict import to_dict

    return to_dict(report)


def rows(report: Report, layer: str) -> list[dict[str, str | int | float | None]]:
    """A layer of a report as flat rows: documents, mentions, places, claims, comparisons or journeys."""
    from geomap.writers.flat import rows

    return rows(report, layer)


def named_places(report: Report) -> list[Place]:
    """The places that a report means, each once."""
    from geomap.writers.flat import named_places

    return named_places(report)


def explore(report: Report, m: Any = None) -> Any:
    """A folium map of a report, or the given map with the report added."""
    from geomap.writers.explore import explore

    return explore(report, m)


def features(report: Report, layer: str | None = None) -> list[dict[str, Any]]:
    """GeoJSON features of a layer, or of all that have geometry."""
    from geomap.writers.geojson import GeoJsonWriter

    return GeoJsonWriter(layer).features(report)


def from_dict(row: Mapping[str, Any]) -> Report:
    """A report from plain data."""
    from geomap.writers.report_read import from_dict

    return from_dict(row)


@cache
def pipeline(*, online: bool = False) -> Pipeline:
    """The pipeline that the command line and `geomap.check` use; `online` asks a geocoder for unknown names."""
    from geomap import __version__

    places = gazetteer()
    return Pipeline(
        recognizer=recognizer(),
        resolver=resolver(online=online),
        checkers=checkers(),
        accounts=accounts(),
        journeys=journeys(),
        sources=tuple(places.sources),
        version=__version__,
    )
