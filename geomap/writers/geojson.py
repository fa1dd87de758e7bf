"""GeoJSON after RFC 7946: longitude first, WGS84, lines cut at the antimeridian."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from geomap.records import Line, Report
from geomap.writers.antimeridian import split
from geomap.writers.flat import lines_of, rows

LAYERS = ("places", "claims", "journeys")


@dataclass(frozen=True, slots=True)
class GeoJsonWriter:
    """A collection of the features of some layers; `layer` among the properties says which one each is of."""

    layer: str | None = None

    def write(self, report: Report) -> str:
        """The collection, a feature on each line."""
        found = [json.dumps(f, ensure_ascii=False, allow_nan=False) for f in self.features(report)]
        body = ",\n".join(found)
        return f'{{"type": "FeatureCollection", "features": [\n{body}\n]}}\n'

    def features(self, report: Report) -> list[dict[str, Any]]:
        """The features of the layer, or of all that have geometry."""
        layers = LAYERS if self.layer is None else (self.layer,)
        return [feature for layer in layers for feature in features_of(report, layer)]


def features_of(report: Report, layer: str) -> list[dict[str, Any]]:
    """A feature for each row of a layer; the geometry is null where a row has no place."""
    pairs = zip(rows(report, layer), lines_of(report, layer), strict=True)
    return [
        {"type": "Feature", "id": f"{layer}/{n}", "geometry": geometry(lines), "properties": {"layer": layer, **row}}
        for n, (row, lines) in enumerate(pairs, start=1)
    ]


def geometry(lines: Sequence[Line]) -> dict[str, Any] | None:
    """A point, a line or several lines, in seven decimals (a centimetre)."""
    points = [line[0] for line in lines if len(line) == 1]
    parts = [part for line in lines if len(line) > 1 for part in split(line) if len(part) > 1]
    if parts:
        coordinates = [[_position(at.lat_deg, at.lon_deg) for at in part] for part in parts]
        if len(parts) == 1:
            return {"type": "LineString", "coordinates": coordinates[0]}
        return {"type": "MultiLineString", "coordinates": coordinates}
    if points:
        return {"type": "Point", "coordinates": _position(points[0].lat_deg, points[0].lon_deg)}
    return None


def _position(lat_deg: float, lon_deg: float) -> list[float]:
    return [round(lon_deg, 7), round(lat_deg, 7)]
