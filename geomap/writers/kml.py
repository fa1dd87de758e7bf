"""KML 2.2 for Google Earth and map programs: a folder each for places, claims and journeys."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from geomap.records import Report
from geomap.writers.geojson import LAYERS, features_of

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STYLES = {"consistent": "ff4b6900", "doubtful": "ff00527a", "inconsistent": "ff003ba3", "unverifiable": "ff6a6057"}
_NAMES = {"places": "name", "claims": "quote", "journeys": "stops"}


class KmlWriter:
    """A document with a folder for each layer; the columns of a row stand in its extended data."""

    def write(self, report: Report) -> str:
        """The whole file."""
        folders = [_folder(layer, features_of(report, layer)) for layer in LAYERS]
        title = next((d.title for d in report.documents if d.title), None) or "geomap"
        styles = [
            f'<Style id="{name}"><LineStyle><color>{colour}</color><width>3</width></LineStyle></Style>'
            for name, colour in _STYLES.items()
        ]
        lines = [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>',
            f"<name>{xml_text(title)}</name>",
            *styles,
            *folders,
            "</Document></kml>",
        ]
        return "\n".join(lines) + "\n"


def xml_text(value: object) -> str:
    """Text for XML: markup escaped, and what XML cannot hold replaced."""
    return escape(_NOT_XML.sub("\ufffd", str(value)), {'"': "&quot;"})


def _folder(layer: str, features: Sequence[dict[str, Any]]) -> str:
    marks = [_placemark(layer, feature) for feature in features if feature["geometry"] is not None]
    return "\n".join([f"<Folder><name>{layer}</name>", *marks, "</Folder>"])


def _placemark(layer: str, feature: dict[str, Any]) -> str:
    row = feature["properties"]
    style = f"<styleUrl>#{row['status']}</styleUrl>" if layer == "claims" else ""
    data = "".join(
        f'<Data name="{xml_text(key)}"><value>{xml_text(value)}</value></Data>'
        for key, value in row.items()
        if value is not None and key not in ("layer", "lat", "lon")
    )
    name = xml_text(row.get(_NAMES[layer]) or row["id"])
    shape = _shape(feature["geometry"])
    return f"<Placemark><name>{name}</name>{style}<ExtendedData>{data}</ExtendedData>{shape}</Placemark>"


def _shape(geometry: dict[str, Any]) -> str:
    kind, at = geometry["type"], geometry["coordinates"]
    if kind == "Point":
        return f"<Point><coordinates>{_coordinates([at])}</coordinates></Point>"
    parts = [at] if kind == "LineString" else at
    lines = "".join(
        f"<LineString><tessellate>1</tessellate><coordinates>{_coordinates(part)}</coordinates></LineString>"
        for part in parts
    )
    return lines if len(parts) == 1 else f"<MultiGeometry>{lines}</MultiGeometry>"


def _coordinates(positions: Sequence[Sequence[float]]) -> str:
    return " ".join(f"{lon:.7f},{lat:.7f}" for lon, lat in positions)
