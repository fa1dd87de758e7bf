"""Places that a text gives by their coordinates."""

from __future__ import annotations

from geomap.coordinates import KIND, read_point
from geomap.records import Candidate, Mention, PlacedMention

_WHY = "The text gives its latitude and longitude."


def place_point(mention: Mention) -> PlacedMention | None:
    """The mention placed where its own words say, None where they are no coordinates."""
    point = read_point(mention.text, told=mention.kind_hint == KIND)
    if point is None:
        return None
    place = point.place(mention.text)
    candidates = (Candidate(place=place, score=1.0),)
    return PlacedMention(mention=mention, place=place, score=1.0, why=_WHY, candidates=candidates, candidate_count=1)
