"""A report from plain data: what `report_dict` wrote, or less of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeVar

from geomap.errors import TextError
from geomap.records import Report
from geomap.writers.report_dict import SCHEMA
from geomap.writers.report_records import References, document_of
from geomap.writers.report_rows import Row

_T = TypeVar("_T")


def read_report(content: bytes | str) -> Report:
    """A report from its JSON.

    Raises:
        TextError: This is no JSON, or no report of this schema.
    """
    try:
        row = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise TextError(f"not valid JSON ({error}); geomap check -f json makes a report") from error
    return from_dict(row)


def from_dict(row: Any) -> Report:
    """A report from plain data; only the keys of CONTRACT's schema are needed.

    Raises:
        TextError: This is no report of this schema; the message names the first row that does not fit.
    """
    schema = row.get("schema") if isinstance(row, dict) else None
    if schema != SCHEMA:
        known = isinstance(schema, str) and schema.startswith("geomap/")
        reason = f"is of schema {schema}, which another version of geomap reads" if known else "is no geomap report"
        raise TextError(f"this {reason}; this version reads {SCHEMA}, made by: geomap check -f json")
    reading = References({}, {}, {})
    listed = reading.read_sources(_each("data", row, dict))
    for place in _each("places", row, reading.place):
        reading.places.setdefault(place.id, place)
    for route in _each("routes", row, reading.route):
        reading.routes[route.id] = route
    return Report(
        documents=tuple(_each("documents", row, document_of)),
        mentions=tuple(_each("mentions", row, reading.mention)),
        verdicts=tuple(_each("claims", row, reading.verdict)),
        comparisons=tuple(_each("comparisons", row, reading.comparison)),
        journeys=tuple(_each("journeys", row, reading.journey)),
        sources=listed,
        version=str(row.get("geomap", "")),
    )


def _each(key: str, row: Row, read: Callable[[Row], _T]) -> list[_T]:
    found = []
    rows = row.get(key) or []
    if not isinstance(rows, list):
        raise TextError(f"{key} is not a list")
    for number, item in enumerate(rows):
        try:
            found.append(read(item))
        except KeyError as error:
            raise TextError(f"{key}[{number}] lacks {error}") from error
        except (AttributeError, TypeError, ValueError) as error:
            raise TextError(f"{key}[{number}] does not fit the schema: {error}") from error
    return found
