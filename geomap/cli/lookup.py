"""`geomap lookup`: the places of a name."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from enum import StrEnum
from importlib.util import find_spec
from typing import Annotated

import typer

from geomap import api, defaults, display, geodesy, layout
from geomap.cli import options, reading, terminal
from geomap.errors import UsageError
from geomap.interfaces import Gazetteer
from geomap.records import LatLon, Place

EXAMPLES = terminal.examples(
    "geomap lookup Khasan", "geomap lookup Paris --country US -n 3", "geomap lookup Paris -f json"
)


_POINT = re.compile(r"\s{0,3}([-+]?\d{1,3}(?:\.\d{1,15})?)\s{0,3}[,; ]\s{0,3}([-+]?\d{1,3}(?:\.\d{1,15})?)\s{0,3}")


class Format(StrEnum):
    """How the places are written."""

    table = "table"
    json = "json"
    csv = "csv"


def lookup(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name in any spelling or script.")],
    country: Annotated[str | None, typer.Option(metavar="CC", help="Only this country (ISO code).")] = None,
    near: Annotated[str | None, typer.Option(metavar="LAT,LON", help="Nearest to this point first.")] = None,
    limit: Annotated[int, typer.Option("-n", metavar="N", min=1, help="At most this many.")] = 10,
    format_: Annotated[Format, typer.Option("--format", "-f", help="How to write them.")] = Format.table,
    online: options.Online = False,
    geocoder: options.Geocoder = options.GEOCODER,
) -> None:
    """Find the places of a name in the offline gazetteer, most prominent first."""
    gazetteer = defaults.gazetteer()
    service = geocoder if online else ""
    at = read_point(near)
    found = api.lookup(name, country=country, near=at, limit=limit, online=service)
    reading.tell_online(service)
    if not found:
        raise UsageError(f"no place is called {layout.one_line(name)!r}{_hint(gazetteer, name, country)}")
    if not gazetteer.find_places(name) and found[0] in gazetteer.find_sounding(name):
        terminal.warn(f"no place is written {layout.one_line(name)!r}; these sound like it")
    if format_ is Format.json:
        terminal.emit(json.dumps([_row(place) for place in found], ensure_ascii=False, indent=1))
    elif format_ is Format.csv:
        terminal.emit(defaults.WRITERS["csv"](layer="places").write(display.listing_report("places", found)))
    else:
        terminal.emit(_table(found))


def read_point(text: str | None) -> LatLon | None:
    """A point from "LAT,LON"."""
    if text is None:
        return None
    match = _POINT.fullmatch(text)
    if match is None or not geodesy.is_point(float(match[1]), float(match[2])):
        raise UsageError(f"--near {text}: write LAT,LON in degrees, such as 48.85,2.35")
    return LatLon(float(match[1]), float(match[2]))


def _hint(gazetteer: Gazetteer, name: str, country: str | None) -> str:
    if country is not None and (elsewhere := gazetteer.find_places(name)):
        codes = ", ".join(dict.fromkeys(place.country or "?" for place in elsewhere[:8]))
        return f" in {country.upper()}; there are some in {codes}"
    near = ", ".join(gazetteer.suggest(name, limit=3))
    told = f"; nearest names: {near}" if near else ""
    if not name.isascii() and find_spec("anyascii") is None:
        told += "; names of other scripts are read by their sound after: pip install 'geomap[scripts]'"
    return told


def _row(place: Place) -> dict[str, object]:
    return {
        "id": place.id,
        "name": place.name,
        "lat": place.at.lat_deg if place.at is not None else None,
        "lon": place.at.lon_deg if place.at is not None else None,
        "kind": place.kind,
        "country": place.country,
        "admin1": place.admin1,
        "population": place.population,
        "radius_km": round(place.radius_km, 2),
        "source": place.source.name,
    }


def _table(places: Sequence[Place]) -> str:
    headers = ["name", "kind", "country", "region", "lat", "lon", "population", "id", "source"]
    rows = [
        [
            place.name,
            place.kind,
            place.country or "",
            place.admin1 or "",
            f"{place.at.lat_deg:.4f}" if place.at is not None else "",
            f"{place.at.lon_deg:.4f}" if place.at is not None else "",
            str(place.population or ""),
            place.id,
            place.source.name,
        ]
        for place in places
    ]
    return terminal.table(headers, rows)
