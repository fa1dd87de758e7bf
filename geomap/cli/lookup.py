"""`geomap lookup`: the places of a name."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer

from geomap import defaults
from geomap.cli import terminal
from geomap.errors import UsageError
from geomap.geodesy import distance_km, is_point
from geomap.records import LatLon, Place

EXAMPLES = terminal.examples(
    "geomap lookup Khasan", "geomap lookup Paris --country US -n 3", "geomap lookup Paris -f json"
)
_FIELDS = ("id", "name", "kind", "country", "admin1", "lat", "lon", "population", "radius_km", "source")


class Format(StrEnum):
    """How the places are written."""

    table = "table"
    json = "json"
    csv = "csv"


def lookup(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name in any spelling or script.")],
    country: Annotated[str | None, typer.Option(metavar="CC", help="Only this country (ISO code).")] = None,
    near: Annotated[str | None, typer.Option(metavar="LAT,LON", help="Nearest to this point first.")] = None,
    limit: Annotated[int, typer.Option("-n", min=1, metavar="N", help="At most this many.")] = 10,
    format_: Annotated[Format, typer.Option("--format", "-f", help="How to write them.")] = Format.table,
) -> None:
    """Find the places of a name in the offline gazetteer, most prominent first."""
    at = parse_point(near) if near is not None else None
    if country is not None and not (len(country) == 2 and country.isalpha()):
        raise UsageError(f"--country takes an ISO 3166 code of two letters such as RU, not {country!r}")
    gazetteer = defaults.gazetteer()
    everywhere = [*gazetteer.find_places(name)]
    known = {place.id for place in everywhere}
    everywhere += [place for place in gazetteer.find_abbreviation(name.strip()) if place.id not in known]
    found = [place for place in everywhere if country is None or place.country == country.upper()]
    if at is not None:
        found = sorted((p for p in found if p.at is not None), key=lambda p: distance_km(at, p.at or at))
    terminal.emit(written(found[:limit], format_, at))
    if found:
        if len(found) > limit:
            terminal.note(f"{len(found) - limit} more; see them with -n {len(found)}")
        return
    if everywhere:
        elsewhere = sorted({place.country or "no country" for place in everywhere})
        terminal.warn(f"no place named {name!r} there; there are some in {', '.join(elsewhere[:10])}", quietly=True)
        return
    guesses = ", ".join(gazetteer.suggest(name))
    terminal.warn(f"no place is named {name!r}" + (f"; did you mean: {guesses}?" if guesses else ""), quietly=True)


def parse_point(text: str) -> LatLon:
    """A point from "43.1,131.9"."""
    try:
        lat, lon = (float(part) for part in text.split(","))
    except ValueError:
        lat = lon = float("nan")
    if not is_point(lat, lon):
        raise UsageError(f"--near takes a latitude and a longitude such as 43.1,131.9, not {text!r}")
    return LatLon(lat, lon)


def written(places: Sequence[Place], format_: Format, at: LatLon | None) -> str:
    """The places in the wanted format; a table also tells how far each is from the point, if there is one."""
    if format_ is Format.json:
        return json.dumps([as_row(place) for place in places], ensure_ascii=False, indent=1)
    if format_ is Format.csv:
        out = io.StringIO()
        writer = csv.DictWriter(out, _FIELDS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(as_row(place) for place in places)
        return out.getvalue()
    headers = ["name", "kind", "country", "region", "lat", "lon", "population", "id"]
    rows = []
    for p in places:
        lat, lon = (f"{p.at.lat_deg:.4f}", f"{p.at.lon_deg:.4f}") if p.at else ("", "")
        region = p.admin1 or "" if p.kind != "region" else ""
        row = [p.name, p.kind, p.country or "", region, lat, lon, str(p.population or ""), p.id]
        rows.append([*row, f"{distance_km(at, p.at):.0f}"] if at and p.at else row)
    return terminal.table([*headers, "km"] if at else headers, rows) if rows else ""


def as_row(place: Place) -> dict[str, str | int | float | None]:
    """A place as plain data, under the report's names."""
    lat, lon = (place.at.lat_deg, place.at.lon_deg) if place.at else (None, None)
    values = (place.id, place.name, place.kind, place.country, place.admin1, lat, lon)
    return dict(zip(_FIELDS, (*values, place.population, place.radius_km, place.source.name), strict=True))
