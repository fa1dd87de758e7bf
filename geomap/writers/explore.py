"""A plain folium map of a report, to go on with.

folium runs every string it is given as a template, so all text goes through `inert` first, and none is taken as a
name of a layer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import folium

from geomap.records import Report
from geomap.writers.flat import Flat, lines_of, rows

_COLOURS = {"consistent": "#00694b", "doubtful": "#7a5200", "inconsistent": "#a33b00", "unverifiable": "#57606a"}
_ACTIVE = re.compile(r"""[&<>"'`{}\\$%#\r\n\u2028\u2029]""")


def inert(text: str) -> str:
    """Text that neither a template nor a browser acts on: what could be markup is written as a character reference."""
    return _ACTIVE.sub(lambda match: f"&#{ord(match.group())};", text)


def explore(report: Report, m: folium.Map | None = None) -> folium.Map:
    """The given map, or a new one, with the journeys, the claims and the places of a report."""
    target = m if m is not None else folium.Map(tiles="OpenStreetMap")
    points = []
    for layer in ("journeys", "claims", "places"):
        for row, lines in zip(rows(report, layer), lines_of(report, layer), strict=True):
            for line in lines:
                at = [(point.lat_deg, point.lon_deg) for point in line]
                points += at
                if len(at) > 1:
                    style = {
                        "color": _colour(layer, row),
                        "weight": 3,
                        "dash_array": "4 6" if layer == "claims" else None,
                    }
                    folium.PolyLine(at, tooltip=_tooltip(layer, row), **style).add_to(target)  # type: ignore[no-untyped-call]
                elif layer == "places":
                    folium.CircleMarker(at[0], radius=6, tooltip=_tooltip(layer, row), fill=True).add_to(target)
    if points and m is None:
        target.fit_bounds(_bounds(points))
    return target


def _colour(layer: str, row: Flat) -> str:
    return _COLOURS[str(row["status"])] if layer == "claims" else "#0b5cad"


def _tooltip(layer: str, row: Flat) -> folium.Tooltip:
    keys = {
        "places": ("name", "kind", "country", "as"),
        "claims": ("status", "quote", "why"),
        "journeys": ("subject", "stops"),
    }[layer]
    text = "<br>".join(inert(str(row[key])) for key in keys if row[key] not in (None, ""))
    return folium.Tooltip(text)


def _bounds(points: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    lats, lons = zip(*points, strict=True)
    return [(min(lats), min(lons)), (max(lats), max(lons))]
