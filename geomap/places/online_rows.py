"""Reads the answers of geopy's geocoders: which of them are places of the name that was asked for."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any

from geomap.errors import ServiceError
from geomap.geodesy import is_point
from geomap.places.kinds import radius_km
from geomap.places.names import normalise
from geomap.records import LatLon, Place, Source

_KM_PER_DEGREE = 111.2
# Words that a full name may have beyond the one asked for ("Mornington Peninsula National Park" for "Mornington").
_MORE_WORDS = 2

# By OpenStreetMap's class and type, where one says more than the other; what is not listed (streets, shops, offices)
# is no place that a story is about, and shares its name with many people.
_BY_TYPE = {
    "country": "country", "state": "region", "region": "region", "province": "region", "county": "county",
    "district": "county", "municipality": "county", "state_district": "county", "suburb": "district",
    "quarter": "district", "neighbourhood": "district", "borough": "district", "city_district": "district",
    "island": "island", "islet": "island", "archipelago": "island", "sea": "sea", "ocean": "ocean",
    "peak": "mountain", "volcano": "mountain", "mountain_range": "range", "ridge": "range", "saddle": "crossing",
    "peninsula": "peninsula", "cape": "cape", "bay": "bay", "strait": "strait", "desert": "desert",
    "glacier": "glacier", "valley": "valley", "wood": "forest", "plateau": "plateau", "plain": "plain",
    "water": "lake", "lake": "lake", "reservoir": "lake", "canal": "canal", "river": "river", "stream": "river",
    "waterfall": "waterfall", "dam": "dam", "aerodrome": "airport", "airport": "airport", "station": "station",
    "halt": "station", "bridge": "bridge", "base": "base", "airfield": "base", "naval_base": "base",
    "military": "base", "border_control": "crossing", "mountain_pass": "crossing", "national_park": "park",
    "nature_reserve": "park", "park": "park", "protected_area": "park", "forest": "forest", "port": "port",
    "harbour": "port", "archaeological_site": "historic", "castle": "building", "monastery": "building",
    "power_plant": "plant", "plant": "plant", "spaceport": "spaceport",
}  # fmt: skip
_BY_CLASS = {"place": "city", "boundary": "region", "waterway": "river", "natural": "mountain", "military": "base"}


def kind_of(raw: Mapping[str, Any]) -> str | None:
    """The kind of an answer; None for what is no place. An answer without classes counts as a town."""
    category = raw.get("class") or raw.get("category")
    if category is None:
        return "city"
    for key in ("addresstype", "type"):
        if (kind := _BY_TYPE.get(str(raw.get(key)))) is not None:
            return kind
    if str(raw.get("addresstype")) in {"city", "town", "village", "hamlet", "isolated_dwelling", "locality"}:
        return "city"
    return _BY_CLASS.get(str(category))


def read_location(location: Any, name: str) -> dict[str, Any] | None:
    """A row of the cache from a geopy location; None where it is another place than the one asked for.

    Raises:
        ServiceError: It has no point on Earth.
    """
    raw = location.raw if isinstance(location.raw, Mapping) else {}
    lat, lon = location.latitude, location.longitude
    # geopy wraps longitudes, so that 999 would be a point like any other.
    told = [raw.get("lat", lat), raw.get("lon", lon)]
    if not is_point(lat, lon) or not is_point(*map(_number, told)):
        raise ServiceError(f"an answer has no point on Earth: {str(told)[:60]}")
    kind = kind_of(raw)
    names = _names(raw, str(location.address or ""))
    if kind is None or not any(_is_called(found, name) for found in names):
        return None
    address = raw.get("address")
    address = address if isinstance(address, Mapping) else {}
    country = str(address.get("country_code") or "").upper()
    return {
        "id": _id(raw, names[0], lat, lon),
        "name": names[0][:200],
        "lat": lat,
        "lon": lon,
        "kind": kind,
        "country": country if re.fullmatch("[A-Z]{2}", country) else None,
        "admin1": str(address["state"])[:200] if "state" in address else None,
        "population": _population(raw),
        "reach_km": _reach_km(raw),
        "attribution": str(raw.get("licence") or "")[:300],
    }


def to_place(row: Mapping[str, Any], source: Source) -> Place:
    """The place of a row."""
    return Place(
        id=row["id"],
        name=row["name"],
        at=LatLon(row["lat"], row["lon"]),
        kind=row["kind"],
        country=row["country"],
        admin1=row["admin1"],
        population=row["population"],
        radius_km=row["reach_km"] or round(radius_km(row["kind"], row["population"], None), 1),
        source=source,
    )


def _number(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        return math.nan


def _names(raw: Mapping[str, Any], address: str) -> list[str]:
    """The name to show first, then the others that the place has."""
    details = raw.get("namedetails")
    details = details if isinstance(details, Mapping) else {}
    first = [details.get("name:en"), raw.get("name"), details.get("name"), address.split(",")[0].strip()]
    found = [str(name) for name in (*first, *details.values()) if name]
    return list(dict.fromkeys(found)) or ["?"]


def _is_called(found: str, asked: str) -> bool:
    """Whether a place's name is the one asked for, or that with a word or two for its kind."""
    have, want = normalise(found).split(), normalise(asked).split()
    return bool(want) and set(want) <= set(have) and len(have) <= len(want) + _MORE_WORDS


def _id(raw: Mapping[str, Any], name: str, lat: float, lon: float) -> str:
    kind, number = str(raw.get("osm_type") or ""), str(raw.get("osm_id") or "")
    if kind in {"node", "way", "relation"} and number.isdecimal():
        return f"osm:{kind}/{number}"
    return f"online:{normalise(name).replace(' ', '-')[:80]}@{lat:.4f},{lon:.4f}"


def _population(raw: Mapping[str, Any]) -> int:
    tags = raw.get("extratags")
    text = str(tags.get("population") or "") if isinstance(tags, Mapping) else ""
    return int(text) if text.isdecimal() and len(text) <= 10 else 0


def _reach_km(raw: Mapping[str, Any]) -> float | None:
    """Half the diagonal of the box around a place, from "south, north, west, east"; None without a sensible one."""
    box = raw.get("boundingbox")
    if not isinstance(box, (list, tuple)) or len(box) != 4:
        return None
    south, north, west, east = map(_number, box)
    if not (is_point(south, west) and is_point(north, east) and south <= north and west <= east):
        return None
    wide = (east - west) * math.cos(math.radians((south + north) / 2))
    return round(max(0.5, math.hypot(north - south, wide) * _KM_PER_DEGREE / 2), 1)
