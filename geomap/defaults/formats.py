"""The formats: which class writes each, and what else is done with reports as data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from geomap import defaults
from geomap.interfaces import Writer
from geomap.records import Place, Report


def _json() -> Writer:
    from geomap.writers.json import JsonWriter

    return JsonWriter()


def _json_lines() -> Writer:
    from geomap.writers.json import JsonLinesWriter

    return JsonLinesWriter()


def _toponyms() -> Writer:
    from geomap.writers.json import ToponymsWriter

    return ToponymsWriter()


def _page(*, title: str | None = None, tiles: str = "none", small: bool = False, only_map: bool = False) -> Writer:
    from geomap.writers.page import PageWriter

    return PageWriter(title, tiles, defaults.rules(), small=small, only_map=only_map)


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
