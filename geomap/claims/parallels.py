"""Circles of latitude and poles as ends of distances: the equator, a tropic, the North Pole."""

from __future__ import annotations

from dataclasses import replace

from geomap.records import LatLon, Participant, Place

_PARALLELS = {
    "equator": 0.0,
    "arctic circle": 66.56,
    "antarctic circle": -66.56,
    "tropic of cancer": 23.44,
    "tropic of capricorn": -23.44,
    "north pole": 90.0,
    "south pole": -90.0,
}


def is_parallel(words: str) -> bool:
    """Whether words name a circle of latitude or a pole: "the equator"."""
    return words.lower().startswith("the ") and words[4:].lower() in _PARALLELS


def on_parallel(described: Participant, other: Place | None) -> Participant:
    """The point of a circle of latitude that lies due north or south of the other place."""
    name = described.text[4:]
    if other is None or other.at is None:
        return replace(described, place=None, why=f"how far the {name} is can be told of a known place only")
    place = Place(
        id=f"geomap:{name.lower().replace(' ', '-')}",
        name=f"the {name}",
        at=LatLon(_PARALLELS[name.lower()], other.at.lon_deg),
        kind="point",
        radius_km=1.0,
        source=other.source,
    )
    return replace(described, place=place, score=0.9, why=f"the point of the {name} due north or south of {other.name}")
