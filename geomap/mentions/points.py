"""Coordinates as mentions: a point that the text gives is a place of its own."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.coordinates import KIND, find_points
from geomap.mentions.cover import Cover
from geomap.records import Document, Mention


def with_points(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions and the points that a text gives by coordinates, in order; no name is found inside a point."""
    text = document.text
    points = find_points(text)
    if not points:
        return list(mentions)
    taken = Cover((p.start, p.end) for p in points)
    found = [
        Mention(
            document=document.id,
            start=p.start,
            end=p.end,
            text=text[p.start : p.end],
            kind_hint=KIND,
            why="a latitude and a longitude",
        )
        for p in points
    ]
    kept = [m for m in mentions if not taken.touches(m.start, m.end)]
    return sorted([*kept, *found], key=lambda m: m.start)
